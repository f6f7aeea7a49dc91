"""A gear motor with a quadrature encoder behind two pins of an H-bridge such as the DRV8833."""

from time import sleep_ms

from micropython import const

from .check import number
from .control import loop_of
from .pins import encoder, pwm_out

# Positions and speeds in the control loop are whole numbers of 1/1024 encoder count, and of that per 10 ms period.
_Q = const(1024)
_FULL = const(65535)
# How far the wheel may trail its reference: 40 counts, 9 mm of the ESP32 rover's wheel. Beyond that the reference waits
# for the wheel, so that a wheel that was held does not race when it is let go.
_MOST_ERROR = const(40 << 10)
# Duty (of 65535, times 1024) for a unit of speed error and of position error: 2 % for a count per period, 2 % a count.
_SPEED_GAIN = const(1300)
_POSITION_GAIN = const(1300)
# Duty that only overcomes friction.
_FRICTION = const(3000)


class Motor:
    """A motor of the robot, alone. Positive is forward: the way the wheel turns when the robot drives ahead.

    Arguments:
        name (str): how messages call it, "left".
        in1, in2 (int): driver pins; the motor turns forward when in1 is high.
        encoder_a, encoder_b (int): encoder pins; the count rises when the motor turns forward.
        unit (int): the board's decoder unit for this encoder; each motor has its own.
        invert (bool): True when the motor is mounted so that it drives backward.
        counts_per_turn (int): encoder counts (all four edges) for a turn of the wheel.
        free_speed (Number, deg/s): speed without load at full battery.
        timer (int): the hardware timer of the control loop.
    """

    def __init__(
        self, name, in1, in2, encoder_a, encoder_b, unit, invert=False, counts_per_turn=600, free_speed=2200, timer=0
    ):
        self.name = name
        part = "Motor " + name
        if invert:
            in1, in2 = in2, in1
            encoder_a, encoder_b = encoder_b, encoder_a
        self._duty1 = pwm_out(part, "in1", in1).duty_u16
        self._duty2 = pwm_out(part, "in2", in2).duty_u16
        self._read = encoder(part, unit, encoder_a, encoder_b).value
        self.counts_per_turn = counts_per_turn
        self.free_speed = free_speed
        self._speed_scale = counts_per_turn * _Q / 36000  # deg/s -> 1/1024 count per period
        self.most_step = int(0.8 * free_speed * self._speed_scale)  # what a half-empty battery still gives
        self._feed = int(_FULL * _Q / (free_speed * self._speed_scale))
        self._zero = 0
        self._count = 0
        self._speed = 0
        self._error = 0
        self._forward = True  # which side of the bridge is held high
        self._step = 0
        self._goal = 0
        self._ramp = int(20 * self._speed_scale)  # 2000 deg/s² while run() gathers speed
        self._job = self._run
        self._owner = None
        self._controlled = False
        self._loop = loop_of(timer)

    # What a program calls

    def dc(self, duty):
        """Turn with a fixed share of the battery's voltage, uncontrolled.

        Arguments:
            duty (Number, %): -100 (full backward) to 100 (full forward).
        """
        number("duty", duty, -100, 100, "%")
        self._leave()
        self._apply(int(duty * _FULL / 100))

    def run(self, speed):
        """Turn at a constant speed until told otherwise.

        Arguments:
            speed (Number, deg/s): positive is forward; up to the motor's free speed.
        """
        number("speed", speed, -self.free_speed, self.free_speed, "deg/s")
        self._alone()
        self._goal = int(speed * self._speed_scale)
        self._loop.start(self._job)

    def hold(self):
        """Stop and hold the wheel where it is: it turns back when pushed."""
        self._alone()
        self._goal = self._step = 0
        self._loop.start(self._job)

    def brake(self):
        """Stop with the winding shorted: the wheel resists turning."""
        self._leave()
        self.short()

    def stop(self):
        """Switch the motor off: the wheel rolls out."""
        self._leave()
        self.release()

    def angle(self):
        """How far the wheel has turned since the start or `reset_angle`.

        Returns (int, deg): positive is forward.
        """
        return (self._read() - self._zero) * 360 // self.counts_per_turn

    def reset_angle(self, angle=0):
        """Make the present position count as `angle`.

        Arguments:
            angle (Number, deg): what `angle()` gives from now on.
        """
        number("angle", angle, -1_000_000, 1_000_000, "deg")
        self._zero = self._read() - int(angle * self.counts_per_turn / 360)

    def speed(self):
        """How fast the wheel turns. Takes 50 ms when nothing controls the motor.

        Returns (int, deg/s): positive is forward.
        """
        if self._controlled:
            return int(self._speed / self._speed_scale)
        before = self._read()
        sleep_ms(50)
        return (self._read() - before) * 7200 // self.counts_per_turn

    # What the drive base calls

    def take(self, owner):
        """From now on `owner` calls `control` every period; it is told by `owner.let_go()` when it ends."""
        if self._owner is not owner:
            self._leave()
            self._owner = owner
            self._begin()

    def count(self):
        """Encoder counts since power-on."""
        return self._read()

    def at_rest(self, trail):
        """True when the wheel stands, no more than `trail` (1/1024 count) from its reference."""
        return self.stands() and -trail <= self._error <= trail

    def stands(self):
        """True when the wheel turns slower than half a count per period."""
        return -512 < self._speed < 512

    def control(self, step, periods):
        """Do one control tick: move the reference by `step` a period and drive the wheel after it.

        Returns what the reference could not move because the wheel is held back (1/1024 count, 0 as a rule).
        """
        count = self._read()
        moved = (count - self._count) << 10
        self._count = count
        if periods == 1:
            error = self._error + step - moved
        else:
            error = self._error + step * periods - moved
            moved //= periods
        speed = self._speed = (self._speed + moved) >> 1
        lost = 0
        if error > _MOST_ERROR:
            lost = error - _MOST_ERROR
            error = _MOST_ERROR
        elif error < -_MOST_ERROR:
            lost = error + _MOST_ERROR
            error = -_MOST_ERROR
        self._error = error
        duty = (step * self._feed + (step - speed) * _SPEED_GAIN + error * _POSITION_GAIN) >> 10
        if step > 0:
            duty += _FRICTION
        elif step < 0:
            duty -= _FRICTION
        # Slow decay: one side stays high and the other carries the pulses, so a tick writes one pin.
        if duty >= 0:
            if not self._forward:
                self._forward = True
                self._duty1(_FULL)
            self._duty2(_FULL - duty if duty < _FULL else 0)
        else:
            if self._forward:
                self._forward = False
                self._duty2(_FULL)
            self._duty1(_FULL + duty if duty > -_FULL else 0)
        return lost

    def shift(self, distance):
        """Move the reference by `distance` (1/1024 count) without a speed of its own."""
        self._error += distance

    def short(self):
        """Both sides of the bridge high: electric brake."""
        self._duty1(_FULL)
        self._duty2(_FULL)

    def release(self):
        """Both sides of the bridge low: the motor is off."""
        self._duty1(0)
        self._duty2(0)

    # Inside

    def _alone(self):
        """Be controlled by this motor's own job, whoever had it before."""
        if self._owner is not None or not self._controlled:
            self._leave()
            self._step = 0
            self._begin()

    def _begin(self):
        """Start control from where the wheel is and as it turns."""
        self._count = self._read()
        self._speed = 0
        self._error = 0
        self._controlled = True
        self._forward = True
        self._duty1(_FULL)
        self._duty2(_FULL)

    def _leave(self):
        """End control by whoever has it."""
        owner = self._owner
        if owner is not None:
            owner.let_go()
        elif self._controlled:
            self._loop.stop(self._job)
        self._controlled = False

    def give_back(self):
        """The owner of `take` controls this motor no more."""
        self._owner = None
        self._controlled = False

    def _run(self, periods):
        step = self._step
        goal = self._goal
        if step != goal:
            ramp = self._ramp * periods
            if step < goal:
                step = step + ramp if step + ramp < goal else goal
            else:
                step = step - ramp if step - ramp > goal else goal
            self._step = step
        self.control(step, periods)

    def _apply(self, duty):
        if duty >= 0:
            self._forward = True
            self._duty1(_FULL)
            self._duty2(_FULL - duty)
        else:
            self._forward = False
            self._duty2(_FULL)
            self._duty1(_FULL + duty)
