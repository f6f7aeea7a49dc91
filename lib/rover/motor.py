"""A gear motor with a quadrature encoder behind two pins of an H-bridge such as the DRV8833."""

from time import sleep_ms

from micropython import const

from .check import number, one_of, whole
from .control import PERIOD_MS, loop_of
from .stop import at_stop, stop_at_end
from .wheel import FAR, NEAR, SETTLE_MOST, SETTLED, Wheel

_FULL = const(65535)
_FOR_EVER = const(1 << 29)  # periods
_LONG = const(1 << 28)

THEN = ("hold", "brake", "stop")
# What the motor's own job does
_SPEED = const(0)
_WAY = const(1)
_SETTLE = const(2)


class Motor(Wheel):
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

    Attributes:
        duty (int or None): the share of the battery's voltage that the motor has now: -65535 (full backward) to 65535,
            0 while it brakes; None while it is off.

    Example:
        motor = rover.left_motor
        motor.run_angle(300, 90)
        print(motor.angle())
    """

    def __init__(
        self, name, in1, in2, encoder_a, encoder_b, unit, invert=False, counts_per_turn=600, free_speed=2200, timer=0
    ):
        self.name = name
        self.port = f"pins {encoder_a}, {encoder_b}"
        if invert:
            in1, in2 = in2, in1
            encoder_a, encoder_b = encoder_b, encoder_a
        self.counts_per_turn = counts_per_turn
        self.free_speed = free_speed
        scale = self._speed_scale = counts_per_turn * 1024 / 36000  # deg/s -> 1/1024 count per period
        super().__init__("Motor " + name, in1, in2, encoder_a, encoder_b, unit, free_speed * scale)
        self._ramp = max(1, int(20 * scale))  # 2000 deg/s² while it gathers and loses speed
        self._zero = 0
        self._step = 0
        self._goal = 0
        self._mode = _SPEED
        self._then = "hold"
        self._left = -1  # periods until the command ends; negative: never
        self._near = 0
        self._way = None
        self._motion = None
        self._job = self._run
        self.owner = None  # who calls `control`; None while the motor's own job does
        self._controlled = False
        self._loop = loop_of(timer)
        at_stop(self.stop)

    # What a program calls

    def dc(self, duty):
        """Turn with a fixed share of the battery's voltage, uncontrolled.

        Arguments:
            duty (Number, %): -100 (full backward) to 100 (full forward).
        """
        number("duty", duty, -100, 100, "%")
        self._leave()
        stop_at_end()
        self._apply(int(duty * _FULL / 100))

    def run(self, speed):
        """Turn at a constant speed until told otherwise.

        Arguments:
            speed (Number, deg/s): positive is forward; up to the motor's free speed.
        """
        self._begin_speed(speed)

    def run_time(self, speed, time, then="hold", wait=True):
        """Turn at a constant speed for a while.

        Arguments:
            speed (Number, deg/s): positive is forward.
            time (int, ms): how long; 0 to 600000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done" or "stalled" (the wheel could not turn).
        """
        whole("time", time, 0, 600_000, "ms")
        one_of("then", then, THEN)
        self._begin_speed(speed)
        motion = self._begin_motion("run_time()", then)
        self._left = int(time) // PERIOD_MS
        return motion.finish(wait)

    def run_angle(self, speed, angle, then="hold", wait=True):
        """Turn by an angle.

        Arguments:
            speed (Number, deg/s): how fast; its sign does not matter.
            angle (Number, deg): how far from here; positive is forward. -100000 to 100000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done", "stalled" (the wheel could not turn) or "timed out".
        """
        number("angle", angle, -100_000, 100_000, "deg")
        return self._begin_way("run_angle()", speed, angle * self.counts_per_turn / 360, then, wait)

    def run_target(self, speed, target, then="hold", wait=True):
        """Turn to an angle, as `angle()` tells it.

        Arguments:
            speed (Number, deg/s): how fast; its sign does not matter.
            target (Number, deg): where to. -100000 to 100000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done", "stalled" (the wheel could not turn) or "timed out".
        """
        number("target", target, -100_000, 100_000, "deg")
        counts = target * self.counts_per_turn / 360 - (self._read() - self._zero)
        return self._begin_way("run_target()", speed, counts, then, wait)

    def run_until_stalled(self, speed, then="stop", power=100, wait=True):
        """Turn until something holds the wheel, as a gripper that closes.

        Arguments:
            speed (Number, deg/s): positive is forward.
            then (str): what the motor does then: "hold", "brake" or "stop".
            power (Number, %): the most that the motor may give; 10 to 100.
            wait (bool): False returns a Motion at once, whose result will be "stalled".

        Returns (int, deg): the angle at which it was held.
        """
        number("power", power, 10, 100, "%")
        one_of("then", then, THEN)
        self._begin_speed(speed)
        self._limit = int(power * _FULL / 100)
        motion = self._begin_motion("run_until_stalled()", then)
        self._left = _FOR_EVER
        motion = motion.finish(wait)
        return self.angle() if self.done() else motion

    def hold(self):
        """Stop and hold the wheel where it is: it turns back when pushed."""
        self._alone()
        self._mode = _SPEED
        self._goal = self._step = 0
        self._left = -1

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
            angle (Number, deg): what `angle()` gives from now on; -1000000 to 1000000.
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

    def stalled(self):
        """Whether the motor gives its most and the wheel does not follow.

        Returns (bool)
        """
        return self.held()

    def done(self):
        """Whether the last timed command or way has ended.

        Returns (bool)
        """
        motion = self._motion
        return motion is None or motion.result is not None

    # What the drive base calls

    def take(self, owner):
        """From now on `owner` calls `control` every period; it is told by `owner.let_go()` when it ends."""
        if self.owner is not owner:
            rest = self._rest if self.owner is None and not self._controlled else None
            self._leave()
            self.owner = owner
            self._begin(rest)

    def give_back(self):
        """The owner of `take` controls this motor no more."""
        self.owner = None
        self._controlled = False
        self._rest = self._count + (self.error >> 10)

    # Inside

    def _alone(self):
        """Be controlled by this motor's own job, whoever had it before."""
        self._mode = _SPEED  # first of all: from here on no tick ends the command that is replaced
        self._left = -1
        if self._motion is not None:
            self._motion.make_way()
        self._end("stopped")
        self._limit = _FULL
        if self.owner is not None or not self._controlled:
            self._leave()
            self._step = 0
            self._begin(None)
        self.mark()
        self._loop.start(self._job)

    def _leave(self):
        """End control by whoever has it."""
        self._rest = None
        owner = self.owner
        if owner is not None:
            owner.let_go()
            self._rest = None
        self._loop.stop(self._job)
        self._controlled = False
        self._held = 0
        self._end("stopped")

    def _end(self, result):
        motion = self._motion
        if motion is not None and motion.result is None:
            motion.result = result

    def _begin_speed(self, speed):
        number("speed", speed, -self.free_speed, self.free_speed, "deg/s")
        self._alone()
        self._mode = _SPEED
        self._left = -1
        self._goal = int(speed * self._speed_scale)

    def _begin_way(self, name, speed, counts, then, wait):
        number("speed", speed, -self.free_speed, self.free_speed, "deg/s")
        one_of("then", then, THEN)
        way = self._way
        if way is None:
            from .trajectory import Trajectory

            way = self._way = Trajectory()
        self._alone()
        top = abs(int(speed * self._speed_scale)) or 1
        way.start(int(counts * 1024), self._step, top, self._ramp, self._ramp)
        self._near = 0
        motion = self._begin_motion(name, then)
        self._left = 2 * way.periods() + 200
        self._mode = _WAY
        return motion.finish(wait)

    def _begin_motion(self, name, then):
        """Before the command can end: whoever waits has something to be told by."""
        from .motion import Motion

        self._then = then
        motion = self._motion = Motion(name, self._loop, self.stop)
        return motion

    def _finish(self, result):
        """The command is over: do what was to be done then; a motor that could not do it is switched off."""
        then = self._then if result == "done" or self._left > _LONG else "stop"
        motion = self._motion
        self._motion = None
        if then == "hold":
            self._mode = _SPEED
            self._goal = self._step = 0
            self._left = -1
        elif then == "brake":
            self.brake()
        else:
            self.stop()
        if motion is not None:
            motion.result = result

    def _run(self, periods):
        mode = self._mode
        step = self._step
        if mode == _SPEED:
            goal = self._goal
            if step != goal:
                ramp = self._ramp * periods
                if step < goal:
                    step = step + ramp if step + ramp < goal else goal
                else:
                    step = step - ramp if step - ramp > goal else goal
                self._step = step
        elif mode == _WAY:
            step = self._step = self._way.step(periods)
        lost = self.control(step, periods)
        if lost and step and self.held() and self.against():
            from .errors import RoverError

            self._left = 0
            self._finish("stalled")
            self._loop.fail(RoverError("R18", "Motor " + self.name))
            return
        if self._left < 0:
            return
        self._left -= periods
        if self.held():
            self._finish("stalled")
        elif mode == _SPEED:
            if self._left <= 0:
                self._finish("done")
            elif self._left * self._ramp < step or self._left * self._ramp < -step:
                self._goal = 0
        elif self._left < 0:
            self._finish("timed out")
        elif mode == _WAY:
            if lost:
                self._way.delay(lost)
            if self._way.ended():
                self._mode = _SETTLE
                self._left = SETTLE_MOST
                self._step = 0
        elif self.at_rest(NEAR):
            self._near += periods
            if self._near >= SETTLED:
                self._finish("done")
        elif self._left <= periods:
            self._finish("done" if self.at_rest(FAR) else "stalled")
