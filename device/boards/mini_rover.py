"""Pin map of the Pico on a small round robot: numbers only. It lies on the board as /rover_board.py."""

NAME = "Mini rover"

# Motors behind a DRV8833: (in1, in2, encoder phase A, encoder phase B, state machine of the PIO, mounted backward).
# A PIO encoder takes two neighbouring pins, phase A on the lower one.
LEFT_MOTOR = (2, 3, 10, 11, 0, False)
RIGHT_MOTOR = (4, 5, 12, 13, 1, False)
COUNTS_PER_TURN = 358  # of the wheel: 12 edges a motor turn, gear 29.86:1
MOTOR_FREE_SPEED_DEG_S = 3570  # without load, with four fresh cells

WHEEL_DIAMETER_MM = 32
AXLE_TRACK_MM = 84
MAX_SPEED_MM_S = 700
MAX_TURN_RATE_DEG_S = 600
CONTROL_TIMER = -1  # the RP2040 has virtual timers only

# Line sensors from left to right, and what they read (0 to 65535) until calibrated
LINE_SENSORS = (26, 27, 28)
LINE_SPACING_MM = 15
LINE_WHITE = 12000
LINE_BLACK = 48000

BUTTON = 20  # it starts program.py; with START_BUTTON = False that starts by itself
BUTTON_ACTIVE_LOW = True
LED = 25
LED_ACTIVE_LOW = False

# Parts that not every robot has. A robot without one of them never asks for it.
I2C = (0, 17, 16)  # bus, scl, sda: of the IMU
IMU = 0x68  # I2C address
BUZZER = 22
BUMPERS = {"left": 8, "right": 9}  # active low
BATTERY = (29, 3000, 5600, 4400)  # VSYS behind the Pico's own resistors; divider in 1/1000, mV when full, mV when empty
