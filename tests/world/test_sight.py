"""Which robots a ranger may see at all: leaving out the others changes no distance."""

from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.scene.areas import Pose
from marshrut.simulator.scene.trig import sin_cos_deg
from marshrut.simulator.world.bodies import Body
from marshrut.simulator.world.ranging import View, distance_mm, may_see

OUTLINES = (
    ((70.0, -50.0), (85.0, 0.0), (70.0, 50.0), (-40.0, 60.0), (-40.0, -60.0)),
    ((10.0, -5.0), (10.0, 5.0), (-160.0, 5.0), (-160.0, -5.0)),
    ((120.0, 80.0), (180.0, 90.0), (150.0, 140.0)),  # beside its axle
)
place, turn = st.floats(-600, 600), st.floats(-180, 180)


def pose(x: float, y: float, heading: float) -> Pose:
    sine, cosine = sin_cos_deg(heading)
    return x, y, cosine, sine


POSES = st.builds(pose, place, place, turn)
VIEWS = st.builds(
    View,
    st.floats(-100, 100),
    st.floats(-100, 100),
    st.sampled_from([30.0, 79.0, 81.0]),
    turn,
    st.sampled_from([0.5, 15.0, 25.0, 90.0, 179.0]),
    st.sampled_from([50.0, 400.0, 4000.0]),
    st.sampled_from([90.0, 50.0, 20.0]),
)


@given(POSES, VIEWS, st.sampled_from(OUTLINES), POSES)
def test_a_robot_out_of_sight_changes_no_distance(
    own: Pose, view: View, outline: tuple[tuple[float, float], ...], other: Pose
) -> None:
    body = Body("robot-2", outline, other)
    if not may_see(own, view, body.x_mm, body.y_mm, body.reach_mm):
        assert distance_mm(body.sides, own, view) is None


def test_a_robot_ahead_is_seen_and_one_behind_or_far_away_is_not() -> None:
    view, own = View(60.0, 0.0, 40.0, 0.0, 15.0, 400.0), pose(0.0, 0.0, 90.0)
    seen = {
        where: may_see(own, view, x, y, Body("robot-2", OUTLINES[0], pose(x, y, 0.0)).reach_mm)
        for where, x, y in (("ahead", 0.0, 300.0), ("behind", 0.0, -300.0), ("aside", 300.0, 60.0), ("far", 0.0, 600.0))
    }
    assert seen == {"ahead": True, "behind": False, "aside": False, "far": False}
    ahead = Body("robot-2", OUTLINES[0], pose(0.0, 300.0, 0.0))
    assert 180.0 < (distance_mm(ahead.sides, own, view) or 0.0) < 190.0
