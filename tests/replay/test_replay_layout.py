"""replay.html in a real browser: everything has its place on any screen."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from .made_up_run import Run
from .pages import TITLES, Page, check_layout

pytestmark = pytest.mark.browser


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (768, 1024), (390, 800)])
def test_nothing_is_cut_off(lap: Run, open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    page = open_page(lap, size=size, address="#t=4.2")
    for lang in TITLES:
        page.click(f"#languages button[data-lang={lang}]")
        check_layout(page)


@pytest.mark.sample(2)
@pytest.mark.parametrize(("seconds", "size"), [(0.1, (1024, 700)), (0.6, (1024, 700)), (2, (390, 800))])
def test_no_two_marks_of_a_short_time_line_say_the_same(
    make_run: Callable[..., Run], open_page: Callable[..., Page], seconds: float, size: tuple[int, int]
) -> None:
    page = open_page(make_run(seconds, blind=()), size=size)
    said = page.texts("#timeline-ticks .tick")
    assert len(said) > 2 and len(set(said)) == len(said)
    steps = [round(float(b) - float(a), 6) for a, b in pairwise(said)]
    assert len(set(steps)) == 1, said


@pytest.mark.parametrize("size", [(390, 844), (360, 640)])
def test_on_a_phone_the_time_line_leaves_the_sensors_to_be_seen(
    lap: Run, open_page: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = open_page(lap, size=size)
    bars, footer = (page.page.locator(name).bounding_box() for name in ("#readings", "footer"))
    assert bars["y"] + bars["height"] <= footer["y"]
