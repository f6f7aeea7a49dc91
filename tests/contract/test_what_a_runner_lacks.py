"""Machine code is for real boards, some modules are for one interpreter: a program that asks for them is told so."""

import pytest
from marshrut.simulator.board_flash import board_modules
from marshrut.simulator.hints import hint
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.problems import Problem
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.runner_needs import refuse_missing_modules
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


LEADS = [
    ("import part", "part.py"),
    ("import kit.gear", "kit/gear.py"),
    ("import kit.gear", "kit/__init__.py"),
    ("from kit import gear", "kit/gear.py"),
    ("from kit.near import go", "kit/gear.py"),
    ("import inner", "lib/inner.py"),
]


@pytest.mark.parametrize(("imports", "needing"), LEADS)
def test_a_file_that_the_program_leads_to_is_looked_at(imports: str, needing: str) -> None:
    files = {"main.py": imports, "kit/__init__.py": "", "kit/near.py": "from . import gear", "kit/gear.py": ""}
    with pytest.raises(Problem) as told:
        refuse_missing_modules(Program("robot", files | {needing: "import uctypes\n"}), "cpython")
    assert told.value.params["file"] == needing


def test_and_one_that_nobody_imports_is_not() -> None:
    refuse_missing_modules(Program("robot", {"main.py": "import part\n", "spare.py": "import uctypes\n"}), "cpython")


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


@pytest.mark.sample(3)
@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("module", ["_thread", "dht", "onewire", "ds18x20"])
def test_a_module_of_the_real_board_alone_is_told_as_such(runtime: str, module: str) -> None:
    fault = run(runtime, main=f"import {module}\n").outcome.fault
    assert fault is not None and fault.cls == "ImportError"
    assert "a real board has it, the simulator has not" in fault.message
    told = hint(fault.cls, fault.message, "", "", board_modules("esp32_rover"))
    assert told.message_id == ("hint-import-threads" if module == "_thread" else "hint-import-real")
    assert len({told.tell(lang) for lang in LANGUAGES}) == len(LANGUAGES)


def test_a_module_that_another_board_has_is_not_on_this_one() -> None:
    assert hint("ImportError", "no module named 'rp2'", "", "", board_modules("esp32_rover")).message_id not in (
        "hint-import-real",
        "hint-import-threads",
    )


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("word", ["yield 1", "yield from one()"])
def test_an_asynchronous_generator_is_refused(runtime: str, word: str) -> None:
    text = f"def one():\n    yield 1\n\nasync def two():\n    def inside():\n        yield\n    {word}\n"
    fault = run(runtime, main=text).outcome.fault
    assert fault is not None and (fault.cls, fault.line) == ("SyntaxError", 7)
    told = hint(fault.cls, fault.message, word, text)
    assert told.message_id == "hint-yield-in-async"
    assert len({told.tell(lang) for lang in LANGUAGES}) == len(LANGUAGES)
