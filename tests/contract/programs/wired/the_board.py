"""freq, unique_id, causes, and parts that are not simulated or not there (library/machine.html)."""

import machine
import sys
from machine import Pin

RP2 = sys.platform == "rp2"
led = Pin(25 if RP2 else 2, Pin.OUT)
assert machine.freq() == (125_000_000 if RP2 else 240_000_000)
machine.freq(133_000_000 if RP2 else 80_000_000)
assert machine.freq() == (133_000_000 if RP2 else 80_000_000)
for hz in (1, 1_000_000, 100_000_001):
    try:
        machine.freq(hz)
        raise AssertionError
    except ValueError:
        led.toggle()
assert len(machine.unique_id()) == (8 if RP2 else 6) and machine.unique_id() == machine.unique_id()
assert machine.reset_cause() == machine.PWRON_RESET == 1 and machine.WDT_RESET == 3
for name in ("I2S",) if RP2 else ("DAC", "TouchPad", "SDCard", "I2S"):
    part = getattr(machine, name)  # naming it costs nothing
    try:
        part(Pin(4))
        raise AssertionError
    except NotImplementedError as error:
        assert name in str(error)
        led.toggle()
for memory in (machine.mem8, machine.mem16, machine.mem32):
    try:
        memory[0x40000000]
        raise AssertionError
    except NotImplementedError:
        led.toggle()
try:
    machine.dht_readinto(Pin(14 if RP2 else 13), bytearray(5))  # no such sensor is there
    raise AssertionError
except OSError as error:
    led.toggle()
absent = ("Encoder", "Counter", "DAC", "TouchPad", "HARD_RESET", "sleep") if RP2 else ("CAN", "I2CTarget", "rng", "bootloader")
for name in absent:
    assert not hasattr(machine, name), name
    led.toggle()
try:
    from machine import Thermostat

    raise AssertionError
except ImportError:
    led.on()
