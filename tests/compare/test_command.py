"""`marshrut compare` from the command line to its exit code, on a board that is virtual as well."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from marshrut.host_tools.cli import run
from marshrut.host_tools.compare.facts import EMPTY, HOME, INSTALLED, state_of
from marshrut.host_tools.compare.kinds import KINDS, Kind, kind_of
from marshrut.host_tools.compare.line import SerialLine
from marshrut.host_tools.compare.twin import twin
from marshrut.simulator.messages import LANGUAGES, say

TREE = """
import os
def tree(path):
    for name, kind, *rest in sorted(os.ilistdir(path)):
        if kind == 0x4000:
            print(path + name + '/')
            tree(path + name + '/')
        else:
            with open(path + name, 'rb') as file:
                print(path + name, hash(file.read()))
tree('/')
"""


@pytest.fixture(scope="module")
def board(kind: Kind) -> Iterator[str]:
    """The port of a board of the file's own: the command holds the cable alone."""
    with twin(kind.robot, empty=False) as port:
        yield port


def on_board(port: str, text: str) -> str:
    line = SerialLine(port)
    try:
        line.raw()
        return line.run(text)
    finally:
        line.close()


@pytest.mark.parametrize("lang", [LANGUAGES[0]])
def test_alike(lang: str, board: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = on_board(board, TREE)
    out = tmp_path / "seen.json"
    probes = ("identity", "files", "costs")
    arguments = [part for name in probes for part in ("--only", name)]
    assert run(["compare", "--port", board, "--out", str(out), "--lang", lang, *arguments]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1:] == [say(lang, "compare-alike"), say(lang, "compare-written", file=str(out))]
    seen = json.loads(out.read_text(encoding="utf-8"))
    assert list(seen["board"]) == list(seen["virtual"]) == list(probes)
    assert seen["differences"] == []
    assert seen["profile"]["ADC_US"] == 12
    assert on_board(board, TREE) == before


@pytest.mark.slow
def test_unlike(board: str, capsys: pytest.CaptureFixture[str]) -> None:
    boot = on_board(board, "print(open('/boot.py').read(), end='')")
    spoil = "import machine\nA = machine.ADC\nclass S:\n def __init__(s, p): s.a = A(p)\n def read_u16(s):\n  "
    spoil += "import time\n  time.sleep_us(50)\n  return s.a.read_u16()\nmachine.ADC = S\n"
    on_board(board, f"with open('/boot.py', 'w') as file: file.write({spoil!r})")
    try:
        assert run(["compare", "--port", board, "--only", "costs", "--lang", "en"]) == 1
    finally:
        on_board(board, f"with open('/boot.py', 'w') as file: file.write({boot!r})")
    told = capsys.readouterr().out
    assert "✗ Calls take another time" in told
    assert "    ADC_US: the board" in told
    assert "/profiles/rp2.py" in told
    assert "    CLOCK_US = 4\n" in told
    assert "New differences: 1." in told


@pytest.mark.slow
def test_what_was_left_out_is_told(board: str, capsys: pytest.CaptureFixture[str]) -> None:
    only = ("--only", "pins", "--only", "order", "--only", "numbers")
    assert run(["compare", "--port", board, "--lang", "en", *only]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if line.startswith("·")] == [
        "· Left out, as something may be wired to the pins: pins. If nothing is: --bare",
        "· Left out, as they start the board anew: order. To allow it: --resets",
        "· Left out, as the board has a boot.py or main.py, which stay as they are: order.",
    ]


def test_a_folder_of_somebody_else_stays(board: str, capsys: pytest.CaptureFixture[str]) -> None:
    on_board(board, f"import os\nos.mkdir({HOME!r})\nwith open({HOME + '/own.txt'!r}, 'w') as file: file.write('mine')")
    try:
        assert run(["compare", "--port", board, "--only", "files", "--lang", "en"]) == 3
        assert "[B41]" in capsys.readouterr().err
        assert on_board(board, f"print(open({HOME + '/own.txt'!r}).read())") == "mine\n"
    finally:
        on_board(board, f"import os\nos.remove({HOME + '/own.txt'!r})\nos.rmdir({HOME!r})")


@pytest.mark.slow
def test_what_a_broken_off_comparison_left_is_taken_away(board: str) -> None:
    on_board(board, f"import os\nos.mkdir({HOME!r})\nos.mkdir({HOME + '/work'!r})")
    on_board(board, f"open({HOME + '/made_by_marshrut'!r}, 'w').close()\nopen({HOME + '/work/left'!r}, 'w').close()")
    assert run(["compare", "--port", board, "--only", "numbers"]) == 0
    assert HOME[1:] not in on_board(board, "import os\nprint(os.listdir('/'))")


@pytest.mark.slow
def test_a_full_flash_is_left_alone(board: str, capsys: pytest.CaptureFixture[str]) -> None:
    on_board(
        board,
        "import os\nos.mkdir('/big')\nfor n in range(99):\n if os.statvfs('/')[3] < 25: break\n"
        " with open('/big/' + str(n), 'wb') as file: file.write(bytes(65536))",
    )
    try:
        assert run(["compare", "--port", board, "--only", "files", "--lang", "en"]) == 3
        assert "[B42]" in capsys.readouterr().err
    finally:
        on_board(board, "import os\nfor n in os.listdir('/big'): os.remove('/big/' + n)\nos.rmdir('/big')")


def test_faults_of_the_command_line(board: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["compare", "--port", board, "--only", "number", "--lang", "en"]) == 2
    assert "numbers" in capsys.readouterr().err
    assert run(["compare", "--port", str(tmp_path / "none"), "--lang", "en"]) == 3
    assert "[B04]" in capsys.readouterr().err


def test_kinds() -> None:
    for kind in KINDS:
        assert kind_of(kind.machine) == kind
    assert kind_of("ESP32 module (spiram) with ESP32") == KINDS[3]
    assert kind_of("Generic ESP32C3 module with ESP32C3") is None
    assert kind_of("linux [GCC 12] version") is None


def test_the_state_of_a_board_is_seen(board: str) -> None:
    line = SerialLine(board)
    try:
        assert state_of(line) == {INSTALLED}
        line.run("import os\nfor name in ('boot.py', 'main.py', 'launcher.mpy'): os.rename(name, 'x' + name)")
        assert state_of(line) == {EMPTY}
        line.run("import os\nfor name in ('boot.py', 'main.py', 'launcher.mpy'): os.rename('x' + name, name)")
    finally:
        line.close()


@pytest.mark.ci_sample(4)
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.chip)
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "installed"])
def test_a_virtual_board_is_alike_in_all(kind: Kind, empty: bool, capsys: pytest.CaptureFixture[str]) -> None:
    with twin(kind.robot, empty=empty) as port:
        before = on_board(port, TREE)
        assert run(["compare", "--port", port, "--resets", "--bare", "--lang", "en"]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "The board behaves as the virtual one."
        assert on_board(port, TREE) == before
