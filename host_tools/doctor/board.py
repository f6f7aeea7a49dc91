"""What is to be known of a connected board: its firmware, runtime, program, crashes, room and clock."""

import time
from collections.abc import Iterator
from hashlib import sha256

from marshrut.simulator.messages import say
from marshrut.simulator.printable import printable
from marshrut.simulator.run import engine_version

from ..cable.found import Found, hashes, look
from ..cable.link import Link
from ..cable.problem import BoardFault
from ..push.layout import PIN_MAP, PROGRAM, runtime_files

_CLOCK = "import time\n_say(repr(tuple(time.localtime()[:6])))"
_LAST_ERROR = "/last_error.txt"
_UNSET_BEFORE = 2024  # a board without a battery begins at 2000, 2015, 2020 or 2021
_CLOCK_OFF_S = 120
_LITTLE_KB = 100

GOOD, NOTE, BAD = "✓", "·", "✗"


def board_findings(link: Link, lang: str) -> Iterator[tuple[str, str]]:
    """A sign and a sentence for each."""
    found = look(link)
    machine = printable(found.machine)
    yield GOOD, say(lang, "doctor-board-firmware", version=found.firmware, machine=machine)
    yield _runtime(link, found, lang)
    yield _program(link, found, lang)
    yield from _crashes(link, found, lang)
    free_kb, all_kb = found.free_bytes // 1024, found.block * found.blocks // 1024
    yield (GOOD if free_kb >= _LITTLE_KB else NOTE), say(lang, "ls-free", free_kb=free_kb, all_kb=all_kb)
    yield _clock(link, lang)


def _runtime(link: Link, found: Found, lang: str) -> tuple[str, str]:
    wanted = {path: content for path, content in runtime_files("esp32_rover").items() if path != PIN_MAP}
    there = [path for path in wanted if path in found.sizes]
    if not there:
        return BAD, say(lang, "doctor-board-no-runtime")
    digests = hashes(link, there)
    other = [path for path, content in wanted.items() if digests.get(path) != sha256(content).hexdigest()]
    if other:
        version = found.record.version or "?"
        return BAD, say(lang, "doctor-board-other-runtime", version=version, wanted=engine_version(), count=len(other))
    if PIN_MAP not in found.sizes:
        return BAD, say(lang, "doctor-board-no-pin-map")
    return GOOD, say(lang, "doctor-board-runtime", version=engine_version(), board=found.record.board or "rover_board")


def _program(link: Link, found: Found, lang: str) -> tuple[str, str]:
    if PROGRAM not in found.sizes:
        return NOTE, say(lang, "doctor-board-no-program")
    name = printable(found.record.program or PROGRAM[1:])
    digest = hashes(link, [PROGRAM])[PROGRAM]
    if found.record.files.get(PROGRAM) != digest:
        return NOTE, say(lang, "doctor-board-program-changed", name=PROGRAM[1:])
    return GOOD, say(lang, "doctor-board-program", name=name, bytes=found.sizes[PROGRAM])


def _crashes(link: Link, found: Found, lang: str) -> Iterator[tuple[str, str]]:
    """What the launcher has kept: the error, and how often in a row."""
    if _LAST_ERROR not in found.sizes:
        return
    lines = link.read_file(_LAST_ERROR).decode("utf-8", "replace").splitlines()
    count = lines[-1].split()[0] if len(lines) > 1 and lines[-1].split() else "1"
    times = int(count) if count.isdecimal() else 1
    text = printable(" ".join(lines[:-1] if len(lines) > 1 else lines))
    yield BAD, say(lang, "doctor-board-crashed", error=text, count=times)


def _clock(link: Link, lang: str) -> tuple[str, str]:
    try:
        year, month, day, hour, minute, second = map(int, link.exec(_CLOCK).strip(" ()\n").split(","))
    except (BoardFault, ValueError):
        return NOTE, say(lang, "doctor-board-clock-unset")
    if year < _UNSET_BEFORE:
        return NOTE, say(lang, "doctor-board-clock-unset")
    there = time.mktime((year, month, day, hour, minute, second, 0, 0, -1))
    shown = f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}"
    right = abs(there - time.time()) <= _CLOCK_OFF_S
    return (GOOD if right else NOTE), say(lang, "doctor-board-clock" if right else "doctor-board-clock-off", time=shown)
