"""Follows a line with the drive base."""

from time import ticks_diff, ticks_ms

from micropython import const

from .check import function, number
from .control import PERIOD_MS, loop_of
from .pid import PID

# Without the line for so long, a robot that turned toward it has missed it for good.
_LOST_MS = const(1000)
# A longer pause between two updates says nothing about how fast the line moves.
_PAUSE_MS = const(100)
# 1/10 deg/s
_MOST_TURN = const(4000)


class LineFollower:
    """Keeps the robot on a line: a PID controller turns the robot toward the line while it drives.

    Arguments:
        drive (DriveBase): moves the robot.
        line (LineSensors): sees the line.
        kp (Number, deg/s per mm): turn for each mm that the line is off the middle.
        ki (Number, deg/s per mm·s): turn for each mm and each second that it stays off.
        kd (Number, deg per mm): turn rate for each mm/s that the line moves to the side.
        slowdown (Number, %): share of the speed that is taken away when the line is under the outermost sensor.
        timer (int): the hardware timer of the control loop.
    """

    def __init__(self, drive, line, kp=6, ki=0, kd=0.2, slowdown=50, timer=0):
        self._drive = drive
        self._line = line
        # The line's place is in 1/10 mm and the turn in 1/10 deg/s, so the gains stay as they are.
        self._pid = PID(kp, ki, kd, limit=_MOST_TURN)
        self._slowdown = number("slowdown", slowdown, 0, 100, "%")
        self._turn_scale = drive.turn_steps(102.4)  # 1/10 deg/s -> motor units, times 1024
        self._correct = self._pid.update
        self._position = line.position
        self._on_line = line.on_line
        self._steer = drive.steer
        self._loop = loop_of(timer)
        self._job = self._tick
        self._speed = None
        self._top = 0
        self._slow = 0
        self._lost = 0
        self._updated = 0

    def settings(self, kp=None, ki=None, kd=None, slowdown=None):
        """Change gains or the slowdown; what is left out stays as it is. Units as in the constructor."""
        self._pid.settings(kp, ki, kd)
        if slowdown is not None:
            self._slowdown = number("slowdown", slowdown, 0, 100, "%")
            self._speed = None

    def follow(self, speed=250, until=None):
        """Follow the line until `until` says so or the line is lost, and brake.

        Arguments:
            speed (Number, mm/s): speed where the line is straight; it is less in curves.
            until (function): called every 10 ms without arguments; following ends when it returns True.

        Returns (str): how it ended: "done", "lost" (no line for a second) or "stopped" (the motors were taken away).
        """
        if until is not None:
            function("until", until)
        self._begin(speed)
        drive = self._drive
        loop = self._loop
        loop.start(self._job, first=True)
        try:
            while True:
                loop.wait()
                if not drive.engaged():
                    return "stopped"
                if self._lost >= _LOST_MS:
                    return "lost"
                if until is not None and until():
                    return "done"
        finally:
            loop.stop(self._job)
            if drive.engaged():
                drive.brake()

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
        return self._on_line()

    def _begin(self, speed):
        number("speed", speed, 0, self._drive.max_speed, "mm/s")
        self._speed = speed
        self._top = self._drive.forward_steps(speed)
        self._slow = int(self._top * self._slowdown * 256 / (100 * self._line.reach))
        self._lost = 0
        self._pid.reset()
        self._drive.engage()

    def _tick(self, periods):
        self._guide(periods * PERIOD_MS)

    def _guide(self, dt):
        """One look and one correction, `dt` ms after the last."""
        position = self._position()
        turn = -(self._correct(position, dt) * self._turn_scale) >> 10
        if position < 0:
            position = -position
        self._steer(self._top - (position * self._slow >> 8), turn)
        if self._on_line():
            self._lost = 0
        else:
            self._lost += dt
