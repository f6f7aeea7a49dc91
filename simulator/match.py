"""A match: bouts of the same two programs until one of them has won more than the rest could make good."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .judge import Judgement
from .judge.bout import BEATEN
from .judge.referee import GOAL
from .program import Program
from .run import PATIENCE, Conditions, Run, run_program
from .runners.child import Patience


@dataclass(frozen=True)
class Match:
    """`wins` are the first and the second program's; a draw counts for neither."""

    bouts: tuple[Run, ...]
    wins: tuple[int, int]

    @property
    def winner(self) -> int | None:
        """0 or 1; None for a draw."""
        first, second = self.wins
        return None if first == second else int(second > first)


def _winner(judgement: Judgement) -> int | None:
    """Of a bout: 0 for the robot whose record it is, 1 for its rival; None for a draw, and where our side failed."""
    if judgement.ended == GOAL:
        return 0
    return 1 if judgement.ended == BEATEN or judgement.verdict == "disqualified" else None


def play_match(
    programs: Sequence[Program],
    conditions: Conditions,
    progress: Callable[[int], None] | None = None,
    patience: Patience = PATIENCE,
) -> Match:
    """Up to the task's `best_of` bouts on seeds one after the other, from that of `conditions` on. The programs change
    sides after each, so that none has the better start twice; each bout's record is that of who stood first in it."""
    best_of = conditions.task.bout.best_of if conditions.task.bout is not None else 1
    bouts: list[Run] = []
    wins = [0, 0]
    for number in range(best_of):
        side = number % 2
        run = run_program(
            programs[side],
            replace(conditions, seed=conditions.seed + number),
            progress,
            patience,
            rivals=[programs[1 - side]],
        )
        bouts.append(run)
        won = _winner(run.judgement)
        if won is not None:
            wins[side if won == 0 else 1 - side] += 1
        if max(wins) > min(wins) + best_of - number - 1:
            break
    return Match(tuple(bouts), (wins[0], wins[1]))
