"""What `--out` writes: result.json, trace.jsonl, picture.png, replay.html; sound.wav where a buzzer played."""

import tempfile
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from marshrut.simulator.judge import Mark
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.replay import picture_labels, replay_text, replay_words, write_picture, write_sound
from marshrut.simulator.result import Result
from marshrut.simulator.run import Run
from marshrut.simulator.tasks.model import Name, Task, Words
from marshrut.simulator.tasks.names import called, say_named

from ..out_file import whole_file
from ..usage import UsageProblem
from .checks_told import cost_told
from .variant_told import variant_title

RESULT, TRACE, PICTURE, REPLAY, SOUND = "result.json", "trace.jsonl", "picture.png", "replay.html", "sound.wav"


def view_folder() -> Path:
    """A folder for a replay that is only looked at."""
    return Path(tempfile.mkdtemp(prefix="marshrut-"))


def write_files(
    folder: Path,
    run: Run,
    result: Result,
    task: Task,
    lang: str,
    *,
    hide_faults: bool = False,
    here: Mark | None = None,
) -> list[Path]:
    """Write them and tell which; each appears whole or not at all. UsageProblem where the folder takes none.

    `hide_faults`: picture and replay do not name what is broken; result and trace, the records, do. `here` is a place
    to be looked at, shown in the picture.
    """
    document = result.model_dump(mode="json", by_alias=True)
    marks = [*document["marks"], *([asdict(replace(here, kind="here"))] if here is not None else [])]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        run.trace.write(folder / TRACE)
        _write(folder / RESULT, result.to_json())
        shown = document | ({"faults": []} if hide_faults else {})
        labels = picture_labels(lang, shown, variant_title(task, result, lang), bout=task.bout is not None)
        with whole_file(folder / PICTURE) as partial:
            write_picture(run.trace, marks, partial, task.title.of(lang), labels)
        _write(folder / REPLAY, replay_of(run, result, task, lang, hide_faults=hide_faults))
        heard = write_sound(run.own, folder / SOUND)
        if not heard:
            (folder / SOUND).unlink(missing_ok=True)  # of a run before
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(folder)) from None
    return [folder / name for name in (RESULT, TRACE, PICTURE, REPLAY, *([SOUND] if heard else []))]


def replay_of(run: Run, result: Result, task: Task, lang: str, *, hide_faults: bool = False) -> str:
    """The page that `--out` writes."""
    document = result.model_dump(mode="json", by_alias=True)
    titles = _in_all_languages(task.title)
    variant_titles = {each: variant_title(task, result, each) for each in LANGUAGES}
    document["checks"] = [check | _cost(check, task) for check in _told(document["checks"], task.names)]
    marks, words = _told(document["marks"], task.names), replay_words()
    return replay_text(
        run.trace, document, marks, lang, words, titles, variant_titles,
        hide_faults=hide_faults, bout=task.bout is not None,
        called=called_objects(run.trace.header["scene"], task.names),
    )  # fmt: skip


def _told(items: list[dict[str, Any]], names: tuple[Name, ...]) -> list[dict[str, Any]]:
    """Checks or marks, with what they say in each language: a task calls its zones and objects by names."""
    return [
        item | {"texts": {each: say_named(each, item["message_id"], item["params"], names) for each in LANGUAGES}}
        for item in items
    ]


def _cost(check: dict[str, Any], task: Task) -> dict[str, Any]:
    """What a penalty took, in each language."""
    penalty = next((each for each in task.penalties if each.id == check["id"].partition("/")[0]), None)
    if penalty is None or check["passed"]:
        return {}
    return {"cost": {lang: cost_told(penalty, lang) for lang in LANGUAGES}}


def called_objects(scene: Mapping[str, Any], names: tuple[Name, ...]) -> dict[str, dict[str, str]]:
    """What the objects of a trace's scene are called by language, by their ids."""
    ids = [item["id"] for item in scene["mat"].get("objects", ())]
    return {each: {lang: called(lang, each, names) for lang in LANGUAGES} for each in ids}


def _in_all_languages(words: Words) -> dict[str, str]:
    return {lang: words.of(lang) for lang in LANGUAGES}


def _write(path: Path, text: str) -> None:
    with whole_file(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="\n")
