"""Machine code is for real boards, some modules are for one interpreter: a program that asks for them is told so."""

import pytest
from marshrut.simulator.hints import hint
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.problems import Problem
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.tasks.catalogue import find_task, find_variant

RUNTIMES = ["cpython", "micropython"]
MODULE = "import micropython\n\n\n@micropython.viper\ndef f(x: int) -> int:\n    return x + 1\n"


@pytest.fixture(autouse=True)
def _node(node: object) -> None:
    """Every test here runs both interpreters."""


def run(runtime: str, **files: str) -> Run:
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime)
    return run_program(Program("robot.py", {f"{name}.py": text for name, text in files.items()}), conditions)


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("decorator", ["viper", "asm_thumb", "asm_xtensa"])
def test_machine_code_is_refused_with_its_line_and_one_message(runtime: str, decorator: str) -> None:
    text = (
        "import micropython\n\n@micropython.native\ndef g():\n    pass\n\n"
        f"@micropython.{decorator}\ndef f(r0):\n    pass\n"
    )
    seen = run(runtime, main=text)
    fault = seen.outcome.fault
    assert fault is not None
    assert (seen.outcome.ended, fault.cls, fault.file, fault.line) == ("program_error", "SyntaxError", "main.py", 7)
    told = hint(fault.cls, fault.message, f"@micropython.{decorator}", text)
    assert told.message_id == "hint-machine-code"
    assert len({say(lang, told.message_id) for lang in LANGUAGES}) == len(LANGUAGES)


def test_it_is_refused_in_a_module_of_the_program_too() -> None:
    fault = run("cpython", main="import fast\n", fast=MODULE).outcome.fault
    assert fault is not None and (fault.file, fault.line) == ("fast.py", 4)


def test_a_fault_of_the_syntax_itself_is_told_before_machine_code() -> None:
    fault = run("cpython", main=MODULE + "x = = 1\n").outcome.fault
    assert fault is not None and fault.line == 7


@pytest.mark.parametrize(
    "text", ["import uctypes\n", "x = 1\nfrom uctypes import struct\n", "import json, uctypes as u\n"]
)
def test_a_module_that_needs_the_real_interpreter_names_it(text: str) -> None:
    with pytest.raises(Problem) as told:
        run("cpython", main=text)
    assert told.value.code == "P07"
    assert told.value.params["line"] == text.count("\n")
    for lang in LANGUAGES:
        assert "`uctypes`" in told.value.tell(lang) and "--runtime micropython" in told.value.tell(lang)


def test_and_runs_there() -> None:
    text = (
        "import uctypes\nfrom machine import PWM, Pin\n"
        "PART = {'low': uctypes.UINT8 | 0, 'high': uctypes.UINT8 | 1, 'top': uctypes.BFUINT8 | 1 | 4 << uctypes.BF_POS "
        "| 4 << uctypes.BF_LEN}\n"
        "data = bytearray(b'\\x12\\xab')\n"
        "part = uctypes.struct(uctypes.addressof(data), PART, uctypes.LITTLE_ENDIAN)\n"
        "part.low = 7\n"
        "PWM(Pin(25), freq=20000, duty_u16=data[0] * 1000 + part.top * 10 + uctypes.sizeof(PART))\n"
    )
    seen = run("micropython", main=text)
    assert seen.outcome.ended == "program_end", seen.outcome.fault
    assert seen.trace.outputs[-1][3] == 7 * 1000 + 0xA * 10 + 2


def test_a_module_asked_for_in_another_way_is_missing_where_it_is_missing() -> None:
    text = "try:\n    __import__('uctypes')\n    print('there')\nexcept ImportError:\n    print('missing')\n"
    said = ["".join(part for _, _, part in run(runtime, main=text).trace.texts) for runtime in RUNTIMES]
    assert said == ["missing\n", "there\n"]
