"""What every command does with a board: find it, say which it is, open it, tell what goes wrong, leave it well."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from marshrut.simulator.messages import say

from .link import Link
from .places import choose_place
from .problem import BoardFault, CableProblem, LinkLost

_WAITS = """
sys.path[:] = _sys_path
try:
    import rover_board as b
    _say(getattr(b, "BUTTON", None) is not None and getattr(b, "START_BUTTON", True))
except Exception:
    _say(False)
"""


@contextmanager
def opened_link(port: str | None, lang: str) -> Iterator[Link]:
    """A link that nothing was said over yet. Whatever goes wrong in the block is a CableProblem; the board is left as
    `rest` leaves it even then, as far as it still answers."""
    place = choose_place(port)
    print(say(lang, "push-board", port=str(place)), flush=True)
    link = Link(place)
    try:
        yield link
    except LinkLost as lost:
        raise CableProblem("board-lost", port=place.port) from lost
    except BoardFault as fault:
        raise CableProblem("board-refuses", what=fault.traceback.strip().rpartition("\n")[2]) from fault
    finally:
        if link.held:
            with suppress(LinkLost, BoardFault, CableProblem):
                link.enter()
                rest(link)
        link.close()


@contextmanager
def asked_board(port: str | None, lang: str) -> Iterator[Link]:
    """The raw REPL of a board that has just started; afterwards it waits for its button again."""
    with opened_link(port, lang) as link:
        link.enter()
        link.soft_reset()
        yield link
        rest(link)


def rest(link: Link) -> bool:
    """Leave the board: with its launcher waiting for the button, which is returned, or at its prompt where that would
    drive off at once."""
    try:
        waits = link.exec(_WAITS).strip() == "True"
    except BoardFault:
        waits = False
    link.leave(start=waits)
    return waits
