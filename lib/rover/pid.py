"""A PID controller in whole numbers."""

from .check import number

# Gains are kept as 1/1024; the derivative's, which is per second, as 1/64 per ms. No product and no sum may reach
# 2**30, where an integer needs heap: so errors and times are cut off far beyond any sensor's range.
_LARGEST = 1 << 29
_MOST_ERROR = 500_000
_MOST_MS = 1000
_MOST_INPUT = 1 << 28


class PID:
    """Turns "how far off" into "how much to correct".

    The derivative looks at the measurement and not at the error, so that a new target gives no kick. The integral stops
    growing where the output is at its limit. `update` allocates nothing while it is given whole numbers.

    Arguments:
        kp (Number): output for each unit of error; 0 to 1000.
        ki (Number, 1/s): output for each unit of error that lasts a second; 0 to 1000.
        kd (Number, s): output for each unit per second that the measurement moves; 0 to 100.
        limit (int): the output stays between -limit and limit; 1 to 30000.
        target (int): where the measurement should be.

    Example:
        from rover import PID
        keep = PID(3, kd=0.1, limit=200)
        turn = -keep.update(rover.line.position(), 10)  # the line is to the left: turn left
        rover.drive.drive(100, turn / 10)
    """

    def __init__(self, kp, ki=0, kd=0, limit=1000, target=0):
        self.target = target
        self.settings(kp, ki, kd, limit)
        self.reset()

    def settings(self, kp=None, ki=None, kd=None, limit=None):
        """Change gains or the limit; what is left out stays as it is."""
        if limit is not None:
            self._limit = int(number("limit", limit, 1, 30000, ""))
        if kp is not None:
            self._kp = int(number("kp", kp, 0, 1000, "") * 1024 + 0.5)
            self._most = min(_LARGEST // (self._kp + 1), _MOST_ERROR)
        if ki is not None:
            self._ki = int(number("ki", ki, 0, 1000, "1/s") * 1024 + 0.5)
        if kd is not None:
            self._kd = int(number("kd", kd, 0, 100, "s") * 64000 + 0.5)
            self._most_change = _LARGEST // (self._kd + 1)
        # The error sum (error times ms) at which the integral alone reaches the limit.
        self._most_sum = min(self._limit * 1024 // self._ki * 1000, _LARGEST) if self._ki else 0

    def reset(self):
        """Forget the past: no integral, and no derivative at the next update."""
        self._sum = 0
        self._last = None

    def update(self, measured, dt):
        """Return the correction for this measurement.

        Arguments:
            measured (Number, the sensor's unit): what the sensor says; a fraction is rounded, which takes heap.
            dt (Number, ms): time since the last update; a fraction is rounded, more than 1000 counts as 1000. With 0
                integral and derivative stay out.

        Returns (int): between -limit and limit; positive when the measurement is below the target.
        """
        try:
            measured | dt  # not whole: it fails here, before anything has changed
            most = self._most
            error = self.target - measured
            if error > most:
                error = most
            elif error < -most:
                error = -most
            output = (self._kp * error) >> 10
            limit = self._limit
            if dt > 0:
                if dt > _MOST_MS:
                    dt = _MOST_MS
                kd = self._kd
                if kd:
                    last = self._last
                    self._last = measured
                    if last is not None:
                        most = self._most_change
                        change = measured - last
                        if change > most:
                            change = most
                        elif change < -most:
                            change = -most
                        output -= (kd * change // dt) >> 6
                ki = self._ki
                if ki:
                    total = self._sum
                    # What is at the limit is not pushed against it.
                    if not (output >= limit and error > 0 or output <= -limit and error < 0):
                        most = self._most_sum
                        total += error * dt
                        if total > most:
                            total = most
                        elif total < -most:
                            total = -most
                        self._sum = total
                    output += (ki * (total >> 6) // 1000) >> 4
        except TypeError:  # a fraction, or no number at all: asked for only now, so that whole numbers do not wait
            self.target = round(number("target", self.target, -_MOST_INPUT, _MOST_INPUT, ""))
            measured = round(number("measured", measured, -_MOST_INPUT, _MOST_INPUT, ""))
            return self.update(measured, round(number("dt", dt, 0, _MOST_INPUT, "ms")))
        if output > limit:
            return limit
        if output < -limit:
            return -limit
        return output
