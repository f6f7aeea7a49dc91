"""WS2812, SG90 and a passive buzzer: what they make of what comes over their line."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.appearance import angle_of, lamps_of, lamps_text, tone_of
from marshrut.simulator.devices.buzzer import Buzzer
from marshrut.simulator.devices.ports import Surroundings
from marshrut.simulator.devices.sg90 import Sg90
from marshrut.simulator.devices.ws2812 import Ws2812
from marshrut.simulator.scene.model import Part

NOBODY = cast(Surroundings, None)
NEOPIXEL = (400, 850, 800, 450)  # ns, data sheet of the WS2812B, table "data transfer time"
FULL = 65535


def part(chip: str, **figures: float) -> Part:
    return Part("part", chip, (("signal", 5),), 0.0, 0.0, 40.0, 0.0, tuple(figures.items()))


def lamps(count: int) -> Ws2812:
    return Ws2812(part("ws2812", count=count), NOBODY, 7)


def colours(chip: Ws2812, t_us: int = 1_000_000) -> list[tuple[int, int, int]]:
    return lamps_of(chip.shown(t_us), int(chip.part.figure("count")))


def test_green_comes_first() -> None:
    chip = lamps(2)
    chip.bits(bytes([10, 20, 30, 0, 255, 0]), NEOPIXEL, 0)
    assert colours(chip) == [(20, 10, 30), (255, 0, 0)]


def test_too_few_and_too_many_bytes() -> None:
    """A lamp that gets nothing keeps its colour; what is left over goes out at the chain's end."""
    chip = lamps(3)
    chip.bits(bytes([1, 2, 3] * 5), NEOPIXEL, 0)
    assert colours(chip) == [(2, 1, 3)] * 3
    chip.bits(bytes([9, 9, 9, 8]), NEOPIXEL, 1_000_000)
    assert colours(chip, 2_000_000) == [(9, 9, 9), (2, 1, 3), (2, 1, 3)]


def test_without_a_reset_the_next_lamp_gets_it() -> None:
    chip = lamps(2)
    chip.bits(bytes([1, 1, 1]), NEOPIXEL, 0)  # takes 30 µs
    chip.bits(bytes([2, 2, 2]), NEOPIXEL, 60)
    assert colours(chip) == [(1, 1, 1), (2, 2, 2)]
    chip.bits(bytes([3, 3, 3]), NEOPIXEL, 1_000_000)
    chip.bits(bytes([4, 4, 4]), NEOPIXEL, 1_000_000 + 30 + 51)
    assert colours(chip, 2_000_000) == [(4, 4, 4), (2, 2, 2)]


def test_lamps_change_at_the_reset() -> None:
    chip = lamps(1)
    chip.bits(bytes([1, 1, 1]), NEOPIXEL, 0)
    assert chip.shown(60) == ""
    assert chip.shown(81) == "010101"


@pytest.mark.parametrize(
    ("timing", "seen"),
    [
        ((250, 1000, 650, 600), (0x0F, 0xF0, 0xAA)),
        ((100, 1000, 120, 600), (0, 0, 0)),  # too short to be seen
        ((800, 450, 800, 450), (255, 255, 255)),  # a 0 as long as a 1
        ((400, 850, 400, 850), (0, 0, 0)),
        ((400, 60_000, 800, 60_000), (0, 0, 0)),  # a reset after each bit
    ],
)
def test_timing_decides(timing: tuple[int, int, int, int], seen: tuple[int, int, int]) -> None:
    chip = lamps(1)
    chip.bits(bytes([0xF0, 0x0F, 0xAA]), timing, 0)
    assert colours(chip) == [seen]


@given(st.lists(st.integers(0, 255), min_size=3, max_size=30))
def test_the_line_itself_says_the_same(values: list[int]) -> None:
    told, heard = lamps(10), lamps(10)
    told.bits(bytes(values), NEOPIXEL, 100)
    t_ns, changes = 100_000, []
    for bit in (value >> shift & 1 for value in values for shift in range(7, -1, -1)):
        high, low = NEOPIXEL[2 * bit : 2 * bit + 2]
        changes += [(t_ns, 1), (t_ns + high, 0)]
        t_ns += high + low
    heard.levels(changes)
    assert told.shown(1_000_000) == heard.shown(1_000_000)


@given(st.lists(st.sampled_from([(0, 0, 0), (255, 0, 1), (16, 16, 16)]), min_size=1, max_size=300))
def test_a_strip_is_read_back(strip: list[tuple[int, int, int]]) -> None:
    assert lamps_of(lamps_text(strip), len(strip)) == strip


@pytest.mark.parametrize("text", ["0", "*", "*05", "gg", "00*0", "000000*ff"])
def test_what_is_no_strip(text: str) -> None:
    with pytest.raises(ValueError):
        lamps_of(text, 10)


def servo() -> Sg90:
    return Sg90(part("sg90"), NOBODY, 7)


def duty(pulse_us: int) -> int:
    return round(pulse_us * FULL / 20_000)


@pytest.mark.parametrize(("pulse_us", "angle"), [(500, 0), (1450, 90), (2400, 180), (1000, 47.4), (2500, 180)])
def test_a_pulse_is_an_angle(pulse_us: int, angle: float) -> None:
    chip = servo()
    chip.set_line("signal", duty(pulse_us), 50, 0)
    assert angle_of(chip.shown(2_000_000)) == pytest.approx(angle, abs=0.2)


def test_it_turns_sixty_degrees_in_a_tenth_of_a_second() -> None:
    chip = servo()
    chip.set_line("signal", duty(2400), 50, 1_000_000)
    angles = [angle_of(chip.shown(t)) for t in (1_000_000, 1_050_000, 1_100_000, 1_200_000)]
    assert angles == pytest.approx([90, 120, 150, 180], abs=0.2)
    chip.set_line("signal", duty(500), 50, 2_000_000)
    assert angle_of(chip.shown(2_100_000)) == pytest.approx(120, abs=0.2)


def test_without_a_signal_it_stays_where_it_is() -> None:
    chip = servo()
    chip.set_line("signal", duty(2400), 50, 0)
    chip.set_line("signal", 0, 0, 50_000)
    assert angle_of(chip.shown(1_000_000)) == 120


@pytest.mark.parametrize(("pulse_us", "hz"), [(20, 1000), (100, 50), (8000, 50)])
def test_what_is_no_signal_moves_nothing(pulse_us: int, hz: int) -> None:
    chip = servo()
    chip.set_line("signal", pulse_us * hz * FULL // 1_000_000, hz, 0)
    assert angle_of(chip.shown(1_000_000)) == 90


def test_pulses_made_by_a_program_are_followed_while_they_come() -> None:
    chip = servo()
    for t_us in range(0, 100_000, 20_000):
        chip.set_line("signal", FULL, 0, t_us)
        chip.set_line("signal", 0, 0, t_us + 2400)
    assert angle_of(chip.shown(100_000)) == pytest.approx(90 + 0.6 * 97.6, abs=0.1)
    assert angle_of(chip.shown(120_000)) > angle_of(chip.shown(100_000))
    single = servo()
    single.set_line("signal", FULL, 0, 0)
    single.set_line("signal", 0, 0, 2400)
    assert angle_of(single.shown(1_000_000)) == 120, "one pulse moves it for 50 ms"


def buzzer() -> Buzzer:
    return Buzzer(part("buzzer"), NOBODY, 7)


def test_a_tone_from_pwm() -> None:
    chip = buzzer()
    chip.set_line("signal", 32768, 440, 0)
    assert tone_of(chip.shown(20_000)) == (440, 50)
    chip.set_line("signal", 6554, 880, 30_000)
    assert tone_of(chip.shown(40_000)) == (880, 10)
    for silent in ((0, 880), (FULL, 880), (FULL, 0), (0, 0), (32768, 5)):
        chip.set_line("signal", *silent, 50_000)
        assert chip.shown(60_000) == ""


def test_a_tone_that_a_program_makes_itself() -> None:
    chip = buzzer()
    for t_us in range(0, 20_000, 1000):
        chip.set_line("signal", FULL, 0, t_us)
        chip.set_line("signal", 0, 0, t_us + 250)
    assert tone_of(chip.shown(20_000)) == (1000, 25)
    assert chip.shown(40_000) == ""
