"""Whatever a child sends, the host ends the run with an outcome and a whole trace."""

import json
import struct
from functools import cache
from typing import Any, cast

from hypothesis import example, given, settings
from hypothesis import strategies as st
from marshrut.simulator.judge import judge
from marshrut.simulator.judge.judging import VERDICTS
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, nominal_scene, trace_header
from marshrut.simulator.runners import frames
from marshrut.simulator.runners.child import Child, ChildGone
from marshrut.simulator.runners.outcome import Limits, Outcome
from marshrut.simulator.runners.session import Session
from marshrut.simulator.scene import Scene
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.trace import Trace, TraceWriter
from marshrut.simulator.world import World

TIME_LIMIT_US = 2_000_000


class Babbler:
    """A child that sends what it was given, and then breaks."""

    def __init__(self, said: bytes) -> None:
        self._said = said
        self.frames = 0

    def read(self, count: int) -> bytes:
        self.frames += 1
        if len(self._said) < count:
            raise ChildGone("broken", "it had no more to say")
        part, self._said = self._said[:count], self._said[count:]
        return part

    def write(self, data: bytes | bytearray) -> None:
        pass

    def close(self) -> None:
        pass


@cache
def terms() -> tuple[Conditions, Scene]:
    task = find_task("line-sprint")
    limits = task.limits.model_copy(update={"time_limit_ms": TIME_LIMIT_US // 1000})
    task = task.model_copy(update={"limits": limits})
    conditions = Conditions(task, task.variants[0], seed=7, runtime="micropython", trusted=False)
    return conditions, nominal_scene(conditions)


def serve(said: bytes) -> tuple[Outcome, Trace]:
    conditions, scene = terms()

    def start(changed: dict[str, Any]) -> Child:
        return cast(Child, Babbler(said))

    writer = TraceWriter(trace_header(Program("any.py", {"main.py": ""}), conditions, scene))
    world = World(scene, 7)
    outcome = Session(world, start({}), start, writer, Limits(TIME_LIMIT_US), lambda t_us, state: "", {}).run()
    return outcome, Trace.of(writer)


small = st.integers(-2, 70)
words = small | st.integers(0, 20_000) | st.integers(-(2**31), 2**31 - 1)
KINDS = st.sampled_from([frames.STEP] * 4 + [*range(1, 14)]) | words
PINS = st.sampled_from([0, 4, 16, 17, 21, 22, 25, 255])
BUS_PAYLOADS = st.one_of(
    st.builds(
        lambda head, writes, reads, data: struct.pack("<BBBBBHH", 0, *head, writes % 65536, reads % 65536) + data,
        st.tuples(PINS, PINS, st.sampled_from([0x29, 0x3C, 0x68]), st.integers(0, 3)),
        small,
        words,
        st.binary(max_size=4),
    ),
    st.builds(
        lambda pins, data: struct.pack("<BBBBH", 1, *pins, len(data)) + data, st.tuples(PINS, PINS, PINS), st.binary()
    ),
    st.builds(
        lambda tx, rx, baud, data: struct.pack("<BBBBI", 2, tx, rx, 0, baud) + data,
        PINS,
        PINS,
        st.integers(0, 2**32 - 1) | st.integers(0, 2),
        st.binary(),
    ),
    st.builds(
        lambda tx, rx, what, count: struct.pack("<BBBBH", 2, tx, rx, what, count),
        PINS,
        PINS,
        st.integers(1, 4),
        st.integers(0, 65535),
    ),
    st.builds(
        lambda pin, times, data: struct.pack("<BB4I", 3, pin, *times) + data,
        PINS,
        st.tuples(*[st.integers(0, 2**32 - 1)] * 4),
        st.binary(),
    ),
    st.builds(lambda what, numbers: bytes((4, what, *numbers)), st.integers(0, 12), st.binary(max_size=40)),
)


@st.composite
def bus_frame(draw: st.DrawFn) -> bytes:
    """A transfer that is one, at any time and of any length."""
    payload = draw(BUS_PAYLOADS)
    elapsed, lasts = draw(st.integers(0, 5000)), draw(st.integers(0, 100_000) | words)
    head = frames.HEADER.pack(frames.BUS, elapsed, lasts, 1, 0, len(payload), 0, 0, 0)
    return head.ljust(frames.FRAME_BYTES, b"\0") + payload


PAYLOADS = (
    st.binary(max_size=60)
    | st.sampled_from(
        ["adc 36", "adc 99999", "level 4", "level 63", "level -1", "encoder 1234", "encoder 9999", "pose 0"]
    ).map(str.encode)
    | st.sampled_from(["program_end", "goal", "memory\nTraceback", "stuck\n", "forbidden", "hung", "\n"]).map(
        str.encode
    )
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda part: st.lists(part, max_size=2) | st.dictionaries(st.sampled_from(["flash", "reset_cause", "x"]), part),
        max_leaves=4,
    ).map(lambda value: json.dumps(value).encode())
    | st.builds(
        lambda file, line, cls, text: (
            f'x\nTraceback (most recent call last):\n  File "{file}", line {line}\n{cls}: {text}'.encode(
                "utf-8", "replace"
            )
        ),
        st.text(max_size=8),
        st.integers(),
        st.text(max_size=8),
        st.text(max_size=20),
    )
)


@st.composite
def frame(draw: st.DrawFn) -> bytes:
    """A frame that looks like one, with a payload that mostly has the length that is announced."""
    payload = draw(st.just(b"") | PAYLOADS)
    outputs = draw(st.lists(st.tuples(words, words, words), max_size=3))
    elapsed = draw(st.integers(0, 5000) | words)
    announced = draw(st.just(len(payload)) | words)
    head = (draw(KINDS), elapsed, draw(words), draw(small | words), draw(st.just(len(outputs)) | small), announced)
    watched = draw(st.tuples(st.just(0) | words, st.just(0) | words))
    samples = draw(st.integers(0, 2) | words)
    packed = frames.HEADER.pack(*head, *watched, samples) + b"".join(struct.pack("<3i", *output) for output in outputs)
    return packed.ljust(frames.FRAME_BYTES, b"\0") + payload


LATE = frames.HEADER.pack(frames.STEP, TIME_LIMIT_US + 20_000, 0, 1, 0, 0, 0, 0, 0).ljust(frames.FRAME_BYTES, b"\0")


@settings(max_examples=80)
@example([LATE])
@given(
    st.lists(
        frame() | bus_frame() | st.binary(min_size=frames.FRAME_BYTES, max_size=frames.FRAME_BYTES),
        min_size=1,
        max_size=8,
    )
)
def test_any_frames_end_in_an_outcome_and_a_trace_that_can_be_judged(said: list[bytes]) -> None:
    outcome, trace = serve(b"".join(said))
    assert outcome.ended in VERDICTS
    assert 0 <= outcome.t_us <= TIME_LIMIT_US + 2**30
    for records in (trace.states, trace.outputs):
        times = [record[0] for record in records]
        assert times == sorted(times), "time runs forward"
    conditions, _ = terms()
    assert judge(conditions.task, trace).ended == outcome.ended
