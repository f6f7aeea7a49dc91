"""An ESP32 board as a program sees it: its pins, and what each hardware call costs there.

Costs are µs of a MicroPython call on an ESP32 at 240 MHz, interpreter included, rounded. They follow what is published
for that port (an ADC conversion of the driver takes tens of µs and the call around it as much again; a pin or clock
call is a few µs, which `sleep_us` takes beside its sleep; a PWM duty write goes through the LEDC driver); the board
issue measures them on a real one.
"""

NAME = "esp32"
PLATFORM = "esp32"
MACHINE = "Generic ESP32 module with ESP32"
BANNER = "MicroPython v1.29.0 on 2026-08-24; " + MACHINE
BUILD = "ESP32_GENERIC"
MPY = 774 | 10 << 10  # version of .mpy files, and the machine code that they may hold: xtensawin
THREADS = "GIL"
UNIQUE_ID = b"\x24\x6f\x28\x4d\x52\x01"
FREQ_HZ = 240_000_000
HOSTNAME = "mpy-esp32"

# What a program may import: the board's own modules in simulator/board, and the interpreter's.
OWN_MODULES = (
    "asyncio", "bluetooth", "errno", "esp", "esp32", "hashlib", "io", "machine", "micropython", "neopixel", "network",
    "os", "platform", "random", "select", "socket", "sys", "time", "vfs",
)  # fmt: skip
NATIVE_MODULES = (
    "array", "binascii", "cmath", "collections", "deflate", "framebuf", "gc", "heapq", "json", "math", "re", "struct",
    "uctypes",
)  # fmt: skip

# Every class, function and constant of `machine` on this board. What is not here raises AttributeError, as there.
MACHINE_NAMES = (
    "ADC", "ADCBlock", "Counter", "DAC", "DEEPSLEEP", "DEEPSLEEP_RESET", "EXT0_WAKE", "EXT1_WAKE", "Encoder",
    "HARD_RESET", "I2C", "I2S", "PIN_WAKE", "PWM", "PWRON_RESET", "Pin", "RTC", "SDCard", "SLEEP", "SOFT_RESET",
    "SPI", "Signal", "SoftI2C", "SoftSPI", "TIMER_WAKE", "TOUCHPAD_WAKE", "Timer", "TouchPad", "UART", "ULP_WAKE",
    "WDT", "WDT_RESET", "bitstream", "deepsleep", "dht_readinto", "disable_irq", "enable_irq", "freq", "idle",
    "lightsleep", "mem16", "mem32", "mem8", "mem_backup", "reset", "reset_cause", "sleep", "soft_reset",
    "time_pulse_us", "unique_id", "wake_pins", "wake_reason",
)  # fmt: skip

PINS = frozenset((0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33, 34, 35, 36, 39))
INPUT_ONLY = frozenset((34, 35, 36, 39))
EXTERNAL_PINS = {}  # type: dict[int, str]  # outputs of another chip, which have a name and no number of their own
# name: number, for Pin("name") and Pin.board
BOARD_PINS = {}  # type: dict[str, int]
CPU_PINS = None  # the same for Pin.cpu; None where the port has no Pin.cpu
PIN_CONSTANTS = {
    "IN": 1, "OUT": 3, "OPEN_DRAIN": 7, "PULL_DOWN": 1, "PULL_UP": 2, "IRQ_RISING": 1, "IRQ_FALLING": 2, "WAKE_LOW": 4,
    "WAKE_HIGH": 5, "DRIVE_0": 0, "DRIVE_1": 1, "DRIVE_2": 2, "DRIVE_3": 3,
}  # fmt: skip

ADC_PINS = frozenset((0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 39))
ADC_CHANNELS = ()  # the pin of each channel where ADC() takes channels
ADC_TEMPERATURE = None  # the channel of the chip's thermometer
ADC_BLOCKS = ((36, 37, 38, 39, 32, 33, 34, 35), (4, 0, 2, 15, 13, 12, 14, 27, 25, 26))  # the pin of each channel
PWM_CLOCK_HZ = 80_000_000
TIMERS = 4  # hardware timers; virtual ones come on top
ENCODERS = 8  # counting units, of Encoder and Counter together

# Default pins by id; beside them the pins that may be chosen in their place, None where any may.
I2C_PINS = {0: (18, 19), 1: (25, 26)}  # scl, sda
I2C_CHOICE = None
SPI_PINS = {1: (14, 13, 12), 2: (18, 23, 19)}  # sck, mosi, miso
SPI_CHOICE = None
UART_PINS = {0: (1, 3), 1: (10, 9), 2: (17, 16)}  # tx, rx
UART_CHOICE = None
UART_CONSTANTS = {
    "INV_TX": 32, "INV_RX": 4, "INV_CTS": 8, "INV_RTS": 64, "RTS": 1, "CTS": 2, "IRQ_RX": 1, "IRQ_RXIDLE": 4096,
    "IRQ_BREAK": 2,
}  # fmt: skip

# `machine.reset_cause()` after each
PWRON_RESET, HARD_RESET, WDT_RESET, DEEPSLEEP_RESET, SOFT_RESET = 1, 2, 3, 4, 5
FREQUENCIES_HZ = (20_000_000, 40_000_000, 80_000_000, 160_000_000, 240_000_000)  # what `machine.freq` may set
WDT_MAX_MS = None
RTC_MEMORY_BYTES = 2048
BACKUP_REGIONS = (("B", 2048),)  # type and number of the elements of each
EPOCH_S = 946684800  # 2000-01-01: from when the board counts its seconds, in those since 1970
CLOCK_START_S = 0  # what `time.time()` says at power-on
CLOCK_OUTLIVES_RESET = True
FLASH_BYTES = 2 * 1024 * 1024
INLINE_BYTES = 128  # up to this size littlefs takes no block for a file, as the firmware sets it up

LOOP_HEAD_US = 5
PIN_US = 4
ADC_US = 100
PWM_US = 25
ENCODER_US = 8
CLOCK_US = 3
TIMER_US = 20
PRINT_US = 300
FILE_US = 500
I2C_US = 120  # the driver's share of a transfer
SOFT_I2C_US = 40
SPI_US = 60
UART_US = 40
