"""The command itself: makes the board of a task, its ports and what shows it, and serves it until it is stopped."""

import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.program import Program
from marshrut.simulator.result import build_result
from marshrut.simulator.run import Conditions, Run, nominal_scene
from marshrut.simulator.runners.tracebacks import Fault
from marshrut.simulator.starts import MOST_ROBOTS
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.virtual_board.pacing import ByHand, Pacing, Timed, Unpaced
from marshrut.simulator.virtual_board.present import Present

from ..choices import whole_number
from ..chosen_robot import check_one_robot, with_chosen_robot
from ..chosen_round import round_of
from ..sim.environment import environment_of
from ..sim.fault_told import fault_told
from ..sim.files import write_files
from ..sim.report import report, report_lines
from ..usage import UsageProblem
from .hands import Hands
from .last_result import LastResult
from .page.boards_page import BoardsPage
from .places import DEFAULT_NAME, flash_of, link_of, page_address_of
from .seen_and_handled import handled, viewed
from .standing import DEFAULT_TCP, Standing, Where, close, make_boards, run_all

MAX_SPEED = 1000.0


@click.command()
@click.option("--task", default="desk", show_default=True, help="A task, a task's folder, or a world file.")
@click.option("--variant", help="Which of the task's worlds; the first one if left out.")
@click.option(
    "--round", "round_text", metavar="NUMBER", help="Draws the world of a variant that is drawn; 1 if left out."
)
@click.option("--board", "chip", help="A robot with that board; the task's own robot if left out.")
@click.option("--robot", help="Another robot: a name of the catalogue, or a robot's file.")
@click.option(
    "--name",
    default=DEFAULT_NAME,
    show_default=True,
    help="The board's name: its port and its flash are kept under it.",
)
@click.option("--link", type=click.Path(path_type=Path), help="Where its port is found.")
@click.option("--flash", type=click.Path(path_type=Path), help="The folder that is its flash.")
@click.option("--empty", is_flag=True, help="A new flash stays empty, as on a board from the shop.")
@click.option(
    "--rfc2217",
    "tcp",
    metavar="PORT",
    help=f"The TCP port for programs without serial ports; {DEFAULT_TCP} if it is free.",
)
@click.option(
    "--robots",
    metavar="NUMBER",
    default="1",
    show_default=True,
    help=f"How many robots stand there, at most {MOST_ROBOTS}; each has its own port.",
)
@click.option("--speed", default="1", show_default=True, help="Simulated seconds in a second, or max.")
@click.option(
    "--step", is_flag=True, help="Time stands until you let it pass, by `step`; tools that wait for the robot wait too."
)
@click.option("--seed", default="7", help="Which physical robot and mat: a whole number.", show_default=True)
@click.option("--nominal", is_flag=True, help="Nothing varies: the robot of the data sheets.")
@click.option("--hard", is_flag=True, help="Everything varies twice as much.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write each run's result, trace, picture and replay there."
)
@click.option("--view", is_flag=True, help="Open a page in the browser that shows it live.")
def board(
    task: str,
    variant: str | None,
    round_text: str | None,
    chip: str | None,
    robot: str | None,
    name: str,
    link: Path | None,
    flash: Path | None,
    empty: bool,
    tcp: str | None,
    robots: str,
    speed: str,
    step: bool,
    seed: str,
    nominal: bool,
    hard: bool,
    out: Path | None,
    view: bool,
    lang: str,
) -> int:
    """A robot on a serial port, in a task's world. mpremote, Thonny and `marshrut push` talk to it as to a real one.

    A terminal shows it live, with keys. Elsewhere lines on standard input are commands: start (a judged run), button,
    reset, hold (a start with the button held), unplug, plug, step, quit; with several robots after the robot's number.
    """
    if nominal and hard:
        raise UsageProblem("options-exclude", first="--nominal", second="--hard")
    check_one_robot(chip, robot)
    the_task = with_chosen_robot(find_task(task), chip, robot)
    the_variant = find_variant(the_task, variant)
    conditions = Conditions(
        task=the_task.unjudged() if the_task.bout is not None else the_task,  # one board alone is no bout
        variant=the_variant,
        round_seed=round_of(the_variant, round_text),
        seed=whole_number("--seed", seed),
        profile="nominal" if nominal else "hard" if hard else "normal",
        runtime="micropython",
    )
    count = whole_number("--robots", robots, 1, MOST_ROBOTS)
    if count > 1 and speed == "max":
        raise UsageProblem("options-exclude", first="--robots", second="--speed max")
    if count > 1 and (link is not None or flash is not None or tcp is not None):
        raise UsageProblem("options-exclude", first="--robots", second="--link, --flash, --rfc2217")
    _pacing(speed, step)  # what is wrong with it is said before anything is made
    if not re.fullmatch(r"[\w-]+", name):
        raise UsageProblem("board-name-form", got=name)
    if out is not None:
        _make_folder(out)
    names = [name, *(f"{name}-{number}" for number in range(2, count + 1))]
    tcp_port = whole_number("--rfc2217", tcp, 0, 65535) if tcp is not None else None
    places = [Where(link or link_of(each), flash or flash_of(each), tcp_port) for each in names]

    pages: list[BoardsPage] = []

    def reporter(number: int) -> _Reporter:
        told = LastResult(places[number].link) if link is None else None
        return _Reporter(conditions, lang, out, number if count > 1 else None, presents[number], told, pages)

    presents = [Present() for _ in places]
    boards = make_boards(conditions, places, lambda: _pacing(speed, step), reporter, presents.__getitem__, empty=empty)
    try:
        for each in boards:
            _say_hello(lang, each)
        hands = Hands([each.board for each in boards])
        with ExitStack() as stack:
            if view:
                page = viewed(boards, presents, hands, conditions, page_address_of(name), lang)
                pages.append(stack.enter_context(page))
            stack.enter_context(handled(boards, presents, hands, _pace_told(speed, step, lang), lang))
            run_all(boards)
    except KeyboardInterrupt:  # the way to stop it
        pass
    finally:
        close(boards)
    return 0


class _Reporter:
    """Tells of what becomes of a board: on standard output, and the pages where there are any."""

    def __init__(
        self,
        conditions: Conditions,
        language: str,
        out: Path | None,
        robot: int | None,
        present: Present,
        told: LastResult | None,
        pages: Sequence[BoardsPage],
    ) -> None:
        self._robot = robot
        self._present = present
        self._told = told
        self._pages = pages
        self._conditions = conditions
        self._language = language
        self._out = out
        self._runs = 0

    def run_ended(self, program: Program, run: Run) -> None:
        self._runs += 1
        task = self._conditions.task
        results = {
            lang: build_result(run.trace, run.judgement, lang, environment_of("micropython")) for lang in LANGUAGES
        }
        result = results[self._language]
        written: list[Path] = []
        if self._out is not None:
            try:
                written = write_files(self._folder(self._out), run, result, task, self._language)
            except UsageProblem as problem:  # the disk is full by now, say; the board lives on
                print(problem.tell(self._language), flush=True)
        if self._robot is not None:
            print(say(self._language, "board-robot", number=self._robot + 1))
        report(program, run, result, task, written, self._language)
        if self._told is not None:
            told = {lang: report_lines(program, run, each, task, lang) for lang, each in results.items()}
            self._told.keep({lang: "\n".join(line.plain for line in lines) for lang, lines in told.items()})
        if result.score is not None:
            points = say(self._language, "summary-points-value", points=result.score.points, max=result.score.max)
            self._present.judged(f"{say(self._language, f'verdict-{result.verdict}')} · {points}")
        for page in self._pages:
            page.run_ended(self._robot or 0, program, run, result)
        sys.stdout.flush()

    def _folder(self, out: Path) -> Path:
        robot = f"robot-{self._robot + 1}-" if self._robot is not None else ""
        return out / f"{robot}run-{self._runs:03}"

    def program_failed(self, program: Program, fault: Fault) -> None:
        if self._robot is not None:
            print(say(self._language, "board-robot", number=self._robot + 1))
        board = nominal_scene(self._conditions).robot.board
        print(fault_told(program, fault, board, self._language), flush=True)

    def noticed(self, what: str) -> None:
        print(say(self._language, f"board-noticed-{what}"), flush=True)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(out)) from None


def _pacing(speed: str, step: bool) -> Pacing:
    if step:
        return ByHand()
    if speed == "max":
        return Unpaced()
    try:
        factor = float(speed)
    except ValueError:
        factor = 0.0
    if not 0.01 <= factor <= MAX_SPEED:
        raise UsageProblem("speed-needed", got=speed)
    return Timed(factor)


def _pace_told(speed: str, step: bool, language: str) -> str:
    if step:
        return say(language, "live-pace-step")
    return say(language, "live-pace-max") if speed == "max" else f"×{float(speed):g}"


def _say_hello(language: str, standing: Standing) -> None:
    if standing.link is not None:
        print(f"{say(language, 'board-port')}: {standing.link}")
    print(f"{say(language, 'board-address')}: {standing.url}")
    print(f"{say(language, 'board-flash')}: {standing.flash}")
    print(say(language, "board-try", port=standing.port), flush=True)
