"""Classes of a program's own over Pin, UART and StateMachine: each is one more object over the same hardware. (docs.micropython.org/en/latest/library/machine.Pin.html, …/library/machine.UART.html)"""

import sys
import time
from machine import PWM, UART, Pin, Signal

RP2 = sys.platform == "rp2"
LED, OUT, IN = (25, 19, 16) if RP2 else (2, 13, 12)
ID = 0 if RP2 else 2


class Lamp(Pin):
    def __init__(self, number=OUT, *, name="lamp"):  # the number is its own to choose
        super().__init__(number, Pin.OUT)
        self.name = name
        self._mode = "blinking"  # names of its own must not meet ours

    def blink(self):
        self.on()
        self.off()


class Button(Pin):
    def __init__(self, number, callback):
        super().__init__(number, Pin.IN)
        self.callback = callback
        self.irq(self._hear, Pin.IRQ_RISING)

    def _hear(self, pin):
        self.callback(pin)


class Sender(UART):
    def __init__(self, id):
        super().__init__(id, 9600)
        self.buf = b"x"


heard = []
button = Button(IN, heard.append)
plain = Pin(OUT)
lamp = Lamp(name="front")
assert type(plain) is Pin and plain is Pin(OUT)
assert type(lamp) is Lamp and lamp is not plain and lamp.name == "front" and lamp._mode == "blinking"
lamp.blink()
time.sleep_ms(1)
assert heard == [Pin(IN)] and type(heard[0]) is Pin, heard
lamp.on()
assert plain.value() == 1 and Pin(IN).value() == button.value() == 1
plain.off()
assert lamp.value() == 0 and button() == 0
assert Lamp(OUT).value() == 0 and Pin(OUT) is plain and repr(lamp) == repr(plain)
other = Signal(lamp, invert=True)
other.on()
assert plain() == 0
assert isinstance(Lamp(LED), Lamp) and type(Pin(LED)) is Pin
show = PWM(lamp, freq=1000, duty_u16=0)
show.duty_u16(1000 * len(heard))

sender = Sender(ID)
uart = UART(ID)
assert type(sender) is Sender and type(uart) is UART and UART(ID) is uart and sender is not uart
uart.write("text")
sender.write(sender.buf)
time.sleep_ms(10)
assert sender.any() == 5 and uart.read() == b"textx" and sender.read() is None
print("a line", file=sender)
time.sleep_ms(20)
assert uart.readline() == b"a line\n"
told = []
sender.irq(told.append, UART.IRQ_RXIDLE)
uart.write("more")
time.sleep_ms(20)
assert told == [uart], told
sender.irq(None)
button.irq(None)
assert list(sender) == [b"more"]
print(lamp, sender)

if RP2:
    from rp2 import PIO, StateMachine, asm_pio

    @asm_pio(set_init=PIO.OUT_LOW)
    def high():
        pull()
        set(pins, 1)

    class Ours(StateMachine):
        def __init__(self, base):
            super().__init__(0, high, set_base=base)
            self.base = base

    ours = Ours(plain)
    ours.active(1)
    same = StateMachine(0)
    assert type(ours) is Ours and type(same) is StateMachine and same is StateMachine(0)
    same.put(1)
    time.sleep_ms(1)
    assert plain.value() == 1 and same.active() and ours.tx_fifo() == 0
