"""device/package.json and device/manifest.py: every file of the runtime is in them, and their readers take them.

`python tests/programs/test_installing.py` writes the package's list anew.
"""

import json
import sys
import threading
import tomllib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath

import pytest
from mpremote import mip

ROOMS = Path(__file__).resolve().parents[2]
PACKAGE = ROOMS / "device" / "package.json"
MANIFEST = ROOMS / "device" / "manifest.py"
RUNTIME = sorted(path.relative_to(ROOMS / "lib").as_posix() for path in (ROOMS / "lib" / "rover").rglob("*.py"))
# They do not lie in /lib, where mip puts things, but beside it.
AT_THE_TOP = ("boot.py", "finish_push.py", "launcher.py", "main.py")


def package() -> dict[str, object]:
    """What the package should say; the pin map is another on each robot and comes by itself."""
    urls = [[f"../{name}", name] for name in AT_THE_TOP] + [[name, f"../lib/{name}"] for name in RUNTIME]
    version = tomllib.loads((ROOMS / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return {"urls": urls, "deps": [], "version": version}


def as_text(content: dict[str, object]) -> str:
    urls = ",\n".join("    " + json.dumps(entry) for entry in content["urls"])  # type: ignore[attr-defined]
    return f'{{\n  "urls": [\n{urls}\n  ],\n  "deps": [],\n  "version": {json.dumps(content["version"])}\n}}\n'


def test_the_package_lists_all_that_a_robot_needs() -> None:
    assert PACKAGE.read_text(encoding="utf-8") == as_text(package()), "run python tests/programs/test_installing.py"


class Board:
    """The files of a board, as far as mpremote's installer asks for them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.folders = {"/"}

    def fs_exists(self, path: str) -> bool:
        return self._at(path) in self.folders or self._at(path) in self.files

    def fs_mkdir(self, path: str) -> None:
        self.folders.add(self._at(path))

    def fs_writefile(self, path: str, data: bytes, progress_callback: object = None) -> None:
        assert str(PurePosixPath(self._at(path)).parent) in self.folders
        self.files[self._at(path)] = data

    @staticmethod
    def _at(path: str) -> str:
        """littlefs resolves what goes up."""
        parts: list[str] = []
        for part in path.split("/"):
            if part == "..":
                parts.pop()
            elif part:
                parts.append(part)
        return "/" + "/".join(parts)


@pytest.fixture
def checkout() -> Iterator[str]:
    """The address of this checkout on a web server of its own."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(ROOMS)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("served", [True, False], ids=["over http", "from the disk"])
def test_mpremotes_installer_puts_every_file_in_its_place(served: bool, checkout: str) -> None:
    board = Board()
    where = f"{checkout}/device/package.json" if served else str(PACKAGE)
    mip._install_package(board, where, "", "/lib", None, True)
    expected = {f"/lib/{name}": (ROOMS / "lib" / name).read_bytes() for name in RUNTIME}
    expected |= {f"/{name}": (ROOMS / "device" / name).read_bytes() for name in AT_THE_TOP}
    assert board.files == expected


def test_the_manifest_freezes_the_runtime() -> None:
    """Run as MicroPython's tools/manifestfile.py does: in the manifest's folder, with these functions given."""
    included: list[str] = []
    packages: list[tuple[str, Path]] = []

    def add(path: str, files: object = None, base_path: str = ".", opt: int | None = None) -> None:
        assert files is None and opt in (None, 0, 1, 2, 3)
        packages.append((path, (MANIFEST.parent / base_path / path).resolve()))

    given = {"include": included.append, "package": add, "module": add}
    exec(compile(MANIFEST.read_text(encoding="utf-8"), str(MANIFEST), "exec"), given)
    assert included == ["$(PORT_DIR)/boards/manifest.py"], "the port's own modules stay in"
    assert packages == [("rover", ROOMS / "lib" / "rover")] + [
        (name, ROOMS / "device" / name) for name in ("launcher.py", "finish_push.py")
    ]


if __name__ == "__main__":
    sys.exit(0 if PACKAGE.write_text(as_text(package()), encoding="utf-8") else 1)
