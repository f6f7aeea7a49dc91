"""A flash as littlefs keeps it, whose power goes at a chosen step; and the board's own finish_push.py on it."""

import io
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any

FINISH = Path(__file__).resolve().parents[2] / "device" / "finish_push.py"


class PowerGone(Exception):
    pass


class Flash:
    """`steps_left` changes may still be made; None is no limit."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = dict(files)
        self.folders = {"/"} | {str(folder) for path in files for folder in PurePosixPath(path).parents}
        self.steps_left: int | None = None

    def copy(self) -> "Flash":
        other = Flash(self.files)
        other.folders = set(self.folders)
        return other

    def finish(self) -> bool:
        """What boot.py does; False when there is nothing to finish."""
        if "/.next/go" not in self.files:
            return False
        source = FINISH.read_text(encoding="utf-8").replace("import os\n", "")
        board_os = SimpleNamespace(
            stat=self.stat, remove=self.remove, rename=self.rename, mkdir=self.mkdir, rmdir=self.rmdir,
            listdir=self.listdir,
        )  # fmt: skip
        names: dict[str, Any] = {"os": board_os, "open": self.open}
        exec(compile(source, "finish_push.py", "exec"), names)
        finish: Callable[[], None] = names["finish"]
        finish()
        return True

    # The board's os and open, as far as they are needed

    def open(self, path: str) -> Any:
        return io.StringIO(self.files[path].decode())

    def stat(self, path: str) -> tuple[int, ...]:
        if path in self.files:
            return (0x8000,)
        if path in self.folders:
            return (0x4000,)
        raise OSError(2)

    def listdir(self, path: str) -> list[str]:
        return sorted(
            str(PurePosixPath(item).name)
            for item in self.files.keys() | self.folders
            if item != "/" and str(PurePosixPath(item).parent) == path
        )

    def remove(self, path: str) -> None:
        """Of littlefs: it takes an empty folder, too."""
        self._step()
        if path in self.folders:
            self._remove_folder(path)
        elif path in self.files:
            del self.files[path]
        else:
            raise OSError(2)

    def rmdir(self, path: str) -> None:
        """Of littlefs: it takes a file, too."""
        self.remove(path)

    def _remove_folder(self, path: str) -> None:
        if self.listdir(path):
            raise OSError(39)
        self.folders.remove(path)

    def mkdir(self, path: str) -> None:
        self._step()
        if path in self.files or path in self.folders:
            raise OSError(17)
        self._need_parent(path)
        self.folders.add(path)

    def rename(self, old: str, new: str) -> None:
        self._step()
        if new in self.folders:
            raise OSError(21)
        self._need_parent(new)
        self.files[new] = self.files.pop(old)

    def _need_parent(self, path: str) -> None:
        if str(PurePosixPath(path).parent) not in self.folders:
            raise OSError(2)

    def _step(self) -> None:
        if self.steps_left is not None:
            if not self.steps_left:
                raise PowerGone
            self.steps_left -= 1
