"""The command itself: records and a robot file in, a report and a robot file out.

What reckons is imported when it is needed and not before: it takes longer to load than most commands take.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from marshrut.simulator.messages import say
from marshrut.simulator.scene import load_robot, load_world
from marshrut.simulator.scene.model import Robot, Start, WorldFile
from marshrut.simulator.tasks.catalogue import TASKS
from marshrut.simulator.toml_file import TomlFile

from ...choices import one_of
from ...out_file import check_out
from ...usage import UsageProblem
from ..named import robot_path
from .records import FitProblem, Record, read_record

if TYPE_CHECKING:
    from .fitting import Found

TASK = TASKS / "measure"
PROGRAM = TASK / "programs" / "program_end" / "measure.py"
STRIPS = TASK / "worlds" / "strips.toml"


@click.command()
@click.argument("logs", nargs=-1, metavar="LOG.csv…", type=click.Path(path_type=Path))
@click.option("--robot", help="The robot's file as it is known so far, or a name of the catalogue.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the robot's file with what was found.")
@click.option(
    "--battery", metavar="VOLTS", help="The battery's voltage without load, measured; for a robot that cannot tell."
)
@click.option(
    "--world", type=click.Path(path_type=Path), help="The mat it drove on, if not that of the task `measure`."
)
@click.option("--start", help="Where on that mat it began; its first start if left out.")
@click.option("--program", is_flag=True, help="Print the program that drives what is needed, and do nothing else.")
def fit(
    logs: tuple[Path, ...],
    robot: str | None,
    out: Path | None,
    battery: str | None,
    world: Path | None,
    start: str | None,
    program: bool,
    lang: str,
) -> int:
    """Fit a robot file to records of that robot, so that the model drives as it does.

    Weigh the robot and put its mass into the file first. Print the measuring program with --program, put it on the
    robot with `marshrut push`, run it over three strips as the task `measure` tells, and fetch its two records with
    `marshrut logs`. Records of other programs do, too, when they have left_count and right_count and left_duty and
    right_duty, or line1, line2 and so on.
    """
    if program:
        sys.stdout.write(PROGRAM.read_text(encoding="utf-8"))
        return 0
    if not logs:
        raise UsageProblem("argument-missing", name="LOG.csv", command="marshrut robot fit")
    if robot is None:
        raise UsageProblem("argument-missing", name="--robot", command="marshrut robot fit")
    if out is not None:
        check_out(out)  # at once: what follows takes long
        if out.suffix.lower() != ".toml":
            raise UsageProblem("fit-out", name=str(out))
    path = robot_path(robot)
    was = _with_voltage(load_robot(path), battery)
    place = load_world(world or STRIPS)
    begin = _start_of(place, start)
    records = [read_record(log) for log in logs]
    _check_each_once(records)
    with _waiting(say(lang, "fit-waiting")):
        from .fitting import fit_robot
        from .told import told_lines

        found = fit_robot(was, records, place.mat, begin, battery is not None)
    if not found.figures and not found.sensors and not found.strips:
        raise FitProblem("fit-no-strips", str(world or STRIPS))
    if not found.figures and not found.sensors:
        raise FitProblem("fit-nothing", str(logs[0]))
    for line in told_lines(was, found, records, lang):
        print(line)
    if out is not None:
        from .writing import write_robot

        write_robot(out, _text(path, was, found, battery is not None))
        print(say(lang, "fit-written", file=str(out)))
    else:
        print(say(lang, "fit-not-written"))
    return 0


def _text(path: Path, was: Robot, found: "Found", measured: bool) -> str:
    from .writing import changed_text, paths_of

    text = TomlFile(path).text
    places = found.robot.left.wheel_y_mm, found.robot.right.wheel_y_mm
    values = paths_of(text, found.kept(), places, found.sensors)
    if measured and "battery-v" not in found.kept():
        values["battery", "open_circuit_v"] = was.battery.open_circuit_v
    return changed_text(text, values)


def _check_each_once(records: list[Record]) -> None:
    """FitProblem where one record is given twice, as one file or as a copy, cut short or not: it would count as two
    that agree."""
    for number, record in enumerate(records):
        same = next((other for other in records[:number] if _begin_alike(record, other)), None)
        if same is not None:
            raise FitProblem("fit-record-twice", record.name, other=same.name)


def _begin_alike(one: Record, other: Record) -> bool:
    """Whether the shorter is the longer's beginning. Two drives have no thousandths of a second in common for long."""
    count = min(len(one.times_ms), len(other.times_ms))
    return one.times_ms[:count] == other.times_ms[:count] and all(
        one.columns[name][:count] == other.columns[name][:count] for name in one.columns.keys() & other.columns.keys()
    )


def _with_voltage(robot: Robot, text: str | None) -> Robot:
    if text is None:
        return robot
    if not re.fullmatch(r"[0-9]{1,2}([.,][0-9]{1,3})?", text) or not 0.5 <= float(text.replace(",", ".")) <= 60:
        raise UsageProblem("fit-volts", got=text)
    return replace(robot, battery=replace(robot.battery, open_circuit_v=float(text.replace(",", "."))))


def _start_of(place: WorldFile, name: str | None) -> Start:
    starts = {start.id: start for start in place.mat.starts}
    return starts[one_of("--start", name, list(starts))] if name is not None else place.mat.starts[0]


@contextmanager
def _waiting(words: str) -> Iterator[None]:
    """It takes a minute or some; on a terminal something moves meanwhile."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(file=sys.stderr).status(words):
        yield
