"""The boards there are: the name of each board's pin map in device/boards, and the chip on it."""

from functools import cache
from importlib import import_module
from types import SimpleNamespace

CHIPS: dict[str, str] = {
    "esp32_rover": "esp32", "brick_rover": "esp32", "pico_rover": "rp2", "mini_rover": "rp2", "pico_w_rover": "rp2_w",
    "xrp": "rp2_xrp", "labyrinth_rover": "esp32",
}  # fmt: skip


@cache
def profile_of(board: str) -> SimpleNamespace:
    """What the chip on that board has: plain constants, the same that a program's modules go by.

    "rp2_w" says what differs from "rp2", over which it lies; the children put them together in the same way.
    """
    chip = CHIPS[board]
    known: dict[str, object] = {}
    for name in dict.fromkeys((chip.partition("_")[0], chip)):
        known |= vars(import_module(f"marshrut.simulator.board.profiles.{name}"))
    return SimpleNamespace(**known)
