"""The options that every command has: `--lang`, `--debug` and `--help`."""

import click
from marshrut.simulator.messages import LANGUAGES

from .choices import one_of
from .help_page import help_page


def add_common_options(command: click.Command) -> None:
    """To the command and all below it. A command takes `lang`, one of LANGUAGES; where it is not given, that of the
    call, which is the outermost context's `obj`. A group's is checked only, and holds for its commands as part of the
    call. `--debug` is read where faults are told; a command that looks at it itself declares it itself."""
    is_group = isinstance(command, click.Group)
    lang = click.Option(["--lang"], expose_value=not is_group, callback=_language, help="ru, kk or en.")
    debug = click.Option(["--debug"], is_flag=True, expose_value=False, hidden=True)
    shown = click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show,
        help="Show this message and exit.",
    )
    own = {option.name for option in command.params}
    command.params += [option for option in (lang, debug, shown) if option.name not in own]
    if isinstance(command, click.Group):
        for below in command.commands.values():
            add_common_options(below)


def _language(context: click.Context, option: click.Parameter, given: str | None) -> str:
    return context.obj if given is None else one_of("--lang", given, LANGUAGES)


def _show(context: click.Context, option: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(help_page(context, context.obj))
        context.exit()
