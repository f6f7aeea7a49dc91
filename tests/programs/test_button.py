"""Button: presses by somebody's hand, with a contact that bounces for 3 ms."""

from collections.abc import Callable

import pytest

from .conftest import Ride, RunProgram, on_both

SETUP = (
    "from time import sleep_ms, ticks_ms\nfrom rover import Rover, RoverError\nrover = Rover()\nbutton = rover.button\n"
)
Run = Callable[..., Ride]


@pytest.fixture
def run(on_floor: RunProgram) -> Run:
    return lambda body, *presses: on_both(on_floor, body, presses=presses, setup=SETUP)


def test_a_press_is_seen_and_waited_for(run: Run) -> None:
    ride = run(
        "print(button.pressed(), button.released())\nprint(button.wait_pressed(), ticks_ms(), button.pressed())\n"
        "print(button.wait_released(), ticks_ms(), button.released())",
        (500, 200),
    )
    said = ride.said
    assert [said[i] for i in (0, 1, 2, 4, 5, 7)] == ["False", "True", "True", "True", "True", "True"]
    assert 520 <= int(said[3]) < 545
    assert 720 <= int(said[6]) < 745


def test_the_next_wait_is_for_the_next_press(run: Run) -> None:
    """Though nobody looked when the button was let go."""
    ride = run(
        "button.wait_pressed()\nsleep_ms(2000)\nprint(button.wait_pressed(), ticks_ms())\nsleep_ms(1000)\n"
        "print(button.wait_released(), ticks_ms(), button.wait_released(1))",
        (500, 150),
        (4000, 3000),
    )
    assert int(ride.said[1]) == pytest.approx(4022, abs=12)
    assert int(ride.said[3]) == pytest.approx(7022, abs=12)


def test_waiting_can_be_given_up(run: Run) -> None:
    ride = run(
        "print(button.wait_pressed(timeout=300), ticks_ms())\nprint(button.wait_pressed(1000), ticks_ms())\n"
        "print(button.wait_released(50))",
        (600, 500),
    )
    gave_up, at, pressed, then, released = ride.said
    assert (gave_up, pressed, released) == ("False", "True", "False")
    assert int(at) == pytest.approx(300, abs=10)
    assert int(then) == pytest.approx(622, abs=12)


def test_how_long_it_is_held(run: Run) -> None:
    ride = run(
        "reached = 0\nlongest = 0\n"
        "while ticks_ms() < 1500:\n"
        "    if not reached and button.held(400):\n        reached = ticks_ms()\n"
        "    longest = max(longest, button.hold_time())\n    sleep_ms(5)\n"
        "print(reached, longest, button.hold_time(), button.held(0))",
        (200, 600),
    )
    reached, longest, now, held = ride.said
    assert int(reached) == pytest.approx(600, abs=12)
    assert int(longest) == pytest.approx(620, abs=12)  # 20 ms until the release counts
    assert (now, held) == ("0", "False")


def test_each_press_is_told_once(run: Run) -> None:
    ride = run(
        "presses = []\nwhile ticks_ms() < 2000:\n"
        "    if button.was_pressed():\n        presses.append(ticks_ms())\n    sleep_ms(20)\nprint(*presses)",
        (300, 100),
        (700, 60),
        (1200, 500),
    )
    assert [int(word) for word in ride.said] == pytest.approx([330, 730, 1230], abs=20)


def test_a_press_during_a_drive_is_noticed_afterwards(run: Run) -> None:
    ride = run(
        "print(button.was_pressed())\nrover.drive.straight(300)\nprint(button.pressed())\n"
        "print(button.was_pressed(), button.was_pressed())",
        (600, 100),
    )
    assert ride.said == ["False", "False", "True", "False"]
    assert ride.ahead_mm == pytest.approx(300, abs=5)


def test_a_touch_shorter_than_the_bounce_is_no_press(run: Run) -> None:
    ride = run("button.was_pressed()\nsleep_ms(1000)\nprint(button.was_pressed())", (500, 8))
    assert ride.said == ["False"]


def test_in_a_task_it_is_awaited(run: Run) -> None:
    ride = run(
        "import asyncio\ncount = 0\n"
        "async def beside():\n    global count\n"
        "    while True:\n        count += 1\n        await asyncio.sleep_ms(50)\n"
        "async def main():\n    asyncio.create_task(beside())\n"
        "    print(await button.wait_pressed(100), await button.wait_pressed(), ticks_ms())\n"
        "    print(await button.wait_released(), count > 10)\n"
        "asyncio.run(main())",
        (600, 200),
    )
    said = ride.said
    assert said[:2] == ["False", "True"] and int(said[2]) == pytest.approx(625, abs=12)
    assert said[3:] == ["True", "True"]


def test_what_it_refuses(run: Run) -> None:
    ride = run(
        "for call in (lambda: button.held('long'), lambda: button.wait_pressed(timeout=-1)):\n"
        "    try:\n        call()\n    except RoverError as error:\n        print(error)"
    )
    assert ride.text.splitlines() == [
        "time is a whole number, 0 to 86400000 ms; got 'long' [R02]",
        "timeout is a whole number, 0 to 86400000 ms; got -1 [R02]",
    ]
