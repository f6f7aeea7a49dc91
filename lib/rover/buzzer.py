"""A buzzer that plays tones and melodies."""

from array import array

from micropython import const

from .check import number, whole
from .control import PERIOD_MS, loop_of
from .motion import Motion
from .pins import pwm_out
from .stop import at_stop

_LOUD = const(32768)  # a square wave
_LOWEST_HZ = const(20)
_HIGHEST_HZ = const(20_000)
_MOST_MS = const(60_000)


class Buzzer:
    """A passive buzzer: it sounds at the frequency it is given.

    Arguments:
        pin (int): its pin.
        timer (int): the hardware timer of the control loop.
        name (str): how messages call it.

    Example:
        rover.buzzer.beep()
        rover.buzzer.play("C4/4 E4 G4 C5/2")
        rover.buzzer.play("A4/8 R A4", tempo=200, wait=False)
        rover.buzzer.stop()
    """

    def __init__(self, pin, timer=0, name="Buzzer"):
        pwm = pwm_out(name, "pin", pin, 1000)
        self._freq = pwm.freq
        self._duty = pwm.duty_u16
        self._name = name
        self._tones = self._times = None
        self._at = self._left = 0
        self._motion = None
        self._loop = loop_of(timer)
        self._job = self._tick
        at_stop(self.stop)

    def beep(self, hz=880, ms=200, wait=True):
        """Sound one tone.

        Arguments:
            hz (Number, Hz): how high; 20 to 20000.
            ms (int, ms): how long; 10 to 60000, to the next 10.
            wait (bool): False returns at once, with the motion: `done()` and `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the buzzer meanwhile.
        """
        number("hz", hz, _LOWEST_HZ, _HIGHEST_HZ, "Hz")
        whole("ms", ms, 10, _MOST_MS, "ms")
        return self._start(array("H", (int(hz + 0.5),)), array("H", (ms,)), "beep()", wait)

    def play(self, notes, tempo=120, wait=True):
        """Play a melody.

        A note is a letter A to G, a # or b for a half tone up or down, an octave, and after a slash the part of a whole
        note that it lasts: "C4/4" is a quarter, "F#5/8." a dotted eighth, "R/2" a rest. Octave and length that are left
        out are those of the note before; the first has octave 4 and a quarter.

        Arguments:
            notes (str or list): the notes, with spaces between them, or a list of them.
            tempo (Number, 1/min): quarter notes a minute; 20 to 400.
            wait (bool): False returns at once and plays on; `done()` and `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the buzzer meanwhile.
        """
        from .melody import melody

        number("tempo", tempo, 20, 400, "a minute")
        tones, times = melody(self._name, notes, tempo)
        return self._start(tones, times, "play()", wait)

    def stop(self):
        """Be silent. A melody that was playing ends."""
        self._duty(0)
        self._end("stopped")

    def _start(self, tones, times, name, wait):
        if self._motion is not None:
            self._motion.make_way()
        self._end("stopped")
        self._tones = tones
        self._times = times
        self._at = -1
        self._left = 0
        motion = self._motion = Motion(name, self._loop, self.stop)
        self._next()
        if self._motion is not None:
            self._loop.start(self._job)
        return motion.finish(wait)

    def _next(self):
        """Go on to the tone of this moment."""
        at = self._at
        while self._left <= 0:
            at += 1
            if at == len(self._tones):
                self._duty(0)
                self._end("done")
                return
            self._left += self._times[at]
        self._at = at
        hz = self._tones[at]
        if hz:
            self._freq(hz)
            self._duty(_LOUD)
        else:
            self._duty(0)

    def _end(self, result):
        motion = self._motion
        if motion is not None:
            self._motion = None
            self._loop.stop(self._job)
            motion.result = result

    def _tick(self, periods):
        self._left -= periods * PERIOD_MS
        if self._left <= 0:
            self._next()
