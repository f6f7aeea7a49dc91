"""`marshrut world generate`: a command for each kind of world, its options from the kind's own table."""

import sys
from pathlib import Path

import click
from marshrut.simulator.generators import KINDS, Kind, generate
from marshrut.simulator.messages import say
from marshrut.simulator.scene import load_robot, load_world
from marshrut.simulator.scene.model import Mat
from marshrut.simulator.toml_file import FileProblem

from ..choices import one_of, whole_number
from ..out_file import whole_file
from ..usage import UsageProblem
from .cautions import cautions_of
from .named import STANDARD_ROBOT


class Kinds(click.Group):
    """Says which kinds there are when it is asked for another one."""

    def resolve_command(self, context: click.Context, words: list[str]) -> tuple[str, click.Command, list[str]]:
        kind = one_of("generate", words[0], list(self.commands))
        return kind, self.commands[kind], words[1:]


@click.group("generate", cls=Kinds, invoke_without_command=True, no_args_is_help=True)
@click.pass_context
def generate_command(context: click.Context) -> None:
    """Make a world file from a seed: a track, a maze, a kegelring and more."""
    if context.invoked_subcommand is None:
        raise UsageProblem("argument-missing", name="KIND", command="marshrut world generate")


def _command(kind: Kind) -> click.Command:
    def make(seed: str, out: Path | None, lang: str, **given: str | None) -> int:
        numbers = {}
        for option in kind.options:
            text = given[option.name]
            if text is not None:
                numbers[option.name] = whole_number(_flag(option.name), text, option.least, option.most)
        world = generate(kind.name, whole_number("--seed", seed), numbers)
        if out is None:
            sys.stdout.write(world)
            return 0
        with whole_file(out) as partial:
            partial.write_text(world, encoding="utf-8", newline="\n")
            mat = _read_back(partial)
        print(say(lang, "generate-written", file=str(out)))
        for caution in cautions_of(out, mat, load_robot(STANDARD_ROBOT)):
            print(say(lang, "world-look", what=caution.tell(lang)))
        return 0

    options: list[click.Parameter] = [
        click.Option(["--seed"], default="1", show_default=True, help="Which of them: a whole number."),
        click.Option(["--out"], type=click.Path(path_type=Path), help="Write it to this file; printed if left out."),
    ]
    for option in kind.options:
        bounds, default = f"{option.least}…{option.most}", str(option.default)
        names = [_flag(option.name), option.name]
        options.append(click.Option(names, metavar=bounds, show_default=default, help=option.help))
    return click.Command(kind.name, callback=make, params=options, help=kind.help)


def _read_back(path: Path) -> Mat:
    """What is drawn there; a file of ours with faults is our fault, and must not replace a good one."""
    try:
        return load_world(path).mat
    except FileProblem as problem:
        raise RuntimeError(f"the drawn world is wrong: {problem}") from problem


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


for _kind in KINDS.values():
    generate_command.add_command(_command(_kind))
