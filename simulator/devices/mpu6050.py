"""MPU-6050, gyroscope and accelerometer, at the level of its registers.

Sections are those of the register map RM-MPU-6000A-00, revision 4.2. What it leaves open is taken from what is known of
the chip: status bits are set whether or not their interrupt is enabled, sensor registers keep their last sample in
sleep, and the offset registers (0x06 to 0x0B, 0x13 to 0x18) work as their application note says. Left out: the motion
processor and its memory, the auxiliary bus, FSYNC, the detection of motion, and the clock's tolerance of 1 %.
"""

from ..scene.model import Part
from .mpu6050_fifo import Fifo
from .mpu6050_samples import ACCEL_TEST, GYRO_TEST, Axes, Sample, Samples, Settings
from .ports import Device, Surroundings

XA_OFFS, SELF_TEST_X, SELF_TEST_A, XG_OFFS = 0x06, 0x0D, 0x10, 0x13
SMPLRT_DIV, CONFIG, GYRO_CONFIG, ACCEL_CONFIG = 0x19, 0x1A, 0x1B, 0x1C
FIFO_EN, INT_PIN_CFG, INT_ENABLE, INT_STATUS = 0x23, 0x37, 0x38, 0x3A
ACCEL_XOUT_H, SENSOR_BYTES, SIGNAL_PATH_RESET = 0x3B, 14, 0x68
USER_CTRL, PWR_MGMT_1, PWR_MGMT_2 = 0x6A, 0x6B, 0x6C
FIFO_COUNT_H, FIFO_COUNT_L, FIFO_R_W, WHO_AM_I = 0x72, 0x73, 0x74, 0x75
READ_ONLY = frozenset(
    (*range(SELF_TEST_X, SELF_TEST_A + 1), *range(INT_STATUS, 0x61), FIFO_COUNT_H, FIFO_COUNT_L, WHO_AM_I)
)

DATA_RDY, FIFO_OFLOW = 0x01, 0x10  # in INT_ENABLE and INT_STATUS
FACTORY_OFFSETS = (-2400, 1180, 1740)  # of the accelerometer, as a chip is delivered
PULSE_US = 50  # section 4.12
WAKE_US = (800_000, 200_000, 50_000, 25_000)  # between samples in cycle mode, by LP_WAKE_CTRL (section 4.31)
# FIFO_EN's bits, in the order in which their fields are written, and where these are in a sample (section 4.5).
FIFO_FIELDS = ((0x08, (0, 1, 2)), (0x80, (3,)), (0x40, (4,)), (0x20, (5,)), (0x10, (6,)))


class Mpu6050(Device):
    DRIVES = ("int",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._samples = Samples(part, surroundings, seed)
        self._reset(0)

    def i2c_write(self, data: bytes, t_us: int) -> int:
        self._settle(t_us)
        if data:
            self._pointer = data[0] & 0x7F
        for value in data[1:]:
            self._write(self._pointer, value, t_us)
            self._advance()
        return len(data)

    def i2c_read(self, count: int, t_us: int) -> bytes:
        """One burst is of one moment: its sensor registers belong to one sample (section 4.18)."""
        self._settle(t_us)
        values = bytearray()
        while len(values) < count:
            at = self._pointer - ACCEL_XOUT_H
            if 0 <= at < SENSOR_BYTES:
                size = min(count - len(values), SENSOR_BYTES - at)
                values += self._held.block(at, size) if self._held else bytes(size)
                self._pointer += size
            else:
                values.append(self._value(self._pointer))
                self._advance()
        if self._registers[INT_PIN_CFG] & 0x10:
            self._status = 0
        return bytes(values)

    def level(self, line: str, t_us: int) -> int | None:
        return self._as_level(self._active(t_us))

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        events = self._events()
        active = self._active(after_us)
        if self._registers[INT_PIN_CFG] & 0x20:
            if active or events is None:
                return None
            change = max(events[0], _next(events, max(after_us, self._settled_us)))
        elif active:
            change = self._pulse_end(after_us)
        elif events is not None:
            change = max(events[0], _next(events, after_us))
        else:
            return None
        level = self._as_level(not active)
        return (change, 1 if level is None else level) if change <= until_us else None

    # Registers

    def _reset(self, t_us: int) -> None:
        """As after power-up (section 4.28): asleep, everything else zero."""
        self._registers = bytearray(128)
        self._registers[PWR_MGMT_1] = 0x40
        self._registers[WHO_AM_I] = 0x68
        for axis in range(3):
            place = XA_OFFS + 2 * axis
            self._registers[place : place + 2] = FACTORY_OFFSETS[axis].to_bytes(2, "big", signed=True)
            accel = ACCEL_TEST[axis]
            self._registers[SELF_TEST_X + axis] = accel >> 2 << 5 | GYRO_TEST[axis]
            self._registers[SELF_TEST_A] |= (accel & 3) << 4 - 2 * axis
        self._pointer = 0
        self._status = 0
        self._fifo = Fifo(self._samples)
        self._clock: tuple[int, int] | None = None  # the first sample and the period
        self._held: Sample | None = None  # what the sensor registers were last filled with
        self._sampled_us = t_us
        self._settings = self._settings_now()
        self._settled_us = t_us
        self._pulse_until = 0  # of a pulse whose clock has been stopped since

    def _advance(self) -> None:
        if self._pointer != FIFO_R_W:
            self._pointer = self._pointer + 1 & 0x7F

    def _write(self, register: int, value: int, t_us: int) -> None:
        if register in READ_ONLY or register == FIFO_R_W:
            return
        if register == PWR_MGMT_1 and value & 0x80:
            pointer = self._pointer
            self._reset(t_us)
            self._pointer = pointer
            return
        if register == SIGNAL_PATH_RESET:
            return
        if register == USER_CTRL:
            if value & 0x04:
                self._fifo.clear(self._next_sample(t_us))
            if value & 0x01:  # SIG_COND_RESET also clears the sensor registers (section 4.27)
                self._held = None
            value &= 0xF0
        before = self._registers[register]
        self._registers[register] = value
        if value == before:
            return
        self._settings = self._settings_now()
        if register in (SMPLRT_DIV, CONFIG, PWR_MGMT_1, PWR_MGMT_2):
            self._start_clock(t_us)
        fields = tuple(field for bit, group in FIFO_FIELDS if self._registers[FIFO_EN] & bit for field in group)
        if self._clock is None or not self._registers[USER_CTRL] & 0x40:
            fields = ()
        period = self._clock[1] if self._clock else 0
        self._fifo.fill(self._next_sample(t_us), period, fields, self._settings)

    def _value(self, register: int) -> int:
        if register == INT_STATUS:
            status, self._status = self._status, 0
            return status
        if register == FIFO_COUNT_H:
            return self._fifo.count() >> 8
        if register == FIFO_COUNT_L:
            return self._fifo.count() & 0xFF
        if register == FIFO_R_W:
            return self._fifo.take()
        return self._registers[register]

    def _settings_now(self) -> Settings:
        registers = self._registers
        standby = registers[PWR_MGMT_2]
        cycle = registers[PWR_MGMT_1] & 0x20
        gyro, accel = registers[GYRO_CONFIG], registers[ACCEL_CONFIG]
        return Settings(
            filter=registers[CONFIG] & 7,
            gyro=Axes(gyro >> 3 & 3, gyro >> 5, 7 if cycle else standby & 7, self._words(XG_OFFS, (0, 0, 0))),
            accel=Axes(accel >> 3 & 3, accel >> 5, standby >> 3 & 7, self._words(XA_OFFS, FACTORY_OFFSETS)),
            temperature_off=bool(registers[PWR_MGMT_1] & 0x08),
        )

    def _words(self, register: int, less: tuple[int, int, int]) -> tuple[int, int, int]:
        """Three signed numbers, each less what it is delivered with."""
        pairs = (self._registers[register + 2 * axis : register + 2 * axis + 2] for axis in range(3))
        x, y, z = (int.from_bytes(pair, "big", signed=True) - own for pair, own in zip(pairs, less, strict=True))
        return x, y, z

    # Time

    def _start_clock(self, t_us: int) -> None:
        """The sample clock runs while the chip is awake; what changes its pace starts it anew (sections 4.2, 4.28)."""
        self._pulse_until = self._pulse_end(t_us)
        power = self._registers[PWR_MGMT_1]
        if power & 0x40 or power & 7 == 7:
            self._clock = None
        elif power & 0x20:
            period = WAKE_US[self._registers[PWR_MGMT_2] >> 6]
            self._clock = t_us + period, period
        else:
            base = 125 if self._settings.filter in (0, 7) else 1000
            period = base * (1 + self._registers[SMPLRT_DIV])
            self._clock = t_us + period, period

    def _next_sample(self, t_us: int) -> int:
        return max(self._clock[0], _next(self._clock, t_us)) if self._clock else 0

    def _settle(self, t_us: int) -> None:
        """Let everything happen that did up to that time."""
        if self._clock is not None and t_us >= self._clock[0]:
            sampled = t_us - (t_us - self._clock[0]) % self._clock[1]
            if sampled > self._sampled_us:
                self._status |= DATA_RDY
                self._held = Sample(self._samples, sampled, self._settings)
                self._sampled_us = sampled
        if self._fifo.settle(t_us):
            self._status |= FIFO_OFLOW
        self._settled_us = t_us

    # The interrupt line (sections 4.12 to 4.15)

    def _events(self) -> tuple[int, int] | None:
        """The first of the enabled interrupts to come, or one that has been, and their period."""
        enabled = self._registers[INT_ENABLE]
        if self._clock is None:
            return None
        if enabled & DATA_RDY:
            return self._clock
        overflow = self._fifo.overflow_us() if enabled & FIFO_OFLOW else None
        return None if overflow is None else (overflow, self._clock[1])

    def _active(self, t_us: int) -> bool:
        """Whether the chip asks for attention at that time, which is not before the last transfer."""
        events = self._events()
        if self._registers[INT_PIN_CFG] & 0x20:
            waiting = bool(self._status & self._registers[INT_ENABLE])
            return waiting or (events is not None and self._settled_us < _last(events, t_us))
        return t_us < self._pulse_end(t_us)

    def _pulse_end(self, t_us: int) -> int:
        """Of the last pulse that began until then."""
        events = self._events()
        return self._pulse_until if events is None or t_us < events[0] else _last(events, t_us) + PULSE_US

    def _as_level(self, active: bool) -> int | None:
        config = self._registers[INT_PIN_CFG]
        level = int(active) ^ config >> 7
        return None if config & 0x40 and level else level


def _last(events: tuple[int, int], t_us: int) -> int:
    """The last of evenly spaced events up to that time; -1 where there was none."""
    return t_us - (t_us - events[0]) % events[1] if t_us >= events[0] else -1


def _next(events: tuple[int, int], after_us: int) -> int:
    """The first of evenly spaced events after that time, as if they had always been."""
    return after_us + events[1] - (after_us - events[0]) % events[1]
