"""Button, Led and StopWatch."""

import pytest

from .conftest import RunProgram

LED_PIN = 2


def test_the_button_is_waited_for(on_line: RunProgram) -> None:
    """Line sprint's starter presses it one second after power-on and lets go 150 ms later."""
    ride = on_line(
        "from time import ticks_ms\nprint(rover.button.pressed())\n"
        "rover.button.wait_pressed()\nprint(ticks_ms())\nrover.button.wait_released()\nprint(ticks_ms())"
    )
    before, down, up = ride.said
    assert before == "False"
    assert 1000 < int(down) < 1060
    assert 1150 < int(up) < 1210


def test_one_press_is_one_press_though_its_contact_bounces(on_line: RunProgram) -> None:
    ride = on_line(
        "from time import ticks_ms\nseen = []\nwas = False\n"
        "while ticks_ms() < 2000:\n"
        "    now = rover.button.pressed()\n    if now != was:\n        seen.append(now)\n    was = now\nprint(*seen)"
    )
    assert ride.said == ["True", "False"]


def test_the_led_shines_when_told(on_line: RunProgram) -> None:
    ride = on_line("rover.led.on()\nrover.led.off()\nrover.led.toggle()\nrover.led.toggle()\nrover.led.toggle()")
    assert [value > 0 for _, _, pin, value in ride.trace.outputs if pin == LED_PIN][-5:] == [
        True, False, True, False, True,
    ]  # fmt: skip


def test_a_stopwatch_counts_while_it_runs(on_line: RunProgram) -> None:
    ride = on_line(
        "watch = StopWatch()\nsleep_ms(300)\nprint(watch.time())\n"
        "watch.pause()\nsleep_ms(500)\nprint(watch.time())\n"
        "watch.resume()\nsleep_ms(200)\nprint(watch.time())\nwatch.reset()\nprint(watch.time())"
    )
    times = [int(word) for word in ride.said]
    assert times == pytest.approx([300, 300, 500, 0], abs=5)
