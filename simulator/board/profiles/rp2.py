"""A Raspberry Pi Pico as a program sees it: its pins, and what each hardware call costs there.

Pins and their functions: RP2040 data sheet, table "GPIO functions", and the rp2 port's own checks; names: the board's
pins.csv. Costs are µs of a MicroPython call on an RP2040 at 125 MHz, interpreter included, rounded: what people publish
of this port is 120 to 200 thousand pin calls and some 80 thousand ADC readings a second (a conversion itself takes
2 µs), and its bytecode is somewhat slower than an ESP32's at 240 MHz.
"""

NAME = "rp2"
PLATFORM = "rp2"
MACHINE = "Raspberry Pi Pico with RP2040"
BANNER = "MicroPython v1.29.0 on 2026-08-24; " + MACHINE
BUILD = "RPI_PICO"
MPY = 774 | 4 << 10  # version of .mpy files, and the machine code that they may hold: armv6m
THREADS = "unsafe"
UNIQUE_ID = b"\xe6\x60\x58\x38\x83\x4d\x52\x02"
FREQ_HZ = 125_000_000

OWN_MODULES = (
    "asyncio", "errno", "hashlib", "io", "machine", "micropython", "neopixel", "os", "platform", "random", "rp2",
    "select", "sys", "time", "vfs",
)  # fmt: skip
NATIVE_MODULES = (
    "array", "binascii", "cmath", "collections", "deflate", "framebuf", "gc", "heapq", "json", "math", "re", "struct",
    "uctypes",
)  # fmt: skip

# Every class, function and constant of `machine` on this board. What is not here raises AttributeError, as there.
MACHINE_NAMES = (
    "ADC", "I2C", "I2CTarget", "I2S", "PWM", "PWRON_RESET", "Pin", "RTC", "SPI", "Signal", "SoftI2C", "SoftSPI",
    "Timer", "UART", "USBDevice", "WDT", "WDT_RESET", "bitstream", "bootloader", "deepsleep", "dht_readinto",
    "disable_irq", "enable_irq", "freq", "idle", "lightsleep", "mem16", "mem32", "mem8", "mem_backup", "reset",
    "reset_cause", "soft_reset", "time_pulse_us", "unique_id",
)  # fmt: skip

PINS = frozenset(range(30))
INPUT_ONLY = frozenset()  # type: frozenset[int]
EXTERNAL_PINS = {}  # type: dict[int, str]
CPU_PINS = {"GPIO%d" % number: number for number in range(30)}
# 23, 24 and 29 are the board's own: power save, VBUS, VSYS
BOARD_PINS = {"GP%d" % number: number for number in range(29) if number not in (23, 24)}
BOARD_PINS["LED"] = 25
PIN_CONSTANTS = {
    "IN": 0, "OUT": 1, "OPEN_DRAIN": 2, "ALT": 3, "PULL_UP": 1, "PULL_DOWN": 2, "IRQ_RISING": 8, "IRQ_FALLING": 4,
    "ALT_SPI": 1, "ALT_UART": 2, "ALT_I2C": 3, "ALT_PWM": 4, "ALT_SIO": 5, "ALT_PIO0": 6, "ALT_PIO1": 7,
    "ALT_GPCK": 8, "ALT_USB": 9,
}  # fmt: skip

ADC_PINS = frozenset((26, 27, 28, 29))
ADC_CHANNELS = (26, 27, 28, 29)
ADC_TEMPERATURE = 4
ADC_BLOCKS = ()
PWM_CLOCK_HZ = 125_000_000
PWM_HIGH_SLICES = 0
PIO_STATUS_BIT = 4  # of EXECCTRL, where it begins to say what `status` is; its number takes those below
TIMERS = 0  # virtual ones only
ENCODERS = 0

I2C_PINS = {0: (5, 4), 1: (7, 6)}  # scl, sda
I2C_CHOICE = {
    0: (frozenset(range(1, 30, 4)), frozenset(range(0, 30, 4))),
    1: (frozenset(range(3, 30, 4)), frozenset(range(2, 30, 4))),
}
SPI_PINS = {0: (18, 19, 16), 1: (10, 11, 8)}  # sck, mosi, miso
SPI_CHOICE = {
    0: (frozenset((2, 6, 18, 22)), frozenset((3, 7, 19, 23)), frozenset((0, 4, 16, 20))),
    1: (frozenset((10, 14, 26)), frozenset((11, 15, 27)), frozenset((8, 12, 24, 28))),
}
UART_PINS = {0: (0, 1), 1: (4, 5)}  # tx, rx
UART_CHOICE = {
    0: (frozenset((0, 12, 16, 28)), frozenset((1, 13, 17, 29))),
    1: (frozenset((4, 8, 20, 24)), frozenset((5, 9, 21, 25))),
}
UART_CONSTANTS = {"INV_TX": 1, "INV_RX": 2, "CTS": 1, "RTS": 2, "IRQ_RXIDLE": 64, "IRQ_TXIDLE": 32, "IRQ_BREAK": 512}

# `machine.reset_cause()` after each: a reset by the program is one by the watchdog there, a soft one changes nothing
PWRON_RESET, HARD_RESET, WDT_RESET, DEEPSLEEP_RESET, SOFT_RESET = 1, 3, 3, 3, 1
FREQUENCIES_HZ = tuple(range(48_000_000, 270_000_001, 1_000_000))
WDT_MAX_MS = 8388
RTC_MEMORY_BYTES = 0
BACKUP_REGIONS = (("I", 4), ("I", 3))  # scratch registers of the watchdog
EPOCH_S = 0  # from when the board counts its seconds, in those since 1970
CLOCK_START_S = 1609459200  # 2021-01-01, in seconds since 1970
CLOCK_OUTLIVES_RESET = False
FLASH_BYTES = 1408 * 1024  # what the firmware leaves of 2 MB
INLINE_BYTES = 512  # up to this size littlefs takes no block for a file, as the firmware sets it up

LOOP_HEAD_US = 6
PIN_US = 5
ADC_US = 12
PWM_US = 12
ENCODER_US = 8
CLOCK_US = 4
TIMER_US = 25
PRINT_US = 300
FILE_US = 800
I2C_US = 60  # the driver's share of a transfer
SOFT_I2C_US = 60
SPI_US = 25
UART_US = 30
PIO_US = 6
