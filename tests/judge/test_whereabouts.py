"""Where on its lap a robot is said to have been."""

import pytest
from marshrut.simulator.judge import Mark
from marshrut.simulator.judge.whereabouts import Whereabouts, where_on_lap
from marshrut.simulator.scene import load_scene
from marshrut.simulator.tasks import find_task
from marshrut.simulator.tasks.catalogue import find_variant


def where(task_id: str, variant_id: str, x_mm: int, y_mm: int, **params: int) -> Whereabouts | None:
    task = find_task(task_id)
    variant = find_variant(task, variant_id)
    scene = load_scene(task.world_path(variant), task.robot_path, variant.start, task.button_presses)
    return where_on_lap(task, scene, Mark("lost", 0, x_mm, y_mm, "", "", dict(params)))


@pytest.mark.parametrize(
    ("x_mm", "y_mm", "expected"),
    [
        (1200, 250, Whereabouts(200, "straight", 1)),
        (2050, 600, Whereabouts(1250, "left", 1)),
        (1200, 980, Whereabouts(2300, "straight", 2)),
        (350, 600, Whereabouts(3349, "left", 2)),
        (900, 260, Whereabouts(4099, "straight", 3)),
    ],
)
def test_stretches_are_counted_from_the_start_line(x_mm: int, y_mm: int, expected: Whereabouts) -> None:
    assert where("line-sprint", "oval", x_mm, y_mm) == expected


def test_curves_of_one_way_that_follow_each_other_are_one() -> None:
    """A wide turn, then right, left, twice right, left, right: the two in the middle are the second right curve."""
    assert where("line-sprint", "s-bends", 1200, 690, percent=55) == Whereabouts(2539, "right", 2)


def test_a_share_of_the_lap_tells_neighbours_apart_and_the_start_from_the_finish() -> None:
    assert where("line-sprint", "oval", 990, 250, percent=0) == Whereabouts(0, "straight", 1)
    assert where("line-sprint", "oval", 990, 250, percent=99) == Whereabouts(4189, "straight", 3)


@pytest.mark.parametrize(
    ("x_mm", "y_mm", "reached", "expected"),
    [
        (1550, 250, 20, Whereabouts(550, "straight", 1)),  # came back from 840 mm
        (1200, 250, 60, Whereabouts(200, "straight", 1)),
        (990, 250, 0, Whereabouts(0, "straight", 1)),  # never crossed the start line
        (990, 250, 99, Whereabouts(4189, "straight", 3)),
        (2050, 600, 30, Whereabouts(1250, "left", 1)),
    ],
)
def test_the_end_is_told_where_the_robot_is_and_not_where_it_was_furthest(
    x_mm: int, y_mm: int, reached: int, expected: Whereabouts
) -> None:
    assert where("line-sprint", "oval", x_mm, y_mm, reached=reached) == expected


def test_a_task_without_a_lap_has_no_such_place() -> None:
    assert where("kegelring", "even", 500, 500) is None
