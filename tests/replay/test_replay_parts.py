"""replay.html in a real browser: the displays, lamps, servos and buzzers of a robot."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from .made_up_run import Run, trace_with
from .pages import TITLES, Page, check_layout

pytestmark = pytest.mark.browser


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


@pytest.mark.slow
def test_without_parts_there_is_no_panel_and_no_sound(lap: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(lap)
    assert not page.page.is_visible("#parts") and not page.page.is_visible("#sound")
    assert not page.press("s")["sound"]


@pytest.mark.parametrize("size", [(1024, 700), (390, 800)])
def test_parts_fit_on_the_page(with_parts: Run, open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    page = open_page(with_parts, size=size, address="#t=3.2")
    for lang in TITLES:
        page.click(f"#languages button[data-lang={lang}]")
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


def test_parts_are_named_in_words(lap: Run, open_page: Callable[..., Page]) -> None:
    shown = [(0, "oled", "ff///////"), (0, "lamps", "000000"), (0, "arm", "9.0"), (0, "horn", "440/50")]
    page = open_page(replace(lap, trace=trace_with(lap, shown)), lang="kk")
    assert page.texts("#parts figcaption") == ["Дисплей oled", "Шамдар lamps", "Сервожетек arm", "Зуммер horn"]
    page.click("#languages button[data-lang=ru]")
    assert page.texts("#parts figcaption")[2:] == ["Сервопривод arm", "Пищалка horn"]
    assert page.complaints == []
