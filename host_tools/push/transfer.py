"""Carries a plan out: files to /.next, each checked by its hash on the board, then the list that makes them count.

Up to the moment when /.next/go gets its name, nothing that runs has changed. From then on the new files are in their
places at the latest when the board has started next: `device/finish_push.py` sees to that.
"""

from binascii import b2a_base64
from collections.abc import Callable
from hashlib import sha256

from marshrut.simulator.installed_flash import ROOMS

from ..cable.found import HASHING, Found, hashes
from ..cable.link import Link
from ..cable.problem import BoardFault, CableProblem
from .plan import GO, SPARE_BLOCKS, STAGE, Plan

CHUNK = 768  # bytes that go in one piece; 1024 signs
_TRIES = 3  # for a file that arrives damaged
_FINISH_S = 60.0
_PREPARE = f"""
def _clean():
    try:
        names = os.listdir({STAGE!r})
    except OSError:
        try:
            os.remove({STAGE!r})
        except OSError:
            pass
        os.mkdir({STAGE!r})
        return
    for name in names:
        _remove({STAGE!r} + "/" + name)
def _remove(path):
    if os.stat(path)[0] & 0x4000:
        for name in os.listdir(path):
            _remove(path + "/" + name)
        os.rmdir(path)
    else:
        os.remove(path)
def _undo():
    try:
        _file.close()
    except Exception:
        pass
    _clean()
    os.rmdir({STAGE!r})
def _open(path):
    global _file
    _file = open(path, "wb")
def _write(text):
    _file.write(a2b_base64(text))
def _close(path):
    _file.close()
    _say(_hash(path))
_clean()
"""
_MARK = STAGE + "/mark"


def finish_old(link: Link, found: Found) -> bool:
    """Finish a push that was cut off and whose board could not do it itself. Returns whether there was one."""
    if GO not in found.sizes:
        return False
    _finish(link)
    return True


def transfer(link: Link, found: Found, plan: Plan, moved: Callable[[int], None]) -> None:
    """Make the board what the plan says. `moved` is told of bytes that have arrived."""
    need, free = plan.blocks(found.block), found.free_blocks + _stale_blocks(found)
    if need > free:
        raise _full(need * found.block, free * found.block)
    try:
        link.exec(HASHING + _PREPARE)
        for number, content in enumerate(plan.send.values()):
            _send(link, f"{STAGE}/{number}", content, moved)
        _send(link, _MARK, "".join(step + "\n" for step in plan.steps).encode(), lambda count: None)
        _make_room(link, plan)
        link.exec(f"os.rename({_MARK!r}, {GO!r})")
    except BoardFault as fault:
        if not fault.no_space:
            raise
        link.exec("_undo()")
        raise _full(need * found.block, free * found.block) from None
    _finish(link)
    arrived = hashes(link, plan.send)
    for path, content in plan.send.items():
        if arrived[path] != sha256(content).hexdigest():
            raise CableProblem("push-damaged", file=path[1:])


def _make_room(link: Link, plan: Plan) -> None:
    """Do beforehand what takes room, so that no step of the list fails for want of it. BoardFault if there is none.

    The folders are made in /.next: in their places they would hide modules that the old program still has.
    """
    link.exec(f"for n in {plan.folders!r}:\n    os.mkdir({STAGE!r} + '/' + n)")
    link.exec(f"if os.statvfs('/')[3] < {SPARE_BLOCKS}:\n    raise OSError(28)")


def _stale_blocks(found: Found) -> int:
    """What an unfinished push has left and this one takes away."""
    return sum(-(-size // found.block) for path, size in found.sizes.items() if path.startswith(STAGE + "/"))


def _send(link: Link, path: str, content: bytes, moved: Callable[[int], None]) -> None:
    digest = sha256(content).hexdigest()
    for _ in range(_TRIES):
        chunks = [content[at : at + CHUNK] for at in range(0, len(content), CHUNK)] or [b""]
        said = ""
        for number, chunk in enumerate(chunks):
            lines = [f"_open({path!r})"] if number == 0 else []
            lines.append(f"_write({b2a_base64(chunk, newline=False)!r})")
            if number == len(chunks) - 1:
                lines.append(f"_close({path!r})")
            said = link.exec("\n".join(lines))
            moved(len(chunk))
        if said.strip() == digest:
            return
        moved(-len(content))
    raise CableProblem("push-damaged", file=path)


def _finish(link: Link) -> None:
    link.exec((ROOMS / "device" / "finish_push.py").read_text(encoding="utf-8") + "\nfinish()\n", _FINISH_S)


def _full(need: int, free: int) -> CableProblem:
    return CableProblem("push-flash-full", need_kb=-(-need // 1024), free_kb=free // 1024)
