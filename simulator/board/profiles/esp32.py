"""An ESP32 board as a program sees it: its pins, and what each hardware call costs there.

Costs are µs of a MicroPython call on an ESP32 at 240 MHz, interpreter included, rounded. They follow what is published
for that port (an ADC conversion of the driver takes tens of µs and the call around it as much again; a pin or clock
call is a few µs; a PWM duty write goes through the LEDC driver); the board issue measures them on a real one.
"""

NAME = "esp32"
PLATFORM = "esp32"
MACHINE = "Generic ESP32 module with ESP32"
UNIQUE_ID = b"\x24\x6f\x28\x4d\x52\x01"
FREQ_HZ = 240_000_000

# What a program may import: the board's own modules in simulator/board, and the interpreter's.
OWN_MODULES = (
    "asyncio", "bluetooth", "errno", "esp32", "hashlib", "io", "machine", "micropython", "neopixel", "network", "os",
    "platform", "random", "select", "socket", "sys", "time",
)  # fmt: skip
NATIVE_MODULES = (
    "array", "binascii", "cmath", "collections", "deflate", "framebuf", "gc", "heapq", "json", "math", "re", "struct",
    "uctypes",
)  # fmt: skip

PINS = frozenset((0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33, 34, 35, 36, 39))
INPUT_ONLY = frozenset((34, 35, 36, 39))
ADC_PINS = frozenset((0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 39))
ENCODERS = 8
TIMERS = 4
FLASH_BYTES = 2 * 1024 * 1024

LOOP_HEAD_US = 5
PIN_US = 4
ADC_US = 100
PWM_US = 25
ENCODER_US = 8
CLOCK_US = 3
TIMER_US = 20
PRINT_US = 300
FILE_US = 500
