"""The robots of one world: where each stands now for the others to see and to run into."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..judge.state import HEADING_MDEG, X_UM, Y_UM
from ..scene.model import Robot, Start
from ..scene.trig import sin_cos_deg
from ..world.bodies import Body


class Field:
    """Robots by their numbers from 0. Each board's thread moves its own; a reader sees where the others stood last."""

    def __init__(self) -> None:
        self.bodies: dict[int, Body] = {}


@dataclass(frozen=True)
class Place:
    """One robot's place among the others."""

    field: Field
    number: int
    start: Start

    def stand(self, robot: Robot, values: tuple[int, ...]) -> None:
        """The robot is now where a state record says."""
        sine, cosine = sin_cos_deg(values[HEADING_MDEG] / 1000)
        pose = values[X_UM] / 1000, values[Y_UM] / 1000, cosine, sine
        self.field.bodies[self.number] = Body(f"robot-{self.number + 1}", robot.outline, pose)

    def others(self) -> Sequence[Body]:
        """The bodies of all others."""
        return [body for number, body in sorted(self.field.bodies.items()) if number != self.number]
