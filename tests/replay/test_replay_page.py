"""replay.html in a real browser, opened from the disk as a pupil opens it."""

import copy
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.replay import replay_words, write_replay
from marshrut.simulator.trace import Trace, TraceWriter

from .conftest import Run, trace_with

pytestmark = pytest.mark.browser

TITLES = {"ru": "Гонка по линии", "kk": "Сызық бойымен жарыс", "en": "Line sprint"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

HOSTILE = (
    '</script><script>window.taken = 1</script><img src=x onerror="window.taken = 2">'
    "<!-- \x1b[31mred\x1b[0m \u202egnp.exe\u202c \u2028 \x00 &lt;b&gt; {{ 7 * 7 }}"
)


def chromium() -> str | None:
    asked = os.environ.get("MARSHRUT_CHROMIUM")
    return asked or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = chromium()
    if path is None:
        pytest.skip(f"no browser: set MARSHRUT_CHROMIUM or install one of {', '.join(BROWSERS)}")
    playwright = pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=list(QUIET))
        yield opened
        opened.close()


class Page:
    """An open replay, and everything it complained about or asked the network for."""

    def __init__(self, browser: Any, path: Path, address: str = "", size: tuple[int, int] = (1024, 700)) -> None:
        self.page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri() + address)
        self.settled()

    def state(self) -> Any:
        return self.page.evaluate("replay.state()")

    def settled(self) -> Any:
        """The state once nothing is left to be drawn."""
        return self.until("!state.waiting_for_frame")

    def until(self, condition: str) -> Any:
        """The first state for which that JavaScript holds. The page's policy forbids Playwright's own way to wait."""
        for _ in range(400):
            seen = self.page.evaluate(f"[replay.state()].find((state) => {condition}) ?? null")
            if seen is not None:
                return seen
            self.page.wait_for_timeout(10)
        raise AssertionError(f"never saw {condition}: {self.state()}")

    def press(self, key: str) -> Any:
        self.page.keyboard.press(key)
        return self.settled()

    def texts(self, selector: str) -> list[str]:
        return [str(text) for text in self.page.locator(selector).all_text_contents()]

    def picture(self, selector: str) -> tuple[int, int]:
        """How many colours a canvas has, and a number that tells whether two are alike."""
        colours, check = self.page.evaluate(
            """(selector) => {
              const canvas = document.querySelector(selector);
              const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              const pixels = new Uint32Array(data.buffer);
              return [new Set(pixels).size, pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 7)];
            }""",
            selector,
        )
        return colours, check


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """open_page(run, …) writes the replay, opens it and closes it after the test."""
    pages: list[Page] = []

    def opened(run: Run, lang: str = "en", titles: dict[str, str] | None = None, **options: Any) -> Page:
        path = tmp_path / f"replay {len(pages)}.html"
        write_replay(run.trace, run.result, run.marks, path, lang, replay_words(), titles or TITLES)
        pages.append(Page(browser, path, **options))
        return pages[-1]

    yield opened
    for page in pages:
        page.page.close()


def test_it_opens_from_the_disk_and_asks_for_nothing_else(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.press("End")
    assert page.complaints == []
    assert len(page.requests) == 1
    assert page.requests[0].startswith("file://")
    assert page.page.title() == "Line sprint · Passed · Replay"
    assert page.state()["states"] == len(lap.trace.states)


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
    measured = {}
    for rate in (0.25, 8):
        page.press("Home")
        page.page.click(f"#rates button[data-rate='{rate}']")
        page.page.keyboard.press("Space")
        measured[rate] = page.page.evaluate(
            """async () => {
              const frames = async (count) => {
                for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
              };
              await frames(2);
              const [t, now] = [replay.state().t_ms, performance.now()];
              await frames(15);
              return (replay.state().t_ms - t) / (performance.now() - now);
            }"""
        )
        page.press("Space")
    # A slow machine skips time rather than jumping, so only the ratio is certain.
    assert measured[8] > 10 * measured[0.25] > 0
    assert measured[8] < 9


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
    page.page.click("#to-end")
    page.page.click("#to-start")
    page.page.keyboard.press("Space")
    page.until("state.t_ms > 100")


def test_what_a_program_prints_stays_text(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    run = make_run(1, texts=[(0.0, HOSTILE + "\n"), (0.1, "A" * 100_000 + "\n"), (0.2, "last\n")])
    for mark in run.marks:
        mark.update(message=HOSTILE, rule=HOSTILE)
    for check in run.result["checks"]:
        check.update(message=HOSTILE, rule=HOSTILE)
    run.result["variant"] = run.result["programs"][0]["name"] = HOSTILE
    page = open_page(run, titles={"en": HOSTILE})
    page.page.click("#tabs button[data-tab=output]")
    page.page.evaluate("document.getElementById('output-scroll').scrollTop = 0")
    page.settled()
    first = "".join(page.texts(".row-text")[:12])
    assert first.startswith("</script><script>window.taken = 1</script><img src=x")
    assert "\\x1b[31mred" in first and "\\u202egnp.exe" in first and "&lt;b&gt; {{ 7 * 7 }}" in first
    page.press("End")
    assert page.texts(".row-text")[-1] == "last"
    assert page.page.locator(".row").count() < 100
    assert page.page.evaluate("window.taken") is None
    assert page.page.locator("img").count() == 0
    assert page.page.locator("script").count() == 2
    assert page.complaints == []
    assert len(page.requests) == 1


def test_no_other_script_may_run(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.taken = 1";
          document.body.append(script);
          const button = document.createElement("button");
          button.setAttribute("onclick", "window.taken = 2");
          document.body.append(button);
          button.click();
        }"""
    )
    assert page.page.evaluate("window.taken") is None
    assert len(page.complaints) == 2, "the policy speaks up"


def test_a_megabyte_of_output_does_not_freeze_it(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    lines = [(i / 1000, f"{i:6d} " + "я" * 92 + "\n") for i in range(10_000)]
    page = open_page(make_run(10, texts=lines), size=(1440, 900))
    slowest = page.page.evaluate(
        """async () => {
          let slowest = 0;
          for (const key of ["End", "Home", "End"]) {
            const before = performance.now();
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            slowest = Math.max(slowest, performance.now() - before);
          }
          return slowest;
        }"""
    )
    assert slowest < 1000
    assert page.page.locator(".row").count() < 100
    assert page.texts(".row-time")[-1] or page.texts(".row-text")[-1]
    assert page.state()["printed"] == 1_000_000


def test_output_fills_as_time_goes(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.page.click("#tabs button[data-tab=output]")
    page.press("End")
    assert page.texts(".row-text")[-1].startswith("pos")
    page.press("Home")
    assert page.texts(".row-text") == ["calibrating"]
    page.press("Shift+ArrowRight")
    assert page.texts(".row-text") == ["calibrating", "white 8012 8020 7990", "black 50120", "go!"]
    assert page.texts(".row-time") == ["0.00", "0.40", "0.40", "1.00"]
    page.page.click(".row-time >> nth=1")
    assert page.settled()["t_ms"] == 400


def test_a_silent_program(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    page = open_page(make_run(1, texts=[]))
    page.page.click("#tabs button[data-tab=output]")
    assert page.texts("#output-note") == ["The program printed nothing."]


def test_languages(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap, lang="kk")
    seen = {}
    for lang in ("kk", "ru", "en"):
        page.page.click(f"#languages button[data-lang={lang}]")
        assert page.settled()["language"] == lang
        assert page.page.evaluate("document.documentElement.lang") == lang
        seen[lang] = page.page.inner_text("body")
        assert TITLES[lang] in seen[lang]
        assert page.page.get_attribute("#timeline", "aria-label")
    assert "Өтті" in seen["kk"] and "Зачёт" in seen["ru"] and "Passed" in seen["en"]
    assert "10,62" in seen["kk"] and "10,62" in seen["ru"] and "10.62" in seen["en"]


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (768, 1024), (390, 800)])
def test_nothing_is_cut_off(lap: Run, open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    page = open_page(lap, size=size, address="#t=4.2")
    for lang in TITLES:
        page.page.click(f"#languages button[data-lang={lang}]")
        page.settled()
        check_layout(page)


def check_layout(page: Page) -> None:
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"
    cut = page.page.evaluate(
        """() => [...document.querySelectorAll("header > :not(#facts), .plot-head, #near, #now dd, #controls, button")]
          .filter((element) => element.offsetParent && element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.id || element.textContent)"""
    )
    assert cut == []
    outside = page.page.evaluate(
        """() => [...document.querySelectorAll("button")].filter((element) => {
          const box = element.getBoundingClientRect();
          return element.offsetParent && (box.left < 0 || box.right > innerWidth + 1);
        }).map((element) => element.textContent)"""
    )
    assert outside == []


def test_plots_show_the_run(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    seen = [
        page.picture(f".plot[data-plot={name}] canvas")
        for name in ("sensors", "voltage", "current", "speed", "battery")
    ]
    assert min(colours for colours, _ in seen) > 8
    assert len(set(seen)) == 5
    page.press("End")
    assert page.picture(".plot[data-plot=speed] canvas") != seen[3], "the cursor did not move"
    wanted = lap.trace.states[-1][5] / 1e6 * 1000
    assert page.texts(".plot[data-plot=speed] .now") == [f"{wanted:.0f} mm/s"]


def test_plots_can_show_less_time(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap, address="#t=5")
    page.page.click("#plots-closer")
    page.page.click("#plots-closer")
    state = page.settled()
    assert state["plots_to_ms"] - state["plots_from_ms"] == pytest.approx(10_620 / 4)
    assert state["plots_from_ms"] < 5000 < state["plots_to_ms"]
    state = page.press("End")
    assert state["plots_from_ms"] <= state["t_ms"] <= state["plots_to_ms"], "the plots lost the cursor"


def test_a_plot_can_be_dragged_along(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    box = page.page.locator(".plot[data-plot=speed] canvas").bounding_box()
    page.page.mouse.click(box["x"] + box["width"] - 4, box["y"] + 8)
    assert page.settled()["t_ms"] == pytest.approx(10_620, abs=40)


def test_the_robot_is_drawn_where_it_was(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    before, close_before = page.picture("#mat"), page.picture("#close-up")
    page.press("Shift+ArrowRight")
    page.press("Shift+ArrowRight")
    assert page.picture("#mat") != before
    assert page.picture("#close-up") != close_before


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
    page.page.click("#fit")
    assert page.settled()["px_per_mm"] == pytest.approx(whole)


def test_events_and_checks_lead_to_their_moments(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.page.click("#tabs button[data-tab=events]")
    losses = [mark["t_ms"] for mark in lap.marks if mark["kind"] == "lost"]
    rows = page.page.locator(".event[data-kind=lost]")
    assert rows.count() == len(losses)
    rows.nth(1).click()
    assert page.settled()["t_ms"] == losses[1]
    page.page.click("#verdict")
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


def test_the_line_of_the_end_is_told(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    run = make_run(1, end="program_error")
    message = {"message_id": "ended-program_error", "params": {"cls": "ValueError", "line": 14}, "message": "?"}
    end = {"kind": "end", "t_ms": 1000, "x_mm": 700, "y_mm": 180, "rule": ""}
    run.marks.append(end | message)
    text = open_page(run).page.inner_text("#ended")
    assert "ValueError" in text and text.count("14") == 1, "once is enough"
    run.marks[-1] = end | {"message": "The robot left the mat."}
    page = open_page(run, lang="kk")
    assert "программаның 14-жолы" in page.page.inner_text("#ended"), "where the message does not name the line"
    assert page.page.inner_text("#verdict") == "Өтпеді"


def test_an_address_can_name_a_moment(lap: Run, open_page: Callable[..., Page]) -> None:
    assert open_page(lap, address="#t=4.2").state()["t_ms"] == 4200


@pytest.fixture(scope="module")
def with_parts(lap: Run) -> Run:
    """The lap with a display, five lamps, a servo and a buzzer."""
    records = [
        (0, "lamps", "ff0000*040000ff"), (0, "arm", "90.0"), (1_000_000, "oled", "*80ff/00ff//////"),
        (2_000_000, "arm", "30.5"), (2_000_000, "oled", "ff///////"), (3_000_000, "horn", "440/50"),
        (3_000_000, "oled", ""), (3_500_000, "horn", "880/10"), (4_000_000, "horn", ""),
    ]  # fmt: skip
    return replace(lap, trace=trace_with(lap, records))


def display_dots(page: Page) -> list[list[int]]:
    """[x, y] of every dot of the display that shines."""
    dots: list[list[int]] = page.page.evaluate(
        """() => {
          const canvas = document.querySelector(".display");
          const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
          const dots = [];
          for (let i = 0; i < canvas.width * canvas.height; i++) {
            if (data[4 * i] > 100) dots.push([i % canvas.width, Math.floor(i / canvas.width)]);
          }
          return dots;
        }"""
    )
    return dots


def test_parts_show_what_they_showed(with_parts: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(with_parts)
    assert display_dots(page) == []
    assert page.texts(".part figcaption") == ["Display oled", "Lamps lamps", "Servo arm", "Buzzer horn"]
    assert page.texts(".part-says") == ["90.0°", "–"]
    page.press("Shift+ArrowRight")
    assert display_dots(page) == [[x, y] for y in range(8) for x in range(128)] + [[1, y] for y in range(8, 16)]
    page.press("Shift+ArrowRight")
    assert display_dots(page) == [[0, y] for y in range(8)]
    assert page.texts(".part-says") == ["30.5°", "–"]
    page.press("Shift+ArrowRight")
    assert display_dots(page) == []
    assert page.texts(".part-says") == ["30.5°", "440 Hz"]
    lamps = page.page.evaluate("[...document.querySelectorAll('.lamp')].map((lamp) => lamp.style.background)")
    assert lamps == ["rgb(255, 0, 0)"] + ["rgb(0, 0, 255)"] * 4
    assert page.complaints == []


def test_sound_is_heard_only_when_asked_for_and_while_playing(with_parts: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(with_parts, address="#t=3.1")
    page.page.click("#rates button[data-rate='0.25']")
    page.page.keyboard.press("Space")
    page.until("state.t_ms > 3110")
    assert page.state()["tones_hz"] == [0]
    page.page.keyboard.press("s")
    assert page.until("state.sound")["tones_hz"] == [440]
    page.press("Space")
    assert page.settled()["tones_hz"] == [0]
    page.page.focus("#sound")
    page.press("Enter")
    assert not page.state()["sound"]
    assert page.complaints == []


def test_without_parts_there_is_no_panel_and_no_sound(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    assert not page.page.is_visible("#parts") and not page.page.is_visible("#sound")
    assert not page.press("s")["sound"]


@pytest.mark.parametrize("size", [(1024, 700), (390, 800)])
def test_parts_fit_on_the_page(with_parts: Run, open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    page = open_page(with_parts, size=size, address="#t=3.2")
    for lang in TITLES:
        page.page.click(f"#languages button[data-lang={lang}]")
        page.settled()
        check_layout(page)
        hidden = page.page.evaluate(
            """() => {
              const box = document.getElementById("parts").getBoundingClientRect();
              return [...document.querySelectorAll(".part")].filter((part) => {
                const { right, bottom } = part.getBoundingClientRect();
                return right > box.right || bottom > box.bottom;
              }).length;
            }"""
        )
        assert hidden == 0


def test_a_run_without_states_opens(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    run = make_run(0)
    run.trace.states.clear()
    page = open_page(run)
    page.press("Space")
    page.press("ArrowRight")
    assert page.complaints == []


@pytest.mark.parametrize(("seconds", "size"), [(0.1, (1024, 700)), (0.6, (1024, 700)), (2, (390, 800))])
def test_no_two_marks_of_a_short_time_line_say_the_same(
    make_run: Callable[..., Run], open_page: Callable[..., Page], seconds: float, size: tuple[int, int]
) -> None:
    page = open_page(make_run(seconds, blind=()), size=size)
    said = page.texts("#timeline-ticks .tick")
    assert len(said) > 2 and len(set(said)) == len(said)
    steps = [round(float(b) - float(a), 6) for a, b in pairwise(said)]
    assert len(set(steps)) == 1, said


@pytest.mark.parametrize("angle", ["0.0", "180.0"])
def test_nothing_cuts_a_servos_arm(lap: Run, open_page: Callable[..., Page], angle: str) -> None:
    page = open_page(replace(lap, trace=trace_with(lap, [(0, "arm", angle)])))
    above, below, cuts = page.page.evaluate(
        """() => {
          const [dial, arm] = [".dial", ".arm"].map((name) => document.querySelector(name));
          const [box, inner] = [dial.getBoundingClientRect(), arm.getBoundingClientRect()];
          return [inner.top - box.top, box.bottom - inner.bottom, getComputedStyle(dial).overflow];
        }"""
    )
    assert above > 0 and below >= 0 and cuts == "visible"


@pytest.mark.parametrize("size", [(390, 844), (360, 640)])
def test_on_a_phone_the_time_line_leaves_the_sensors_to_be_seen(
    lap: Run, open_page: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = open_page(lap, size=size)
    bars, footer = (page.page.locator(name).bounding_box() for name in ("#readings", "footer"))
    assert bars["y"] + bars["height"] <= footer["y"]


def test_parts_are_named_in_words(lap: Run, open_page: Callable[..., Page]) -> None:
    shown = [(0, "oled", "ff///////"), (0, "lamps", "000000"), (0, "arm", "9.0"), (0, "horn", "440/50")]
    page = open_page(replace(lap, trace=trace_with(lap, shown)), lang="kk")
    assert page.texts("#parts figcaption") == ["Дисплей oled", "Шамдар lamps", "Сервожетек arm", "Зуммер horn"]
    page.page.click("#languages button[data-lang=ru]")
    assert page.texts("#parts figcaption")[2:] == ["Сервопривод arm", "Пищалка horn"]
    assert page.complaints == []


@pytest.mark.parametrize("size", [(1440, 900), (1100, 760)])
def test_where_nothing_is_judged_the_page_says_no_verdict(
    unjudged: Run, open_page: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = open_page(unjudged, size=size)
    assert page.complaints == []
    assert page.page.title() == "Line sprint · Replay"
    assert not page.page.locator("#verdict").is_visible()
    assert page.page.locator(".lost-span").count() == 0
    assert page.state()["tab"] == "output" and page.page.locator("#output-box").is_visible()
    page.page.locator("#tabs button[data-tab=result]").click()
    assert page.page.locator("#result-box").is_visible()
    assert "The program ended." in page.texts("#ended")[0]
    assert page.page.locator("#result-box table, #result-box .summary").count() == 0
    check_layout(page)


def test_a_robot_without_line_sensors_has_no_empty_panel_for_them(lap: Run, open_page: Callable[..., Page]) -> None:
    assert open_page(lap).texts(".plot-title")[0] == "Line sensors"
    header = copy.deepcopy(lap.trace.header)
    header["scene"]["robot"]["reflectance"] = []
    fields = header["state_fields"]
    header["state_fields"] = [name for name in fields if not name.startswith("line")]
    writer = TraceWriter(header)
    for t_us, robot, *state in lap.trace.states:
        writer.state(t_us, robot, tuple(state[: len(header["state_fields"])]))
    page = open_page(Run(Trace.of(writer), lap.marks, lap.result))
    assert page.complaints == []
    assert page.texts(".plot-title") == ["Voltage", "Current", "Speed", "Battery"]
    assert not page.page.locator("#readings-box").is_visible()
