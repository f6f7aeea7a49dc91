"""Buses on which nothing is: what an address that nobody has says, and what a transfer costs."""

from time import ticks_diff, ticks_us

from machine import I2C, SPI, UART, Pin, SoftI2C

_TIMES = 20


def _asked(bus, name):
    try:
        bus.readfrom(0x33, 1)
        fact(name + ".read", "none")
    except OSError as error:
        fact(name + ".read", error.args)
    try:
        bus.writeto(0x33, b"ab")
        fact(name + ".write", "none")
    except OSError as error:
        fact(name + ".write", error.args)
    began = ticks_us()
    for _ in range(_TIMES):
        try:
            bus.readfrom(0x33, 1)
        except OSError:
            pass
    return (ticks_diff(ticks_us(), began)) * 10 // _TIMES


_bus = I2C(I2C_ID, scl=Pin(SCL), sda=Pin(SDA), freq=400_000)
fact("i2c.repr", repr(_bus))
fact("I2C_US", _asked(_bus, "i2c"))
fact("i2c.scan", _bus.scan())
_bus = SoftI2C(scl=Pin(SCL, Pin.IN, Pin.PULL_UP), sda=Pin(SDA, Pin.IN, Pin.PULL_UP), freq=400_000)
fact("SOFT_I2C_US", _asked(_bus, "soft-i2c"))
for _pin in (SCL, SDA):
    Pin(_pin, Pin.IN, None)

_bus = SPI(SPI_ID, baudrate=1_000_000)
fact("spi.repr", repr(_bus))
_began = ticks_us()
for _ in range(_TIMES):
    _bus.write(b"1234")
fact("SPI_US", ticks_diff(ticks_us(), _began) * 10 // _TIMES)
_bus.deinit()

_bus = UART(UART_ID, 9600)
fact("uart.repr", repr(_bus))
fact("uart.read", (_bus.any(), _bus.read()))
_began = ticks_us()
for _ in range(_TIMES):
    _bus.txdone()
fact("UART_US", ticks_diff(ticks_us(), _began) * 10 // _TIMES)
_bus.deinit()
