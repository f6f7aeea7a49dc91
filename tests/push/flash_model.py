"""A flash as littlefs keeps it, whose power goes at a chosen step; and what runs on the board, on it."""

import builtins
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
        names = self.names()
        exec(FINISH.read_text(encoding="utf-8"), names)
        finish: Callable[[], None] = names["finish"]
        finish()
        return True

    def names(self) -> dict[str, Any]:
        """Globals for a text that is to run on the board: its `os` and `open` are this flash's."""
        board_os = SimpleNamespace(
            stat=self.stat, remove=self.remove, rename=self.rename, mkdir=self.mkdir, rmdir=self.rmdir,
            listdir=self.listdir, statvfs=lambda path: (4096, 4096, 300, 200),
        )  # fmt: skip
        micropython = SimpleNamespace(kbd_intr=lambda key: None)
        modules = {"os": board_os, "sys": SimpleNamespace(path=[""]), "micropython": micropython}

        def board_import(name: str, *arguments: Any) -> Any:
            return modules.get(name) or builtins.__import__(name, *arguments)

        return {"__builtins__": vars(builtins) | {"__import__": board_import, "open": self.open}}

    # The board's os and open, as far as they are needed

    def open(self, path: str, mode: str = "r") -> Any:
        if mode == "wb":
            self._step()
            self._need_parent(path)
            self.files[path] = b""
            return _Writer(self, path)
        return io.BytesIO(self.files[path]) if mode == "rb" else io.StringIO(self.files[path].decode())

    def stat(self, path: str) -> tuple[int, ...]:
        if path in self.files:
            return (0x8000,)
        if path in self.folders:
            return (0x4000,)
        raise OSError(2)

    def listdir(self, path: str) -> list[str]:
        if path not in self.folders:
            raise OSError(2)
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
        self._need_parent(new)
        if old in self.folders:
            if new in self.files or (new in self.folders and self.listdir(new)):
                raise OSError(20)
            self.folders = {_moved(path, old, new) for path in self.folders}
            self.files = {_moved(path, old, new): content for path, content in self.files.items()}
            return
        if new in self.folders:
            raise OSError(21)
        self.files[new] = self.files.pop(old)

    def _need_parent(self, path: str) -> None:
        if str(PurePosixPath(path).parent) not in self.folders:
            raise OSError(2)

    def _step(self) -> None:
        if self.steps_left is not None:
            if not self.steps_left:
                raise PowerGone
            self.steps_left -= 1


class _Writer(io.BytesIO):
    """A file on the flash, there whole when it is closed."""

    def __init__(self, flash: Flash, path: str) -> None:
        super().__init__()
        self._flash, self._path = flash, path

    def close(self) -> None:
        if not self.closed:
            self._flash.files[self._path] = self.getvalue()
        super().close()


class FlashLink:
    """A link to a board that has that flash: what `transfer` says to it runs on the flash."""

    def __init__(self, flash: Flash) -> None:
        self._names = flash.names() | {"_say": lambda text: self._said.append(str(text) + "\n")}
        self._said: list[str] = []

    def exec(self, text: str, patience_s: float | None = None) -> str:
        self._said.clear()
        exec(text, self._names)
        return "".join(self._said)


def _moved(path: str, old: str, new: str) -> str:
    return new + path[len(old) :] if path == old or path.startswith(old + "/") else path
