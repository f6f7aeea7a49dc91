"""The TCS34725, register by register; tables and figures are those of the TCS3472 data sheet, v1-02."""

import statistics
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.devices.ports import Rgb
from marshrut.simulator.devices.tcs34725 import Tcs34725
from marshrut.simulator.scene.model import Part
from still_surroundings import Still

SECOND = 1_000_000
ENABLE, ATIME, WTIME, AILTL, PERS, CONFIG, CONTROL, ID, STATUS, CDATAL = (
    0x80, 0x81, 0x83, 0x84, 0x8C, 0x8D, 0x8F, 0x92, 0x93, 0x94,
)  # fmt: skip
INCREMENT = 0x20


def chip(around: Still | None = None, z_mm: float = 10.0, noise: float = 0.0) -> Tcs34725:
    figures = (("address", 41.0), ("footprint_mm", 10.0), ("noise_share", noise))
    part = Part("eye", "tcs34725", (("sda", 21), ("scl", 22), ("int", 5)), 30.0, 0.0, z_mm, 0.0, figures)
    return Tcs34725(part, around or Still(), 7)


def put(eye: Tcs34725, command: int, *values: int, at_us: int = 0) -> None:
    assert eye.i2c_write(bytes([command, *values]), at_us) == 1 + len(values)


def get(eye: Tcs34725, command: int, count: int = 1, at_us: int = 0) -> bytes:
    put(eye, command, at_us=at_us)
    return eye.i2c_read(count, at_us)


def counts(eye: Tcs34725, at_us: int) -> tuple[int, ...]:
    """Clear, red, green, blue."""
    return struct.unpack("<4H", get(eye, CDATAL | INCREMENT, 8, at_us))


def looking(floor: Rgb, atime: int = 0xF6, gain: int = 0, z_mm: float = 10.0, noise: float = 0.0) -> Tcs34725:
    """Switched on at t = 0 over such a floor, integrating ten cycles where not told otherwise."""
    eye = chip(Still(floor=lambda t: floor), z_mm, noise)
    put(eye, ATIME, atime)
    put(eye, CONTROL, gain)
    put(eye, ENABLE, 0x03)
    return eye


def test_what_it_says_after_power_up() -> None:
    """Table 3, register set: asleep, the shortest integration, gain 1; the ID is 0x44."""
    eye = chip()
    assert get(eye, ID) == b"\x44"
    assert get(eye, ENABLE | INCREMENT, 4)[:2] == b"\x00\xff"
    assert get(eye, WTIME) == b"\xff"
    assert (get(eye, PERS), get(eye, CONFIG), get(eye, CONTROL)) == (b"\x00",) * 3
    assert get(eye, STATUS, at_us=SECOND) == b"\x00"
    assert counts(eye, SECOND) == (0, 0, 0, 0)


def test_a_byte_without_the_command_bit_selects_nothing() -> None:
    eye = chip()
    assert get(eye, ID) == b"\x44"
    put(eye, ID)
    put(eye, 0x01, 0x55)
    assert get(eye, ATIME) == b"\xff"


@pytest.mark.parametrize("atime", [0xFF, 0xF6, 0xD5, 0xC0, 0x00])
def test_the_first_counts_come_after_one_integration(atime: int) -> None:
    """Figure 8: 2.4 ms warm-up, 2.4 ms to begin, and 2.4 ms for each cycle; AVALID tells."""
    eye = looking((0.5, 0.5, 0.5), atime)
    done = 2400 + 2400 + 2400 * (256 - atime)
    assert get(eye, STATUS, at_us=done - 1)[0] & 1 == 0
    assert counts(eye, done - 1) == (0, 0, 0, 0)
    assert get(eye, STATUS, at_us=done)[0] & 1
    assert counts(eye, done)[0] > 0
    put(eye, ENABLE, 0x01, at_us=done)
    assert get(eye, STATUS, at_us=done)[0] & 1 == 0


def test_counts_grow_with_time_and_gain() -> None:
    """Table 6 and table 11."""
    clear = counts(looking((0.1, 0.1, 0.1), 0xF6), SECOND)[0]
    assert counts(looking((0.1, 0.1, 0.1), 0xEC), SECOND)[0] == pytest.approx(2 * clear, abs=2)
    for gain, factor in ((1, 4), (2, 16), (3, 60)):
        assert counts(looking((0.1, 0.1, 0.1), 0xF6, gain), SECOND)[0] == pytest.approx(factor * clear, abs=factor)


def test_it_saturates_at_1024_a_cycle_and_at_16_bits() -> None:
    for cycles, most in ((1, 1024), (10, 10_240), (63, 64_512), (64, 65_535), (256, 65_535)):
        assert counts(looking((0.9, 0.9, 0.9), 256 - cycles, 3), SECOND)[0] == most


def test_channels_answer_to_the_floor_s_colour() -> None:
    for floor, strongest in (((0.6, 0.05, 0.05), 1), ((0.05, 0.5, 0.05), 2), ((0.05, 0.05, 0.6), 3)):
        clear, *channels = counts(looking(floor), SECOND)
        assert channels.index(max(channels)) == strongest - 1
        assert sum(channels) == pytest.approx(clear, rel=0.2)


def test_light_fades_with_height() -> None:
    low, high = (counts(looking((0.8, 0.8, 0.8), z_mm=z), SECOND)[0] for z in (10.0, 40.0))
    assert 0.05 * low < high < 0.2 * low


def test_noise_is_a_share_of_the_reading_and_each_integration_has_its_own() -> None:
    eye = looking((0.5, 0.5, 0.5), noise=0.02)
    readings = [counts(eye, SECOND + 26_400 * n)[0] for n in range(300)]
    assert statistics.stdev(readings) / statistics.mean(readings) == pytest.approx(0.02, rel=0.2)
    # The same integration read twice is the same.
    assert counts(eye, 10 * SECOND) == counts(eye, 10 * SECOND + 1)


def test_an_integration_is_the_mean_of_what_passed_below() -> None:
    eye = chip(Still(floor=lambda t: (0.8,) * 3 if t < 350_000 else (0.2,) * 3))
    put(eye, ATIME, 0x38)  # 200 cycles, 480 ms
    put(eye, ENABLE, 0x03)
    mixed = counts(eye, 484_800)[0]
    white, dark = (counts(looking((share,) * 3, 0x38), SECOND)[0] for share in (0.8, 0.2))
    # Four cycles and eight looks: from 4.8 to 350 ms of 480 ms were white.
    assert (mixed - dark) / (white - dark) == pytest.approx(345 / 480, abs=0.07)


def test_an_upper_byte_belongs_to_the_lower_one_read_before() -> None:
    """RGBC data: reading the lower byte keeps the upper one."""
    eye = chip(Still(floor=lambda t: (0.9,) * 3 if t < SECOND else (0.05,) * 3))
    put(eye, ATIME, 0xC0)
    put(eye, ENABLE, 0x03)
    before = counts(eye, SECOND)[0]
    low = get(eye, CDATAL, at_us=SECOND)[0]
    high = get(eye, CDATAL + 1, at_us=3 * SECOND)[0]
    assert low | high << 8 == before
    assert counts(eye, 3 * SECOND)[0] < before


def test_words_are_read_without_the_increment_bits_too() -> None:
    eye = looking((0.5, 0.5, 0.5), 0xC0)
    assert struct.unpack("<H", get(eye, CDATAL, 2, SECOND))[0] == counts(eye, SECOND)[0]


def test_waiting_spaces_integrations() -> None:
    """Tables 7 and 9: 2.4 ms a step of WTIME, twelve times that with WLONG."""
    for wlong, wait in ((0, 24_000), (2, 288_000)):
        eye = chip()
        put(eye, ATIME, 0xFF)
        put(eye, WTIME, 0xF6)
        put(eye, CONFIG, wlong)
        put(eye, ENABLE, 0x1B)
        first = eye.next_change("int", 0, SECOND)
        assert first == (7200, 0)
        put(eye, 0xE6, at_us=7200)
        assert eye.next_change("int", 7200, SECOND) == (7200 + 4800 + wait, 0)


def test_every_integration_interrupts_where_persistence_is_none() -> None:
    """Table 8; the special function 0x66 clears it."""
    eye = looking((0.5, 0.5, 0.5))
    assert eye.next_change("int", 0, SECOND) is None
    put(eye, ENABLE, 0x13)
    assert eye.next_change("int", 0, SECOND) == (28_800, 0)
    assert eye.level("int", 28_799) is None
    assert eye.level("int", 40_000) == 0
    assert get(eye, STATUS, at_us=40_000) == b"\x11"
    assert eye.next_change("int", 40_000, SECOND) is None
    put(eye, 0xE6, at_us=41_000)
    assert eye.level("int", 41_000) is None
    assert eye.next_change("int", 41_000, SECOND) == (28_800 + 26_400, 0)


def test_thresholds_interrupt_after_so_many_in_a_row() -> None:
    eye = chip(Still(floor=lambda t: (0.8,) * 3 if t < 200_000 else (0.1,) * 3))
    put(eye, ATIME, 0xFF)
    put(eye, AILTL | INCREMENT, 40, 0, 0xFF, 0xFF)
    put(eye, PERS, 3)
    put(eye, ENABLE, 0x13)
    change = eye.next_change("int", 0, SECOND)
    assert change is not None
    assert 200_000 + 2 * 4800 <= change[0] <= 200_000 + 4 * 4800
    # Asked on the way or not, it comes at the same time.
    for at in range(0, change[0], 3000):
        assert get(eye, STATUS, at_us=at)[0] & 0x10 == 0
    assert eye.next_change("int", change[0] - 10, SECOND) == change
    assert get(eye, STATUS, at_us=change[0])[0] & 0x10


def test_an_integration_that_nobody_reads_costs_nothing() -> None:
    around = Still()
    eye = chip(around)
    put(eye, ENABLE, 0x03)
    for at in range(0, 10 * SECOND, 10_000):
        get(eye, STATUS, at_us=at)
    assert around.looks == 0


@given(
    st.lists(st.tuples(st.integers(0, 50_000), st.booleans(), st.integers(0, 255), st.binary(max_size=12)), max_size=30)
)
def test_it_bears_any_traffic(traffic: list[tuple[int, bool, int, bytes]]) -> None:
    eye, now = looking((0.4, 0.3, 0.2)), 0
    for wait, write, command, data in traffic:
        now += wait
        if write:
            put(eye, command, *data, at_us=now)
        else:
            assert len(get(eye, command, len(data), now)) == len(data)
        change = eye.next_change("int", now, now + 5000)
        if change is not None:
            assert now < change[0] <= now + 5000
            assert eye.level("int", now) is None
            now = change[0]
            assert eye.level("int", now) == change[1] == 0
