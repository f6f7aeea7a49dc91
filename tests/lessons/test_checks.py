"""Each check of a unit finds what it is there for, and nothing in a unit that is in order."""

import resource
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from marshrut.host_tools.lessons import bundle
from marshrut.host_tools.lessons.bundle import bundle_files, task_files, write_bundle
from marshrut.host_tools.lessons.checks import Plan, all_findings, run_checks
from marshrut.host_tools.lessons.checks.catalogue import catalogue_findings
from marshrut.host_tools.lessons.loading import UNITS, find_unit, load_unit, unit_ids
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.problems import Problem
from marshrut.simulator.tasks import load_task

UNIT = "line-p-control"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    goal = tmp_path / UNIT
    shutil.copytree(UNITS / UNIT, goal)
    return goal


def edit(place: str, before: str, after: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        file = folder / place
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")

    return make


def add(place: str, text: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / place).write_text(text, encoding="utf-8")

    return make


def spoil_bytes(place: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / place).write_bytes(b"\xff\xfe#\n")

    return make


def put_folder(place: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / place).unlink()
        (folder / place).mkdir()

    return make


def append(place: str, text: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        with (folder / place).open("a", encoding="utf-8") as file:
            file.write(text)

    return make


def swap(first: str, second: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        shutil.copyfile(folder / first, folder / second)

    return make


@contextmanager
def limited(most_bytes: int) -> Iterator[None]:
    """No file can be written that is larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def quick(folder: Path) -> set[str]:
    return {found.message_id for found in all_findings(load_unit(folder))}


@pytest.mark.parametrize("name", unit_ids())
def test_the_units_of_the_catalogue_are_in_order(name: str) -> None:
    assert [found.tell("en") for found in all_findings(find_unit(name))] == []


def test_the_catalogue_is_in_order() -> None:
    assert list(catalogue_findings([find_unit(name) for name in unit_ids()])) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (edit("i18n/kk/lesson.md", "## Зерттеу (20 мин)", "## Зерттеу (25 мин)"), {"unit-heading-missing"}),
        (edit("i18n/en/teacher.md", "## On the floor", "### On the floor"),
         {"unit-heading-missing", "unit-page-headings"}),
        (edit("unit.toml", "explore = 20", "explore = 30"), {"unit-heading-missing"}),
        (edit("i18n/en/lesson.md", "rover.drive.turn(5)", "rover.drive.turn(6)"), {"unit-page-code"}),
        (edit("i18n/ru/lesson.md", "# мм/с", "# скорость, мм/с"), set()),
        (edit("i18n/kk/lesson.md", "pictures/error.svg", "pictures/eror.svg"),
         {"unit-page-pictures", "unit-picture-missing"}),
        (edit("i18n/kk/card.md", "`sleep_ms(10)`", "күту"), {"unit-page-names"}),
        (swap("i18n/ru/teacher.md", "i18n/kk/teacher.md"),
         {"unit-page-copied", "unit-page-language", "unit-heading-missing"}),
        (append("i18n/en/card.md", "\nGo on with marshrut check maze-search mine/go.py\n"), {"unit-page-other"}),
        (append("i18n/en/card.md", "\nКарточка.\n"), {"unit-page-language"}),
        (edit("unit.toml", 'en = "Follow', 'en = "По линии: follow'), {"text-language"}),
        (edit("task/task.toml", 'en = "Oval"', 'en = "Овал"'), {"text-language"}),
        (append("i18n/en/lesson.md", "\n```python\nwhile True\n```\n"), {"unit-code-syntax", "unit-page-blocks"}),
        (edit("starter/main.py", "while True", "whil True"), {"unit-code-syntax"}),
        (add("pictures/spare.svg", "<svg/>"), {"unit-picture-unused"}),
        (edit("pictures/error.svg", ">+200<", ">error<"), {"unit-picture-words"}),
        (edit("i18n/ru/hints.md", "`finish`", "`goal`"), {"unit-hints-few", "unit-hints-unknown", "unit-page-names"}),
        (append("i18n/ru/hints.md", "3. Ещё одна.\n"), {"unit-hints-uneven"}),
        (swap("solutions/reference.py", "starter/main.py"), {"unit-bundle-solution"}),
        (add("starter/solutions.py", ""), set()),
        (spoil_bytes("i18n/en/lesson.md"), {"file-unreadable"}),
        (spoil_bytes("i18n/kk/hints.md"), {"file-unreadable"}),
        (add("i18n/kk/hints.md", ""),
         {"unit-hints-few", "unit-page-headings", "unit-page-language", "unit-page-names"}),
        (spoil_bytes("pictures/error.svg"), {"file-unreadable"}),
        (put_folder("pictures/error.svg"), {"unit-picture-missing"}),
        (spoil_bytes("mutants/no_loop.py"), {"program-not-utf8"}),
        (spoil_bytes("solutions/reference.py"), {"program-not-utf8"}),
        (spoil_bytes("starter/main.py"), {"program-not-utf8"}),
        (append("hidden/clockwise.toml", "x = = 1\n"), {"toml-syntax"}),
        (append("task/worlds/wave.toml", "x = = 1\n"), {"toml-syntax"}),
        (edit("unit.toml", 'start = "start"', 'start = "strat"'), {"name-unknown"}),
        (edit("task/task.toml", 'path = "line"', 'path = "lane"'), {"course-no-line"}),
    ],
)  # fmt: skip
def test_a_quick_check_finds_what_it_looks_for(copy: Path, spoil: Callable[[Path], None], told: set[str]) -> None:
    spoil(copy)
    assert quick(copy) == told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: None, set()),
        (edit("solutions/reference.py", "KP = 1.0", "KP = 0.3"), {"unit-reference-fails"}),
        (edit("starter/main.py", "turn_rate = 0", "turn_rate = error"), {"unit-starter-passes"}),
        (edit("mutants/weak_gain.py", "KP = 0.1", "KP = 1.0"), {"unit-mutant-passes"}),
        (edit("mutants/no_speed.py", "SPEED = 0", "SPEED = 200"), {"unit-mutant-other"}),
        (
            edit(
                "mutants/does_not_wait.py",
                "rover = Rover()",
                "rover = Rover()\nrover.button.wait_pressed()\nrover.line.calibrate(rover.drive)",
            ),
            {"unit-mutant-passes", "unit-check-unfailed"},
        ),
        (edit("mutants/no_loop.py", "rover.line.position()", "rover.line.place()"), {"unit-code-fails"}),
        (edit("i18n/ru/lesson.md", "rover.drive.turn(5)", "rover.drive.tern(5)"), {"unit-code-fails"}),
    ],
)
def test_a_run_finds_what_it_looks_for(copy: Path, spoil: Callable[[Path], None], told: set[str]) -> None:
    spoil(copy)
    plan = Plan(seeds=(1,), runtimes=("cpython",))
    assert {found.message_id for found in run_checks(load_unit(copy), plan)} == told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_finding_names_file_and_code(copy: Path, lang: str) -> None:
    add("pictures/spare.svg", "<svg/>")(copy)
    found = list(all_findings(load_unit(copy)))
    assert len(found) == 1 and "spare.svg: " in found[0].tell(lang) and found[0].tell(lang).endswith("[C180]")


def test_what_a_task_has_besides_worlds_is_given_too(copy: Path, tmp_path: Path) -> None:
    """A scorer, a picture that a world names, robots of its own."""
    task = copy / "task"
    words = ", ".join(f'{key} = {{ ru = "так", kk = "солай", en = "so" }}' for key in ("so", "not_so"))
    rule = next(line for line in (task / "task.toml").read_text("utf-8").splitlines() if line.startswith("rule = "))
    append("task/task.toml", f'\n[[penalties]]\nid = "p"\n{rule}\npoints = 1\nwhen = {{ kind = "scored", {words} }}\n')(
        copy
    )
    add("task/scorer.py", "# asked\n")(copy)
    append("task/worlds/oval.toml", '\n[[image]]\nfile = "mat.png"\n')(copy)
    add("task/worlds/mat.png", "a picture")(copy)
    (task / "robots").mkdir()
    for name in ("esp32-rover", "pico-rover"):
        shutil.copy(UNITS.parent / "robots" / f"{name}.toml", task / "robots")
    (copy / "pictures" / "more").mkdir()
    unit = load_unit(copy)
    write_bundle(unit, tmp_path / "given")
    given = tmp_path / "given" / UNIT / "task"
    assert load_task(given).sha256 == unit.judged_by.sha256
    assert (given / "worlds" / "mat.png").is_file() and (given / "robots" / "pico-rover.toml").is_file()


@pytest.mark.parametrize("lost", ["task/worlds/wave.toml", "task/robots/esp32-rover.toml"])
def test_a_copy_without_what_its_task_needs_is_a_fault(copy: Path, lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "task" / "robots").mkdir()
    shutil.copy(UNITS.parent / "robots" / "esp32-rover.toml", copy / "task" / "robots")
    assert quick(copy) == set()
    monkeypatch.setattr(bundle, "task_files", lambda task: (f for f in task_files(task) if f != copy / lost))
    found = list(all_findings(load_unit(copy)))
    assert [(each.message_id, each.params["names"]) for each in found] == [
        ("unit-bundle-lacks", lost.removeprefix("task/"))
    ]


def test_a_copy_appears_whole_or_not_at_all(copy: Path, tmp_path: Path) -> None:
    unit, out = load_unit(copy), tmp_path / "class" / "given"
    with limited(4000), pytest.raises(Problem, match="C35"):
        write_bundle(unit, out)
    assert not out.parent.exists()
    write_bundle(unit, out)
    own = out / UNIT / "mine.py"
    own.write_text("pass\n")
    add("starter/main.py", "# another\n")(copy)
    write_bundle(unit, out)
    assert own.is_file() and (out / UNIT / "starter" / "main.py").read_text() == "# another\n"
    assert [path.name for path in out.iterdir()] == [UNIT]


@pytest.mark.parametrize("name", unit_ids())
def test_what_a_pupil_is_given_gives_nothing_away(name: str, tmp_path: Path) -> None:
    unit = find_unit(name)
    write_bundle(unit, tmp_path)
    given = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(given) == len(list(bundle_files(unit))) > 10
    secret = {path.name for folder in ("solutions", "mutants", "hidden") for path in (unit.folder / folder).glob("*")}
    assert not secret & {path.name for path in given}
    assert not {"teacher.md", "unit.toml"} & {path.name for path in given}
    assert {"lesson.md", "card.md", "hints.md", "main.py", "task.toml"} <= {path.name for path in given}
