"""Pin map of the Pico rover: numbers only. It lies on the board as /rover_board.py."""

NAME = "Pico rover"

# Motors behind a DRV8833: (in1, in2, encoder phase A, encoder phase B, state machine of the PIO, mounted backward).
# A PIO encoder takes two neighbouring pins, phase A on the lower one.
LEFT_MOTOR = (2, 3, 10, 11, 0, False)
RIGHT_MOTOR = (4, 5, 12, 13, 1, False)
COUNTS_PER_TURN = 600  # of the wheel: 12 edges a motor turn, gear 50:1
MOTOR_FREE_SPEED_DEG_S = 2200  # without load, battery full

WHEEL_DIAMETER_MM = 43
AXLE_TRACK_MM = 130
MAX_SPEED_MM_S = 600
MAX_TURN_RATE_DEG_S = 400
CONTROL_TIMER = -1  # the RP2040 has virtual timers only

# Line sensors from left to right, and what they read (0 to 65535) until calibrated
LINE_SENSORS = (26, 27, 28)
LINE_SPACING_MM = 16
LINE_WHITE = 12000
LINE_BLACK = 48000

BUTTON = 20  # it starts program.py; with START_BUTTON = False that starts by itself
BUTTON_ACTIVE_LOW = True
LED = 25
LED_ACTIVE_LOW = False

# Parts that not every robot has. A robot without one of them never asks for it. The battery has no pin: the line
# sensors have all that measure a voltage.
I2C = (0, 17, 16)  # bus, scl, sda: IMU, color sensor and display share it
RANGE_FINDER = ("vl53l0x", 0x29, 1, 19, 18)  # I2C address, and a bus of its own: the color sensor has this address
IMU = 0x68  # I2C address
COLOR_SENSOR = 0x29  # I2C address
DISPLAY = (0x3C, 128, 64)  # I2C address, width, height
LIGHTS = (14, 8)  # pin, how many
SERVO = 15
GRIPPER = (15, 90, 30)  # pin, degrees when open, when closed
BUZZER = 22
BUMPERS = {"left": 8, "right": 9}  # active low
