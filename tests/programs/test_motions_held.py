"""A motion that cannot go on: the motors stop within 100 ms, and the message is the right one.

Each program is driven on both interpreters; when the motors were switched off is read from the world.
"""

import pytest

from .conftest import Ride, RunProgram, on_both

TRY = "try:\n    {}\nexcept RoverError as error:\n    print(error)\nsleep_ms(400)\nprint('end')"
MOTIONS = {
    "straight": "print(rover.drive.straight(600))",
    "turn": "print(rover.drive.turn(220))",
    "curve": "print(rover.drive.curve(150, 180))",
    "arc": "print(rover.drive.arc(-150, angle=180))",
    "drive": "rover.drive.drive(200)\n    sleep_ms(1500)\n    rover.drive.drive(100)",
    "motor": "print(rover.left_motor.run_angle(400, 1000))",
    "control of its own": (
        "rover.drive.engage()\n    rover.drive.steer(9000, 500)\n    sleep_ms(1200)\n    rover.drive.brake()"
    ),
}
ENCODER = (
    "Motor left: power is on, but its encoder on pins 18, 19 does not count. "
    "Free the wheel, or push in the cable. [R17]"
)
TURNS_BACK = "Motor left turns against its command. Look at its plugs: motor and encoder, left and right. [R18]"


def off_ms(ride: Ride) -> int:
    """When the last power was on a motor, by a state every 20 ms."""
    powers = zip(ride.values("left_mv"), ride.values("right_mv"), strict=True)
    return max((20 * n for n, (left, right) in enumerate(powers) if left or right), default=0)


def tried(run: RunProgram, motion: str, **chosen: object) -> Ride:
    ride = on_both(run, TRY.format(MOTIONS[motion]), **chosen)
    assert ride.text.rstrip().endswith("end")
    assert ride.at_rest()
    return ride


@pytest.mark.sample(2)
@pytest.mark.parametrize("motion", ["straight", "curve"])
@pytest.mark.parametrize("seed", [0, 1, 2, 5, 7])
def test_a_wall_ends_a_move_as_stalled(on_floor: RunProgram, motion: str, seed: int, node: object) -> None:
    """The tyres slip on the floor, so that the encoders count on; the robot feels the push."""
    ride = tried(on_floor, motion, walls=[(190, -600, 190, 600)], seed=seed)
    met_us = next(t_us for t_us, _, kind, *_ in ride.trace.events if kind == "wall")
    assert ride.said[0] == "stalled"
    assert off_ms(ride) - met_us / 1000 <= 120  # 100 ms, and a state is written every 20 ms


WATCHED = """
rover.drive.drive({speed})
for n in range(600):
    if rover.drive.stalled():
        break
    sleep_ms(10)
rover.drive.stop()
print(n)
"""


@pytest.mark.sample(2)
@pytest.mark.parametrize(("speed", "battery_v"), [(60, 0.0), (-250, 0.0), (400, 0.0), (250, 5.5)])
def test_a_program_that_drives_on_can_ask_whether_something_is_in_the_way(
    on_floor: RunProgram, speed: int, battery_v: float, node: object
) -> None:
    x = 400 if speed > 0 else -400
    ride = on_both(on_floor, WATCHED.format(speed=speed), walls=[(x, -600, x, 600)], battery_v=battery_v)
    met_us = next(t_us for t_us, _, kind, *_ in ride.trace.events if kind == "wall")
    assert off_ms(ride) - met_us / 1000 <= 150


def test_it_is_told_soon_that_nothing_is_in_the_way_any_more(on_floor: RunProgram, node: object) -> None:
    program = """
rover.drive.drive(60)
sleep_ms(800)
rover.drive.drive(250)
while not rover.drive.stalled():
    sleep_ms(10)
sleep_ms(3000)
print(rover.drive.stalled())
rover.drive.drive(-200)
sleep_ms(400)
print(rover.drive.stalled())
rover.drive.drive(200)
while not rover.drive.stalled():
    sleep_ms(10)
rover.drive.stop()
print(rover.drive.stalled())
"""
    ride = on_both(on_floor, program, walls=[(300, -600, 300, 600)])
    assert ride.said == ["True", "False", "False"]


@pytest.mark.sample(2)
@pytest.mark.parametrize(("speed", "battery_v"), [(15, 0.0), (600, 0.0), (400, 5.0)])
@pytest.mark.parametrize("acceleration", [300, 4000])
def test_a_robot_that_drives_on_does_not_imagine_a_wall(
    on_floor: RunProgram, speed: int, battery_v: float, acceleration: int, node: object
) -> None:
    settings = f"rover.drive.settings(straight_acceleration={acceleration})"
    ride = on_both(on_floor, settings + WATCHED.format(speed=speed), battery_v=battery_v)
    assert ride.said == ["599"]


@pytest.mark.parametrize("wait", [True, False])
def test_a_follower_ends_at_a_wall(on_line: RunProgram, wait: bool, node: object) -> None:
    """The track of line sprint goes straight on for 1 m from the start."""
    program = (
        "print(rover.follower.follow_until(time=8000))"
        if wait
        else (
            "move = rover.follower.follow_until(time=8000, wait=False)\nwhile not move.done():\n    sleep_ms(20)\n"
            "print(move.result)"
        )
    )
    ride = on_both(on_line, program, walls=[(400, -600, 400, 600)])
    assert ride.said == ["stalled"]


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["normal", "hard"])
@pytest.mark.parametrize("seed", range(20))
def test_every_seed_feels_the_wall(on_floor: RunProgram, profile: str, seed: int, node: object) -> None:
    ride = tried(on_floor, "straight", walls=[(300, -600, 300, 600)], seed=seed, profile=profile)
    assert ride.said[0] == "stalled"


@pytest.mark.sample(3)
@pytest.mark.parametrize("motion", MOTIONS)
def test_a_held_wheel_stops_the_motors(on_floor: RunProgram, motion: str, node: object) -> None:
    ride = tried(on_floor, motion, faults=("jammed:left@0.7",))
    assert off_ms(ride) <= 820
    if motion in ("drive", "control of its own"):
        assert ENCODER in ride.text
    else:
        assert ride.said[0] == "stalled"


@pytest.mark.sample(3)
@pytest.mark.parametrize("motion", MOTIONS)
def test_an_encoder_that_comes_off_does_not_let_the_robot_run_away(
    on_floor: RunProgram, motion: str, node: object
) -> None:
    ride = tried(on_floor, motion, faults=("cable-off:left-encoder@0.7",))
    assert off_ms(ride) <= 820


@pytest.mark.sample(2)
@pytest.mark.parametrize("motion", [name for name in MOTIONS if name not in ("motor", "control of its own")])
def test_an_encoder_that_is_off_from_the_beginning_is_named(on_floor: RunProgram, motion: str, node: object) -> None:
    ride = tried(on_floor, motion, faults=("cable-off:left-encoder",))
    assert ENCODER in ride.text
    assert off_ms(ride) <= 300


def test_the_move_after_a_cable_came_off_names_it(on_floor: RunProgram, node: object) -> None:
    body = "print(rover.drive.straight(300))\n" + TRY.format("rover.drive.turn(90)")
    ride = on_both(on_floor, body, faults=("cable-off:left-encoder@0.7",))
    assert ride.text.splitlines() == ["stalled", ENCODER, "end"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("motion", ["straight", "turn", "drive", "motor"])
@pytest.mark.parametrize("fault", ["reversed:left", "swapped-motors"])
def test_wires_the_wrong_way_round_are_named(on_floor: RunProgram, motion: str, fault: str, node: object) -> None:
    if (motion, fault) == ("motor", "swapped-motors"):
        ride = on_both(on_floor, TRY.format(MOTIONS[motion]), faults=(fault,))
        assert ride.said[0] == "stalled"  # alone, the wheel just stands: the other one turns
    else:
        text = tried(on_floor, motion, faults=(fault,)).text
        either = TURNS_BACK.replace("Motor left", "Motor right")  # with both swapped, whichever is noticed first
        assert TURNS_BACK in text or (fault == "swapped-motors" and either in text)


@pytest.mark.sample(3)
@pytest.mark.parametrize("motion", MOTIONS)
def test_ctrl_c_stops_every_motion(on_floor: RunProgram, motion: str, node: object) -> None:
    program = (
        f"try:\n    {MOTIONS[motion]}\nexcept KeyboardInterrupt:\n    rover.stop()\n    print('Ctrl-C')\nsleep_ms(300)"
    )
    ride = on_both(on_floor, program, faults=("ctrl-c@0.7",))
    assert ride.said == ["Ctrl-C"]
    assert off_ms(ride) <= 740
    assert ride.at_rest()


@pytest.mark.sample(2)
@pytest.mark.parametrize("motion", ["straight", "turn", "curve", "motor"])
def test_ctrl_c_in_a_move_that_is_waited_for_needs_no_help(on_floor: RunProgram, motion: str, node: object) -> None:
    program = f"try:\n    {MOTIONS[motion]}\nexcept KeyboardInterrupt:\n    print('Ctrl-C')\nsleep_ms(300)"
    ride = on_both(on_floor, program, faults=("ctrl-c@0.7",))
    assert ride.said == ["Ctrl-C"]
    assert off_ms(ride) <= 820
    assert ride.at_rest()


@pytest.mark.sample(2)
@pytest.mark.parametrize("call", ["drive.straight(300)", "drive.turn(90)", "left_motor.run_angle(300, 360)"])
def test_a_callback_cannot_wait(on_floor: RunProgram, call: str, node: object) -> None:
    body = (
        "from machine import Timer\n"
        "def late(timer):\n"
        "    try:\n        rover." + call + "\n"
        "    except RoverError as error:\n        print(error)\n"
        "Timer(1, mode=Timer.ONE_SHOT, period=300, callback=late)\n"
        "sleep_ms(1000)"
    )
    ride = on_both(on_floor, body)
    name = call.split("(")[0].split(".")[1]
    assert (
        ride.text.strip()
        == f"{name}() waits, and a callback cannot wait. Use wait=False, or call it from the main program. [R15]"
    )
    assert off_ms(ride) <= 420
    assert ride.at_rest()


def test_a_callback_may_begin_what_goes_on_by_itself(on_floor: RunProgram, node: object) -> None:
    body = (
        "from machine import Timer\n"
        "def late(timer):\n    rover.drive.straight(200, wait=False)\n"
        "Timer(1, mode=Timer.ONE_SHOT, period=300, callback=late)\n"
        "sleep_ms(300)\nwhile not rover.drive.done():\n    sleep_ms(10)\nsleep_ms(2000)\nprint(rover.drive.distance())"
    )
    assert on_both(on_floor, body).said == ["200"]


STEPS = "rover.drive.settings(straight_speed={speed})\nprint(rover.drive.straight({way}), rover.drive.stalled())"


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("speed", "way", "chosen"),
    [
        (250, 500, {"faults": ("weak-battery=6.4",)}),
        (600, 900, {"faults": ("weak-battery=6",)}),
        (600, 900, {"battery_v": 5.0}),
        (15, 60, {}),
        (15, 60, {"battery_v": 5.5}),
        (30, 60, {"motor": {"friction_mnm": 20.0, "static_friction_mnm": 30.0}}),
        (250, 500, {"motor": {"friction_mnm": 25.0, "static_friction_mnm": 32.0}}),
        (250, 500, {"profile": "hard", "seed": 4}),
    ],
    ids=["weak", "weak and fast", "too fast for it", "slow", "slow and weak", "slow and stiff", "stiff", "hard"],
)
def test_a_stall_is_not_imagined(
    on_floor: RunProgram, speed: int, way: int, chosen: dict[str, object], node: object
) -> None:
    ride = on_both(on_floor, STEPS.format(speed=speed, way=way), **chosen)
    assert ride.said == ["done", "False"]
    assert ride.ahead_mm == pytest.approx(way, rel=0.02, abs=2)


def test_a_load_that_comes_and_goes_is_no_stall(on_floor: RunProgram, node: object) -> None:
    """The other motor drags the robot back with 35 % of its power for a moment: this one goes slower and catches up."""
    body = (
        "m = rover.left_motor\nm.run(300)\nsleep_ms(600)\n"
        "seen = False\n"
        "for power in (-35, 20, -35, 0):\n"
        "    rover.right_motor.dc(power)\n"
        "    for _ in range(20):\n"
        "        sleep_ms(10)\n        seen = seen or m.stalled()\n"
        "print(seen)\nsleep_ms(500)\nprint(m.speed())"
    )
    ride = on_both(on_floor, body)
    assert ride.said[0] == "False"
    assert int(ride.said[1]) == pytest.approx(300, abs=30)


@pytest.mark.parametrize("back", ["rover.drive.drive(-100)", "rover.drive.straight(-80, wait=False)"])
def test_back_from_a_wall_it_begins_as_it_stands(on_floor: RunProgram, back: str, node: object) -> None:
    """Not at the speed at which its wheels slipped on, which would count a way that nobody drove."""
    program = f"""
rover.drive.drive(300)
while not rover.drive.stalled():
    sleep_ms(10)
before = rover.drive.distance()
{back}
sleep_ms(600)
print(before - rover.drive.distance())
"""
    ride = on_both(on_floor, program, walls=[(400, -600, 400, 600)])
    assert max(ride.driven_mm) - ride.driven_mm[-1] == pytest.approx(float(ride.said[0]), abs=10)
    assert float(ride.said[0]) > 35
