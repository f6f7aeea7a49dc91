"""An installed wheel has all it needs and adds one import name."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


def python_packages() -> set[str]:
    """The packages of the checkout, under their names in the wheel; rooms of data and on-board modules are none."""
    rooms = [ROOT / "simulator", ROOT / "host_tools"]
    inits = [path for room in rooms for path in room.rglob("__init__.py") if "node_modules" not in path.parts]
    return {".".join(["marshrut", *path.parent.relative_to(ROOT).parts]) for path in inits}


def test_every_package_is_listed() -> None:
    import tomllib

    with (ROOT / "pyproject.toml").open("rb") as file:
        listed = set(tomllib.load(file)["tool"]["setuptools"]["packages"])
    loose = {"curriculum", "device", "lib", "simulator.board", "simulator.board.profiles", "simulator.runners.cpython"}
    assert listed - {f"marshrut.{name}" for name in loose} == python_packages()


@pytest.mark.slow
def test_a_program_runs_from_an_installed_wheel(tmp_path: Path, node: Path) -> None:
    source = tmp_path / "source"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(source)], check=True)
    node_modules = Path("simulator") / "runners" / "micropython" / "node_modules"
    (source / node_modules).symlink_to(ROOT / node_modules)
    build = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run(build, check=True)
    wheel = next(tmp_path.glob("marshrut-*.whl"))
    target = tmp_path / "site"
    subprocess.run([*PIP, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)], check=True)
    names = {path.name for path in target.iterdir() if not path.name.endswith(".dist-info") and path.name != "bin"}
    assert names == {"marshrut"}
    reference = target / "marshrut" / "curriculum" / "tasks" / "line-sprint" / "programs" / "goal" / "reference.py"
    # -S: without it the checkout's own editable install would answer to `marshrut`
    environment = {**os.environ, "PYTHONPATH": f"{target}{os.pathsep}{sysconfig.get_path('purelib')}"}
    command = [sys.executable, "-S", "-m", "marshrut.host_tools", "sim", str(reference), "--task", "line-sprint"]
    for runtime in ("cpython", "micropython"):
        done = subprocess.run(
            [*command, "--runtime", runtime, "--lang", "kk", "--out", str(tmp_path / runtime)],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert (tmp_path / runtime / "replay.html").is_file()
