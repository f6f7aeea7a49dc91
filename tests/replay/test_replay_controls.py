"""replay.html in a real browser: what a person can press, drag and point at, and where it leads."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from .made_up_run import Run
from .pages import Page

pytestmark = pytest.mark.browser


def test_play_advances_and_pause_stops(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    assert page.state()["t_ms"] == 0
    page.page.click("#play")
    page.until("state.t_ms > 300")
    assert page.state()["playing"]
    page.page.click("#play")
    paused = page.settled()
    assert not paused["playing"]
    page.page.wait_for_timeout(200)
    assert page.state() == paused, "something moved after the pause"


def test_it_stops_at_the_end_and_starts_over(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap, address="#t=10.5")
    page.page.click("#rates button[data-rate='8']")
    page.page.keyboard.press("Space")
    page.until("!state.playing")
    assert page.settled()["t_ms"] == page.state()["end_ms"] == 10_620
    page.page.keyboard.press("Space")
    page.until("state.playing && state.t_ms < 9000")


def test_the_clock_keeps_the_chosen_rate(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    for rate in (0.25, 4):
        page.press("Home")
        page.page.click(f"#rates button[data-rate='{rate}']")
        page.page.keyboard.press("Space")
        # The player asked for its frame before this does, so that each reading is of this very frame.
        frames = page.page.evaluate(
            """() => new Promise((done) => {
              const frames = [];
              requestAnimationFrame(function read(now) {
                frames.push([now, replay.state().t_ms]);
                if (frames.length < 15) requestAnimationFrame(read); else done(frames);
              });
            })"""
        )
        page.press("Space")
        # The page skips time where the computer was slow, rather than jumping.
        passed = sum(min(100, now - before) for (before, _), (now, _) in pairwise(frames))
        assert frames[-1][1] - frames[0][1] == pytest.approx(rate * passed, rel=0.01)


def test_dragging_the_time_line_sets_the_pose(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    box = page.page.locator("#timeline").bounding_box()
    page.page.mouse.move(box["x"] + 10, box["y"] + 12)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + box["width"] / 3, box["y"] + 12)
    page.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 12)
    page.page.mouse.up()
    state = page.settled()
    assert abs(state["t_ms"] - 5310) < 30
    wanted = lap.trace.states[round(state["t_ms"] / 20)]
    assert abs(state["x_mm"] - wanted[2] / 1000) < 9
    assert abs(state["y_mm"] - wanted[3] / 1000) < 9


def test_keys(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.page.keyboard.press("Space")
    page.until("state.t_ms > 100")
    page.press("Space")
    assert not page.state()["playing"]
    page.press("Home")
    assert page.press("ArrowRight")["t_ms"] == 20
    assert page.press("ArrowRight")["t_ms"] == 40
    assert page.press("ArrowLeft")["t_ms"] == 20
    assert page.press("Shift+ArrowRight")["t_ms"] == 1020
    assert page.press("End")["t_ms"] == 10_620
    assert page.press("Shift+ArrowLeft")["t_ms"] == 9620
    assert page.press("Home")["t_ms"] == 0
    first_loss = next(mark["t_ms"] for mark in lap.marks if mark["kind"] == "lost")
    assert page.press("n")["t_ms"] == first_loss
    assert page.press("n")["t_ms"] > first_loss
    assert page.press("p")["t_ms"] == first_loss
    assert page.press("]")["rate"] == 2
    assert page.press("f")["follow"]
    assert not page.press("0")["follow"]
    page.page.keyboard.press("?")
    assert page.page.locator("#key-dialog").is_visible()
    page.page.keyboard.press("Escape")
    assert not page.page.locator("#key-dialog").is_visible()


def test_space_plays_after_a_button_was_clicked(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.click("#to-end")
    page.click("#to-start")
    page.page.keyboard.press("Space")
    page.until("state.t_ms > 100")


def test_plots_can_show_less_time(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap, address="#t=5")
    page.click("#plots-closer")
    state = page.click("#plots-closer")
    assert state["plots_to_ms"] - state["plots_from_ms"] == pytest.approx(10_620 / 4)
    assert state["plots_from_ms"] < 5000 < state["plots_to_ms"]
    state = page.press("End")
    assert state["plots_from_ms"] <= state["t_ms"] <= state["plots_to_ms"], "the plots lost the cursor"


def test_a_plot_can_be_dragged_along(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    box = page.page.locator(".plot[data-plot=speed] canvas").bounding_box()
    page.page.mouse.click(box["x"] + box["width"] - 4, box["y"] + 8)
    assert page.settled()["t_ms"] == pytest.approx(10_620, abs=40)


def test_a_click_on_the_path_leads_to_its_moment(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    state = lap.trace.states[round(8.5 * 50)]
    x, y = page.page.evaluate(
        """([x, y]) => {
          const box = document.getElementById("mat").getBoundingClientRect();
          const scale = replay.state().px_per_mm;
          return [box.x + box.width / 2 + (x - 800) * scale, box.y + box.height / 2 - (y - 500) * scale];
        }""",
        [state[2] / 1000, state[3] / 1000],
    )
    page.page.mouse.click(x, y)
    assert page.settled()["t_ms"] == pytest.approx(8500, abs=60)


def test_the_mat_can_be_zoomed_and_moved(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    whole = page.state()["px_per_mm"]
    page.page.hover("#mat")
    page.page.mouse.wheel(0, -300)
    page.until(f"state.px_per_mm > {whole} * 1.5")
    before = page.picture("#mat")
    page.page.mouse.down()
    page.page.mouse.move(300, 300, steps=3)
    page.page.mouse.up()
    page.settled()
    assert page.picture("#mat") != before
    assert page.click("#fit")["px_per_mm"] == pytest.approx(whole)


def test_events_and_checks_lead_to_their_moments(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.click("#tabs button[data-tab=events]")
    losses = [mark["t_ms"] for mark in lap.marks if mark["kind"] == "lost"]
    rows = page.page.locator(".event[data-kind=lost]")
    assert rows.count() == len(losses)
    rows.nth(1).click()
    assert page.settled()["t_ms"] == losses[1]
    page.click("#verdict")
    page.page.locator("tr.passed").first.click()
    assert page.settled()["t_ms"] == lap.result["checks"][0]["t_ms"]


def test_the_time_line_tells_what_happened(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    loss = next(mark for mark in lap.marks if mark["kind"] == "lost")
    box = page.page.locator("#timeline").bounding_box()
    x = box["width"] * loss["t_ms"] / 10_620
    page.page.hover("#timeline", position={"x": x, "y": 12})
    assert page.texts("#timeline-tip .tip-time") == [f"{loss['t_ms'] / 1000:.2f} s"]
    assert "Line lost" in page.texts("#timeline-tip")[0] and loss["rule"] in page.texts("#timeline-tip")[0]
    assert page.page.locator("#timeline-marks .kind-lost").count() == len(
        [mark for mark in lap.marks if mark["kind"] == "lost"]
    )
    assert page.page.locator("#timeline-marks .lost-span").count() >= 2


def test_an_address_can_name_a_moment(lap: Run, open_page: Callable[..., Page]) -> None:
    assert open_page(lap, address="#t=4.2").state()["t_ms"] == 4200
