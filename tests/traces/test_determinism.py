"""The same program, task, seed and engine: the same trace, in any process, on any processor."""

import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, drive, nominal_scene, run_program, trace_header
from marshrut.simulator.scene import Scene
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import TraceWriter, read_trace

ROOT = Path(__file__).parent.parent.parent
REFERENCE = ROOT / "curriculum" / "tasks" / "line-sprint" / "programs" / "goal" / "reference.py"
MASK = "glibc.cpu.hwcaps=-AVX2,-FMA"


def sim(*options: str, **environment: str) -> dict:
    """The result document of `marshrut sim` on the reference, in a process of its own."""
    command = [sys.executable, "-m", "marshrut.host_tools", "sim", str(REFERENCE), "--task", "line-sprint", "--json"]
    done = subprocess.run(
        [*command, *options], env={**os.environ, **environment}, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return json.loads(done.stdout)


def conditions(seed: int = 7) -> Conditions:
    task = find_task("line-sprint")
    return Conditions(task, find_variant(task, "oval"), seed)


def trace_of(scene: Scene, seed: int = 7) -> str:
    program, terms = load_program(REFERENCE), conditions(seed)
    writer = TraceWriter(trace_header(program, terms, scene))
    drive(program, terms, scene, writer, lambda t_us, state: "goal" if t_us >= 8_000_000 else "")
    return writer.sha256()


@pytest.mark.parametrize("count", [2, pytest.param(10, marks=pytest.mark.slow)])
def test_other_processes_leave_the_same_trace(count: int) -> None:
    with ThreadPoolExecutor(2) as pool:
        hash_seeds = (["0", "random", "1", "2", "12345"] * 2)[:count]
        results = list(pool.map(lambda hash_seed: sim(PYTHONHASHSEED=hash_seed), hash_seeds))
    assert {result["verdict"] for result in results} == {"pass"}
    assert len({result["trace_sha256"] for result in results}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_a_processor_without_fma_and_avx2_leaves_the_same_trace(runtime: str, node: Path) -> None:
    """The C library chooses other code there. The control shows that it does: a sum over its functions changes."""
    control = (
        "import hashlib, math, struct; h = hashlib.sha256()\n"
        "for i in range(200000):\n"
        "    x = i * 0.00371 + 0.1\n"
        "    h.update(struct.pack('<4d', math.sin(x), math.exp(x % 50), math.log(x), x ** 1.7))\n"
        "print(h.hexdigest())\n"
    )

    def libm(**environment: str) -> str:
        command = [sys.executable, "-c", control]
        return subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, text=True, check=True
        ).stdout

    if libm() == libm(GLIBC_TUNABLES=MASK):
        pytest.skip("on this computer the mask changes nothing, so the comparison would show nothing")
    assert sim("--runtime", runtime)["trace_sha256"] == sim("--runtime", runtime, GLIBC_TUNABLES=MASK)["trace_sha256"]


def test_anybody_can_recompute_the_hash_from_the_file(tmp_path: Path) -> None:
    """By the format's description alone, with none of our code."""
    run = run_program(load_program(REFERENCE), conditions())
    run.trace.write(tmp_path / "trace.jsonl")
    lines = (tmp_path / "trace.jsonl").read_bytes().split(b"\n")[1:-1]
    hashed = b"".join(line + b"\n" for line in lines if json.loads(line)[0] in "smofde")
    assert hashlib.sha256(hashed).hexdigest() == run.trace.sha256
    again = read_trace(tmp_path / "trace.jsonl")
    assert (again.sha256, again.text_sha256, again.header) == (
        run.trace.sha256,
        run.trace.text_sha256,
        run.trace.header,
    )
    assert not re.search(rb"\d\.\d", hashed), "a trace stores whole numbers only"


def test_another_seed_is_another_run() -> None:
    scene = nominal_scene(conditions())
    assert trace_of(scene, seed=7) == trace_of(scene, seed=7)
    assert trace_of(scene, seed=7) != trace_of(scene, seed=8)


def test_one_percent_of_a_motor_constant_is_another_run() -> None:
    scene = nominal_scene(conditions())
    left = scene.robot.left
    stronger = replace(left, back_emf_v_per_rad_s=left.back_emf_v_per_rad_s * 1.01)
    changed = replace(scene, robot=replace(scene.robot, left=stronger))
    assert trace_of(scene) != trace_of(changed)
