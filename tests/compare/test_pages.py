"""The pages about connecting a board: what they tell a reader to type works, and is the same in every language.

A fenced block says in its first line what it is: `sh run` is typed, `sh run tools` needs the tools of others, `sh
board` starts the virtual board of the page, `text said` is what the commands before it print among other things, and
`python NAME` is a file. Other blocks are for a real board or another system.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs" / "connecting"
TOOLS = Path(sys.prefix) / "tools"
PAGES = ("windows", "macos", "linux", "checklist")
LANGUAGES = ("ru", "kk", "en")
BLOCK = re.compile(r"^```(.+)\n((?:.*\n)*?)```$", re.MULTILINE)
# What the pages call the port, and what mpremote and marshrut are told instead of it.
PORT = re.compile(r"COM3|/dev/cu\.usbmodem1101|/dev/ttyACM0|~/\.marshrut/board")
URL = "rfc2217://127.0.0.1:2217"
MODULES = {"marshrut": "marshrut.host_tools", "mpremote": "mpremote", "ampy": "ampy.cli", "rshell": "rshell.main"}


def blocks(page: str, lang: str) -> list[tuple[str, str]]:
    return BLOCK.findall((DOCS / lang / f"{page}.md").read_text(encoding="utf-8"))


def headings(page: str, lang: str) -> list[str]:
    return re.findall(r"^#+ (\d*)|^\*\*(\d)\. ", (DOCS / lang / f"{page}.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_every_language_says_the_same(page: str, lang: str) -> None:
    assert blocks(page, lang) == blocks(page, "ru")
    assert headings(page, lang) == headings(page, "ru")


def test_macos_and_linux_give_the_same_commands() -> None:
    """So that those of one are those of the other; how a system is set up differs."""

    def run(page: str) -> list[tuple[str, str]]:
        return [(kind, PORT.sub("PORT", text)) for kind, text in blocks(page, "ru") if kind != "sh"]

    assert run("macos") == run("linux")


class Board:
    """The virtual board of a page, started as the page says."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        said = [process.stdout.readline().rstrip("\n").partition(": ")[2] for _ in range(2)]
        self.port, self.url = said


@contextmanager
def started(command: Sequence[str], home: Path, *more: str) -> Iterator[Board]:
    name, *arguments = command
    assert name == "marshrut"
    environment = {**os.environ, "MARSHRUT_BOARDS": str(home), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", MODULES[name], *arguments, *more, "--rfc2217", "0"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            yield Board(process)
        finally:
            assert process.stdin is not None
            process.stdin.write("quit\n")
            process.stdin.close()
            process.wait(20)


def typed(line: str, board: Board, home: Path, lang: str) -> str:
    """What one command of a page prints; it must go well."""
    name, *arguments = shlex.split(PORT.sub(board.port, line).replace(URL, board.url))
    extra = str(TOOLS) if name in ("ampy", "rshell") else ""
    done = subprocess.run(
        [sys.executable, "-m", MODULES[name], *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=home,
        env={**os.environ, "HOME": str(home), "PYTHONPATH": extra, "TERM": "dumb", "MARSHRUT_LANG": lang},
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, (line, done.stdout, done.stderr)
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("page", ["windows", "linux", "macos", "checklist"])
def test_what_a_page_tells_to_type_works(page: str, tmp_path: Path) -> None:
    found = blocks(page, "ru")
    command = next(
        (text for kind, text in found if kind == "sh board"), "marshrut board --task desk --board pico_rover"
    )
    more = ("--empty",) if page == "checklist" else ()  # there the firmware is fresh
    count = 0
    with started(shlex.split(command), tmp_path / "boards", *more) as board:
        said = ""
        for kind, text in found:
            if kind.startswith("python "):
                (tmp_path / kind.partition(" ")[2]).write_text(text, encoding="utf-8")
            elif kind == "text said":
                shown = [row.split()[-1] for row in said.splitlines() if row.split()]
                assert set(text.split()) <= set(shown), said
            elif kind == "sh run" or (kind == "sh run tools" and TOOLS.is_dir()):
                said = "".join(typed(line, board, tmp_path, "ru") for line in text.splitlines())
                count += len(text.splitlines())
            else:
                assert kind in ("sh", "sh board", "sh run tools"), kind
    assert count >= 6
