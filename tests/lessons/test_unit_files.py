"""A unit's file tells all its faults of one kind at once, each with its line; its schema is published."""

import re
import shutil
from pathlib import Path

import pytest
from marshrut.host_tools.lessons.loading import UNITS, UnitError, find_unit, load_unit, unit_ids
from marshrut.host_tools.lessons.model import HiddenWorld, Mutant, Outcome, PhaseMinutes, Triz, UnitFile
from marshrut.host_tools.lessons.schema import SCHEMA_FILE, json_schema
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.tasks.loading import UnknownName

UNIT = "line-p-control"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    goal = tmp_path / UNIT
    shutil.copytree(UNITS / UNIT, goal)
    return goal


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.mark.parametrize("name", unit_ids())
def test_every_unit_of_the_catalogue_can_be_read(name: str) -> None:
    unit = find_unit(name)
    assert unit.id == name and unit.solutions and len(unit.mutants) >= 6
    assert unit.minutes.total <= 180


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('id = "line-p-control"', 'id = "another"', "unit-id"),
        ("least = 5, most = 7", "least = 8, most = 7", "unit-grades"),
        ('fails = "off-line"', 'fails = "off-lime"', "name-unknown-near"),
        ('says = "judge-off-line-for-so"', 'says = "judge-off-lime"', "unit-message"),
        ('variant = "wave"', 'variant = "waves"', "name-unknown-near"),
        ('file = "weak_gain.py"', 'file = "weak.py"', "file-missing"),
        ('file = "weak_gain.py"', f'file = "{"a" * 300}.py"', "file-missing"),
        ('file = "weak_gain.py"', 'file = "no_loop.py"', "name-twice"),
        ('checks = ["finish"]', 'checks = ["goal"]', "name-unknown"),
        ('"feedback", ', '"feed-back", ', "unit-concept-near"),
        ('requires = ["command", ', 'requires = ["gain", ', "unit-concept-both"),
        ('world = "hidden/clockwise.toml"', 'world = "task/worlds/wave.toml"', "unit-file-place"),
        ('world = "hidden/clockwise.toml"', 'world = "hidden/../task/worlds/wave.toml"', "unit-file-place"),
        ('file = "no_loop.py"', 'file = "../solutions/reference.py"', "unit-file-place"),
        ('id = "clockwise"', 'id = "oval"', "name-twice"),
        ("grades =", 'task = "line-sprint"\ngrades =', "unit-task-twice"),
        ("prepare = 5", "prepare = 0", "value-range"),
    ],
)
def test_a_fault_is_told_with_its_line(copy: Path, before: str, after: str, told: str) -> None:
    change(copy / "unit.toml", before, after)
    with pytest.raises(UnitError) as caught:
        load_unit(copy)
    assert told in {fault.message_id for fault in (caught.value, *caught.value.others)}
    at = next(fault for fault in (caught.value, *caught.value.others) if fault.message_id == told)
    assert at.line > 0
    for lang in LANGUAGES:
        assert re.search(r"unit\.toml:\d+: .*\[C\d+\]$", at.tell(lang))


def test_a_link_does_not_make_a_shown_world_a_hidden_one(copy: Path) -> None:
    hidden = copy / "hidden" / "clockwise.toml"
    hidden.unlink()
    hidden.symlink_to(copy / "task" / "worlds" / "wave.toml")
    with pytest.raises(UnitError, match="C168"):
        load_unit(copy)


def test_all_faults_are_told_at_once(copy: Path) -> None:
    change(copy / "unit.toml", 'fails = "start"', 'fails = "begin"')
    change(copy / "unit.toml", 'fails = "finish"', 'fails = "end"')
    (copy / "i18n" / "kk" / "card.md").unlink()
    (copy / "mutants" / "another.py").write_text("")
    with pytest.raises(UnitError) as caught:
        load_unit(copy)
    told = [fault.message_id for fault in (caught.value, *caught.value.others)]
    assert sorted(told) == ["file-missing", "name-unknown", "name-unknown", "unit-file-unnamed"]


def test_a_unit_without_a_task_and_one_with_a_task_of_the_catalogue(copy: Path) -> None:
    shutil.rmtree(copy / "task")
    with pytest.raises(UnitError, match="C163"):
        load_unit(copy)
    change(copy / "unit.toml", "grades =", 'task = "line-sprint"\ngrades =')
    with pytest.raises(UnitError) as caught:
        load_unit(copy)
    assert {fault.message_id for fault in (caught.value, *caught.value.others)} <= {"name-unknown", "name-unknown-near"}


def test_a_unit_that_is_not_there() -> None:
    with pytest.raises(UnknownName, match="line-p-control"):
        find_unit("line-p-contrl")
    with pytest.raises(UnknownName, match="There is no unit"):
        find_unit("cooking")


def test_the_published_schema_is_that_of_the_model() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema()


@pytest.mark.parametrize("lang", ["", ".ru", ".kk"])
def test_the_page_about_units_names_every_key(lang: str) -> None:
    text = (SCHEMA_FILE.parent / f"units{lang}.md").read_text(encoding="utf-8")
    tables = (UnitFile, PhaseMinutes, Triz, Outcome, Mutant, HiddenWorld)
    keys = {name for table in tables for name in table.model_fields} | {"least", "most"}
    assert {key for key in keys if not re.search(rf"[`\[ ]{key}[`\] ]", text)} == set()
