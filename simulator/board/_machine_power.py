"""Resets, sleep, the watchdog, interrupts off and on, and what the chip says of itself.

Behaviour: library/machine, library/machine.WDT, esp32/quickref (Deep-sleep mode), the ports' modmachine.c. In a light
sleep the outputs stay as they are; in a deep sleep they are let go.
"""

import _boot
import _clock
import _edges
import _profile
from _machine_arguments import whole
from _machine_pin import let_go, waking

SLEEP, DEEPSLEEP = 2, 4
PIN_WAKE = EXT0_WAKE = 2
EXT1_WAKE, TIMER_WAKE, TOUCHPAD_WAKE, ULP_WAKE = 3, 4, 5, 6
PWRON_RESET, WDT_RESET = _profile.PWRON_RESET, _profile.WDT_RESET
HARD_RESET, DEEPSLEEP_RESET, SOFT_RESET = _profile.HARD_RESET, _profile.DEEPSLEEP_RESET, _profile.SOFT_RESET
_ON_RP2 = _profile.PLATFORM == "rp2"
_WAKE = "wake reason"  # its name among what the chip keeps
_LONG_US = 1_000_000_000
_WATCHDOG_PRIORITY = -1  # before any callback
_IDLE_US = 1000
_freq_hz = _profile.FREQ_HZ


def unique_id():
    return _profile.UNIQUE_ID


def freq(*arguments):
    """The processor's frequency in Hz. Setting it changes what this says and nothing else."""
    global _freq_hz
    if not arguments:
        return _freq_hz
    hz = whole(arguments[0])
    if hz not in _profile.FREQUENCIES_HZ:
        if _ON_RP2:
            raise ValueError("cannot change frequency")
        raise ValueError("frequency must be 20MHz, 40MHz, 80Mhz, 160MHz or 240MHz")
    _clock.spend(_profile.CLOCK_US)
    _freq_hz = hz


def reset():
    _boot.kept.pop(_WAKE, None)
    _boot.reset(_profile.HARD_RESET)


soft_reset = _boot.reset_softly


def reset_cause():
    return _boot.reset_cause


def wake_reason():
    return _boot.kept.get(_WAKE, b"\0")[0]


def wake_pins():
    """The pins that woke the chip from a deep sleep; those of EXT0 are not among them."""
    return ()


def idle():
    """Wait for the next interrupt, a ms at most."""
    _clock.wait_for_callback(_IDLE_US)


def disable_irq():
    """Callbacks wait until `enable_irq`; returns the state to go back to."""
    return 1 if _clock.hold_callbacks() else 0


def enable_irq(state):
    _clock.let_callbacks(bool(whole(state)))


def _sleep_us(ms=None):
    return _LONG_US if ms is None else whole(ms) * 1000


def _doze(left):
    """Let so many µs pass with no callback, until a wake pin has its level; returns why it ended."""
    for pin in waking:
        while left > 0:
            before = _clock.now
            changes = _edges.wait_edges(pin, left)
            left -= _clock.now - before
            if changes and _edges.last_level == waking[pin]:
                return PIN_WAKE
    until = _clock.now + left
    while _clock.now < until:
        _clock.exchange(until - _clock.now)
    return TIMER_WAKE


def lightsleep(*arguments):
    """Stop for that many ms, or until something wakes the chip. Callbacks that fall due wait for its end."""
    us = _sleep_us(*arguments)
    held = _clock.hold_callbacks()
    reason = _doze(us)
    if not _ON_RP2:
        _boot.kept[_WAKE] = bytes((reason,))
    _clock.let_callbacks(held)


sleep = lightsleep


def deepsleep(*arguments):
    """The same with everything off; then the board starts again."""
    us = _sleep_us(*arguments)
    _clock.hold_callbacks()
    let_go()
    _boot.kept[_WAKE] = bytes((_doze(us),))
    _boot.reset(_profile.DEEPSLEEP_RESET)


class _Watchdog(_clock.Call):
    timeout_us = 0

    def fire(self):
        _boot.kept.pop(_WAKE, None)
        _boot.reset(_profile.WDT_RESET)


_watchdog = _Watchdog(_WATCHDOG_PRIORITY)


class WDT:
    """A watchdog that resets the board when it is not fed in time. Nothing stops it once it runs."""

    def __repr__(self):
        return "<WDT>"

    def __init__(self, id=0, timeout=5000):
        if id != 0:
            raise ValueError("WDT(%d) doesn't exist" % whole(id))
        if whole(timeout) <= 0:
            raise ValueError("WDT timeout too short")
        if _profile.WDT_MAX_MS is not None and timeout > _profile.WDT_MAX_MS:
            raise ValueError("timeout exceeds %d" % _profile.WDT_MAX_MS)
        _watchdog.timeout_us = timeout * 1000
        _clock.watchdog = _watchdog
        self.feed()

    def feed(self):
        _clock.spend(_profile.PIN_US)
        _watchdog.at(_clock.now + _watchdog.timeout_us)
