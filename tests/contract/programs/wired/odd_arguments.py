"""Arguments out of all bounds end in an exception or are put up with; time and the buses go on (library/machine.html)."""

import machine
import sys
import time
from machine import ADC, I2C, PWM, SPI, UART, Pin, SoftI2C, Timer

RP2 = sys.platform == "rp2"
SDA, SCL, MOSI, MISO, SCK, A, B, LED = (8, 9, 19, 16, 18, 0, 1, 25) if RP2 else (21, 15, 13, 12, 5, 17, 16, 2)
show = PWM(Pin(LED), freq=1000, duty_u16=0)
ear = Pin(B, Pin.IN)
bus = I2C(0, scl=Pin(SCL), sda=Pin(SDA))
spi = SPI(0 if RP2 else 1, 40_000_000, sck=Pin(SCK), mosi=Pin(MOSI), miso=Pin(MISO))
uart = UART(0 if RP2 else 2, 9600)
long = bytes(70_000)
refused = 0
for call in (
    lambda: bus.readfrom(0x68, -1),
    lambda: bus.readfrom(0x68, 70_000),
    lambda: bus.writeto(0x68, long),
    lambda: bus.readfrom_mem(0x68, 0, 1, addrsize=64),
    lambda: bus.readfrom("x", 1),
    lambda: bus.writeto(0x68, 5),
    lambda: SoftI2C(Pin(SCL), Pin(99)),
    lambda: spi.read(-1),
    lambda: spi.write(3),
    lambda: spi.init(baudrate=0),
    lambda: uart.init(1 << 40),
    lambda: uart.write(None),
    lambda: machine.bitstream(Pin(A), 0, (-1, 1, 1, 1), b"a"),
    lambda: machine.time_pulse_us(ear, 1, "x"),
    lambda: ear.irq(print, "both"),
    lambda: ear.irq(print).trigger("x"),
    lambda: Timer(-1, period="x"),
    lambda: Timer(-1, freq=0),
    lambda: ADC(None),
    lambda: PWM(None),
    lambda: machine.lightsleep("x"),
    lambda: machine.enable_irq(None),
    lambda: machine.RTC().datetime(5),
):
    try:
        call()
        print("taken after", refused)
    except Exception:
        refused += 1
    show.duty_u16(refused * 100)
assert refused == 23, refused
ear.irq(None)
# put up with: long, slow, or over at once
spi.write(long)
slow = SPI(0 if RP2 else 1, 1000, sck=Pin(SCK), mosi=Pin(MOSI), miso=Pin(MISO))
assert slow.read(100, 3) == b"\3" * 100
assert machine.time_pulse_us(ear, 1, -5) in (-1, -2)
machine.lightsleep(-5)
far = Timer(-1, mode=Timer.ONE_SHOT, period=4_000_000_000, callback=print)
assert bus.scan() == [0x29, 0x68]
assert bus.readfrom_mem(0x168, 0x75, 1) == b"\x68"  # seven bits of an address count
begun = time.ticks_ms()
calls = []
soon = Timer(-1, mode=Timer.ONE_SHOT, period=5, callback=calls.append)
time.sleep_ms(20)
assert calls == [soon]  # nothing has left callbacks switched off
assert time.ticks_diff(time.ticks_ms(), begun) in (20, 21)
far.deinit()
show.duty_u16(5)
