"""replay.html in a real browser, opened from the disk as a pupil opens it: what it shows, what it refuses."""

import copy
from collections.abc import Callable
from dataclasses import replace

import pytest
from marshrut.simulator.trace import Trace, TraceWriter

from .made_up_run import Run
from .pages import TITLES, Page, check_layout

pytestmark = pytest.mark.browser

HOSTILE = (
    '</script><script>window.taken = 1</script><img src=x onerror="window.taken = 2">'
    "<!-- \x1b[31mred\x1b[0m \u202egnp.exe\u202c \u2028 \x00 &lt;b&gt; {{ 7 * 7 }}"
)


def test_it_opens_from_the_disk_and_asks_for_nothing_else(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    page.press("End")
    assert page.complaints == []
    assert len(page.requests) == 1
    assert page.requests[0].startswith("file://")
    assert page.page.title() == "Line sprint · Passed · Replay"
    assert page.state()["states"] == len(lap.trace.states)


def test_what_a_program_prints_stays_text(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    run = make_run(1, texts=[(0.0, HOSTILE + "\n"), (0.1, "A" * 100_000 + "\n"), (0.2, "last\n")])
    for mark in run.marks:
        mark.update(message=HOSTILE, rule=HOSTILE)
    for check in run.result["checks"]:
        check.update(message=HOSTILE, rule=HOSTILE)
    run.result["variant"] = run.result["programs"][0]["name"] = HOSTILE
    page = open_page(run, titles={"en": HOSTILE})
    page.click("#tabs button[data-tab=output]")
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
    page.click("#tabs button[data-tab=output]")
    page.press("End")
    assert page.texts(".row-text")[-1].startswith("pos")
    page.press("Home")
    assert page.texts(".row-text") == ["calibrating"]
    page.press("Shift+ArrowRight")
    assert page.texts(".row-text") == ["calibrating", "white 8012 8020 7990", "black 50120", "go!"]
    assert page.texts(".row-time") == ["0.00", "0.40", "0.40", "1.00"]
    assert page.click(".row-time >> nth=1")["t_ms"] == 400


def test_a_silent_program(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    page = open_page(make_run(1, texts=[]))
    page.click("#tabs button[data-tab=output]")
    assert page.texts("#output-note") == ["The program printed nothing."]


def test_languages(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap, lang="kk")
    seen = {}
    for lang in ("kk", "ru", "en"):
        assert page.click(f"#languages button[data-lang={lang}]")["language"] == lang
        assert page.page.evaluate("document.documentElement.lang") == lang
        seen[lang] = page.page.inner_text("body")
        assert TITLES[lang] in seen[lang]
        assert page.page.get_attribute("#timeline", "aria-label")
    assert "Өтті" in seen["kk"] and "Зачёт" in seen["ru"] and "Passed" in seen["en"]
    assert "10,62" in seen["kk"] and "10,62" in seen["ru"] and "10.62" in seen["en"]


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


def test_the_robot_is_drawn_where_it_was(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    before, close_before = page.picture("#mat"), page.picture("#close-up")
    page.press("Shift+ArrowRight")
    page.press("Shift+ArrowRight")
    assert page.picture("#mat") != before
    assert page.picture("#close-up") != close_before


def test_a_penalty_is_told_with_what_it_costs(lap: Run, open_page: Callable[..., Page]) -> None:
    touched = lap.result["checks"][0] | {"passed": False, "points": 0, "max": 0}
    checks = [touched | {"cost": {"en": "+10 s"}}, touched]
    result = lap.result | {"checks": checks, "measures": {"time_ms": 40_470, "penalty_ms": 10_000, "total_ms": 50_470}}
    mark = lap.marks[0] | {"kind": "penalty", "message": "A wall was touched."}
    page = open_page(Run(lap.trace, [*lap.marks, mark], result))
    assert page.texts("td.check-points") == ["+10 s", "–"]
    assert page.texts(".summary .points")[-2:] == ["Time: 40.47 s", "with penalties 50.47 s"]
    assert page.texts(".event[data-kind=penalty] .event-name") == ["Penalty"]


def test_the_line_is_seen_under_the_way_that_is_to_come(
    make_run: Callable[..., Run], open_page: Callable[..., Page]
) -> None:
    """And the way that was driven stands out from it by a pale rim."""
    page = open_page(make_run(2, blind=()))
    beside_the_way = """() => {
      const canvas = document.getElementById("mat");
      const x = Math.round(canvas.width / 2 + (780 - 800) * replay.state().px_per_mm);
      const { data } = canvas.getContext("2d").getImageData(x, 0, 1, canvas.height);
      const light = Array.from({ length: canvas.height }, (_, y) => data[4 * y] + data[4 * y + 1] + data[4 * y + 2]);
      const middle = Math.round(canvas.height / 2 + (500 - 180) * replay.state().px_per_mm);
      return light.slice(middle - 4, middle + 5);
    }"""
    dark = sum(light < 200 for light in page.page.evaluate(beside_the_way))
    page.press("End")
    assert dark >= 4 > sum(light < 200 for light in page.page.evaluate(beside_the_way))


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


def test_a_run_without_states_opens(make_run: Callable[..., Run], open_page: Callable[..., Page]) -> None:
    run = make_run(0)
    run.trace.states.clear()
    page = open_page(run)
    page.press("Space")
    page.press("ArrowRight")
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
    page.click("#tabs button[data-tab=result]")
    assert page.page.locator("#result-box").is_visible()
    assert "The program ended." in page.texts("#ended")[0]
    assert page.page.locator("#result-box table, #result-box .summary").count() == 0
    check_layout(page)


def without_line_sensors(lap: Run) -> Run:
    header = copy.deepcopy(lap.trace.header)
    header["scene"]["robot"]["reflectance"] = []
    fields = header["state_fields"]
    header["state_fields"] = [name for name in fields if not name.startswith("line")]
    writer = TraceWriter(header)
    for t_us, robot, *state in lap.trace.states:
        writer.state(t_us, robot, tuple(state[: len(header["state_fields"])]))
    return Run(Trace.of(writer), lap.marks, lap.result)


def test_a_robot_without_line_sensors_has_no_empty_panel_for_them(lap: Run, open_page: Callable[..., Page]) -> None:
    assert open_page(lap).texts(".plot-title")[0] == "Line sensors"
    page = open_page(without_line_sensors(lap))
    assert page.complaints == []
    assert page.texts(".plot-title") == ["Voltage", "Current", "Speed", "Battery"]
    assert not page.page.locator("#readings-box").is_visible()


@pytest.mark.sample(2)
@pytest.mark.parametrize("sensors", [True, False])
@pytest.mark.parametrize("size", [(960, 640), (1366, 768)])
def test_the_values_beside_the_plots_are_whole(
    sensors: bool, size: tuple[int, int], lap: Run, open_page: Callable[..., Page]
) -> None:
    """In the longest language, with voltages below 0 on both sides; nothing stands over them."""
    run = replace(lap, trace=replace(lap.trace)) if sensors else without_line_sensors(lap)
    for name in ("left_mv", "right_mv"):
        at = 2 + run.trace.header["state_fields"].index(name)
        run.trace.states[:] = [(*state[:at], -5600, *state[at + 1 :]) for state in run.trace.states]
    page = open_page(run, lang="ru", size=size)
    beside = page.page.evaluate(
        """[...document.querySelectorAll(".plot-head")].map((head) => {
          const [key, row, buttons] = [head.lastElementChild, head, document.getElementById("plot-buttons")]
            .map((element) => element.getBoundingClientRect());
          return key.right <= row.right && !(key.right > buttons.left && key.top < buttons.bottom);
        })"""
    )
    assert "−5,6" in page.texts(".plot[data-plot=voltage]")[0]
    assert beside == [True] * len(beside)
