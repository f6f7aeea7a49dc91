"""What is remembered of a robot that moves with others is what a robot by itself remembers."""

import pytest
from marshrut.simulator.scene.model import Robot
from marshrut.simulator.world import lockstep, past
from marshrut.simulator.world.past import Past

from .contact_field import STEP_US, Field, at, mat_of


@pytest.mark.parametrize("steps", [0, 1, 2, 29, 30, 31, 75])
def test_states_together_are_those_that_each_robot_would_keep(
    rover: Robot, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    for module in (lockstep, past):
        monkeypatch.setattr(module, "STEPS", 30)
    field = Field(mat_of(), (rover, at(1000, 1000)), (rover, at(1400, 1000, 180)))
    both = [Past(state, STEP_US) for state in field.lockstep.state.robots]
    field.drive(0, 30000, 20000)
    field.drive(1, -20000, 40000)
    for _ in range(steps):
        field.go(STEP_US / 1e6)
        for kept, state in zip(both, field.lockstep.state.robots, strict=True):
            kept.keep(state)
    for number, kept in enumerate(both):
        together = field.lockstep.past_of(number)
        assert together.next_us == kept.next_us == (steps + 1) * STEP_US
        for t_us in range(-3 * STEP_US, kept.next_us, STEP_US // 2):
            assert together.states(t_us) == kept.states(t_us), t_us
