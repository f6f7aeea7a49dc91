"""The page of the boards that live now: what it shows of them, their runs' replays, and its buttons."""

import hashlib
import json
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.program import Program
from marshrut.simulator.replay.live_page import live_content, live_text
from marshrut.simulator.replay.packed_values import harmless
from marshrut.simulator.result import Result
from marshrut.simulator.run import Conditions, Run
from marshrut.simulator.shown_time import whole_ms
from marshrut.simulator.virtual_board.present import Present

from ...sim.files import called_objects, replay_of
from ...sim.variant_told import title_in_round
from .feed import Feed

COMMANDS = frozenset({"start", "button", "reset", "hold", "unplug", "plug", "step"})  # whoever looks on does not end it
KEPT_RUNS = 12


@dataclass(frozen=True)
class _Ended:
    told: dict[str, Any]
    run: Run
    result: Result


class BoardsPage:
    """`do` is given a line as `Hands` takes it."""

    def __init__(
        self,
        conditions: Conditions,
        scenes: Sequence[dict[str, Any]],
        fields: Sequence[str],
        ports: Sequence[str],
        presents: Sequence[Present],
        plugged: Callable[[], list[bool]],
        do: Callable[[str], None],
        lang: str,
        step: bool,
    ) -> None:
        self._task = conditions.task
        self._presents = presents
        self._plugged = plugged
        self._do = do
        self._lang = lang
        titles = {each: self._task.title.of(each) for each in LANGUAGES}
        variants = {each: title_in_round(conditions.variant, conditions.round_seed, each) for each in LANGUAGES}
        called = called_objects(scenes[0], self._task.names)
        self._content = live_content(scenes, fields, ports, lang, titles, variants, step, called)
        self._id = hashlib.sha256(json.dumps(self._content, sort_keys=True).encode()).hexdigest()
        self._ended: deque[_Ended] = deque(maxlen=KEPT_RUNS)
        self._count = 0
        self._lock = threading.Lock()

    def run_ended(self, robot: int, program: Program, run: Run, result: Result) -> None:
        with self._lock:
            self._count += 1
            score = result.score
            told = harmless(
                {
                    "number": self._count,
                    "robot": robot,
                    "program": program.name,
                    "judged": score is not None,
                    "verdict": result.verdict,
                    "points": score.points if score is not None else 0,
                    "max": score.max if score is not None else 0,
                    "time_ms": result.measures.get("time_ms") or whole_ms(run.outcome.t_us),
                }
            )
            self._ended.append(_Ended(told, run, result))

    # What the server asks for

    def page(self) -> str:
        return live_text(self._content | {"page": self._id}, self._lang)

    def messages(self, over: Callable[[float], bool]) -> Iterator[str]:
        return Feed(self._id, self._presents, self._plugged, self._runs).messages(over)

    def replay(self, number: int, lang: str) -> str | None:
        with self._lock:
            ended = next((each for each in self._ended if each.told["number"] == number), None)
        if ended is None:
            return None
        return replay_of(ended.run, ended.result, self._task, lang if lang in LANGUAGES else self._lang)

    def act(self, robot: int, command: str) -> bool:
        if command not in COMMANDS or not 0 <= robot < len(self._presents):
            return False
        self._do(f"{robot + 1} {command}")
        return True

    def _runs(self) -> list[dict[str, Any]]:
        """The last one first."""
        with self._lock:
            return [each.told for each in reversed(self._ended)]
