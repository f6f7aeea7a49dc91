"""The command itself: from its arguments to a run, its files and its report."""

import sys
import webbrowser
from pathlib import Path

import click
from marshrut.simulator.judge import QUIET_ENDS
from marshrut.simulator.program import load_program
from marshrut.simulator.result import Result, build_result
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.runners.factory import RUNTIMES
from marshrut.simulator.scene import FAULT_KINDS, fault_of
from marshrut.simulator.starts import MOST_ROBOTS
from marshrut.simulator.tasks.catalogue import find_task, find_variant

from ..choices import one_of, whole_number
from ..chosen_robot import check_one_robot, with_chosen_robot
from ..chosen_round import round_of
from ..out_file import check_out_folder
from ..usage import UsageProblem
from .environment import environment_of
from .files import view_folder, write_files
from .progress import ProgressBar
from .report import report


@click.command()
@click.argument("program", type=click.Path(path_type=Path))
@click.argument("rivals", nargs=-1, metavar="[RIVAL]...", type=click.Path(path_type=Path))
@click.option("--task", required=True, help="A task of the catalogue, a task's folder, or a world file.")
@click.option("--variant", help="Which of the task's worlds; the first one if left out.")
@click.option(
    "--round", "round_text", metavar="NUMBER", help="Draws the world of a variant that is drawn; 1 if left out."
)
@click.option("--runtime", help="cpython (starts fast, the default) or micropython (the board's own).")
@click.option(
    "--untrusted", is_flag=True, help="A stranger's program: on micropython, behind every wall this computer has."
)
@click.option("--board", help="A robot with that board; the task's own robot if left out.")
@click.option("--robot", help="Another robot: a name of the catalogue, or a robot's file.")
@click.option("--seed", default="7", help="Which physical robot and mat: a whole number.", show_default=True)
@click.option("--nominal", is_flag=True, help="Nothing varies: the robot of the data sheets.")
@click.option("--hard", is_flag=True, help="Everything varies twice as much.")
@click.option(
    "--fault",
    "faults",
    multiple=True,
    metavar="KIND[:DEVICE][@SECONDS][=VALUE]",
    help="Break something; may be given more than once. Kinds:\n\n" + ", ".join(FAULT_KINDS) + ".",
)
@click.option("--hide-faults", is_flag=True, help="Report, picture and replay do not name what is broken.")
@click.option("--out", type=click.Path(path_type=Path), help="Write result, trace, picture and replay there.")
@click.option("--json", is_flag=True, help="Print the result document and nothing else.")
@click.option("--view", is_flag=True, help="Open the replay in the browser.")
@click.option("--debug", is_flag=True, hidden=True)
def sim(
    program: Path,
    rivals: tuple[Path, ...],
    task: str,
    variant: str | None,
    round_text: str | None,
    runtime: str | None,
    board: str | None,
    robot: str | None,
    untrusted: bool,
    seed: str,
    nominal: bool,
    hard: bool,
    faults: tuple[str, ...],
    hide_faults: bool,
    out: Path | None,
    json: bool,
    view: bool,
    lang: str,
    debug: bool,
) -> int:
    """Run a program on a task and judge it. On the task `desk`, and in a world file, nothing is judged: a place to try
    things out.

    PROGRAM is a file, or a folder with main.py and the drivers and other files that it imports. Each RIVAL, up to
    three, drives a robot of its own in the same world, from the next [[start]] of its file; the first robot is judged.
    """
    if nominal and hard:
        raise UsageProblem("options-exclude", first="--nominal", second="--hard")
    check_one_robot(board, robot)
    if hide_faults and json:
        raise UsageProblem("options-exclude", first="--hide-faults", second="--json")
    the_program = load_program(program)
    the_rivals = [load_program(rival) for rival in rivals]
    if len(the_rivals) >= MOST_ROBOTS:
        raise UsageProblem("programs-many", count=len(the_rivals) + 1, most=MOST_ROBOTS)
    the_task = with_chosen_robot(find_task(task), board, robot)
    the_variant = find_variant(the_task, variant)
    conditions = Conditions(
        task=the_task,
        variant=the_variant,
        round_seed=round_of(the_variant, round_text),
        seed=whole_number("--seed", seed),
        profile="nominal" if nominal else "hard" if hard else "normal",
        runtime=one_of("--runtime", runtime or ("micropython" if untrusted else "cpython"), RUNTIMES),
        faults=tuple(fault_of(text) for text in faults),
        trusted=not untrusted,
    )
    folder = out if out is not None else view_folder() if view else None
    if folder is not None:
        check_out_folder(folder)
    with ProgressBar(the_task.time_limit_ms, lang, sys.stderr) as bar:
        run = run_program(the_program, conditions, bar.at, rivals=the_rivals)
    if debug and run.outcome.left:
        print(run.outcome.left, file=sys.stderr)
    result = build_result(run.trace, run.judgement, lang, environment_of(conditions.runtime))
    written: list[Path] = []
    if folder is not None:
        written = write_files(folder, run, result, the_task, lang, hide_faults=hide_faults)
    if json:
        sys.stdout.write(result.to_json())
    else:
        report(the_program, run, result, the_task, written, lang, rivals=the_rivals, hide_faults=hide_faults)
    if view and folder is not None:
        webbrowser.open((folder / "replay.html").resolve().as_uri())
    return _exit_code(result)


def _exit_code(result: Result) -> int:
    """0 for a pass; where nothing is judged, for a program that ended by itself or ran until its time was up."""
    if result.verdict == "error":
        return 3
    well = result.ended in QUIET_ENDS if result.verdict == "none" else result.verdict == "pass"
    return 0 if well else 1
