"""The seam between a program and its world: frames of 64 words of 32 bits, the same for both children.

A child sends a frame: kind, µs since the last answer, argument, line of the last loop head, number of outputs, payload
bytes, pins watched (0–29, 30–59), whether what the ADC's pins read is in use; then three words for each output (pin,
duty, µs since the last answer); a pin number of 64 or more is that pin less 64, and the duty is the frequency of its
PWM in Hz, 0 for a plain level. For a STEP the argument is how long the child is willing to wait for an event, for a
PULSE as long again for a second one. For a BUS it is how long its transfer takes on the wire, for an END or a
CALLBACK_ERROR the line of the loop head where Ctrl-C found the program, or 0. The host answers STEP, PULSE, OPEN,
SOURCE and BUS: µs that have passed since the child's now, µs until the next step or event (the horizon), number of
events, result, payload bytes; then up to three events (pin * 2 + level, µs before now; beyond the pins are events of
the board itself, SUPPLY and CTRL_C), the levels of pins 0–29 and 30–59, and the slots of opened channels: those of the
ADC only where they are IN_USE, or after a SAMPLE, which asks for them alone and lets no time pass. A payload follows
its frame; what a BUS's payload says is written in `simulator/world/buses.py`. A board with a console has three more
kinds: PROMPT waits as STEP does, and for what comes over the cable; READ takes of it as many bytes as the argument
says; TOLD is not answered. What they carry is written in `simulator/virtual_board/session.py`. The child's side of the
same seam is `simulator/clock/_clock.py`, and its words are in `_frames.py` there.
"""

import struct

from marshrut.simulator.clock._frames import (
    BUS,
    CALLBACK_ERROR,
    CTRL_C,
    END,
    FRAME_WORDS,
    IN_USE,
    MAX_OUTPUTS,
    OPEN,
    PROMPT,
    PULSE,
    READ,
    RESET,
    SAMPLE,
    SOURCE,
    STEP,
    SUPPLY,
    TEXT,
    TOLD,
)

__all__ = (
    "BUS", "CALLBACK_ERROR", "CTRL_C", "END", "IN_USE", "MAX_OUTPUTS", "OPEN", "PROMPT", "PULSE", "READ", "RESET",
    "SAMPLE", "SOURCE", "STEP", "SUPPLY", "TEXT", "TOLD",
)  # fmt: skip

PINS = 64
LEVEL_PINS = 60  # whose levels an answer has room for
LEVEL_WORD_PINS = 30  # of them in a word
MAX_FREQUENCY_HZ = 125_000_000

FRAME_BYTES = FRAME_WORDS * 4
HEADER = struct.Struct("<9i")
OUTPUT = struct.Struct("<3i")
FIRST_OUTPUT = HEADER.size

ANSWER = struct.Struct("<5i")
EVENT = struct.Struct("<2i")
FIRST_EVENT = 20
MAX_EVENTS = 3
LEVELS = struct.Struct("<2i")
FIRST_LEVEL = 44
FIRST_SLOT = 52
WORD = 4

MAX_PAYLOAD = 4 << 20
"""A child that announces more than this has broken the protocol."""
