"""Follows a line with the drive base."""

from time import ticks_diff, ticks_ms

from micropython import const

from .check import function, number, one_of
from .control import PERIOD_MS, loop_of
from .line_sensors import GRAIN
from .pid import PID
from .stop import at_stop

# Without the line for so long, a robot that turned toward it has missed it for good.
_LOST_MS = const(1000)
# A longer pause between two updates says nothing about how fast the line moves.
_PAUSE_MS = const(100)
# 1/10 deg/s
_MOST_TURN = const(4000)
# A robot that turns on the spot at a corner does it so fast, in deg/s.
_CORNER_RATE = const(200)
# The line must go on for so many mm after a branch, or it was a corner: the row may stand aslant. A line that is away
# for less than this is no gap.
_GOES_ON_MM = const(20)
# A turn at a corner takes longer than this; what the row sees so soon is still the corner itself.
_TURN_MS = const(200)
# In a short row, a branch comes up within so many mm; a line that drifts to the end of the row does not.
_COMES_UP_MM = const(12)
# After a corner the robot needs so many mm to lie along the line; what looks like a branch there is none.
_ALIGN_MM = const(120)

# What the robot is at: a plain line, one of these, or (last) where it has given up.
_PLAIN = const(0)
_WIDE = const(1)  # a branch is under the row
_AFTER = const(2)  # it was, just now, and the line seems to go on
_GAP = const(3)  # no line; it vanished under the middle
_SIDE = const(4)  # no line; it went out to a side
_CORNER = const(5)  # no line; it went off to a side at a corner
_ALIGN = const(6)  # a line again, after a corner: the row lies across it aslant for a while
_NEAR = const(7)  # an end of the row sees the line, but not as of a branch
_OVER = const(8)

EVENTS = ("junction left", "junction right", "cross", "T", "corner left", "corner right", "gap", "end", "lost")
_JUNCTION = const(0)  # …left, and right, and cross, by the sides (1, 2, 3) less 1
_T = const(3)
_CORNERS = const(4)
_CROSSED_GAP = const(6)
_END = const(7)
_LOST = const(8)
# One bit for each event that a word stands for.
_GROUPS = {"junction": 0b1111, "corner": 0b110000}


class LineFollower:
    """Keeps the robot on a line: a PID controller turns the robot toward the line while it drives.

    On its way it meets, and knows by name, these events:
        "junction left", "junction right": a line goes off to that side, and this one goes on. So does the robot.
        "cross": lines go off to both sides, and this one goes on. So does the robot.
        "T": lines go off to both sides, and this one ends. The robot goes on as over a gap.
        "corner left", "corner right": the line goes off to that side only. The robot turns after it.
        "gap": the line was away, and here it goes on. The robot has crossed the gap straight on.
        "end": the line was away and did not come back. The robot has stopped.
        "lost": the line went out to a side and was not found again, or there was none. The robot has stopped.
    "junction" stands for the first four, "corner" for both corners.

    Arguments:
        drive (DriveBase): moves the robot.
        line (LineSensors): sees the line.
        kp (Number, deg/s per mm): turn for each mm that the line is off the middle; 0 to 1000.
        ki (Number, deg/s per mm·s): turn for each mm and each second that it stays off; 0 to 1000.
        kd (Number, deg per mm): turn rate for each mm/s that the line moves to the side; 0 to 100.
        slowdown (Number, %): share of the speed that is taken away when the line is under the outermost sensor.
        gap (Number, mm): how far the robot goes on without the line; 0 to 1000.
        timer (int): the hardware timer of the control loop.

    Example:
        rover.line.calibrate(rover.drive)
        print(rover.follower.follow_until(event="junction", distance=300))
    """

    def __init__(self, drive, line, kp=6, ki=0, kd=0.2, slowdown=50, gap=150, timer=0):
        self._drive = drive
        self._line = line
        # The line's place is in 1/10 mm and the turn in 1/10 deg/s, so the gains stay as they are.
        self._pid = PID(kp, ki, kd, limit=_MOST_TURN)
        self._turn_scale = drive.turn_steps(102.4)  # 1/10 deg/s -> motor units, times 1024
        self._corner_turn = drive.turn_steps(_CORNER_RATE)
        self._goes_on = drive.forward_steps(_GOES_ON_MM * 1000 / PERIOD_MS)  # a way, in motor units
        self._correct = self._pid.update
        self._comes_up = drive.forward_steps(_COMES_UP_MM * 1000 / PERIOD_MS)
        self._align = drive.forward_steps(_ALIGN_MM * 1000 / PERIOD_MS)
        self._position = line.position
        self._values = line.values
        self._steer = drive.steer
        self._loop = loop_of(timer)
        self._job = self._tick
        self._watch = self._look
        self._slowdown = self._gap = 0
        self.settings(slowdown=slowdown, gap=gap)
        self._speed = None
        self._top = self._slow = self._wide = 0
        self._plain = 0  # the most that a plain line shows; 0 where it is not at a plain line
        self._case = _OVER
        self._sides = 0
        self._quiet = False  # what looks like a branch is not told
        self._gone = 0  # since the case began: way in motor units, and ms
        self._away = 0
        self._met = False
        self._event = -1
        self._wanted = 0
        self._ended = None
        self._motion = None
        self._until = self._way_end = self._time_end = None
        self._updated = 0
        self._looks = 0
        at_stop(self._off)

    # What a program calls

    def settings(self, kp=None, ki=None, kd=None, slowdown=None, gap=None):
        """Change gains, slowdown or the longest gap; what is left out stays as it is. Units as in the constructor."""
        self._pid.settings(kp, ki, kd)
        if slowdown is not None:
            self._slowdown = number("slowdown", slowdown, 0, 100, "%")
            self._speed = None
        if gap is not None:
            self._gap = self._drive.forward_steps(number("gap", gap, 0, 1000, "mm") * 1000 / PERIOD_MS)

    def follow(self, speed=250, until=None, wait=True):
        """Follow the line until `until` says so or the line is over, and brake.

        Arguments:
            speed (Number, mm/s): speed where the line is straight; it is less in curves.
            until (function): called every 10 ms without arguments; following ends when it returns True.
            wait (bool): False returns a Motion at once, and `until` is called by a timer.

        Returns (str): how it ended: "done", "end" or "lost" (see the events), "stalled" (a wheel could not turn, or
            something is in the way), or "stopped" (the motors were taken away).
        """
        if until is not None:
            function("until", until)
        return self._follow("follow()", speed, 0, until, None, None, wait)

    def follow_until(self, event=None, distance=None, time=None, speed=250, wait=True):
        """Follow the line until something is met, or for a distance or a time, and brake. What comes first ends it.

        Arguments:
            event (str or tuple of str): what is to be met, see the events above.
            distance (Number, mm): how far, 1 to 20000.
            time (Number, ms): how long, 10 to 600000.
            speed (Number, mm/s): speed where the line is straight; it is less in curves.
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: the event's own name, "distance", "time", "end", "lost", "stalled" (a wheel could
            not turn, or something is in the way), or "stopped" (the motors were taken away).
        """
        wanted = 0
        if event is not None:
            for name in (event,) if type(event) is str else event:
                one_of("event", name, EVENTS + tuple(sorted(_GROUPS)))
                wanted |= _GROUPS.get(name) or 1 << EVENTS.index(name)
        if distance is not None:
            # As DriveBase.gone_twice() counts.
            distance = self._drive.forward_steps(number("distance", distance, 1, 20000, "mm") * 1000 / PERIOD_MS) >> 9
        if time is not None:
            number("time", time, 10, 600_000, "ms")
        if not wanted and distance is None and time is None:
            from .errors import RoverError

            raise RoverError("R42", "follow_until()")
        return self._follow("follow_until()", speed, wanted, None, distance, time, wait)

    def event(self):
        """What was met last since following began.

        Returns (str): an event's name, or None.
        """
        return None if self._event < 0 else EVENTS[self._event]

    def update(self, speed):
        """Look at the line once and steer, for a loop of the program's own; call it every 5 to 20 ms.

        Arguments:
            speed (Number, mm/s): speed where the line is straight; it is less in curves.

        Returns (bool): True while the line is seen.
        """
        now = ticks_ms()
        pause = ticks_diff(now, self._updated)
        self._updated = now
        if speed != self._speed or pause > _PAUSE_MS or not self._drive.engaged():
            self._begin(speed)
            pause = 0
        self._guide(pause)
        return self._line.total > 0

    # Inside

    def _begin(self, speed):
        number("speed", speed, 0, self._drive.max_speed, "mm/s")
        self._speed = speed
        self._top = self._drive.forward_steps(speed)
        self._slow = int(self._top * self._slowdown * 256 / (100 * self._line.reach))
        self._wide = self._line.least_wide()
        self._near = int(self._line.spacing * 10)
        self._same = int(self._line.spacing * 3)
        self._met = False
        self._event = -1
        self._wanted = 0
        self._ended = None
        self._enter(_GAP)
        self._pid.reset()
        self._drive.engage()

    def _follow(self, name, speed, wanted, until, distance, time, wait):
        from .motion import Motion, in_task

        if self._motion is not None:
            self._motion.make_way()
            self._finish("stopped")
        self._begin(speed)
        self._wanted = wanted
        self._until = until
        self._way_end = None if distance is None else self._drive.gone_twice() + distance
        self._time_end = time
        self._updated = ticks_ms()
        loop = self._loop
        motion = self._motion = Motion(name, loop, self._off)
        loop.start(self._job, first=True)
        if not wait or in_task():
            loop.start(self._watch)
            return motion.finish(wait)
        try:
            while motion.result is None:
                loop.wait(name)
                self._look(1)
        finally:
            self._off()
        return motion.result

    def _off(self):
        self._finish("stopped")

    def _finish(self, result):
        motion = self._motion
        self._loop.stop(self._job)
        self._loop.stop(self._watch)
        if motion is not None:
            self._motion = None
            if self._drive.engaged():
                self._drive.brake()
            motion.result = result

    def _look(self, periods):
        """Whether it is time to end."""
        self._looks += 1
        if not self._looks & 7:
            self._line.watch()
        if not self._drive.engaged():
            self._finish("stopped")
        elif self._ended is not None:
            self._finish(self._ended)
        elif self._drive.stalled():
            self._finish("stalled")
        elif self._until is not None:
            if self._until():
                self._finish("done")
        elif self._way_end is not None and self._drive.gone_twice() >= self._way_end:
            self._finish("distance")
        elif self._time_end is not None and ticks_diff(ticks_ms(), self._updated) >= self._time_end:
            self._finish("time")

    def _tick(self, periods):
        self._guide(periods * PERIOD_MS)

    def _guide(self, dt):
        """One look and one correction, `dt` ms after the last."""
        position = self._position()
        total = self._line.total
        if not 0 < total <= self._plain:
            values = self._values
            wide = total > self._wide and (values[0] > GRAIN or values[-1] > GRAIN)
            if (self._case or wide or not total) and self._other(position, total, wide, dt):
                return
        turn = -(self._correct(position, dt) * self._turn_scale) >> 10
        if position < 0:
            position = -position
        self._steer(self._top - (position * self._slow >> 8), turn)

    def _other(self, position, total, wide, dt):
        """Anything but a plain line. True when it has steered; else the robot is to steer by the line's position."""
        case = self._case
        self._gone += self._top * dt // PERIOD_MS
        self._away += dt
        sides = self._line.sides() if wide else 0
        if case == _NEAR and sides and sides < 3 and self._gone > self._comes_up and self._line.short:
            sides = 0
        if sides and case != _CORNER:
            if case != _WIDE:
                if case != _AFTER:
                    self._sides = 0
                    self._quiet = case == _ALIGN
                self._enter(_WIDE)
            self._sides |= sides
        elif not total:
            if case == _ALIGN and self._gone < self._comes_up:
                self._enter(_CORNER)
            elif case == _PLAIN or case == _ALIGN or case == _NEAR:
                self._enter(_GAP if -self._line.reach <= position <= self._line.reach else _SIDE)
            elif case == _WIDE or case == _AFTER:
                if self._sides == 3:
                    self._tell(_T)
                    self._enter(_GAP)
                else:
                    self._tell(_CORNERS + self._sides - 1)
                    self._enter(_CORNER)
        elif case == _WIDE:
            self._enter(_AFTER)
        elif case == _AFTER:
            if self._gone > self._goes_on:
                # A short row sees a bend as it sees a branch, but after a branch the line is where it was.
                bend = self._line.short and self._sides < 3 and not -self._same < position < self._same
                if not self._quiet and not bend:
                    self._tell(_JUNCTION + self._sides - 1)
                self._enter(_ALIGN if self._quiet else _PLAIN)
        elif case == _CORNER:
            if self._away > _TURN_MS and -self._near <= position <= self._near:
                self._enter(_ALIGN)
                self._pid.reset()
        elif case == _NEAR or case == _PLAIN:
            if wide != (case == _NEAR):
                self._enter(_NEAR if wide else _PLAIN)
        elif case == _ALIGN:
            if self._gone > self._align:
                self._enter(_PLAIN)
        else:
            if case == _GAP:
                if self._met and self._gone > self._goes_on:
                    self._tell(_CROSSED_GAP)
                self._pid.reset()
            self._met = True
            self._enter(_PLAIN)
        case = self._case
        if (case == _WIDE or case == _AFTER) and self._sides < 3 and self._line.short:
            return False
        # Straight on: by its place under the row the line would lead the robot into a branch.
        if case == _GAP or case == _WIDE or case == _AFTER:
            self._steer(self._top if case == _GAP or self._sides == 3 else self._top >> 1, 0)
            if self._gone > self._gap:
                self._give_up(_END if self._met and case == _GAP else _LOST)
        elif case == _CORNER:
            self._steer(0, self._corner_turn if self._sides == 1 else -self._corner_turn)
        elif case == _OVER:
            self._steer(0, 0)
        else:
            if case == _SIDE and self._away > _LOST_MS:
                self._give_up(_LOST)
            return False
        if case == _CORNER and self._away > _LOST_MS:
            self._give_up(_LOST)
        return True

    def _enter(self, case):
        self._case = case
        self._plain = 0 if case else self._wide
        self._gone = self._away = 0

    def _tell(self, event):
        self._event = event
        if self._wanted >> event & 1:
            self._ended = EVENTS[event]

    def _give_up(self, event):
        self._event = event
        self._ended = EVENTS[event]
        self._enter(_OVER)
