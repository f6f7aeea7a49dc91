"""Facts of the cable: what comes back, byte for byte, at both prompts."""

from collections.abc import Iterator

from .line import CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E, PROMPT, RAW_READY, Line

Facts = dict[str, str]
ENDED = "(probe)"  # the name of the fact that a probe did not come to its end

_TRACE_END = b"\x04>"
_RUNS_S = 0.4  # so long a program runs before it is stopped
_QUIET_S = 0.2  # so long nothing more is waited for

# At the ordinary prompt: what is typed, and by what the answer is known to be complete.
FRIENDLY: tuple[tuple[str, bytes, bytes], ...] = (
    ("empty", b"\r", PROMPT),
    ("value", b"6 * 7\r", PROMPT),
    ("text", b"'a' + '\xd1\x8f'\r", PROMPT),
    ("nothing", b"None\r", PROMPT),
    ("statement", b"x = 1\r", PROMPT),
    ("backspace", b"12\x7f3\r", PROMPT),
    ("left-key", b"13\x1b[D2\r", PROMPT),
    ("error", b"1 / 0\r", PROMPT),
    ("mistake", b"1 +\r", PROMPT),
    ("block", b"for i in range(2):\r", b"... "),
    ("block-more", b"print(i)\r", b"... "),
    ("block-end", b"\r\r\r", PROMPT),
    ("bracket", b"(1,\r", b"... "),
    ("bracket-end", b"2)\r", PROMPT),
    ("ctrl-c", b"12" + CTRL_C, PROMPT),
    ("ctrl-b", CTRL_B, PROMPT),
    ("completion", b"import mach\t\r", PROMPT),
    ("completions", b"x.re\t" + CTRL_C, PROMPT),
    ("paste", CTRL_E, b"=== "),
    ("paste-runs", b"def f():\r  return 9\rprint(f())\r" + CTRL_D, PROMPT),
    ("paste-again", CTRL_E, b"=== "),
    ("paste-stops", b"x" + CTRL_C, PROMPT),
    ("unknown-name", b"exit\r", PROMPT),
)

# At the raw prompt.
RAW: tuple[tuple[str, bytes, bytes], ...] = (
    ("ctrl-a", CTRL_A, RAW_READY),
    ("print", b"print(1)" + CTRL_D, _TRACE_END),
    ("value", b"6 * 7" + CTRL_D, _TRACE_END),
    ("error", b"def f():\n  1 / 0\nf()" + CTRL_D, _TRACE_END),
    ("mistake", b"1 +" + CTRL_D, _TRACE_END),
    ("ctrl-c", b"print(2)" + CTRL_C + b"print(3)" + CTRL_D, _TRACE_END),
    ("paste-unknown", CTRL_E + b"B\x01", b"R\x00"),
)


def friendly_facts(line: Line) -> Facts:
    line.friendly()
    facts = {}
    for name, typed, mark in FRIENDLY:
        facts[name] = _seen(line.talk(typed, mark, 4.0))
    line.talk(b"\r", PROMPT)
    line.send(b"while True: pass\r\r")
    _wait(line)
    facts["ctrl-c-in-loop"] = _seen(line.talk(CTRL_C, PROMPT, 4.0))
    line.send(b"import time; time.sleep(9)\r")
    _wait(line)
    facts["ctrl-c-in-sleep"] = _seen(line.talk(CTRL_C, PROMPT, 4.0))
    facts["to-raw"] = _seen(line.talk(CTRL_A, RAW_READY, 4.0))
    facts["to-friendly"] = _seen(line.talk(CTRL_B, PROMPT, 4.0))
    line.raw()
    return facts


def raw_facts(line: Line) -> Facts:
    line.raw()
    facts = {name: _seen(line.talk(typed, mark, 4.0)) for name, typed, mark in RAW}
    line.raw()
    for name, program in (("loop", b"while True: pass"), ("sleep", b"import time\ntime.sleep(9)")):
        started = line.talk(program + CTRL_D, b"OK", 4.0)
        _wait(line)
        facts[f"ctrl-c-in-{name}"] = _seen(started + line.talk(CTRL_C, _TRACE_END, 4.0))
    facts["ctrl-d"] = _seen(line.talk(CTRL_D, RAW_READY, 8.0))
    facts["system-exit"] = _seen(line.talk(b"print(1)\nraise SystemExit" + CTRL_D, RAW_READY, 8.0))
    line.raw()
    facts |= dict(_paste(line))
    line.raw()
    return facts


def _paste(line: Line) -> Iterator[tuple[str, str]]:
    """Raw paste: how big its windows are and when the board opens the next one."""
    head = _begin_paste(line)
    yield "paste-head", repr(head)
    if len(head) != 5 or not head.startswith(b"R\x01"):
        return
    window = int.from_bytes(head[2:4], "little")
    program = b"print(7)\n" + b"#" * (4 * window)
    opened = []
    for i in range(4):
        piece = program[i * window : (i + 1) * window]
        early = line.talk(piece[:-1], b"\xff", _QUIET_S)
        opened.append((early, line.talk(piece[-1:], b"\xff", _QUIET_S)))
    yield "paste-windows", repr(opened)
    yield "paste-runs", _seen(line.talk(b"\n" + CTRL_D, _TRACE_END, 4.0))
    line.raw()
    _begin_paste(line)
    yield "paste-stopped", _seen(line.talk(b"print(8)" + CTRL_C, _TRACE_END, 2.0))


def _begin_paste(line: Line) -> bytes:
    """`R`, 1, the size of a window, and 1 for another one."""
    answer = line.talk(CTRL_E + b"A\x01", b"\x01", 2.0)
    return answer + line.talk(b"", b"\x01", 1.0) if answer.endswith(b"R\x01") else answer


def _wait(line: Line) -> None:
    """Let the program run; what it says by then is taken."""
    line.talk(b"", b"\xff", _RUNS_S)


def _seen(said: bytes) -> str:
    return repr(said)
