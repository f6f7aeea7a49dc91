"""Lights and Buzzer, and the Led that blinks: what is seen and heard."""

from collections.abc import Callable

import pytest
from marshrut.simulator.appearance import lamps_of, tone_of

from .conftest import Ride, RunProgram, on_both

SETUP = "from time import sleep_ms, ticks_ms\nfrom rover import Buzzer, Lights, Rover, RoverError\nrover = Rover()\n"
DARK = (0, 0, 0)
LED_PIN = 2
Rgb = tuple[int, int, int]


@pytest.fixture
def run(on_floor: RunProgram) -> Callable[[str], Ride]:
    return lambda body: on_both(on_floor, body + "\nsleep_ms(40)", robot="sensor-rover", setup=SETUP)


def strips(ride: Ride) -> list[list[Rgb]]:
    return [lamps_of(text, 8) for _, _, part, text in ride.trace.displays if part == "lamps"]


def tones(ride: Ride, pin: int = 15) -> list[tuple[float, int]]:
    """When (ms) the buzzer began to sound at which frequency; 0 is silence. As the pin swung, to the µs."""
    changes = [(t_us, 0, value) for t_us, _, its_pin, value in ride.trace.frequencies if its_pin == pin]
    changes += [(t_us, 1, value) for t_us, _, its_pin, value in ride.trace.outputs if its_pin == pin]
    now, found = [0, 0], [(0.0, 0)]
    for t_us, which, value in sorted(changes):
        now[which] = value
        hz = now[0] if now[1] else 0
        if found[-1][1] != hz:
            found.append((t_us / 1000, hz))
    return found


def test_lamps_have_the_colours_they_are_given(run) -> None:
    ride = run(
        "rover.lights.brightness(100)\n"
        "for call in (lambda: rover.lights.fill('red'), lambda: rover.lights.set(0, (1, 2, 255)),\n"
        "             lambda: rover.lights.set(7, 'yellow'), lambda: rover.lights.fill([9, 8, 7]), rover.lights.off):\n"
        "    call()\n    sleep_ms(50)"
    )
    red, blue = (255, 0, 0), (1, 2, 255)
    assert strips(ride)[-5:] == [
        [red] * 8,
        [blue] + [red] * 7,
        [blue] + [red] * 6 + [(255, 192, 0)],
        [(9, 8, 7)] * 8,
        [DARK] * 8,
    ]


def test_brightness_limits_what_is_shown_and_keeps_the_colours(run) -> None:
    ride = run(
        "rover.lights.fill((200, 100, 0))\nsleep_ms(50)\nrover.lights.brightness(50)\nsleep_ms(50)\n"
        "rover.lights.brightness(0)\nsleep_ms(50)\nrover.lights.brightness(100)\nsleep_ms(50)"
    )
    shown = [strip[3] for strip in strips(ride)]
    assert shown[-4:] == [(50, 25, 0), (100, 50, 0), DARK, (200, 100, 0)], "a quarter until told otherwise"


def test_lamps_set_one_after_another_all_shine(run) -> None:
    ride = run(
        "rover.lights.brightness(100)\nfor i in range(8):\n    rover.lights.set(i, (i + 1, 0, 0))\nsleep_ms(50)\n"
        "for i in range(8):\n    rover.lights.set(i, 'blue', show=False)\nsleep_ms(50)\nprint(ticks_ms())\n"
        "rover.lights.show()\nsleep_ms(50)"
    )
    assert strips(ride)[-2:] == [[(i + 1, 0, 0) for i in range(8)], [(0, 0, 255)] * 8]
    shown_us = [t_us for t_us, _, part, _ in ride.trace.displays if part == "lamps"][-1]
    assert shown_us >= 1000 * int(ride.said[0])


def test_at_a_stop_the_buzzer_is_silent_and_blinking_ends_while_steady_lamps_shine_on(run) -> None:
    ride = run(
        "rover.lights.brightness(100)\nrover.lights.fill('green')\nrover.led.blink(500, 100)\n"
        "song = rover.buzzer.play('C4/1', wait=False)\nsleep_ms(300)\n"
        "rover.stop()\nprint(song.result)\nsleep_ms(50)"
    )
    assert strips(ride)[-1] == [(0, 255, 0)] * 8
    assert tones(ride)[-1][1] == 0
    assert [value > 0 for _, _, pin, value in ride.trace.outputs if pin == LED_PIN][-2:] == [True, False]
    assert ride.said == ["stopped"]


def test_what_lights_refuse(run) -> None:
    ride = run(
        "for call in (lambda: rover.lights.fill('gren'), lambda: rover.lights.set(8, 'red'),\n"
        "             lambda: rover.lights.fill((1, 2, 256)), lambda: rover.lights.fill((1, 2)),\n"
        "             lambda: rover.lights.brightness(120), lambda: Lights(13, 0)):\n"
        "    try:\n        call()\n    except RoverError as error:\n        print(error)"
    )
    known = "blue, cyan, green, off, orange, pink, purple, red, white, yellow, (red, green, blue)"
    assert ride.text.splitlines() == [
        f"colour is one of {known}; got 'gren' [R02]",
        "i is a whole number, 0 to 7; got 8 [R02]",
        "blue is a whole number, 0 to 255; got 256 [R02]",
        f"colour is one of {known}; got (1, 2) [R02]",
        "brightness is 0 to 100 %; got 120 [R02]",
        "count is a whole number, 1 to 256; got 0 [R02]",
    ]


def test_a_beep_is_as_high_and_as_long_as_asked(run) -> None:
    ride = run("print(ticks_ms())\nprint(rover.buzzer.beep(440, 300))\nprint(ticks_ms())\nrover.buzzer.beep()")
    begin, result, end = ride.said
    sounded = tones(ride)
    assert result == "done" and int(end) - int(begin) == pytest.approx(300, abs=15)
    assert [hz for _, hz in sounded] == [0, 440, 0, 880, 0]
    assert sounded[2][0] - sounded[1][0] == pytest.approx(300, abs=11)
    assert sounded[4][0] - sounded[3][0] == pytest.approx(200, abs=11)
    heard = [tone_of(text) for _, _, part, text in ride.trace.displays if part == "buzzer"]
    assert (440, 50) in heard and (880, 50) in heard


def test_a_melody_keeps_its_tempo(run) -> None:
    """At 120 a minute a quarter is 500 ms; each note ends an eighth earlier."""
    ride = run("print(rover.buzzer.play('C4/4 E G/8 R A#5/8. Bb Cb4/2 B#3/4'))\nprint(ticks_ms())")
    result, end = ride.said
    sounded = tones(ride)[1:]
    assert result == "done"
    assert [hz for _, hz in sounded if hz] == pytest.approx([262, 330, 392, 932, 932, 247, 262], abs=1)
    begins = [t_ms - sounded[0][0] for t_ms, hz in sounded if hz]
    assert begins == pytest.approx([0, 500, 1000, 1500, 1875, 2250, 3250], abs=12)
    ends = [t_ms - sounded[0][0] for t_ms, hz in sounded if not hz]
    assert ends[:3] == pytest.approx([438, 938, 1219], abs=12)
    assert int(end) - sounded[0][0] == pytest.approx(3750, abs=15)


def test_a_melody_plays_beside_a_drive(run) -> None:
    ride = run(
        "song = rover.buzzer.play(['C5/4', 'D5/4', 'E5/4'], tempo=240, wait=False)\n"
        "rover.drive.straight(200)\nprint(song.done(), song.result)"
    )
    assert ride.said == ["True", "done"]
    assert [hz for _, hz in tones(ride) if hz] == [523, 587, 659]
    assert ride.ahead_mm == pytest.approx(200, abs=5)


def test_stop_ends_a_melody_and_a_new_one_replaces_it(run) -> None:
    ride = run(
        "first = rover.buzzer.play('C4/1', wait=False)\nsleep_ms(200)\n"
        "second = rover.buzzer.play('E4/1', wait=False)\nprint(first.result, second.done())\nsleep_ms(200)\n"
        "rover.buzzer.stop()\nprint(second.result)\nsleep_ms(500)\nprint(rover.buzzer.play(''))"
    )
    assert ride.said == ["stopped", "False", "stopped", "done"]
    sounded = tones(ride)
    assert [hz for _, hz in sounded if hz] == [262, 330]
    assert sounded[-1] == (pytest.approx(400, abs=15), 0)


def test_in_a_task_a_melody_is_awaited(run) -> None:
    ride = run(
        "import asyncio\ncount = 0\n"
        "async def beside():\n    global count\n"
        "    while True:\n        count += 1\n        await asyncio.sleep_ms(50)\n"
        "async def main():\n    asyncio.create_task(beside())\n"
        "    print(await rover.buzzer.play('C4/4 D4/4'))\n    print(count > 15)\n"
        "asyncio.run(main())"
    )
    assert ride.said == ["done", "True"]
    assert [hz for _, hz in tones(ride) if hz] == [262, 294]


@pytest.mark.sample(3)
@pytest.mark.parametrize("notes", ["'H4/4'", "'C9/4'", "'C4/5'", "'C4/'", "'R4'", "'C##'", "['C4', 5]", "7", "'4C'"])
def test_what_is_no_note(on_floor: RunProgram, notes: str) -> None:
    ride = on_floor(
        f"try:\n    rover.buzzer.play({notes})\nexcept RoverError as error:\n    print(error)",
        robot="sensor-rover",
        setup=SETUP,
    )
    wrong = {"['C4', 5]": "5"}.get(notes, notes)
    assert ride.text.strip() == f"Buzzer: {wrong} is not a note. Write it as C4/4, F#5/8. or R/2. [R60]"


def test_the_led_blinks_beside_the_program(run) -> None:
    ride = run("rover.led.blink(100, 300)\nsleep_ms(1000)\nrover.led.off()\nsleep_ms(500)")
    shines = [(t_us / 1000, value > 0) for t_us, _, pin, value in ride.trace.outputs if pin == LED_PIN]
    changes = [shines[0]]
    for t_ms, on in shines[1:]:
        if on != changes[-1][1]:
            changes.append((t_ms, on))
    begin = changes[1][0]
    assert [on for _, on in changes[1:]] == [True, False] * 3
    assert [t_ms - begin for t_ms, _ in changes[1:]] == pytest.approx([0, 100, 400, 500, 800, 900], abs=5)
