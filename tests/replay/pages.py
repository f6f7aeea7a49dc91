"""A replay that is open in a browser, as a test asks for it and looks at it (`open_page` in conftest)."""

from pathlib import Path
from typing import Any

TITLES = {"ru": "Гонка по линии", "kk": "Сызық бойымен жарыс", "en": "Line sprint"}


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

    def click(self, selector: str) -> Any:
        """Not while it plays, when there is always a frame to be drawn."""
        self.page.click(selector)
        return self.settled()

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
