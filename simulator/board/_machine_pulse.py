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
_ONES = (0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4)  # bits set in half a byte


def time_pulse_us(pin, level, timeout_us=1_000_000):
    """The length of the next pulse at that level in µs; -2 when it did not begin in time, -1 when it did not end."""
    pin = Pin(pin)
    number = pin_number(pin)
    level = 1 if level else 0
    left = whole(timeout_us)
    now_level = pin.value()
    while now_level != level:
        before = _clock.now
        now_level = _edges.wait_edge(number, left)
        left -= _clock.now - before
        if now_level < 0 or left < 0:
            _clock.spend(0)
            return -2
    begun = _clock.now
    left = timeout_us
    while now_level == level:
        before = _clock.now
        now_level = _edges.wait_edge(number, left)
        left -= _clock.now - before
    us = _clock.now - begun
    _clock.spend(0)  # what fell due meanwhile comes now
    return -1 if now_level < 0 else us


def bitstream(pin, encoding, timing, data):
    """Send bytes as pulses of given lengths, high then low, in ns for a 0 and for a 1. Callbacks wait."""
    if encoding != 0:
        raise ValueError("encoding")
    number = pin_number(pin)
    if len(timing) != 4 or min(timing) < 0:
        raise ValueError("timing")
    data = bytes(memoryview(data))
    ones = 0
    for byte in data:
        ones += _ONES[byte & 15] + _ONES[byte >> 4]
    zeros = 8 * len(data) - ones
    us = (zeros * (timing[0] + timing[1]) + ones * (timing[2] + timing[3])) // 1000
    payload = bytearray((_bus.BITSTREAM, number))
    for ns in timing:
        payload += min(ns, 65535).to_bytes(2, "little")
    _clock.spend(_PIN_US)
    _bus.transfer(bytes(payload) + data, us)


def dht_readinto(pin, buf):
    """Read a DHT sensor. No such part is simulated, so nobody answers."""
    pin = Pin(pin)
    pin.init(Pin.OPEN_DRAIN, value=0)
    _clock.sleep_us(_DHT_US)
    pin.value(1)
    raise os_error(ETIMEDOUT)
