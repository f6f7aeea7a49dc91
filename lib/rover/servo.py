"""A hobby servo: an arm that turns to the angle it is told."""

from micropython import const

from .check import number, whole
from .control import PERIOD_MS, loop_of
from .motion import Motion
from .pins import pwm_out
from .stop import at_stop, stop_at_end

_HZ = const(50)
_PERIOD_US = const(20_000)
_FULL = const(65535)
_MOST_MS = const(60_000)
# A new pulse is heard after so long at most, and obeyed: this much of a move's time is left for it.
_LAG_MS = const(40)


class Servo:
    """A hobby servo such as the SG90. It is limp, and nobody knows where it points, until it is first told an angle.

    Arguments:
        pin (int): its signal's pin.
        low (int, µs): pulse for 0 deg; 300 to 1400.
        high (int, µs): pulse for 180 deg; 1600 to 2700.
        timer (int): the hardware timer of the control loop.
        name (str): how messages call it.

    Example:
        rover.servo.angle(30)
        rover.servo.move(120, time=800)
        print(rover.servo.angle())
        rover.servo.off()
    """

    def __init__(self, pin, low=500, high=2400, timer=0, name="Servo"):
        self._duty = pwm_out(name, "pin", pin, _HZ).duty_u16
        self.pulses(low, high)
        self._angle = self._start = None  # deg: what it was told, and where it was then
        self._from = self._to = None  # the same as duty
        self._past = self._sweep = self._time = 0
        self._motion = None
        self._loop = loop_of(timer)
        self._job = self._tick
        at_stop(self.off)

    def pulses(self, low, high):
        """Choose the pulses for 0 and 180 deg, from the servo's data sheet or by trying.

        Arguments:
            low (int, µs): pulse for 0 deg; 300 to 1400.
            high (int, µs): pulse for 180 deg; 1600 to 2700.
        """
        self._low = whole("low", low, 300, 1400, "µs")
        self._span = whole("high", high, 1600, 2700, "µs") - low

    def angle(self, angle=None):
        """Turn to an angle as fast as the servo can; without one, say where it points.

        Arguments:
            angle (Number, deg): 0 to 180.

        Returns (Number, deg): the angle it was last told, on its way the present one; None when it is limp.
        """
        if angle is not None:
            number("angle", angle, 0, 180, "deg")
            self._rest("stopped")
            self._sweep = 0
            self._to = self._pulse(angle)
            stop_at_end()
            self._duty(self._to)
            self._angle = angle
        elif self._start is not None and self._past < self._sweep:
            return round(self._start + (self._angle - self._start) * self._past / self._sweep)
        return self._angle

    def move(self, angle, time, wait=True):
        """Turn evenly to an angle. A servo that is limp goes as fast as it can and waits for the rest of the time.

        Arguments:
            angle (Number, deg): where to; 0 to 180.
            time (int, ms): how long it takes; 0 to 60000. An SG90 needs 100 ms for 60 deg.
            wait (bool): False returns at once, with the motion: `done()` and `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the servo meanwhile.
        """
        number("angle", angle, 0, 180, "deg")
        whole("time", time, 0, _MOST_MS, "ms")
        if self._motion is not None:
            self._motion.make_way()
        self._start = self.angle()
        self._from = self._now()
        self._rest("stopped")
        self._to = self._pulse(angle)
        self._angle = angle
        self._past = 0
        self._time = time
        self._sweep = time - _LAG_MS if time > _LAG_MS else 0
        if self._from is None:
            self._duty(self._to)
        motion = self._motion = Motion("servo.move()", self._loop, self.off)
        self._loop.start(self._job)
        return motion.finish(wait)

    def off(self):
        """Send no more pulses: the servo goes limp and can be turned by hand."""
        self._rest("stopped")
        self._duty(0)
        self._angle = self._from = self._to = None
        self._sweep = 0

    def _pulse(self, angle):
        return int((self._low + self._span * angle / 180) * _FULL / _PERIOD_US + 0.5)

    def _now(self):
        """The duty of this moment, None while limp."""
        past = self._past
        if self._from is None or past >= self._sweep:
            return self._to
        return self._from + (self._to - self._from) * past // self._sweep

    def _rest(self, result):
        motion = self._motion
        if motion is not None:
            self._motion = None
            self._loop.stop(self._job)
            motion.result = result

    def _tick(self, periods):
        past = self._past = self._past + periods * PERIOD_MS
        self._duty(self._now())
        if past >= self._time:
            self._rest("done")
