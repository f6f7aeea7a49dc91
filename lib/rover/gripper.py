"""A gripper that a servo opens and closes."""

from micropython import const

from .check import number

_SPEED_DEG_S = const(300)  # half of what an SG90 does without load
_MORE_MS = const(40)  # two pulses: one to be heard, one to be obeyed


class Gripper:
    """A gripper moved by a servo. It stays as it is until it is first told; the servo holds what it grips.

    Arguments:
        servo (Servo): turns it.
        open_angle, closed_angle (Number, deg): the servo's angle with the gripper open and closed; 0 to 180.

    Example:
        rover.gripper.open()
        rover.drive.straight(50)
        rover.gripper.close()
    """

    def __init__(self, servo, open_angle, closed_angle):
        self._open = number("open_angle", open_angle, 0, 180, "deg")
        self._closed = number("closed_angle", closed_angle, 0, 180, "deg")
        self._servo = servo

    def open(self, wait=True):
        """Open it.

        Arguments:
            wait (bool): True waits as long as the servo can need. False returns at once, with the motion: `done()` and
                `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the servo meanwhile.
        """
        return self._go(self._open, wait)

    def close(self, wait=True):
        """Close it, and hold what is between its fingers.

        Arguments:
            wait (bool): as for `open`.

        Returns (str): as `open`.
        """
        return self._go(self._closed, wait)

    def off(self):
        """Let the servo go limp: the gripper holds nothing any more."""
        self._servo.off()

    def _go(self, angle, wait):
        now = self._servo.angle()
        way = 180 if now is None else abs(angle - now)
        return self._servo.move(angle, int(way * 1000 / _SPEED_DEG_S) + _MORE_MS, wait)
