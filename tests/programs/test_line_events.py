"""What the follower meets on a line: each by its name, where it is, and only there."""

import pytest

from .conftest import RunProgram, on_both
from .lines import AHEAD_MM, CALIBRATE, Course, on_both_runners, places

AT = 1000.0  # what is met is here
AHEAD = ((400.0, 400.0), (2000.0, 400.0))
UP, DOWN = ((AT, 400.0), (AT, 900.0)), ((AT, 400.0), (AT, 100.0))
MEETINGS = {
    "junction left": Course(AHEAD, others=(UP,)),
    "junction right": Course(AHEAD, others=(DOWN,)),
    "cross": Course(AHEAD, others=(UP, DOWN)),
    "T": Course(((400.0, 400.0), (AT, 400.0)), others=(UP, DOWN)),
    "corner left": Course((AHEAD[0], *UP)),
    "corner right": Course((AHEAD[0], *DOWN)),
    "gap": Course(AHEAD, gaps=(((AT, 400.0), (AT + 100, 400.0)),)),
    "end": Course((AHEAD[0], (AT, 400.0))),
}
# How far the middle of the row is beyond the place when the robot has stopped: it looks whether the line goes on, and
# needs 50 mm to stop.
BEYOND_MM = {"gap": (100, 190), "end": (150, 220), "T": (5, 80), "corner left": (-10, 80), "corner right": (-10, 80)}
MEET = CALIBRATE + "print(rover.follower.follow_until(event=EVENT))\nprint(rover.follower.event())\nsleep_ms(300)\n"


@pytest.mark.sample(2)
@pytest.mark.parametrize("board", ["esp32_rover", "pico_rover"])
@pytest.mark.parametrize("event", MEETINGS)
def test_it_stops_at_each(event: str, board: str, node: object) -> None:
    ride = on_both_runners(MEETINGS[event], MEET.replace("EVENT", repr(event)), board=board)
    assert ride.text.splitlines() == [event, event]
    assert ride.at_rest()
    x, _ = places(ride, AHEAD_MM)[-1]
    least, most = BEYOND_MM.get(event, (20, 100))
    assert least < x - AT < most


@pytest.mark.parametrize("event", MEETINGS)
@pytest.mark.parametrize("seed", [pytest.param(seed, marks=pytest.mark.slow) for seed in range(12)])
def test_it_meets_nothing_else(event: str, seed: int) -> None:
    """On other robots, at either speed: what ends the drive is what is there."""
    events = ("junction", "T", "cross", "corner", "gap", "end", "lost")
    for speed in (200, 350):
        body = CALIBRATE + f"print(rover.follower.follow_until(event={events}, distance=850, speed={speed}))"
        assert MEETINGS[event].run(body, seed=seed).text.strip() == event, speed


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("event", "met"),
    [("'junction'", "junction left"), ("('cross', 'junction left')", "junction left"), ("'corner'", "distance")],
)
def test_words_for_several_events(event: str, met: str, node: object) -> None:
    ride = on_both_runners(
        MEETINGS["junction left"], CALIBRATE + f"print(rover.follower.follow_until(event={event}, distance=900))"
    )
    assert ride.text.strip() == met


@pytest.mark.sample(2)
@pytest.mark.parametrize("way", ["junction left", "junction right", "cross", "gap"])
def test_it_goes_on_straight_where_nobody_asked_to_stop(way: str) -> None:
    ride = MEETINGS[way].run(CALIBRATE + "print(rover.follower.follow_until(distance=1200))\nsleep_ms(300)")
    assert ride.said == ["distance"]
    assert max(abs(y - 400) for _, y in places(ride)) < 15
    assert ride.ahead_mm == pytest.approx(1200, abs=60)


@pytest.mark.sample(2)
@pytest.mark.parametrize(("way", "heading"), [("corner left", 90), ("corner right", -90)])
@pytest.mark.parametrize("speed", [100, 250, 350])
def test_it_turns_after_the_line_at_a_corner(way: str, heading: int, speed: int) -> None:
    ride = MEETINGS[way].run(
        CALIBRATE + f"print(rover.follower.follow_until(distance=750, speed={speed}))\nsleep_ms(300)"
    )
    assert ride.said == ["distance"]
    assert ride.turned_deg == pytest.approx(heading, abs=12)
    x, _ = places(ride)[-1]
    assert x == pytest.approx(AT, abs=15)


def test_a_longer_gap_is_the_end_unless_it_is_allowed(node: object) -> None:
    course = Course(AHEAD, gaps=(((AT, 400.0), (AT + 250, 400.0)),))
    body = "rover.follower.settings(gap=GAP)\nprint(rover.follower.follow_until(distance=1200))\nsleep_ms(300)"
    assert on_both_runners(course, CALIBRATE + body.replace("GAP", "150")).said == ["end"]
    ride = on_both_runners(course, CALIBRATE + body.replace("GAP", "300"))
    assert ride.said == ["distance"]


def test_it_ends_after_a_time(on_line: RunProgram, node: object) -> None:
    ride = on_both(
        on_line,
        "watch = StopWatch()\nprint(rover.follower.follow_until(time=700), watch.time())\nsleep_ms(300)",
    )
    how, ms = ride.said
    assert how == "time" and int(ms) == pytest.approx(700, abs=25)
    assert ride.at_rest()


def test_it_is_lost_where_there_is_no_line(on_floor: RunProgram, node: object) -> None:
    ride = on_both(on_floor, "print(rover.follower.follow_until(distance=1000), rover.follower.event())\nsleep_ms(300)")
    assert ride.said == ["lost", "lost"]
    assert ride.at_rest() and 100 < ride.ahead_mm < 250


def test_it_is_lost_when_the_robot_is_lifted(on_floor: RunProgram) -> None:
    """In the air all sensors read black: that is no crossing that lasts for ever."""
    ride = on_floor("rover.line.polarity('light')\nprint(rover.follower.follow_until(distance=1000))")
    assert ride.said == ["lost"]
    assert ride.ahead_mm < 250


@pytest.mark.slow
def test_left_and_right_branch(node: object) -> None:
    """The row stands 60 mm ahead of the axle; after 600 mm it is over the branches."""
    looks = "rover.drive.straight(440)\nprint(rover.line.left_branch(), rover.line.right_branch())\n"
    looks += "rover.drive.straight(100)\nprint(rover.line.left_branch(), rover.line.right_branch())\n"
    for way, seen in (("junction left", "True False"), ("junction right", "False True"), ("cross", "True True")):
        body = CALIBRATE + looks.replace("print", "rover.line.position()\nprint", 1)
        ride = on_both_runners(MEETINGS[way], body.replace("440", "540"), profile="nominal")
        assert ride.text.splitlines() == [seen, "False False"]


def test_following_goes_on_beside_the_program(node: object) -> None:
    ride = on_both_runners(
        MEETINGS["cross"],
        CALIBRATE + "motion = rover.follower.follow_until(event='cross', wait=False)\nn = 0\n"
        "while not motion.done():\n    n += 1\n    sleep_ms(50)\n"
        "print(motion.result, n)",
    )
    how, loops = ride.said
    assert how == "cross" and int(loops) > 20


def test_until_is_asked_by_a_timer_beside_the_program(node: object) -> None:
    ride = on_both_runners(
        MEETINGS["cross"],
        CALIBRATE + "rover.drive.reset()\n"
        "motion = rover.follower.follow(until=lambda: rover.drive.distance() >= 300, wait=False)\n"
        "sleep_ms(3000)\nprint(motion.result, rover.drive.distance())",
    )
    how, mm = ride.said
    assert how == "done" and int(mm) == pytest.approx(340, abs=40)


def test_a_task_awaits_it_and_the_others_go_on(node: object) -> None:
    ride = on_both_runners(
        MEETINGS["cross"],
        CALIBRATE + "import asyncio\nticks = []\n"
        "async def tick():\n    while True:\n        ticks.append(1)\n        await asyncio.sleep_ms(100)\n"
        "async def main():\n    asyncio.create_task(tick())\n"
        "    print(await rover.follower.follow_until(event='cross'), len(ticks) > 15)\n"
        "asyncio.run(main())",
    )
    assert ride.said == ["cross", "True"]


def test_a_second_call_takes_over(node: object) -> None:
    ride = on_both_runners(
        MEETINGS["cross"],
        CALIBRATE + "first = rover.follower.follow(wait=False)\nsleep_ms(500)\n"
        "print(rover.follower.follow_until(event='cross'), first.result)",
    )
    assert ride.said == ["cross", "stopped"]


def test_something_else_takes_the_motors(node: object) -> None:
    ride = on_both_runners(
        MEETINGS["cross"],
        CALIBRATE + "motion = rover.follower.follow(wait=False)\nsleep_ms(500)\nrover.drive.stop()\nsleep_ms(50)\n"
        "print(motion.result)\nsleep_ms(500)",
    )
    assert ride.said == ["stopped"]
    assert ride.at_rest()


def test_update_goes_round_a_corner_in_a_loop_of_the_program(node: object) -> None:
    ride = on_both_runners(
        MEETINGS["corner left"],
        CALIBRATE + "rover.drive.reset()\n"
        "while rover.drive.distance() < 800:\n    rover.follower.update(200)\n    sleep_ms(10)\n"
        "print(rover.follower.event())\nrover.drive.brake()\nsleep_ms(300)",
    )
    assert ride.text.strip() == "corner left"
    assert ride.turned_deg == pytest.approx(90, abs=12)


def test_an_event_that_is_none_is_refused_with_the_list(on_floor: RunProgram) -> None:
    ride = on_floor(
        "for wrong in ({'event': 'crossing'}, {'event': ('gap', 'hole')}, {}, {'distance': 0}, {'time': '1 s'}):\n"
        "    try:\n        rover.follower.follow_until(**wrong)\n"
        "    except RoverError as error:\n        print(error)"
    )
    words = (
        "event is one of junction left, junction right, cross, T, corner left, corner right, gap, end, lost, corner, "
        "junction; got {} [R02]"
    )
    assert ride.text.splitlines() == [
        words.format("'crossing'"),
        words.format("'hole'"),
        "follow_until() has nothing to wait for. Give it an event, a distance or a time. [R42]",
        "distance is 1 to 20000 mm; got 0 [R02]",
        "time is 10 to 600000 ms; got '1 s' [R02]",
    ]
    assert ride.ahead_mm == 0
