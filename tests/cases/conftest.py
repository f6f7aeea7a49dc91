"""Draws a run by hand: a list of moves becomes states, as a session would record them, and a trace.

Moves, one key each, with an optional `speed_mm_s` (300):
  wait_ms          stand still
  along_mm         drive along the line, negative backward; `left_mm` keeps that far to the left of it
  place_mm         drive straight to that place of the line, `left_mm` beside it, and turn into its direction
  to_mm            drive straight to a point [x, y]
  turn_deg         turn on the spot
"""

import math
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from marshrut.simulator import messages
from marshrut.simulator.judge import Referee
from marshrut.simulator.judge.path import Path
from marshrut.simulator.scene import Scene, load_scene, scene_to_json
from marshrut.simulator.scene.model import Stripe
from marshrut.simulator.tasks import Task, Variant, find_task, find_variant
from marshrut.simulator.trace import SCHEMA, STATE_PERIOD_US, Trace, TraceWriter, state_fields

State = tuple[int, tuple[int, ...]]
Moves = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def strict_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing word is an error here."""
    monkeypatch.setattr(messages, "strict", True)


@pytest.fixture(scope="session")
def line_sprint() -> Task:
    return find_task("line-sprint")


@pytest.fixture(scope="session")
def draw(line_sprint: Task) -> Callable[[str, Moves, dict[str, Any]], tuple[Trace, str]]:
    """draw(variant, moves, end): the trace of a drawn run of line-sprint, and what the live referee said at its end."""
    return lambda variant, moves, end: drawn_trace(line_sprint, find_variant(line_sprint, variant), moves, end)


def scene_of(task: Task, variant: Variant) -> Scene:
    return load_scene(task.world_path(variant), task.robot_path, variant.start, task.button_presses)


def line_of(scene: Scene) -> Path:
    return Path(next(s for s in scene.mat.surfaces if isinstance(s, Stripe) and s.id == "line").pieces)


# Where the axle stands when a drawn run begins, whatever start the world names.
BEFORE_THE_LINE_MM = 100.0


class Pen:
    """Where the robot is while the moves are drawn."""

    def __init__(self, scene: Scene) -> None:
        self.line = line_of(scene)
        self._stand_at(-BEFORE_THE_LINE_MM, 0.0)
        self.t_us = 0

    def draw(self, moves: Moves) -> Iterator[State]:
        yield self._state(0)
        for move in moves:
            yield from self._draw(move)

    def _draw(self, move: dict[str, Any]) -> Iterator[State]:
        speed = move.get("speed_mm_s", 300)
        left = move.get("left_mm", 0.0)
        if "wait_ms" in move:
            for _ in range(move["wait_ms"] * 1000 // STATE_PERIOD_US):
                yield self._state(0)
        elif "along_mm" in move:
            start, way = self.s, move["along_mm"]
            for done in self._steps(abs(way), speed):
                self._stand_at(start + math.copysign(done, way), left)
                yield self._state(int(math.copysign(speed, way)))
        elif "turn_deg" in move:
            start = self.heading
            for done in self._steps(abs(move["turn_deg"]), 90):
                self.heading = start + math.copysign(done, move["turn_deg"])
                yield self._state(0)
        elif "place_mm" in move:
            (x, y), (tx, ty) = self.line.at(move["place_mm"])
            yield from self._straight(x - ty * left, y + tx * left, speed)
            self.s = move["place_mm"]
            self._stand_at(self.s, left)
            yield self._state(speed)
        else:
            yield from self._straight(*move["to_mm"], speed)

    def _straight(self, x: float, y: float, speed: int) -> Iterator[State]:
        x0, y0 = self.x, self.y
        way = math.hypot(x - x0, y - y0)
        self.heading = math.degrees(math.atan2(y - y0, x - x0))
        for done in self._steps(way, speed):
            self.x, self.y = x0 + (x - x0) * done / way, y0 + (y - y0) * done / way
            yield self._state(speed)

    def _steps(self, way: float, speed: float) -> Iterator[float]:
        step = speed * STATE_PERIOD_US / 1e6
        for number in range(1, math.ceil(way / step) + 1):
            yield min(number * step, way)

    def _stand_at(self, s: float, left: float) -> None:
        (x, y), (tx, ty) = self.line.at(s)
        self.s, self.x, self.y = s, x - ty * left, y + tx * left
        self.heading = math.degrees(math.atan2(ty, tx))

    def _state(self, speed_mm_s: int) -> State:
        pose = round(self.x * 1000), round(self.y * 1000), round(self.heading * 1000), speed_mm_s * 1000
        state = self.t_us, pose + (0,) * (len(state_fields(5)) - len(pose))
        self.t_us += STATE_PERIOD_US
        return state


def header_of(task: Task, variant: Variant, scene: Scene) -> dict[str, Any]:
    """A drawn trace's header."""
    return {
        "schema": SCHEMA,
        "engine": {"version": "0", "sha256": "0" * 64},
        "task": {"id": task.id, "version": task.version, "sha256": task.sha256},
        "variant": variant.id,
        "seed": 7,
        "profile": "nominal",
        "runtime": "cpython",
        "programs": [{"name": "drawn", "sha256": "1" * 64, "board": scene.robot.board}],
        "state_period_us": STATE_PERIOD_US,
        "state_fields": list(state_fields(5)),
        "scene": scene_to_json(scene),
    }


def drawn_trace(task: Task, variant: Variant, moves: Moves, end: dict[str, Any]) -> tuple[Trace, str]:
    """The trace of the drawn run, which stops where a live referee stops it, and what that referee said.

    `end` is the run's own end where no referee ends it.
    """
    scene = scene_of(task, variant)
    writer = TraceWriter(header_of(task, variant, scene))
    referee = Referee(task, scene)
    t_us, said = 0, ""
    for t_us, state in Pen(scene).draw(moves):
        writer.state(t_us, 0, state)
        said = referee.see(t_us, state)
        if said:
            break
    writer.event(t_us, 0, said or end["kind"], end.get("line", 0), end.get("cls", ""))
    return Trace.of(writer), said
