"""sound.wav: what a robot's buzzers played, computed from the trace's "o" and "f" records in whole numbers.

A PWM is a rectangular wave: its harmonics are those of its duty, and only those below half the sampling rate are heard,
so that a high note has no false ones. Levels that a program sets one by one are taken as they are, through a high-pass
filter as a piezo disc is one. Two equal traces make two equal files on every computer.
"""

import sys
import wave
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from ..scene.trig import PI, sin_cos_deg
from ..trace import Trace
from .parts import shown_parts
from .track import end_of

RATE_HZ = 22_050
SWING = 20_000  # of the 65,536 steps of a sample, from low to high
MOST_HARMONICS = 64
_LOUDEST = 32_767
_FULL = 65535
_TABLE_BITS, _PHASE_BITS = 11, 32
_TABLE = 1 << _TABLE_BITS
_PERIOD = 1 << _PHASE_BITS
_US = 1_000_000
_FADE_BITS = 8  # of the high-pass filter: about 14 Hz
_FINE_BITS = 16

Piece = tuple[int, int, int, int]  # from and to (µs), Hz of the PWM or 0, duty


def write_sound(trace: Trace, path: Path) -> bool:
    """Write the sound of the whole run as 16-bit mono; False, and no file, where no buzzer played."""
    samples = sound_of(trace)
    if samples is None:
        return False
    partial = path.with_name(path.name + ".partial")
    with wave.open(str(partial), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        if sys.byteorder == "big":
            samples.byteswap()
        out.writeframes(samples.tobytes())
    partial.replace(path)
    return True


def sound_of(trace: Trace) -> "array[int] | None":
    """The samples, RATE_HZ of them a second, as long as the run; None where all is silent."""
    end_us = max(end_of(trace)[0], trace.states[-1][0] if trace.states else 0)
    buzzers = shown_parts(trace, frozenset({"buzzer"}))
    played = [list(_pieces(trace, buzzer.pins["signal"], end_us)) for buzzer in buzzers]
    if not any(_sounds(piece) for pieces in played for piece in pieces):
        return None
    samples = array("h", bytes(2 * _sample_at(end_us)))
    for pieces in played:
        _add_tones(samples, pieces, len(played))
        _add_levels(samples, pieces, len(played))
    return samples


def _sample_at(t_us: int) -> int:
    """The first sample that is not before that time."""
    return -(-t_us * RATE_HZ // _US)


def _sounds(piece: Piece) -> bool:
    return piece[0] < piece[1] and (0 < piece[3] < _FULL if piece[2] else piece[3] > 0)


def _pieces(trace: Trace, pin: int, end_us: int) -> Iterator[Piece]:
    """Spans in which the pin did the same."""
    changes = [(t_us, 0, hz) for t_us, robot, of, hz in trace.frequencies if (robot, of) == (0, pin)]
    changes += [(t_us, 1, duty) for t_us, robot, of, duty in trace.outputs if (robot, of) == (0, pin)]
    changes.sort(key=lambda change: change[:2])
    now = [0, 0]  # Hz, duty
    for (t_us, what, value), (until_us, _, _) in pairwise([*changes, (end_us, 0, 0)]):
        now[what] = value
        if t_us < until_us:
            yield t_us, min(until_us, end_us), now[0], now[1]


def _add_tones(samples: "array[int]", pieces: list[Piece], voices: int) -> None:
    for from_us, to_us, hz, duty in pieces:
        harmonics = min(MOST_HARMONICS, (RATE_HZ // 2 - 1) // hz) if hz else 0
        if not harmonics or not 0 < duty < _FULL:
            continue
        table = [value // voices for value in _one_period(harmonics, (duty + 128) >> 8)]
        first, last = _sample_at(from_us), min(_sample_at(to_us), len(samples))
        # The wave begins with the piece, which lies between two samples.
        phase = (first * _US - from_us * RATE_HZ) * hz * _PERIOD // (RATE_HZ * _US)
        step = hz * _PERIOD // RATE_HZ
        shift, mask = _PHASE_BITS - _TABLE_BITS, _TABLE - 1
        for number in range(first, last):
            samples[number] += table[phase >> shift & mask]
            phase += step


@cache
def _sines() -> tuple[float, ...]:
    return tuple(sin_cos_deg(360 * number / _TABLE)[0] for number in range(_TABLE))


@cache
def _one_period(harmonics: int, duty: int) -> tuple[int, ...]:
    """A rectangular wave that is high for `duty` of 256 parts, without its mean, of that many harmonics."""
    sines = _sines()
    total = [0.0] * _TABLE
    for number in range(1, harmonics + 1):
        loud = 2.0 / (number * PI) * sin_cos_deg(180.0 * number * duty / 256)[0]
        turned = _TABLE // 4 - number * duty * _TABLE // 512  # the middle of the high part is where all begin
        for at in range(_TABLE):
            total[at] += loud * sines[(number * at + turned) % _TABLE]
    return tuple(round(SWING * value) for value in total)


def _add_levels(samples: "array[int]", pieces: list[Piece], voices: int) -> None:
    """Levels without PWM: each sample is the share of its time in which the pin is high, then filtered."""
    high = [(from_us, to_us) for from_us, to_us, hz, duty in pieces if not hz and duty > _FULL // 2]
    if not high:
        return
    shares = array("q", bytes(8 * (len(samples) + 1)))
    for from_us, to_us in high:
        begin, end = from_us * RATE_HZ, to_us * RATE_HZ
        first, last = begin // _US, min(end // _US, len(samples))
        for number in range(first, last + 1):
            shares[number] += min(end, (number + 1) * _US) - max(begin, number * _US)
    before = level = 0
    for number in range(len(samples)):
        now = shares[number] * SWING // voices // _US << _FINE_BITS
        level += now - before - (level >> _FADE_BITS)
        before = now
        samples[number] = min(max(samples[number] + (level >> _FINE_BITS), -_LOUDEST), _LOUDEST)
