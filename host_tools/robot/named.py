"""Which robot file a command means: a file, or a name of the catalogue."""

from os.path import isdir  # it takes what cannot be looked at for what is not there
from pathlib import Path

from marshrut.simulator.near_names import near_name
from marshrut.simulator.tasks.catalogue import folder_facts
from marshrut.simulator.tasks.loading import CURRICULUM

from ..usage import UsageProblem

ROBOTS = CURRICULUM / "robots"


def robot_path(name: str) -> Path:
    """What ends in .toml, or is a path, is a file, else a robot of the catalogue; UsageProblem where none is."""
    if name.endswith(".toml"):
        return Path(name)
    known = sorted(path.stem for path in ROBOTS.glob("*.toml"))
    if name in known:
        return ROBOTS / f"{name}.toml"
    if isdir(name):
        files = sorted(str(path) for path in Path(name).glob("*.toml"))
        raise UsageProblem("folder-given", what="robot", **folder_facts(name, files))
    if "/" in name or "\\" in name:
        return Path(name)
    near = near_name(name, known)
    if near:
        raise UsageProblem("robot-unknown-near", name=name, near=near)
    raise UsageProblem("robot-unknown", name=name, known=", ".join(known))
