# Written by `make docs` from the docstrings of lib/rover; a test compares.
"""Marshrut's runtime on the robot. A program begins with `from rover import Rover`."""

from collections.abc import Callable, Generator
from typing import Any, Literal, overload

__all__ = [
    "Battery",
    "Bumper",
    "Button",
    "Buzzer",
    "ColorSensor",
    "Display",
    "DriveBase",
    "Gripper",
    "IMU",
    "Led",
    "Lights",
    "LineFollower",
    "LineSensors",
    "Motion",
    "Motor",
    "Odometry",
    "PID",
    "RangeFinder",
    "Rover",
    "RoverError",
    "Servo",
    "StateMachine",
    "StopWatch",
    "Telemetry",
]

class _Ended(str):
    """How it ended. In an asyncio task, `await` it."""

    def __await__(self) -> Generator[Any, None, str]: ...

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
        if rover.bumper("left").pressed():
            rover.drive.straight(-100)
    """
    def __init__(self, pin: int, name: str = "front") -> None: ...
    def pressed(self) -> bool:
        """True while it is pressed. Takes 5 ms when that has changed, until the contact has come to rest.

        Returns (bool)
        """
    def wait_pressed(self, timeout: int | None = None) -> Any:
        """Wait until it is pressed; one that is pressed already counts.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it is pressed. In an asyncio task `await` it.
        """
    def wait_released(self, timeout: int | None = None) -> Any:
        """Wait until it is let go.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it is let go. In an asyncio task `await` it.
        """

class Button:
    """A push button, debounced: a change counts once it has stayed for 20 ms.

    It is looked at when a program asks, so ask again and again.

    Arguments:
        pin (int): its pin.
        active_low (bool): True when pressing it connects the pin to ground.
        timer (int): the hardware timer of the control loop.
        name (str): how messages call it.

    Example:
        presses = 0
        if rover.button.was_pressed():
            presses += 1
        print(rover.button.pressed(), rover.button.held(1000))
    """
    def __init__(self, pin: int, active_low: bool = True, timer: int = 0, name: str = "Button") -> None: ...
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

        From the first question on, a press is noticed while the robot moves, too, whatever the program waits for; while it only sleeps it is not. A second press before the next question is not counted.
        """
    def wait_pressed(self, timeout: int | None = None) -> Any:
        """Wait until the button goes down; one that is down already counts.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it was pressed. In an asyncio task `await` it.
        """
    def wait_released(self, timeout: int | None = None) -> Any:
        """Wait until the button is up.

        Arguments:
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when it is up. In an asyncio task `await` it.
        """

class Buzzer:
    """A passive buzzer: it sounds at the frequency it is given.

    Arguments:
        pin (int): its pin.
        timer (int): the hardware timer of the control loop.
        name (str): how messages call it.

    Example:
        rover.buzzer.beep()
        rover.buzzer.play("C4/4 E4 G4 C5/2")
        rover.buzzer.play("A4/8 R A4", tempo=200, wait=False)
        rover.buzzer.stop()
    """
    def __init__(self, pin: int, timer: int = 0, name: str = "Buzzer") -> None: ...
    @overload
    def beep(self, hz: float = 880, ms: int = 200, wait: Literal[True] = True) -> _Ended:
        """Sound one tone.

        Arguments:
            hz (Number, Hz): how high; 20 to 20000.
            ms (int, ms): how long; 10 to 60000, to the next 10.
            wait (bool): False returns at once, with the motion: `done()` and `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the buzzer meanwhile.
        """
    @overload
    def beep(self, hz: float = 880, ms: int = 200, *, wait: Literal[False]) -> Motion: ...
    @overload
    def beep(self, hz: float = 880, ms: int = 200, wait: bool = True) -> Any: ...
    @overload
    def play(self, notes: str | list[Any], tempo: float = 120, wait: Literal[True] = True) -> _Ended:
        """Play a melody.

        A note is a letter A to G, a # or b for a half tone up or down, an octave, and after a slash the part of a whole note that it lasts: "C4/4" is a quarter, "F#5/8." a dotted eighth, "R/2" a rest. Octave and length that are left out are those of the note before; the first has octave 4 and a quarter.

        Arguments:
            notes (str or list): the notes, with spaces between them, or a list of them.
            tempo (Number, 1/min): quarter notes a minute; 20 to 400.
            wait (bool): False returns at once and plays on; `done()` and `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the buzzer meanwhile.
        """
    @overload
    def play(self, notes: str | list[Any], tempo: float = 120, *, wait: Literal[False]) -> Motion: ...
    @overload
    def play(self, notes: str | list[Any], tempo: float = 120, wait: bool = True) -> Any: ...
    def stop(self) -> None:
        """Be silent. A melody that was playing ends."""

class ColorSensor:
    """A colour sensor over the floor, with a lamp of its own.

    Arguments:
        i2c (I2C): the bus.
        address (int): the chip's.

    Example:
        if rover.color.color() == "red":
            rover.drive.brake()
        print(rover.color.reflection(), "%")
    """
    def __init__(self, i2c: Any, address: int = 41) -> None: ...
    def color(self) -> str:
        """The name of the colour under the sensor.

        Returns (str): "red", "yellow", "green", "blue", "white" or "black"; None when it is none of them for sure.
        """
    def rgb(self) -> tuple[int, ...]:
        """How much red, green and blue light the floor throws back.

        Returns (tuple of int, %): 0 to 100 each; white is (100, 100, 100).
        """
    def hsv(self) -> tuple[int, ...]:
        """The colour as hue, saturation and value.

        Returns (tuple of int): hue in degrees, 0 (red) to 359, green at 120, blue at 240; saturation in %, 0 for grey; value in %, 0 for black.
        """
    def reflection(self) -> int:
        """How much of the lamp's light the floor throws back.

        Returns (int, %): 0 to 100; 100 is white.
        """
    def calibrate_white(self) -> None:
        """Learn what white is: put the sensor over white paper or a white mat. Takes 0.1 s.

        Raises R33 where it is too dark for white.
        """

class Display:
    """A display. `print` is all that most programs need; `text` and `number` draw where `show` brings it to light.

    Lines are 16 letters long; there are 8 of them, or 4 on a display of 32 dots. Letters may be English, Russian and Kazakh; a sign that the display does not know is a hollow box.

    Arguments:
        i2c (I2C): the bus.
        address (int): the chip's.
        width, height (int, dots): of the glass.

    Example:
        rover.display.print("Hello!")
        rover.display.clear()
        rover.display.number(42)
        rover.display.show()
    """
    width: int
    height: int
    def __init__(self, i2c: Any, address: int = 60, width: int = 128, height: int = 64) -> None: ...
    def print(self, *values: Any) -> None:
        """Show the values on the next line, with a space between them. The lines move up when the display is full.

        Arguments:
            values (any): numbers and texts, in Russian and Kazakh too; what is longer than a line goes on in the next.
        """
    def text(self, value: Any, x: int = 0, y: int = 0) -> None:
        """Draw text; `show` brings it to light. What was in its place is overwritten.

        Arguments:
            value (any): what to show; letters may be Russian and Kazakh too.
            x, y (int, dots): where it begins, from the upper left corner; each letter is 8 dots wide and high.
        """
    def number(self, value: float | str) -> None:
        """Draw a number as large as the display is, in place of all that was there; `show` brings it to light.

        Arguments:
            value (Number or str, 1): a number, or any short text, in Russian or Kazakh too.
        """
    def clear(self) -> None:
        """Erase everything and begin with the first line again; `show` makes the display dark."""
    def canvas(self) -> Any:
        """What the display shows, for drawing lines, rectangles and dots; `show` brings it to light.

        Returns (framebuf.FrameBuffer)
        """
    def show(self) -> None:
        """Send what has changed to the display: 3 ms for each line of text. The control loop goes on meanwhile."""

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
    @overload
    def straight(self, distance: float, then: str = "brake", wait: Literal[True] = True) -> _Ended:
        """Drive straight on and stop.

        Arguments:
            distance (Number, mm): how far; negative is backward. -20000 to 20000.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended: "done", "stalled" (a wheel could not turn, or something is in the way) or "timed out".
        """
    @overload
    def straight(self, distance: float, then: str = "brake", *, wait: Literal[False]) -> Motion: ...
    @overload
    def straight(self, distance: float, then: str = "brake", wait: bool = True) -> Any: ...
    @overload
    def turn(self, angle: float, then: str = "brake", wait: Literal[True] = True) -> _Ended:
        """Turn on the spot and stop.

        Arguments:
            angle (Number, deg): how far; positive is to the left (counter-clockwise). -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    @overload
    def turn(self, angle: float, then: str = "brake", *, wait: Literal[False]) -> Motion: ...
    @overload
    def turn(self, angle: float, then: str = "brake", wait: bool = True) -> Any: ...
    @overload
    def turn_to(self, angle: float, then: str = "brake", wait: Literal[True] = True) -> _Ended:
        """Turn on the spot, the shorter way, until `angle()` would be that angle, give or take whole turns.

        Arguments:
            angle (Number, deg): where to look; 0 is where the robot looked at the start or `reset`. -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    @overload
    def turn_to(self, angle: float, then: str = "brake", *, wait: Literal[False]) -> Motion: ...
    @overload
    def turn_to(self, angle: float, then: str = "brake", wait: bool = True) -> Any: ...
    @overload
    def curve(self, radius: float, angle: float, then: str = "brake", wait: Literal[True] = True) -> _Ended:
        """Drive along a circle until the robot has turned by an angle.

        Arguments:
            radius (Number, mm): of the circle on which the robot's middle goes; negative drives backward. -5000 to 5000; with 0 it turns on the spot.
            angle (Number, deg): how far the robot turns; positive is to the left (counter-clockwise). -3600 to 3600.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    @overload
    def curve(self, radius: float, angle: float, then: str = "brake", *, wait: Literal[False]) -> Motion: ...
    @overload
    def curve(self, radius: float, angle: float, then: str = "brake", wait: bool = True) -> Any: ...
    @overload
    def arc(
        self,
        radius: float,
        angle: float | None = None,
        distance: float | None = None,
        then: str = "brake",
        wait: Literal[True] = True,
    ) -> _Ended:
        """Drive along a circle for an angle of it, or for a distance.

        Arguments:
            radius (Number, mm): positive has the circle's middle to the left, negative to the right; 1 to 5000 or -1 to -5000.
            angle (Number, deg): how much of the circle; negative is backward. -3600 to 3600.
            distance (Number, mm): how far, in place of `angle`; negative is backward. In both cases -20000 to 20000.
            then (str): what the motors do at the end: "brake", "hold" or "stop" (roll out).
            wait (bool): False returns a Motion at once; `done()` tells when it has ended.

        Returns (str): how it ended, as of `straight`.
        """
    @overload
    def arc(
        self,
        radius: float,
        angle: float | None = None,
        distance: float | None = None,
        then: str = "brake",
        *,
        wait: Literal[False],
    ) -> Motion: ...
    @overload
    def arc(
        self,
        radius: float,
        angle: float | None = None,
        distance: float | None = None,
        then: str = "brake",
        wait: bool = True,
    ) -> Any: ...
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

        A push is felt in moves, under `drive` and the line follower, where the robot has driven freely before; not under `set_effort` and `arcade`, and not while it turns on the spot under `drive`.

        Returns (bool)
        """

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
    def __init__(self, servo: Servo, open_angle: float, closed_angle: float) -> None: ...
    @overload
    def open(self, wait: Literal[True] = True) -> _Ended:
        """Open it.

        Arguments:
            wait (bool): True waits as long as the servo can need. False returns at once, with the motion: `done()` and `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the servo meanwhile.
        """
    @overload
    def open(self, *, wait: Literal[False]) -> Motion: ...
    @overload
    def open(self, wait: bool = True) -> Any: ...
    @overload
    def close(self, wait: Literal[True] = True) -> _Ended:
        """Close it, and hold what is between its fingers.

        Arguments:
            wait (bool): as for `open`.

        Returns (str): as `open`.
        """
    @overload
    def close(self, *, wait: Literal[False]) -> Motion: ...
    @overload
    def close(self, wait: bool = True) -> Any: ...
    def off(self) -> None:
        """Let the servo go limp: the gripper holds nothing any more."""

class IMU:
    """A gyroscope and an accelerometer, flat on the robot, x ahead and y to its left.

    The first question about turning calibrates the gyroscope, which takes half a second and needs a robot that stands still. From then on it is read every 10 ms, whatever the program does.

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
    def __init__(
        self,
        i2c: Any,
        address: int = 104,
        timer: int = 0,
        wheels: Callable[..., Any] | None = None,
    ) -> None: ...
    def calibrate(self) -> None:
        """Learn what the gyroscope says while the robot stands. Takes half a second; the heading is 0 afterwards.

        It waits up to two seconds for the robot to stand still, and raises R30 where it does not.
        """
    def ready(self) -> bool:
        """True when the gyroscope is calibrated and is being read.

        Returns (bool)
        """
    def heading(self) -> float:
        """How far the robot has turned since it was calibrated or `reset_heading`. It goes on past 360.

        Returns (float, deg): positive is to the left (counter-clockwise).
        """
    def reset_heading(self, angle: float = 0) -> None:
        """Make the direction in which the robot looks now count as `angle`.

        Arguments:
            angle (Number, deg): what `heading()` gives from now on; -1000000 to 1000000.
        """
    def rate(self) -> float:
        """How fast the robot turns.

        Returns (float, deg/s): positive is to the left (counter-clockwise).
        """
    def stationary(self) -> bool:
        """True when the robot has not turned for 0.2 s, not even by 1 deg/s.

        Returns (bool)
        """
    def acceleration(self) -> tuple[int, ...]:
        """What the accelerometer feels: speeding up, bends and bumps, and the floor that carries the robot.

        Returns (tuple of int, mm/s²): ahead, to the left, up. At rest on a level floor about (0, 0, 9807).
        """
    def tilt(self) -> tuple[float, ...]:
        """How the robot leans, felt by what carries it: true while it stands or drives evenly.

        Returns (tuple of float, deg): pitch, positive when the nose is up, and roll, positive when the left side is up.
        """
    def settings(self, heading_correction: float = 360) -> None:
        """Correct the gyroscope, which may be some percent off.

        Arguments:
            heading_correction (Number, deg): what `heading()` gives after one whole turn of the robot; 300 to 420.
        """

class Led:
    """A light-emitting diode. A steady light outlasts the program; blinking ends with it.

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

class Lights:
    """Coloured lamps in a row, each of its own colour. They outlast the program and a stop.

    A colour is a name (red, orange, yellow, green, cyan, blue, purple, pink, white, off) or the shares of red, green and blue, (255, 160, 0), 0 to 255 each.

    Arguments:
        pin (int): the pin of the first lamp's wire.
        count (int): how many lamps; 1 to 256.
        brightness (Number, %): of all of them; 0 to 100. All white at 100 % takes 60 mA a lamp.
        name (str): how messages call them.

    Example:
        rover.lights.fill("green")
        rover.lights.set(0, (255, 160, 0))
        rover.lights.brightness(10)
        rover.lights.off()
    """
    def __init__(self, pin: int, count: int, brightness: float = 25, name: str = "Lights") -> None: ...
    def set(self, i: int, colour: str | tuple[Any, ...], show: bool = True) -> None:
        """Give one lamp a colour.

        Arguments:
            i (int): which lamp; 0 is the first.
            colour (str or tuple): a name, or (red, green, blue) with 0 to 255 each.
            show (bool): False keeps it for the next `set`, `fill` or `show`.
        """
    def fill(self, colour: str | tuple[Any, ...]) -> None:
        """Give all lamps one colour.

        Arguments:
            colour (str or tuple): a name, or (red, green, blue) with 0 to 255 each.
        """
    def off(self) -> None:
        """Switch all lamps off."""
    def brightness(self, brightness: float) -> None:
        """Choose how bright all lamps are; they change at once.

        Arguments:
            brightness (Number, %): 0 to 100.
        """
    def show(self) -> None:
        """Send the colours to the lamps."""

class LineFollower:
    """Keeps the robot on a line: a PID controller turns the robot toward the line while it drives.

    On its way it meets, and knows by name, these events: "junction left", "junction right": a line goes off to that side, and this one goes on. So does the robot. "cross": lines go off to both sides, and this one goes on. So does the robot. "T": lines go off to both sides, and this one ends. The robot goes on as over a gap. "corner left", "corner right": the line goes off to that side only. The robot turns after it. "gap": the line was away, and here it goes on. The robot has crossed the gap straight on. "end": the line was away and did not come back. The robot has stopped. "lost": the line went out to a side and was not found again, or there was none. The robot has stopped. "junction" stands for the first four, "corner" for both corners.

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
    def __init__(
        self,
        drive: DriveBase,
        line: LineSensors,
        kp: float = 6,
        ki: float = 0,
        kd: float = 0.2,
        slowdown: float = 50,
        gap: float = 150,
        timer: int = 0,
    ) -> None: ...
    def settings(
        self,
        kp: float | None = None,
        ki: float | None = None,
        kd: float | None = None,
        slowdown: float | None = None,
        gap: float | None = None,
    ) -> None:
        """Change gains, slowdown or the longest gap; what is left out stays as it is. Units as in the constructor."""
    @overload
    def follow(
        self,
        speed: float = 250,
        until: Callable[..., Any] | None = None,
        wait: Literal[True] = True,
    ) -> _Ended:
        """Follow the line until `until` says so or the line is over, and brake.

        Arguments:
            speed (Number, mm/s): speed where the line is straight; it is less in curves.
            until (function): called every 10 ms without arguments; following ends when it returns True.
            wait (bool): False returns a Motion at once, and `until` is called by a timer.

        Returns (str): how it ended: "done", "end" or "lost" (see the events), "stalled" (a wheel could not turn, or something is in the way), or "stopped" (the motors were taken away).
        """
    @overload
    def follow(self, speed: float = 250, until: Callable[..., Any] | None = None, *, wait: Literal[False]) -> Motion: ...
    @overload
    def follow(self, speed: float = 250, until: Callable[..., Any] | None = None, wait: bool = True) -> Any: ...
    @overload
    def follow_until(
        self,
        event: str | tuple[str, ...] | None = None,
        distance: float | None = None,
        time: float | None = None,
        speed: float = 250,
        wait: Literal[True] = True,
    ) -> _Ended:
        """Follow the line until something is met, or for a distance or a time, and brake. What comes first ends it.

        Arguments:
            event (str or tuple of str): what is to be met, see the events above.
            distance (Number, mm): how far, 1 to 20000.
            time (Number, ms): how long, 10 to 600000.
            speed (Number, mm/s): speed where the line is straight; it is less in curves.
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: the event's own name, "distance", "time", "end", "lost", "stalled" (a wheel could not turn, or something is in the way), or "stopped" (the motors were taken away).
        """
    @overload
    def follow_until(
        self,
        event: str | tuple[str, ...] | None = None,
        distance: float | None = None,
        time: float | None = None,
        speed: float = 250,
        *,
        wait: Literal[False],
    ) -> Motion: ...
    @overload
    def follow_until(
        self,
        event: str | tuple[str, ...] | None = None,
        distance: float | None = None,
        time: float | None = None,
        speed: float = 250,
        wait: bool = True,
    ) -> Any: ...
    def event(self) -> str:
        """What was met last since following began.

        Returns (str): an event's name, or None.
        """
    def update(self, speed: float) -> bool:
        """Look at the line once and steer, for a loop of the program's own; call it every 5 to 20 ms.

        Arguments:
            speed (Number, mm/s): speed where the line is straight; it is less in curves.

        Returns (bool): True while the line is seen.
        """

class LineSensors:
    """Reflectance sensors in a row across the robot, over a dark line on a light floor or a light one on a dark floor.

    Arguments:
        numbers (tuple of int): their pins, from the robot's left to its right; 2 to 8.
        spacing (Number, mm): from one to the next; 2 to 100.
        white, black (int): readings over white and over black until `calibrate` has been called; 0 to 65535.
        line (str): "dark" or "light", until `calibrate` has been called.
        board (str): the board's name. With it, what `calibrate` learns is kept on flash, for `load`.

    Example:
        rover.line.load() or rover.line.calibrate(rover.drive)
        print(rover.line.position(), rover.line.on_line())
    """
    board: str
    spacing: float
    reach: Any
    values: Any
    total: int
    def __init__(
        self,
        numbers: tuple[int, ...],
        spacing: float,
        white: int = 8000,
        black: int = 50000,
        line: str = "dark",
        board: str = "",
    ) -> None: ...
    def read(self) -> list[int]:
        """What the sensors measure now.

        Returns (list of int): 0 to 65535 each, from left to right; dark is high. The same list each time.
        """
    def read_calibrated(self) -> list[int]:
        """How much of the line is under each sensor now.

        Returns (list of int): 0 (floor) to 1000 (line) each, from left to right. The same list each time.
        """
    def position(self) -> int:
        """Where the line is now.

        A line that has left the row over one end is remembered: the answer is a little beyond that end until the line is seen again. A line that vanishes under the middle (a gap) leaves the last place.

        Returns (int, 1/10 mm): 0 when the line is under the robot's middle, positive when it is to the left.
        """
    def on_line(self) -> bool:
        """Look, and tell whether the line is anywhere under the row.

        Returns (bool)
        """
    def left_branch(self) -> bool:
        """Look, and tell whether the line reaches out to the left end of the row: something goes off there.

        Returns (bool)
        """
    def right_branch(self) -> bool:
        """Look, and tell whether the line reaches out to the right end of the row.

        Returns (bool)
        """
    def calibrate(self, drive: DriveBase, angle: float = 40) -> None:
        """Learn how light the floor and how dark the line is under each sensor, and which of them is the line.

        Put the robot on the line: it turns left and right over it and ends as it stood. What counts is what several readings at a time agree on, so that a single wild one spoils nothing. A sensor that does not change is named and left out. What was learned is kept on flash, for `load`.

        Arguments:
            drive (DriveBase): turns the robot.
            angle (Number, deg): how far to either side; 25 to 90.
        """
    def load(self) -> bool:
        """Use the last calibration from flash, if there is one of this board.

        Returns (bool): True when there was one.
        """
    def calibrated(self) -> bool:
        """True when the sensors have been calibrated, now or before by what `load` found."""
    def calibration(self) -> tuple[Any, ...]:
        """The readings over white and black that are in use.

        Returns (tuple): two lists of int, 0 to 65535: white and black, from left to right.
        """
    def polarity(self, line: str | None = None) -> str:
        """Which is the line.

        Arguments:
            line (str): "dark" or "light" sets it; nothing leaves it as it is.

        Returns (str): "dark" or "light".
        """
    def dead(self) -> tuple[int, ...]:
        """The sensors that do not change and are left out.

        Returns (tuple of int): 1 for the leftmost sensor, and so on.
        """

class Motion:
    """Something that goes on by itself until it ends. `result` is None until then and says how it ended afterwards.

    In an asyncio task, `await` it.

    Arguments:
        name (str): how messages call it, "straight()".
        loop (ControlLoop): what it goes on in.
        off (function): ends it early; called when the program is broken off while it waits.

    Example:
        move = rover.drive.straight(100, wait=False)
        while not move.done():
            rover.led.toggle()
            rover.button.pressed()
        print(move.result)
    """
    name: str
    result: str | None
    owed: bool
    def __init__(self, name: str, loop: Any, off: Callable[..., Any]) -> None: ...
    def done(self) -> bool:
        """True when it has ended."""
    def wait(self) -> str:
        """Wait until it has ended.

        Returns (str): how it ended.
        """
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
    duty: int | None
    name: str
    port: Any
    counts_per_turn: int
    free_speed: float
    owner: Any
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
    @overload
    def run_time(self, speed: float, time: int, then: str = "hold", wait: Literal[True] = True) -> _Ended:
        """Turn at a constant speed for a while.

        Arguments:
            speed (Number, deg/s): positive is forward.
            time (int, ms): how long; 0 to 600000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done" or "stalled" (the wheel could not turn).
        """
    @overload
    def run_time(self, speed: float, time: int, then: str = "hold", *, wait: Literal[False]) -> Motion: ...
    @overload
    def run_time(self, speed: float, time: int, then: str = "hold", wait: bool = True) -> Any: ...
    @overload
    def run_angle(self, speed: float, angle: float, then: str = "hold", wait: Literal[True] = True) -> _Ended:
        """Turn by an angle.

        Arguments:
            speed (Number, deg/s): how fast; its sign does not matter.
            angle (Number, deg): how far from here; positive is forward. -100000 to 100000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done", "stalled" (the wheel could not turn) or "timed out".
        """
    @overload
    def run_angle(self, speed: float, angle: float, then: str = "hold", *, wait: Literal[False]) -> Motion: ...
    @overload
    def run_angle(self, speed: float, angle: float, then: str = "hold", wait: bool = True) -> Any: ...
    @overload
    def run_target(self, speed: float, target: float, then: str = "hold", wait: Literal[True] = True) -> _Ended:
        """Turn to an angle, as `angle()` tells it.

        Arguments:
            speed (Number, deg/s): how fast; its sign does not matter.
            target (Number, deg): where to. -100000 to 100000.
            then (str): what the motor does at the end: "hold", "brake" or "stop".
            wait (bool): False returns a Motion at once.

        Returns (str): how it ended: "done", "stalled" (the wheel could not turn) or "timed out".
        """
    @overload
    def run_target(self, speed: float, target: float, then: str = "hold", *, wait: Literal[False]) -> Motion: ...
    @overload
    def run_target(self, speed: float, target: float, then: str = "hold", wait: bool = True) -> Any: ...
    def run_until_stalled(self, speed: float, then: str = "stop", power: float = 100, wait: bool = True) -> int:
        """Turn until something holds the wheel, as a gripper that closes.

        Arguments:
            speed (Number, deg/s): positive is forward.
            then (str): what the motor does then: "hold", "brake" or "stop".
            power (Number, %): the most that the motor may give; 10 to 100.
            wait (bool): False returns a Motion at once, whose result will be "stalled".

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
        counts_per_mm (Number, counts/mm): encoder counts for a mm of the robot's way.
        counts_per_deg (Number, counts/deg): encoder counts of each wheel for a degree of turning on the spot.
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
    def x(self) -> int:
        """How far along x it was at the last tick of the control loop. For telemetry: takes no heap.

        Returns (int, mm)
        """
    def y(self) -> int:
        """How far along y it was at the last tick of the control loop. For telemetry: takes no heap.

        Returns (int, mm)
        """
    def angle(self) -> int:
        """Where it looked at the last tick of the control loop. For telemetry: takes no heap.

        Returns (int, deg): counter-clockwise; whole turns count on.
        """
    def exact(self) -> tuple[Any, ...]:
        """As `pose`, with fractions.

        Returns (tuple): x (float, mm), y (float, mm), angle (float, deg).
        """

class PID:
    """Turns "how far off" into "how much to correct".

    The derivative looks at the measurement and not at the error, so that a new target gives no kick. The integral stops growing where the output is at its limit. `update` allocates nothing while it is given whole numbers.

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
    def update(self, measured: float, dt: float) -> int:
        """Return the correction for this measurement.

        Arguments:
            measured (Number, the sensor's unit): what the sensor says; a fraction is rounded, which takes heap.
            dt (Number, ms): time since the last update; a fraction is rounded, more than 1000 counts as 1000. With 0 integral and derivative stay out.

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
        """True when something is closer. The sonar waits no longer than an echo from there takes. Asked again at once it first lets 25 ms pass, until old echoes have died away.

        Arguments:
            distance (Number, mm): 20 to 4000.

        Returns (bool)
        """
    def wait_closer_than(self, distance: float, timeout: int | None = None) -> Any:
        """Wait until something is closer.

        Arguments:
            distance (Number, mm): 20 to 4000.
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when something is closer. In an asyncio task `await` it.
        """
    def wait_farther_than(self, distance: float, timeout: int | None = None) -> Any:
        """Wait until nothing is closer: what was there has gone, or the robot has moved away.

        Arguments:
            distance (Number, mm): 20 to 4000.
            timeout (int, ms): gives up after so long; 0 to 86400000, None for never.

        Returns (bool): True when nothing is closer. In an asyncio task `await` it.
        """

class Rover:
    """The robot whose pin map, `rover_board.py`, lies on the board.

    Making it starts nothing. `rover.drive`, `rover.line` and the other parts open their pins when they are first used.

    Arguments:
        board (module or object): another pin map, with the same names.

    Example:
        rover.drive.straight(100)
        rover.drive.turn(90)
        rover.led.on()
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
    def odometry(self) -> Odometry:
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
    def imu(self) -> IMU:
        """Feels turns, tilt and bumps (IMU)."""
    @property
    def color(self) -> ColorSensor:
        """Sees the floor's colour (ColorSensor)."""
    @property
    def display(self) -> Display:
        """The display (Display)."""
    @property
    def battery(self) -> Battery:
        """The battery (Battery)."""
    def bumper(self, name: str) -> Bumper:
        """A bumper.

        Arguments:
            name (str): as rover_board.BUMPERS has it, "front" or "left" for instance.

        Returns (Bumper)
        """
    @property
    def lights(self) -> Lights:
        """The coloured lamps (Lights)."""
    @property
    def servo(self) -> Servo:
        """The servo (Servo)."""
    @property
    def gripper(self) -> Gripper:
        """The gripper (Gripper). Where its servo is the robot's only one, that is `servo` too."""
    @property
    def buzzer(self) -> Buzzer:
        """The buzzer (Buzzer)."""
    @property
    def telemetry(self) -> Telemetry:
        """Writes down what the robot does (Telemetry)."""
    def every(self, period: int, step: Callable[..., Any]) -> Any:
        """Call `step` again and again until it returns True. Whatever ends it, the motors brake then.

        The times are even: a step that takes long does not put off those after it. Steps that could not begin in time are counted, and told at the end.

        In an asyncio task `await` it; a Ctrl-C there stops the motors when it ends the program.

        Arguments:
            period (int, ms): from the beginning of one step to that of the next; 1 to 60000.
            step (function): called without arguments; in an asyncio task it may be a coroutine.
        """
    def stop(self) -> None:
        """Switch off all that moves or sounds."""

class RoverError(Exception):
    """A fault with the part, its port and value as data, and a code that names the fault.

    Arguments:
        code (str): "R02" and so on, see the table of this module.
        part (str): the robot's part or the argument that is wrong, "Motor left" or "speed".
        port (str): the port or pin name, "in2".
        value (any): what was given.
        allowed (str): what may be given, with its unit.

    Example:
        from rover import RoverError
        try:
            rover.drive.straight("far")
        except RoverError as error:
            print(error.code, error)
    """
    code: str
    part: str
    port: str
    value: Any
    allowed: str
    def __init__(self, code: str, part: str = "", port: str = "", value: Any = None, allowed: str = "") -> None: ...

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
    def __init__(self, pin: int, low: int = 500, high: int = 2400, timer: int = 0, name: str = "Servo") -> None: ...
    def pulses(self, low: int, high: int) -> None:
        """Choose the pulses for 0 and 180 deg, from the servo's data sheet or by trying.

        Arguments:
            low (int, µs): pulse for 0 deg; 300 to 1400.
            high (int, µs): pulse for 180 deg; 1600 to 2700.
        """
    def angle(self, angle: float | None = None) -> float:
        """Turn to an angle as fast as the servo can; without one, say where it points.

        Arguments:
            angle (Number, deg): 0 to 180.

        Returns (Number, deg): the angle it was last told, on its way the present one; None when it is limp.
        """
    @overload
    def move(self, angle: float, time: int, wait: Literal[True] = True) -> _Ended:
        """Turn evenly to an angle. A servo that is limp goes as fast as it can and waits for the rest of the time.

        Arguments:
            angle (Number, deg): where to; 0 to 180.
            time (int, ms): how long it takes; 0 to 60000. An SG90 needs 100 ms for 60 deg.
            wait (bool): False returns at once, with the motion: `done()` and `result` tell of its end.

        Returns (str): "done", or "stopped" when something else was told to the servo meanwhile.
        """
    @overload
    def move(self, angle: float, time: int, *, wait: Literal[False]) -> Motion: ...
    @overload
    def move(self, angle: float, time: int, wait: bool = True) -> Any: ...
    def off(self) -> None:
        """Send no more pulses: the servo goes limp and can be turned by hand."""

class StateMachine:
    """The robot is in one state at a time and goes from one to another.

    The shortest way: each state is a function. It is called again and again, and returns the name of the next state, or nothing to stay. The first one given is where the machine begins; one that returns True ends it.

    The other way: states with names (`state`) and what leads from one to another (`transition`). A state that nothing leads away from is the end.

    Arguments:
        states (function): states of the first kind, as `StateMachine(search, follow)`.

    Example:
        from rover import StateMachine
        machine = StateMachine()
        machine.state("go", enter=lambda: rover.drive.drive(150))
        machine.state("stand", enter=rover.drive.brake)
        machine.transition("go", "stand", after=500)
        machine.run()
    """
    def __init__(self, *states: Callable[..., Any]) -> None: ...
    def state(
        self,
        name: str,
        enter: Callable[..., Any] | None = None,
        during: Callable[..., Any] | None = None,
        exit: Callable[..., Any] | None = None,
    ) -> None:
        """Name a state. The first one named is where the machine begins.

        Arguments:
            name (str): its name.
            enter (function): called once when the machine comes to it.
            during (function): called at each step while it is there; it may return the next state's name.
            exit (function): called once when the machine leaves it.
        """
    def transition(
        self,
        source: str,
        target: str,
        when: Callable[..., Any] | None = None,
        after: int | None = None,
        label: str | None = None,
    ) -> None:
        """Say what leads from one state to another: a condition, a time, or both together.

        Arguments:
            source, target (str): names of states.
            when (function): called at each step; the machine goes when it returns True.
            after (int, ms): it goes no sooner than so long after it came to `source`; 0 to 86400000. Without `when`, a time-out.
            label (str): how the drawing calls it.
        """
    def now(self) -> str:
        """The name of the state it is in, None before it has begun.

        Returns (str)
        """
    def time(self) -> int:
        """How long it has been in this state.

        Returns (int, ms)
        """
    def start(self, name: str | None = None) -> None:
        """Begin.

        Arguments:
            name (str): of the state to begin in; the first one when left out.
        """
    def step(self) -> bool:
        """Do one step: what the state does, then go on if something leads away. For a behaviour loop.

        Returns (bool): True when the machine has come to its end.
        """
    def run(self, period: int = 20, start: str | None = None) -> Any:
        """Go through the states until the end. Motors are left as the last state left them; when Ctrl-C or an error ends the run, all that moves is switched off.

        In an asyncio task `await` it.

        Arguments:
            period (int, ms): from one step to the next; 1 to 60000.
            start (str): where to begin; the first state when left out.
        """
    def draw(self) -> str:
        """The machine as text in Mermaid's language, which many editors and sites show as a drawing.

        Where a state's own function chooses the next one, the ways that it has gone so far are drawn.

        Returns (str)
        """

class StopWatch:
    """A stopwatch; it runs from the moment it is made. It may run for six days between two looks at it.

    Example:
        from rover import StopWatch
        watch = StopWatch()
        rover.drive.straight(100)
        print(watch.time())
    """
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

class Telemetry:
    """A flight recorder: some numbers (channels) every so many ms, in the control loop, whatever the program does.

    Room is taken when it starts, and recording takes no heap. When the room is full the newest records replace the oldest, so that the end of a ride is always there. Numbers are kept whole; None is kept as an empty cell.

    Arguments:
        timer (int): the hardware timer of the control loop.

    Example:
        log = rover.telemetry
        log.add("left_deg", rover.left_motor.angle)
        log.start(20)
        rover.drive.straight(100)
        log.save("run.csv")
    """
    def __init__(self, timer: int = 0) -> None: ...
    def add(self, name: str, source: Callable[..., Any] | object, attribute: str | None = None) -> None:
        """Record one more number. Channels are added before `start`.

        Arguments:
            name (str): heads its column.
            source (function or object): without arguments it gives the number, as `rover.line.position`; it is called in the control loop, so it must be quick (3 ms) and take no heap. With `attribute`, an object.
            attribute (str): which attribute of that object.
        """
    def start(self, every: int = 20, size: int = 500) -> None:
        """Record from now on, over rover.stop() too; what was recorded before is forgotten.

        Arguments:
            every (int, ms): from one record to the next; 10 to 60000, in whole tens.
            size (int): records that find room, 4 bytes for each number and time; 10 to 5000.
        """
    def stop(self) -> None:
        """Record no more. What is recorded stays."""
    def clear(self) -> None:
        """Stop, and forget records and channels; their room is free again."""
    def count(self) -> int:
        """How many records there are.

        Returns (int)
        """
    def dropped(self) -> int:
        """How many records are lost: the oldest, when the room was full, and those for which the board had no time.

        Returns (int)
        """
    def save(self, path: str = "run.csv") -> int:
        """Stop, write the records to the board's flash and say how many there are. A file of that name is replaced.

        When the flash is full an error says so; the file of before is then still there, and no half file is.

        Arguments:
            path (str): the file's name.

        Returns (int): how many records were written.
        """
    def print(self) -> None:
        """Stop, and print the records as lines of CSV."""
