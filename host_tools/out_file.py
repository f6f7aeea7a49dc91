"""What `--out` names: what may not be in its place, and how a file appears whole or not at all."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from os.path import exists, isdir, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from .typed import typed
from .usage import UsageProblem


def check_out(path: Path, endings: Sequence[str] = ()) -> None:
    """UsageProblem where a folder or a device is in that place, where the name has none of the endings, or where not
    only the file's folder is missing but the one that would hold it, too: that is rather a slip of the pen."""
    if exists(path) and not isfile(path):
        raise UsageProblem("out-not-file", name=str(path), folder=int(isdir(path)))
    if endings and path.suffix.lower() not in endings:
        raise UsageProblem("draw-kind", name=str(path), known=", ".join(endings))
    folder = path.parent
    if not exists(folder) and not exists(folder.parent):
        make = f"{'mkdir' if os.name == 'nt' else 'mkdir -p'} {typed(folder)}"
        raise UsageProblem("folder-unwritable-missing", folder=str(folder), make=make)


def check_out_folder(folder: Path) -> None:
    """UsageProblem, before long work is done for it, where no folder can be in that place."""
    nearest = next((each for each in (folder, *folder.absolute().parents) if exists(each)), folder)
    if not isdir(nearest) or not os.access(nearest, os.W_OK):
        raise UsageProblem("folder-unwritable", folder=str(folder))


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path with the same ending to write to; where all goes well the file is moved to its place at the end. Its
    folder is made where only that is missing.

    UsageProblem where it cannot be written. Nothing is left behind then, nor where another error ends the writing.
    """
    check_out(path)
    partial = path.with_name(f"{path.stem}.partial{path.suffix}")
    made = not exists(path.parent)
    try:
        if made:
            path.parent.mkdir()
        yield partial
        partial.replace(path)
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(path.parent)) from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        if made:
            with suppress(OSError):  # one that holds the file stays
                path.parent.rmdir()
