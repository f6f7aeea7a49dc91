"""Which pin map a board is to have: the one asked for, else what it has, else the one for its firmware."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from ..cable.found import Found
from ..choices import one_of
from ..usage import UsageProblem
from .layout import PIN_MAP, PIN_MAPS, pin_map_for, pin_map_text, platform_of


@dataclass(frozen=True)
class PinMap:
    """`own`: somebody has changed the one on the board, and it is to stay."""

    name: str
    own: bool = False


def choose_pin_map(found: Found, known: Mapping[str, str], asked: str | None) -> PinMap:
    """`known` has the hash of the board's pin map, when it has one. UsageProblem when it cannot be told."""
    if asked is not None:
        return PinMap(_fitting(found, one_of("--board", asked, PIN_MAPS)))
    if PIN_MAP in found.sizes:
        digest = known[PIN_MAP]
        for name in PIN_MAPS:
            if digest == sha256(pin_map_text(name)).hexdigest():
                return PinMap(_fitting(found, name))
        if digest != found.record.files.get(PIN_MAP) or found.record.board not in PIN_MAPS:
            return PinMap(found.record.board, own=True)
        return PinMap(_fitting(found, found.record.board))
    name = pin_map_for(found.build)
    if not name:
        raise UsageProblem(
            "push-pin-map-needed", machine=found.machine, known=", ".join(_of_platform(found.platform) or PIN_MAPS)
        )
    return PinMap(name)


def _fitting(found: Found, name: str) -> str:
    if platform_of(name) != found.platform:
        raise UsageProblem(
            "push-pin-map-other-chip", name=name, machine=found.machine, known=", ".join(_of_platform(found.platform))
        )
    return name


def _of_platform(platform: str) -> list[str]:
    return [name for name in PIN_MAPS if platform_of(name) == platform]
