"""Programs that attack: each ends with the outcome that its folder names, and neither host nor next run is harmed."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from marshrut.simulator import syntax_gate
from marshrut.simulator.devices.pio import shared
from marshrut.simulator.program import load_program
from marshrut.simulator.runners import child, session
from marshrut.simulator.runners.factory import Runner
from marshrut.simulator.tasks.catalogue import find_task

from .attacks import ATTACKS, PATIENCE, SOON, name_of, strike
from .canary import SECRET, Canary, canary

ROOMS = Path(__file__).parents[2]
REFERENCE = ROOMS / "curriculum" / "tasks" / "line-sprint" / "programs" / "goal" / "reference.py"

LONG = {"output_cap/console_flood", "reset_loop/resets_with_a_path"}


@pytest.fixture(autouse=True)
def _node(micropython_mjs: Path) -> None:
    """Every test here runs MicroPython."""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Canary]:
    with canary(tmp_path / "host") as there:
        yield there


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same limits, reached sooner."""
    monkeypatch.setattr(session, "MAX_RECORDS", 20_000)
    monkeypatch.setattr(session, "MAX_REQUESTS", 3000)
    monkeypatch.setattr(session, "MAX_RESETS", 3)
    monkeypatch.setattr(shared, "MAX_WORK", 200_000)
    monkeypatch.setattr(syntax_gate, "PATIENCE_S", 1)


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the processes that have run a program."""
    numbers: list[int] = []

    def start(self: Runner, boot: child.Boot, patience: child.Patience) -> child.Child:
        started = _start(self, boot, patience)
        numbers.append(started.pid)
        return started

    _start = Runner.start
    monkeypatch.setattr(Runner, "start", start)
    return numbers


def all_gone(numbers: list[int]) -> bool:
    """A process behind bubblewrap ends a moment after the one that holds it."""
    for _ in range(100):
        if not any(os.path.exists(f"/proc/{number}") for number in numbers):
            return True
        time.sleep(0.05)
    return False


def marked(attack: Path) -> object:
    """What takes long is left to CI, but for one of its kind."""
    long = (attack.parent.name == "hung" and attack.stem != "long_maximum") or name_of(attack) in LONG
    return pytest.param(attack, marks=[pytest.mark.slow] if long else [], id=name_of(attack))


@pytest.mark.sample(8)
@pytest.mark.parametrize("attack", [marked(attack) for attack in ATTACKS])
def test_an_attack_ends_as_its_folder_says_and_harms_nothing(
    attack: Path, host: Canary, small_limits: None, children: list[int]
) -> None:
    expected = attack.parent.name
    board = "pico_rover" if expected == "pio_limit" else ""
    run = strike(host.aimed(attack.read_text(encoding="utf-8")), patience=SOON.get(expected, PATIENCE), board=board)
    said = "".join(text for _, _, text in run.trace.texts)
    assert run.outcome.ended == expected, said[-2000:] + run.outcome.left
    assert host.harm(run) == set()
    assert "escaped" not in said
    assert children and all_gone(children)
    assert run.trace.events[-1][2] == run.judgement.ended


def test_there_are_enough_attacks_and_each_says_what_it_tries() -> None:
    assert len(ATTACKS) >= 30
    for attack in ATTACKS:
        assert attack.read_text(encoding="utf-8").startswith('"""'), attack


@pytest.mark.slow
def test_the_next_run_is_as_ever(host: Canary) -> None:
    reference = load_program(REFERENCE).main
    before = strike(reference)
    for name in ("program_end/overwrites_the_board", "forbidden/constructor", "crashed/pokes_memory"):
        attack = next(path for path in ATTACKS if name_of(path) == name)
        strike(host.aimed(attack.read_text(encoding="utf-8")))
    after = strike(reference)
    assert before.outcome.ended == after.outcome.ended == "goal"
    assert before.trace.sha256 == after.trace.sha256


@pytest.mark.slow
def test_a_program_that_looks_everywhere_finds_nothing_of_the_run(host: Canary) -> None:
    """Not the seed, the task, its variants or the judge, nor a path of this computer."""
    attack = next(path for path in ATTACKS if path.stem == "looks_for_secrets")
    text, task, seed = host.aimed(attack.read_text(encoding="utf-8")), find_task("line-sprint"), 735190
    variants = [variant.id for variant in task.variants if variant.id != "round"]  # a function's name, too
    words = [*variants, task.id, str(seed), "referee", str(ROOMS), SECRET]
    for variant in ("oval", "technical"):
        said = "".join(text for _, _, text in strike(text, variant=variant, seed=seed).trace.texts)
        assert "_boot seed" in said, "it did look"
        assert [word for word in words if word in said] == []


BY_HAND = """
import struct, sys
from machine import Pin
from time import sleep_ms
clock, port = sys.modules["_clock"], sys.modules["_port"]
frames = 0
def exchange(wait_us):
    global frames
    frames += 1
    frame = bytearray(memoryview(clock.out))
    outputs = clock.out[clock.OUTPUTS]
    head = clock.STEP, clock.now - clock.base, wait_us, clock.line, outputs, 0, clock.watch_low, clock.watch_high
    struct.pack_into("<8i", frame, 0, *head)
    clock.out[clock.OUTPUTS] = 0
    port.write(frame)
    clock._take_answer()
clock.exchange = exchange
led = Pin(2, Pin.OUT)
for n in range(50):
    led.value(n & 1)
    sleep_ms(10)
print(frames)
"""


def test_a_valid_frame_by_hand_gains_nothing_that_a_call_does_not_give() -> None:
    """The same acts, once in the board's own frames and once in a program's: the same trace."""
    forged, called = strike(BY_HAND), strike(BY_HAND.replace("clock.exchange = exchange", "pass"))
    assert called.outcome.ended == forged.outcome.ended == "program_end", forged.trace.texts
    assert [text for _, _, text in called.trace.texts] == ["0\n"]
    assert int(forged.trace.texts[0][2]) >= 50
    assert called.trace.outputs
    assert called.trace.sha256 == forged.trace.sha256
