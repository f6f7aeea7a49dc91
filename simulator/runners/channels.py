"""The inputs that a program has opened, and their places in the host's answers."""

import struct
from collections.abc import Iterable
from typing import Protocol

from . import frames

put_count = struct.Struct("<i").pack_into
MAX_DIGITS = 4


class Inputs(Protocol):
    """What a program may read of a world.

    `sharp_pins` are those whose level may change between two steps; the set is another one when that changes.
    """

    sharp_pins: frozenset[int]

    def steady_until(self, pins: tuple[int, ...], after_us: int, until_us: int) -> int: ...
    def adc(self, pins: Iterable[int]) -> list[int]: ...
    def level(self, pin: int, t_us: int) -> int: ...
    def count(self, pin_a: int, pin_b: int) -> int: ...


class Channels:
    """ADC pins with four words each from the first slot up, encoders with one each from the last down, and levels."""

    def __init__(self, world: Inputs) -> None:
        self._world = world
        self.clear()

    def clear(self) -> None:
        """Close them all: the board starts again."""
        self._adc_pins: list[int] = []
        self._adc_words = struct.Struct("<")
        self._encoders: list[tuple[int, int]] = []  # their two pins
        self._level_pins: list[int] = []
        self._sharp_pins: tuple[int, ...] = ()  # of those
        self._sharp_of: frozenset[int] | None = None  # the world's when that was found out

    def open(self, text: str) -> int:
        """Give the channel that a child asks for a place; returns the index of its first word, 0 for a pin's level.

        ValueError for one that there is not, or when there is no more room.
        """
        what, _, number = text.partition(" ")
        if not (number.isascii() and number.isdigit()) or len(number) > MAX_DIGITS:
            raise ValueError("not a channel")
        pin = int(number)
        if what == "level" and pin < frames.LEVEL_PINS:
            if pin not in self._level_pins:
                self._level_pins.append(pin)
                self._sharp_of = None
            return 0
        if what == "adc":
            if pin not in self._adc_pins:
                self._adc_pins.append(pin)
                self._adc_words = struct.Struct(f"<{4 * len(self._adc_pins)}i")
            slot = frames.FIRST_SLOT // frames.WORD + 4 * self._adc_pins.index(pin)
        elif what == "encoder":
            pins = (pin % frames.PINS, pin // frames.PINS)
            if pins not in self._encoders:
                self._encoders.append(pins)
            slot = frames.FRAME_BYTES // frames.WORD - 1 - self._encoders.index(pins)
        else:
            raise ValueError("not a channel")
        if frames.FIRST_SLOT + (4 * len(self._adc_pins) + len(self._encoders)) * frames.WORD > frames.FRAME_BYTES:
            raise ValueError("no more room")
        return slot

    def steady_until(self, after_us: int, until_us: int) -> int:
        """Until when at least the opened pins keep their levels between two steps, if no output changes."""
        if not self._level_pins:
            return until_us
        world = self._world
        if self._sharp_of is not world.sharp_pins:
            self._sharp_of = world.sharp_pins
            self._sharp_pins = tuple(pin for pin in self._level_pins if pin in world.sharp_pins)
        return world.steady_until(self._sharp_pins, after_us, until_us) if self._sharp_pins else until_us

    def fill(self, answer: bytearray, t_us: int) -> None:
        """Put what the world's inputs are at `t_us` into an answer."""
        world = self._world
        if self._level_pins:
            low = high = 0
            for pin in self._level_pins:
                if world.level(pin, t_us):
                    if pin < frames.LEVEL_WORD_PINS:
                        low |= 1 << pin
                    else:
                        high |= 1 << (pin - frames.LEVEL_WORD_PINS)
            frames.LEVELS.pack_into(answer, frames.FIRST_LEVEL, low, high)
        if self._adc_pins:
            self._adc_words.pack_into(answer, frames.FIRST_SLOT, *world.adc(self._adc_pins))
        slot = frames.FRAME_BYTES
        for pin_a, pin_b in self._encoders:
            slot -= frames.WORD
            put_count(answer, slot, world.count(pin_a, pin_b))
