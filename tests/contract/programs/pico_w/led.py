# docs.micropython.org/en/latest/rp2/quickref.html: the LED of a Pico W is a pin of its wireless chip.
import time
from machine import PWM, Pin, Signal, Timer

led = Pin("LED")
print(led, led.value())
begun = time.ticks_us()
led.on()  # it takes no mode
print(led, led.value(), time.ticks_diff(time.ticks_us(), begun) // 1000, "ms")
print(Pin("LED", Pin.OUT) is led, Pin("WL_GPIO0") is led, Pin.board.LED is led, Pin.cpu.EXT_GPIO0 is led, led)
for level in (0, 0, 1, 0):
    led.value(level)
    time.sleep_ms(50)
led.toggle()
print(led())
led.init(Pin.IN, value=0)
print(led, led())
led.init(Pin.OUT)
print(led, led())
dark = Signal(led, invert=True)
dark.off()
print(led.value(), dark.value())
led.low()
timer = Timer(period=100, callback=lambda timer: led.toggle())
time.sleep_ms(450)
timer.deinit()
for attempt in (
    lambda: Pin(60), lambda: PWM(led, freq=1000), lambda: led.irq(print), lambda: Pin("LED", Pin.OUT, Pin.PULL_UP),
    lambda: Pin("LED", Pin.OPEN_DRAIN), lambda: Pin("LED", Pin.OUT, alt=Pin.ALT_PWM), lambda: Pin("GP25"),
    lambda: Pin.board.GP23,
):
    try:
        print(attempt())
    except (ValueError, AttributeError) as error:
        print(type(error).__name__)
print(Pin(25, Pin.OUT, value=1))  # leads to the wireless chip and lights nothing


class Lamp(Pin):
    def __init__(self):
        super().__init__("LED", Pin.OUT)


lamp = Lamp()
lamp.on()
print(lamp.value(), led.value())
