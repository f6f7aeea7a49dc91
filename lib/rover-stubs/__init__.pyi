# Written by `make docs` from the docstrings of lib/rover; a test compares.
"""Marshrut's runtime on the robot. A program begins with `from rover import Rover`."""

from collections.abc import Callable, Generator
from typing import Any

__all__ = [
    "Battery",
    "Bumper",
    "Button",
    "DriveBase",
    "Led",
    "LineFollower",
    "LineSensors",
    "Motion",
    "Motor",
    "Odometry",
    "PID",
    "RangeFinder",
    "Rover",
    "RoverError",
    "StopWatch",
]

class Battery:
    """The battery. Under load its voltage is lower than at rest: look at it while the robot stands.

    The first look that finds 20 % or less prints a warning.

    Arguments:
        pin (int): an ADC pin.
        ratio (int): battery voltage for 1000 mV at the pin; 3000 for resistors of 20 and 10 kohm.
        full (int, mV): voltage of a full battery.
        low (int, mV): voltage below which nothing that the robot does can be trusted.

    Example:
        print(rover.battery.voltage(), "mV")
        if rover.battery.low():
            rover.led.on()
    """
    def __init__(self, pin: int, ratio: int, full: int, low: int) -> None: ...
    def voltage(self) -> int:
        """The mean of some readings, 4 ms long.

        Returns (int, mV)
        """
    def level(self) -> int:
        """How much is left before the battery is too low to trust.

        Returns (int, %): 0 to 100.
        """
    def low(self) -> bool:
        """True when 20 % or less is left.

        Returns (bool)
        """

class Bumper:
    """A bumper with a switch that connects its pin to ground when it is pressed, debounced.

    Arguments:
        pin (int): its pin.
        name (str): how messages call it, "front".

    Example:
        if rover.bumper("front").pressed():
            rover.drive.straight(-100)
    """
    def __init__(self, pin: int, name: str = "front") -> None: ...
    def pressed(self) -> bool:
        """True while it is pressed. Takes 5 ms when that has changed, until the contact has come to rest.

        Returns (bool)
        """
    def wait_pressed(self, timeout: float | None = None) -> bool:
        """Wait until it is pressed; one that is pressed already counts.

        Arguments:
            timeout (Number, ms): give up after that time; None waits for ever.

        Returns (bool): True when it is pressed, False when the time was over.
        """
    def wait_released(self, timeout: float | None = None) -> bool:
        """Wait until it is let go.

        Arguments:
            timeout (Number, ms): give up after that time; None waits for ever.

        Returns (bool): True when it is let go, False when the time was over.
        """

class Button:
    """A push button, debounced: a change counts once it has stayed for 20 ms.

    It is looked at when a program asks, so ask again and again; only `was_pressed` notices presses by itself.

    Arguments:
        pin (int): its pin.
        active_low (bool): True when pressing it connects the pin to ground.
        name (str): how messages call it.

    Example:
        presses = 0
        if rover.button.was_pressed():
            presses += 1
        print(rover.button.pressed(), rover.button.held(1000))
    """
    def __init__(self, pin: int, active_low: bool = True, name: str = "Button") -> None: ...
    def pressed(self) -> bool:
        """True while the button is down."""
    def released(self) -> bool:
        """True while the button is up."""
    def held(self, time: int) -> bool:
        """True once the button has been down for that long without a break.

        Arguments:
            time (int, ms): 0 to 86400000.
        """
    def hold_time(self) -> int:
        """How long the button has been down.

        Returns (int, ms): 0 while it is up.
        """
    def was_pressed(self) -> bool:
        """True once for each press, at the first question after it.

        From the first question on a press is noticed whatever the program does meanwhile; a second one before the next question is not counted.
        """
    def wait_pressed(self, timeout: int | None = None) -> bool:
        """Wait until the button goes down; one that is down already counts.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it was pressed. In an asyncio task `await` it.
        """
    def wait_released(self, timeout: int | None = None) -> bool:
        """Wait until the button is up.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it is up. In an asyncio task `await` it.
        """

class DriveBase:
    """A robot with a driven wheel on either side.

    Turning to the left (counter-clockwise, seen from above) is positive, as in mathematics; Pybricks has it the other way round. A move that begins while another is under way takes over from its speed.

    Arguments:
        left, right (Motor): the motors.
        wheel_diameter (Number, mm): diameter of the wheels; 10 to 200.
        axle_track (Number, mm): distance between the points where the wheels touch the floor; 20 to 500.
        max_speed (Number, mm/s): fastest speed a program may ask for.
        max_turn_rate (Number, deg/s): fastest turn a program may ask for.
        timer (int): the hardware timer of the control loop.
        imu (function): gives the IMU that `use_gyro` steers by.

    Example:
        rover.drive.straight(200)
        rover.drive.turn(90)
        print(rover.drive.distance(), rover.drive.angle())
    """
    max_speed: float
    max_turn_rate: float
    def __init__(
        self,
        left: Motor,
        right: Motor,
        wheel_diameter: float,
        axle_track: float,
        max_speed: float = 600,
        max_turn_rate: float = 400,
        timer: int = 0,
        imu: Callable[..., Any] | None = None,
    ) -> None: ...
    def settings(
        self,
        straight_speed: float | None = None,
        straight_acceleration: float | tuple[float, float] | None = None,
        turn_rate: float | None = None,
        turn_acceleration: float | tuple[float, float] | None = None,
    ) -> None:
        """Choose how fast the next moves are. What is left out stays as it is.

        An acceleration may be a pair: how fast the robot gathers speed, and how fast it loses speed.

        Arguments:
            straight_speed (Number, mm/s): of `straight` and the arcs; 10 to the robot's fastest.
            straight_acceleration (Number or pair, mm/s²): of every motion ahead; 50 to 5000.
            turn_rate (Number, deg/s): of `turn`, and the most in an arc; 5 to the robot's fastest.
            turn_acceleration (Number or pair, deg/s²): of every turn; 50 to 10000.
        """
    def straight(self, distance: float, then: str = "brake", wait: bool = True) -> str:
        """Drive straight on and stop.

        Arguments:
            distance (Number, mm): how far; negative is backward. -20000 to 20000.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended: "done", "stalled" (a wheel could not turn, or something is in the way) or "timed out".
        """
    def turn(self, angle: float, then: str = "brake", wait: bool = True) -> str:
        """Turn on the spot and stop.

        Arguments:
            angle (Number, deg): how far; positive is to the left (counter-clockwise). -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    def turn_to(self, angle: float, then: str = "brake", wait: bool = True) -> str:
        """Turn on the spot, the shorter way, until `angle()` would be that angle, give or take whole turns.

        Arguments:
            angle (Number, deg): where to look; 0 is where the robot looked at the start or `reset`. -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    def curve(self, radius: float, angle: float, then: str = "brake", wait: bool = True) -> str:
        """Drive along a circle until the robot has turned by an angle.

        Arguments:
            radius (Number, mm): of the circle on which the robot's middle goes; negative drives backward. -5000 to 5000; with 0 it turns on the spot.
            angle (Number, deg): how far the robot turns; positive is to the left (counter-clockwise). -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    def arc(
        self,
        radius: float,
        angle: float | None = None,
        distance: float | None = None,
        then: str = "brake",
        wait: bool = True,
    ) -> str:
        """Drive along a circle for an angle of it, or for a distance.

        Arguments:
            radius (Number, mm): positive has the circle's middle to the left, negative to the right; 1 to 5000 or -1 to -5000.
            angle (Number, deg): how much of the circle; negative is backward. -3600 to 3600.
            distance (Number, mm): how far, in place of `angle`; negative is backward. -20000 to 20000.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    def drive(self, speed: float, turn_rate: float = 0) -> None:
        """Drive on at a speed, turning at a rate, until told otherwise.

        Where both together are more than a wheel can do, the turn is kept and the speed lowered.

        Arguments:
            speed (Number, mm/s): negative is backward.
            turn_rate (Number, deg/s): positive is to the left (counter-clockwise).
        """
    def set_effort(self, left: float, right: float) -> None:
        """Give each motor a share of the battery's voltage, uncontrolled.

        Arguments:
            left, right (Number, %): -100 (full backward) to 100 (full forward).
        """
    def arcade(self, forward: float, turn: float) -> None:
        """As `set_effort`, by how much the robot shall drive ahead and how much turn, as with a joystick.

        Arguments:
            forward (Number, %): -100 to 100.
            turn (Number, %): positive is to the left (counter-clockwise). -100 to 100. Where both together are more than a motor can do, both are lowered.
        """
    def stop(self) -> None:
        """Switch both motors off: the robot rolls out."""
    def brake(self) -> None:
        """Brake both motors."""
    def distance(self) -> int:
        """How far the robot has driven since the start or `reset`, backward counted negative.

        Returns (int, mm)
        """
    def angle(self) -> int:
        """How far the robot has turned since the start or `reset`: by its wheels, or by the gyro after `use_gyro`.

        Returns (int, deg): positive is to the left (counter-clockwise).
        """
    def reset(self) -> None:
        """Let `distance` and `angle` count from here."""
    def pose(self) -> tuple[Any, ...]:
        """Where the robot is, seen from where it stood at the start or `reset_pose`.

        Call `reset_pose` before the robot drives: from then on its way is followed.

        Returns (tuple): x (int, mm) ahead, y (int, mm) to the left, angle (int, deg) counter-clockwise.
        """
    def reset_pose(self, x: float = 0, y: float = 0, angle: float = 0) -> None:
        """Say where the robot is, and follow its way from here.

        Arguments:
            x (Number, mm): -20000 to 20000.
            y (Number, mm): -20000 to 20000.
            angle (Number, deg): where it looks; 0 is along x, positive counter-clockwise. -3600 to 3600.
        """
    def use_gyro(self, use: bool = True) -> None:
        """Steer by the gyro (or by the wheels again): moves then keep their direction though the wheels slip.

        The robot has to stand still for a second when it is switched on.

        Arguments:
            use (bool): whether to.
        """
    def done(self) -> bool:
        """Whether no move is under way.

        Returns (bool)
        """
    def stalled(self) -> bool:
        """Whether a wheel cannot turn, or the robot pushes against something.

        Returns (bool)
        """

class Led:
    """A light-emitting diode.

    Arguments:
        pin (int): its pin.
        active_low (bool): True when it shines while the pin is low.
        timer (int): the hardware timer of the control loop; it lets the light blink.
        name (str): how messages call it.

    Example:
        rover.led.on()
        rover.led.toggle()
        rover.led.blink(200, 800)
        rover.led.off()
    """
    def __init__(self, pin: int, active_low: bool = False, timer: int = 0, name: str = "Led") -> None: ...
    def on(self) -> None:
        """Switch the light on."""
    def off(self) -> None:
        """Switch the light off."""
    def toggle(self) -> None:
        """Switch it on when it is off and off when it is on."""
    def blink(self, on_ms: int = 500, off_ms: int = 500) -> None:
        """Blink until told otherwise, beside whatever the program does.

        Arguments:
            on_ms (int, ms): how long it shines; 10 to 60000, to the next 10.
            off_ms (int, ms): how long it is dark; 10 to 60000, to the next 10.
        """

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
    def __init__(
        self,
        drive: DriveBase,
        line: LineSensors,
        kp: float = 6,
        ki: float = 0,
        kd: float = 0.2,
        slowdown: float = 50,
        timer: int = 0,
    ) -> None: ...
    def settings(
        self,
        kp: float | None = None,
        ki: float | None = None,
        kd: float | None = None,
        slowdown: float | None = None,
    ) -> None:
        """Change gains or the slowdown; what is left out stays as it is. Units as in the constructor."""
    def follow(self, speed: float = 250, until: Callable[..., Any] | None = None) -> str:
        """Follow the line until `until` says so or the line is lost, and brake.

        Arguments:
            speed (Number, mm/s): speed where the line is straight; it is less in curves.
            until (function): called every 10 ms without arguments; following ends when it returns True.

        Returns (str): how it ended: "done", "lost" (no line for a second) or "stopped" (the motors were taken away).
        """
    def update(self, speed: float) -> bool:
        """Look at the line once and steer, for a loop of the program's own; call it every 5 to 20 ms.

        Arguments:
            speed (Number, mm/s): speed where the line is straight; it is less in curves.

        Returns (bool): True while the line is seen.
        """

class LineSensors:
    """Reflectance sensors in a row across the robot, over a dark line on a light floor.

    Arguments:
        numbers (tuple of int): their pins, from the robot's left to its right.
        spacing (Number, mm): from one to the next.
        white, black (int): readings over the floor and over the line until `calibrate` has been called; 0 to 65535.
    """
    reach: Any
    def __init__(self, numbers: tuple[int, ...], spacing: float, white: int = 8000, black: int = 50000) -> None: ...
    def read(self) -> list[int]:
        """What the sensors measure now.

        Returns (list of int): 0 to 65535 each, from left to right; dark is high. The same list each time.
        """
    def read_calibrated(self) -> list[int]:
        """How dark it is under each sensor now.

        Returns (list of int): 0 (as light as the floor) to 1000 (as dark as the line) each, from left to right. The same list each time.
        """
    def position(self) -> int:
        """Where the line is now.

        A line that has left the row over one end is remembered: the answer is a little beyond that end until the line is seen again. A line that vanishes under the middle (a gap) leaves the last place.

        Returns (int, 1/10 mm): 0 when the line is under the robot's middle, positive when it is to the left.
        """
    def on_line(self) -> bool:
        """True when the last reading saw the line."""
    def calibrate(self, drive: DriveBase, angle: float = 40) -> None:
        """Learn how light the floor and how dark the line is under each sensor.

        Put the robot on the line: it turns left and right over it and ends as it stood. What counts is what several readings at a time agree on, so that a single wild one spoils nothing.

        Arguments:
            drive (DriveBase): turns the robot.
            angle (Number, deg): how far to either side; 25 to 90.
        """
    def calibration(self) -> tuple[Any, ...]:
        """The readings over floor and line that are in use.

        Returns (tuple): two lists of int, 0 to 65535: floor and line, from left to right.
        """

class Motion:
    """Something that goes on by itself until it ends. `result` is None until then and says how it ended afterwards.

    In an asyncio task, `await` it.

    Arguments:
        name (str): how messages call it, "straight()".
        loop (ControlLoop): what it goes on in.
        off (function): ends it early; called when the program is broken off while it waits.
    """
    name: str
    result: Any
    owed: bool
    def __init__(self, name: str, loop: Any, off: Callable[..., Any]) -> None: ...
    def done(self) -> bool:
        """True when it has ended."""
    def wait(self) -> str:
        """Wait until it has ended.

        Returns (str): how it ended.
        """
    def finish(self, wait: Any) -> Any:
        """What a call with that `wait` gives its program: how it ended, or in a task and without waiting itself."""
    def __await__(self) -> Generator[Any, None, str]: ...

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

    Example:
        motor = rover.left_motor
        motor.run_angle(300, 90)
        print(motor.angle())
    """
    name: str
    port: Any
    counts_per_turn: int
    free_speed: float
    most_step: int
    error: int
    def __init__(
        self,
        name: str,
        in1: int,
        in2: int,
        encoder_a: int,
        encoder_b: int,
        unit: int,
        invert: bool = False,
        counts_per_turn: int = 600,
        free_speed: float = 2200,
        timer: int = 0,
    ) -> None: ...
    def dc(self, duty: float) -> None:
        """Turn with a fixed share of the battery's voltage, uncontrolled.

        Arguments:
            duty (Number, %): -100 (full backward) to 100 (full forward).
        """
    def run(self, speed: float) -> None:
        """Turn at a constant speed until told otherwise.

        Arguments:
            speed (Number, deg/s): positive is forward; up to the motor's free speed.
        """
    def run_time(self, speed: float, time: int, then: str = "hold", wait: bool = True) -> str:
        """Turn at a constant speed for a while.

        Arguments:
            speed (Number, deg/s): positive is forward.
            time (int, ms): how long; 0 to 600000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done" or "stalled" (the wheel could not turn).
        """
    def run_angle(self, speed: float, angle: float, then: str = "hold", wait: bool = True) -> str:
        """Turn by an angle.

        Arguments:
            speed (Number, deg/s): how fast; its sign does not matter.
            angle (Number, deg): how far from here; positive is forward. -100000 to 100000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done", "stalled" (the wheel could not turn) or "timed out".
        """
    def run_target(self, speed: float, target: float, then: str = "hold", wait: bool = True) -> str:
        """Turn to an angle, as `angle()` tells it.

        Arguments:
            speed (Number, deg/s): how fast; its sign does not matter.
            target (Number, deg): where to. -100000 to 100000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done", "stalled" (the wheel could not turn) or "timed out".
        """
    def run_until_stalled(self, speed: float, then: str = "stop", power: float = 100, wait: bool = True) -> int:
        """Turn until something holds the wheel, as a gripper that closes.

        Arguments:
            speed (Number, deg/s): positive is forward.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            power (Number, %): the most that the motor may give; 10 to 100.
            wait (bool): False returns a Motion at once.

        Returns (int, deg): the angle at which it was held.
        """
    def hold(self) -> None:
        """Stop and hold the wheel where it is: it turns back when pushed."""
    def brake(self) -> None:
        """Stop with the winding shorted: the wheel resists turning."""
    def stop(self) -> None:
        """Switch the motor off: the wheel rolls out."""
    def angle(self) -> int:
        """How far the wheel has turned since the start or `reset_angle`.

        Returns (int, deg): positive is forward.
        """
    def reset_angle(self, angle: float = 0) -> None:
        """Make the present position count as `angle`.

        Arguments:
            angle (Number, deg): what `angle()` gives from now on; -1000000 to 1000000.
        """
    def speed(self) -> int:
        """How fast the wheel turns. Takes 50 ms when nothing controls the motor.

        Returns (int, deg/s): positive is forward.
        """
    def stalled(self) -> bool:
        """Whether the motor gives its most and the wheel does not follow.

        Returns (bool)
        """
    def done(self) -> bool:
        """Whether the last timed command or way has ended.

        Returns (bool)
        """

class Odometry:
    """Follows the robot's way every 10 ms in whole numbers.

    x points ahead of where the robot stood when it began, y to its left, and angles are counter-clockwise.

    Arguments:
        counts_per_mm (Number): encoder counts for a mm of the robot's way.
        counts_per_deg (Number): encoder counts of each wheel for a degree of turning on the spot.
        turned_twice, gone_twice (function): twice the turn and twice the way since power-on, in encoder counts.

    Example:
        rover.drive.reset_pose()
        rover.drive.curve(150, 90)
        x, y, angle = rover.odometry.pose()
        print(x, y, angle)
    """
    job: Any
    def __init__(
        self,
        counts_per_mm: float,
        counts_per_deg: float,
        turned_twice: Callable[..., Any],
        gone_twice: Callable[..., Any],
    ) -> None: ...
    def reset(self, x: float = 0, y: float = 0, angle: float = 0) -> None:
        """Say where the robot is.

        Arguments:
            x (Number, mm): -20000 to 20000.
            y (Number, mm): -20000 to 20000.
            angle (Number, deg): where it looks; 0 is along x, positive counter-clockwise. -3600 to 3600.
        """
    def pose(self) -> tuple[Any, ...]:
        """Where the robot is now.

        Returns (tuple): x (int, mm), y (int, mm), angle (int, deg); the angle counts whole turns on.
        """
    def exact(self) -> tuple[Any, ...]:
        """As `pose`, with fractions.

        Returns (tuple): x (float, mm), y (float, mm), angle (float, deg).
        """

class PID:
    """Turns "how far off" into "how much to correct".

    The derivative looks at the measurement and not at the error, so that a new target gives no kick. The integral stops growing where the output is at its limit. `update` allocates nothing.

    Arguments:
        kp (Number): output for each unit of error; 0 to 1000.
        ki (Number, 1/s): output for each unit of error that lasts a second; 0 to 1000.
        kd (Number, s): output for each unit per second that the measurement moves; 0 to 100.
        limit (int): the output stays between -limit and limit; 1 to 30000.
        target (int): where the measurement should be.
    """
    target: int
    def __init__(self, kp: float, ki: float = 0, kd: float = 0, limit: int = 1000, target: int = 0) -> None: ...
    def settings(
        self,
        kp: float | None = None,
        ki: float | None = None,
        kd: float | None = None,
        limit: int | None = None,
    ) -> None:
        """Change gains or the limit; what is left out stays as it is."""
    def reset(self) -> None:
        """Forget the past: no integral, and no derivative at the next update."""
    def update(self, measured: int, dt: int) -> int:
        """Return the correction for this measurement.

        Arguments:
            measured (int): what the sensor says.
            dt (int, ms): time since the last update, 1000 at most; with 0 integral and derivative stay out.

        Returns (int): between -limit and limit; positive when the measurement is below the target.
        """

class RangeFinder:
    """A distance sensor: an HC-SR04, which listens for an echo, or a VL53L0X, which looks for its own light.

    Distances are in mm from the sensor to the nearest thing before it, 20 to 4000 mm (HC-SR04) or 30 to 1200 mm, on light things 2000 (VL53L0X). Where nothing is measured, a distance is None.

    Arguments:
        wiring (tuple): ("hc-sr04", trig, echo) with its pins, ("vl53l0x", address) with its address on `i2c`, or ("vl53l0x", address, bus, scl, sda) on a bus of its own.
        i2c (I2C): the robot's bus.

    Example:
        distance = rover.range.distance()
        if distance is None:
            print("nothing there")
        elif rover.range.closer_than(300):
            print("close:", distance)
    """
    def __init__(self, wiring: tuple[Any, ...], i2c: Any = None) -> None: ...
    def distance(self, readings: int = 1) -> int:
        """Measure the distance: about 30 ms a reading.

        Arguments:
            readings (int): how many, 1 to 15. The answer is the middle one, so that a few wild ones spoil nothing.

        Returns (int, mm): None where nothing was measured: nothing is there, or it is too near or too far.
        """
    def closer_than(self, distance: float) -> bool:
        """True when something is closer. The sonar waits no longer than an echo from there takes, so this is quick.

        Arguments:
            distance (Number, mm): 20 to 4000.

        Returns (bool)
        """
    def wait_closer_than(self, distance: float, timeout: float | None = None) -> bool:
        """Wait until something is closer.

        Arguments:
            distance (Number, mm): 20 to 4000.
            timeout (Number, ms): give up after that time; None waits for ever.

        Returns (bool): True when something is closer, False when the time was over.
        """
    def wait_farther_than(self, distance: float, timeout: float | None = None) -> bool:
        """Wait until nothing is closer: what was there has gone, or the robot has moved away.

        Arguments:
            distance (Number, mm): 20 to 4000.
            timeout (Number, ms): give up after that time; None waits for ever.

        Returns (bool): True when nothing is closer, False when the time was over.
        """

class Rover:
    """The robot whose pin map, `rover_board.py`, lies on the board.

    Making it starts nothing. `rover.drive`, `rover.line` and the other parts open their pins when they are first used.

    Arguments:
        board: another pin map, a module or an object with the same names.
    """
    def __init__(self, board: Any = None) -> None: ...
    @property
    def left_motor(self) -> Motor:
        """The left motor (Motor)."""
    @property
    def right_motor(self) -> Motor:
        """The right motor (Motor)."""
    @property
    def drive(self) -> DriveBase:
        """Both motors as one (DriveBase)."""
    @property
    def odometry(self) -> Any:
        """Where the robot is (Odometry); it follows the robot's way from its first use on."""
    @property
    def line(self) -> LineSensors:
        """The line sensors under the front (LineSensors)."""
    @property
    def follower(self) -> LineFollower:
        """Drives along a line (LineFollower)."""
    @property
    def button(self) -> Button:
        """The push button (Button)."""
    @property
    def led(self) -> Led:
        """The light (Led)."""
    @property
    def range(self) -> RangeFinder:
        """Measures the distance to what is ahead (RangeFinder)."""
    @property
    def imu(self) -> Any:
        """Feels turns, tilt and bumps (IMU)."""
    @property
    def color(self) -> Any:
        """Sees the floor's colour (ColorSensor)."""
    @property
    def display(self) -> Any:
        """The display (Display)."""
    @property
    def battery(self) -> Battery:
        """The battery (Battery)."""
    def bumper(self, name: str) -> Any:
        """A bumper (Bumper).

        Arguments:
            name (str): as rover_board.BUMPERS has it, "front" or "left" for instance.
        """
    def stop(self) -> None:
        """Switch off all that moves or sounds."""

class RoverError(Exception):
    """A fault with the part, its port and value as data, and a code that names the fault.

    Arguments:
        code (str): "R02" and so on, see the table of this module.
        part (str): the robot's part or the argument that is wrong, "Motor left" or "speed".
        port (str): the port or pin name, "in2".
        value: what was given.
        allowed (str): what may be given, with its unit.
    """
    code: str
    part: str
    port: str
    value: Any
    allowed: str
    def __init__(self, code: str, part: str = "", port: str = "", value: Any = None, allowed: str = "") -> None: ...

class StopWatch:
    """A stopwatch; it runs from the moment it is made. It may run for six days between two looks at it."""
    def time(self) -> int:
        """The time it has run.

        Returns (int, ms)
        """
    def pause(self) -> None:
        """Stop the time; `resume` goes on from there."""
    def resume(self) -> None:
        """Let the time go on."""
    def reset(self) -> None:
        """Set the time to 0; a running stopwatch runs on."""
