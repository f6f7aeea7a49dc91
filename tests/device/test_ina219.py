"""The INA219, register by register; sections and tables are those of SBOS448G."""

import statistics
from collections.abc import Callable

import pytest
from marshrut.simulator.devices.ina219 import Ina219
from marshrut.simulator.scene.model import Part
from still_surroundings import Still

CONFIG, SHUNT, BUS, POWER, CURRENT, CALIBRATION = range(6)
MS = 1000


class Draw(Still):
    """A battery that gives a current which is a function of the time."""

    def __init__(self, amps: Callable[[int], float], volts: float = 7.4) -> None:
        super().__init__()
        self._amps, self._volts = amps, volts
        self.asked: list[tuple[int, int]] = []

    def battery_draw(self, from_us: int, until_us: int) -> tuple[float, float]:
        self.asked.append((from_us, until_us))
        times = range(from_us, until_us, max(1, (until_us - from_us) // 200))
        return statistics.mean(self._amps(t_us) for t_us in times), self._volts


class Bench:
    def __init__(self, amps: float | Callable[[int], float] = 0.5, volts: float = 7.4, **figures: float) -> None:
        known = {"address": 64.0, "shunt_ohm": 0.1, "offset_uv": 0.0, "noise_uv": 0.0, "scale_percent": 0.0} | figures
        part = Part("meter", "ina219", (("sda", 21), ("scl", 16)), 0.0, 0.0, 40.0, 0.0, tuple(known.items()))
        self.around = Draw(amps if callable(amps) else lambda t_us: amps, volts)
        self.chip = Ina219(part, self.around, 7)
        self.t_us = 0

    def put(self, register: int, value: int) -> None:
        assert self.chip.i2c_write(bytes((register, value >> 8, value & 0xFF)), self.t_us) == 3

    def get(self, register: int) -> int:
        self.chip.i2c_write(bytes([register]), self.t_us)
        return int.from_bytes(self.chip.i2c_read(2, self.t_us), "big")

    def signed(self, register: int) -> int:
        value = self.get(register)
        return value - 0x10000 if value & 0x8000 else value

    def wait(self, us: int) -> "Bench":
        self.t_us += us
        return self


def test_registers_after_a_reset() -> None:
    """Table 2: the configuration is 0x399F, everything else nothing."""
    b = Bench()
    assert [b.get(register) for register in range(6)] == [0x399F, 0, 0, 0, 0, 0]
    b.put(CALIBRATION, 0x1235)
    assert b.get(CALIBRATION) == 0x1234  # its last bit is not there
    b.put(CONFIG, 0x8000)
    assert (b.get(CONFIG), b.get(CALIBRATION)) == (0x399F, 0)


def test_the_shunt_and_the_bus() -> None:
    """8.6.3: 10 µV a step; 4 mV a step from bit 3 on; the bus is behind the shunt."""
    b = Bench(0.5, 7.4).wait(2 * MS)
    assert b.signed(SHUNT) == 5000
    assert b.get(BUS) >> 3 == pytest.approx((7.4 - 0.05) / 0.004, abs=1.5)
    assert Bench(-0.26).wait(2 * MS).signed(SHUNT) == -2600  # motors that brake


@pytest.mark.parametrize(("setting", "most"), [(0, 4000), (1, 8000), (2, 16_000), (3, 32_000)])
def test_the_amplifiers_ranges(setting: int, most: int) -> None:
    """Table 4, both ways; a step of 12 bits is as much coarser."""
    for amps in (5.0, -5.0):
        b = Bench(amps)
        b.put(CONFIG, 0x219F | setting << 11)
        assert b.wait(2 * MS).signed(SHUNT) == (most if amps > 0 else -most)
    steps = set()
    for number in range(40):
        b = Bench(0.1 + number * 0.0001)
        b.put(CONFIG, 0x219F | setting << 11)
        steps.add(b.wait(2 * MS).signed(SHUNT))
    assert min(b - a for a, b in zip(sorted(steps), sorted(steps)[1:], strict=False)) == 1 << setting


def test_the_bus_ranges() -> None:
    for setting, most in ((0, 16.0), (1, 24.0)):
        b = Bench(0.0, 24.0)
        b.put(CONFIG, setting << 13 | 0x199F)
        assert (b.wait(2 * MS).get(BUS) >> 3) * 0.004 == most


def test_current_and_power_by_the_calibration() -> None:
    """8.5.1: with 0.1 mA a step for current and 20 times that for power, 4096 is written."""
    b = Bench(1.0, 7.5)
    b.put(CALIBRATION, 4096)
    b.wait(2 * MS)
    assert b.signed(CURRENT) == 10_000
    assert b.get(POWER) == pytest.approx(1.0 * 7.4 / 0.002, abs=2)
    b = Bench(-1.0)
    b.put(CALIBRATION, 4096)
    assert b.wait(2 * MS).signed(CURRENT) == -10_000


def test_what_does_not_fit_overflows() -> None:
    b = Bench(3.0)
    b.put(CALIBRATION, 0xFFFE)
    assert b.wait(2 * MS).get(BUS) & 1
    b.put(CALIBRATION, 4096)
    assert not b.get(BUS) & 1


@pytest.mark.parametrize(
    ("adc", "us"), [(0, 84), (1, 148), (2, 276), (3, 532), (8, 532), (9, 1060), (12, 8510), (15, 68_100)]
)
def test_how_long_conversions_take(adc: int, us: int) -> None:
    """Table 5; the shunt first, then the bus."""
    b = Bench()
    b.put(CONFIG, 0x3800 | adc << 7 | adc << 3 | 7)
    b.wait(2 * us - 1)
    assert not b.get(BUS) & 2
    b.wait(1)
    assert b.get(BUS) & 2
    assert b.around.asked[-2:] == [(0, us), (us, 2 * us)]


def test_ready_until_the_power_is_read_or_the_mode_written() -> None:
    b = Bench().wait(5 * MS)
    assert b.get(BUS) & 2 and b.get(BUS) & 2
    b.get(POWER)
    assert not b.get(BUS) & 2
    b.wait(2 * MS)
    assert b.get(BUS) & 2
    b.put(CONFIG, 0x399F)
    assert not b.get(BUS) & 2


def test_triggered_means_once() -> None:
    b = Bench(lambda t_us: 0.1 if t_us < 10 * MS else 0.9)
    b.put(CONFIG, 0x399B)
    b.wait(5 * MS)
    assert b.signed(SHUNT) == 1000
    b.wait(50 * MS)
    assert b.signed(SHUNT) == 1000
    b.put(CONFIG, 0x399B)
    assert b.wait(5 * MS).signed(SHUNT) == 9000
    b.put(CONFIG, 0x3998)  # powered down: it keeps what it has
    assert b.wait(50 * MS).signed(SHUNT) == 9000


def test_a_mean_is_of_its_whole_time() -> None:
    """128 samples in 68 ms of a current that comes and goes every 5 ms."""
    b = Bench(lambda t_us: 1.0 if t_us // 5000 % 2 else 0.0)
    b.put(CONFIG, 0x3FFF)
    assert b.wait(140 * MS).signed(SHUNT) == pytest.approx(5000, rel=0.15)


def test_what_is_read_is_the_last_cycle_done_however_often_one_reads() -> None:
    def told(every_us: int) -> int:
        b = Bench(lambda t_us: t_us / 1e6, noise_uv=50.0)
        while b.t_us < 300 * MS:
            b.wait(every_us)
            b.get(SHUNT)
        return b.signed(SHUNT)

    assert told(1 * MS) == told(20 * MS) == told(300 * MS)


def test_noise_offset_and_a_shunt_of_its_own() -> None:
    b = Bench(0.5, noise_uv=200.0)
    found = [b.wait(2 * MS).signed(SHUNT) for _ in range(300)]
    assert statistics.mean(found) == pytest.approx(5000, abs=4)
    assert statistics.stdev(found) == pytest.approx(20, rel=0.2)
    assert Bench(0.5, offset_uv=80.0).wait(2 * MS).signed(SHUNT) == 5008
    assert Bench(0.5, shunt_ohm=0.101).wait(2 * MS).signed(SHUNT) == 5048  # steps of 80 µV
    assert Bench(0.0, 10.0, scale_percent=0.5).wait(2 * MS).get(BUS) >> 3 == pytest.approx(10.05 / 0.004, abs=1.5)
