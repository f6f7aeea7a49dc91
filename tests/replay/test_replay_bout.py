"""replay.html in a real browser: several robots, and objects that are moved."""

from collections.abc import Callable
from typing import Any

import pytest

from .made_up_bout import FELLED, NAMES, PIN, PUSHED, RIVAL_SAYS, rival_pose, with_rival, with_things
from .made_up_run import Run
from .pages import TITLES, Page, check_layout

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def bout(lap: Run) -> Run:
    return with_rival(with_things(lap))


def test_everything_is_where_it_was_then(bout: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(bout, address="#t=1.95")
    assert page.complaints == []
    pin, post, box = page.state()["objects"]
    assert pin[:2] == [400, 800] and not pin[3]
    seen = page.page.evaluate("replay.state().robots[1]")
    assert seen == pytest.approx(rival_pose(1.95), abs=0.2)
    page.press("Shift+ArrowRight")  # 2.95 s
    assert page.state()["objects"][0] == [*FELLED, 0, True]
    page.press("Shift+ArrowRight")
    assert page.state()["objects"][2][0] == pytest.approx(1000 + 300 * 0.95 / 2, abs=0.2)
    page.press("End")
    assert page.state()["objects"][2] == [*PUSHED, 45, False]
    assert page.state()["objects"][1] == post and box[:2] == [1000, 700]


def test_the_clock_ends_with_the_judge(bout: Run, open_page: Callable[..., Page]) -> None:
    """A robot's last record comes up to a period later."""
    last = bout.trace.states[-1][0] // 1000
    for before, shown in ((5, last - 5), (900, last)):
        end = {"kind": "end", "t_ms": last - before, "x_mm": 1, "y_mm": 2, "rule": "", "message": "Won."}
        page = open_page(Run(bout.trace, [end], bout.result))
        assert page.press("End")["t_ms"] == shown
        assert page.texts(".ended-time") == [f"{(last - before + 5) // 10 / 100:.2f} s"]
        assert [f"/ {page.texts('#clock')[0]} s"] == page.texts("#clock-end")
    assert open_page(bout, address="#t=7.175").texts("#clock") == ["7.18"], "half a hundredth counts up everywhere"


def test_an_object_that_is_moved_is_drawn_so(bout: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(bout, address="#t=3.5")
    colours, check = page.picture("#mat")
    page.press("ArrowRight")
    assert page.picture("#mat")[1] != check and colours > 20


def spot_of(page: Page, x_mm: float, y_mm: float) -> tuple[float, float]:
    """Where that place of the whole mat is on the page."""
    box = page.page.locator("#mat").bounding_box()
    scale = page.state()["px_per_mm"]
    return box["x"] + box["width"] / 2 + (x_mm - 800) * scale, box["y"] + box["height"] / 2 - (y_mm - 500) * scale


def test_an_object_that_is_pointed_at_says_its_name(bout: Run, open_page: Callable[..., Page]) -> None:
    called = {"pin": {"ru": "кегля", "kk": "кегля", "en": "the red pin"}}
    page = open_page(bout, called=called)
    plain = page.picture("#mat")
    page.page.mouse.move(*spot_of(page, PIN["x_mm"], PIN["y_mm"]))
    assert page.until("state.pointed")["pointed"] == "the red pin"
    assert page.picture("#mat") != plain
    page.page.keyboard.press("End")  # it has been felled and lies elsewhere
    assert page.until("!state.pointed")
    page.page.mouse.move(*spot_of(page, *PUSHED))
    assert page.until("state.pointed")["pointed"] == "box", "where the task has no name for it"
    page.page.mouse.move(5, 5)
    assert page.until("!state.pointed")
    page.click("#tabs button[data-tab=events]")
    assert page.texts(".event[data-kind=object] .event-detail") == ["the red pin", "box"]


def test_objects_have_numbers_where_there_is_room(lap: Run, open_page: Callable[..., Page]) -> None:
    run = with_things(lap)
    for number, item in enumerate(run.trace.header["scene"]["mat"]["objects"], start=1):
        run.trace.header["scene"]["mat"]["objects"][number - 1] = item | {"id": f"{item['kind']}-{number}"}
    assert open_page(run, size=(1440, 900)).state()["numbered"] == ["1", "2", "3"]
    small = open_page(run, size=(390, 800))
    assert small.state()["numbered"] == []
    for _ in range(4):
        small.click("#zoom-in")
    assert small.state()["numbered"] == ["1", "2", "3"]


def test_a_bar_tells_the_scale(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    told = {}
    for lang in ("ru", "kk", "en"):
        page.click(f"#languages button[data-lang={lang}]")
        told[lang] = page.texts("#scale-length")[0]
    assert told == {"ru": "200 мм", "kk": "200 мм", "en": "200 mm"}
    seen = set()
    for key in ("+", "+", "+", "0", "-", "-", "-", "-", "-", "-"):
        scale = page.press(key)["px_per_mm"]
        value, unit = page.texts("#scale-length")[0].split()
        wide = page.page.locator("#scale-line").bounding_box()["width"]
        assert wide == pytest.approx(int(value) * {"mm": 1, "m": 1000}[unit] * scale, abs=0.6)
        assert 25 < wide <= 110
        seen.add(f"{value} {unit}")
    assert {"100 mm", "200 mm", "1 m"} <= seen


def test_robots_can_be_chosen(bout: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(bout, address="#t=4")
    assert page.texts("#robots button") == [f"{i} {name}" for i, name in enumerate(NAMES, start=1)]
    close = page.picture("#close-up")
    state = page.click("#robots button >> nth=1")
    assert state["robot"] == 1 and state["x_mm"] == pytest.approx(rival_pose(4)[0], abs=0.2)
    assert page.picture("#close-up") != close
    assert page.texts(".plot[data-plot=speed] .now") == ["90 mm/s"]
    page.click("#tabs button[data-tab=output]")
    assert page.texts(".row-text") == [RIVAL_SAYS.strip()]
    assert page.texts("#output-box h2") == ["What the program printed · Robot 2: rival.py"]
    assert page.press("1")["robot"] == 0
    assert page.texts(".row-text")[0] == "calibrating"
    assert page.press("9")["robot"] == 0 and page.press("2")["robot"] == 1
    assert page.press("f")["follow"]


def test_a_click_on_another_robot_s_path_leads_to_it(bout: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(bout)
    x, y, _ = rival_pose(3.0)
    page.page.mouse.click(*spot_of(page, x, y))
    state = page.settled()
    assert state["robot"] == 1 and state["t_ms"] == pytest.approx(3000, abs=120)


@pytest.mark.sample(1)
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_events_say_whose_they_are(bout: Run, open_page: Callable[..., Page], lang: str) -> None:
    page = open_page(bout, lang=lang)
    page.click("#tabs button[data-tab=events]")
    assert page.texts(".event[data-kind=object] .robot-badge") == ["1", "1"]
    assert page.texts(".event[data-kind=object] .event-detail") == ["pin", "box"]
    assert NAMES[1] in page.texts(".event[data-kind=robot] .event-detail")[0]
    assert page.texts(".event[data-kind=rival_end] .robot-badge") == ["2"]
    assert "ValueError" in page.texts(".event[data-kind=rival_end]")[0]
    assert page.click(".event[data-kind=rival_end]")["t_ms"] == 6000
    assert page.page.locator("#timeline-marks .kind-object").count() == 2
    assert page.page.locator("#timeline-marks .rival").count() == 1


def test_a_lone_robot_has_no_list_of_robots(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    assert not page.page.locator("#robots").is_visible()
    assert page.page.locator(".robot-badge").count() == 0
    assert page.texts("#output-box h2") == ["What the program printed"]
    assert page.press("2")["robot"] == 0


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(1024, 700), (390, 800)])
def test_four_robots_have_their_place(bout: Run, open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    header: dict[str, Any] = dict(bout.trace.header)
    header["rivals"] = header["rivals"] * 3
    header["programs"] = [header["programs"][0], *({**header["programs"][1], "name": "a-long-name.py"} for _ in "234")]
    bout.trace.header, kept = header, bout.trace.header
    try:
        page = open_page(bout, size=size, address="#t=4.2")
    finally:
        bout.trace.header = kept
    for lang in TITLES:
        page.click(f"#languages button[data-lang={lang}]")
        check_layout(page)
    page.press("4")  # it has no states
    page.press("End")
    assert page.state()["robot"] == 3 and page.complaints == []


def test_the_robots_can_be_reached_and_read_without_a_mouse(bout: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(bout)
    group = page.page.locator("#robots")
    assert group.get_attribute("role") == "group" and group.get_attribute("aria-label")
    second = page.page.locator("#robots button").nth(1)
    assert second.get_attribute("aria-label") == "Robot 2: rival.py"
    second.focus()
    page.page.keyboard.press("Enter")
    assert page.settled()["robot"] == 1
    assert page.page.locator("#robots button").nth(1).get_attribute("aria-pressed") == "true"
