"""A small field with zones and objects, and runs drawn on it: where the robot and the objects are, second by second."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from marshrut.simulator.judge import Judgement, watcher_of
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import scene_to_json
from marshrut.simulator.scoring import judge_run
from marshrut.simulator.tasks import Task, load_task
from marshrut.simulator.trace import STATE_PERIOD_US, Trace, TraceWriter, state_fields

from .conftest import header_of, scene_of

WORLD = """
id = "field"
title = { ru = "Поле", kk = "Алаң", en = "Field" }
mat = { width_mm = 1500, height_mm = 1000, colour = "#ffffff" }
start = [
  { id = "start", x_mm = 200, y_mm = 500, heading_deg = 0 },
  { id = "second", x_mm = 1300, y_mm = 500, heading_deg = 180 },
]
zone = [
  { id = "home", points_mm = [[100, 400], [300, 400], [300, 600], [100, 600]] },
  { id = "goal", points_mm = [[900, 300], [1300, 300], [1300, 700], [900, 700]] },
  { id = "ring", x_mm = 750, y_mm = 500, diameter_mm = 1200 },
]
pin = [
  { id = "pin-1", x_mm = 600, y_mm = 300, height_mm = 120, diameter_mm = 60, mass_g = 50 },
  { id = "pin-2", x_mm = 600, y_mm = 700, height_mm = 120, diameter_mm = 60, mass_g = 50 },
]
box = [{ id = "crate", x_mm = 600, y_mm = 500, height_mm = 60, size_mm = [80, 60], mass_g = 100 }]
"""
TASK = """
id = "drawn"
version = 1
robot = "sensor-rover"
title = { ru = "Проба", kk = "Сынақ", en = "Trial" }
summary = { ru = "Проба.", kk = "Сынақ.", en = "Trial." }
limits = { time_limit_ms = 20_000, rule = "DR-1" }
presses = [{ button = "button", at_ms = 1000, for_ms = 100 }]
variants = [{ id = "only", world = "worlds/field.toml", start = "start", title = { ru = "а", kk = "ә", en = "a" } }]
rules = [{ id = "DR-1", source = "ours", text = { ru = "а", kk = "ә", en = "a" } }]
ranking = [{ by = "points", best = "high" }]
"""

# A drawn run: (s, what, …), in order of time. What: "robot" x y [heading], "rival" x y, "object" id x y [lying],
# "event" kind name, "rival-event" likewise. The robot is driven straight from place to place, or stands.
Step = tuple[Any, ...]


def task_with(folder: Path, rules: str) -> Task:
    """A task on that field, with these keys and tables besides, the keys first."""
    for name, text in (("worlds/field.toml", WORLD), ("task.toml", TASK + rules)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for lang in LANGUAGES:
        (folder / "text").mkdir(exist_ok=True)
        (folder / "text" / f"{lang}.md").write_text("# …\n", encoding="utf-8")
    return load_task(folder)


def judged(task: Task, steps: Sequence[Step], until_s: float, end: str = "program_end") -> Judgement:
    """Live and again from its trace, which must agree."""
    variant = task.variants[0]
    scene = scene_of(task, variant)
    scenes = [scene]
    header = header_of(task, variant, scene)
    if task.bout is not None:
        scenes.append(replace(scene, start=next(start for start in scene.mat.starts if start.id == "second")))
        rival = scene_to_json(scenes[1])
        header |= {
            "rivals": [{key: rival[key] for key in ("robot", "start", "faults")}],
            "programs": header["programs"] * 2,
        }
    watcher = watcher_of(task, scenes)
    writer = TraceWriter(header, watcher)
    numbers = {item.id: number for number, item in enumerate(scene.mat.objects)}
    todo = list(steps)
    places = [[each.start.x_mm, each.start.y_mm, each.start.heading_deg] for each in scenes]
    t_us, said = 0, ""
    while t_us <= until_s * 1e6 and not said:
        before = [tuple(place) for place in places]
        now = []
        while todo and todo[0][0] * 1e6 <= t_us:
            _, what, *how = todo.pop(0)
            if what in ("robot", "rival"):
                place = places[0 if what == "robot" else 1]
                place[: len(how)] = how
            else:
                now.append((what, how))
        for robot, (x, y, heading) in enumerate(places):
            was_x, was_y, was_heading = before[robot]
            way = ((x - was_x) ** 2 + (y - was_y) ** 2) ** 0.5
            turn = round((heading - was_heading) * 1e9 / STATE_PERIOD_US)
            speed = round(way * 1e9 / STATE_PERIOD_US)
            pose = round(x * 1000), round(y * 1000), round(heading * 1000), speed, turn
            state = pose + (0,) * (len(state_fields(5)) - len(pose))
            writer.state(t_us, robot, state)
            for what, how in now:
                if robot == (what == "rival-event"):
                    _write(writer, t_us, robot, what, how, numbers)
            said = watcher.see(t_us, state, robot)
        t_us += STATE_PERIOD_US
    for robot in range(len(scenes)):
        writer.event(t_us - STATE_PERIOD_US, robot, said or end)
    judgement = judge_run(task, Trace.of(writer))
    assert judgement.ended == said or not said or task.scored or task.bout, (
        "the live referee and the later judge disagree"
    )
    return judgement


def _write(
    writer: TraceWriter, t_us: int, robot: int, what: str, how: Sequence[Any], numbers: Mapping[str, int]
) -> None:
    if what == "object":
        name, x, y, *lying = how
        writer.move(t_us, numbers[name], round(x * 1000), round(y * 1000), 0, int(bool(lying and lying[0])))
    else:
        kind, name = how
        writer.event(t_us, robot, kind, 0, name)
