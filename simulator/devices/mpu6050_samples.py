"""What one sample of an MPU-6050 says: motion, tilt and warmth as its seven 16-bit numbers, with bias and noise.

Everything is a function of the sample's time, so that a sample costs nothing until somebody reads it. Sections are
those of the register map RM-MPU-6000A-00, revision 4.2.
"""

import math
from typing import NamedTuple

from ..scene.model import Part
from ..scene.trig import sin_cos_deg
from .chance import key_of, normal_rows, word
from .elementary import exp, log
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


class Settings(NamedTuple):
    """What the registers make of a sample. Masks have x in bit 2, y in bit 1, z in bit 0."""

    filter: int
    gyro_range: int
    accel_range: int
    gyro_test: int
    accel_test: int
    gyro_off: int
    accel_off: int
    temperature_off: bool
    gyro_offsets: tuple[int, int, int]
    accel_offsets: tuple[int, int, int]  # from what the factory wrote


Sample = tuple[int, int, int, int, int, int, int]  # acceleration x, y, z, temperature, rate x, y, z
NOTHING: Sample = (0, 0, 0, 0, 0, 0, 0)


class Samples:
    """One chip's samples: flat on the robot, its x along the part's heading, z up."""

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        self._surroundings = surroundings
        self._place = part.x_mm, part.y_mm
        self._sine, self._cosine = sin_cos_deg(part.heading_deg)
        key = key_of(seed, f"mpu6050 {part.id}")
        self._normal = [number for row in normal_rows(key) for number in row]
        self._keys = [key_of(seed, f"mpu6050 {part.id} {channel}") for channel in range(7)]
        self._gyro_noise = part.figure("gyro_noise_deg_s")
        self._accel_noise = part.figure("accel_noise_mg") / 1000
        self._gyro_bias = [part.figure("gyro_bias_deg_s") * _own(key) for key in self._keys[4:]]
        self._accel_bias = [part.figure("accel_bias_mg") / 1000 * _own(key) for key in self._keys[:3]]
        self._warmth = part.figure("temperature_c")

    def at(self, t_us: int, settings: Settings) -> Sample:
        """The sample taken at that time."""
        accel_hz, accel_delay = ACCEL_FILTER[settings.filter]
        gyro_hz, gyro_delay = GYRO_FILTER[settings.filter]
        forward, left = self._acceleration(t_us, accel_delay)
        turn = self._turn_rate(t_us, gyro_delay)
        force = (forward * self._cosine + left * self._sine, left * self._cosine - forward * self._sine, 1.0)
        accel_noise = self._accel_noise * _spread(accel_hz)
        gyro_noise = self._gyro_noise * _spread(gyro_hz)
        values = []
        for axis in range(3):
            mask = 4 >> axis
            g = force[axis] + self._accel_bias[axis] + accel_noise * self._noise(axis, t_us, accel_hz)
            g += settings.accel_offsets[axis] / ACCEL_OFFSET_LSB
            if settings.accel_test & mask:
                g += _ACCEL_RESPONSE[axis]
            values.append(0 if settings.accel_off & mask else _word(g * ACCEL_LSB[settings.accel_range]))
        # Section 4.18.
        warmth = (self._warmth + 0.1 * self._noise(3, t_us, 5) - 36.53) * 340.0
        values.append(0 if settings.temperature_off else _word(warmth))
        for axis in range(3):
            mask = 4 >> axis
            rate = turn if axis == 2 else 0.0
            rate += self._gyro_bias[axis] + gyro_noise * self._noise(4 + axis, t_us, gyro_hz)
            rate += settings.gyro_offsets[axis] / GYRO_OFFSET_LSB
            if settings.gyro_test & mask:
                rate += _GYRO_RESPONSE[axis]
            values.append(0 if settings.gyro_off & mask else _word(rate * GYRO_LSB[settings.gyro_range]))
        ax, ay, az, temperature, gx, gy, gz = values
        return ax, ay, az, temperature, gx, gy, gz

    def _acceleration(self, t_us: int, delay_us: int) -> tuple[float, float]:
        """Forward and to the left in g, behind a filter of that delay."""
        steps = 1 + 2 * delay_us // STEP_US
        forward = left = 0.0
        for i in range(steps):
            ahead, aside = self._surroundings.acceleration_mm_s2(*self._place, max(0, t_us - i * STEP_US))
            forward += ahead
            left += aside
        return forward / steps / GRAVITY_MM_S2, left / steps / GRAVITY_MM_S2

    def _turn_rate(self, t_us: int, delay_us: int) -> float:
        """°/s behind a filter: the mean over twice its delay."""
        steps = 1 + 2 * delay_us // STEP_US
        rate = 0.0
        for i in range(steps):
            rate += self._surroundings.turn_rate_deg_s(max(0, t_us - i * STEP_US))
        return rate / steps

    def _noise(self, channel: int, t_us: int, bandwidth_hz: int) -> float:
        """Noise of deviation 1 that changes as fast as the filter lets it, so that samples close in time are alike."""
        width = 500_000 // bandwidth_hz
        number, rest = divmod(t_us, width)
        key, normal = self._keys[channel], self._normal
        before = normal[word(key, number) & 2047]
        after = normal[word(key, number + 1) & 2047]
        # Half-way between two independent numbers a mean is quieter than either; this is what it takes overall.
        return (before + (after - before) * (rest / width)) * 1.224744871391589


def _own(key: int) -> float:
    """Each axis' own share of the bias, between 0.5 and 1.5 to either side."""
    chance = word(key, -1)
    size = 0.5 + (chance & 0xFFFF) / 65535
    return size if chance >> 20 & 1 else -size


def _spread(bandwidth_hz: int) -> float:
    """How much stronger white noise is behind a filter than behind the one that the figures are for."""
    return math.sqrt(bandwidth_hz / NOISE_HZ)


def _word(value: float) -> int:
    """A 16-bit number; beyond the range it stays at the end."""
    if value >= 32767.0:
        return 32767
    if value <= -32768.0:
        return -32768
    return int(value + 32768.5) - 32768
