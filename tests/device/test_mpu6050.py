"""The MPU-6050, register by register; sections are those of the register map RM-MPU-6000A-00, revision 4.2."""

import statistics
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.devices.chance import normal_rows
from marshrut.simulator.devices.mpu6050 import Mpu6050
from marshrut.simulator.devices.mpu6050_errors import Errors
from marshrut.simulator.scene.model import Part
from still_surroundings import Still

FIGURES = {
    "address": 104.0, "gyro_bias_deg_s": 0.0, "gyro_noise_deg_s": 0.0, "accel_bias_mg": 0.0, "accel_noise_mg": 0.0,
    "temperature_c": 27.0, "gyro_scale_percent": 0.0, "accel_scale_percent": 0.0, "cross_axis_percent": 0.0,
    "gyro_drift_deg_s_c": 0.0, "warming_c": 0.0,
}  # fmt: skip
SECOND = 1_000_000
ALL_FIELDS = 0xF8


def chip(around: Still | None = None, heading: float = 0.0, seed: int = 7, **figures: float) -> Mpu6050:
    part = Part("imu", "mpu6050", (("sda", 21), ("scl", 22), ("int", 5)), 0.0, 0.0, 40.0, heading,
                tuple((FIGURES | figures).items()))  # fmt: skip
    return Mpu6050(part, around or Still(), seed)


def awake(around: Still | None = None, at_us: int = 0, **how: float) -> Mpu6050:
    """Woken, with the filter of 188 Hz, so that it samples 1000 times a second."""
    imu = chip(around, **how)
    put(imu, 0x6B, 0x00, at_us=at_us)
    put(imu, 0x1A, 0x01, at_us=at_us)
    return imu


def put(imu: Mpu6050, register: int, *values: int, at_us: int = 0) -> None:
    assert imu.i2c_write(bytes([register, *values]), at_us) == 1 + len(values)


def get(imu: Mpu6050, register: int, count: int = 1, at_us: int = 0) -> bytes:
    assert imu.i2c_write(bytes([register]), at_us) == 1
    return imu.i2c_read(count, at_us)


def words(imu: Mpu6050, at_us: int) -> tuple[int, ...]:
    """Acceleration x, y, z, temperature, rate x, y, z."""
    return struct.unpack(">7h", get(imu, 0x3B, 14, at_us))


def edges(imu: Mpu6050, until_us: int, after_us: int = 0) -> list[tuple[int, int]]:
    found = []
    while (change := imu.next_change("int", after_us, until_us)) is not None:
        after_us = change[0]
        found.append(change)
    return found


@pytest.mark.parametrize("address", [0x68, 0x69])
def test_who_am_i_is_the_same_on_both_addresses(address: int) -> None:
    """Section 4.34."""
    imu = chip(address=float(address))
    assert imu.address == address
    assert get(imu, 0x75) == b"\x68"


def test_it_sleeps_until_it_is_woken() -> None:
    """Section 4.28: PWR_MGMT_1 is 0x40 after a reset, all else 0; a sleeping chip measures nothing."""
    imu = chip()
    assert get(imu, 0x6B) == b"\x40"
    assert get(imu, 0x19, 4) == bytes(4)
    assert words(imu, SECOND) == (0,) * 7
    put(imu, 0x6B, 0x00, at_us=SECOND)
    assert words(imu, SECOND + 10_000)[2] == 16384


def test_a_reset_puts_it_to_sleep_and_clears_its_settings() -> None:
    """Section 4.28: DEVICE_RESET, a bit that takes itself back."""
    imu = awake()
    put(imu, 0x1B, 0x18)
    put(imu, 0x6B, 0x80, at_us=SECOND)
    assert get(imu, 0x6B, at_us=SECOND) == b"\x40"
    assert get(imu, 0x1B, at_us=SECOND) == b"\x00"
    assert words(imu, 2 * SECOND) == (0,) * 7


@pytest.mark.parametrize(
    ("select", "gyro", "accel"), [(0, 131, 16384), (1, 65.5, 8192), (2, 32.8, 4096), (3, 16.4, 2048)]
)
def test_ranges(select: int, gyro: float, accel: int) -> None:
    """Sections 4.4, 4.5, 4.17 and 4.19: counts for 1 °/s and for 1 g by FS_SEL and AFS_SEL."""
    imu = awake(Still(turn=lambda t: 90.0, acceleration=lambda t: (4903.325, -980.665)))
    put(imu, 0x1B, select << 3, select << 3)
    x, y, z, _, gx, gy, gz = words(imu, SECOND)
    assert (x, y, z) == (accel // 2, round(-accel / 10), accel)
    assert (gx, gy) == (0, 0)
    assert gz == pytest.approx(90 * gyro, abs=1)


def test_it_saturates_at_its_range() -> None:
    imu = awake(Still(turn=lambda t: -400.0, acceleration=lambda t: (30_000.0, 0.0)))
    assert words(imu, SECOND)[0] == 32767
    assert words(imu, SECOND)[6] == -32768
    put(imu, 0x1B, 0x08, 0x08, at_us=SECOND)
    assert words(imu, 2 * SECOND)[6] == -400 * 65.5


def test_a_turned_chip_feels_along_its_own_axes() -> None:
    imu = awake(Still(acceleration=lambda t: (9806.65, 0.0)), heading=90.0)
    assert words(imu, SECOND)[:3] == (0, -16384, 16384)


def test_temperature() -> None:
    """Section 4.18: degrees = TEMP_OUT / 340 + 36.53."""
    imu = awake(temperature_c=31.0)
    found = [words(imu, SECOND * n)[3] / 340 + 36.53 for n in range(1, 30)]
    assert statistics.mean(found) == pytest.approx(31.0, abs=0.1)


def test_samples_come_at_the_divided_rate() -> None:
    """Section 4.2: 1 kHz with the filter, 8 kHz without, divided by SMPLRT_DIV + 1."""
    for config, divider, period in ((1, 0, 1000), (1, 9, 10_000), (6, 4, 5000), (0, 0, 125), (7, 7, 1000)):
        imu = awake(Still(turn=lambda t: t / 1000))
        put(imu, 0x19, divider, config)
        put(imu, 0x38, 0x01)
        ups = [at for at, level in edges(imu, 12 * period) if level]
        assert ups[1:4] == [ups[0] + period * n for n in (1, 2, 3)]


def test_a_sample_stays_until_the_next_one_and_a_burst_is_of_one() -> None:
    """Section 4.18."""
    imu = awake(Still(turn=lambda t: t / 10_000), gyro_noise_deg_s=1.0)
    put(imu, 0x19, 9)
    first = words(imu, 20_000)
    assert words(imu, 29_999) == first
    assert words(imu, 30_000) != first
    assert get(imu, 0x47, 2, 30_000) == get(imu, 0x3B, 14, 30_000)[12:]


def test_what_is_read_does_not_depend_on_what_was_read_before() -> None:
    how = {"gyro_noise_deg_s": 0.3, "accel_noise_mg": 5.0, "gyro_bias_deg_s": 1.0}
    often, seldom = (awake(Still(turn=lambda t: t / 20_000), **how) for _ in range(2))
    for at in range(1000, 400_000, 7000):
        words(often, at)
    assert words(often, 400_000) == words(seldom, 400_000)


def test_noise_and_bias_are_those_of_the_robot_file() -> None:
    """PS-MPU-6000A-00, 6.1: 0.05 °/s behind the filter of 98 Hz; behind that of 5 Hz it is quieter, and slower."""
    spread = {}
    for config in (2, 6):
        imu = awake(gyro_noise_deg_s=0.05, gyro_bias_deg_s=0.6)
        put(imu, 0x1A, config)
        rates = [words(imu, SECOND + 40_000 * n)[6] / 131 for n in range(600)]
        spread[config] = statistics.stdev(rates)
        assert 0.3 <= abs(statistics.mean(rates)) <= 0.9
    assert spread[2] == pytest.approx(0.05, rel=0.15)
    assert spread[6] == pytest.approx(0.05 * (5 / 98) ** 0.5, rel=0.25)


def test_each_seed_has_a_bias_of_its_own() -> None:
    biases = {words(awake(seed=seed, gyro_bias_deg_s=0.6), SECOND)[6] for seed in range(8)}
    assert len(biases) >= 6
    assert min(biases) < 0 < max(biases)


def test_a_filter_delays() -> None:
    """Section 4.3: 1.9 ms behind 188 Hz, 18.6 ms behind 5 Hz: a ramp is seen that much late, but for a step."""
    for config, delay in ((1, 1900), (3, 4800), (4, 8300), (5, 13_400), (6, 18_600)):
        imu = awake(Still(turn=lambda t: t / 10_000))
        put(imu, 0x1A, config)
        late = SECOND - words(imu, SECOND)[6] / 131 * 10_000
        assert delay - 2500 <= late <= delay + 2500


def test_self_test_answers_as_the_factory_wrote() -> None:
    """Section 4.1: the response is what the formula makes of the factory's values."""
    imu = awake()
    x, y, z, accel = get(imu, 0x0D, 4)
    put(imu, 0x1B, 0x00, 0x10)
    plain = words(imu, SECOND)
    put(imu, 0x1B, 0xE0, 0xF0, at_us=SECOND)
    tested = words(imu, 2 * SECOND)
    for axis, (register, sign) in enumerate(((x, 1), (y, -1), (z, 1))):
        assert tested[4 + axis] - plain[4 + axis] == pytest.approx(
            sign * 25 * 131 * 1.046 ** ((register & 31) - 1), rel=0.01
        )
        code = register >> 5 << 2 | accel >> 4 - 2 * axis & 3
        wanted = 4096 * 0.34 * (0.92 / 0.34) ** ((code - 1) / 30)
        assert tested[axis] - plain[axis] == pytest.approx(wanted, rel=0.01)


def test_offset_registers_shift_the_zero() -> None:
    imu = awake(Still(turn=lambda t: 3.0))
    put(imu, 0x17, *struct.pack(">h", round(-3.0 * 32.8)))
    assert abs(words(imu, SECOND)[6]) <= 2
    (factory,) = struct.unpack(">h", get(imu, 0x0A, 2))
    put(imu, 0x0A, *struct.pack(">h", factory - 2048), at_us=SECOND)
    assert words(imu, 2 * SECOND)[2] == 0


def test_standby_and_cycling() -> None:
    """Section 4.31: an axis in standby gives 0; cycling, the accelerometer alone wakes 40 times a second and less."""
    imu = awake(Still(turn=lambda t: 9.0))
    put(imu, 0x6C, 0x09)
    x, y, z, _, _, _, gz = words(imu, SECOND)
    assert (x, y, z, gz) == (0, 0, 0, 0)
    put(imu, 0x6B, 0x20, 0xC7, at_us=SECOND)
    put(imu, 0x38, 0x01, at_us=SECOND)
    assert [at for at, level in edges(imu, 2 * SECOND, SECOND) if level][:2] == [1_025_000, 1_050_000]
    assert words(imu, 2 * SECOND)[2] == 16384


def test_data_ready_pulses_for_50_us() -> None:
    """Sections 4.12 and 4.13."""
    imu = awake()
    put(imu, 0x19, 9)
    assert imu.level("int", 10_000) == 0
    assert edges(imu, 100_000) == []
    put(imu, 0x38, 0x01)
    assert edges(imu, 25_000) == [(10_000, 1), (10_050, 0), (20_000, 1), (20_050, 0)]
    assert [imu.level("int", t) for t in (9_999, 10_000, 10_049, 10_050)] == [0, 1, 1, 0]


@pytest.mark.parametrize(("config", "how"), [(0x20, "status"), (0x30, "any"), (0xA0, "low"), (0xE0, "open")])
def test_a_latched_interrupt_waits_to_be_read(config: int, how: str) -> None:
    """Section 4.12: until INT_STATUS is read, or with INT_RD_CLEAR anything; INT_LEVEL turns the line over."""
    imu = awake()
    put(imu, 0x19, 9)
    put(imu, 0x37, config, 0x01)
    up, down = (0, None if how == "open" else 1) if config & 0x80 else (1, 0)
    assert edges(imu, 50_000) == [(10_000, up)]
    assert imu.level("int", 9_999) == down
    assert imu.level("int", 40_000) == up
    assert get(imu, 0x75, at_us=40_500) == b"\x68"
    assert imu.level("int", 40_600) == (down if how == "any" else up)
    if how != "any":
        assert get(imu, 0x3A, at_us=41_000) == b"\x01"
        assert get(imu, 0x3A, at_us=41_000) == b"\x00"
    assert imu.level("int", 41_000) == down
    assert edges(imu, 60_000, 41_000) == [(50_000, up)]


def test_the_buffer_holds_samples_in_the_order_of_the_registers() -> None:
    """Sections 4.5, 4.32, 4.33."""
    around = Still(turn=lambda t: t / 10_000)
    imu, other = awake(around), awake(around)
    put(imu, 0x19, 9)
    put(imu, 0x6A, 0x44)
    put(imu, 0x23, ALL_FIELDS)
    assert get(imu, 0x72, 2, 9_999) == b"\x00\x00"
    assert get(imu, 0x72, 2, 35_000) == (3 * 14).to_bytes(2, "big")
    packets = get(imu, 0x74, 3 * 14, 35_000)
    for n in range(3):
        assert struct.unpack(">7h", packets[14 * n : 14 * n + 14]) == words(other, 10_000 * (n + 1))
    assert get(imu, 0x72, 2, 35_000) == b"\x00\x00"
    # Where nothing waits, the last byte comes once more.
    assert get(imu, 0x74, 2, 35_000) == packets[-1:] * 2


def test_only_the_chosen_fields_are_buffered() -> None:
    imu = awake(Still(turn=lambda t: 50.0))
    put(imu, 0x6A, 0x40)
    put(imu, 0x23, 0x90)
    assert get(imu, 0x72, 2, 10_000) == (10 * 4).to_bytes(2, "big")
    warm, turn = struct.unpack(">2h", get(imu, 0x74, 4, 10_000))
    assert warm == pytest.approx((27 - 36.53) * 340, abs=150)
    assert turn == 6550
    put(imu, 0x23, 0x10, at_us=10_000)
    assert get(imu, 0x72, 2, 12_000) == (9 * 4 + 2 * 2).to_bytes(2, "big")


def test_an_overflowing_buffer_loses_the_oldest_bytes_and_says_so() -> None:
    """Sections 4.15 and 4.33: 1024 bytes are 85 packets of 12 and a third of one."""
    imu = awake(Still(turn=lambda t: t / 10_000))
    put(imu, 0x6A, 0x44)
    put(imu, 0x23, 0x78)
    put(imu, 0x38, 0x10)
    assert edges(imu, 90_000)[:2] == [(86_000, 1), (86_050, 0)]
    assert get(imu, 0x3A, at_us=85_000)[0] & 0x10 == 0
    assert get(imu, 0x72, 2, 85_000) == (1020).to_bytes(2, "big")
    assert get(imu, 0x72, 2, 100_000) == (1024).to_bytes(2, "big")
    assert get(imu, 0x3A, at_us=100_000)[0] & 0x10
    # The newest packet is whole at the end of what is left.
    left = get(imu, 0x74, 1024, 100_000)
    assert struct.unpack(">h", left[-2:])[0] == words(imu, 100_000)[6]
    put(imu, 0x6A, 0x44, at_us=100_000)
    assert get(imu, 0x72, 2, 100_500) == b"\x00\x00"
    assert get(imu, 0x72, 2, 101_000) == b"\x00\x0c"


def test_a_sample_that_nobody_reads_costs_nothing() -> None:
    around = Still()
    imu = awake(around)
    put(imu, 0x6A, 0x44)
    put(imu, 0x23, ALL_FIELDS)
    for at in range(0, 60 * SECOND, 10_000):
        get(imu, 0x3A, 1, at)
        get(imu, 0x72, 2, at)
    assert around.looks == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40_000), st.sampled_from(["write", "read"]), st.integers(0, 0x7F),
                          st.binary(min_size=1, max_size=20)), max_size=30))  # fmt: skip
def test_it_bears_any_traffic(traffic: list[tuple[int, str, int, bytes]]) -> None:
    """Whatever is written, reads have their length, edges come in order and agree with the level."""
    imu, now = awake(Still(turn=lambda t: 20.0)), 0
    for wait, kind, register, data in traffic:
        now += wait
        if kind == "write":
            put(imu, register, *data, at_us=now)
        else:
            assert len(get(imu, register, len(data), now)) == len(data)
        last = now
        for at, level in edges(imu, now + 3000, now)[:6]:
            assert last < at <= now + 3000
            assert (1 if imu.level("int", at) is None else imu.level("int", at)) == level
            last = at


def test_scale_errors() -> None:
    imu = awake(Still(turn=lambda t: 100.0), gyro_scale_percent=-2.0, accel_scale_percent=3.0)
    assert words(imu, SECOND)[6] == pytest.approx(98 * 131, abs=1)
    assert words(imu, SECOND)[2] == pytest.approx(1.03 * 16384, abs=1)


def test_axes_that_are_not_square_share_what_they_feel() -> None:
    """Up to 2 % of what another axis has (data sheet, 6.1), each as its seed has it."""
    shares = []
    for seed in range(12):
        imu = awake(Still(turn=lambda t: 200.0), seed=seed, cross_axis_percent=2.0)
        *_, x, y, z = words(imu, SECOND)
        assert z == pytest.approx(200 * 131, abs=1)
        shares += [x / z, y / z]
    assert max(map(abs, shares)) <= 0.0201
    assert min(shares) < -0.01 and max(shares) > 0.01


def test_a_chip_that_warms_up_drifts() -> None:
    """Bias goes with warmth, by an amount and to a side of each axis' own; the thermometer tells it."""
    imu = awake(gyro_drift_deg_s_c=0.1, warming_c=5.0)
    early, late = words(imu, SECOND), words(imu, 400 * SECOND)
    degrees = (late[3] - early[3]) / 340
    assert degrees == pytest.approx(5.0, abs=0.5)
    for axis in (4, 5, 6):
        assert 0.5 * 0.1 * 4.5 * 131 < abs(late[axis] - early[axis]) < 1.5 * 0.1 * 5.1 * 131


def test_a_gyroscope_wanders_slowly_and_little() -> None:
    """By less than a step of its numbers: as an Allan deviation shows, a thousandth of a °/s or two."""
    figures = tuple((FIGURES | {"gyro_noise_deg_s": 0.05}).items())
    errors = Errors(Part("imu", "mpu6050", (), 0.0, 0.0, 40.0, 0.0, figures), 1, 2, normal_rows(3))
    minutes = [errors.turn((0.0, 0.0, 0.0), second * SECOND)[2] for second in range(0, 6000, 60)]
    assert statistics.pstdev(minutes) == pytest.approx(0.0012 * 2**0.5, rel=0.4)
    assert abs(errors.turn((0.0, 0.0, 0.0), SECOND)[2] - errors.turn((0.0, 0.0, 0.0), 2 * SECOND)[2]) < 0.0006


def test_on_a_slope_the_accelerometer_feels_what_carries_it() -> None:
    """Nose up by 10°: a sixth of g forward, and what is left upward; the left side up in the same way."""
    sine, cosine = 0.17364817766693033, 0.984807753012208
    imu = awake(Still(tilt=lambda t: (sine, 0.0)))
    assert words(imu, SECOND)[:3] == pytest.approx((16384 * sine, 0, 16384 * cosine), abs=1)
    imu = awake(Still(tilt=lambda t: (0.0, sine)), heading=90.0)  # its x axis points to the left
    assert words(imu, SECOND)[:3] == pytest.approx((16384 * sine, 0, 16384 * cosine), abs=1)


def test_going_over_an_edge_turns_about_the_axes_on_the_floor() -> None:
    """The right-hand rule: the left side goes up about x, the nose goes down about y."""
    imu = awake(Still(tilting=lambda t: (30.0, 20.0)))
    assert words(imu, SECOND)[4:] == pytest.approx((20 * 131, -30 * 131, 0), abs=1)
    imu = awake(Still(tilting=lambda t: (30.0, 20.0)), heading=90.0)
    assert words(imu, SECOND)[4:] == pytest.approx((-30 * 131, -20 * 131, 0), abs=1)
