"""The same rover in MuJoCo, from the same file: six manoeuvres."""

import pytest

from .manoeuvres import MANOEUVRES, compared
from .page import OTHERS, ROBOT
from .world_drive import named


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", [ROBOT, *OTHERS])
@pytest.mark.parametrize("name", MANOEUVRES)
def test_both_drive_the_same_path(robot: str, name: str) -> None:
    """Within 2 % of the way, all along it."""
    drive = compared(named(robot), name)
    assert drive.way_m > 0.1
    assert drive.most_m < 0.02 * drive.way_m
