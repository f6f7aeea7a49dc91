"""MPU-6050: how fast the robot turns, and which way is down."""

from math import atan2, sqrt
from time import ticks_add, ticks_diff, ticks_us

from micropython import const

from .check import number
from .control import loop_of
from .i2c import Chip

_ACCEL = const(0x3B)
_GYRO = const(0x43)
_GYRO_Z = const(0x47)
_WHO = const(0x75)
# Awake, clock of the gyro; 44 Hz; 500 deg/s; 4 g: pairs of register and value
_SETTINGS = b"\x6b\x01\x1a\x03\x1b\x08\x1c\x08"
_LSB_PER_DEG_S = 65.5
# Rates are whole numbers of 1/16 of the chip's, time is counted in 128 µs, and angles in 1/1024 degree, of which one is
# so much rate times time: 16 * 65.5 * 1000000 / 128 / 1024.
_SCALE = const(7996)
# A look that comes later than 243 ms after the last one cannot tell what happened meanwhile.
_MOST_UNITS = const(1900)
# Calibrating takes half a second in which no axis moves by more than 1.5 deg/s; it is tried for so long.
_LOOKS = const(50)
_MOST_LOOKS = const(200)
_QUIET = const(98)
_MOST_BIAS = const(25 * 65)
# Below 1 deg/s for so many periods the robot is stationary.
_STILL_RATE = const(1048)
_STILL = const(20)


class IMU:
    """A gyroscope and an accelerometer, flat on the robot, x ahead and y to its left.

    The first question about turning calibrates the gyroscope, which takes half a second and needs a robot that stands
    still. From then on it is read every 10 ms, whatever the program does.

    Turning to the left (counter-clockwise, seen from above) is positive.

    Arguments:
        i2c (I2C): the bus.
        address (int): the chip's.
        timer (int): the hardware timer of the control loop.
        wheels (function): gives a number that changes while a wheel turns, so that slow driving is noticed too.

    Example:
        rover.imu.calibrate()
        rover.drive.turn(90)
        print("turned by", rover.imu.heading())
    """

    def __init__(self, i2c, address=0x68, timer=0, wheels=None):
        self._chip = Chip(i2c, address, "IMU")
        self._i2c = i2c
        self._address = address
        self._wheels = wheels
        self._word = bytearray(2)
        self._words = bytearray(6)
        self._calibrated = False
        self._bias = 0
        self._scale = _SCALE
        self._raw = self._rate = self._at = 0
        self._rest = 0  # of a turn, too small for 1/1024 degree
        self._turned = self._told = self._zero = 0
        self._still = 0
        self._job = self._tick
        self._loop = loop_of(timer)

    # What a program calls

    def calibrate(self):
        """Learn what the gyroscope says while the robot stands. Takes half a second; the heading is 0 afterwards.

        It waits up to two seconds for the robot to stand still, and raises R30 where it does not.
        """
        self._wake()
        self._calibrated = False
        for _ in range(2):
            self._loop.wait("calibrate()")
        lowest = [0, 0, 0]
        highest = [0, 0, 0]
        looks = total = 0
        wheels = None
        for _ in range(_MOST_LOOKS):
            now = self._wheels and self._wheels()
            axes = self._axes(_GYRO)
            if looks == 0:
                lowest[:] = highest[:] = axes
                wheels = now
                total = 0
            looks += 1
            total += axes[2]
            for i in range(3):
                lowest[i] = min(lowest[i], axes[i])
                highest[i] = max(highest[i], axes[i])
                if highest[i] - lowest[i] > _QUIET or now != wheels:
                    looks = 0
            if looks == _LOOKS:
                if not -_MOST_BIAS < total // _LOOKS < _MOST_BIAS:
                    break
                self._bias = total * 16 // _LOOKS
                self._raw = axes[2]
                self._rest = self._still = 0
                self._at = ticks_us()
                self._calibrated = True
                self.reset_heading()
                return
            self._loop.wait("calibrate()")
        from .errors import RoverError

        raise RoverError("R30", "IMU")

    def ready(self):
        """True when the gyroscope is calibrated and is being read.

        Returns (bool)
        """
        return self._calibrated and self._chip.awake

    def heading(self):
        """How far the robot has turned since it was calibrated or `reset_heading`. It goes on past 360.

        Returns (float, deg): positive is to the left (counter-clockwise).
        """
        self._ensure()
        return (self._turned - self._zero) / 1024

    def reset_heading(self, angle=0):
        """Make the direction in which the robot looks now count as `angle`.

        Arguments:
            angle (Number, deg): what `heading()` gives from now on; -1000000 to 1000000.
        """
        number("angle", angle, -1_000_000, 1_000_000, "deg")
        self._ensure()
        self._zero = self._turned - int(angle * 1024)

    def rate(self):
        """How fast the robot turns.

        Returns (float, deg/s): positive is to the left (counter-clockwise).
        """
        self._ensure()
        return self._rate / (16 * _LSB_PER_DEG_S)

    def stationary(self):
        """True when the robot has not turned for 0.2 s, not even by 1 deg/s.

        Returns (bool)
        """
        self._ensure()
        return self._still >= _STILL

    def acceleration(self):
        """What the accelerometer feels: speeding up, bends and bumps, and the floor that carries the robot.

        Returns (tuple of int, mm/s²): ahead, to the left, up. At rest on a level floor about (0, 0, 9807).
        """
        if not self._chip.awake:
            self._wake()
        x, y, z = self._axes(_ACCEL)
        return x * 9807 >> 13, y * 9807 >> 13, z * 9807 >> 13

    def tilt(self):
        """How the robot leans, felt by what carries it: true while it stands or drives evenly.

        Returns (tuple of float, deg): pitch, positive when the nose is up, and roll, positive when the left side is up.
        """
        x, y, z = self.acceleration()
        return atan2(x, sqrt(y * y + z * z)) * 57.2958, atan2(y, z) * 57.2958

    def settings(self, heading_correction=360):
        """Correct the gyroscope, which may be some percent off.

        Arguments:
            heading_correction (Number, deg): what `heading()` gives after one whole turn of the robot; 300 to 420.
        """
        number("heading_correction", heading_correction, 300, 420, "deg")
        self._scale = int(_SCALE * heading_correction / 360)

    # What the drive base calls

    def turned(self):
        """The turn since the last call in 1/1024 degree, for a control loop that calls it every period.

        It allocates nothing and asks nobody: a job of its own reads the chip, before all others of the period. Call
        `prepare` before the first time.
        """
        now = self._turned
        step = now - self._told
        self._told = now
        return step

    def prepare(self):
        """Calibrate if that has not been done, and let `turned` count from here."""
        self._ensure()
        self._told = self._turned

    # Inside

    def _ensure(self):
        if self._calibrated and self._chip.awake:
            self._loop.start(self._job, True, True)
        else:
            self.calibrate()

    def _wake(self):
        chip = self._chip
        if not chip.awake:
            chip.check(_WHO, 0x68, 0x70, 0x71, 0x72, 0x98)  # and what is sold under its name
            for i in range(0, len(_SETTINGS), 2):
                chip.put(_SETTINGS[i], _SETTINGS[i + 1])
            chip.awake = True
            self._loop.start(self._job, True, True)
            for _ in range(8):  # until the gyroscope swings
                self._loop.wait("The IMU")
        self._loop.start(self._job, True, True)

    def _axes(self, register):
        words = self._words
        self._chip.fill(register, words)
        axes = []
        for i in range(0, 6, 2):
            value = words[i] << 8 | words[i + 1]
            axes.append(value - 65536 if value > 32767 else value)
        return axes

    def _tick(self, periods):
        word = self._word
        try:
            self._i2c.readfrom_mem_into(self._address, _GYRO_Z, word)
        except OSError:
            self._loop.stop(self._job)
            self._chip.lost()
        raw = word[0] << 8 | word[1]
        if raw > 32767:
            raw -= 65536
        units = ticks_diff(ticks_us(), self._at) >> 7
        if units > _MOST_UNITS or units < 0:
            self._at = ticks_us()
            units = 0
        else:
            self._at = ticks_add(self._at, units << 7)
        rate = self._rate = ((self._raw + raw) << 3) - self._bias
        self._raw = raw
        turn = rate * units + self._rest
        step = turn // self._scale
        self._rest = turn - step * self._scale
        self._turned += step
        if -_STILL_RATE < rate < _STILL_RATE:
            if self._still < _STILL:
                self._still += periods
        else:
            self._still = 0
