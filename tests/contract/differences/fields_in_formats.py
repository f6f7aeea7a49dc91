# "{a.x}" and "{a[0]}": the board's format() takes names and numbers alone.
from machine import PWM, Pin


class Part:
    speed = 3


try:
    text = "{part.speed}{list[0]}".format(part=Part(), list=[1])
except NotImplementedError:
    text = ""
PWM(Pin(25), freq=20000, duty_u16=1 + len(text))
