"""A push button: contacts bounce when it is pressed and when it is let go."""

from collections.abc import Iterable

from ..scene.model import Button, Press
from .chance import key_of, word

Edge = tuple[int, int]  # µs, level


def edges(button: Button, presses: Iterable[Press], seed: int) -> tuple[Edge, ...]:
    """All level changes of the button's pin in a run, in order of time; presses that overlap are one."""
    key = key_of(seed, f"button {button.id}")
    bounce = int(button.bounce_ms * 1000)
    closed, opened = (0, 1) if button.active_low else (1, 0)
    moves = [move for start, end in _joined(button, presses) for move in ((start, closed), (end, opened))]
    changes: list[Edge] = []
    for number, (at, level) in enumerate(moves):
        until = moves[number + 1][0] if number + 1 < len(moves) else at + bounce
        changes += bouncing(at, level, min(bounce, until - at), word(key, number))
    return tuple(changes)


def _joined(button: Button, presses: Iterable[Press]) -> list[tuple[int, int]]:
    """Presses of this button as (from, to) in µs, in order, none touching the next."""
    joined: list[tuple[int, int]] = []
    spans = ((p.at_ms * 1000, (p.at_ms + p.for_ms) * 1000) for p in presses if p.button == button.id)
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def bouncing(at: int, level: int, bounce_us: int, chance: int) -> list[Edge]:
    """The first contact, then up to three short openings within `bounce_us`, each an edge away and an edge back.

    All at even µs: the odd ones are the encoders'.
    """
    changes = [(at, level)]
    openings = chance & 3
    if bounce_us < 8 * (openings + 1):
        return changes
    slot = bounce_us // (openings + 1)
    for i in range(openings):
        away = at + i * slot + slot // 4 + (chance >> (8 + 12 * i) & 0xFF) * (slot // 4) // 256
        back = away + 2 + (chance >> (14 + 12 * i) & 0xFF) * (slot // 4) // 256
        changes += [(away & ~1, 1 - level), (back & ~1, level)]
    return changes
