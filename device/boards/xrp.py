"""Pin map of SparkFun's XRP with the present controller (RP2350B): numbers, and the LED's name. It lies on the board as
/rover_board.py. Pins and sizes: pins.csv of MicroPython's SPARKFUN_XRP_CONTROLLER, and XRPLib 2.1.3.

The first controller (Beta, with a Pico W) has drivers that take a direction and a speed, which `Motor` does not give.
"""

NAME = "XRP"

# Motors behind an H-bridge: (in1, in2, encoder phase A, encoder phase B, state machine of the PIO, mounted backward).
# The left motor is mounted the other way round than the right one, and so are its wires and phases here.
LEFT_MOTOR = (34, 35, 30, 31, 0, False)
RIGHT_MOTOR = (33, 32, 25, 24, 1, False)
COUNTS_PER_TURN = 585  # of the wheel: 12 edges a motor turn, gear 48.75:1
MOTOR_FREE_SPEED_DEG_S = 720  # without load, with four fresh cells: 90 turns a minute at 4.5 V

WHEEL_DIAMETER_MM = 60
AXLE_TRACK_MM = 155
MAX_SPEED_MM_S = 280
MAX_TURN_RATE_DEG_S = 200
CONTROL_TIMER = -1  # the RP2350 has virtual timers only

# Line sensors from left to right, and what they read (0 to 65535) until calibrated
LINE_SENSORS = (44, 45)
LINE_SPACING_MM = 15
LINE_WHITE = 12000
LINE_BLACK = 48000

BUTTON = 36  # "USER"; it starts program.py; with START_BUTTON = False that starts by itself
BUTTON_ACTIVE_LOW = True
LED = "LED"  # of the wireless chip
LED_ACTIVE_LOW = False

RANGE_FINDER = ("hc-sr04", 0, 1)  # trig, echo
SERVO = 6  # "Servo 1"
LIGHTS = (37, 1)  # NeoPixel: pin, how many
# Its IMU is an LSM6DSO, which `IMU` does not know. Its voltage divider at pin 46 is not published.
