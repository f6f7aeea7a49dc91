"""Programs on the Pico: the same trace on both interpreters, and what they read is what the world does."""

from itertools import pairwise
from pathlib import Path

import pytest
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, drive, nominal_scene, run_program, trace_header
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.tasks.catalogue import find_task, find_variant, robots_by_board
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.trace import Trace, TraceWriter

from .test_same_trace import run as wired

HERE = Path(__file__).parent
PROBES = sorted((HERE / "pico").glob("*.py"))
REFERENCE = HERE.parent.parent / "curriculum" / "tasks" / "line-sprint" / "programs" / "goal" / "reference.py"


def conditions(runtime: str, board: str = "pico_rover") -> Conditions:
    task = find_task("line-sprint")
    task = with_robot(task, robots_by_board(task)[board])
    return Conditions(task, find_variant(task, "oval"), 7, runtime=runtime)


def run(path: Path, runtime: str, board: str = "pico_rover") -> tuple[Trace, Outcome]:
    program, terms = load_program(path), conditions(runtime, board)
    scene = nominal_scene(terms)
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    return Trace.of(writer), outcome


def said(trace: Trace) -> list[str]:
    return "".join(text for _, _, text in trace.texts).splitlines()


def counts(trace: Trace) -> tuple[int, int]:
    """What the world's wheels have counted at the end."""
    fields = trace.header["state_fields"]
    last = trace.states[-1]
    return last[2 + fields.index("left_count")], last[2 + fields.index("right_count")]


EXPECTED = {
    "interrupts": ["True"],
    "outputs": ["True True", "[1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1]", "1 True", "5 {1} [32, 32]"],
    "module": [
        "0 1 2 3 0 1",
        "0 1 2 256 2048 False",
        "PIO(0) PIO(1) StateMachine(5) True",
        "ValueError ValueError ValueError",
        "57345 0xb242",
        "PIOASMError TypeError",
        "[135] 0 0",
        "[1, 2, 3, 14]",
        "True [9, 8]",
        "268435440 0",
        "65520",
        "5",
        "12 OSError",
        "-1 ValueError taken",
        "ValueError ValueError",
        "taken NotImplementedError NotImplementedError 0",
    ],
    "width_of_pulses": ["True False"],
}


@pytest.mark.sample(3)
@pytest.mark.parametrize("path", PROBES, ids=lambda path: path.stem)
def test_a_probe_leaves_the_same_trace_on_both_interpreters(path: Path, node: Path) -> None:
    (cpython, first), (micropython, second) = run(path, "cpython"), run(path, "micropython")
    assert first.ended == second.ended == "program_end", (first.fault or second.fault, said(cpython))
    assert not [event for event in cpython.events if event[2] == "callback_error"], said(cpython)
    assert cpython.outputs, "a probe that moves no pin shows nothing"
    assert cpython.sha256 == micropython.sha256
    assert said(cpython) == said(micropython)
    for line in EXPECTED.get(path.stem, []):
        assert line in said(cpython)


def test_pio_encoders_count_what_the_wheels_do() -> None:
    trace, _ = run(HERE / "pico" / "rover_encoders.py", "cpython")
    left, right = counts(trace)
    assert left > 300 and right > 300
    assert said(trace) == [f"{left} {-right}", "5"]


def test_a_table_decoder_counts_what_the_wheel_does() -> None:
    trace, _ = run(HERE / "pico" / "quadrature_by_table.py", "cpython")
    assert abs(int(said(trace)[-1])) == abs(counts(trace)[0]) > 100


MOTION = """
from machine import Pin, PWM
from time import sleep_us, ticks_us
from rover.encoder import Encoder
import rover_board as board

def wheel(motor):
    in1, in2, a, b, unit, _ = motor
    PWM(Pin(in1), freq=20_000, duty_u16=50_000)
    return Encoder(unit, Pin(a, Pin.IN), Pin(b, Pin.IN), phases=4)

left, right = wheel(board.LEFT_MOTOR), wheel(board.RIGHT_MOTOR)
for i in range(40):
    sleep_us(20_000 - ticks_us() % 20_000 + LATE)
    now = ticks_us()
    print((now, left.value(), right.value()))
"""


@pytest.mark.parametrize(("board", "late_us"), [("esp32_rover", 200), ("pico_rover", 4900)])
def test_either_board_counts_what_the_world_does(tmp_path: Path, board: str, late_us: int) -> None:
    """A state of the trace is 20 ms; a phase is seen one step of 5 ms later than a counter (`world/encoders.py`)."""
    program = tmp_path / "motion.py"
    program.write_text(MOTION.replace("LATE", str(late_us)))
    trace, outcome = run(program, "cpython", board)
    assert outcome.ended == "program_end", outcome.fault
    fields = trace.header["state_fields"]
    at = [2 + fields.index("left_count"), 2 + fields.index("right_count")]
    world = {state[0]: (state[at[0]], state[at[1]]) for state in trace.states}
    exact = 0
    for t_us, *read in eval("[" + ",".join(said(trace)) + "]"):
        counted = world[t_us - t_us % 20_000]
        # an edge of the last 100 µs of a step may still be to come
        assert all(abs(a - b) <= 1 for a, b in zip(read, counted, strict=True))
        exact += tuple(read) == counted
    assert exact >= (35 if board == "esp32_rover" else 20)
    assert read[0] > 1000


@pytest.mark.slow
def test_the_reference_drives_the_pico_alike_on_both(node: Path) -> None:
    program = load_program(REFERENCE)
    cpython, micropython = (run_program(program, conditions(runtime)) for runtime in ("cpython", "micropython"))
    assert cpython.outcome.ended == micropython.outcome.ended == "goal"
    assert cpython.trace.sha256 == micropython.trace.sha256


LED = 25


def test_an_led_that_a_pio_has_is_in_the_trace_as_a_person_sees_it() -> None:
    trace, _ = run(HERE / "pico" / "led_by_pio.py", "cpython")
    told = [(t_us, duty) for t_us, _, pin, duty in trace.outputs if pin == LED]
    blinks = [one for one in told if one[0] < 240_000]
    assert [duty for _, duty in blinks] == [65535, 65535, 0, 65535, 0, 65535, 0, 65535]
    assert [after - before for (before, _), (after, _) in pairwise(blinks[1:])] == [32_000] * 6
    waves = [duty for t_us, duty in told if t_us > 300_000]
    assert waves[-1] == 0
    # a quarter of the time; a span in which the wave began has less of it
    assert sum(abs(duty - 65535 / 4) < 100 for duty in waves) >= 3
    assert len(waves) < 12, "6 s of waves, 300 spans"


RESET = """
from machine import Pin, reset, reset_cause, PWRON_RESET
from time import sleep_ms
if reset_cause() == PWRON_RESET:
    from rp2 import PIO, StateMachine, asm_pio

    @asm_pio(set_init=(PIO.OUT_LOW, PIO.OUT_LOW))
    def on():
        set(pins, 1)
        label("here")
        jmp("here")

    machine = StateMachine(0, on, set_base=Pin(2))
    machine.active(1)
    sleep_ms(100)
    reset()
sleep_ms(100)
"""


def test_what_a_pio_drives_lets_go_when_the_board_is_reset(tmp_path: Path) -> None:
    program = tmp_path / "reset.py"
    program.write_text(RESET)
    trace, outcome = run(program, "cpython")
    assert outcome.ended == "program_end", outcome.fault
    at = 2 + trace.header["state_fields"].index("left_mv")
    assert max(state[at] for state in trace.states) > 5000
    assert trace.states[-1][at] == 0


def test_a_hundred_frames_by_pio_end_and_a_ring_shows_the_last() -> None:
    probe = wired(HERE / "programs" / "wired" / "lamps_by_pio_rp2.py", "cpython", "rp2")
    assert probe.outcome.ended == "program_end", probe.outcome.fault
    sent = "".join(text for _, _, text in probe.trace.texts).split()
    assert len(sent) == 16
    shown = [text for _, _, part, text in probe.trace.displays if part == "ring"]
    assert shown[-1] == "".join(colour[2:4] + colour[:2] + colour[4:] for colour in sent)  # green comes first
