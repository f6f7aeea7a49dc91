"""What has to change on a board so that it has what it should, worked out from what it says it has."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePosixPath

from ..cable.found import RECORD, Found, Record
from ..cable.problem import CableProblem
from .layout import FIRST, TEXTS, folders_of, free_name, is_runtime

STAGE = "/.next"
GO = STAGE + "/go"
SPARE_BLOCKS = 4  # a file system needs some for itself while names change
_FOLDER_BLOCKS = 2


@dataclass(frozen=True)
class Plan:
    """`send` in this order: path and content. `steps` is the list that /.next/go will hold."""

    send: dict[str, bytes] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: dict[str, str] = field(default_factory=dict)  # what lay where our own files belong: its new name
    same: int = 0  # files that are there already

    @property
    def folders(self) -> list[str]:
        """Those to be made in /.next, by the number that is their name there."""
        return [step.split(" ")[1] for step in self.steps if step.startswith("+ ")]

    @property
    def bytes(self) -> int:
        return sum(map(len, self.send.values()))

    def blocks(self, block: int) -> int:
        """How much of the flash it takes while the old files are still there."""
        files = sum(-(-len(content) // block) or 1 for content in self.send.values())
        return files + 1 + _FOLDER_BLOCKS * (len(self.folders) + 1) + SPARE_BLOCKS


def to_hash(found: Found, wanted: Mapping[str, bytes]) -> list[str]:
    """The files whose hash the plan needs: those that may be what they should be, and those it may take away."""
    alike = {path for path, content in wanted.items() if found.sizes.get(path) == len(content)}
    return sorted(alike | (found.sizes.keys() & found.record.files.keys()))


def make_plan(
    found: Found, known: Mapping[str, str], wanted: Mapping[str, bytes], record: Record, kept: Mapping[str, bytes]
) -> Plan:
    """`known`: the board's hashes of the files `to_hash` named. `kept`: the content of what was there under names of
    ours and is not ours. `record`: what the push will have been; of its files only those that stay as they are."""
    digests = {path: sha256(content).hexdigest() for path, content in wanted.items()}
    send = {path: content for path, content in wanted.items() if known.get(path) != digests[path]}
    removed = _to_remove(found, known, wanted.keys() | record.files.keys())
    taken = found.sizes.keys() | found.folders | wanted.keys()
    renamed = {path: free_name(path, "before", taken) for path in kept if path in send}
    saved = {new: kept[path] for path, new in renamed.items()}
    send = saved | send
    files = record.files | {path: digest for path, digest in digests.items() if _is_recorded(path)}
    new_record = replace(record, files=files)
    same = len(wanted) - len(send) + len(saved)
    if found.record != new_record:
        send[RECORD] = new_record.text()
    first = [path for path in (*saved, *FIRST) if path in send]
    send = {path: send[path] for path in [*first, *(path for path in send if path not in first)]}
    _look_for_what_is_in_the_way(found, send, removed)
    steps = _steps(found, send, first, removed) if send or removed else ()
    return Plan(send, tuple(steps), tuple(removed), renamed, same)


def _is_recorded(path: str) -> bool:
    """Files whose owner cannot be seen from their place."""
    return not is_runtime(path) or path in TEXTS


def _to_remove(found: Found, known: Mapping[str, str], wanted: Set[str]) -> list[str]:
    """The last program's files, while they are what a push put there; the runtime's in another form or version."""
    old = found.record.files
    return sorted(
        path
        for path in found.sizes
        if path not in wanted and (old.get(path) == known.get(path, "?") or (is_runtime(path) and path not in TEXTS))
    )


def _look_for_what_is_in_the_way(found: Found, send: Mapping[str, bytes], removed: list[str]) -> None:
    left = found.sizes.keys() - set(removed)
    for path in send:
        if path in found.folders and any(other.startswith(path + "/") for other in left):
            raise CableProblem("push-folder-in-way", path=path)
    for folder in folders_of(send):
        if folder in left:
            raise CableProblem("push-file-in-way", path=folder)


def _steps(found: Found, send: Mapping[str, bytes], first: list[str], removed: list[str]) -> list[str]:
    needed = folders_of(send)
    numbers = {path: number for number, path in enumerate((*send, *needed))}
    staying = {
        str(folder) for path in found.sizes.keys() - set(removed) for folder in PurePosixPath(path).parents
    } | set(needed)
    emptied = {str(folder) for path in removed for folder in PurePosixPath(path).parents} - staying - {"/"}
    emptied |= {path for path in send if path in found.folders}
    emptied |= {folder for folder in found.folders for path in send if folder.startswith(path + "/")}
    return [
        *(f"> {numbers[path]} {path}" for path in first),
        *(f"- {path}" for path in removed),
        *(f"/ {folder}" for folder in sorted(emptied, reverse=True)),
        *(f"+ {numbers[folder]} {folder}" for folder in needed if folder not in found.folders),
        *(f"> {numbers[path]} {path}" for path in send if path not in first),
    ]
