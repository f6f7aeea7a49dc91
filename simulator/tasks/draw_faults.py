"""What is wrong with a draw before anything is drawn: a file too, or neither, or numbers that its kind has not."""

from collections.abc import Iterator

from ..generators import KINDS, GeneratorProblem, generate
from ..near_names import near_name
from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .model import Draw, TaskFile
from .rounds import FIRST_ROUND


def draw_faults(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    for index, variant in enumerate(task.variants):
        place: KeyPath = ("variants", index)
        if not variant.world and variant.draw is None:
            yield toml.problem(
                (*place, "world"), "key-missing", key=toml.name((*place, "world")), wanted="text", name="world"
            )
        elif variant.draw is not None:
            place = (*place, "draw")
            if variant.world:
                yield toml.problem(place, "variant-two-worlds", key=toml.name(place))
            wrong = list(_number_faults(toml, place, variant.draw))
            yield from wrong or _together(toml, place, variant.draw)


def _number_faults(toml: TomlFile, place: KeyPath, draw: Draw) -> Iterator[FileProblem]:
    options = {option.name: option for option in KINDS[draw.kind].options}
    for name, got in draw.numbers.items():
        path = (*place, name)
        key = toml.name(path)
        option = options.get(name)
        if option is None:
            near = near_name(name, list(options))
            if near:
                yield toml.problem(path, "key-unknown-near", key=key, near=near)
            else:
                yield toml.problem(path, "key-unknown", key=key, known=", ".join(options))
        elif got < option.least:
            yield toml.problem(path, "value-range", key=key, bound="at_least", limit=option.least, got=str(got))
        elif got > option.most:
            yield toml.problem(path, "value-range", key=key, bound="at_most", limit=option.most, got=str(got))


def _together(toml: TomlFile, place: KeyPath, draw: Draw) -> Iterator[FileProblem]:
    """Numbers that are each in range and make no world."""
    try:
        generate(draw.kind, FIRST_ROUND, draw.numbers)
    except GeneratorProblem as problem:
        yield toml.problem(place, problem.message_id, **problem.params)
