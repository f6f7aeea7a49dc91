"""Where a module of the flash says it lies, and how much memory one request may take: alike on both runners."""

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.tasks.catalogue import find_task, find_variant

RUNTIMES = ["cpython", "micropython"]


def run(runtime: str, files: dict[str, str]) -> Run:
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime)
    return run_program(Program("robot.py", files), conditions)


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_module_knows_its_file_and_can_open_it(node: object, runtime: str) -> None:
    modules = ("part.py", "kit/__init__.py", "kit/gear.py", "lib/inner.py")
    main = (
        "import part, kit.gear, inner\nfor module in (part, kit, kit.gear, inner):\n"
        "    print(module.__file__, module.HERE == module.__file__, open(module.__file__).read().strip())\n"
    )
    seen = run(runtime, {"main.py": main} | dict.fromkeys(modules, "HERE = __file__\n"))
    assert seen.outcome.ended == "program_end", seen.outcome.fault
    said = "".join(text for _, _, text in seen.trace.texts).splitlines()
    assert said == [
        f"{file} True HERE = __file__" for file in ("part.py", "kit/__init__.py", "kit/gear.py", "/lib/inner.py")
    ]


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("value", ["bytearray(3_000_000)", '"x" * 3_000_000', "[0] * 700_000"])
def test_the_first_big_request_is_granted(node: object, runtime: str, value: str) -> None:
    seen = run(runtime, {"main.py": f"big = {value}\n"})
    assert seen.outcome.ended == "program_end", seen.outcome.fault
