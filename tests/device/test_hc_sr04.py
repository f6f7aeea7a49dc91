"""The HC-SR04's lines, against the data sheets of ElecFreaks and ITead Studio."""

import statistics

import pytest
from marshrut.simulator.clock._frames import AFTER_PULSE_US
from marshrut.simulator.devices.hc_sr04 import HcSr04
from marshrut.simulator.scene.model import Part
from walled_surroundings import Walled

HIGH = 65535
MM_A_US = 0.3432 / 2  # there and back, at 20 °C


def sonar(
    distance: float | None, seed: int = 7, noise: float = 0.0, temperature: float = 20.0, offset: float = 0.0
) -> HcSr04:
    figures = (("noise_mm", noise), ("offset_mm", offset), ("temperature_c", temperature))
    part = Part("sonar", "hc-sr04", (("trig", 5), ("echo", 34)), 85.0, 0.0, 40.0, 0.0, figures)
    return HcSr04(part, Walled(lambda t_us: distance), seed)


def trigger(chip: HcSr04, at_us: int, for_us: int = 10) -> None:
    chip.set_line("trig", HIGH, 0, at_us)
    chip.set_line("trig", 0, 0, at_us + for_us)


def echo(chip: HcSr04, after_us: int) -> tuple[int, int] | None:
    """When the echo line rises next, and for how long it is high."""
    rise = chip.next_change("echo", after_us, after_us + 100_000)
    if rise is None:
        return None
    assert rise[1] == 1
    fall = chip.next_change("echo", rise[0], rise[0] + 100_000)
    assert fall is not None and fall[1] == 0
    assert [chip.level("echo", t) for t in (rise[0] - 1, rise[0], fall[0] - 1, fall[0])] == [0, 1, 1, 0]
    return rise[0], fall[0] - rise[0]


@pytest.mark.parametrize("distance", [20.0, 200.0, 1000.0, 4000.0])
def test_the_echo_lasts_as_long_as_the_sound(distance: float) -> None:
    chip = sonar(distance)
    trigger(chip, 1000)
    found = echo(chip, 1010)
    assert found is not None
    assert 200 <= found[0] - 1010 <= 1000  # the burst comes first
    assert found[1] * MM_A_US == pytest.approx(distance, abs=0.5, rel=1e-3)


def test_a_trigger_takes_ten_microseconds() -> None:
    chip = sonar(500.0)
    trigger(chip, 1000, for_us=9)
    assert echo(chip, 1009) is None
    trigger(chip, 2000, for_us=10)
    assert echo(chip, 2010) is not None


def test_nothing_comes_of_a_trigger_before_the_board_must_have_told_of_it() -> None:
    chip = sonar(20.0)
    trigger(chip, 1000)
    assert chip.next_change("echo", 1010, 1010 + AFTER_PULSE_US) is None


@pytest.mark.parametrize("distance", [None, 19.0], ids=["nothing there", "nearer than it can hear"])
def test_without_an_echo_the_line_stays_high_for_38_ms(distance: float | None) -> None:
    chip = sonar(distance)
    trigger(chip, 0)
    assert (echo(chip, 10) or (0, 0))[1] == 38_000


def test_a_trigger_during_a_measurement_is_not_noticed() -> None:
    chip = sonar(1000.0)
    trigger(chip, 0)
    first = echo(chip, 10)
    assert first is not None
    trigger(chip, 3000)
    assert echo(chip, 10) == first
    trigger(chip, 60_000)
    assert (echo(chip, 60_010) or (0, 0))[0] > 60_000


def test_sound_is_quicker_in_warm_air() -> None:
    """343.2 m/s at 20 °C, 331.3 m/s at 0 °C."""
    widths = []
    for temperature in (0.0, 20.0):
        chip = sonar(2000.0, temperature=temperature)
        trigger(chip, 0)
        widths.append((echo(chip, 10) or (0, 0))[1])
    assert widths[0] / widths[1] == pytest.approx(343.2 / 331.3, rel=1e-3)


def test_noise_belongs_to_the_seed_and_the_time() -> None:
    def widths(seed: int, first_us: int = 0) -> list[int]:
        chip = sonar(1000.0, seed, noise=2.0)
        found = []
        for at in range(first_us, 6_000_000, 60_000):
            trigger(chip, at)
            found.append((echo(chip, at + 10) or (0, 0))[1])
        return found

    all_of_them = widths(7)
    assert widths(7) == all_of_them != widths(8)
    assert widths(7, first_us=600_000) == all_of_them[10:]
    assert statistics.mean(all_of_them) * MM_A_US == pytest.approx(1000, abs=1)
    assert statistics.stdev(all_of_them) * MM_A_US == pytest.approx(2.0, rel=0.3)


def test_an_offset_is_told_with_every_distance() -> None:
    widths = []
    for offset in (0.0, 5.0):
        chip = sonar(1000.0, offset=offset)
        trigger(chip, 0)
        widths.append((echo(chip, 10) or (0, 0))[1])
    assert (widths[1] - widths[0]) * MM_A_US == pytest.approx(5.0, abs=0.2)


def test_another_rangers_burst_ends_the_echo() -> None:
    """Sent 2 ms later, over 1 m: it comes 4.9 ms after ours went out, and ours needs 11.7 ms."""
    chip = sonar(2000.0)
    trigger(chip, 0)
    (rise, whole) = echo(chip, 10) or (0, 0)
    assert whole * MM_A_US == pytest.approx(2000.0, abs=0.5)
    around = chip.surroundings
    assert isinstance(around, Walled) and around.sent == [rise]
    around.heard.append((rise + 2000, 1000.0))
    assert echo(chip, 10) == (rise, pytest.approx(2000 + 1000 / 0.3432, abs=1))
    around.heard += [(rise + 1900, 5000.0), (rise - 10_000, 400.0)]  # too late; over before the line rose
    assert echo(chip, 10) == (rise, pytest.approx(2000 + 1000 / 0.3432, abs=1))
    trigger(chip, 60_000)
    assert (echo(chip, 60_010) or (0, 0))[1] == whole


def test_a_burst_that_comes_while_the_membrane_rings_is_not_heard() -> None:
    chip = sonar(2000.0)
    trigger(chip, 0)
    rise, whole = echo(chip, 10) or (0, 0)
    around = chip.surroundings
    assert isinstance(around, Walled)
    around.heard.append((rise, 30.0))
    assert echo(chip, 10) == (rise, whole)
