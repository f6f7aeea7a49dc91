"""A push button."""

from time import ticks_diff, ticks_ms

from micropython import const

from .check import whole
from .pins import digital_in

# A contact bounces for some ms: a new level counts once it has stayed for so long.
_DEBOUNCE_MS = const(20)
_FORGOTTEN_MS = const(200)  # what was seen so long ago says nothing of now
_MOST_MS = const(86_400_000)
_BEGINNING_MS = const(3000)  # of a program

started = []  # when a press started the program; it is the one that it waits for at its beginning


class Button:
    """A push button, debounced: a change counts once it has stayed for 20 ms.

    It is looked at when a program asks, so ask again and again.

    Arguments:
        pin (int): its pin.
        active_low (bool): True when pressing it connects the pin to ground.
        timer (int): the hardware timer of the control loop.
        name (str): how messages call it.

    Example:
        presses = 0
        if rover.button.was_pressed():
            presses += 1
        print(rover.button.pressed(), rover.button.held(1000))
    """

    def __init__(self, pin, active_low=True, timer=0, name="Button"):
        self._read = digital_in(name, "pin", pin, active_low).value
        self._timer = timer
        self._down = 0 if active_low else 1
        self._pressed = False
        self._next = False  # what was seen last, and since when
        self._since = self._pressed_at = self._looked = ticks_ms()
        self._unseen = None  # True: pressed since the last `was_pressed`; None: nobody has asked yet

    def pressed(self):
        """True while the button is down."""
        self._look()
        return self._pressed

    def released(self):
        """True while the button is up."""
        return not self.pressed()

    def held(self, time):
        """True once the button has been down for that long without a break.

        Arguments:
            time (int, ms): 0 to 86400000.
        """
        whole("time", time, 0, _MOST_MS, "ms")
        return self.pressed() and ticks_diff(ticks_ms(), self._pressed_at) >= time

    def hold_time(self):
        """How long the button has been down.

        Returns (int, ms): 0 while it is up.
        """
        return ticks_diff(ticks_ms(), self._pressed_at) if self.pressed() else 0

    def was_pressed(self):
        """True once for each press, at the first question after it.

        From the first question on, a press is noticed while the robot moves, too, whatever the program waits for; while
        it only sleeps it is not. A second press before the next question is not counted.
        """
        if self._unseen is None:
            from .control import loop_of

            loop_of(self._timer).invite(self._look)
            self._unseen = False
        self._look()
        unseen = self._unseen
        self._unseen = False
        return unseen

    def wait_pressed(self, timeout=None):
        """Wait until the button goes down; one that is down already counts.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it was pressed. In an asyncio task `await` it.
        """
        return self._wait(self._down_or_started, timeout)

    def wait_released(self, timeout=None):
        """Wait until the button is up.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it is up. In an asyncio task `await` it.
        """
        return self._wait(self.released, timeout)

    def _down_or_started(self):
        if started and ticks_diff(ticks_ms(), started.pop()) < _BEGINNING_MS:
            self._pressed = self._next = True
            return True
        return self.pressed()

    def _wait(self, ready, timeout):
        from .waiting import wait_until

        return wait_until(ready, timeout)

    def _look(self):
        now = ticks_ms()
        if self._next != self._pressed and ticks_diff(now, self._since) >= _DEBOUNCE_MS:
            self._change(self._since)
        down = self._read() == self._down
        if down != self._next:
            self._next = down
            self._since = now
            if ticks_diff(now, self._looked) >= _FORGOTTEN_MS:
                self._change(now)
        self._looked = now

    def _change(self, since):
        self._pressed = self._next
        if self._pressed:
            self._pressed_at = since
            if self._unseen is False:
                self._unseen = True
