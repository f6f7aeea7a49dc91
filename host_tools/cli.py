"""`marshrut`: finds the job, and turns whatever goes wrong into one sentence and an exit code.

Exit codes: 0 passed, or where nothing is judged ended well; 1 did not pass; 2 bad input or usage; 3 the tool or its
environment failed; 130 broken off, by Ctrl-C or because nobody reads the output any more.
"""

import os
import signal
import sys
import traceback
from errno import EINVAL, EPIPE
from io import TextIOWrapper

import click
from marshrut.simulator.problems import Problem, tell
from marshrut.simulator.runners.child import ChildGone
from marshrut.simulator.runners.micropython import MicroPythonMissing
from marshrut.simulator.toml_file import FileProblem

from .board.command import board
from .board_files.ls import ls
from .board_files.pull import pull
from .cable.problem import CableProblem
from .common_options import add_common_options
from .compare.command import compare
from .doctor.command import doctor
from .faults_told import faults_told
from .help_page import help_page
from .language import chosen_language
from .lessons.command import unit
from .lessons.pupil_check import pupil_check
from .logs.command import logs
from .push.command import push
from .push.install import install
from .rescue.command import rescue
from .robot.command import robot
from .sim.command import sim
from .task.command import task
from .usage import usage_problem
from .world.command import world

BAD_INPUT, OWN_FAULT, INTERRUPTED = 2, 3, 130
NOBODY_READS = (EPIPE, EINVAL)  # a pipe whose reader has gone, as `head` does; Windows has the second


@click.group(context_settings={"help_option_names": [], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show the inside of a fault of ours.")
def app(debug: bool) -> None:
    """Robot programs in the simulator: run, judge, watch."""


app.add_command(sim)
app.add_command(board)
app.add_command(push)
app.add_command(pull)
app.add_command(ls)
app.add_command(logs)
app.add_command(install)
app.add_command(rescue)
app.add_command(compare)
app.add_command(doctor)
app.add_command(world)
app.add_command(robot)
app.add_command(task)
app.add_command(pupil_check)
app.add_command(unit)
add_common_options(app)


def main() -> None:
    """The entry point of the console script."""
    # A closed terminal or a `timeout` must not leave a program running: end as with Ctrl-C.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _break_off)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter that its encoding lacks must not end the command
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left in it
        code = INTERRUPTED
        if fault.errno not in NOBODY_READS:
            code = _say(_own_fault(fault, chosen_language(sys.argv, os.environ)), OWN_FAULT)
    sys.exit(code)


def _break_off(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def run(arguments: list[str]) -> int:
    """Carry out the command; returns the exit code."""
    lang = chosen_language(arguments, os.environ)
    debug = "--debug" in arguments
    try:
        code = app.main(arguments, prog_name="marshrut", standalone_mode=False, obj=lang)
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as nothing:
        print(help_page(nothing.ctx, lang) if nothing.ctx else "")
        return BAD_INPUT
    except click.ClickException as error:
        meant = next((f"marshrut {word}" for word in arguments if word in app.commands), "marshrut")
        return _say(usage_problem(error, meant).tell(lang), BAD_INPUT)
    except MicroPythonMissing as missing:
        return _say(tell(lang, f"{missing.part}-missing"), OWN_FAULT)
    except FileProblem as problem:
        return _say("\n".join(faults_told(problem, lang)), BAD_INPUT)
    except CableProblem as problem:
        return _say(problem.tell(lang), OWN_FAULT)
    except Problem as problem:
        return _say(problem.tell(lang), BAD_INPUT)
    except (KeyboardInterrupt, click.Abort):
        return _say(tell(lang, "interrupted"), INTERRUPTED)
    except ChildGone as gone:
        if debug:
            print(gone.stderr, file=sys.stderr)
        return _say(tell(lang, "child-lost"), OWN_FAULT)
    except SystemExit:
        return INTERRUPTED  # so click ends where the reader of our output has gone
    except Exception as fault:
        if debug:
            traceback.print_exc()
        return _say(_own_fault(fault, lang), OWN_FAULT)


def _own_fault(fault: Exception, lang: str) -> str:
    return tell(lang, "own-fault", what=f"{type(fault).__name__}: {fault}")


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
