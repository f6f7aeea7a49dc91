"""A wheel with its motor and encoder under control: one step of it every 10 ms, and the signs that it is held."""

from micropython import const

from .pins import encoder, pwm_out

# Positions and speeds in the control loop are whole numbers of 1/1024 encoder count, and of that per 10 ms period.
_FULL = const(65535)
# How far the wheel may trail its reference: 40 counts, 9 mm of the ESP32 rover's wheel. Beyond that the reference waits
# for the wheel, so that a wheel that was held does not race when it is let go (anti-windup).
_MOST_ERROR = const(40 << 10)
# Duty (of 65535, times 1024) for a unit of speed error and of position error, which is the integral of the former: 2 %
# for a count per period, 2 % a count. On top of the feed-forward this makes a PI controller of speed.
_SPEED_GAIN = const(1300)
_POSITION_GAIN = const(1300)
# Duty that only overcomes friction, and the error from which on it helps a wheel that should stand.
_FRICTION = const(3000)
_REST = const(1536)
# A wheel that does not follow for so many ticks, though the motor gives its most, is stalled. At full power a free
# rover is at 60 mm/s after one period.
_STALLED = const(6)
# So many counts against the command, and the motor is wired the wrong way round.
_AGAINST = const(20)
# A way has ended when its wheels stand this near to their place (1/1024 count: 4 counts, 1 mm) for so many periods …
NEAR = const(4 << 10)
FAR = const(16 << 10)
SETTLED = const(3)
# … or could not come nearer in so many.
SETTLE_MOST = const(40)


class Wheel:
    """The inside of Motor: pins, encoder and the tick that drives the wheel after its reference.

    Arguments:
        part (str): how messages call it, "Motor left".
        in1, in2 (int): driver pins; the motor turns forward when in1 is high.
        encoder_a, encoder_b (int): encoder pins; the count rises when the motor turns forward.
        unit (int): the board's decoder unit for this encoder.
        full_step (Number): how far it turns in a period without load at full battery, in 1/1024 count.
    """

    def __init__(self, part, in1, in2, encoder_a, encoder_b, unit, full_step):
        self._duty1 = pwm_out(part, "in1", in1).duty_u16
        self._duty2 = pwm_out(part, "in2", in2).duty_u16
        self._read = encoder(part, unit, encoder_a, encoder_b).value
        self.duty = None  # see Motor
        self.most_step = int(0.8 * full_step)  # what a half-empty battery still gives
        self._feed = int(_FULL * 1024 / full_step)
        self._count = 0
        self._mark = 0  # the count when the present move began
        self._held_at = 0  # the count since which the wheel does not follow
        self._speed = 0
        self.error = 0  # how far the wheel trails its reference
        self._rest = None  # the count at which the last way should have ended, while nothing else has moved the wheel
        self._limit = _FULL
        self._proved = False  # the wheel has turned the way that the motor was to: the plugs are right
        self._forward = True  # which side of the bridge is held high
        self._held = 0  # ticks for which the wheel has not followed; -1 while the motor gives its most and it does

    def held(self):
        """True when the motor gives its most and the wheel does not follow."""
        return self._held >= _STALLED

    # What the drive base calls

    def count(self):
        """Encoder counts since power-on."""
        return self._read()

    def mark(self):
        """Begin to watch whether the encoder counts at all."""
        self._mark = self._count
        self._held = 0

    def silent(self):
        """True when the encoder has not counted since `mark`."""
        return self._count == self._mark

    def frozen(self):
        """True when the encoder has not counted since the wheel does not follow."""
        return self._count == self._held_at

    def against(self):
        """True when the wheel turns against the motor since it does not follow, and never has followed."""
        way = self._count - self._held_at
        if self._proved:
            return False
        return (way if self._forward else -way) < -_AGAINST

    def fast(self):
        """True when the wheel turns by more than two counts a period."""
        return not -2048 < self._speed < 2048

    def strained(self):
        """True while the motor gives its most."""
        return self._held != 0

    def at_rest(self, trail):
        """True when the wheel stands, no more than `trail` (1/1024 count) from its reference."""
        return -512 < self._speed < 512 and -trail <= self.error <= trail

    def control(self, step, periods):
        """Do one control tick: move the reference by `step` a period and drive the wheel after it.

        Returns what the reference could not move because the wheel is held back (1/1024 count, 0 as a rule).
        """
        count = self._read()
        moved = (count - self._count) << 10
        self._count = count
        if periods == 1:
            error = self.error + step - moved
        else:
            error = self.error + step * periods - moved
            moved //= periods
        speed = self._speed = (self._speed + moved) >> 1
        lost = 0
        if error > _MOST_ERROR:
            lost = error - _MOST_ERROR
            error = _MOST_ERROR
        elif error < -_MOST_ERROR:
            lost = error + _MOST_ERROR
            error = -_MOST_ERROR
        self.error = error
        duty = (step * self._feed + (step - speed) * _SPEED_GAIN + error * _POSITION_GAIN) >> 10
        if step > 0:
            duty += _FRICTION
        elif step < 0:
            duty -= _FRICTION
        elif error > _REST:
            duty += _FRICTION
        elif error < -_REST:
            duty -= _FRICTION
        # Slow decay: one side stays high and the other carries the pulses, so a tick writes one pin.
        limit = self._limit
        if duty >= 0:
            if not self._forward:
                self._forward = True
                self._duty1(_FULL)
            if duty >= limit:
                duty = limit
                self._strain(speed, step)
            elif lost:
                self._strain(speed, step)
            elif self._held:
                self._held = 0
            self._duty2(_FULL - duty)
        else:
            if self._forward:
                self._forward = False
                self._duty2(_FULL)
            if duty <= -limit:
                duty = -limit
                self._strain(-speed, -step)
            elif lost:
                self._strain(-speed, -step)
            elif self._held:
                self._held = 0
            self._duty1(_FULL + duty)
        self.duty = duty
        return lost

    def shift(self, distance):
        """Move the reference by `distance` (1/1024 count) without a speed of its own."""
        self.error += distance

    def short(self):
        """Both sides of the bridge high: electric brake."""
        self.duty = 0
        self._duty1(_FULL)
        self._duty2(_FULL)

    def release(self):
        """Both sides of the bridge low: the motor is off."""
        self.duty = None
        self._duty1(0)
        self._duty2(0)

    # Inside

    def _begin(self, rest):
        """Start control from where the wheel is and as it turns; it goes on from `rest`, where that is near."""
        count = self._count = self._mark = self._read()
        self._speed = 0
        self._held = 0
        self._limit = _FULL
        self.error = rest - count << 10 if rest is not None and -16 < rest - count < 16 else 0
        self._rest = None
        self._controlled = True
        self._forward = True
        self.short()

    def _strain(self, speed, step):
        """The motor gives its most, or its reference waits: count how long the wheel hardly follows."""
        if speed < 512 + (step >> 3 if step > 0 else 0):
            if self._held <= 0:
                self._held = 0
                self._held_at = self._count
                way = self._count - self._mark
                if (way if self._forward else -way) > _AGAINST:
                    self._proved = True
            self._held += 1  # not `periods`: ticks that come late say less
        else:
            self._held = -1

    def _apply(self, duty):
        self.duty = duty
        if duty >= 0:
            self._forward = True
            self._duty1(_FULL)
            self._duty2(_FULL - duty)
        else:
            self._forward = False
            self._duty2(_FULL)
            self._duty1(_FULL + duty)
