"""Pin by name, Pin.board, Pin.cpu, high and low, alternate functions (library/machine.Pin.html, rp2/quickref.html)."""

from machine import Pin

led = Pin("LED", Pin.OUT)
assert led is Pin(25) is Pin.board.LED
assert Pin("GP15") is Pin(15) is Pin.board.GP15 is Pin.cpu.GPIO15
led.high()
assert led.value() == 1
led.low()
assert led.value() == 0
for name in ("GP40", "led", ""):
    try:
        Pin(name)
        raise AssertionError
    except ValueError:
        led.toggle()
try:
    Pin.board.NOTHING
    raise AssertionError
except AttributeError:
    led.toggle()
assert (Pin.IN, Pin.OUT, Pin.OPEN_DRAIN, Pin.ALT) == (0, 1, 2, 3)
assert (Pin.PULL_UP, Pin.PULL_DOWN, Pin.IRQ_RISING, Pin.IRQ_FALLING) == (1, 2, 8, 4)
assert not hasattr(Pin, "DRIVE_0")
free = Pin(14, Pin.OPEN_DRAIN)  # a new open-drain pin lets go
led.value(free.value())
led.on()
