"""Drivers and programs for the inertial, colour and analogue sensors, on both interpreters."""

import statistics
from collections.abc import Callable
from pathlib import Path

import pytest
from part_rides import HERE, PartRide, ride_on_both

RunOnBoth = Callable[..., PartRide]

FIELDS = HERE / "worlds" / "fields.toml"
SETUP = """
from machine import ADC, I2C, Pin
from time import sleep_ms, ticks_diff, ticks_us
from rover import Rover
rover = Rover()
i2c = I2C(0, sda=Pin(21), scl=Pin(16), freq=400000)
"""
IMU = SETUP + "from mpu6050 import MPU6050\nimu = MPU6050(i2c)\n"
EYE = SETUP + "from tcs34725 import TCS34725\neye = TCS34725(i2c)\neye.gain(4)\n"
STILL_RATE = """
sleep_ms(200)
bias = 0
for n in range(200):
    bias += imu.gyro[2]
    sleep_ms(5)
bias /= 200
"""


@pytest.fixture
def sensing(tmp_path: Path, node: Path) -> RunOnBoth:
    def run(text: str, *drivers: str) -> PartRide:
        return ride_on_both(tmp_path, text, "sensing", FIELDS, drivers)

    return run


def test_all_chips_are_found_on_the_bus(sensing: RunOnBoth) -> None:
    ride = sensing(SETUP + "print('found', *i2c.scan())\n")
    assert ride.said("found")[0][1] == ["41", "64", "104"]


def test_a_terse_program_talks_to_both_by_stream_calls(sensing: RunOnBoth) -> None:
    """As programs without a driver do: command bytes by hand, a repeated start, a SoftI2C."""
    ride = sensing(
        """
from machine import Pin, SoftI2C
from struct import unpack
from time import sleep_ms
bus = SoftI2C(sda=Pin(21), scl=Pin(16))
bus.writeto(0x29, b"\\x80\\x03")
bus.writeto(0x29, b"\\x81\\xd6")
bus.writeto(0x68, b"\\x75", False)
print("who", bus.readfrom(0x68, 1)[0])
bus.writeto(0x68, bytes((0x6b, 0)))
while True:
    bus.writeto(0x29, b"\\x93")
    if bus.readfrom(0x29, 1)[0] & 1:
        break
    sleep_ms(10)
bus.writeto(0x29, b"\\xb4")
print("light", *unpack("<HHHH", bus.readfrom(0x29, 8)))
six = bytearray(6)
bus.writeto(0x68, b"\\x3b", False)
bus.readfrom_into(0x68, six)
print("tilt", *unpack(">hhh", six))
Pin(2, Pin.OUT).value(1)
"""
    )
    assert ride.said("who")[0][1] == ["104"]
    clear, *channels = (int(word) for word in ride.said("light")[0][1])
    assert clear > 1000 and all(clear // 4 < channel < clear // 2 for channel in channels)
    x, y, z = (int(word) for word in ride.said("tilt")[0][1])
    assert abs(x) < 400 and abs(y) < 400 and abs(z - 16384) < 400


def test_rates_are_true_within_noise(sensing: RunOnBoth) -> None:
    """Standing, turning to either side: the rate that is read is the robot's, but for bias and noise."""
    ride = sensing(
        IMU
        + "imu.filter(2)\n"
        + STILL_RATE
        + """
for rate in (0, 90, -150):
    rover.drive.drive(0, rate)
    sleep_ms(600)
    for n in range(40):
        print("rate", "%.3f" % (imu.gyro[2] - bias))
        sleep_ms(20)
rover.drive.stop()
""",
        "mpu6050",
    )
    errors = [float(words[0]) - ride.true("omega_mdeg_s", t_us - 3500) / 1000 for t_us, words in ride.said("rate")]
    standing, turning = errors[:40], errors[40:]
    assert statistics.stdev(standing) == pytest.approx(0.05, rel=0.4)
    assert abs(statistics.mean(standing)) < 0.03
    # Between two records of the trace the true rate is not known to better than this.
    assert abs(statistics.mean(turning)) < 0.2
    assert max(map(abs, turning)) < 5.0


def test_the_heading_adds_up_over_a_turn(sensing: RunOnBoth) -> None:
    ride = sensing(
        IMU
        + STILL_RATE
        + """
heading = 0
rover.drive.turn(180, wait=False)
before = ticks_us()
for n in range(300):
    sleep_ms(10)
    now = ticks_us()
    heading += (imu.gyro[2] - bias) * ticks_diff(now, before) / 1000000
    before = now
print("heading", "%.2f" % heading)
""",
        "mpu6050",
    )
    ((t_us, words),) = ride.said("heading")
    turned = (ride.true("heading_mdeg", t_us) - ride.true("heading_mdeg", 0)) / 1000
    assert turned == pytest.approx(180, abs=6)
    assert float(words[0]) == pytest.approx(turned, abs=2.0)


def test_acceleration_is_gravity_at_rest_and_points_inward_in_a_bend(sensing: RunOnBoth) -> None:
    ride = sensing(
        IMU
        + """
def mean(count):
    total = [0, 0, 0]
    for n in range(count):
        for axis, g in enumerate(imu.acceleration):
            total[axis] += g
        sleep_ms(10)
    return ["%.4f" % (g / count) for g in total]

print("rest", *mean(50))
rover.drive.drive(300, 120)
sleep_ms(1000)
print("begin")
print("bend", *mean(100))
rover.drive.stop()
print("warm", "%.1f" % imu.temperature)
""",
        "mpu6050",
    )
    rest, bend = ([float(word) for word in ride.said(kind)[0][1]] for kind in ("rest", "bend"))
    for found, wanted in zip(rest, (0.0, 0.0, 1.0), strict=True):
        assert found == pytest.approx(wanted, abs=0.013)
    begun, ended = ride.said("begin")[0][0], ride.said("bend")[0][0]
    wanted = statistics.mean(
        ride.true("v_um_s", t_us) / 1000 * ride.true("omega_mdeg_s", t_us) / 57_295.78 / 9806.65
        for t_us in range(begun, ended, 20_000)
    )
    assert wanted > 0.05
    assert bend[1] - rest[1] == pytest.approx(wanted, abs=0.004)
    assert bend[0] - rest[0] == pytest.approx(0.0, abs=0.01)
    assert float(ride.said("warm")[0][1][0]) == pytest.approx(27.0, abs=0.5)


def test_the_buffer_keeps_what_a_busy_program_has_no_time_for(sensing: RunOnBoth) -> None:
    """A turn is worked out afterwards from packets of six words, a hundred a second."""
    ride = sensing(
        IMU
        + STILL_RATE
        + """
from struct import unpack
imu.sample_rate(100)
rover.drive.turn(90, wait=False)
imu.start_fifo()
heading = 0
packets = 0
for n in range(4):
    sleep_ms(500)
    for m in range(imu.fifo_count() // 12):
        heading += (unpack(">6h", imu.read_fifo(12))[5] / 131 - bias) * 0.01
        packets += 1
print("heading", "%.2f" % heading, packets, imu.overflowed())
sleep_ms(1000)
print("full", imu.fifo_count(), imu.overflowed())
""",
        "mpu6050",
    )
    ((t_us, words),) = ride.said("heading")
    turned = (ride.true("heading_mdeg", t_us) - ride.true("heading_mdeg", 0)) / 1000
    assert turned == pytest.approx(90, abs=6)
    assert float(words[0]) == pytest.approx(turned, abs=2.0)
    assert 199 <= int(words[1]) <= 215
    assert words[2] == "False"
    assert ride.said("full")[0][1] == ["1024", "True"]


def test_a_reader_that_waits_for_the_interrupt_misses_nothing(sensing: RunOnBoth) -> None:
    ride = sensing(
        IMU
        + """
imu.sample_rate(50)
ready = 0
def on_ready(pin):
    global ready
    ready += 1

line = Pin(17, Pin.IN)
line.irq(on_ready, Pin.IRQ_RISING)
imu.interrupt_when_ready()
read = 0
begun = ticks_us()
while read < 50:
    while not ready:
        sleep_ms(1)
    ready -= 1
    imu.gyro
    read += 1
print("took", ticks_diff(ticks_us(), begun), ready)
imu.interrupt_when_ready(latched=True)
sleep_ms(50)
print("latched", line.value(), imu.ready(), line.value())
line.irq(None)
""",
        "mpu6050",
    )
    took, left = (int(word) for word in ride.said("took")[0][1])
    assert took == pytest.approx(50 * 20_000, abs=21_000)
    assert left == 0
    assert ride.said("latched")[0][1] == ["1", "True", "0"]


def test_colours_are_told_apart(sensing: RunOnBoth) -> None:
    """The robot drives over six fields and says what it stands on."""
    ride = sensing(
        EYE
        + """
eye.integration_time(12)
eye.active(True)

def name(red, green, blue, clear):
    if clear < white // 8:
        return "black"
    if min(red * 3, green * 3, blue * 3) > clear * 2 // 3 and clear > white * 3 // 4:
        return "white"
    if blue > red and blue > green:
        return "blue"
    if green > red:
        return "green"
    return "yellow" if green * 2 > red else "red"

white = eye.read()[3]
rover.drive.drive(150, 0)
seen = before = ""
same = fields = 0
while fields < 7:
    sleep_ms(20)
    now = name(*eye.read_all())
    same = same + 1 if now == before else 0
    before = now
    if same == 4 and now != seen:  # the spot is off the border by then
        seen = now
        fields += 1
        print("sees", now)
rover.drive.stop()
""",
        "tcs34725",
    )
    assert [words[0] for _, words in ride.said("sees")] == ["white", "red", "green", "blue", "yellow", "white", "black"]


def test_battery_and_knob_are_read_by_the_adc(sensing: RunOnBoth) -> None:
    ride = sensing(
        SETUP
        + """
def volts(pin):
    adc = ADC(Pin(pin), atten=ADC.ATTN_11DB)
    return sum(adc.read_u16() for n in range(16)) / 16 * 3.3 / 65535

sleep_ms(300)
print("knob", "%.3f" % (volts(33) / 3.3))
print("rest", "%.3f" % (volts(15) * 3))
rover.drive.drive(400, 0)
sleep_ms(1000)
print("load", "%.3f" % (volts(15) * 3))
"""
    )
    assert float(ride.said("knob")[0][1][0]) == pytest.approx(0.3, abs=0.005)
    for kind in ("rest", "load"):
        t_us, words = ride.said(kind)[0]
        assert float(words[0]) == pytest.approx(ride.true("battery_mv", t_us) / 1000, rel=0.03)
    assert float(ride.said("load")[0][1][0]) < float(ride.said("rest")[0][1][0])


def test_a_colour_sensor_wakes_a_sleeping_program_when_it_gets_dark(sensing: RunOnBoth) -> None:
    """Its thresholds interrupt while the robot rolls on at a fixed duty, with nothing else to do."""
    ride = sensing(
        EYE
        + """
from machine import PWM
eye.integration_time(4.8)
i2c.writeto(0x29, b"\\xa4\\x40\\x00\\xff\\xff")  # below 64 or above 65535
i2c.writeto(0x29, b"\\x8c\\x02")  # twice in a row
i2c.writeto(0x29, b"\\x80\\x01")
sleep_ms(3)
i2c.writeto(0x29, b"\\x80\\x13")

def on_dark(pin):
    print("dark")

Pin(13, Pin.IN, Pin.PULL_UP).irq(on_dark, Pin.IRQ_FALLING)
PWM(Pin(25), freq=5000, duty_u16=30000)
PWM(Pin(27), freq=5000, duty_u16=30000)
sleep_ms(6000)
print("awake", Pin(13).value())
Pin(13).irq(None)
""",
        "tcs34725",
    )
    ((t_us, _),) = ride.said("dark")
    # The spot is 40 mm ahead; it takes two integrations of 7.2 ms, and sees only dark 5 mm behind the border.
    assert 1050 <= ride.true("x_um", t_us) / 1000 + 40 <= 1050 + 15
    assert ride.said("awake")[0][1] == ["0"]


def test_current_tells_a_free_robot_from_a_stalled_one(sensing: RunOnBoth) -> None:
    """Standing, at a steady speed, and in the first moment of a start from rest; and how much power that is."""
    ride = sensing(
        SETUP
        + """
from ina219 import INA219
meter = INA219(i2c)
meter.configure(range_mv=320, samples=8)
def tell(kind):
    meter.configure(range_mv=320, samples=8)
    meter.wait()
    print(kind, "%.3f" % meter.current_a, "%.3f" % meter.bus_v, "%.3f" % meter.power_w)

sleep_ms(300)
tell("rest")
rover.drive.drive(300, 0)
sleep_ms(1500)
tell("free")
rover.drive.stop()
sleep_ms(500)
rover.drive.set_effort(100, 100)
sleep_ms(12)
tell("start")
rover.drive.stop()
""",
        "ina219",
    )
    amps = {}
    for kind in ("rest", "free", "start"):
        t_us, words = ride.said(kind)[0]
        current, volts, watts = map(float, words)
        amps[kind] = current
        assert volts == pytest.approx(ride.true("battery_mv", t_us) / 1000 - 0.1 * current, abs=0.12)
        assert watts == pytest.approx(volts * current, rel=0.02, abs=0.02)
    assert 0.05 < amps["rest"] < 0.3
    assert amps["rest"] < amps["free"] < amps["start"] / 2
