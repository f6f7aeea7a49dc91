"""What one sample of an MPU-6050 says: motion, tilt and warmth as its seven 16-bit numbers, with the chip's errors.

Everything is a function of the sample's time, so that a sample costs nothing until somebody reads it. Sections are
those of the register map RM-MPU-6000A-00, revision 4.2.
"""

import math
import struct
from typing import NamedTuple

from ..scene.model import Part
from ..scene.trig import sin_cos_deg
from .chance import key_of, normal_rows, word
from .elementary import exp, log
from .mpu6050_errors import Errors, Vector
from .ports import Surroundings

GRAVITY_MM_S2 = 9806.65
STEP_US = 5000  # the surroundings change this often

# Section 4.3 by DLPF_CFG: bandwidth in Hz and delay in µs, of the accelerometer and of the gyroscope.
ACCEL_FILTER = ((260, 0), (184, 2000), (94, 3000), (44, 4900), (21, 8500), (10, 13800), (5, 19000), (260, 0))
GYRO_FILTER = ((256, 980), (188, 1900), (98, 2800), (42, 4800), (20, 8300), (10, 13400), (5, 18600), (256, 980))
NOISE_HZ = 98  # the robot file's figures for noise are those behind the filter of 98 Hz (PS-MPU-6000A-00, 6.1 and 6.2)

GYRO_LSB = (131.0, 65.5, 32.8, 16.4)  # a °/s, by FS_SEL (section 4.19)
ACCEL_LSB = (16384.0, 8192.0, 4096.0, 2048.0)  # a g, by AFS_SEL (section 4.17)
GYRO_OFFSET_LSB = 32.8  # of the offset registers, whatever the range
ACCEL_OFFSET_LSB = 2048.0
WARMTH_NOISE = 0.1  # °C; our estimate

# Factory values in the self-test registers (section 4.1), x, y, z; 0 to 31.
GYRO_TEST = (14, 12, 15)
ACCEL_TEST = (16, 18, 14)


def _gyro_response(code: int) -> float:
    """°/s that self-test adds to an axis with that factory value."""
    response = 25.0
    for _ in range(code - 1):
        response *= 1.046
    return response


def _accel_response(code: int) -> float:
    """g that self-test adds to an axis with that factory value."""
    return 0.34 * exp((code - 1) / 30 * log(0.92 / 0.34))


_GYRO_RESPONSE = tuple(sign * _gyro_response(code) for sign, code in zip((1, -1, 1), GYRO_TEST, strict=True))
_ACCEL_RESPONSE = tuple(_accel_response(code) for code in ACCEL_TEST)


class Axes(NamedTuple):
    """What the registers make of a sample's x, y, z. Masks have x in bit 2, y in bit 1, z in bit 0."""

    range: int
    test: int
    off: int
    offsets: tuple[int, int, int]  # the accelerometer's from what the factory wrote


class Settings(NamedTuple):
    filter: int
    gyro: Axes
    accel: Axes
    temperature_off: bool


class _Kind(NamedTuple):
    """What differs between the accelerometer and the gyroscope."""

    lsb: tuple[float, ...]  # by range
    offset_lsb: float
    response: tuple[float, ...]  # to self-test


_ACCEL = _Kind(ACCEL_LSB, ACCEL_OFFSET_LSB, _ACCEL_RESPONSE)
_GYRO = _Kind(GYRO_LSB, GYRO_OFFSET_LSB, _GYRO_RESPONSE)

# Where the seven numbers of a sample, in the order of their registers, are in its groups.
_PLACES = ((0, 0), (0, 1), (0, 2), (1, 0), (2, 0), (2, 1), (2, 2))


class Sample:
    """One sample: acceleration x, y, z, temperature, rate x, y, z. What nobody reads of it is not worked out."""

    def __init__(self, samples: "Samples", t_us: int, settings: Settings) -> None:
        self._samples = samples
        self._when = t_us, settings
        self._groups: list[tuple[int, ...] | None] = [None, None, None]

    def word(self, number: int) -> int:
        group, place = _PLACES[number]
        words = self._groups[group]
        if words is None:
            words = self._samples.group(group, *self._when)
            self._groups[group] = words
        return words[place]

    def block(self, at: int, size: int) -> bytes:
        """So many bytes of it as they are in the registers, from that one on."""
        first, end = at // 2, (at + size + 1) // 2
        words = [self.word(number) for number in range(first, end)]
        return struct.pack(f">{end - first}h", *words)[at - 2 * first :][:size]


class Samples:
    """One chip's samples: flat on the robot, its x along the part's heading, z up."""

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        self._surroundings = surroundings
        self._place = part.x_mm, part.y_mm
        self._sine, self._cosine = sin_cos_deg(part.heading_deg)
        key = key_of(seed, f"mpu6050 {part.id}")
        rows = normal_rows(key)
        self._normal = [number for row in rows for number in row]
        self._keys = [key_of(seed, f"mpu6050 {part.id} {group}") for group in ("accel", "temperature", "gyro")]
        self._gyro_noise = part.figure("gyro_noise_deg_s")
        self._accel_noise = part.figure("accel_noise_mg") / 1000
        self._errors = Errors(part, self._keys[0], self._keys[2], rows)

    def group(self, number: int, t_us: int, settings: Settings) -> tuple[int, ...]:
        """What was sampled at that time: acceleration (0), temperature (1) or rates (2)."""
        return (self._accel, self._temperature, self._gyro)[number](t_us, settings)

    def _accel(self, t_us: int, settings: Settings) -> tuple[int, ...]:
        bandwidth_hz, delay_us = ACCEL_FILTER[settings.filter]
        force = self._errors.force(self._force(t_us, delay_us))
        noise = self._noise(0, t_us, bandwidth_hz)
        strength = self._accel_noise * _spread(bandwidth_hz)
        felt = [force[axis] + strength * noise[axis] for axis in range(3)]
        return _words(felt, settings.accel, _ACCEL)

    def _temperature(self, t_us: int, settings: Settings) -> tuple[int, ...]:
        """Section 4.18."""
        warmth = self._errors.warmth(t_us) + WARMTH_NOISE * self._noise(1, t_us, 5)[0]
        return (0 if settings.temperature_off else _word((warmth - 36.53) * 340.0),)

    def _gyro(self, t_us: int, settings: Settings) -> tuple[int, ...]:
        bandwidth_hz, delay_us = GYRO_FILTER[settings.filter]
        turn = self._errors.turn(self._turn(t_us, delay_us), t_us)
        noise = self._noise(2, t_us, bandwidth_hz)
        strength = self._gyro_noise * _spread(bandwidth_hz)
        felt = [turn[axis] + strength * noise[axis] for axis in range(3)]
        return _words(felt, settings.gyro, _GYRO)

    def _force(self, t_us: int, delay_us: int) -> Vector:
        """Along the chip's axes in g, behind a filter of that delay: the mean over twice as long. Where the robot
        leans, what carries it points forward or to the left as well."""
        steps = 1 + 2 * delay_us // STEP_US
        forward = left = nose = side = 0.0
        for i in range(steps):
            at_us = max(0, t_us - i * STEP_US)
            ahead, aside = self._surroundings.acceleration_mm_s2(*self._place, at_us)
            up, left_up = self._surroundings.tilt(at_us)
            forward += ahead
            left += aside
            nose += up
            side += left_up
        nose, side = nose / steps, side / steps
        upright = math.sqrt(max(0.0, 1.0 - nose * nose - side * side))
        return self._own(forward / steps / GRAVITY_MM_S2 + nose, left / steps / GRAVITY_MM_S2 + side, upright)

    def _turn(self, t_us: int, delay_us: int) -> Vector:
        """Along the chip's axes in °/s, behind a filter in the same way."""
        steps = 1 + 2 * delay_us // STEP_US
        rate = nose = side = 0.0
        for i in range(steps):
            at_us = max(0, t_us - i * STEP_US)
            up, left_up = self._surroundings.tilt_rate_deg_s(at_us)
            rate += self._surroundings.turn_rate_deg_s(at_us)
            nose += up
            side += left_up
        return self._own(side / steps, -nose / steps, rate / steps)

    def _own(self, forward: float, left: float, up: float) -> Vector:
        """From the robot's axes to the chip's."""
        return forward * self._cosine + left * self._sine, left * self._cosine - forward * self._sine, up

    def _noise(self, group: int, t_us: int, bandwidth_hz: int) -> tuple[float, float, float]:
        """Noise of deviation 1 that changes as fast as the filter lets it, so that samples close in time are alike."""
        width = 500_000 // bandwidth_hz
        number, rest = divmod(t_us, width)
        key, normal = self._keys[group], self._normal
        before, after = word(key, number), word(key, number + 1)
        # Half-way between two independent numbers a mean is quieter than either; this is what it takes overall.
        late = rest / width * 1.224744871391589
        soon = 1.224744871391589 - late
        return (
            soon * normal[before & 2047] + late * normal[after & 2047],
            soon * normal[before >> 11 & 2047] + late * normal[after >> 11 & 2047],
            soon * normal[before >> 22 & 2047] + late * normal[after >> 22 & 2047],
        )


def _spread(bandwidth_hz: int) -> float:
    """How much stronger white noise is behind a filter than behind the one that the figures are for."""
    return math.sqrt(bandwidth_hz / NOISE_HZ)


def _words(felt: list[float], axes: Axes, kind: _Kind) -> tuple[int, ...]:
    """What was felt along x, y, z as the registers have it."""
    words = []
    for axis in range(3):
        mask = 4 >> axis
        value = felt[axis] + axes.offsets[axis] / kind.offset_lsb
        if axes.test & mask:
            value += kind.response[axis]
        words.append(0 if axes.off & mask else _word(value * kind.lsb[axes.range]))
    return tuple(words)


def _word(value: float) -> int:
    """A 16-bit number; beyond the range it stays at the end."""
    if value >= 32767.0:
        return 32767
    if value <= -32768.0:
        return -32768
    return int(value + 32768.5) - 32768
