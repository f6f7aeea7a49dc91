"""Each part of the three walls alone: which holds which attack. The table is computed, then compared with this one."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.problems import Problem
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.runners import factory
from marshrut.simulator.runners.factory import RUNTIMES, runner_for
from marshrut.simulator.runners.micropython import PACKAGE
from marshrut.simulator.runners.walls import GLOBALS, LIMITS, NODE, SEAL, WALLS, available
from marshrut.simulator.tasks.catalogue import find_task

from .attacks import FOLDER, strike
from .canary import canary

ALL = frozenset(WALLS)
# What each does where nothing holds it, and what holds it when it stands alone.
HELD = {
    "js_reads_a_file": ("read", ALL),
    "js_writes_a_file": ("wrote", ALL),
    "js_reads_the_environment": ("read", ALL - {LIMITS}),
    "js_opens_a_socket": ("connected", ALL - {NODE}),
    "js_starts_a_process": ("wrote", ALL),
    "js_signals_a_process": ("killed", ALL - {NODE, LIMITS}),
    "constructor": ("read", ALL),
    "prototype": ("read", ALL - {LIMITS}),
    "exception_object": ("read", ALL - {LIMITS}),
    "jsffi_object": ("read", ALL - {LIMITS}),
    "import_by_globals": ("read", ALL),
    "loader_replaced": ("read", ALL),
}


def harm_behind(walls: frozenset[str], name: str, folder: Path) -> set[str]:
    with canary(folder) as host:
        text = (FOLDER / "forbidden" / f"{name}.py").read_text(encoding="utf-8")
        return host.harm(strike(host.aimed(text), walls))


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", HELD)
def test_each_wall_alone_holds_what_the_table_says(name: str, micropython_mjs: Path, tmp_path: Path) -> None:
    harm, held = HELD[name]
    alone = {wall for wall, there in available().items() if there}
    found = {wall for wall in sorted(alone) if not harm_behind(frozenset({wall}), name, tmp_path / wall)}
    assert harm_behind(frozenset(), name, tmp_path / "none") == {harm}, "without a wall it does get out"
    assert found == held & alone


@pytest.mark.slow
@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("removed", WALLS)
def test_with_any_one_wall_removed_the_others_hold(
    removed: str, name: str, micropython_mjs: Path, tmp_path: Path
) -> None:
    walls = frozenset(wall for wall, there in available().items() if there) - {removed}
    assert harm_behind(walls, name, tmp_path / "host") == set()


def test_a_strangers_program_stands_behind_every_wall(bubblewrap: None) -> None:
    assert runner_for("micropython", trusted=False).walls == ALL


def test_a_trusted_program_stands_behind_the_walls_that_cost_nothing() -> None:
    assert runner_for("micropython", trusted=True).walls == {SEAL, GLOBALS, NODE, LIMITS}
    assert runner_for("cpython", trusted=True).walls == set()


@pytest.mark.parametrize("there", [True, False], ids=["with bubblewrap", "without"])
def test_without_trust_no_runner_is_cpython(there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that can be asked of it: every runtime, with and without the third wall, and any choice of walls."""
    monkeypatch.setattr(factory, "third_wall", lambda: there)
    choices = [None, *(frozenset(w for i, w in enumerate(WALLS) if bits >> i & 1) for bits in range(1 << len(WALLS)))]
    for runtime in RUNTIMES:
        for walls in choices:
            if runtime == "cpython":
                with pytest.raises(Problem) as refused:
                    runner_for(runtime, trusted=False, walls=walls)
                assert refused.value.code == "C60"
            else:
                assert runner_for(runtime, trusted=False, walls=walls).runtime == "micropython"


@given(st.text() | st.sampled_from(["cpython", "CPython", "cpython ", "micropython\0", "MICROPYTHON"]))
def test_no_other_name_leads_to_a_runner(name: str) -> None:
    assume(name != "micropython")
    with pytest.raises((Problem, ValueError)):
        runner_for(name, trusted=False)


def test_a_strangers_program_on_cpython_is_refused_before_it_begins() -> None:
    task = find_task("line-sprint")
    terms = Conditions(task, task.variants[0], seed=7, runtime="cpython", trusted=False)
    with pytest.raises(Problem, match="cpython"):
        run_program(Program("robot.py", {"main.py": "print('begun')"}), terms)


def test_the_refusal_says_why_in_each_language() -> None:
    sentences = {Problem("runtime-untrusted").tell(lang) for lang in LANGUAGES}
    assert len(sentences) == len(LANGUAGES)
    assert all("cpython" in sentence and "--runtime micropython" in sentence for sentence in sentences)


@pytest.mark.parametrize("shut", [True, False], ids=["sealed", "unsealed"])
def test_what_a_program_has_kept_from_before_the_seal_leads_nowhere(
    shut: bool, node: Path, micropython_mjs: Path
) -> None:
    script = Path(__file__).parent / "kept_from_before.mjs"
    seal = PACKAGE.parents[2] / "seal.mjs"
    done = subprocess.run(
        [str(node), str(script), seal.as_uri(), micropython_mjs.as_uri(), "shut" if shut else "open"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    ways = json.loads(done.stdout.splitlines()[-1])
    assert set(ways) == {"object", "function", "iterator", "item", "new", "exception", "set", "loop"}
    assert set(ways.values()) == ({"Escape"} if shut else {"through"}), ways
