"""SparkFun's XRP: another chip, other motors, two line sensors."""

import pytest

from .conftest import RunProgram, on_both

XRP = {"robot": "xrp"}


def test_it_drives_as_told(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor, "print(rover.drive.straight(500), rover.drive.turn(90), rover.drive.straight(-200))", **XRP
    )
    assert ride.text == "done done done\n"
    assert ride.ahead_mm == pytest.approx(500, abs=6)
    assert ride.left_mm == pytest.approx(-200, abs=8)
    assert ride.turned_deg == pytest.approx(90, abs=2)


def test_both_wheels_go_ahead_and_count_up(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "both = rover.left_motor, rover.right_motor\nfor motor in both:\n    motor.run(200)\nsleep_ms(800)\n"
        "for motor in both:\n    print(motor.angle() > 100, 150 < motor.speed() < 250)\n",
        **XRP,
    )
    assert ride.text == "True True\n" * 2
    assert ride.ahead_mm > 50


@pytest.mark.slow
def test_it_follows_a_line_with_two_sensors(on_line: RunProgram) -> None:
    ride = on_both(
        on_line,
        "rover.line.calibrate(rover.drive)\nrover.follower.follow(120, until=lambda: rover.drive.distance() > 700)",
        **XRP,
    )
    assert max(ride.driven_mm) > 500


def test_what_else_is_on_it_works(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "rover.led.on()\nprint(190 < rover.range.distance() < 210)\nrover.servo.angle(30)\nrover.lights.fill('red')\n"
        "print(rover.button.wait_pressed(2000))\n",
        walls=[(295, -400, 295, 400)],
        presses=[(600, 200)],
        **XRP,
    )
    assert ride.text == "True\nTrue\n"


ABOVE_31 = """
from machine import PWM, Pin
seen = []
Pin(36, Pin.IN, Pin.PULL_UP).irq(lambda pin: seen.append(pin.value()))
rover.left_motor
print(PWM(Pin(2), freq=50).freq(), PWM(Pin(34)).freq())
sleep_ms(1000)
print(seen[0], seen[-1])
Pin(36).irq(None)
"""


def test_a_pin_above_31_has_an_interrupt_and_a_slice_of_its_own(on_floor: RunProgram) -> None:
    ride = on_both(on_floor, ABOVE_31, presses=[(300, 200)], **XRP)
    assert ride.text == "50 20000\n0 1\n"
