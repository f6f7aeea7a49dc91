"""Task files: line-sprint as it is, and what is said about files that are wrong."""

import re
import shutil
from pathlib import Path

import pytest
from marshrut.simulator.judge import CourseError, Referee
from marshrut.simulator.scene import load_scene
from marshrut.simulator.tasks import Task, TaskError, UnknownName, find_task, find_variant, load_task, task_ids

LINE_SPRINT = Path(__file__).parent.parent.parent / "curriculum" / "tasks" / "line-sprint"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of line-sprint to spoil."""
    copy = tmp_path / "line-sprint"
    shutil.copytree(LINE_SPRINT, copy, ignore=shutil.ignore_patterns("programs"))
    return copy


def spoil(folder: Path, old: str, new: str) -> None:
    path = folder / "task.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_with(folder: Path, text: str) -> int:
    lines = (folder / "task.toml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_line_sprint_is_whole() -> None:
    task = find_task("line-sprint")
    assert sum(check.points for check in task.checks) == 100
    assert task.time_limit_ms == 180_000
    assert [variant.id for variant in task.variants] == ["oval", "s-bends", "technical", "round"]
    cited = {check.rule for check in task.checks} | {rule.rule for rule in task.conduct} | {task.limits.rule}
    # LS-1 and LS-6 say what is meant, LS-11 and LS-12 how runs rank, LS-13 which robots may take part, LS-14 attempts,
    # LS-15 and LS-16 what the line is like.
    uncited = {"LS-1", "LS-6", "LS-11", "LS-12", "LS-13", "LS-14", "LS-15", "LS-16"}
    assert {rule.id for rule in task.rules} - cited == uncited
    assert all(rule.origin for rule in task.rules if rule.source == "regulation")
    for lang in ("ru", "kk", "en"):
        assert "20" in (task.folder / "text" / f"{lang}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("variant", ["oval", "s-bends", "technical"])
def test_every_variant_has_a_course_and_a_start_before_the_line(variant: str) -> None:
    task = find_task("line-sprint")
    chosen = find_variant(task, variant)
    scene = load_scene(task.world_path(chosen), task.robot_path, chosen.start, task.button_presses)
    assert Referee(task, scene).lap.length_mm > 4000


def test_a_start_beyond_the_line_is_refused(folder: Path) -> None:
    world = folder / "worlds" / "oval.toml"
    world.write_text(world.read_text(encoding="utf-8").replace("x_mm = 850", "x_mm = 930", 1), encoding="utf-8")
    task = load_task(folder)
    scene = load_scene(task.world_path(task.variants[0]), task.robot_path)
    with pytest.raises(CourseError, match="already past the start line"):
        Referee(task, scene)


def test_a_world_without_the_line_is_refused(folder: Path) -> None:
    spoil(folder, 'path = "line"', 'path = "track"')
    task = load_task(folder)
    with pytest.raises(CourseError, match="no closed line `track`"):
        Referee(task, load_scene(task.world_path(task.variants[0]), task.robot_path))


FAULTS = [
    ("version = 1", "version = 1.5", "`version` must be a whole number; it says 1.5."),
    ("version = 1", "versoin = 1", "There is no key `versoin` here. Did you mean `version`?"),
    ("time_limit_ms = 180_000", 'time_limit_ms = "3 min"', '`limits.time_limit_ms` must be a whole number; it says "3'),
    ("time_limit_ms = 180_000", "time_limit_ms = 0", "`limits.time_limit_ms` must be more than 0; it says 0."),
    ("time_limit_ms = 180_000", "time_limit_ms = 180 000", "The line `time_limit_ms = 180 000` is not written"),
    ('rule = "LS-9"', 'rule = "LS-99"', "`limits.rule` names `LS-99`, which is not there. Did you mean `LS-9`?"),
    ('kind = "rejoin"', 'kind = "rejion"', "`conduct[rejoin].when.kind` cannot be `rejion`. Did you mean `rejoin`?"),
    ("slack_mm = 20", "slack = 20", "There is no key `conduct[rejoin].when.slack` here. Did you mean `slack_mm`?"),
    ("slack_mm = 20", "slack_mm = -1", "`conduct[rejoin].when.slack_mm` must be at least 0; it says -1."),
    ("percent = 25", "percent = 100", "`checks[quarter-1].when.percent` must be less than 100; it says 100."),
    ('line = "finish"', 'line = "finsh"', "`checks[finish].when.line` cannot be `finsh`. Did you mean `finish`?"),
    ('kind = "progress"', 'kind = "rejoin"', "`checks[quarter-1].when.kind` cannot be `rejoin`; it can be: crossed, "),
    ('kind = "left_field"', 'kind = "outside"', "The key `conduct[left-field].when.zone` is missing."),
    ('id = "rejoin"', 'id = "false-start"', "`conduct[2].id`: the name `false-start` is already taken."),
    ('id = "quarter-2"', 'id = "quarter-1"', "`checks[3].id`: the name `quarter-1` is already taken."),
    ('goal = ["finish"]', 'goal = ["finsh"]', "`goal[1]` names `finsh`, which is not there. Did you mean `finish`?"),
    ('goal = ["finish"]', 'goal = ["start", "rejoin"]', "`goal[2]` names `rejoin`; there are: start, quarter-1, "),
    ('goal = ["finish"]', "goal = []", "`goal` needs at least 1 item; it has 0."),
    ('goal = ["finish"]', "", "The key `goal` is missing. Try: add `goal =` and a list"),
    ('world = "worlds/oval.toml"', 'world = "worlds/ovla.toml"', "Did you mean `worlds/oval.toml`?"),
    ('robot = "esp32-rover"', 'robot = "esp32-rovre"', "`robot` names `esp32-rovre`, which is not there."),
    ('by = "progress_mm"', 'by = "progres_mm"', "`ranking[2].by` cannot be `progres_mm`. Did you mean `progress_mm`?"),
    ('when = { kind = "false_start" }', "", "The key `conduct[false-start].when` is missing."),
    ('verdict = "void"', "", "The key `conduct[false-start].verdict` is missing."),
    ('goal = ["finish"]', 'goal = ["finish", "finish"]', "`goal[2]` names `finish` a second time."),
    ('by = "progress_mm"', 'by = "points"', "`ranking[2].by` names `points` a second time."),
    ("at_ms = 1000", "at_ms = 180_000", "`presses[1].at_ms` must be less than 180000; it says 180000."),
    ('kind = "rejoin"', f'kind = "{"x" * 3000}"', "`conduct[rejoin].when.kind` cannot be `xxxxxxxxxx"),
    ('world = "worlds/oval.toml"', f'world = "{"w" * 5000}"', "`variants[oval].world` names `wwwwwwwwww"),
    ('slack_mm = 20', f'slack_mm = 20, {"s" * 3000} = 1', "There is no key `conduct[rejoin].when.ssssssssss"),
    ('en = "Line sprint"', 'en = "\\u001b[31mLine"', '`title.en` cannot be written as "\\u001b[31mLine".'),
    ('kind = "rejoin"', 'kind = "rejoin\\u001b["', "`conduct[rejoin].when.kind` cannot be `rejoin\\x1b[`. Did"),
    ('slack_mm = 20', 'slack_mm = 20, "a\\u009bb" = 1', "There is no key `conduct[rejoin].when.a\\x9bb` here"),
    ('source = "ours"', 'source = "mine"', "`rules[1].source` cannot be `mine`; it can be: regulation, ours."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS, ids=[new[:40] or "missing" for _, new, _ in FAULTS])
def test_a_fault_names_file_line_and_key(folder: Path, old: str, new: str, sentence: str) -> None:
    line = line_with(folder, old)
    spoil(folder, old, new)
    with pytest.raises(TaskError) as caught:
        load_task(folder)
    text = str(caught.value)
    assert sentence in text
    assert "line-sprint/task.toml:" in text
    assert "\n" not in text
    if new:
        assert caught.value.line == line, text


def test_a_title_of_blanks_is_refused(folder: Path) -> None:
    spoil(folder, 'en = "Line sprint"', 'en = " \\u00a0"')
    with pytest.raises(TaskError) as caught:
        load_task(folder)
    assert (caught.value.message_id, caught.value.key) == ("value-empty", "title.en")


def test_a_robot_from_elsewhere_is_refused(folder: Path) -> None:
    (folder / "robots").mkdir()
    (folder / "robots" / "esp32-rover.toml").symlink_to(LINE_SPRINT.parent.parent / "robots" / "esp32-rover.toml")
    with pytest.raises(TaskError, match="does not lie in the task's folder") as found:
        load_task(folder)
    assert found.value.line == line_with(folder, "robot =")


SCORE = "[score]\n{}\n\n[[checks]]"
IN_START = 'id = "start"\n{}\nrule = "LS-3"'
CROSSED = '{ kind = "crossed", line = "start" }'
STOPPED = '{{ kind = "stopped_in", zone = "here", part = "all", for_ms = {for_ms} }}'
CONTRADICTIONS = [
    ("[[checks]]", SCORE.format("floor = 50\ncap = 10"), "floor", "`score.floor` must be at most 10; it says 50."),
    ("[[checks]]", SCORE.format("factor = 3.0"), "[score]", "The key `score.factor_if` is missing."),
    ("count = 3", "count = 2\nbest = 5", "best = 5", "`attempts.best` must be at most 2; it says 5."),
    (IN_START.format(""), IN_START.format('group = "a"'), "group = ", "Only one check has the group `a`"),
    (IN_START.format(""), IN_START.format("by_attempt = []"), "by_attempt", "].by_attempt` must not be empty."),
    (CROSSED, STOPPED.format(for_ms=180_001), "stopped_in", "].when.for_ms` must be at most 180000; it says 180001."),
    (CROSSED, '{ kind = "caught", gap_mm = 50 }', "", "The key `bout` is missing."),
    ('origin = "', 'origin = ""  # "', 'origin = ""', "].origin` is missing."),
]


@pytest.mark.parametrize(("old", "new", "at", "sentence"), CONTRADICTIONS, ids=[each[2] for each in CONTRADICTIONS])
def test_what_makes_no_sense_together(folder: Path, old: str, new: str, at: str, sentence: str) -> None:
    spoil(folder, old.replace("\n\n", "\n"), new)
    with pytest.raises(TaskError) as caught:
        load_task(folder)
    assert sentence in str(caught.value) and not caught.value.others
    assert caught.value.line == (line_with(folder, at) if at else 1)


def test_nothing_is_earlier_than_a_press_that_never_comes(folder: Path) -> None:
    spoil(folder, '{ kind = "false_start" }', '{ kind = "moved_early" }')
    load_task(folder)
    without(folder, "[presses]")
    with pytest.raises(TaskError, match="The key `presses` is missing") as caught:
        load_task(folder)
    assert not caught.value.others
    spoil(folder, '{ kind = "moved_early" }', '{ kind = "moved_early", delay_ms = 5000 }')
    load_task(folder)


def test_a_statement_that_is_no_text_is_a_fault(folder: Path) -> None:
    (folder / "text" / "en.md").write_bytes(b"# \xff\xfe\n")
    with pytest.raises(TaskError, match=r"en\.md: This file cannot be read as UTF-8"):
        load_task(folder)


def test_all_faults_are_found_the_first_line_is_told_first(folder: Path) -> None:
    spoil(folder, "percent = 25", "percent = 0")
    spoil(folder, "slack_mm = 20", "slack_mm = -1")
    spoil(folder, "version = 1", "version = 0")
    with pytest.raises(TaskError) as caught:
        load_task(folder)
    keys = [fault.key for fault in (caught.value, *caught.value.others)]
    assert keys == ["version", "conduct[2].when.slack_mm", "checks[2].when.percent"]


def without(folder: Path, *names: str) -> None:
    """Take keys from the top of the task file, and tables, each up to the next header."""
    path = folder / "task.toml"
    top, *tables = re.split(r"^(?=\[)", path.read_text(encoding="utf-8"), flags=re.M)
    kept = [line for line in top.splitlines(keepends=True) if line.partition(" = ")[0] not in names]
    kept += [table for table in tables if not table.startswith(tuple(f"[{name}]" for name in names))]
    path.write_text("".join(kept), encoding="utf-8")


@pytest.mark.parametrize(
    ("parts", "missing"),
    [
        (["course"], ["course"]),
        (["goal"], ["goal"]),
        (["[checks]", "[ranking]"], ["checks", "ranking"]),
        # Each of [[conduct]], `goal` and [course] is judging too.
        (["goal", "course", "[checks]", "[ranking]"], ["checks", "ranking", "goal", "course"]),
        (["course", "[checks]", "[conduct]", "[ranking]"], ["checks", "ranking"]),
        (["goal", "[checks]", "[conduct]", "[ranking]"], ["checks", "ranking", "goal"]),
        (["course", "[checks]", "[conduct]"], ["checks"]),  # nothing speaks of a lap any more
    ],
)
def test_half_of_judging_is_a_fault(folder: Path, parts: list[str], missing: list[str]) -> None:
    without(folder, *parts)
    with pytest.raises(TaskError, match=r"is missing\. Try: add") as caught:
        load_task(folder)
    faults = (caught.value, *caught.value.others)
    assert [(fault.message_id, fault.key) for fault in faults] == [("key-missing", name) for name in missing]


NO_LAP = """
[[conduct]]
id = "away"
rule = "LS-8"
verdict = "fail"
when = { kind = "outside", zone = "ring", limit_ms = 1000 }

[[checks]]
id = "finish"
rule = "LS-4"
points = 5
when = { kind = "object_out", objects = "pin", zone = "ring" }
"""
OF_LAP = [
    ('"outside", zone = "ring", limit_ms = 1000', '"false_start"'),
    ('"outside", zone = "ring", limit_ms = 1000', '"rejoin", slack_mm = 20'),
    ('"outside", zone = "ring", limit_ms = 1000', '"off_line_for", limit_ms = 1000'),
    ('"object_out", objects = "pin", zone = "ring"', '"crossed", line = "finish"'),
    ('"object_out", objects = "pin", zone = "ring"', '"progress", percent = 50'),
]


@pytest.mark.parametrize(("old", "new"), OF_LAP, ids=[new.split('"')[1] for _, new in OF_LAP])
def test_a_course_is_needed_where_a_rule_speaks_of_a_lap(folder: Path, old: str, new: str) -> None:
    without(folder, "course", "[conduct]", "[checks]")
    path = folder / "task.toml"
    text = path.read_text(encoding="utf-8") + NO_LAP
    for measure, other in (("progress_mm", "max_speed_mm_s"), ("progress_time_ms", "scored_ms")):
        text = text.replace(f'by = "{measure}"', f'by = "{other}"')
    path.write_text(text, encoding="utf-8")
    task = load_task(folder)
    assert task.judged and task.course is None
    spoil(folder, old, new)
    with pytest.raises(TaskError, match=r"The key `course` is missing\. Try: add the table `\[course\]`") as caught:
        load_task(folder)
    assert (caught.value.key, caught.value.others) == ("course", ())


@pytest.mark.parametrize(
    ("task", "measure", "known"),
    [
        ("line-sprint", "total_ms", "lap_mm"),
        ("kegelring", "progress_mm", "scored_ms"),
        ("kegelring", "total_ms", "time_ms"),
    ],
)
def test_a_measure_that_no_run_of_the_task_has_ranks_nobody(
    tmp_path: Path, task: str, measure: str, known: str
) -> None:
    folder = tmp_path / task
    shutil.copytree(LINE_SPRINT.parent / task, folder)
    text = (folder / "task.toml").read_text(encoding="utf-8")
    head, _, last = text.rpartition('by = "')
    (folder / "task.toml").write_text(head + f'by = "{measure}' + last[last.index('"') :], encoding="utf-8")
    with pytest.raises(TaskError, match=measure) as found:
        load_task(folder)
    assert found.value.line and (known in str(found.value) or "near" in found.value.message_id)


def test_a_check_without_a_condition_is_one_fault(folder: Path) -> None:
    spoil(folder, 'when = { kind = "crossed", line = "finish" }', "")
    with pytest.raises(TaskError, match="when") as found:
        load_task(folder)
    assert not found.value.others


def test_a_judged_task_cites_a_rule_for_its_time(folder: Path) -> None:
    spoil(folder, 'rule = "LS-9"', "")
    with pytest.raises(TaskError, match=r"The key `limits\.rule` is missing\. Try: add `rule =`"):
        load_task(folder)


def test_without_any_part_of_judging_nothing_is_judged(folder: Path) -> None:
    without(folder, "course", "[conduct]", "[checks]", "goal", "[ranking]")
    assert not load_task(folder).judged
    without(folder, "[rules]", "rules.text")
    with pytest.raises(TaskError, match="The key `rules` is missing"):
        load_task(folder)
    spoil(folder, 'rule = "LS-9"', "")
    task = load_task(folder)
    assert not task.judged and task.rules == ()
    with pytest.raises(ValueError, match="is not judged"):
        Referee(task, load_scene(task.world_path(task.variants[0]), task.robot_path))


def test_what_the_files_lack_is_told_together(folder: Path) -> None:
    spoil(folder, 'robot = "esp32-rover"', 'robot = "esp33"')
    spoil(folder, 'rule = "LS-5"', 'rule = "LS-55"')
    shutil.rmtree(folder / "text")
    shutil.rmtree(folder / "worlds")
    with pytest.raises(TaskError) as caught:
        load_task(folder)
    faults = (caught.value, *caught.value.others)
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)
    told = [str(fault) for fault in faults]
    assert len(told) == 8
    for sentence in ("`ru.md`", "`kk.md`", "`en.md`", "`esp33`", "no file `worlds/oval.toml`", "`LS-55`"):
        assert sum(sentence in text for text in told) == 1, sentence


def test_a_missing_statement_is_a_fault(folder: Path) -> None:
    (folder / "text" / "kk.md").unlink()
    with pytest.raises(TaskError, match=r"no file `kk\.md`"):
        load_task(folder)


@pytest.mark.parametrize("world", ["../base/oval.toml", "/proc/self/mem", "worlds/link.toml"])
def test_a_world_from_elsewhere_is_refused(folder: Path, world: str) -> None:
    (folder.parent / "base").mkdir()
    shutil.copy(folder / "worlds" / "oval.toml", folder.parent / "base")
    (folder / "worlds" / "link.toml").symlink_to("../../base/oval.toml")
    spoil(folder, "worlds/oval.toml", world)
    with pytest.raises(TaskError, match="does not lie in the task's folder") as found:
        load_task(folder)
    assert found.value.line == line_with(folder, world) and not found.value.others


@pytest.mark.parametrize(
    ("file", "counts"),
    [("task.toml", True), ("worlds/oval.toml", True), ("worlds/technical.toml", True), ("text/ru.md", False)],
)
def test_the_hash_covers_what_decides_a_run_and_nothing_else(folder: Path, file: str, counts: bool) -> None:
    before = load_task(folder).sha256
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8") + "\n# one more line\n", encoding="utf-8")
    assert (load_task(folder).sha256 != before) is counts


def test_the_hash_is_the_same_with_windows_line_ends(folder: Path) -> None:
    before = load_task(folder).sha256
    for path in folder.rglob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_task(folder).sha256 == before


def test_a_task_is_found_by_id_by_folder_and_by_its_file(folder: Path) -> None:
    assert "line-sprint" in task_ids()
    found: list[Task] = [find_task("line-sprint"), find_task(str(folder)), find_task(str(folder / "task.toml"))]
    assert {task.id for task in found} == {"line-sprint"}


def test_the_task_of_a_unit_is_found_by_the_unit_and_its_folder() -> None:
    folder = Path(__file__).resolve().parents[2] / "curriculum" / "units" / "first-movement"
    assert {find_task(name).id for name in ("first-movement", str(folder))} == {"first-movement"}
    with pytest.raises(UnknownName, match="Did you mean `first-movement`"):
        find_task("first-movment")


def test_unknown_names_get_a_near_one_or_the_list() -> None:
    with pytest.raises(UnknownName, match="Did you mean `line-sprint`"):
        find_task("line-spirnt")
    with pytest.raises(UnknownName, match=r"There are: .*line-sprint"):
        find_task("zzz")
    task = find_task("line-sprint")
    assert find_variant(task, None).id == "oval"
    with pytest.raises(UnknownName, match="Did you mean `oval`"):
        find_variant(task, "ovla")
    with pytest.raises(UnknownName, match="oval, s-bends, technical"):
        find_variant(task, "spiral")
