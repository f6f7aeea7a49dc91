"""What a living board's page is served and told, and who may ask for it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from living import TOKEN, Living, asked
from marshrut.host_tools.board.page.address import Address, keep_address, kept_address
from marshrut.host_tools.board.page.feed import Feed
from marshrut.host_tools.board.page.server import PageServer
from marshrut.simulator.messages import LANGUAGES

HERE = f"/{TOKEN}/"


@pytest.fixture
def living() -> Living:
    return Living()


@pytest.fixture
def server(living: Living) -> Iterator[PageServer]:
    opened = living.serve()
    yield opened
    opened.close()


def own(server: PageServer) -> str:
    return f"http://127.0.0.1:{server.address.port}"


def test_the_page_comes_to_who_has_its_address(server: PageServer) -> None:
    status, text = asked(server, "GET", HERE)
    assert status == 200 and "connect-src &#39;self&#39;" in text and TOKEN not in text


@pytest.mark.parametrize("path", ["/", "/x/", "/" + TOKEN[:-1] + "/", "/" + TOKEN, f"/../{TOKEN}/"])
def test_nothing_comes_without_the_token(server: PageServer, path: str) -> None:
    assert asked(server, "GET", path)[0] == 403


@pytest.mark.parametrize("path", ["nothing", "runs/", "runs/1", "runs/x", "runs/" + "9" * 50, "../page.css", "do"])
def test_what_there_is_not(server: PageServer, path: str) -> None:
    assert asked(server, "GET", HERE + path)[0] == 404


def test_another_name_for_this_computer_is_refused(server: PageServer) -> None:
    """What a page elsewhere would come with that has its own name lead here."""
    assert asked(server, "GET", HERE, host=f"evil.example:{server.address.port}")[0] == 403
    assert asked(server, "GET", HERE, host=f"localhost:{server.address.port}")[0] == 200


def test_other_pages_cannot_look(server: PageServer) -> None:
    assert asked(server, "GET", HERE, Origin="https://evil.example")[0] == 403
    assert asked(server, "GET", HERE, Sec_Fetch_Site="cross-site")[0] == 403
    assert asked(server, "GET", HERE, Sec_Fetch_Site="none")[0] == 200


def test_a_button_is_pressed(living: Living, server: PageServer) -> None:
    for command in ("start", "button", "reset", "unplug", "plug", "step"):
        body = json.dumps({"robot": 0, "command": command})
        assert asked(server, "POST", HERE + "do", body, Origin=own(server))[0] == 200
        assert living.done.pop() == f"1 {command}"


@pytest.mark.parametrize("origin", [None, "null", "", "https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1"])
def test_other_pages_press_no_button(living: Living, server: PageServer, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    assert asked(server, "POST", HERE + "do", '{"robot":0,"command":"start"}', **headers)[0] == 403
    assert living.done == []


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    "body",
    [
        "", "{", "[]", "null", '{"robot":0}', '{"robot":1,"command":"start"}', '{"robot":-1,"command":"start"}',
        '{"robot":"0","command":"start"}', '{"robot":0,"command":"quit"}', '{"robot":0,"command":"start 5"}',
        '{"robot":0,"command":["start"]}', '{"robot":0,"command":"start"}' + " " * 300,
    ],
)  # fmt: skip
def test_what_is_no_command_does_nothing(living: Living, server: PageServer, body: str) -> None:
    assert asked(server, "POST", HERE + "do", body, Origin=own(server))[0] == 400
    assert living.done == []


def test_a_run_that_has_ended_has_its_replay(living: Living, server: PageServer) -> None:
    living.end_a_run()
    for lang in (*LANGUAGES, "xx", "<b>"):
        status, text = asked(server, "GET", f"{HERE}runs/1?lang={lang}")
        assert status == 200 and f'<html lang="{lang if lang in LANGUAGES else "en"}">' in text


def messages(living: Living, between: Any) -> list[dict[str, Any]]:
    """The first message; what `between` does; the second."""
    feed = Feed("page", living.presents, lambda: list(living.plugged), list)
    told = feed.messages(lambda seconds: False)
    first = json.loads(next(told))
    between()
    second = json.loads(next(told))
    told.close()
    return [first, second]


def test_who_comes_later_sees_the_present_and_then_what_happens(living: Living) -> None:
    present = living.presents[0]
    living.drive(700, 800)
    present.display(300_000, 0, "screen", "ff")
    present.output(300_000, 0, 13, 65535)
    present.text(300_000, 0, "hello \x1b[31m\u202e")

    def between() -> None:
        present.state(500_000, 0, living.values(900))
        present.ends()
        living.plugged[0] = False

    first, second = messages(living, between)
    (seen,) = first["present"]
    assert seen["run"] == "going" and len(seen["path"]) == 12 and seen["path"][-1][1][0] == 800_000
    assert seen["looks"] == {"screen": "ff"} and seen["duties"] == {"13": 65535}
    assert "\x1b" not in seen["texts"][0][1] and "\u202e" not in seen["texts"][0][1]
    assert second["plugged"] == [False]
    assert [record[1] for record in second["records"]] == ["state", "run"]


def test_of_an_object_s_moves_only_the_last_is_told(living: Living) -> None:
    present = living.presents[0]
    present.move(20_000, 0, 5, 6, 7, 0)

    def between() -> None:
        for t_us in range(40_000, 400_000, 20_000):
            present.move(t_us, 0, t_us, 6, 7, 0)
            present.move(t_us, 1, 1, t_us, 7, 1)
            present.state(t_us, 0, living.values(t_us // 1000))
        present.begins(0, living.values(700))
        present.move(20_000, 1, 8, 8, 8, 0)

    first, second = messages(living, between)
    assert first["present"][0]["places"] == {"0": [5, 6, 7, 0]}
    told = [record for record in second["records"] if record[1] in ("move", "begins")]
    assert [record[1:] for record in told if record[1] == "move"] == [
        ["move", 380_000, 0, 380_000, 6, 7, 0],
        ["move", 380_000, 1, 1, 380_000, 7, 1],
        ["move", 20_000, 1, 8, 8, 8, 0],
    ]
    assert [record[1] for record in told].index("begins") == 2
    assert present.seen().places == {1: (8, 8, 8, 0)}, "of the world before nothing is left"


def test_a_robot_that_stands_says_little(living: Living) -> None:
    def between() -> None:
        living.presents[0].drives()
        for t_us in range(20_000, 2_000_000, 20_000):
            living.presents[0].state(t_us, 0, living.values(700))

    records = messages(living, between)[1]["records"]
    assert [record[:3] for record in records] == [[0, "run", "going"], [0, "state", 1_980_000]]


def test_who_does_not_listen_is_let_go(living: Living) -> None:
    told = Feed("page", living.presents, lambda: [True], list).messages(lambda seconds: False)
    next(told)
    for t_us in range(60_000):
        living.presents[0].state(t_us, 0, living.values(t_us))
    assert list(told) == []
    living.drive(0, 100)  # nobody is told any more


def test_the_address_stays_the_same(tmp_path: Path) -> None:
    kept = tmp_path / "boards" / "board.page"
    first = kept_address(kept)
    keep_address(kept, Address(40_000, first.token))
    assert kept_address(kept) == Address(40_000, first.token)
    assert kept.stat().st_mode & 0o077 == 0 or kept.drive
    for broken in ("", "{}", "[]", '{"port": 80, "token": "x"}', '{"port": "x", "token": 5}'):
        kept.write_text(broken, encoding="utf-8")
        assert kept_address(kept).port == 0 and kept_address(kept).token != first.token


def test_a_taken_port_is_no_obstacle(server: PageServer, living: Living) -> None:
    other = living.serve(server.address.port)
    assert other.address.port != server.address.port
    other.close()
