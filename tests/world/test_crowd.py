"""Many things that move at once: who is near whom is found without asking each about each."""

import time
from dataclasses import replace

import pytest
from marshrut.simulator.devices.drv8833 import phases
from marshrut.simulator.scene.model import Object, Robot
from marshrut.simulator.world.arena import near
from marshrut.simulator.world.arena.arena import Arena, ArenaState
from marshrut.simulator.world.drive import at_rest, windings_of

from .contact_field import STEP_S, STEP_US, box, mat_of, pin


def crowd(rover: Robot, things: list[Object], steps: int) -> ArenaState:
    """After so many steps from when each thing began to move towards a place of its own, a robot among them."""
    arena = Arena(mat_of(*things), [rover], STEP_US)
    state = arena.begin((at_rest(rover, 2000, 500, 90),))
    going = tuple(
        (*stance[:5], 0.4 * (i % 5 - 2), 0.3 * (i % 7 - 3), *stance[7:]) for i, stance in enumerate(state.objects)
    )
    state = state._replace(objects=going)
    off = [(*(side(phases(0, 0)) for side in windings_of(rover, STEP_S)), 1.0)]
    for _ in range(steps):
        state = arena.step(state, off)
    return state


def ball(name: str, x: float, y: float) -> Object:
    return replace(box(name, x, y), kind="ball", friction=0.02)


def test_a_crowd_moves_as_if_each_were_asked_about_each(rover: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Touching or not, over the mat's edge or not, to the last bit."""
    kinds = pin, box, ball
    things = [kinds[i % 3](f"t{i}", 80.0 * (i % 10) + 20 * (i % 3), 500 + 85.0 * (i // 10)) for i in range(60)]
    sorted_into_squares = crowd(rover, things, 60)
    assert sorted_into_squares.held
    monkeypatch.setattr(near, "FEW", len(things))
    assert crowd(rover, things, 60) == sorted_into_squares


def test_four_times_as_many_things_take_no_more_than_ten_times_as_long(rover: Robot) -> None:
    """It was 33 times where each was asked about each."""

    def seconds(many: int) -> float:
        things = [ball(f"t{i}", 150.0 * (i % 25) + 100, 700 + 150.0 * (i // 25)) for i in range(many)]
        taken = []
        for _ in range(3):
            began = time.process_time()
            crowd(rover, things, 8)
            taken.append(time.process_time() - began)
        return min(taken)

    assert seconds(400) < 10 * seconds(100)
