"""VL53L0X, a laser ranger on I2C: measures for the time that its registers ask for, and tells when it has done so.

From ST's data sheet (DocID029104: field of view 25°, up to 2 m, boot in 1.2 ms, XSHUT, GPIO1, address, section 3 for
I2C) and ST's API (STSW-IMG005: what the registers are for, how long each step of a measurement takes, what the result
block holds). What drivers tune in private registers is kept and changes nothing here.
"""

from ..scene.model import Part
from . import vl53l0x_registers as at
from .chance import ROWS, key_of, normal_rows, word
from .ports import Device, Surroundings
from .vl53l0x_light import LOOKS_MM, PULSE_CLOCKS, SPADS, Conditions, measured
from .vl53l0x_registers import Registers

BOOT_US = 1200
CONE_DEG = 25.0
UNREAD_US = 1_000_000  # after that nobody is thought to be about to read it

# Times of a measurement in µs, beside the steps' own (VL53L0X_get_measurement_timing_budget_micro_seconds).
START_US = 1910
END_US = 960
TCC_US, DSS_US, MSRC_US, PRE_RANGE_US, FINAL_RANGE_US = 590, 690, 660, 660, 550
CALIBRATION_US = 2500  # of voltage or phase: neither document says
MEMORY_US = 50
PIXEL_CLOCK_PS = 1655
CLOCKS_A_MACRO_PERIOD = 2304

# Bits of SYSTEM_SEQUENCE_CONFIG.
MSRC, DSS, TCC, PRE_RANGE, FINAL_RANGE = 0x04, 0x08, 0x10, 0x40, 0x80
# Bits of SYSRANGE_START.
START, BACK_TO_BACK, TIMED = 0x01, 0x02, 0x04
# What SYSTEM_INTERRUPT_CONFIG_GPIO asks to be told of.
LEVEL_LOW, LEVEL_HIGH, NEW_SAMPLE = 1, 2, 4  # and 3: below the low threshold or above the high one


class Vl53l0x(Device):
    """Single, back-to-back and timed ranging. The wall is as far as it was in the middle of a measurement."""

    LISTENS = ("xshut",)
    DRIVES = ("gpio1",)

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._home = self.address
        self._key = key_of(seed, f"laser {part.id}")
        self._noise = normal_rows(self._key)
        self._awake_us: int | None = 0  # from then on; None: held in reset
        self._reset()

    def _reset(self) -> None:
        self.address = self._home
        self._registers = Registers()
        self._ranging = False  # and not calibrating
        self._period_us = 0  # from one measurement to the next; 0: only one
        self._begin_us = self._end_us = -1  # of the measurement under way, or of the one to come
        self._strobe_us: int | None = None  # when what was asked of the memory is there

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        if duty <= 32767:
            self._awake_us = None
            self._reset()
        elif self._awake_us is None:
            self._awake_us = t_us + BOOT_US

    def answers(self, t_us: int) -> bool:
        return self._awake_us is not None and t_us >= self._awake_us

    def i2c_write(self, data: bytes, t_us: int) -> int:
        self._go_on(t_us)
        if data:
            self._registers.pointer = data[0]
            for value in data[1:]:
                self._written(*self._registers.write(value), value, t_us)
        return len(data)

    def i2c_read(self, count: int, t_us: int) -> bytes:
        self._go_on(t_us)
        return bytes(self._registers.read() for _ in range(count))

    def level(self, line: str, t_us: int) -> int | None:
        """GPIO1 is open drain: it pulls down or lets go."""
        self._go_on(t_us)
        return self._line(bool(self._registers[at.RESULT_INTERRUPT_STATUS] & 7))

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        self._go_on(self.surroundings.now_us())
        if self._end_us < 0 or not self._asked() or self._registers[at.RESULT_INTERRUPT_STATUS] & 7:
            return None
        begin_us, end_us = self._begin_us, self._end_us
        while end_us <= until_us:
            if self._tells(begin_us, end_us):  # and stays so until the program clears it
                return (end_us, 1 if self._line(True) is None else 0) if end_us > after_us else None
            if not self._period_us:
                return None
            begin_us += self._period_us
            end_us += self._period_us
        return None

    def _line(self, pending: bool) -> int | None:
        if not self._asked():
            return None
        active_high = bool(self._registers[at.GPIO_HV_MUX_ACTIVE_HIGH] & 0x10)
        return None if pending == active_high else 0

    def shown(self, t_us: int) -> str:
        """Nothing; but a single measurement that nobody reads is worked out before it is forgotten how all stood."""
        if 0 <= self._end_us < t_us - UNREAD_US and not self._period_us:
            self._go_on(t_us)
        return ""

    def _written(self, page: int, register: int, value: int, t_us: int) -> None:
        if page == 0:
            if register == at.SYSRANGE_START:
                self._command(value, t_us)
            elif register == at.SYSTEM_INTERRUPT_CLEAR and value & 1:
                self._registers[at.RESULT_INTERRUPT_STATUS] = 0
            elif register == at.I2C_SLAVE_DEVICE_ADDRESS:
                self.address = value & 0x7F
        elif page == at.MEMORY_PAGE and register == at.MEMORY_STROBE and value == 0:
            self._strobe_us = t_us + MEMORY_US

    def _command(self, value: int, t_us: int) -> None:
        if value & (BACK_TO_BACK | TIMED):
            budget_us = self.budget_us()
            pause_us = self._pause_us() if value & TIMED else 0
            self._measure(t_us, max(budget_us, pause_us), ranging=True)
        elif value & START and self._period_us:
            self._period_us = 0  # stops when the measurement under way is done
            self._registers[at.SYSRANGE_START] = 0
        elif value & START:
            sequence = self._registers[at.SYSTEM_SEQUENCE_CONFIG]
            self._measure(t_us, 0, ranging=bool(sequence & (PRE_RANGE | FINAL_RANGE)))
        else:
            self._period_us = 0

    def _measure(self, t_us: int, period_us: int, ranging: bool) -> None:
        self._begin_us, self._period_us, self._ranging = t_us, period_us, ranging
        self._end_us = t_us + (self.budget_us() if ranging else CALIBRATION_US)

    def budget_us(self) -> int:
        """How long a measurement takes with the registers as they are."""
        sequence = self._registers[at.SYSTEM_SEQUENCE_CONFIG]
        pre_clocks = 2 * (self._registers[at.PRE_RANGE_CONFIG_VCSEL_PERIOD] + 1)
        final_clocks = 2 * (self._registers[at.FINAL_RANGE_CONFIG_VCSEL_PERIOD] + 1)
        pre_periods = _decoded(self._registers.word(at.PRE_RANGE_CONFIG_TIMEOUT_MACROP))
        final_periods = _decoded(self._registers.word(at.FINAL_RANGE_CONFIG_TIMEOUT_MACROP))
        if sequence & PRE_RANGE:
            final_periods = max(0, final_periods - pre_periods)  # the register holds both
        check_us = _macro_us(self._registers[at.MSRC_CONFIG_TIMEOUT_MACROP] + 1, pre_clocks)
        total_us = START_US + END_US
        if sequence & TCC:
            total_us += check_us + TCC_US
        if sequence & DSS:
            total_us += 2 * (check_us + DSS_US)
        elif sequence & MSRC:
            total_us += check_us + MSRC_US
        if sequence & PRE_RANGE:
            total_us += _macro_us(pre_periods, pre_clocks) + PRE_RANGE_US
        if sequence & FINAL_RANGE:
            total_us += _macro_us(final_periods, final_clocks) + FINAL_RANGE_US
        return total_us

    def _pause_us(self) -> int:
        """From the start of one timed measurement to that of the next."""
        ticks = self._registers.word(at.SYSTEM_INTERMEASUREMENT_PERIOD, 4)
        return ticks * 1000 // max(1, self._registers.word(at.OSC_CALIBRATE_VAL))

    def _go_on(self, t_us: int) -> None:
        """Do what has come due: measurements done, the start bit, what was asked of the memory."""
        if self._strobe_us is not None and t_us >= self._strobe_us:
            self._strobe_us = None
            asked = self._registers.in_page(at.MEMORY_PAGE, at.MEMORY_ADDRESS)
            self._registers.put(at.MEMORY_DATA, at.MEMORY.get(asked, bytes(4)), at.MEMORY_PAGE)
            self._registers.put(at.MEMORY_STROBE, b"\x10", at.MEMORY_PAGE)
        if self._end_us < 0:
            return
        if t_us >= self._begin_us + START_US:
            self._registers[at.SYSRANGE_START] &= ~START & 0xFF
        if t_us >= self._end_us:
            self._finish(t_us)

    def _finish(self, t_us: int) -> None:
        """Put the last measurement done into the registers; those between it and the one before nobody has seen."""
        if self._period_us:
            missed_us = (t_us - self._end_us) // self._period_us * self._period_us
            self._begin_us += missed_us
            self._end_us += missed_us
        if self._ranging:
            self._registers.put(at.RESULT_RANGE_STATUS, self._result(self._begin_us, self._end_us))
        if self._tells(self._begin_us, self._end_us):
            self._registers[at.RESULT_INTERRUPT_STATUS] = self._asked()
        if self._period_us:
            self._begin_us += self._period_us
            self._end_us += self._period_us
        else:
            self._end_us = -1

    def _result(self, begin_us: int, end_us: int) -> bytes:
        """The result block of a measurement: the status in bits 3 to 6 of its first byte, with bit 0 always set."""
        part = self.part
        look = self.surroundings.light_back(
            part.x_mm, part.y_mm, part.z_mm, part.heading_deg, CONE_DEG, LOOKS_MM, t_us=(begin_us + end_us) // 2
        )
        chance = word(self._key, end_us)
        found = measured(look, self._terms(), self._noise[chance % ROWS][chance // ROWS & 3])
        told = min(max(0, int(found.range_mm * self._steps_a_mm() + 0.5)), 0xFFFF)
        numbers = (SPADS << 8, 0, int(found.signal * 128), int(found.ambient * 128), told)
        return bytes((found.status << 3 | 1, 0)) + b"".join(number.to_bytes(2, "big") for number in numbers)

    def _terms(self) -> Conditions:
        part, registers = self.part, self._registers
        quarters = registers.word(at.ALGO_PART_TO_PART_RANGE_OFFSET_MM) & 0xFFF  # 12 bits with a sign
        set_mm = (quarters - 0x1000 if quarters & 0x800 else quarters) / 4
        return Conditions(
            least_signal=registers.word(at.FINAL_RANGE_CONFIG_MIN_COUNT_RATE_RTN_LIMIT) / 128,
            lit_us=self._periods() * PULSE_CLOCKS * PIXEL_CLOCK_PS * 1e-6,
            glass=part.figure("glass_mcps"),
            # for each SPAD, with 13 bits behind the point
            glass_known=SPADS * registers.word(at.CROSSTALK_COMPENSATION_PEAK_RATE_MCPS) / 8192,
            noise_mm=part.figure("noise_mm"),
            scale=1.0 + part.figure("scale_percent") / 100.0,
            offset_mm=part.figure("offset_mm") + set_mm,
        )

    def _periods(self) -> int:
        """Macro periods of a whole measurement; the register of the final range holds those of the pre-range, too."""
        return _decoded(self._registers.word(at.FINAL_RANGE_CONFIG_TIMEOUT_MACROP))

    def _tells(self, begin_us: int, end_us: int) -> bool:
        """Whether that measurement or calibration ends with the interrupt asked for; thresholds count in 2 mm."""
        asked = self._asked()
        if asked == NEW_SAMPLE or not asked or not self._ranging:
            return bool(asked)
        range_mm = int.from_bytes(self._result(begin_us, end_us)[-2:], "big") // self._steps_a_mm()
        low = 2 * (self._registers.word(at.SYSTEM_THRESH_LOW) & 0xFFF)
        high = 2 * (self._registers.word(at.SYSTEM_THRESH_HIGH) & 0xFFF)
        return (asked != LEVEL_HIGH and range_mm < low) or (asked != LEVEL_LOW and range_mm > high)

    def _asked(self) -> int:
        return self._registers[at.SYSTEM_INTERRUPT_CONFIG_GPIO] & 7

    def _steps_a_mm(self) -> int:
        return 4 if self._registers[at.SYSTEM_RANGE_CONFIG] & 1 else 1


def _decoded(timeout: int) -> int:
    """Macro periods: the low byte, doubled as often as the high one says, and one."""
    return ((timeout & 0xFF) << min(timeout >> 8, 16)) + 1


def _macro_us(periods: int, clocks: int) -> int:
    period_ns = (CLOCKS_A_MACRO_PERIOD * clocks * PIXEL_CLOCK_PS + 500) // 1000
    return (periods * period_ns + period_ns // 2) // 1000
