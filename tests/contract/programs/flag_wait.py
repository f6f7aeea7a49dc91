# The classic wait: an interrupt sets a flag that the main program spins on. (docs.micropython.org/en/latest/reference/isr_rules.html)
import time
from machine import Pin

pressed = False


def on_press(pin):
    global pressed
    pressed = True


Pin(4, Pin.IN, Pin.PULL_UP).irq(on_press, Pin.IRQ_FALLING)
led = Pin(2, Pin.OUT)
while not pressed:
    pass
led.on()
print(time.ticks_ms())
Pin(4).irq(None)  # what still listens would keep the program going
