"""Loads a task's folder: the file's shape first, then what its parts say about each other."""

import hashlib
from collections.abc import Iterable, Iterator
from os.path import exists, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from ..messages import FOLDER, LANGUAGES, say
from ..problems import Problem
from ..scene import load_world
from ..scene.beside import files_beside
from ..toml_file import MOST_BYTES, FileProblem, TomlFile, open_text, raise_first
from ..toml_lines import KeyPath
from .conditions import OfLap, Scored
from .contradictions import contradictions, missing, quarrel
from .draw_faults import draw_faults
from .model import SCORER, TIME_LIMIT_CHECK, Task, TaskFile, Variant, Words
from .places import unspoken_faults

CURRICULUM = FOLDER.parent
DESK = CURRICULUM / "tasks" / "desk"

_NO_TEXT = frozenset({".png"})


class TaskError(FileProblem):
    """A task's file is not as it must be; the text names file, line and key."""


class UnknownName(Problem):
    """A task or variant is asked for by a name that does not exist."""


def load_task(folder: Path) -> Task:
    """The task in that folder. TaskError names the first thing that is wrong with it, and the rest in `others`."""
    toml = TomlFile(folder / "task.toml", TaskError)
    content = toml.parse(TaskFile)
    robot_path = _robot_path(folder, content.robot)
    lacking = list(_missing_parts(toml, content))
    raise_first([
        *(lacking or _measure_faults(toml, content)),  # which measures there are hangs on the parts
        *_name_faults(toml, content),
        *contradictions(toml, content),
        *_scorer_faults(toml, content),
        *_file_faults(toml, content, robot_path),
        *draw_faults(toml, content),
    ])  # fmt: skip
    fields = {name: getattr(content, name) for name in content.model_fields_set}
    task = _sealed(Task(**fields, folder=folder, robot_path=robot_path, sha256=""))
    raise_first(list(unspoken_faults(toml, task)))  # it may have to look into the worlds
    return task


def task_of_world(world: Path) -> Task:
    """A world file as a place to try things out: the task `desk` there, with a variant for each of its starts."""
    desk, file = load_task(DESK), load_world(world)
    title = Words(**dict(file.title))
    place = str(world.resolve())
    variants = tuple(
        Variant(id=one.id, title=_from_start(one.id), world=place, start=one.id) for one in file.mat.starts
    )
    files = [desk.folder / "task.toml", *_with_pictures([world]), desk.robot_path]
    return desk.model_copy(update={"title": title, "variants": variants, "sha256": _sha256(files)})


def _from_start(start: str) -> Words:
    return Words(**{lang: say(lang, "variant-of-world", start=start) for lang in LANGUAGES})


def with_robot(task: Task, robot_path: Path) -> Task:
    """The same task for another robot."""
    return _sealed(task.model_copy(update={"robot_path": robot_path}))


def with_variants(task: Task, variants: tuple[Variant, ...]) -> Task:
    """The same task in other worlds, whose files may lie elsewhere."""
    return _sealed(task.model_copy(update={"variants": variants}))


def _sealed(task: Task) -> Task:
    return task.model_copy(update={"sha256": _sha256(deciding_files(task))})


def deciding_files(task: Task) -> list[Path]:
    """The files that decide how a run goes and what it is worth: the task's own, its worlds with what lies beside
    them, and the robot."""
    worlds = _with_pictures(task.world_path(variant) for variant in task.variants if variant.world)
    scorer = [task.scorer] if task.scorer is not None else []
    return [task.folder / "task.toml", *scorer, *worlds, task.robot_path]


def robot_files(folder: Path) -> list[Path]:
    """The robots that a task in that folder may have: its own, then the curriculum's."""
    return [*sorted((folder / "robots").glob("*.toml")), *sorted((CURRICULUM / "robots").glob("*.toml"))]


def _robot_path(folder: Path, robot: str) -> Path:
    """The robot's file: the task may bring its own in `robots/`, else it is the curriculum's."""
    own = folder / "robots" / f"{robot}.toml"
    return own if isfile(own) else CURRICULUM / "robots" / f"{robot}.toml"


def _missing_parts(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """What a judged task needs besides the parts of judging that it has: nobody can be judged by half of them."""
    if task.judged:
        for table in ("rules", "checks", "ranking"):
            if not getattr(task, table):
                yield missing(toml, (table,), "tables")
        if not task.goal and task.bout is None:
            yield missing(toml, ("goal",), "list")
        whens = [*(rule.when for rule in task.conduct), *(check.when for check in task.checks)]
        if task.course is None and any(isinstance(when, OfLap) for when in whens):
            yield missing(toml, ("course",), "table")
        if not task.limits.rule:
            yield missing(toml, ("limits", "rule"), "text")
    elif task.limits.rule and not task.rules:
        yield missing(toml, ("rules",), "tables")


def _name_faults(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """Names that are given twice, and rules that are cited and not there."""
    for tables in (("variants",), ("rules",), ("conduct", "penalties", "checks")):  # results have the names of all
        seen = {TIME_LIMIT_CHECK} if "checks" in tables else set()
        for table in tables:
            for index, item in enumerate(getattr(task, table)):
                if item.id in seen:
                    key: KeyPath = (table, index, "id")
                    yield toml.problem(key, "name-twice", key=f"{table}[{index + 1}].id", name=item.id)
                seen.add(item.id)
    kinds: set[str] = set()
    for index, rule in enumerate(task.conduct):
        kind = rule.when.kind
        if kind in kinds and isinstance(rule.when, OfLap):
            key = ("conduct", index, "when", "kind")
            yield toml.problem(key, "name-twice", key=f"conduct[{index + 1}].when.kind", name=kind)
        kinds.add(kind)
    yield from _called_faults(toml, task)
    rules = [rule.id for rule in task.rules]
    citing: list[tuple[KeyPath, str]] = [(("limits", "rule"), task.limits.rule)] if task.limits.rule else []
    if task.robot_limits:
        citing.append((("robot_limits", "rule"), task.robot_limits.rule))
    citing += [(("conduct", index, "rule"), item.rule) for index, item in enumerate(task.conduct)]
    citing += [(("penalties", index, "rule"), item.rule) for index, item in enumerate(task.penalties)]
    citing += [(("checks", index, "rule"), item.rule) for index, item in enumerate(task.checks)]
    checks = [check.id for check in task.checks]
    for path, check_id, known in _checks_named(task, checks) if checks else ():
        if check_id not in known:
            yield toml.unknown_name(path, check_id, known)
    for path, rule_id in citing if rules else ():
        if rule_id not in rules:
            yield toml.unknown_name(path, rule_id, rules)


def _called_faults(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """Things that are called twice."""
    seen: set[str] = set()
    for index, name in enumerate(task.names):
        path: KeyPath = ("names", index, "id")
        if name.id in seen:
            yield toml.problem(path, "name-twice", key=toml.name(path), name=name.id)
        seen.add(name.id)


def _checks_named(task: TaskFile, checks: list[str]) -> Iterator[tuple[KeyPath, str, list[str]]]:
    """Where the file names a check, and which it may name there."""
    for index, check_id in enumerate(task.goal):
        yield ("goal", index), check_id, checks
    for number, check in enumerate(task.checks):
        for index, check_id in enumerate(check.after):
            yield ("checks", number, "after", index), check_id, checks[:number]  # so that none waits for itself
    for index, check_id in enumerate(task.bout.won_by if task.bout is not None else ()):
        yield ("bout", "won_by", index), check_id, checks
    if task.score.factor_if is not None:
        yield ("score", "factor_if"), task.score.factor_if, checks


def _measure_faults(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """Measures to rank by that no run of the task has."""
    for index, key in enumerate(task.ranking):
        if key.by != "points" and key.by not in task.measures:
            yield toml.unknown_name(("ranking", index, "by"), key.by, ["points", *task.measures])


def _scorer_faults(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """The scorer speaks when a run is over: nothing may wait for it, and in a bout each moment counts."""
    for table in ("conduct", "penalties", "checks"):
        for index, item in enumerate(getattr(task, table)):
            path: KeyPath = (table, index)
            for key in ("at_end", "after", "by_attempt"):
                if isinstance(item.when, Scored) and getattr(item, key, None):
                    yield quarrel(toml, (*path, key), (*path, "when", "kind"))
            for key in ("so", "not_so") if isinstance(item.when, Scored) else ():
                yield from _words_faults(toml, (*path, "when", key), getattr(item.when, key))
            for number, name in enumerate(getattr(item, "after", ())):
                if name in task.scored:
                    yield quarrel(toml, (*path, "after", number), ("checks", _index(task, name), "when", "kind"))
            if task.bout is not None and isinstance(item.when, Scored):
                yield quarrel(toml, (*path, "when", "kind"), ("bout",))
    folder = toml.path.parent
    if not task.scored and exists(folder / SCORER):
        yield TaskError("scorer-unasked", folder, 0, "", file=SCORER)
    elif task.scored and not isfile(folder / SCORER):
        yield TaskError("file-missing", folder, 0, "", file=SCORER)
    elif task.scored and not lies_in(folder, SCORER):
        yield TaskError("file-outside", folder, 0, "", file=SCORER)


def _words_faults(toml: TomlFile, path: KeyPath, words: Words) -> Iterator[FileProblem]:
    """The scorer's number has one place in a sentence, and it has it in each language or in none."""
    wrong = [lang for lang in LANGUAGES if set("{}") & set(words.of(lang).replace("{value}", ""))]
    for lang in wrong:
        yield toml.problem((*path, lang), "scored-words", key=toml.name((*path, lang)))
    if not wrong and len({"{value}" in words.of(lang) for lang in LANGUAGES}) > 1:
        yield toml.problem(path, "scored-value", key=toml.name(path))


def _index(task: TaskFile, check_id: str) -> int:
    return next(index for index, check in enumerate(task.checks) if check.id == check_id)


def _file_faults(toml: TomlFile, task: TaskFile, robot_path: Path) -> Iterator[FileProblem]:
    """The robot, the worlds and the statements that the task names or needs and that cannot be read."""
    folder = toml.path.parent
    if not isfile(robot_path):
        yield toml.unknown_name(("robot",), task.robot, sorted({path.stem for path in robot_files(folder)}))
    elif robot_path.parent == folder / "robots" and not lies_in(folder, f"robots/{robot_path.name}"):
        yield toml.problem(("robot",), "file-outside", file=f"robots/{robot_path.name}")
    worlds = sorted(f"worlds/{path.name}" for path in (folder / "worlds").glob("*.toml"))
    for index, variant in enumerate(task.variants):
        path: KeyPath = ("variants", index, "world")
        if variant.world and not lies_in(folder, variant.world):
            yield toml.problem(path, "file-outside", file=variant.world)
        elif variant.world and not isfile(folder / variant.world):
            known = toml.unknown_name(path, variant.world, worlds)
            yield known if worlds else toml.problem(path, "file-missing", file=variant.world)
    for lang in LANGUAGES:
        try:
            with open_text(folder / "text" / f"{lang}.md", MOST_BYTES, TaskError) as text:
                text.read()
        except TaskError as fault:
            yield fault


def lies_in(folder: Path, name: str, below: str = "") -> bool:
    """Whether that file is the folder's own, or that of its folder `below`, also when a link leads to it: what comes
    from anywhere reads nothing else."""
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve() / below)
    except (OSError, ValueError):
        return True  # no file can be called that


def _with_pictures(worlds: Iterable[Path]) -> list[Path]:
    """The worlds, each with the pictures and drawings that it names."""
    return [path for world in worlds for path in (world, *files_beside(world))]


def _sha256(files: Iterable[Path]) -> str:
    """One hash over the task file, the worlds with their pictures, and the robot.

    The clauses in the task file count: an appeal is decided by them. The statements in text/ do not: they tell the
    same in a person's words, and a comma put right there must not set old results apart. Line ends are made equal,
    because a checkout on Windows may change them.
    """
    digest = hashlib.sha256()
    for path in dict.fromkeys(files):
        content = path.read_bytes()
        if path.suffix.lower() not in _NO_TEXT:
            content = content.replace(b"\r\n", b"\n")
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
