"""What shows and sounds on the Pico rover, whose PWM pins share their frequency two by two."""

import pytest
from marshrut.simulator.appearance import angle_of, lamps_of, tone_of

from .conftest import RunProgram, on_both


def test_servo_buzzer_lights_and_motors_beside_each_other(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "song = rover.buzzer.play('C5/4 E5 G5', tempo=200, wait=False)\nrover.lights.fill((100, 200, 40))\n"
        "rover.servo.angle(20)\narm = rover.servo.move(120, 900, wait=False)\nrover.led.blink(100, 100)\n"
        "rover.drive.straight(250)\nprint(song.result, arm.result)\nsleep_ms(100)",
        robot="pico-sensor-rover",
    )
    assert ride.said == ["done", "done"]
    assert ride.ahead_mm == pytest.approx(250, abs=5)
    shown: dict[str, list[str]] = {"arm": [], "lamps": [], "buzzer": [], "display": []}
    for _, _, part, text in ride.trace.displays:
        shown[part].append(text)
    assert angle_of(shown["arm"][-1]) == pytest.approx(120, abs=0.6)
    assert lamps_of(shown["lamps"][-1], 8)[0] == (25, 50, 10)
    heard = [tone_of(text)[0] for text in shown["buzzer"]]
    assert [hz for hz in heard if hz] == pytest.approx([523, 659, 784], abs=1)
