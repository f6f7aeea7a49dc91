"""Which robot file a command means: a file, or a name of the catalogue."""

from pathlib import Path

from marshrut.simulator.near_names import near_name
from marshrut.simulator.tasks.loading import CURRICULUM

from ..usage import UsageProblem

ROBOTS = CURRICULUM / "robots"


def robot_path(name: str) -> Path:
    """What ends in .toml, or is a path, is a file, else a robot of the catalogue; UsageProblem where none is."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return Path(name)
    known = sorted(path.stem for path in ROBOTS.glob("*.toml"))
    if name in known:
        return ROBOTS / f"{name}.toml"
    near = near_name(name, known)
    if near:
        raise UsageProblem("robot-unknown-near", name=name, near=near)
    raise UsageProblem("robot-unknown", name=name, known=", ".join(known))
