"""How an MPU-6050 errs beside its noise: bias, scale, axes that are not square, and a gyroscope that drifts.

The data sheet (PS-MPU-6000A-00, revision 3.4, sections 6.1 and 6.2) allows: rates of 20 °/s at rest, and as much
again between -40 and 85 °C; 50 mg (x, y) and 80 mg (z); 3 % of scale; 2 % of what another axis has. A robot file says
how much of that a chip has; which way each axis errs belongs to its seed. The chip warms up after it is switched on,
and its rate at rest with it; and it wanders slowly by WANDERS_DEG_S, as an Allan deviation of such a chip shows
(robotics.stackexchange.com, question 8860: 0.0012 °/s).
"""

from collections.abc import Sequence

from ..scene.model import Part
from .chance import ROWS, key_of, word
from .elementary import exp

WANDERS_DEG_S = 0.0012
WANDER_US = (8_000_000, 64_000_000)  # it goes to another place in so long
WARMS_US = 90e6  # time constant; our estimate for a chip on a small board

Vector = tuple[float, float, float]
Row = tuple[float, float, float, float]
# By axis, the places of what two other axes add to it.
OTHERS = ((1, 2), (0, 2), (0, 1))


class Errors:
    """Of one chip; `accel` and `gyro` are its keys, `normal` rows of normal numbers of its own."""

    def __init__(self, part: Part, accel: int, gyro: int, normal: Sequence[Row]) -> None:
        self._accel_bias = _biases(accel, part.figure("accel_bias_mg") / 1000)
        self._gyro_bias = _biases(gyro, part.figure("gyro_bias_deg_s"))
        self._accel_scale = 1.0 + part.figure("accel_scale_percent") / 100
        self._gyro_scale = 1.0 + part.figure("gyro_scale_percent") / 100
        cross = part.figure("cross_axis_percent") / 100
        self._accel_cross = _crossed(accel, cross)
        self._gyro_cross = _crossed(gyro, cross)
        self._drift = _biases(word(gyro, -3), part.figure("gyro_drift_deg_s_c"))
        self._warmth = part.figure("temperature_c")
        self._warming = part.figure("warming_c")
        self._keys = [key_of(gyro, f"wander {i}") for i in range(len(WANDER_US))]
        self._normal = normal
        self._wanders = WANDERS_DEG_S if part.figure("gyro_noise_deg_s") > 0.0 else 0.0

    def warmth(self, t_us: int) -> float:
        """In °C."""
        return self._warmth + self._warmer(t_us)

    def force(self, true: Vector) -> Vector:
        """What the accelerometer makes of a force, in g."""
        return _told(true, self._accel_scale, self._accel_cross, self._accel_bias)

    def turn(self, true: Vector, t_us: int) -> Vector:
        """What the gyroscope makes of a turn, in °/s."""
        warmer = self._warmer(t_us)
        wander = self._wander(t_us)
        bias = self._gyro_bias
        x, y, z = (bias[axis] + self._drift[axis] * warmer + wander[axis] for axis in range(3))
        return _told(true, self._gyro_scale, self._gyro_cross, (x, y, z))

    def _warmer(self, t_us: int) -> float:
        return self._warming * (1.0 - exp(-t_us / WARMS_US)) if self._warming else 0.0

    def _wander(self, t_us: int) -> Vector:
        """From one place to the next in straight lines, some quick and some slow."""
        if not self._wanders:
            return 0.0, 0.0, 0.0
        x = y = z = 0.0
        for key, width in zip(self._keys, WANDER_US, strict=True):
            number, rest = divmod(t_us, width)
            late = rest / width
            before, after = (self._normal[word(key, n) % ROWS] for n in (number, number + 1))
            x += before[0] + late * (after[0] - before[0])
            y += before[1] + late * (after[1] - before[1])
            z += before[2] + late * (after[2] - before[2])
        return x * self._wanders, y * self._wanders, z * self._wanders


def _told(true: Vector, scale: float, cross: tuple[tuple[float, float], ...], bias: Vector) -> Vector:
    x, y, z = (
        true[axis] * scale
        + cross[axis][0] * true[OTHERS[axis][0]]
        + cross[axis][1] * true[OTHERS[axis][1]]
        + bias[axis]
        for axis in range(3)
    )
    return x, y, z


def _biases(key: int, strength: float) -> Vector:
    """Each axis' own share of an error, between 0.5 and 1.5 to either side."""
    chance = word(key, -1)
    sizes = [0.5 + (chance >> 16 * axis & 0xFFFF) / 65535 for axis in range(3)]
    x, y, z = (strength * (size if chance >> 60 + axis & 1 else -size) for axis, size in enumerate(sizes))
    return x, y, z


def _crossed(key: int, strength: float) -> tuple[tuple[float, float], ...]:
    """What each axis has of the two others, at most that strength to either side."""
    chance = word(key, -2)
    shares = [strength * ((chance >> 10 * i & 1023) / 511.5 - 1.0) for i in range(6)]
    return (shares[0], shares[1]), (shares[2], shares[3]), (shares[4], shares[5])
