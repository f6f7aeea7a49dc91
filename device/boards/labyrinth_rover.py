"""Pin map of the ESP32 on a rover for mazes: numbers only. It lies on the board as /rover_board.py."""

NAME = "Labyrinth rover"

# Motors behind a DRV8833: (in1, in2, encoder phase A, encoder phase B, pulse counter unit, mounted backward)
LEFT_MOTOR = (25, 26, 18, 19, 0, False)
RIGHT_MOTOR = (27, 14, 22, 23, 1, False)
COUNTS_PER_TURN = 600  # of the wheel: 12 edges a motor turn, gear 50:1
MOTOR_FREE_SPEED_DEG_S = 2200  # without load, battery full

WHEEL_DIAMETER_MM = 43
AXLE_TRACK_MM = 130
MAX_SPEED_MM_S = 600
MAX_TURN_RATE_DEG_S = 400
CONTROL_TIMER = 3  # hardware timer of the control loop

# Line sensors from left to right, and what they read (0 to 65535) until calibrated
LINE_SENSORS = (36, 39, 34, 35, 32)
LINE_SPACING_MM = 12
LINE_WHITE = 12000
LINE_BLACK = 48000

BUTTON = 4  # it starts program.py; with START_BUTTON = False that starts by itself
BUTTON_ACTIVE_LOW = True
LED = 2
LED_ACTIVE_LOW = False

# Parts that not every robot has. A robot without one of them never asks for it.
I2C = (0, 16, 21)  # bus, scl, sda: IMU, color sensor and display share it
RANGE_FINDER = ("hc-sr04", 5, 17)  # trig, echo
RANGE_FINDERS = {"left": ("hc-sr04", 13, 33), "right": ("hc-sr04", 15, 12)}  # the ESP32 wants 12 low while it starts
IMU = 0x68  # I2C address
COLOR_SENSOR = 0x29  # I2C address
DISPLAY = (0x3C, 128, 64)  # I2C address, width, height
