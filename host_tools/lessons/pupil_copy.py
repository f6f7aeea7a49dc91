"""What a program is checked by: a whole unit, or the copy for pupils of `unit bundle`, which has no unit.toml."""

from dataclasses import dataclass
from os.path import isdir, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from marshrut.simulator.tasks.loading import load_task
from marshrut.simulator.tasks.model import Task

from .loading import find_unit, unit_ids
from .model import Unit, page_path


@dataclass(frozen=True)
class PupilCopy:
    """A unit's pages and its task, as a pupil has them."""

    id: str
    folder: Path
    judged_by: Task

    def page(self, lang: str, name: str) -> Path:
        return page_path(self.folder, lang, name)


Lesson = Unit | PupilCopy


def find_lesson(name: str) -> Lesson:
    """The unit with that catalogue id or in that folder, or the pupils' copy there. UnknownName where there is none."""
    folder = Path(name)
    if name in unit_ids() or isfile(folder / "unit.toml"):
        return find_unit(name)
    if isdir(folder / "i18n") and isfile(folder / "task" / "task.toml"):
        return PupilCopy(folder.resolve().name, folder, load_task(folder / "task"))
    return find_unit(name)
