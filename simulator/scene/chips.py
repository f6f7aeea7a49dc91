"""The boards there are: the name of each board's pin map in device/boards, and the chip on it."""

from importlib import import_module
from types import ModuleType

CHIPS: dict[str, str] = {"esp32_rover": "esp32", "pico_rover": "rp2"}


def profile_of(board: str) -> ModuleType:
    """What the chip on that board has: plain constants, the same that a program's modules go by."""
    return import_module(f"marshrut.simulator.board.profiles.{CHIPS[board]}")
