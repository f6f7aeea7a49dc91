"""The file that `--out` names: what may not be in its place, and how it appears whole or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from os.path import exists, isdir, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from .usage import UsageProblem


def check_out(path: Path, endings: Sequence[str] = ()) -> None:
    """UsageProblem where a folder or a device is in that place, or where the name has none of the endings."""
    if exists(path) and not isfile(path):
        raise UsageProblem("out-not-file", name=str(path), folder=int(isdir(path)))
    if endings and path.suffix.lower() not in endings:
        raise UsageProblem("draw-kind", name=str(path), known=", ".join(endings))


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path with the same ending to write to; where all goes well the file is moved to its place at the end.

    UsageProblem where it cannot be written. Nothing is left behind then, nor where another error ends the writing.
    """
    check_out(path)
    partial = path.with_name(f"{path.stem}.partial{path.suffix}")
    try:
        yield partial
        partial.replace(path)
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(path.parent)) from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
