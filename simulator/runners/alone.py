"""A program alone: its board is in no world, nothing ever happens there, and what it prints is kept."""

from typing import NamedTuple

from marshrut.simulator.clock.loop_heads import with_loop_heads

from . import frames
from .child import Child, ChildGone
from .tracebacks import Fault, read_fault

MAX_FRAMES = 20_000
_LONG_US = 1_000_000_000
# By time alone: no sensor and no bus has anything to say.
_ANSWERED = frozenset((frames.STEP, frames.PULSE, frames.OPEN, frames.BUS))


class Said(NamedTuple):
    """All that a program printed; how it ended, in the words of the result document; the exception that it ended by."""

    text: str
    ended: str
    fault: Fault | None = None


def run_alone(child: Child, time_us: int) -> Said:
    """Serve that child until its program ends, but for no longer than so much of its own time."""
    said: list[str] = []
    now = 0
    try:
        while child.frames < MAX_FRAMES and now <= time_us:
            kind, elapsed, wait_us, _, _, size, *_ = frames.HEADER.unpack_from(child.read(frames.FRAME_BYTES))
            if not (0 <= size <= frames.MAX_PAYLOAD and elapsed >= 0 and wait_us >= 0):
                return Said("".join(said), "broken_protocol")
            payload = child.read(size).decode("utf-8", "replace") if size else ""
            if kind == frames.TEXT:
                said.append(payload)
            elif kind == frames.END:
                ended, _, traceback = payload.partition("\n")
                return Said("".join(said), ended, read_fault(traceback) if traceback else None)
            elif kind == frames.SOURCE:
                data = with_loop_heads(payload.partition("\n")[2]).encode()
                now += elapsed
                _answer(child, 0, data)
            elif kind == frames.SAMPLE:
                _answer(child, 0, b"")
            elif kind in _ANSWERED:
                now += elapsed + wait_us
                _answer(child, wait_us, b"")
            else:
                return Said("".join(said), "broken_protocol")
    except ChildGone as gone:
        return Said("".join(said), {"silent": "hung", "cpu": "cpu_limit"}.get(gone.why, "crashed"))
    return Said("".join(said), "time_limit")


def _answer(child: Child, advanced_us: int, data: bytes) -> None:
    answer = bytearray(frames.FRAME_BYTES)
    frames.ANSWER.pack_into(answer, 0, advanced_us, _LONG_US, 0, 0, len(data))
    child.write(answer)
    if data:
        child.write(data)
