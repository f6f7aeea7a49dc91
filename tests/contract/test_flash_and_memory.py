"""Where a module of the flash says it lies, and how much memory one request may take: alike on both runners.

A program's data lies on its flash beside it, as `mpremote cp -r` would put it there.
"""

from pathlib import Path

import pytest
from marshrut.simulator.program import Program, load_program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.tasks.catalogue import find_task, find_variant

RUNTIMES = ["cpython", "micropython"]


READS_ITS_DATA = """
import json, os, time

with open("config.json") as file:
    print(json.load(file)["speed"])
with open("/sounds/beep.raw", "rb") as file:
    print(file.read())
print(os.stat("big.bin")[6], sorted(os.listdir()), os.stat("config.json")[8])
from machine import soft_reset, reset_cause, SOFT_RESET
if reset_cause() != SOFT_RESET:
    os.remove("config.json")
    time.sleep(2)
    with open("config.json", "w") as file:
        file.write('{"speed": 8}')
    soft_reset()
"""


def run(runtime: str, files: dict[str, str]) -> Run:
    return run_loaded(runtime, Program("robot.py", files))


def run_loaded(runtime: str, program: Program) -> Run:
    task = find_task("line-sprint")
    return run_program(program, Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime))


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_what_lies_beside_a_program_is_on_its_flash(node: object, runtime: str, tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text(READS_ITS_DATA)
    (tmp_path / "config.json").write_text('{"speed": 7}')
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "beep.raw").write_bytes(b"\x00\xff\r\n")
    (tmp_path / "big.bin").write_bytes(bytes(500 * 1024))
    for name in (".hidden", "result.json", "trace.jsonl", "replay.html"):  # the last three are of a run before
        (tmp_path / name).write_text("{}")
    seen = run_loaded(runtime, load_program(tmp_path))
    assert seen.outcome.ended == "program_end", seen.outcome.fault
    said = "".join(text for _, _, text in seen.trace.texts).splitlines()
    sound, listed = r"b'\x00\xff\r\n'", "['big.bin', 'config.json', 'lib', 'main.py', 'rover_board.py', 'sounds']"
    assert said == ["7", sound, f"512000 {listed} 0", "8", sound, f"512000 {listed} 2"]


def test_data_belongs_to_what_a_program_is(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("pass\n")
    alone = load_program(tmp_path)
    (tmp_path / "config.json").write_text('{"speed": 7}')
    slow = load_program(tmp_path)
    (tmp_path / "config.json").write_text('{"speed": 9}')
    assert len({alone.sha256, slow.sha256, load_program(tmp_path).sha256}) == 3
    assert alone.sha256 == load_program(tmp_path / "main.py").sha256


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


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("value", ["bytearray(3_000_000)", '"x" * 3_000_000', "[0] * 700_000"])
def test_the_first_big_request_is_granted(node: object, runtime: str, value: str) -> None:
    seen = run(runtime, {"main.py": f"big = {value}\n"})
    assert seen.outcome.ended == "program_end", seen.outcome.fault
