"""Several robots in one world: where they start, that they see each other, and that none drives through another."""

from pathlib import Path

import pytest
from marshrut.simulator.run import Conditions, nominal_scene
from marshrut.simulator.scene import Scene
from marshrut.simulator.scene.geometry import distance
from marshrut.simulator.scene.trig import sin_cos_deg
from marshrut.simulator.starts import starts_for
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.virtual_board.field import Field, Place
from marshrut.simulator.world.bodies import Body
from wire import living_board

LINE = find_task("line-sprint")
DESK = find_task("desk")


def scene_of(task: object) -> Scene:
    assert task in (LINE, DESK)
    the_task = LINE if task is LINE else DESK
    return nominal_scene(Conditions(the_task, the_task.variants[0], 7))


def test_robots_start_on_the_world_s_starts_or_spread_over_the_line() -> None:
    desk = starts_for(DESK, scene_of(DESK), 2)
    assert [start.id for start in desk] == ["wall", "line"]
    scene = scene_of(LINE)
    starts = starts_for(LINE, scene, 4)
    assert starts[0] == scene.start
    assert len(starts) == 4
    for one in starts:
        for other in starts:
            if one is not other:
                assert distance((one.x_mm, one.y_mm), (other.x_mm, other.y_mm)) > 400


def test_a_world_has_only_so_many_starts() -> None:
    assert len(starts_for(DESK, scene_of(DESK), 4)) < 4


def test_one_sees_where_the_others_stand_and_not_itself() -> None:
    scene = scene_of(LINE)
    field = Field()
    first, second = Place(field, 0, scene.start), Place(field, 1, scene.start)
    first.stand(scene.robot, (100_000, 200_000, 90_000))
    second.stand(scene.robot, (500_000, 200_000, 0))
    assert [(body.x_mm, body.y_mm) for body in first.others()] == [(500.0, 200.0)]
    assert [(body.x_mm, body.y_mm) for body in second.others()] == [(100.0, 200.0)]


def test_a_program_is_held_by_another_robot_and_its_range_finder_sees_it(tmp_path: Path) -> None:
    scene = scene_of(DESK)  # the wall is 500 mm before the range finder, which sits 85 mm before the axle
    field = Field()
    with living_board(tmp_path, "desk", field=field) as (_, wire, told):
        wire.until(b">>> ")
        start = scene.start
        away = 85 + 300  # from our axle to its nearest side
        sine, cosine = sin_cos_deg(start.heading_deg)
        half = max(x for x, _ in scene.robot.outline)
        x, y = start.x_mm + cosine * (away + half), start.y_mm + sine * (away + half)
        # it looks at us, so that its front is its nearest side
        field.bodies[1] = Body("robot-2", scene.robot.outline, (x, y, -cosine, -sine))
        wire.enter_raw()
        printed, error = wire.execute(
            "from rover import Rover\nrover = Rover()\nprint(rover.range.distance())\n"
            "print(rover.drive.straight(400))\nprint(rover.range.distance())"
        )
        assert error == ""
        seen, ended, left = printed.split("\n")[:3]
        assert float(seen) == pytest.approx(300, abs=25)
        assert "stalled" in ended
        assert left == "None" or float(left) < 40  # too near for its echo
    met = [(event[2], event[4]) for event in told.runs[0][1].trace.events if event[2] in ("wall", "robot")]
    assert met == [("robot", "robot-2")]
