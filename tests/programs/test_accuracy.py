"""How exact the moves are: where the robot is in the world after each, on many seeds and both interpreters."""

import math

import pytest

from .conftest import RunProgram, on_both

# move: (x, y, turn) that it should bring, in mm and degrees, and what may be wrong: mm of place, degrees
ARC = 400 / 300  # rad
MOVES = {
    "straight(500)": ((500, 0, 0), 5, None),
    "turn(90)": ((0, 0, 90), None, 2),
    "curve(200, 90)": ((200, 200, 90), 0.02 * 100 * math.pi, None),
    "curve(-200, 90)": ((-200, -200, 90), 0.02 * 100 * math.pi, None),
    "arc(-200, angle=90)": ((200, -200, -90), 0.02 * 100 * math.pi, None),
    "arc(300, distance=400)": (
        (300 * math.sin(ARC), 300 * (1 - math.cos(ARC)), math.degrees(ARC)),
        0.02 * 400,
        None,
    ),
    "turn(-180)": ((0, 0, -180), None, 4),
}
PROGRAM = "\n".join(f"print(rover.drive.{move})\nsleep_ms(100)\nprint('at')" for move in MOVES)


def check_moves(on_floor: RunProgram, seed: int, profile: str, gyro: bool) -> None:
    setup = "rover.drive.use_gyro()\nprint('at')\n" if gyro else "print('at')\n"
    ride = on_both(on_floor, setup + PROGRAM, seed=seed, profile=profile, robot="sensor-rover" if gyro else "")
    places = [at // 20_000 for at, _, text in ride.trace.texts if text.strip() == "at"]
    assert [word for word in ride.said if word != "at"] == ["done"] * len(MOVES)
    xs, ys, headings = (ride.values(field) for field in ("x_um", "y_um", "heading_mdeg"))
    times = 2 if profile == "hard" else 1
    for (move, ((x, y, turn), most_mm, most_deg)), start, end in zip(MOVES.items(), places, places[1:], strict=False):
        heading = math.radians(headings[start] / 1000)
        dx, dy = (xs[end] - xs[start]) / 1000, (ys[end] - ys[start]) / 1000
        ahead, left = dx * math.cos(heading) + dy * math.sin(heading), dy * math.cos(heading) - dx * math.sin(heading)
        turned = (headings[end] - headings[start]) / 1000
        if move.startswith("straight") and not gyro:
            # Wheels that differ by 0.4 % make a bend of which they know nothing; what they do know is the way.
            assert math.hypot(ahead, left) == pytest.approx(500, abs=most_mm * times), move
        elif most_mm is not None:
            assert math.hypot(ahead - x, left - y) < most_mm * times, move
        if gyro:
            # A degree, and what a seed varies of a gyroscope's scale (docs/seed-table.md), three times.
            assert turned == pytest.approx(turn, rel=0.009 * times, abs=1.0 * times), move
        elif most_deg is not None:
            assert turned == pytest.approx(turn, abs=most_deg * times), move


@pytest.mark.parametrize("gyro", [False, True], ids=["wheels", "gyro"])
def test_moves_are_exact(on_floor: RunProgram, gyro: bool, node: object) -> None:
    check_moves(on_floor, 3, "normal", gyro)


@pytest.mark.ci_sample(12)
@pytest.mark.slow
@pytest.mark.parametrize("profile", ["normal", "hard"])
@pytest.mark.parametrize("gyro", [False, True], ids=["wheels", "gyro"])
@pytest.mark.parametrize("seed", range(10))
def test_moves_are_exact_on_every_seed(on_floor: RunProgram, seed: int, profile: str, gyro: bool, node: object) -> None:
    check_moves(on_floor, seed, profile, gyro)
