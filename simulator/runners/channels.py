"""The inputs that a program has opened, and their places in the host's answers."""

import struct
from collections.abc import Iterable
from typing import Protocol

from . import frames

MAX_DIGITS = 4
SLOTS = (frames.FRAME_BYTES - frames.FIRST_SLOT) // frames.WORD


class Inputs(Protocol):
    """What a program may read of a world.

    `sharp_pins` are those whose level may change between two steps; the set is another one when that changes.
    """

    sharp_pins: frozenset[int]

    @property
    def t_us(self) -> int:
        """The time of its last step: voltages and counts are those of then."""

    def steady_until(self, pins: tuple[int, ...], after_us: int, until_us: int) -> int: ...
    def adc(self, pins: Iterable[int]) -> list[int]: ...
    def level(self, pin: int, t_us: int) -> int: ...
    def counts(self, encoders: Iterable[tuple[int, int]]) -> list[int]: ...


class Channels:
    """ADC pins with four words each from the first slot up, encoders with one each from the last down, and levels."""

    def __init__(self, world: Inputs) -> None:
        self._world = world
        self.clear()

    def clear(self) -> None:
        """Close them all: the board starts again."""
        self._adc_pins: list[int] = []
        self._encoders: list[tuple[int, int]] = []  # their two pins; the last one opened is the first
        self._adc_slots: struct.Struct | None = None
        self._encoder_slots: struct.Struct | None = None
        self._first_encoder = frames.FRAME_BYTES
        self._level_pins: list[int] = []
        self._sharp_pins: tuple[int, ...] = ()  # of those
        self._sharp_of: frozenset[int] | None = None  # the world's when that was found out
        self._sampled_us = self._counted_us = -1  # of which step the slots of the answer are

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
                self._lay_out()
            slot = frames.FIRST_SLOT // frames.WORD + 4 * self._adc_pins.index(pin)
        elif what == "encoder":
            pins = (pin % frames.PINS, pin // frames.PINS)
            if pins not in self._encoders:
                self._encoders.insert(0, pins)
                self._lay_out()
            slot = frames.FRAME_BYTES // frames.WORD - len(self._encoders) + self._encoders.index(pins)
        else:
            raise ValueError("not a channel")
        return slot

    def _lay_out(self) -> None:
        adc_words, counts = 4 * len(self._adc_pins), len(self._encoders)
        free = SLOTS - adc_words - counts
        if free < 0:
            raise ValueError("no more room")
        self._adc_slots = struct.Struct(f"<{adc_words}i") if adc_words else None
        self._encoder_slots = struct.Struct(f"<{counts}i") if counts else None
        self._first_encoder = frames.FRAME_BYTES - counts * frames.WORD
        self._sampled_us = self._counted_us = -1

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
        """Put levels and counts at `t_us` into an answer, always the same one."""
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
        if self._encoder_slots is not None and world.t_us != self._counted_us:
            self._counted_us = world.t_us
            self._encoder_slots.pack_into(answer, self._first_encoder, *world.counts(self._encoders))

    def sample(self, answer: bytearray) -> None:
        """Put what the ADC's pins read in the present step into an answer, always the same one."""
        world = self._world
        if self._adc_slots is not None and world.t_us != self._sampled_us:
            self._sampled_us = world.t_us
            self._adc_slots.pack_into(answer, frames.FIRST_SLOT, *world.adc(self._adc_pins))
