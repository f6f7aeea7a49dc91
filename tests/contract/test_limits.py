"""What ends a run that would not end by itself, or would flood the host: in its own words, never as a wrong answer."""

import time

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import PATIENCE, Conditions, Run, run_program
from marshrut.simulator.runners import session
from marshrut.simulator.runners.child import Patience
from marshrut.simulator.tasks.catalogue import find_task, find_variant

RUNTIMES = ["cpython", "micropython"]


def run(text: str, runtime: str, patience: Patience = PATIENCE) -> Run:
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime)
    return run_program(Program("robot.py", {"main.py": text}), conditions, patience=patience)


@pytest.fixture(autouse=True)
def _node(node: object) -> None:
    """Every test here runs both interpreters."""


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_an_endless_operation_inside_the_interpreter_is_hung_and_no_verdict(runtime: str) -> None:
    begin = time.monotonic()
    seen = run("print('begin')\nx = max(range(1000000000))\n", runtime, Patience(silence_s=0.4, retry_times=3))
    assert (seen.outcome.ended, seen.judgement.verdict) == ("hung", "error")
    assert time.monotonic() - begin > 0.4 * (1 + 3), "it was given more time, alone"
    assert [text for _, _, text in seen.trace.texts] == ["begin\n"]


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_what_the_host_takes_to_answer_is_not_the_childs_silence(runtime: str) -> None:
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime)
    program = Program("robot.py", {"main.py": "import time\ntime.sleep_ms(60)\n"})

    def slow_at_40_ms(t_us: int) -> None:
        if t_us == 40_000:
            time.sleep(3.5)

    seen = run_program(program, conditions, slow_at_40_ms, Patience(silence_s=2.5, retry_times=1))
    assert seen.outcome.ended == "program_end"


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_flood_of_outputs_ends_the_run(runtime: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "MAX_RECORDS", 5000)
    seen = run("from machine import Pin\np = Pin(2, Pin.OUT)\nwhile True:\n    p.toggle()\n", runtime)
    assert (seen.outcome.ended, seen.outcome.line) == ("output_cap", 3)
    assert len(seen.trace.lines) < 5200


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_flood_of_prints_ends_the_run(runtime: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "MAX_REQUESTS", 300)
    seen = run("while True:\n    print()\n", runtime)
    assert (seen.outcome.ended, seen.outcome.line) == ("output_cap", 1)
    assert seen.judgement.marks[-1].message_id == "ended-output_cap-printed"


@pytest.mark.sample(1)
@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_flood_of_memory_ends_the_program_and_not_the_computer(runtime: str) -> None:
    seen = run("blocks = []\nwhile True:\n    blocks.append(bytearray(1000000))\n", runtime)
    assert seen.outcome.ended == "memory"
    # A busy computer takes so long to hand it out that the program is stopped before its exception.
    assert seen.outcome.fault is None or seen.outcome.fault.cls == "MemoryError"


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_board_that_resets_for_ever_is_stopped(runtime: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "MAX_RESETS", 3)
    seen = run("import machine\nmachine.reset()\n", runtime)
    assert seen.outcome.ended == "reset_loop"
    assert [kind for _, _, kind, _, _ in seen.trace.events].count("reset") == 4


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_the_watchdog_bites_after_five_seconds_of_nothing_but_loop_heads(runtime: str) -> None:
    seen = run("from time import sleep_ms\nsleep_ms(700)\nx = 0\nwhile True:\n    x += 1\n", runtime)
    assert (seen.outcome.ended, seen.outcome.line) == ("stuck", 4)
    assert 5_690_000 < seen.outcome.t_us < 5_720_000


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", ["cpython", pytest.param("micropython", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "body",
    ["for i in range(1000):\n        x += 1\n    led.toggle()", "x += 1\n    led.value()", "x += 1\n    sleep_ms(1)"],
    ids=["acts now and then", "reads", "sleeps"],
)
def test_a_loop_that_does_anything_at_all_is_not_stuck(body: str, runtime: str) -> None:
    text = (
        "from machine import Pin\nfrom time import sleep_ms, ticks_ms\nled = Pin(2, Pin.OUT)\nx = 0\n"
        f"while ticks_ms() < 7000:\n    {body}\n"
    )
    seen = run(text, runtime)
    assert seen.outcome.ended == "program_end"
    assert seen.outcome.t_us >= 7_000_000


@pytest.mark.parametrize("runtime", ["cpython", pytest.param("micropython", marks=pytest.mark.slow)])
def test_a_loop_that_waits_for_an_interrupt_is_not_stuck(runtime: str) -> None:
    """On a real board, too, somebody may press the button at last."""
    listens = "from machine import Pin\nbutton = Pin(4, Pin.IN)\nbutton.irq(lambda pin: pin)\n"
    seen = run(listens + "for x in range(1_150_000):\n    pass\nbutton.irq(None)\n", runtime)
    assert seen.outcome.ended == "program_end"
    assert seen.outcome.t_us >= 5_500_000


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_time_is_up_at_the_limit_to_the_microsecond(runtime: str) -> None:
    seen = run("from time import sleep\nwhile True:\n    sleep(7)\n", runtime)
    assert (seen.outcome.ended, seen.outcome.t_us) == ("time_limit", 180_000_000)
