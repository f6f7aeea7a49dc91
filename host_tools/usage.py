"""A wrong command line, as a problem in the reader's language."""

from click import ClickException, UsageError
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchCommand, NoSuchOption
from marshrut.simulator.near_names import near_name
from marshrut.simulator.problems import Problem


class UsageProblem(Problem):
    """The command line cannot be understood."""


def usage_problem(error: ClickException, command: str) -> UsageProblem:
    """`command` is the one whose help is named where click does not say which it was."""
    context = error.ctx if isinstance(error, UsageError) else None
    command = context.command_path if context is not None else command
    if isinstance(error, NoSuchOption):
        near = near_name(error.option_name, list(error.possibilities or ()))
        if near:
            return UsageProblem("option-unknown-near", name=error.option_name, near=near)
        return UsageProblem("option-unknown", name=error.option_name, command=command)
    if isinstance(error, MissingParameter):
        name = error.param.human_readable_name if error.param is not None else ""
        return UsageProblem(
            "argument-missing", name=name.upper() if not name.startswith("-") else name, command=command
        )
    if isinstance(error, BadOptionUsage):
        return UsageProblem("option-value-missing", name=error.option_name, command=command)
    if isinstance(error, NoSuchCommand):
        return UsageProblem("command-unknown", name=error.command_name)
    if isinstance(error, UsageError) and error.message == "Missing command.":
        return UsageProblem("argument-missing", name="COMMAND", command=command)
    if isinstance(error, UsageError) and "extra argument" in error.message:
        return UsageProblem("argument-extra", name=error.message.rpartition("(")[2].rstrip(")"), command=command)
    return UsageProblem("usage-wrong", what=error.format_message())
