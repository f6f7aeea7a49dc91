"""What a board is and what lies on it, as it says itself: nothing here is taken from memory."""

import ast
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .link import Link
from .problem import BoardFault, CableProblem

OLDEST = (1, 23)  # bytecode as `mpy-cross` makes it is read from here on
RECORD = "/.marshrut.json"
_MPY_VERSION = 6

_FACTS = """
import os, sys
i = sys.implementation
s = os.statvfs("/")
_say(repr((i.name, tuple(i.version[:3]), sys.platform, getattr(i, "_machine", ""), getattr(i, "_build", ""),
    getattr(i, "_mpy", 6) & 255, s[1], s[2], s[3])))
"""
# Other file systems than the flash are left alone: a card, a ROM, a folder of this computer.
_SURVEY = """
import os
def _walk(folder):
    for entry in os.ilistdir(folder or "/"):
        path = folder + "/" + entry[0]
        if entry[1] & 0x4000:
            if path not in ("/rom", "/sd", "/remote"):
                _say(repr((path, -1)))
                _walk(path)
        else:
            _say(repr((path, entry[3] if len(entry) > 3 else os.stat(path)[6])))
_walk("")
del _walk
"""
HASHING = """
import os
from binascii import a2b_base64, hexlify
from hashlib import sha256
def _hash(path):
    h = sha256()
    b = bytearray(512)
    with open(path, "rb") as f:
        while True:
            n = f.readinto(b)
            if not n:
                return str(hexlify(h.digest()), "ascii")
            h.update(memoryview(b)[:n])
"""


@dataclass(frozen=True)
class Record:
    """What the last push or install put there, and from what. It says whose a file is, never whether it is whole."""

    version: str = ""
    board: str = ""
    program: str = ""
    files: dict[str, str] = field(default_factory=dict)  # path: SHA-256

    def text(self) -> bytes:
        facts = {"marshrut": self.version, "board": self.board, "program": self.program, "files": self.files}
        return (json.dumps(facts, indent=0, sort_keys=True, ensure_ascii=False) + "\n").encode()


@dataclass(frozen=True)
class Found:
    """A board as it was found. `sizes` has its files, `folders` its folders, all by absolute path."""

    platform: str
    version: tuple[int, ...]
    machine: str
    build: str
    block: int
    blocks: int
    free_blocks: int
    sizes: dict[str, int]
    folders: frozenset[str]
    record: Record

    @property
    def firmware(self) -> str:
        return ".".join(map(str, self.version))

    @property
    def free_bytes(self) -> int:
        return self.block * self.free_blocks


def look(link: Link) -> Found:
    """Ask the board. CableProblem for one whose MicroPython is none or too old."""
    name, version, platform, machine, build, mpy, block, blocks, free = _value(link, link.exec(_FACTS))
    if name != "micropython":
        raise CableProblem("board-not-micropython", port=link.place.port)
    if version < OLDEST or mpy != _MPY_VERSION:
        raise CableProblem(
            "board-old", version=".".join(map(str, version)), wanted=".".join(map(str, OLDEST)), port=link.place.port
        )
    sizes: dict[str, int] = {}
    folders: set[str] = set()
    for line in link.exec(_SURVEY).splitlines():
        path, size = _value(link, line)
        if size < 0:
            folders.add(path)
        else:
            sizes[path] = size
    record = _record(link) if RECORD in sizes else Record()
    return Found(platform, version, machine, build, block, blocks, free, sizes, frozenset(folders), record)


def hashes(link: Link, paths: Iterable[str]) -> dict[str, str]:
    """SHA-256 of these files, worked out by the board from what lies on its flash."""
    asked = list(paths)
    link.exec(HASHING)
    found: dict[str, str] = {}
    for start in range(0, len(asked), 16):
        part = asked[start : start + 16]
        said = link.exec(f"for p in {part!r}:\n    _say(_hash(p))\n").split()
        found.update(zip(part, said, strict=True))
    return found


def _record(link: Link) -> Record:
    try:
        facts = json.loads(link.exec(f"with open({RECORD!r}) as f:\n    _say(f.read())\n"))
        files = {str(path): str(digest) for path, digest in facts["files"].items()}
        return Record(str(facts["marshrut"]), str(facts["board"]), str(facts["program"]), files)
    except (ValueError, KeyError, TypeError, AttributeError, BoardFault):
        return Record()  # written by hand, or half of it is lost


def _value(link: Link, said: str) -> Any:
    from .problem import LinkLost

    try:
        return ast.literal_eval(said.strip())
    except (ValueError, SyntaxError):
        raise LinkLost(f"not what was asked for: {said[:80]!r}") from None
