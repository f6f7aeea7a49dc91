"""What a pupil is told of a run that did not pass, beside what the referee says: where it happened, and how."""

from collections.abc import Iterator
from dataclasses import dataclass

from marshrut.simulator.judge import Mark
from marshrut.simulator.judge.line_loss import LineLoss, loss_at
from marshrut.simulator.judge.whereabouts import Whereabouts, where_on_lap
from marshrut.simulator.messages import Param, say
from marshrut.simulator.run import Run
from marshrut.simulator.scene import scene_from_json
from marshrut.simulator.shown_time import shown_seconds
from marshrut.simulator.tasks.model import Task

STARTED_MM = 10  # a robot that came less far along the lap is told as one that did not start


@dataclass(frozen=True)
class Said:
    """A sentence as data."""

    message_id: str
    params: dict[str, Param]

    def tell(self, lang: str) -> str:
        return say(lang, self.message_id, **self.params)


@dataclass(frozen=True)
class Story:
    """`mark` is the moment and place to look at."""

    mark: Mark
    said: tuple[Said, ...]


def story_of(run: Run, task: Task) -> Story:
    """Of a run that did not pass: the loss of the line from which it did not recover, else its end."""
    scene = scene_from_json(run.trace.header["scene"])
    marks = run.judgement.marks
    loss = _last_loss(marks)
    mark = loss or marks[-1]
    where = where_on_lap(task, scene, mark)
    said = [_on_mat(mark, task.start_ms)] if where is None else list(_place(where, mark, lost=loss is not None))
    if loss is not None and (how := loss_at(task, scene, run.own, loss)) is not None:
        said.append(_loss(how))
    return Story(mark, tuple(said))


def _last_loss(marks: tuple[Mark, ...]) -> Mark | None:
    """The last one, where the line was not found again."""
    followed: Iterator[Mark] = (mark for mark in reversed(marks) if mark.kind in ("lost", "regained"))
    last = next(followed, None)
    return last if last is not None and last.kind == "lost" else None


def _place(where: Whereabouts, mark: Mark, *, lost: bool) -> Iterator[Said]:
    time_s = shown_seconds(mark.t_ms)
    if where.along_mm >= STARTED_MM:
        params: dict[str, Param] = {
            "time_s": time_s,
            "along_m": round(where.along_mm / 1000, 1),
            "bend": where.bend,
            "number": where.number,
        }
        yield Said("check-place-lost" if lost else "check-place-end", params)
    elif lost:
        yield Said("check-place-lost-early", {"time_s": time_s})


def _on_mat(mark: Mark, began_ms: int) -> Said:
    """Where there is no way along which to count; by the checks' clock too, which `began_ms` after power-on begins."""
    params: dict[str, Param] = {
        "time_s": shown_seconds(mark.t_ms),
        "started": int(0 < began_ms <= mark.t_ms),
        "since_start_s": shown_seconds(max(mark.t_ms - began_ms, 0)),
        "x_mm": max(mark.x_mm, 0),
        "y_mm": max(mark.y_mm, 0),
    }
    return Said("check-place-mat", params)


def _loss(how: LineLoss) -> Said:
    params: dict[str, Param] = {
        "side": how.side,
        "turn": "left" if how.turned_deg_s > 0 else "right",
        "turned_deg_s": abs(how.turned_deg_s),
        "speed_mm_s": how.speed_mm_s,
        "away_deg": how.away_deg,
        "back_deg": how.back_deg,
    }
    return Said(f"check-loss-{how.turned}", params)
