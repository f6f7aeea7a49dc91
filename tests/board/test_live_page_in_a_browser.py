"""A living board's page in a real browser."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from living import Living, pin
from marshrut.host_tools.board.page.server import PageServer
from marshrut.simulator.appearance import display_text
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.virtual_board.present import RULE

pytestmark = pytest.mark.browser


class LivePage:
    """An open page, and all that it complained about."""

    def __init__(self, browser: Any, url: str, size: tuple[int, int] = (1024, 700)) -> None:
        self.page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self._complain(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(url)

    def _complain(self, text: str) -> None:
        if "getImageData" not in text:  # our own way to look
            self.complaints.append(text)

    def until(self, condition: str) -> Any:
        """The first state for which that JavaScript holds."""
        for _ in range(800):
            seen = self.page.evaluate(
                f"[live.state()].find((state) => {{ const [robot] = state.robots; return {condition}; }}) ?? null"
            )
            if seen is not None:
                return seen
            self.page.wait_for_timeout(10)
        raise AssertionError(f"never saw {condition}: {self.page.evaluate('live.state()')}")

    def picture(self, selector: str) -> int:
        """A number that tells whether two pictures are alike."""
        self.until("!state.waiting_for_frame")
        return int(
            self.page.evaluate(
                """(selector) => {
                  const canvas = document.querySelector(selector);
                  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                  return new Uint32Array(data.buffer).reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 7);
                }""",
                selector,
            )
        )


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., tuple[Living, PageServer, LivePage]]]:
    """open_page(task=…, robots=…, size=…) serves such boards and opens their page."""
    opened: list[tuple[PageServer, LivePage]] = []

    def open_one(
        size: tuple[int, int] = (1024, 700), living: Living | None = None, **options: Any
    ) -> tuple[Living, PageServer, LivePage]:
        living = living or Living(**options)
        server = living.serve()
        page = LivePage(browser, server.url, size)
        page.until("robot.states > 0 && !state.waiting_for_frame")
        opened.append((server, page))
        return living, server, page

    yield open_one
    for server, page in opened:
        page.page.close()
        server.close()


def test_it_follows_the_robot(open_page: Callable[..., Any]) -> None:
    living, _, page = open_page()
    assert page.until("true")["robots"][0]["x"] == 700
    before = page.picture("#mat")
    living.drive(700, 1200)
    seen = page.until("robot.x === 1200")["robots"][0]
    assert (seen["run"], seen["heading"], seen["t_ms"]) == ("going", 30, 1020)
    assert page.picture("#mat") != before
    living.presents[0].text(1_020_000, 0, "there")
    living.presents[0].begins(0, living.values(700))
    page.until("robot.x === 700 && robot.states === 1 && robot.run === 'none'")
    assert page.picture("#mat") == before, "of the world before nothing is left"
    living.presents[0].text(0, 0, "and back")
    assert page.until("robot.said.endsWith('back')")["robots"][0]["said"] == f"there{RULE}and back"
    assert page.complaints == []
    assert {url.split("/")[2] for url in page.requests} == {page.page.url.split("/")[2]}, "nobody else is asked"


def test_who_comes_later_sees_the_same(open_page: Callable[..., Any]) -> None:
    living, _, first = open_page()
    living.drive(700, 1200)
    living.presents[0].output(1_000_000, 0, living.scene.robot.leds[0].pin, 65535)
    living.presents[0].text(1_000_000, 0, "hello\n")
    first.until("robot.x === 1200 && robot.led && robot.said")
    _, _, second = open_page(living=living)
    assert second.until("true")["robots"] == first.until("true")["robots"]
    assert second.picture("#mat") == first.picture("#mat")


def test_each_board_s_objects_are_its_own(open_page: Callable[..., Any]) -> None:
    """They are where the robot that is looked at has left them."""
    living, _, page = open_page(robots=2, objects=(pin("king", 900, 700), pin("queen", 500, 700)))
    still = page.picture("#mat")
    living.presents[1].move(20_000, 0, 1_000_000, 700_000, 90_000, 1)
    places = page.until("state.robots[1].places[0][3]")["robots"]
    assert places[1]["places"] == [[1000, 700, 90, True], [500, 700, 0, False]]
    assert places[0]["places"] == [[900, 700, 0, False], [500, 700, 0, False]]
    assert page.picture("#mat") == still
    page.page.keyboard.press("2")
    moved = page.picture("#mat")
    assert moved != still
    _, _, later = open_page(living=living)
    assert later.until("true")["robots"][1]["places"][0] == [1000, 700, 90, True]
    living.presents[1].begins(0, living.values(1000))
    page.until("!state.robots[1].places[0][3]")
    assert page.picture("#mat") == still and page.complaints == []


def test_what_a_program_prints_is_text(open_page: Callable[..., Any]) -> None:
    living, _, page = open_page()
    said = "<img src=x onerror=document.title='caught'><script>document.title='caught'</script>&amp;\n"
    living.presents[0].text(20_000, 0, said)
    page.until("robot.said && !state.waiting_for_frame")
    assert page.page.locator("#said").text_content() == said
    assert page.page.locator("#said *").count() == 0 and "caught" not in page.page.title()


def test_its_buttons_and_keys_act(open_page: Callable[..., Any]) -> None:
    living, _, page = open_page(robots=2, step=True)
    for id, command in (("do-start", "1 start"), ("do-button", "1 button"), ("do-reset", "1 reset")):
        page.page.click(f"#{id}")
        _wait_for(page, living, command)
    page.page.click("#robots button:nth-child(2)")
    page.page.click("#do-cable")
    _wait_for(page, living, "2 unplug")
    living.plugged[1] = False
    page.until("!state.robots[1].plugged && !state.waiting_for_frame")
    for key, command in (("г", "2 plug"), ("KeyS", "2 start"), (" ", "2 step")):
        if key == "г":
            page.page.evaluate(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'г', code: 'KeyU', bubbles: true}))"
            )
        else:
            page.page.keyboard.press(key)
        _wait_for(page, living, command)
    page.page.keyboard.press("1")
    assert page.until("!state.waiting_for_frame")["chosen"] == 0
    assert page.complaints == []


def _wait_for(page: LivePage, living: Living, command: str) -> None:
    for _ in range(300):
        if living.done:
            assert living.done.pop() == command
            return
        page.page.wait_for_timeout(10)
    raise AssertionError(f"never got {command}")


def test_another_site_gets_nothing(open_page: Callable[..., Any], browser: Any) -> None:
    """A page from elsewhere that has even learnt the address."""
    living, server, _ = open_page()
    stranger = browser.new_page()
    stranger.route("http://elsewhere.test/", lambda route: route.fulfill(body="<p>hello", content_type="text/html"))
    stranger.goto("http://elsewhere.test/")
    refused = stranger.evaluate(
        """async (url) => {
          const body = JSON.stringify({ robot: 0, command: "start" });
          const tried = [
            fetch(url + "do", { method: "POST", mode: "no-cors", body }), fetch(url), fetch(url, { mode: "no-cors" }),
          ];
          const told = new Promise((done) => {
            const source = new EventSource(url + "events");
            source.onerror = () => (source.close(), done("refused"));
            source.onmessage = () => done("told");
          });
          return [await Promise.allSettled(tried), await told];
        }""",
        server.url,
    )
    stranger.close()
    assert [each["status"] for each in refused[0]][1] == "rejected" and refused[1] == "refused"
    assert living.done == []


@pytest.mark.slow
def test_a_board_that_is_gone_is_waited_for(open_page: Callable[..., Any], browser: Any) -> None:
    living, server, page = open_page()
    port = server.address.port
    server.close()
    page.until("state.gone")
    assert page.page.locator("#gone").is_visible() and page.page.locator("#do-start").is_disabled()
    living.drive(700, 900)
    again = living.serve(port)
    assert again.address.port == port
    page.until("!state.gone && robot.x === 900")
    assert not page.page.locator("#gone").is_visible()
    again.close()
    page.until("state.gone")
    other = Living("desk").serve(port)
    try:
        for _ in range(500):
            if "Desk" in page.page.title():
                break
            page.page.wait_for_timeout(10)
        assert "Desk" in page.page.title(), "another board's page is loaded"
    finally:
        other.close()


def test_a_run_that_has_ended_offers_its_replay(open_page: Callable[..., Any]) -> None:
    living, _, page = open_page()
    assert page.page.locator("#runs-none").is_visible()
    living.end_a_run()
    page.until("state.runs === 1")
    with page.page.context.expect_page() as opened:
        page.page.click(".run a")
    replay = opened.value
    replay.wait_for_load_state()
    assert replay.evaluate("replay.state().states") > 0
    replay.close()


def test_parts_of_the_chosen_robot_are_shown(open_page: Callable[..., Any]) -> None:
    living, _, page = open_page(task="desk", robots=2)
    dark = page.picture("canvas.display")
    bars = display_text([b"\xff\x00" * 64] * 8)
    for part, look in (("display", bars), ("buzzer", "440/50"), ("arm", "90.0"), ("lamps", "ff0000")):
        living.presents[1].display(20_000, 0, part, look)
    page.until("Object.keys(state.robots[1].looks).length === 4 && !state.waiting_for_frame")
    assert page.picture("canvas.display") == dark
    page.page.click("#robots button:nth-child(2)")
    assert page.picture("canvas.display") != dark
    assert "440" in page.page.locator(".part[data-chip=buzzer]").text_content()


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (768, 1024), (390, 800)])
def test_nothing_is_cut_off(open_page: Callable[..., Any], size: tuple[int, int]) -> None:
    living, _, page = open_page(size=size, task="desk", robots=4, step=True)
    living.end_a_run()
    page.until("state.runs === 1")
    for lang in LANGUAGES:
        page.page.click(f"#languages button[data-lang={lang}]")
        page.until("!state.waiting_for_frame")
        assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), lang
        cut = page.page.evaluate(
            """() => [...document.querySelectorAll("button, .run, #now dd, #robots")].filter((element) => {
              const box = element.getBoundingClientRect();
              const outside = box.left < 0 || box.right > innerWidth + 1;
              return element.offsetParent && (outside || element.scrollWidth > element.clientWidth + 1);
            }).map((element) => element.id || element.textContent)"""
        )
        assert cut == [], lang
