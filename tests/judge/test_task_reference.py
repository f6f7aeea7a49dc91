"""The page about task files says every key, in each language, with its limits and default; its examples run."""

import re
import typing
from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks import Task, load_task
from marshrut.simulator.tasks.model import Measure, TaskFile
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"
# What the page calls a key that must be there, and the items of a list.
WORDS = {"": ("needed", "items"), ".ru": ("нужен", "шт"), ".kk": ("керек", "дана")}
Row = tuple[str, str, str]  # key, limits, default


def page(lang: str) -> str:
    return (PAGES / f"task-files{lang}.md").read_text(encoding="utf-8")


def models_in(annotation: typing.Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for argument in typing.get_args(annotation) for model in models_in(argument)]


def shapes(root: type[BaseModel]) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    todo = [root]
    while todo:
        model = todo.pop()
        if model not in found:
            found.append(model)
            todo += [inner for field in model.model_fields.values() for inner in models_in(field.annotation)]
    return found


def choices(annotation: typing.Any) -> list[str]:
    """The words that a key may be."""
    if typing.get_origin(annotation) is typing.Literal:
        return [str(word) for word in typing.get_args(annotation)]
    return []


def bounds(field: FieldInfo) -> list[object]:
    """Those of a key that may be left out, too."""
    optional = [part for part in typing.get_args(field.annotation) if typing.get_origin(part) is typing.Annotated]
    inner = [info for part in optional for info in part.__metadata__ if isinstance(info, FieldInfo)]
    return [*field.metadata, *(rule for info in inner for rule in info.metadata)]


def limits(field: FieldInfo, items: str) -> str:
    words = choices(field.annotation)
    if words:
        return ", ".join(f"`{word}`" for word in words)
    least = most = None
    for rule in bounds(field):
        least = getattr(rule, "ge", getattr(rule, "min_length", least))
        most = getattr(rule, "le", most)
        if hasattr(rule, "gt"):
            least = rule.gt + 1  # all such keys are whole numbers
        if hasattr(rule, "lt"):
            most = rule.lt - 1
    if least is None or field.annotation is str:
        return ""
    if most is not None:
        return f"{least}–{most}"
    return f"≥ {least} {items}" if typing.get_origin(field.annotation) is tuple else f"≥ {least}"


def rows_of(text: str) -> list[set[Row]]:
    tables: list[set[Row]] = []
    for block in text.split("| --- | --- | --- | --- | --- |\n")[1:]:
        lines = block.partition("\n\n")[0].splitlines()
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        tables.append({(cell[0].strip("`"), cell[2], cell[3]) for cell in cells})
    return tables


@pytest.mark.parametrize("lang", WORDS)
def test_every_key_has_its_row_and_every_table_its_keys(lang: str) -> None:
    needed, items = WORDS[lang]
    wanted: list[set[Row]] = []
    for model in shapes(TaskFile):
        rows = {
            (key, limits(field, items), needed if field.default is PydanticUndefined else "—")
            for key, field in model.model_fields.items()
        }
        wanted.append(rows)
    assert len(wanted) == 41
    tables = rows_of(page(lang))
    assert sorted(map(sorted, tables)) == sorted(map(sorted, wanted))


@pytest.mark.parametrize("lang", WORDS)
def test_every_measure_is_told(lang: str) -> None:
    table = page(lang).split("\n| --- | --- | --- |\n")[1].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(typing.get_args(Measure))


def examples(lang: str) -> list[str]:
    return re.findall(r"^```toml\n(.*?)^```$", page(lang), re.M | re.S)


def test_the_examples_are_the_same_in_each_language() -> None:
    assert len(examples("")) == 4
    assert examples("") == examples(".ru") == examples(".kk")


@pytest.fixture
def example(tmp_path: Path) -> typing.Callable[[int, str], Task]:
    def written(number: int, world: str) -> Task:
        task, mat = examples("")[2 * number : 2 * number + 2]
        (tmp_path / "worlds").mkdir()
        (tmp_path / "text").mkdir()
        (tmp_path / "task.toml").write_text(task, encoding="utf-8")
        (tmp_path / "worlds" / world).write_text(mat, encoding="utf-8")
        for lang in LANGUAGES:
            (tmp_path / "text" / f"{lang}.md").write_text("# …\n", encoding="utf-8")
        return load_task(tmp_path)

    return written


def run(task: Task, text: str) -> tuple[str, str, str]:
    done = run_program(Program("main.py", {"main.py": text}), Conditions(task, task.variants[0], 7, "nominal"))
    return done.judgement.verdict, done.judgement.ended, "".join(text for _, _, text in done.trace.texts)


def test_the_example_that_is_not_judged(example: typing.Callable[[int, str], Task]) -> None:
    ask = "t = Pin(5, Pin.OUT)\nt.value(1)\nsleep_us(10)\nt.value(0)\n"
    listen = "print(time_pulse_us(Pin(17, Pin.IN), 1, 30000) * 343 // 2000)\n"
    program = f"from machine import Pin, time_pulse_us\nfrom time import sleep_us\n{ask}{listen}"
    verdict, ended, said = run(example(0, "corner.toml"), program)
    assert (verdict, ended) == ("none", "program_end")
    assert int(said) == pytest.approx(615, abs=6)


def test_the_example_that_is_judged(example: typing.Callable[[int, str], Task]) -> None:
    task = example(1, "wide.toml")
    assert task.judged and task.checks[0].points == 100
    assert run(task, "from rover import Rover\nRover().follower.follow(speed=200)\n")[:2] == ("pass", "goal")
    assert run(task, "")[:2] == ("fail", "program_end")
