"""Sound of one ranger that another one hears: directly, and thrown over by walls and round things."""

import math
from dataclasses import replace

import pytest
from marshrut.simulator.scene.model import Wall
from marshrut.simulator.world.air import Burst, Ear, ways_to
from marshrut.simulator.world.around import Disc

AHEAD, BACK = (1.0, 0.0), (-1.0, 0.0)  # cosine and sine of where a ranger looks


def ways(
    sender: tuple[float, float], listener: tuple[float, float], *sides: Wall, discs: tuple[Disc, ...] = (),
    looks: tuple[float, float] = AHEAD, z_mm: tuple[float, float] = (50.0, 50.0),
) -> list[float]:  # fmt: skip
    """Of sound from a ranger that looks along x to another one, with cones of 15° and walls up to 50° aslant."""
    burst = Burst(0, "first", 0, 0, (*sender, *AHEAD), z_mm[0])
    return ways_to(burst, Ear((*listener, *looks), z_mm[1], 15.0, 50.0), sides, discs)


@pytest.mark.parametrize(("deg", "heard"), [(27.0, True), (28.0, False)])
def test_rangers_hear_each_other_by_themselves_where_each_looks_at_the_other(deg: float, heard: bool) -> None:
    """Within the 55° of their beam; who looks away neither sends there nor hears from there."""
    there = 1000.0, 1000.0 * math.tan(math.radians(deg))
    assert ways((0, 0), there, looks=BACK) == ([pytest.approx(math.hypot(*there))] if heard else [])
    assert ways((0, 0), (1000, 0), looks=AHEAD) == []
    assert ways((1000, 0), (0, 0), looks=AHEAD) == []


HEIGHTS = [((50.0, 50.0), True), ((50.0, 70.0), False), ((70.0, 50.0), False), ((70.0, 70.0), False)]


@pytest.mark.parametrize(("z_mm", "stops"), HEIGHTS)
def test_a_wall_between_two_rangers_stops_what_they_hear_by_themselves(z_mm: tuple[float, float], stops: bool) -> None:
    """Where both look over it, or one of them, sound gets across."""
    between = Wall("wall", 400.0, -300.0, 400.0, 300.0, 60.0)
    beside = replace(between, y0_mm=20.0)
    assert ways((0, 0), (1000, 0), between, looks=BACK, z_mm=z_mm) == ([] if stops else [1000])
    assert ways((0, 0), (1000, 0), beside, looks=BACK, z_mm=z_mm) == [1000]


@pytest.mark.parametrize(("z_mm", "thrown"), HEIGHTS)
def test_a_wall_throws_sound_over_to_another_ranger_at_its_height(z_mm: tuple[float, float], thrown: bool) -> None:
    wall = Wall("wall", 1000.0, -500.0, 1000.0, 500.0, 60.0)
    way = 2 * math.hypot(1000, 50)  # to the listener's picture in the mirror
    assert ways((0, -50), (0, 50), wall, z_mm=z_mm) == (pytest.approx([way]) if thrown else [])
    for y in (-40.0, 20.0):  # something before it, on the way there or on the way back
        before = Wall("before", 500.0, y, 500.0, y + 20.0, 60.0)
        assert ways((0, -50), (0, 50), wall, before, z_mm=z_mm) == []


@pytest.mark.parametrize(("z_mm", "thrown"), HEIGHTS)
def test_a_round_thing_throws_sound_over_to_another_ranger(z_mm: tuple[float, float], thrown: bool) -> None:
    """From the spot that faces the middle between both, unless it is too far off, or aside, or a wall is before it."""
    round_one = Disc(600.0, 0.0, 35.0, 60.0, False, 0.88, 4000.0)
    way = 2 * math.hypot(600 - 35, 50)
    heard = pytest.approx([way]) if thrown else []
    assert ways((0, -50), (0, 50), discs=(round_one,), z_mm=z_mm) == heard
    assert ways((0, -50), (0, 50), discs=(round_one._replace(heard_mm=way / 2 + 1),), z_mm=z_mm) == heard
    assert ways((0, -50), (0, 50), discs=(round_one._replace(heard_mm=way / 2 - 1),), z_mm=z_mm) == []
    assert ways((0, -50), (0, 50), discs=(round_one._replace(y_mm=150.0),), z_mm=z_mm) == []
    for y in (-40.0, 20.0):
        before = Wall("before", 300.0, y, 300.0, y + 20.0, 100.0)
        assert ways((0, -50), (0, 50), before, discs=(round_one,), z_mm=z_mm) == []
