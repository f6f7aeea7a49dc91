"""Files that lie beside a world file and belong to it: its pictures and drawings."""

from os.path import isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from ..messages import Param
from ..toml_file import FileProblem, TomlFile

_TABLES = ("image", "drawing")


class BesideFault(Exception):
    """Such a file cannot be used: a message and its parameters, and the line in that file where one is known."""

    def __init__(self, message_id: str, /, **params: Param) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.params = params


def read_beside(world: Path, name: str, most_bytes: int) -> bytes:
    """What the file of that name holds; BesideFault where it is not there, no file, or larger than that."""
    path = world.parent / name
    try:
        if not path.is_file():
            raise BesideFault("beside-missing", file=name)
        size = path.stat().st_size
        if size > most_bytes:
            raise BesideFault("beside-large", file=name, size=f"{size / 1e6:.1f}", most=most_bytes // 1_000_000)
        return path.read_bytes()
    except OSError:
        raise BesideFault("beside-missing", file=name) from None


def files_beside(world: Path) -> list[Path]:
    """The files that a world file names and that are there, in its order; none where it cannot be read.

    Whether all is well with them the world's loader says.
    """
    try:
        data = TomlFile(world).data
    except FileProblem:
        return []
    names = []
    for table in _TABLES:
        items = data.get(table)
        for item in items if isinstance(items, list) else ():
            name = item.get("file") if isinstance(item, dict) else None
            if isinstance(name, str) and name and not set(name) & set("/\\:\0"):
                names.append(name)
    return [world.parent / name for name in dict.fromkeys(names) if isfile(world.parent / name)]
