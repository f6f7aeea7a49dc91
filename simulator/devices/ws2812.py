"""WS2812B lamps in a chain: 24 bits each on one wire, green, red, blue, a bit told by how long the line is high.

Worldsemi's data sheet (tables "data transfer time" and "24 bit data"): 0.4 µs high is a 0, 0.8 µs a 1, each ± 150 ns,
and more than 50 µs low ends a transfer. Between those figures real lamps are generous, and so are these: what matters
is the high time alone, as long as the low time is no reset.
"""

from collections.abc import Iterable

from ..appearance import Rgb, lamps_text
from ..scene.model import Part
from .ports import Device, Surroundings

BITS = 24
SHORTEST_NS = 200  # shorter pulses are not seen
ONE_NS = 600  # half-way between a 0 and a 1
LONGEST_NS = 5_000  # of a high that is still a bit
RESET_NS = 50_000


class Ws2812(Device):
    """A lamp keeps the first 24 bits after a reset and lets the rest pass to the next; it shows them at the reset."""

    LISTENS = ("signal",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._count = int(part.figure("count"))
        self._colours: list[Rgb] = [(0, 0, 0)] * self._count
        self._coming = self._bits = 0  # since the last reset: the bits as one number, and how many
        self._since_ns = 0  # when the line last changed
        self._high = False
        self._text = ""

    def bits(self, data: bytes, timing_ns: tuple[int, ...], t_us: int) -> None:
        """Bytes, the highest bit first, each bit with its own high and low time."""
        start_ns = 1000 * t_us
        self._end_of_low(start_ns)
        ones = int.from_bytes(data, "big").bit_count()
        zeros = 8 * len(data) - ones
        if timing_ns[1] < RESET_NS and timing_ns[3] < RESET_NS:
            self._take(*_heard(data, _bit(timing_ns[0]), _bit(timing_ns[2]), zeros, ones))
        lasted = zeros * (timing_ns[0] + timing_ns[1]) + ones * (timing_ns[2] + timing_ns[3])
        self._since_ns, self._high = start_ns + lasted, False

    def levels(self, changes: Iterable[tuple[int, int]]) -> None:
        """The line's own changes as (ns, level), in the order of time: from a state machine, or from a program."""
        for t_ns, level in changes:
            if bool(level) == self._high:
                continue
            if level:
                self._end_of_low(t_ns)
            else:
                bit = _bit(t_ns - self._since_ns)
                if bit is not None:
                    self._take(bit, 1)
            self._since_ns, self._high = t_ns, bool(level)

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        if not freq_hz:
            self.levels([(1000 * t_us, int(duty > 32767))])

    def shown(self, t_us: int) -> str:
        """The colours of the lamps (`appearance.lamps_text`)."""
        if not self._high:
            self._end_of_low(1000 * t_us)
        return self._text

    def _take(self, value: int, count: int) -> None:
        """So many more bits; what is beyond the last lamp goes out at the chain's end."""
        beyond = max(0, self._bits + count - BITS * self._count)
        self._coming = self._coming << (count - beyond) | value >> beyond
        self._bits += count - beyond

    def _end_of_low(self, t_ns: int) -> None:
        """The line was low until then; lamps whose bits are all there show them if that was a reset."""
        if self._high or t_ns - self._since_ns < RESET_NS or not self._bits:
            return
        lamps = self._bits // BITS
        data = (self._coming >> self._bits % BITS).to_bytes(3 * lamps, "big")
        self._colours[:lamps] = [(data[at + 1], data[at], data[at + 2]) for at in range(0, 3 * lamps, 3)]
        self._coming = self._bits = 0
        self._text = lamps_text(self._colours)


def _heard(data: bytes, zero: int | None, one: int | None, zeros: int, ones: int) -> tuple[int, int]:
    """What a lamp makes of bytes when it takes a 0 for `zero` and a 1 for `one`: bits as a number, and how many."""
    count = (zeros if zero is not None else 0) + (ones if one is not None else 0)
    if zero is None or one is None or zero == one:
        return ((1 << count) - 1 if zero or one else 0), count
    value = int.from_bytes(data, "big")
    return (value if one else value ^ (1 << count) - 1), count


def _bit(high_ns: int) -> int | None:
    """What a pulse of that length says; None where it is none."""
    return int(high_ns >= ONE_NS) if SHORTEST_NS <= high_ns <= LONGEST_NS else None
