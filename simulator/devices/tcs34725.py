"""TCS34725, a colour sensor with four channels and a white lamp beside it, at the level of its registers.

Tables and figures are those of the TCS3472 data sheet (ams, v1-02). Against its letter the chip moves on to the next
register after each byte even without the auto-increment bits: the drivers that people share rely on it. A change of
pace or gain begins a new integration; the lamp is always on.
"""

from ..scene.model import Part
from .chance import key_of, normal_rows, word
from .ports import Device, Surroundings

ENABLE, ATIME, WTIME, AILTL, PERS, CONFIG, CONTROL = 0x00, 0x01, 0x03, 0x04, 0x0C, 0x0D, 0x0F
ID, STATUS, CDATAL, BDATAH = 0x12, 0x13, 0x14, 0x1B
WRITABLE = frozenset((ENABLE, ATIME, WTIME, AILTL, AILTL + 1, AILTL + 2, AILTL + 3, PERS, CONFIG, CONTROL))
PON, AEN, WEN, AIEN = 0x01, 0x02, 0x08, 0x10
AVALID, AINT = 0x01, 0x10
IDENTITY = 0x44
CLEAR_INTERRUPT = 0x66  # of a command byte's lower bits: special function 6

CYCLE_US = 2400  # of integration, of waiting, and of what comes before: warming up, and each integration's begin
GAINS = (1, 4, 16, 60)
MOST_A_CYCLE = 1024
# Integrations in a row that must lie outside the thresholds, by APERS (table 8); 0: each one counts, whatever it says.
PERSISTENCE = (0, 1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60)

# What the clear channel takes of the lamp's red, green and blue over a floor that throws all light back, and each
# channel's share of that (optical characteristics at 615, 525 and 465 nm, middles of the ranges).
LAMP = (0.30, 0.42, 0.28)
RESPONSE = ((0.95, 0.145, 0.075), (0.07, 0.725, 0.26), (0.145, 0.275, 0.765))
# Clear counts of a cycle at gain 1 from NEAR_MM above such a floor; our estimate from a module above white paper.
COUNTS = 110.0
NEAR_MM = 10.0

LOOKS_US = 5000  # the floor is looked at so often during an integration, but at most eight times

Counts = tuple[int, int, int, int]  # clear, red, green, blue


class Tcs34725(Device):
    DRIVES = ("int",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        key = key_of(seed, f"tcs34725 {part.id}")
        self._normal = normal_rows(key)
        self._key = key
        self._registers = bytearray(32)
        self._registers[ATIME] = self._registers[WTIME] = 0xFF
        self._registers[ID] = IDENTITY
        self._pointer = 0
        self._powered_us = 0
        self._end: tuple[int, int] | None = None  # of the first integration, and the time from one to the next
        self._data: Counts = (0, 0, 0, 0)
        self._unread: int | None = None  # the end of an integration whose counts nobody has asked for
        self._shadow: dict[int, int] = {}  # upper bytes, kept since their lower ones were read
        self._outside = 0  # integrations in a row outside the thresholds
        self._judged_us = 0

    def i2c_write(self, data: bytes, t_us: int) -> int:
        self._settle(t_us)
        if data and data[0] & 0x80:
            if data[0] & 0x60 == 0x60:
                if data[0] & 0x7F == CLEAR_INTERRUPT:
                    self._registers[STATUS] &= ~AINT
                    self._outside = 0
            else:
                self._pointer = data[0] & 0x1F
                for value in data[1:]:
                    self._write(self._pointer, value, t_us)
                    self._pointer = self._pointer + 1 & 0x1F
        return len(data)

    def i2c_read(self, count: int, t_us: int) -> bytes:
        self._settle(t_us)
        values = bytearray()
        for _ in range(count):
            values.append(self._value(self._pointer))
            self._pointer = self._pointer + 1 & 0x1F
        return bytes(values)

    def level(self, line: str, t_us: int) -> int | None:
        """Open drain: low while the interrupt waits."""
        self._settle(t_us)
        return 0 if self._interrupt_us(t_us) is not None else None

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        at = self._interrupt_us(until_us)
        return (at, 0) if at is not None and at > after_us else None

    # Registers

    def _write(self, register: int, value: int, t_us: int) -> None:
        if register not in WRITABLE:
            return
        self._counts()  # what has been integrated was with the settings until now
        before = self._registers[register]
        self._registers[register] = value
        if register == ENABLE:
            if value & PON and not before & PON:
                self._powered_us = t_us
            if value & (PON | AEN | WEN) != before & (PON | AEN | WEN):
                self._begin(t_us)
            if not value & AEN or not value & PON:
                self._registers[STATUS] &= ~AVALID
        elif register in (ATIME, WTIME, CONFIG, CONTROL) and value != before:
            self._begin(t_us)

    def _value(self, register: int) -> int:
        if not CDATAL <= register <= BDATAH:
            return self._registers[register]
        number, upper = divmod(register - CDATAL, 2)
        if upper and number in self._shadow:
            return self._shadow.pop(number)
        value = self._counts()[number]
        if not upper:
            self._shadow[number] = value >> 8
        return value >> 8 if upper else value & 0xFF

    # Time

    def _begin(self, t_us: int) -> None:
        """Integrations follow one another from here on, with a wait between them where that is enabled (figure 8)."""
        enable = self._registers[ENABLE]
        self._end = None
        if enable & PON and enable & AEN:
            integration = CYCLE_US + self._cycles() * CYCLE_US
            wait = (256 - self._registers[WTIME]) * CYCLE_US if enable & WEN else 0
            if self._registers[CONFIG] & 0x02:
                wait *= 12
            self._end = max(t_us, self._powered_us + CYCLE_US) + integration, integration + wait

    def _cycles(self) -> int:
        return 256 - self._registers[ATIME]

    def _settle(self, t_us: int) -> None:
        """Let everything happen that did up to that time."""
        if self._end is not None and t_us >= self._end[0]:
            first, period = self._end
            last = t_us - (t_us - first) % period
            if last > self._judged_us:
                self._registers[STATUS] |= AVALID
                self._unread = last
        if self._interrupt_us(t_us) is not None:
            self._registers[STATUS] |= AINT
        self._judge_until(t_us)

    def _counts(self) -> Counts:
        if self._unread is not None:
            self._data, self._unread = self._measure(self._unread), None
        return self._data

    # The interrupt

    def _interrupt_us(self, until_us: int) -> int | None:
        """When the interrupt that waits at that time began; what has been judged until, where that was before it."""
        enable = self._registers[ENABLE]
        if not enable & AIEN:
            return None
        if self._registers[STATUS] & AINT:
            return self._judged_us
        needed, outside = PERSISTENCE[self._registers[PERS] & 15], self._outside
        for at in self._ends(until_us):
            outside = outside + 1 if self._is_outside(at, needed) else 0
            if outside >= needed and outside:
                return at
        return None

    def _judge_until(self, t_us: int) -> None:
        if self._registers[ENABLE] & AIEN:
            needed = PERSISTENCE[self._registers[PERS] & 15]
            for at in self._ends(t_us):
                self._outside = self._outside + 1 if self._is_outside(at, needed) else 0
        self._judged_us = t_us

    def _ends(self, until_us: int) -> range:
        """The ends of the integrations since what has been judged."""
        if self._end is None:
            return range(0)
        first, period = self._end
        if first <= self._judged_us:
            first += ((self._judged_us - first) // period + 1) * period
        return range(first, until_us + 1, period)

    def _is_outside(self, at_us: int, needed: int) -> bool:
        if not needed:
            return True
        low, high = (int.from_bytes(self._registers[i : i + 2], "little") for i in (AILTL, AILTL + 2))
        clear = self._measure(at_us)[0]
        return clear < low or clear > high

    # Light

    def _measure(self, end_us: int) -> Counts:
        """What an integration that ended then has counted."""
        cycles = self._cycles()
        span = cycles * CYCLE_US
        looks = min(8, 1 + span // LOOKS_US)
        part, footprint = self.part, self.part.figure("footprint_mm")
        bands = [0.0, 0.0, 0.0]
        for i in range(looks):
            t_us = max(0, end_us - span * (2 * i + 1) // (2 * looks))
            shares = self.surroundings.rgb(part.x_mm, part.y_mm, footprint, t_us)
            for band in range(3):
                bands[band] += shares[band] * LAMP[band]
        # The lamp's light spreads on its way down and again on its way back.
        height = part.z_mm / NEAR_MM
        most = COUNTS * cycles * GAINS[self._registers[CONTROL] & 3] * 2.0 / (1.0 + height * height) / looks
        noise = self._normal[word(self._key, end_us) & 511]
        ratios = ((1.0, 1.0, 1.0), *RESPONSE)
        full = min(65535, MOST_A_CYCLE * cycles)
        counts = []
        for ratio, chance in zip(ratios, noise, strict=True):
            light = bands[0] * ratio[0] + bands[1] * ratio[1] + bands[2] * ratio[2]
            counts.append(min(full, int(light * most * (1.0 + part.figure("noise_share") * chance) + 0.5)))
        clear, red, green, blue = counts
        return clear, red, green, blue
