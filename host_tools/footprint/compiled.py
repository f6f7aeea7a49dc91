"""A runtime's modules, compiled as they lie on a board."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from marshrut.simulator.cross_compiler import CompileError, compile_module

OPTIONS = ("-O3", "-march=armv6m")  # no asserts, no line numbers; the Pico's processor, where a function is native code


@dataclass(frozen=True)
class Module:
    """`path` is where it lies below the board's /lib, with its ending; `mpy` is empty where it does not compile."""

    path: PurePosixPath
    mpy: bytes
    fault: str = ""

    @property
    def name(self) -> str:
        """As a program imports it."""
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def compile_runtime(folder: Path) -> list[Module]:
    """Every module in a runtime's folder. `folder` is a package, or a folder of packages such as a board's /lib."""
    root = folder.parent if any(folder.glob("*.py")) else folder
    paths = [path for path in sorted(folder.rglob("*.py")) if not path.is_symlink()]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda path: _compile(path, root), paths))


def _compile(path: Path, root: Path) -> Module:
    name = PurePosixPath(path.relative_to(root).as_posix())
    try:
        mpy, fault = compile_module(str(name), path.read_bytes(), *OPTIONS), ""
    except CompileError as error:
        mpy, fault = b"", str(error)
    return Module(name.with_suffix(".mpy"), mpy, fault)
