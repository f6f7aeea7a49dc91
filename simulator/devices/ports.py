"""The seam between the world and a chip on the robot: what the world asks of a device, and what a device may sense.

Times are whole µs since t = 0 and never go back, but for `next_change`, which may be asked about the future. Voltages
are volts, places mm and degrees in the robot's frame (x forward, y left). A line is the chip's name of a pin ("echo").
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ..scene.model import Part

Rgb = tuple[float, float, float]


class LightBack(NamedTuple):
    """What comes back of light that is sent into a cone: from how far in the mean, and how much, in parts of what a
    white thing (one that throws all back) in the whole cone throws back from 1 m; and the ambient light there, in parts
    of what a light of share 1 is."""

    way_mm: float
    signal: float
    ambient: float


class Surroundings(Protocol):
    """What there is to sense, as of the last physics step; with a `t_us`, as of the last step until then.

    A chip that samples by its own clock asks for the time of its sample, so that what is read does not depend on when
    or how often it is read. Some seconds are remembered; before that, the oldest is all that is known. Of a
    time to come it is told what will be if no output changes.
    """

    def now_us(self) -> int:
        """The time of the last physics step."""

    def distance_mm(
        self,
        x_mm: float,
        y_mm: float,
        z_mm: float,
        heading_deg: float,
        cone_deg: float,
        most_mm: float,
        steepest_deg: float = 90.0,
        t_us: int | None = None,
    ) -> float | None:
        """The way that sound takes to the nearest thing within a cone of that full angle; None where nothing answers
        up to `most_mm`.

        A wall met at more than `steepest_deg` from its normal throws what is sent aside.
        """

    def send_burst(self, part: Part, sent_us: int) -> None:
        """The ranger at that part's place sends a burst of sound; `sent_us` is when ranges are reckoned from."""

    @property
    def bursts_sent(self) -> int:
        """How many bursts there have been of all rangers, those of other robots included."""

    def bursts(
        self, part: Part, cone_deg: float, steepest_deg: float, first: int, after_us: int
    ) -> tuple[int, Sequence[tuple[int, float]]]:
        """How many there have been, and which of them, from that number on, may come to a ranger at that part's place
        after that time: when it was sent, and its way in mm."""

    def light_back(
        self,
        x_mm: float,
        y_mm: float,
        z_mm: float,
        heading_deg: float,
        cone_deg: float,
        most_mm: float,
        t_us: int | None = None,
    ) -> LightBack | None:
        """What a cone of that full angle throws back from up to `most_mm`; None where nothing does."""

    def rgb(self, x_mm: float, y_mm: float, footprint_mm: float, t_us: int | None = None) -> Rgb:
        """The shares of red, green and blue light that the floor under a spot of that diameter throws back."""

    def turn_rate_deg_s(self, t_us: int | None = None) -> float:
        """Counter-clockwise positive."""

    def acceleration_mm_s2(self, x_mm: float, y_mm: float, t_us: int | None = None) -> tuple[float, float]:
        """Of that point of the robot, forward and to the left, without gravity."""

    def tilt(self, t_us: int | None = None) -> tuple[float, float]:
        """How the robot leans on a slope: the sines of how much its nose and its left side are up."""

    def tilt_rate_deg_s(self, t_us: int | None = None) -> tuple[float, float]:
        """How fast its nose and its left side go up."""

    def battery_v(self) -> float:
        """At the battery's clamps."""

    def battery_draw(self, from_us: int, until_us: int) -> tuple[float, float]:
        """The means over a time that is past: the battery's current in A, and its voltage."""

    def touch_changes(
        self, area_mm: tuple[tuple[float, float], ...], after_us: int, until_us: int
    ) -> Iterator[tuple[int, bool]]:
        """When something firm (a wall, a robot, an object that does not slide away) comes into that area of the robot
        or leaves it in after < t <= until, at steps, in order of time.

        Before t = 0 nothing does. What lies after `now_us` comes so if no output changes before.
        """


class Device:
    """A chip with nothing to do; a subclass overrides what its chip does. One instance lives for a run.

    The class says which of its lines it listens to (what a program puts on them must reach it at once, or soon), which
    it drives (a program may read or watch them), and which carry a voltage for the board's ADC.
    """

    LISTENS: tuple[str, ...] = ()
    PULSED: tuple[str, ...] = ()  # of those, where only a pulse's end does something, and nothing of that shows soon
    DRIVES: tuple[str, ...] = ()
    ANALOGUE: tuple[str, ...] = ()

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        self.part = part
        self.surroundings = surroundings
        self.seed = seed
        self.address = int(dict(part.figures).get("address", 0))  # on I2C; some chips let a program change it

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        """The board put `duty` (0 to 65535; a level is one of the ends) on a line it listens to.

        `freq_hz` is that of the PWM, 0 for a plain level.
        """

    def level(self, line: str, t_us: int) -> int | None:
        """The level it drives a line to, None when it lets go (a pull-up decides)."""
        return None

    def hears_others(self, t_us: int) -> bool:
        """Whether what other robots do between two steps may change its lines from then on."""
        return False

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        """The first change of a line it drives in after < t <= until, as (t, level), if nothing else happens before."""
        return None

    def volts(self, line: str, t_us: int) -> float:
        """On an analogue line, without the noise."""
        return 0.0

    def noise_mv(self, line: str) -> float:
        """One standard deviation of the noise on an analogue line."""
        return 0.0

    def i2c_write(self, data: bytes, t_us: int) -> int:
        """A write addressed to it; returns how many bytes it acknowledges."""
        return 0

    def i2c_read(self, count: int, t_us: int) -> bytes:
        """A read addressed to it: exactly `count` bytes."""
        return b"\xff" * count

    def answers(self, t_us: int) -> bool:
        """Whether it acknowledges its I2C address now (held in reset, asleep: it may not)."""
        return True

    def stretch_us(self) -> int:
        """How long it held the clock during the last transfer."""
        return 0

    def bits(self, data: bytes, timing_ns: tuple[int, ...], t_us: int) -> None:
        """Bytes that came over the line "signal" as timed pulses (`machine.bitstream`).

        `timing_ns` has four times: high and low of a 0, high and low of a 1.
        """

    def shown(self, t_us: int) -> str:
        """What a person sees or hears of it now, as a short text of the chip's own form; asked every 20 ms.

        It goes into the trace when it has changed; "" for a chip that shows nothing.
        """
        return ""
