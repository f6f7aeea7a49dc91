"""HC-SR04, an ultrasonic ranger: a pulse on `trig` asks for a measurement, the length of one on `echo` is its answer.

From the data sheets of ElecFreaks (trigger of 10 µs, eight periods of 40 kHz, echo, 2 to 400 cm, measuring angle 15°,
± 3 mm) and ITead Studio (38 ms where nothing comes back). The burst and the time before it are what boards show. The
first sound that comes back ends the echo, whoever sent it: a burst of another ranger makes it too short.
"""

import math

from ..scene.model import Part
from .chance import ROWS, key_of, normal_rows, word
from .ports import Device, Surroundings

TRIGGER_US = 10
BURST_US = 450  # from the trigger's end to the echo line's rise; 200 of them are the burst itself
NO_ECHO_US = 38_000
NEAREST_MM = 20.0  # nearer, the echo is back while the membrane still rings
DEAF_US = 117  # so long after the echo line's rise: the sound's way there and back
FARTHEST_MM = 4000.0
CONE_DEG = 15.0
STEEPEST_DEG = 50.0  # a smooth wall that is met more aslant sends the sound elsewhere


class HcSr04(Device):
    """One measurement at a time; a trigger while one is on is not noticed."""

    LISTENS = PULSED = ("trig",)
    DRIVES = ("echo",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._key = key_of(seed, f"echo {part.id}")
        self._noise = normal_rows(self._key)
        self._us_per_mm = 2000.0 / _speed_of_sound_m_s(part.figure("temperature_c"))
        self._triggered_us: int | None = None  # since when the trigger is high
        self._rises_us = self._falls_us = -1
        self._heard = 0  # how many bursts of all rangers have been listened to

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        if duty > 32767 and not freq_hz:
            if self._triggered_us is None:
                self._triggered_us = t_us
            return
        began, self._triggered_us = self._triggered_us, None
        if began is not None and t_us - began >= TRIGGER_US and t_us >= self._end_us():
            part = self.part
            self._rises_us = t_us + BURST_US
            self._falls_us = self._rises_us + self._echo_us(t_us)
            self._heard = 0
            self.surroundings.send_burst(part, self._rises_us)

    def level(self, line: str, t_us: int) -> int | None:
        return int(self._rises_us <= t_us < self._falls_us and t_us < self._end_us())

    def hears_others(self, t_us: int) -> bool:
        return t_us < self._falls_us and t_us < self._end_us()

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        if self._falls_us <= after_us:
            return None  # nothing is under way
        self._end_us()
        if after_us < self._rises_us <= until_us:
            return self._rises_us, 1
        return (self._falls_us, 0) if after_us < self._falls_us <= until_us else None

    def _end_us(self) -> int:
        """When the echo ends, as far as it is known what is under way."""
        if self._heard == self.surroundings.bursts_sent:
            return self._falls_us
        self._heard, ways = self.surroundings.bursts(self.part, CONE_DEG, STEEPEST_DEG, self._heard, self._rises_us)
        for sent_us, way_mm in ways:
            comes_us = sent_us + int(way_mm / 2 * self._us_per_mm + 0.5)
            if self._rises_us + DEAF_US <= comes_us < self._falls_us:
                self._falls_us = comes_us
        return self._falls_us

    def _echo_us(self, t_us: int) -> int:
        """How long the sound of a measurement that begins at `t_us` is under way."""
        part = self.part
        way_mm = self.surroundings.distance_mm(
            part.x_mm, part.y_mm, part.z_mm, part.heading_deg, CONE_DEG, FARTHEST_MM, STEEPEST_DEG
        )
        if way_mm is None or way_mm < NEAREST_MM:
            return NO_ECHO_US
        chance = word(self._key, t_us)
        way_mm += part.figure("offset_mm") + part.figure("noise_mm") * self._noise[chance % ROWS][chance // ROWS & 3]
        return max(1, int(way_mm * self._us_per_mm + 0.5))


def _speed_of_sound_m_s(temperature_c: float) -> float:
    """In dry air, an ideal gas: 331.3 m/s at 0 °C, and as the square root of the absolute temperature."""
    return 331.3 * math.sqrt(1.0 + temperature_c / 273.15)
