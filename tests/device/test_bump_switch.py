"""A bump switch on its pin: levels, bounces, and edges told before they come."""

from itertools import pairwise

import pytest
from marshrut.simulator.devices.bump_switch import BumpSwitch
from marshrut.simulator.scene.model import Part
from walled_surroundings import Walled

TOUCHES = (100_000, 120_000, 125_000, 200_000)
END_US = 260_000
Edge = tuple[int, int]


def switch(around: Walled, active_low: bool = True, bounce: float = 2.0, name: str = "bumper") -> BumpSwitch:
    figures = (("width_mm", 60.0), ("active_low", float(active_low)), ("bounce_ms", bounce))
    return BumpSwitch(Part(name, "bump-switch", (("signal", 13),), 92.0, 0.0, 20.0, 0.0, figures), around, 7)


def told_ahead(bumper: BumpSwitch, until_us: int = END_US) -> list[Edge]:
    edges, after = [], -1
    while (edge := bumper.next_change("signal", after, until_us)) is not None:
        edges.append(edge)
        after = edge[0]
    return edges


def seen(bumper: BumpSwitch, around: Walled, every_us: int) -> list[Edge]:
    """Level changes as a program sees them that looks every so often."""
    edges, level = [], bumper.level("signal", 0)
    for t_us in range(0, END_US, every_us):
        around.t_us = t_us
        if (now := bumper.level("signal", t_us)) != level:
            edges.append((t_us, now or 0))
            level = now
    return edges


@pytest.mark.parametrize(("active_low", "pressed"), [(True, 0), (False, 1)])
def test_the_level_when_pressed(active_low: bool, pressed: int) -> None:
    around = Walled(touches=(1_000_000, 1_500_000))
    bumper = switch(around, active_low)
    levels = []
    for t_us in (0, 999_000, 1_010_000, 1_499_000, 1_510_000):
        around.t_us = t_us
        levels.append(bumper.level("signal", t_us))
    idle = 1 - pressed
    assert levels == [idle, idle, pressed, pressed, idle]


@pytest.mark.parametrize("bounce", [0.0, 2.0, 12.0])
def test_edges_are_told_before_they_come_as_they_come(bounce: float) -> None:
    """Also where bouncing is cut short, since the wall goes and comes within one step."""
    ahead = told_ahead(switch(Walled(touches=TOUCHES), bounce=bounce))
    around = Walled(touches=TOUCHES)
    bumper = switch(around, bounce=bounce)
    found = []
    for t_us in range(0, END_US, 5000):
        around.t_us = t_us
        after = t_us - 1
        while (edge := bumper.next_change("signal", after, t_us + 4999)) is not None:
            found.append(edge)
            after = edge[0]
    assert found == ahead
    assert all(a[1] != b[1] for a, b in pairwise(ahead))
    assert ahead[0][1] == 0 and ahead[-1][1] == 1
    assert len(ahead) >= 4 and (bounce > 0 or len(ahead) == 4)


def test_levels_follow_the_edges_however_often_one_looks() -> None:
    around = Walled(touches=TOUCHES)
    edges = told_ahead(switch(around))
    assert seen(switch(around), around, 2) == edges
    rare = seen(switch(around), around, 45_000)
    assert [level for _, level in rare] == [0, 1]
    assert len(edges) > 4  # it bounced


def test_two_switches_never_change_in_one_microsecond() -> None:
    around = Walled(touches=TOUCHES)
    left, right = (told_ahead(switch(around, name=name)) for name in ("left", "right"))
    assert not {at for at, _ in left} & {at for at, _ in right}


def test_what_a_person_sees() -> None:
    around = Walled(touches=(1_000_000,))
    bumper = switch(around)
    assert bumper.shown(0) == ""
    around.t_us = 1_020_000
    assert bumper.shown(1_020_000) == "pressed"
