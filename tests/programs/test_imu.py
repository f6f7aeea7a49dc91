"""What the gyroscope and the accelerometer say, beside what the robot did."""

import pytest

from .conftest import RunProgram, on_both

ROBOTS = ("sensor-rover", "pico-sensor-rover")
TOLD = "R30 | IMU: the robot moved. Keep it still and calibrate again. [R30]"
TRY = """
try:
    {call}
    print("calibrated")
except RoverError as error:
    print(error.code, "|", error)
"""


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", ROBOTS)
@pytest.mark.parametrize("angle", [90, -180, 720])
def test_the_heading_is_the_robots(on_floor: RunProgram, robot: str, angle: int) -> None:
    body = f"""
rover.imu.calibrate()
rover.drive.turn({angle})
sleep_ms(300)
print("%.2f" % rover.imu.heading(), rover.imu.stationary(), "%.1f" % rover.imu.rate())
"""
    ride = on_both(on_floor, body, robot=robot, seed=abs(angle))
    heading, stationary, rate = ride.said
    assert abs(ride.turned_deg) > 80
    # three times what a seed varies the scale by, docs/seed-table.md
    assert float(heading) == pytest.approx(ride.turned_deg, rel=0.009, abs=1)
    assert stationary == "True"
    assert float(rate) == pytest.approx(0, abs=0.3)


def test_it_is_calibrated_at_its_first_use_and_can_be_set(on_floor: RunProgram) -> None:
    body = """
print(rover.imu.ready())
print("%.1f" % rover.imu.heading(), rover.imu.ready())
rover.imu.reset_heading(90)
rover.drive.turn(-45)
sleep_ms(300)
print("%.2f" % rover.imu.heading())
"""
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    before, zero, ready, heading = ride.said
    assert (before, ready) == ("False", "True")
    assert float(zero) == pytest.approx(0, abs=0.1)
    assert float(heading) == pytest.approx(90 + ride.turned_deg, abs=1)


def test_it_does_not_drift(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor, 'rover.imu.calibrate()\nsleep_ms(30000)\nprint("%.2f" % rover.imu.heading())', robot=ROBOTS[0]
    )
    assert float(ride.said[0]) == pytest.approx(0, abs=1)


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", ROBOTS)
@pytest.mark.parametrize("motion", ["drive(200)", "drive(40)", "drive(0, 90)", "drive(0, 5)", "drive(150, 40)"])
@pytest.mark.parametrize("call", ["rover.imu.calibrate()", "rover.imu.heading()"])
def test_it_is_not_calibrated_while_the_robot_moves(on_floor: RunProgram, robot: str, motion: str, call: str) -> None:
    body = f"rover.drive.{motion}\nsleep_ms(800)\n{TRY.format(call=call)}\nprint(rover.imu.ready())\nrover.stop()"
    said = on_both(on_floor, body, robot=robot).text.splitlines()
    assert said == [TOLD, "False"]


def test_it_is_not_calibrated_on_a_robot_that_something_else_turns(on_floor: RunProgram) -> None:
    """The chip alone, on wheels that it knows nothing of: speeding up and slowing down shows."""
    body = f"""
from rover import IMU
from rover.i2c import bus
imu = IMU(bus((0, 16, 21)), 0x68, 3)
def push(speed):
    rover.left_motor.dc(-speed)
    rover.right_motor.dc(speed)
import asyncio
from machine import Timer
speeds = [30, 50]
def change(timer):
    speeds.append(speeds.pop(0))
    push(speeds[0])
timer = Timer(1, period=200, callback=change)
{TRY.format(call="imu.calibrate()")}
timer.deinit()
rover.stop()
"""
    assert on_both(on_floor, body, robot=ROBOTS[0]).text.strip() == TOLD


def test_it_waits_a_moment_for_a_robot_that_comes_to_rest(on_floor: RunProgram) -> None:
    body = f"rover.drive.drive(0, 200)\nsleep_ms(700)\nrover.drive.brake()\n{TRY.format(call='rover.imu.calibrate()')}"
    assert on_both(on_floor, body, robot=ROBOTS[0]).said == ["calibrated"]


def test_the_rate_is_the_robots(on_floor: RunProgram) -> None:
    body = """
rover.imu.calibrate()
for rate in (120, -60):
    rover.drive.drive(0, rate)
    sleep_ms(900)
    total = 0
    for n in range(20):
        total += rover.imu.rate()
        sleep_ms(10)
    print("%.1f" % (total / 20), rover.imu.stationary())
rover.drive.brake()
"""
    left, moving, right, still_moving = on_both(on_floor, body, robot=ROBOTS[0]).said
    assert float(left) == pytest.approx(120, abs=5)
    assert float(right) == pytest.approx(-60, abs=4)
    assert (moving, still_moving) == ("False", "False")


def test_acceleration_and_tilt(on_floor: RunProgram) -> None:
    """At rest the floor carries the robot; speeding up is felt ahead, as if the nose went up; a bend to its inside."""
    body = """
def mean(count):
    total = [0, 0, 0]
    for n in range(count):
        felt = rover.imu.acceleration()
        for axis in range(3):
            total[axis] += felt[axis]
        sleep_ms(10)
    return [sum // count for sum in total]
print(*mean(20))
print("%.1f %.1f" % rover.imu.tilt())
rover.drive.settings(straight_acceleration=1500)
rover.drive.drive(500)
sleep_ms(60)
print(*mean(15))
rover.drive.drive(300, 90)
sleep_ms(800)
print(*mean(50))
rover.drive.stop()
"""
    rest, tilt, start, bend = (
        [float(word) for word in line.split()] for line in on_both(on_floor, body, robot=ROBOTS[0]).text.splitlines()
    )
    assert rest == pytest.approx([0, 0, 9807], abs=200)
    assert tilt == pytest.approx([0, 0], abs=1.5)
    assert start[0] - rest[0] > 700
    inward = 300 * 90 / 57.3  # speed times turn rate
    assert bend[1] - rest[1] == pytest.approx(inward, abs=80)


def test_a_gyroscope_that_is_off_can_be_corrected(on_floor: RunProgram) -> None:
    body = """
rover.imu.settings(heading_correction=324)
rover.imu.calibrate()
rover.drive.turn(180)
sleep_ms(300)
print("%.2f" % rover.imu.heading())
"""
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    assert float(ride.said[0]) == pytest.approx(ride.turned_deg * 360 / 324, abs=1)


def test_the_drive_base_can_ask_for_the_turn_tick_by_tick(on_floor: RunProgram) -> None:
    body = """
imu = rover.imu
imu.prepare()
total = 0
rover.drive.turn(90, wait=False)
for n in range(300):
    sleep_ms(10)
    total += imu.turned()
print("%.2f %.2f" % (total / 1024, imu.heading()))
"""
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    total, heading = map(float, ride.said)
    assert total == pytest.approx(heading, abs=0.05)
    assert heading == pytest.approx(ride.turned_deg, abs=1)


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", ROBOTS)
@pytest.mark.parametrize("fault", ["cable-off:imu", "dead:imu"])
@pytest.mark.parametrize(
    "call", ["heading()", "calibrate()", "acceleration()", "tilt()", "turned() or rover.imu.rate()"]
)
def test_one_that_does_not_answer_is_named(on_floor: RunProgram, robot: str, fault: str, call: str) -> None:
    ride = on_both(on_floor, TRY.format(call=f"rover.imu.{call}"), robot=robot, faults=(fault,))
    assert ride.text.strip() == "R12 | IMU does not answer on I2C address 0x68. Push its cable in. [R12]"


def test_one_whose_cable_comes_out_on_the_way_stops_the_robot(on_floor: RunProgram) -> None:
    body = "rover.imu.calibrate()\n" + TRY.format(call="rover.drive.straight(900)") + "sleep_ms(300)\n"
    ride = on_both(on_floor, body, robot=ROBOTS[0], faults=("cable-off:imu@2",))
    assert ride.text.strip() == "R12 | IMU does not answer on I2C address 0x68. Push its cable in. [R12]"
    assert ride.at_rest()
    assert 100 < ride.ahead_mm < 700


def test_the_heading_outlasts_a_stop_of_everything(on_floor: RunProgram) -> None:
    body = """
rover.drive.use_gyro(True)
rover.drive.turn(90)
rover.stop()
rover.drive.turn(90)
rover.stop()
sleep_ms(200)
print("%.2f" % rover.imu.heading(), rover.drive.angle())
"""
    ride = on_both(on_floor, body, robot=ROBOTS[0])
    assert ride.turned_deg > 170
    heading, angle = map(float, ride.said)
    assert heading == pytest.approx(ride.turned_deg, abs=1)
    assert angle == pytest.approx(ride.turned_deg, abs=1.5)


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", ROBOTS)
@pytest.mark.parametrize("move", ["straight(500, wait=False)", "turn(300, wait=False)", "drive(150, 30)"])
def test_it_takes_no_heap_in_a_tick(on_floor: RunProgram, robot: str, move: str, node: object) -> None:
    body = f"""
import micropython
rover.drive.use_gyro(True)
rover.drive.{move}
sleep_ms(200)
micropython.heap_lock()
sleep_ms(1000)
micropython.heap_unlock()
rover.drive.stop()
sleep_ms(300)
print("%.2f" % rover.imu.heading())
"""
    ride = on_floor(body, robot=robot, runtime="micropython")
    assert ride.outcome.fault is None, ride.outcome.fault
    assert not [event for event in ride.trace.events if event[2] == "callback_error"]
    assert float(ride.text) == pytest.approx(ride.turned_deg, abs=1)  # and nothing but this was printed
    assert ride.driven_mm[-1] > 40 or abs(ride.turned_deg) > 40
