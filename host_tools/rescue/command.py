"""The command itself: to the prompt by force, then the program out of the way. It is kept under another name."""

import time

import click
from marshrut.simulator.messages import say

from ..cable.found import Found, hashes, look
from ..cable.link import Link
from ..cable.problem import BoardFault, CableProblem, LinkLost
from ..cable.session import opened_link
from ..choices import whole_number
from ..push.layout import PROGRAM, TEXTS, free_name, runtime_files
from ..push.plan import STAGE
from ..push.transfer import finish_old

_PATIENCE_S = 3.0  # with a program that only needs to be asked often
MAX_WAIT_S = 600


@click.command()
@click.option("--port", help="The board's port; needed when there are several boards.")
@click.option(
    "--wait",
    metavar="SECONDS",
    default="60",
    show_default=True,
    help="Seconds to wait for the board to be switched on anew.",
)
def rescue(port: str | None, wait: str, lang: str) -> int:
    """Get back a board that its own program has locked: the program is stopped and renamed, nothing is deleted."""
    wait_s = whole_number("--wait", wait, 1, MAX_WAIT_S)
    with opened_link(port, lang) as link:
        _get_in(link, wait_s, lang)
        renamed = _put_aside_a_push(link, look(link))
        renamed |= _put_aside(link, look(link))
        for old, new in renamed.items():
            print(say(lang, "rescue-renamed", old=old[1:], new=new[1:]))
        print(say(lang, "rescue-done" if renamed else "rescue-nothing"))
        link.leave(start=True)
    return 0


def _get_in(link: Link, wait_s: int, lang: str) -> None:
    """Ctrl-C again and again; where that does not help, as the board starts."""
    if link.hammer(_PATIENCE_S):
        return
    link.pull_reset_line()
    if link.hammer(_PATIENCE_S):
        return
    print(say(lang, "rescue-restart", wait_s=wait_s), flush=True)
    until = time.monotonic() + wait_s
    while (left := until - time.monotonic()) > 0:
        try:
            if link.hammer(left):
                return
        except LinkLost:
            try:
                link.reopen(left)
            except CableProblem:
                break
    raise CableProblem("rescue-in-vain-virtual" if link.place.virtual else "rescue-in-vain", port=link.place.port)


def _put_aside_a_push(link: Link, found: Found) -> dict[str, str]:
    """Finish a push that was cut off; one that cannot be finished would stand in the way at every start."""
    try:
        finish_old(link, found)
    except BoardFault:
        new = free_name("/next", "stopped", found.sizes.keys() | found.folders, "")
        link.exec(f"import os\nos.rename({STAGE!r}, {new!r})")
        return {STAGE: new}
    return {}


def _put_aside(link: Link, found: Found) -> dict[str, str]:
    """Rename the program, and a boot.py and main.py that are not ours. Old name: new name."""
    there = [path for path in TEXTS if path in found.sizes]
    digests = hashes(link, there)
    ours = hashes_of(runtime_files("esp32_rover"))
    strangers = [p for p in there if digests[p] not in (ours[p], found.record.files.get(p))]
    renamed: dict[str, str] = {}
    for path in (PROGRAM, *strangers):
        if path in found.sizes:
            new = free_name(path, "stopped", found.sizes.keys() | found.folders)
            link.exec(f"import os\nos.rename({path!r}, {new!r})")
            renamed[path] = new
    return renamed


def hashes_of(files: dict[str, bytes]) -> dict[str, str]:
    from hashlib import sha256

    return {path: sha256(content).hexdigest() for path, content in files.items()}
