"""Where virtual boards live on this computer: one folder, each board by its name."""

import os
from pathlib import Path

DEFAULT_NAME = "board"


def boards_folder() -> Path:
    """$MARSHRUT_BOARDS, or .marshrut in the home folder."""
    chosen = os.environ.get("MARSHRUT_BOARDS")
    return Path(chosen) if chosen else Path.home() / ".marshrut"


def link_of(name: str) -> Path:
    """The board's port."""
    return boards_folder() / name


def flash_of(name: str) -> Path:
    return boards_folder() / f"{name}.flash"


def page_address_of(name: str) -> Path:
    """Where its page's address is kept."""
    return boards_folder() / f"{name}.page"
