"""What a page is told of boards: how they are when it comes, then all that happens, a few times a second."""

import json
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any

from marshrut.simulator.replay.packed_values import harmless
from marshrut.simulator.virtual_board.present import Present, Record, Seen

PERIOD_S = 0.05
HEARTBEAT_S = 2.0
MOST_WAITING = 50_000  # records; who takes them more slowly is let go, and comes back to the present


class Feed:
    """One page's messages, as JSON. `plugged` and `runs` are asked for with each, and told when they have changed."""

    def __init__(
        self,
        page: str,
        presents: Sequence[Present],
        plugged: Callable[[], list[bool]],
        runs: Callable[[], list[dict[str, Any]]],
    ) -> None:
        self._page = page
        self._presents = presents
        self._plugged = plugged
        self._runs = runs
        self._waiting: deque[tuple[int, Record]] = deque()

    def messages(self, over: Callable[[float], bool]) -> Iterator[str]:
        """Until it is `over`, which waits for so many seconds. "" is a sign of life."""
        with ExitStack() as stack:
            seen = [self._listen(stack, number, present) for number, present in enumerate(self._presents)]
            told: dict[str, Any] = {"plugged": self._plugged(), "runs": self._runs()}
            yield _json({"page": self._page, "present": [_present(each) for each in seen], **told})
            quiet_since = time.monotonic()
            while not over(PERIOD_S):
                if len(self._waiting) > MOST_WAITING:
                    return
                message: dict[str, Any] = {}
                records = self._new_records()
                if records:
                    message["records"] = records
                for name, ask in (("plugged", self._plugged), ("runs", self._runs)):
                    now = ask()
                    if now != told[name]:
                        told[name] = message[name] = now
                if message or time.monotonic() - quiet_since > HEARTBEAT_S:
                    quiet_since = time.monotonic()
                    yield _json(message)

    def _listen(self, stack: ExitStack, number: int, present: Present) -> Seen:
        def listener(record: Record) -> None:
            self._waiting.append((number, record))

        seen = present.seen(listener=listener)
        stack.callback(present.leave, listener)
        return seen

    def _new_records(self) -> list[list[Any]]:
        """Those since the last time; of states in a row in which a robot stood, and of each object's moves in a world,
        only the last."""
        records: list[list[Any]] = []
        last_state: dict[int, list[Any]] = {}
        last_move: dict[tuple[int, Any], list[Any]] = {}  # by board and object
        for _ in range(len(self._waiting)):
            number, record = self._waiting.popleft()
            before = last_state.get(number)
            if record[0] == "state" and before is not None and before[3] == record[2]:
                before[2] = record[1]
                continue
            if record[0] == "move" and (moved := last_move.get((number, record[2]))) is not None:
                moved[2:] = record[1:]
                continue
            if record[0] in ("text", "printed", "display"):
                record = harmless(record)
            records.append([number, *record])
            last_state.pop(number, None)
            if record[0] == "state":
                last_state[number] = records[-1]
            elif record[0] == "move":
                last_move[number, record[2]] = records[-1]
            elif record[0] == "begins":
                last_move = {key: move for key, move in last_move.items() if key[0] != number}
        return records


def _present(seen: Seen) -> dict[str, Any]:
    return {
        "run": seen.run,
        "path": seen.path,
        "places": seen.places,
        "looks": harmless(seen.looks),
        "duties": seen.duties,
        "texts": harmless(seen.texts),
        "printed": harmless(seen.printed),
    }


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
