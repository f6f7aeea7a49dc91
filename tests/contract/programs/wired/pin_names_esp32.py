"""Pin constants, drive, hold, pins that are inputs only (library/machine.Pin.html, esp32/quickref.html#pins-and-gpio)."""

from machine import Pin

led = Pin(2, Pin.OUT, drive=Pin.DRIVE_3, hold=False)
led.on()
assert (Pin.IN, Pin.OUT, Pin.OPEN_DRAIN, Pin.PULL_DOWN, Pin.PULL_UP) == (1, 3, 7, 1, 2)
assert (Pin.IRQ_RISING, Pin.IRQ_FALLING, Pin.WAKE_LOW, Pin.WAKE_HIGH) == (1, 2, 4, 5)
assert not hasattr(Pin, "cpu") and not hasattr(led, "high")
for number in (34, 35, 36, 39):
    try:
        Pin(number, Pin.OUT)
        raise AssertionError
    except ValueError:
        led.toggle()
for number in (6, 11, 20, 24, 40, "GP2"):
    try:
        Pin(number)
        raise AssertionError
    except ValueError:
        led.toggle()
assert not hasattr(Pin(4).irq(), "flags")
led.off()
