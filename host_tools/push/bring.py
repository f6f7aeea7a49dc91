"""From an open link to a board that has what it should: look, plan, send."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from marshrut.simulator.run import engine_version

from ..cable.found import Found, Record, hashes, look
from ..cable.link import Link
from ..cable.problem import CableProblem, LinkLost
from .layout import PIN_MAP, PIN_MAPS, TEXTS, pin_map_text, runtime_files
from .pin_map import PinMap, choose_pin_map
from .plan import Plan, make_plan, to_hash
from .transfer import finish_old, transfer

TRIES = 3


@dataclass(frozen=True)
class Brought:
    """What a push did."""

    found: Found
    pin_map: PinMap
    plan: Plan


def bring(
    link: Link,
    program: Mapping[str, bytes] | None,
    program_name: str,
    asked: str | None,
    begins: Callable[[Plan], None],
    moved: Callable[[int], None],
) -> Brought:
    """Have the runtime there, and the program; None leaves what is there. `begins` is told what is to be sent."""
    link.enter()
    link.soft_reset()
    found = look(link)
    if finish_old(link, found):
        found = look(link)
    known = hashes(link, [PIN_MAP]) if PIN_MAP in found.sizes else {}
    pin_map = choose_pin_map(found, known, asked)
    wanted = runtime_files(pin_map.name or "esp32_rover")
    if pin_map.own:
        del wanted[PIN_MAP]
    kept_program: dict[str, str] = {}
    if program is not None:
        wanted |= program
    else:
        kept_program = {
            path: digest for path, digest in found.record.files.items() if path not in wanted and path in found.sizes
        }
        program_name = found.record.program
    known |= hashes(link, (path for path in to_hash(found, wanted) if path not in known))
    record = Record(engine_version(), pin_map.name, program_name, kept_program)
    plan = make_plan(found, known, wanted, record, _foreign(link, found, known, wanted))
    if plan.send or plan.removed:
        begins(plan)
        transfer(link, found, plan, moved)
    return Brought(found, pin_map, plan)


def surely(link: Link, act: Callable[[], Brought]) -> Brought:
    """`act`, begun again when the board got lost on the way; it may be interrupted at any point. LinkLost at last."""
    for _ in range(TRIES - 1):
        try:
            return act()
        except LinkLost as lost:
            try:
                link.reopen()
            except CableProblem:
                raise lost from None
    return act()


def _foreign(link: Link, found: Found, known: Mapping[str, str], wanted: Mapping[str, bytes]) -> dict[str, bytes]:
    """Somebody's own boot.py, main.py and pin map, to be kept under another name."""
    foreign: dict[str, bytes] = {}
    for path in (*TEXTS, PIN_MAP):
        if path not in wanted or path not in found.sizes:
            continue
        texts = [pin_map_text(name) for name in PIN_MAPS] if path == PIN_MAP else [wanted[path]]
        ours = {sha256(text).hexdigest() for text in texts} | {found.record.files.get(path)}
        if path not in known or known[path] not in ours:
            foreign[path] = link.read_file(path)
    return foreign
