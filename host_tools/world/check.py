"""`marshrut world check`: is the file right, what is on the mat, and what would surprise a robot there?"""

import sys

import click
from marshrut.simulator.messages import say
from marshrut.simulator.problems import Problem
from marshrut.simulator.scene import load_robot, load_world
from marshrut.simulator.scene.assembly import check_world_faults
from marshrut.simulator.scene.model import Robot
from marshrut.simulator.toml_file import FileProblem

from ..faults_told import faults_told
from ..robot.named import robot_path
from .cautions import cautions_of
from .contents import contents_told
from .named import NamedWorld, named_world


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--robot", help="Who would stand there: a robot's file or a name of the catalogue; the task's if left out."
)
def check(files: tuple[str, ...], robot: str | None, lang: str) -> int:
    """Find all faults of world files; of those without faults, tell what is on the mat and what to look at.

    FILE is a world file, or TASK[:VARIANT[:ROUND]] of the catalogue.
    """
    machine = load_robot(robot_path(robot)) if robot is not None else None
    wrong = False
    for name in files:
        try:
            _tell(name, named_world(name), machine, lang)
        except FileProblem as problem:
            wrong = True
            print("\n".join(faults_told(problem, lang)), file=sys.stderr)
        except Problem as problem:
            wrong = True
            print(problem.tell(lang), file=sys.stderr)
    return 2 if wrong else 0


def _tell(name: str, named: NamedWorld, robot: Robot | None, lang: str) -> None:
    world, machine = load_world(named.source), robot or load_robot(named.robot)
    check_world_faults(named.source, machine, world.faults)
    size = {"width": f"{world.mat.width_mm:g}", "height": f"{world.mat.height_mm:g}"}
    print(say(lang, "world-fine", file=name, title=dict(world.title)[lang], **size))
    for line in contents_told(world, lang):
        print(f"  {line}")
    cautions: list[Problem] = [*world.notes, *cautions_of(named.source, world.mat, machine)]
    for caution in cautions:
        print("  " + say(lang, "world-look", what=caution.tell(lang)))
