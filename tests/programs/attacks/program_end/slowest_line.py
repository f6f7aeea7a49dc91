"""A UART so slow that its bytes leave for longer than a number of the frames can say."""

from machine import UART

uart = UART(2, baudrate=1, tx=17, rx=16)
uart.write(b"x" * 300)
assert not uart.txdone()
