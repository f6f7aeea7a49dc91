"""A path as it has to be typed in the command that a sentence tells."""

import os
import shlex
from pathlib import Path


def typed(path: Path) -> str:
    """In quotes where a shell would else take it for several words, or for something else."""
    if os.name == "nt":
        return f'"{path}"' if set(str(path)) & set(" &()^;,=") else str(path)
    return shlex.quote(str(path))
