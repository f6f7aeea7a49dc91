"""The VL53L0X, register by register: sections are the data sheet's (DocID029104), names those of ST's API."""

import statistics
from collections.abc import Callable

import pytest
from marshrut.simulator.devices.vl53l0x import Vl53l0x
from marshrut.simulator.scene.model import Part
from walled_surroundings import Walled

MS = 1000
COMPLETE, NO_TARGET, PHASE, MIN_CLIP = 11, 4, 6, 10


class Bench:
    """A chip, a wall, and a clock that only the test moves."""

    def __init__(self, distance: Callable[[int], float | None], seed: int = 7, **figures: float) -> None:
        self.around = Walled(distance)
        nothing = dict.fromkeys(("noise_mm", "offset_mm", "scale_percent", "glass_mcps"), 0.0)
        known = {"address": 41.0} | nothing | figures
        pins = (("sda", 21), ("scl", 22), ("xshut", 16), ("gpio1", 17))
        part = Part("tof", "vl53l0x", pins, 85.0, 0.0, 40.0, 0.0, tuple(known.items()))
        self.chip = Vl53l0x(part, self.around, seed)

    @property
    def t_us(self) -> int:
        return self.around.t_us

    def wait(self, us: int) -> None:
        self.around.t_us += us

    def put(self, register: int, *values: int) -> None:
        assert self.chip.i2c_write(bytes((register, *values)), self.t_us) == 1 + len(values)

    def get(self, register: int, count: int = 1) -> int:
        assert self.chip.i2c_write(bytes([register]), self.t_us) == 1
        return int.from_bytes(self.chip.i2c_read(count, self.t_us), "big")

    def finish(self) -> int:
        """Wait in steps of 100 µs for the interrupt; how long that took."""
        began = self.t_us
        while not self.get(0x13) & 7:
            self.wait(100)
            assert self.t_us - began < 5_000 * MS
        return self.t_us - began

    def measure(self) -> tuple[int, int]:
        """(what is told, status) of a single measurement."""
        self.put(0x0A, 4)
        self.put(0x00, 1)
        self.finish()
        self.put(0x0B, 1)
        return self.get(0x1E, 2), self.get(0x14) >> 3 & 15


def bench(distance: float | None = 500.0, **figures: float) -> Bench:
    return Bench(lambda t_us: distance, **figures)


def test_the_reference_registers() -> None:
    """Section 3.2, table of reference registers."""
    b = bench()
    assert [b.get(register) for register in (0xC0, 0xC1, 0xC2)] == [0xEE, 0xAA, 0x10]
    assert b.get(0x51, 2) == 0x0099
    assert b.get(0x61, 2) == 0x0000
    assert b.get(0xC0, 3) == 0xEEAA10  # the pointer moves on (section 3)
    b.put(0xC0, 0)
    assert b.get(0xC0) == 0xEE


def test_pages_keep_registers_apart() -> None:
    b = bench()
    b.put(0x44, 0x12, 0x34)
    b.put(0xFF, 1)
    assert b.get(0x44, 2) == 0
    b.put(0x44, 0xFF)
    b.put(0x00, 1)  # a register of that page, no start
    b.put(0xFF, 0)
    assert b.get(0x44, 2) == 0x1234
    assert b.get(0x00) == 0
    b.wait(500 * MS)
    assert not b.get(0x14) & 1


def test_the_stop_variable_is_read_from_page_1() -> None:
    b = bench()
    for register, value in ((0x80, 1), (0xFF, 1), (0x00, 0)):
        b.put(register, value)
    assert b.get(0x91) != 0


def test_the_memory_tells_the_reference_spads() -> None:
    """get_info_from_device: a strobe in 0x83, an answer when it is no longer 0."""
    b = bench()
    b.put(0xFF, 7)
    b.put(0x94, 0x6B)
    b.put(0x83, 0)
    polls = 0
    while b.get(0x83) == 0:
        b.wait(20)
        polls += 1
    assert 0 < polls < 50
    b.put(0x83, 1)
    answer = b.get(0x92)
    assert answer & 0x80 and 1 <= answer & 0x7F <= 44
    assert (b.get(0x90, 4) >> 8) & 0xFF == answer


def test_calibration_ends_with_an_interrupt() -> None:
    """perform_single_ref_calibration, of voltage and of phase."""
    b = bench()
    b.put(0x0A, 4)
    for step, init in ((0x01, 0x40), (0x02, 0x00)):
        b.put(0x01, step)
        b.put(0x00, 1 | init)
        assert 100 <= b.finish() <= 10 * MS
        b.put(0x0B, 1)
        b.put(0x00, 0)
        assert not b.get(0x13) & 7


@pytest.mark.parametrize("distance", [5.0, 120.0, 800.0, 2000.0])
def test_a_single_measurement(distance: float) -> None:
    assert bench(distance).measure() == (distance, COMPLETE)


@pytest.mark.parametrize("distance", [None, 2001.0])
def test_where_nothing_answers(distance: float | None) -> None:
    """Real drivers see 8190 or 8191 mm; the status is no longer the valid one."""
    assert bench(distance).measure() == (8190, NO_TARGET)


def test_a_signal_weaker_than_asked_for_is_no_target() -> None:
    """FINAL_RANGE_CONFIG_MIN_COUNT_RATE_RTN_LIMIT, 7 bits behind the point."""
    b = bench(1500.0)
    assert b.measure() == (1500, COMPLETE)
    b.put(0x44, 0, 128)
    assert b.measure() == (8190, NO_TARGET)


def test_what_stands_in_the_result_block() -> None:
    """SPADs in 256ths, signal and ambient rate in 128ths, range; read in one go by many drivers."""
    b = bench(1000.0)
    b.measure()
    b.chip.i2c_write(b"\x14", b.t_us)
    block = b.chip.i2c_read(12, b.t_us)
    spads, signal, ambient, told = (int.from_bytes(block[i : i + 2], "big") for i in (2, 6, 8, 10))
    assert block[0] & 1 and told == 1000
    assert 1 <= spads / 256 <= 44
    assert 0 < ambient < signal == 128


def test_quarters_of_a_millimetre_and_an_offset() -> None:
    b = bench(500.25, offset_mm=3.0)
    assert b.measure()[0] == 503
    b.put(0x09, 1)
    assert b.measure()[0] == 4 * 503 + 1
    b.put(0x28, 0x0F, 0xF4)  # -12 quarters
    assert b.measure()[0] == 4 * 500 + 1


def test_a_measurement_takes_its_budget() -> None:
    """With the budget's own formula: 33 ms or so by default, and as much more as the final range is given."""
    b = bench()
    b.put(0x01, 0xE8)
    b.put(0x0A, 4)
    budget = b.chip.budget_us()
    assert 30 * MS < budget < 36 * MS
    b.put(0x00, 1)
    assert budget <= b.finish() < budget + 100
    b.put(0x0B, 1)
    # 0x71 is low byte × 2^high byte + 1 macro periods, here 256 × 2 ^ 5; a macro period is 2304 × 10 × 1.655 ns.
    b.put(0x71, 5, 0xFF)
    longer = b.chip.budget_us() - budget
    assert longer == pytest.approx((255 * 32 - 0xFE * 2) * 38.1, rel=0.01)
    b.put(0x00, 1)
    assert budget + longer <= b.finish() < budget + longer + 100
    # A longer laser period makes longer macro periods: 18 clocks instead of 14, 14 instead of 10.
    before = b.chip.budget_us()
    b.put(0x50, 8)
    b.put(0x70, 6)
    assert b.chip.budget_us() > 1.3 * before


def test_the_start_bit_clears_when_it_has_begun() -> None:
    b = bench()
    b.put(0x00, 1)
    assert b.get(0x00) & 1
    b.wait(5 * MS)
    assert not b.get(0x00) & 1
    assert not b.get(0x14) & 1  # and is not done yet


def test_back_to_back() -> None:
    b = Bench(lambda t_us: 300.0 + t_us / 10_000)
    b.put(0x0A, 4)
    b.put(0x00, 2)
    budget, began = b.chip.budget_us(), b.t_us
    for number in range(1, 5):
        b.finish()
        assert number * budget <= b.t_us - began < number * budget + 100
        # The wall is as far as in the middle of the measurement.
        assert b.get(0x1E, 2) == pytest.approx(300 + (number - 0.5) * budget / 10_000, abs=1)
        b.put(0x0B, 1)
    b.put(0x00, 1)
    b.wait(budget)
    b.get(0x13)
    b.put(0x0B, 1)
    b.wait(10 * budget)
    assert not b.get(0x13) & 7


def test_what_nobody_reads_is_overwritten() -> None:
    """A result read late is that of the last measurement done, not of the first."""
    b = Bench(lambda t_us: 300.0 + t_us / 10_000)
    b.put(0x00, 2)
    b.wait(2_000 * MS)
    budget = b.chip.budget_us()
    last = 2_000 * MS // budget
    assert b.get(0x1E, 2) == pytest.approx(300 + (last - 0.5) * budget / 10_000, abs=1)


def test_timed_ranging() -> None:
    """A period in ms times the oscillator's own figure."""
    b = bench()
    ticks = b.get(0xF8, 2)
    b.put(0x0A, 4)
    b.put(0x04, *(100 * ticks).to_bytes(4, "big"))
    b.put(0x00, 4)
    b.finish()
    b.put(0x0B, 1)
    assert b.finish() == pytest.approx(100 * MS, abs=200)


def test_thresholds() -> None:
    """In steps of 2 mm."""
    b = Bench(lambda t_us: 400.0 if t_us < 500 * MS else 200.0)
    b.put(0x0E, 0, 150)
    b.put(0x0A, 1)  # tells when nearer than 300 mm
    b.put(0x00, 2)
    foretold = b.chip.next_change("gpio1", 0, 2_000 * MS)
    assert b.finish() == pytest.approx(500 * MS, abs=2 * b.chip.budget_us())
    assert foretold is not None and 0 <= b.t_us - foretold[0] < 100
    assert b.get(0x1E, 2) == 200


def test_the_interrupt_line_pulls_down_and_lets_go() -> None:
    b = bench()
    assert b.chip.level("gpio1", 0) is None
    b.put(0x0A, 4)
    b.put(0x84, b.get(0x84) & ~0x10)  # active low
    b.put(0x00, 1)
    done = b.chip.budget_us()
    assert b.chip.next_change("gpio1", 0, done - 1) is None
    assert b.chip.next_change("gpio1", 0, done) == (done, 0)
    assert b.chip.level("gpio1", done - 1) is None
    b.wait(done)
    assert b.chip.level("gpio1", done) == 0
    b.put(0x0B, 1)
    assert b.chip.level("gpio1", done + 1) is None


def test_a_new_address_lasts_until_reset() -> None:
    """Section 3: 0x52 is the address with its write bit; XSHUT low resets it."""
    b = bench()
    assert b.chip.address == 0x29
    b.put(0x8A, 0x30)
    assert b.chip.address == 0x30
    b.chip.set_line("xshut", 0, 0, 0)
    assert not b.chip.answers(0)
    b.chip.set_line("xshut", 65535, 0, 10 * MS)
    assert not b.chip.answers(10 * MS + 500)
    assert b.chip.answers(10 * MS + 1200)  # power up and boot sequence: 1.2 ms at most
    assert b.chip.address == 0x29


def test_noise_belongs_to_the_seed_and_the_time() -> None:
    def told(seed: int, distance: float = 100.0) -> list[int]:
        b = Bench(lambda t_us: distance, seed, noise_mm=3.0)
        return [b.measure()[0] for _ in range(100)]

    seven = told(7)
    assert seven == told(7) != told(8)
    assert statistics.mean(seven) == pytest.approx(100, abs=1)
    assert statistics.stdev(seven) == pytest.approx(3.0, rel=0.3)
    assert statistics.stdev(told(7, 1800.0)) > 2 * statistics.stdev(seven)  # few photons come from there


def test_what_scatters_is_what_the_api_estimates() -> None:
    """c · √(8² + (6 · ambient / signal)²) ns / 2√(12 · photons), by the rates in the result block and the time that the
    laser was on: three clocks in each of the 2048 pulses of a macro period."""
    b = Bench(lambda t_us: 1200.0, noise_mm=0.001)
    told = [b.measure()[0] for _ in range(300)]
    b.chip.i2c_write(b"\x14", b.t_us)
    block = b.chip.i2c_read(12, b.t_us)
    signal, ambient = (int.from_bytes(block[i : i + 2], "big") / 128 for i in (6, 8))
    periods = ((b.get(0x72) & 0xFF) or 0xFE) * 2 + 1  # 0x71 holds 1, 0x72 0xFE after a reset
    lit_us = periods * 3 * 2048 * 1655e-6
    estimate = 299.7 * (8**2 + (6 * ambient / signal) ** 2) ** 0.5 / (2 * (12 * signal * lit_us) ** 0.5)
    assert 4 < estimate < 20
    assert statistics.stdev(told) == pytest.approx(estimate, rel=0.15)


def test_beyond_two_metres_the_phase_is_wrong() -> None:
    """With the long-range profile's signal limit a wall is seen that is too far: no valid range, though not for lack of
    light."""
    b = bench(2300.0)
    assert b.measure() == (8190, NO_TARGET)
    b.put(0x44, 0, 13)  # 0.1 million counts a second
    assert b.measure() == (8190, PHASE)
    assert bench(1990.0).measure() == (1990, COMPLETE)


def test_a_range_below_nothing_is_clipped() -> None:
    b = bench(20.0, offset_mm=-30.0)
    assert b.measure() == (0, MIN_CLIP)
    b.put(0x28, 0, 60)  # the program knows of 15 mm
    assert b.measure() == (5, COMPLETE)


@pytest.mark.parametrize(
    ("light", "ambient", "farthest"), [(0.88, 0, 2000), (0.17, 0, 880), (0.88, 1, 950), (0.17, 1, 420)]
)
def test_how_far_a_target_is_seen(light: float, ambient: float, farthest: float) -> None:
    """Section 5.3 has 2.0, 0.8, 0.8 and 0.5 m: white and grey, indoors and under clouds."""

    def status(distance: float) -> int:
        b = bench(distance)
        b.around.light, b.around.ambient = light, ambient
        return b.measure()[1]

    assert status(0.97 * farthest) == COMPLETE
    assert status(1.03 * farthest) == NO_TARGET


def test_a_cover_glass_draws_ranges_nearer_until_the_chip_is_told_of_it() -> None:
    """Light off the glass comes back at once: of as much signal off the target, the mean is half of the way."""
    b = bench(1000.0, glass_mcps=1.0)
    assert b.measure() == (500, COMPLETE)
    b.put(0x20, *round(8192 / 12).to_bytes(2, "big"))  # for each of 12 SPADs, 13 bits behind the point
    told, status = b.measure()
    assert (told, status) == (pytest.approx(1000, abs=1), COMPLETE)
    assert bench(100.0, glass_mcps=1.0).measure()[0] == pytest.approx(99, abs=1)


def test_a_scale_error() -> None:
    assert bench(1000.0, scale_percent=-3.0).measure() == (970, COMPLETE)
