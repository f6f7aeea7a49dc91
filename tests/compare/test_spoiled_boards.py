"""A check that cannot fail is none: a board that is spoiled in one way, and the probe that must tell it."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from marshrut.host_tools.compare.comparing import differences
from marshrut.host_tools.compare.facts import PROBES, gather
from marshrut.host_tools.compare.kinds import Kind
from marshrut.host_tools.compare.line import ANSWER_S, Line, SerialLine
from marshrut.host_tools.compare.twin import twin
from marshrut.host_tools.compare.wire import ENDED, Facts

from .conftest import probe_of

CARELESS_LAUNCHER = """
def launch():
    with open("last_error.txt", "w") as file:
        file.write("somewhere\\n0 0")
"""

# What boot.py does to the board, and the probe and fact that must tell it.
SPOILED_BY_BOOT = {
    "other-clock-rate": ("identity", "machine.freq", "import machine\nmachine.freq = lambda: 1"),
    "other-platform": ("identity", "sys.platform", "import sys\nsys.platform = 'stm'"),
    "rounding": ("numbers", "float-round", "def round(x): return 0"),
    "error-numbers": (
        "errors",
        "import os; os.rmdir('/_no_such_file')",
        "import os\ndef no(path): raise OSError(44)\nos.rmdir = no",
    ),
    "error-words": (
        "errors",
        "import machine; machine.Pin(99)",
        "import machine\nclass P(machine.Pin):\n def __init__(s, *a): raise ValueError('none')\nmachine.Pin = P",
    ),
    "block-size": ("files", "statvfs.block", "import os\nold = os.statvfs\nos.statvfs = lambda p: (512,) + old(p)[1:]"),
    "stat-form": ("files", "stat.mode-size", "import os\nold = os.stat\nos.stat = lambda p: old(p)[:6] + (7, 1, 2, 3)"),
    "list-form": ("files", "listdir.type", "import os\nold = os.listdir\nos.listdir = lambda *p: tuple(old(*p))"),
    "clock-wraps": ("clock", "ticks-largest", "import time\ntime.ticks_add = lambda a, b: a + b"),
    "slow-sleep": (
        "clock",
        "sleep-over-us.sleep_ms(20)",
        "import time\nold = time.sleep_ms\ntime.sleep_ms = lambda ms: old(ms + 5)",
    ),
    "late-timer": (
        "timers",
        "drift-us",
        "import machine\nT = machine.Timer\nclass L(T):\n def init(s, period, **k): T.init(s, period=period + 1, **k)\n"
        "machine.Timer = L",
    ),
    "wild-adc": (
        "adc",
        "in-range",
        "import machine\nA = machine.ADC\nclass W:\n def __init__(s, p): s.a = A(p)\n def read_u16(s): return 70000\n"
        "machine.ADC = W",
    ),
    "slow-pin": (
        "costs",
        "PIN_US",
        "import machine, time\nP = machine.Pin\nclass S:\n def __init__(s, *a): s.p = P(*a)\n"
        " def value(s):\n  time.sleep_us(30)\n  return s.p.value()\nmachine.Pin = S",
    ),
    "slow-print": (
        "costs",
        "PRINT_US",
        "import time\nold_print = print\ndef print(*a):\n time.sleep_us(900)\n old_print(*a)",
    ),
    "endless-memory": ("limits", "memory-error", "def bytearray(n): pass"),
    "more-names": ("names", "machine.Wheel", "import machine\nmachine.Wheel = 1"),
    "fewer-names": ("names", "time.ticks_add", "import time\ndel time.ticks_add"),
    "rounding-pwm": (
        "pins",
        "duty_u16.12345",
        "import machine\nold = machine.PWM.duty_u16\nclass R(machine.PWM):\n"
        " def duty_u16(s, *d): return old(s, *d) if d else old(s) & 0xff00\nmachine.PWM = R",
    ),
    "bus-error": (
        "buses",
        "i2c.read",
        "import machine\nclass B(machine.I2C):\n def readfrom(s, *a): raise OSError(110)\nmachine.I2C = B",
    ),
    "no-guard": (
        "launcher",
        "crashes.0",
        f"with open('/launcher.py', 'w') as f: f.write({CARELESS_LAUNCHER!r})",
    ),
}

# What a cable does to the bytes that come over it.
SPOILED_ON_THE_WAY = {
    "prompt": ("friendly", "value", b">>> ", b">>>  "),
    "interrupt": ("friendly", "ctrl-c-in-loop", b"KeyboardInterrupt", b"Interrupted"),
    "raw-answer": ("raw", "print", b"OK", b"ok"),
    "raw-interrupt": ("raw", "ctrl-c-in-sleep", b"KeyboardInterrupt", b"Interrupted"),
    "window": ("raw", "paste-head", b"\x80\x00", b"\x40\x00"),
    "exit": ("raw", "system-exit", b"soft reboot", b"reboot"),
    "soft-reset": ("soft-reset", "cause", b"PWRON", b"OTHER"),
    "cause": ("resets", "watchdog.cause", b"WDT", b"OTHER"),
    "lost-file": ("resets", "machine.reset.left", b"machine.reset F", b"ENOENT F"),
    "order": ("order", "runs.ctrl-d", b"boot runs\r\nmain runs", b"main runs\r\nboot runs"),
}


class Way(SerialLine):
    """A cable that changes what comes."""

    def __init__(self, port: str, told: bytes, instead: bytes) -> None:
        super().__init__(port)
        self._told, self._instead = told, instead

    def talk(self, sent: bytes, until: bytes, timeout_s: float = ANSWER_S) -> bytes:
        return super().talk(sent, until, timeout_s).replace(self._told, self._instead)

    def run(self, text: str, timeout_s: float = ANSWER_S) -> str:
        return super().run(text, timeout_s).replace(self._told.decode("latin-1"), self._instead.decode("latin-1"))


@pytest.fixture(scope="module")
def other_port(kind: Kind) -> Iterator[str]:
    with twin(kind.robot, empty=False) as port:
        yield port


@pytest.fixture(scope="module")
def other_line(other_port: str) -> Iterator[Line]:
    line = SerialLine(other_port)
    yield line
    line.close()


def told(board: Facts, ours: Facts, probe: str) -> list[str]:
    return [one.fact for one in differences({probe: board}, {probe: ours}, "rp2") if one.known is None]


def test_every_probe_is_spoiled_here() -> None:
    rows = (*SPOILED_BY_BOOT.values(), *SPOILED_ON_THE_WAY.values())
    assert {row[0] for row in rows} == {probe.name for probe in PROBES}


def some(rows: Iterable[str]) -> list[object]:
    """All of them, every twelfth among the quick tests."""
    return [pytest.param(how, marks=[pytest.mark.slow] if number % 12 else []) for number, how in enumerate(rows)]


@pytest.mark.parametrize("how", some(SPOILED_BY_BOOT))
def test_a_spoiled_board_is_told(how: str, kind: Kind, other_line: Line, ours: Callable[[str], Facts]) -> None:
    probe, fact, boot = SPOILED_BY_BOOT[how]
    _put(other_line, boot)
    try:
        spoiled = gather(other_line, kind, [probe_of(probe)])[probe]
    finally:
        _put(other_line, "")
    assert ENDED not in spoiled, spoiled
    assert fact in told(spoiled, ours(probe), probe)


def _put(line: Line, boot: str) -> None:
    """As /boot.py, which runs at each start of the interpreter; the next one is clean of what it did before."""
    line.raw()
    line.run(f"with open('/boot.py', 'w') as f: f.write({boot!r})")
    line.run("import os\nif 'launcher.py' in os.listdir('/'): os.remove('/launcher.py')")
    line.talk(b"\x04", b"CTRL-B to exit\r\n>")
    line.raw()


@pytest.fixture(scope="module")
def empty_port(kind: Kind) -> Iterator[str]:
    with twin(kind.robot, empty=True) as port:
        yield port


@pytest.fixture(scope="module")
def clean(empty_port: str, kind: Kind) -> Callable[[str], Facts]:
    """As `ours`, of a board on which nothing lies."""
    known: dict[str, Facts] = {}

    def asked(name: str) -> Facts:
        if name not in known:
            line = SerialLine(empty_port)
            try:
                known.update(gather(line, kind, [probe_of(name)]))
            finally:
                line.close()
        return known[name]

    return asked


@pytest.mark.parametrize("how", some(SPOILED_ON_THE_WAY))
def test_other_bytes_are_told(how: str, kind: Kind, empty_port: str, clean: Callable[[str], Facts]) -> None:
    probe, fact, bytes_told, instead = SPOILED_ON_THE_WAY[how]
    ours = clean(probe)
    assert ENDED not in ours
    way = Way(empty_port, bytes_told, instead)
    try:
        spoiled = gather(way, kind, [probe_of(probe)])[probe]
    finally:
        way.close()
    assert fact in told(spoiled, ours, probe)
