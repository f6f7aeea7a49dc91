"""The reflectance sensors of a robot on their ADC pins, looked through once a step and only when somebody asks."""

from collections.abc import Callable, Mapping

from ..devices.adc import FINE, MARGIN, U16
from ..devices.chance import CHANNELS_A_WORD, ROWS, key_of, word
from ..devices.loose_end import floating_volts
from ..devices.reflectance import (
    CODES_A_VOLT,
    NOISE_LIFT,
    code_per_light,
    dark_code,
    light_share,
    noise_rows,
    spot_mm,
)
from ..scene.chips import CHIPS
from ..scene.model import Scene
from .drive import State
from .glare import in_light
from .paint import Spot, look_at

Samples = tuple[int, int, int, int]

# Codes are kept MARGIN higher, where no noise makes them negative, and a half, so that cutting them rounds; the noise
# brings a lift of its own.
LIFT = FINE * MARGIN + FINE // 2 - NOISE_LIFT
SHIFT = FINE.bit_length() - 1


class LineSensors:
    """Readings are functions of (seed, pose, step number): reading more or less often changes none of them."""

    __slots__ = (
        "_blocks", "_broken", "_codes", "_codes_of", "_look", "_samples", "_samples_of", "_seed", "_sensors", "_u16",
    )  # fmt: skip

    def __init__(self, scene: Scene, seed: int) -> None:
        sensors = scene.robot.reflectance
        self._sensors = sensors
        self._seed = seed
        self._u16 = U16[CHIPS[scene.robot.board]]
        spots = [Spot(s.x_mm, s.y_mm, spot_mm(s), dark_code(s) + LIFT, code_per_light(s)) for s in sensors]
        own = [spot._replace(per_light=spot.per_light * light_share(s)) for spot, s in zip(spots, sensors, strict=True)]
        self._look = in_light(look_at(scene.mat, own), scene.mat.lights, spots, least=float(LIFT))
        # One hash serves as many channels as it has bits for.
        self._blocks = tuple(
            (
                key_of(seed, f"line sensors from {first}"),
                tuple(
                    (index, sensors[index].pin, noise_rows(sensors[index], key_of(seed, f"noise {sensors[index].id}")))
                    for index in range(first, min(first + CHANNELS_A_WORD, len(sensors)))
                ),
            )
            for first in range(0, len(sensors), CHANNELS_A_WORD)
        )
        self._broken: list[tuple[int, Callable[[int], float]]] = []
        self._codes: list[int] = []
        self._codes_of = -1  # the step for which they hold
        self._samples: dict[int, Samples] = {}
        self._samples_of = -1

    def samples(self, state: State, step: int) -> Mapping[int, Samples]:
        """Four samples by pin."""
        if step != self._samples_of:
            codes = self._codes if step == self._codes_of else self._look_now(state, step)
            u16, shift, last_row, samples = self._u16, SHIFT, ROWS - 1, self._samples
            for key, channels in self._blocks:
                bits = word(key, step)
                for index, pin, rows in channels:
                    first, second, third, fourth = rows[bits & last_row]
                    bits >>= 9
                    code = codes[index]
                    samples[pin] = (
                        u16[code + first >> shift],
                        u16[code + second >> shift],
                        u16[code + third >> shift],
                        u16[code + fourth >> shift],
                    )
            self._samples_of = step
        return self._samples

    def noise_free(self, state: State, step: int) -> list[int]:
        """What each sensor would read without noise, in the robot file's order."""
        codes = self._codes if step == self._codes_of else self._look_now(state, step)
        u16 = self._u16
        return [u16[code + NOISE_LIFT >> SHIFT] for code in codes]

    def break_down(self, name: str, floats: bool, step_us: int) -> None:
        """From now on the sensor of that name sees no floor: its wire `floats`, or it lacks its lamp and sees black."""
        index = next((i for i, sensor in enumerate(self._sensors) if sensor.id == name), None)
        if index is not None:
            key, black_v = key_of(self._seed, f"loose end {name}"), self._sensors[index].black_v
            self._broken.append((index, lambda step: floating_volts(key, step * step_us) if floats else black_v))
            self._codes_of = self._samples_of = -1

    def _look_now(self, state: State, step: int) -> list[int]:
        self._codes = list(map(int, self._look(state[0] * 1e3, state[1] * 1e3, state[2], state[3])))
        for index, volts in self._broken:
            self._codes[index] = int(volts(step) * CODES_A_VOLT) + LIFT
        self._codes_of = step
        return self._codes
