# json.dumps of letters beyond ASCII: escaped on CPython, as they are on the board.
import json

from machine import PWM, Pin

PWM(Pin(25), freq=20000, duty_u16=len(json.dumps("ёж")))
