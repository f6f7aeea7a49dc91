"""Files from the board, whole: each is checked by its hash there, and nothing is written here before all have come."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from ..cable.link import Link
from ..cable.problem import LinkLost
from ..usage import UsageProblem
from .problem import PullProblem


def fetch(
    link: Link, paths: Iterable[str], digests: Mapping[str, str], moved: Callable[[int], None] = lambda count: None
) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    for path in paths:
        contents[path] = link.read_file(path, moved)
        if sha256(contents[path]).hexdigest() != digests[path]:
            raise LinkLost("a file that came damaged")
    return contents


def write_all(files: Mapping[Path, bytes], force: bool) -> list[Path]:
    """PullProblem when one is there already and may not be replaced; then none is written."""
    for path in files:
        if path.is_dir() or (path.exists() and not force):
            raise PullProblem("pull-exists", file=str(path))
    for path, content in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError:
            raise UsageProblem("folder-unwritable", folder=str(path.parent)) from None
    return list(files)
