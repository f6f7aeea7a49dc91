"""`machine.time_pulse_us`, `bitstream` and `dht_readinto`. Behaviour: library/machine; drivers/dht/dht.c."""

import _bus
import _clock
import _edges
import _profile
from _machine_arguments import whole
from _machine_pin import Pin, pin_number
from _port import os_error
from errno import ETIMEDOUT

_PIN_US = _profile.PIN_US
_DHT_US = 18_250  # the start pulse, and how long an answer is waited for
_MOST_NS = 0xFFFFFFFF


def time_pulse_us(pin, level, timeout_us=1_000_000):
    """The length of the next pulse at that level in µs; -2 when it did not begin in time, -1 when it did not end."""
    pin = Pin(pin)
    number = pin_number(pin)
    timeout_us = whole(timeout_us)
    if pin.value() == (1 if level else 0):
        begun = _clock.now
        changes = 1 + _edges.wait_edges(number, timeout_us)
    else:
        changes = _edges.wait_edges(number, timeout_us, 2)
        begun = _edges.first_us
    us = _edges.last_us - begun
    _clock.spend(0)  # what fell due meanwhile comes now
    return us if changes == 2 else changes - 2


def bitstream(pin, encoding, timing, data):
    """Send bytes as pulses of given lengths, high then low, in ns for a 0 and for a 1. Callbacks wait."""
    if encoding != 0:
        raise ValueError("encoding")
    number = pin_number(pin)
    if len(timing) != 4 or min(timing) < 0:
        raise ValueError("timing")
    payload = bytearray((_bus.BITSTREAM, number))
    for ns in timing:
        payload += min(ns, _MOST_NS).to_bytes(4, "little")
    _clock.spend(_PIN_US)
    _bus.transfer(bytes(payload) + bytes(memoryview(data)), 0)


def dht_readinto(pin, buf):
    """Read a DHT sensor. No such part is simulated, so nobody answers."""
    pin = Pin(pin)
    pin.init(Pin.OPEN_DRAIN, value=0)
    _clock.sleep_us(_DHT_US)
    pin.value(1)
    raise os_error(ETIMEDOUT)
