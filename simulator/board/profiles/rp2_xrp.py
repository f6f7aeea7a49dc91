"""The SparkFun XRP Controller, as far as it differs from the Pico: an RP2350B with 48 pins, a radio, the LED on it.

Pins: the rp2 port's boards/SPARKFUN_XRP_CONTROLLER (pins.csv, mpconfigboard) and the RP2350's data sheet. What a call
costs is the Pico's, though this chip is somewhat faster; that its PIOs have three blocks and more to offer is not
played.
"""

NAME = "rp2_xrp"
MACHINE = "SparkFun XRP Controller with RP2350"
BANNER = "MicroPython v1.29.0 on 2026-08-24; " + MACHINE
BUILD = "SPARKFUN_XRP_CONTROLLER"
MPY = 774 | 7 << 10  # armv7emsp
UNIQUE_ID = b"\x4b\x61\x2c\x73\x9d\x18\xe5\x04"
HOSTNAME = "XRP"
FREQ_HZ = 150_000_000

OWN_MODULES = (
    "asyncio", "bluetooth", "errno", "hashlib", "io", "machine", "micropython", "neopixel", "network", "os", "platform",
    "random", "rp2", "select", "socket", "sys", "time", "vfs",
)  # fmt: skip

PINS = frozenset(range(48))
EXTERNAL_PINS = {60: "EXT_GPIO0", 61: "EXT_GPIO1", 62: "EXT_GPIO2"}
EXTERNAL_PIN_US = 1000
CPU_PINS = {"GPIO%d" % number: number for number in range(48)}
CPU_PINS.update({"EXT_GPIO0": 60, "EXT_GPIO1": 61, "EXT_GPIO2": 62})
BOARD_PINS = {
    "MOTOR_L_IN_1": 34, "MOTOR_L_IN_2": 35, "MOTOR_R_IN_1": 32, "MOTOR_R_IN_2": 33, "MOTOR_L_ENCODER_A": 30,
    "MOTOR_L_ENCODER_B": 31, "MOTOR_R_ENCODER_A": 24, "MOTOR_R_ENCODER_B": 25, "MOTOR_L_CURRENT": 40,
    "MOTOR_R_CURRENT": 43, "SERVO_1": 6, "SERVO_2": 9, "SERVO_3": 7, "SERVO_4": 8, "I2C_SDA_0": 4, "I2C_SCL_0": 5,
    "I2C_SDA_1": 38, "I2C_SCL_1": 39, "DISTANCE_TRIGGER": 0, "DISTANCE_ECHO": 1, "LINE_L": 44, "LINE_R": 45,
    "BOARD_VIN_MEASURE": 46, "BOARD_USER_BUTTON": 36, "BOARD_NEOPIXEL": 37, "NEOPIXEL": 37, "BOARD_LED": 60, "LED": 60,
    "WL_GPIO0": 60, "WL_GPIO1": 61, "WL_GPIO2": 62,
}  # fmt: skip

ADC_PINS = frozenset(range(40, 48))
ADC_CHANNELS = tuple(range(40, 48))
ADC_TEMPERATURE = 8
PWM_CLOCK_HZ = 150_000_000
PWM_HIGH_SLICES = 4  # beside the eight of pins 0 to 31, those of the pins above
PIO_STATUS_BIT = 5  # of EXECCTRL, where it begins to say what `status` is; its number takes those below

I2C_PINS = {0: (5, 4), 1: (39, 38)}  # scl, sda
I2C_CHOICE = {
    0: (frozenset(range(1, 48, 4)), frozenset(range(0, 48, 4))),
    1: (frozenset(range(3, 48, 4)), frozenset(range(2, 48, 4))),
}
SPI_PINS = {0: (18, 19, 16), 1: (14, 15, 12)}  # sck, mosi, miso
UART_PINS = {0: (12, 13), 1: (8, 9)}  # tx, rx

FLASH_BYTES = 15_204_352
