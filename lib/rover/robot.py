"""The whole robot: its parts, made when a program first asks for them."""


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

    # Parts that are not made yet
    _left = _right = _drive = _line = _follower = _button = _led = None
    _lights = _servo = _gripper = _buzzer = _telemetry = None
    _range = _imu = _color = _display = _battery = _bumpers = None

    def __init__(self, board=None):
        if board is None:
            try:
                import rover_board as board
            except ImportError:
                from .errors import RoverError

                raise RoverError("R09")
        self._board = board

    @property
    def left_motor(self):
        """The left motor (Motor)."""
        if self._left is None:
            self._left = self._motor("left", self._board.LEFT_MOTOR)
        return self._left

    @property
    def right_motor(self):
        """The right motor (Motor)."""
        if self._right is None:
            self._right = self._motor("right", self._board.RIGHT_MOTOR)
        return self._right

    @property
    def drive(self):
        """Both motors as one (DriveBase)."""
        if self._drive is None:
            from .drivebase import DriveBase

            board = self._board
            self._drive = DriveBase(
                self.left_motor,
                self.right_motor,
                board.WHEEL_DIAMETER_MM,
                board.AXLE_TRACK_MM,
                board.MAX_SPEED_MM_S,
                board.MAX_TURN_RATE_DEG_S,
                board.CONTROL_TIMER,
                lambda: self.imu,
            )
        return self._drive

    @property
    def odometry(self):
        """Where the robot is (Odometry); it follows the robot's way from its first use on."""
        return self.drive.odometry()

    @property
    def line(self):
        """The line sensors under the front (LineSensors)."""
        if self._line is None:
            from .line_sensors import LineSensors

            board = self._board
            self._line = LineSensors(
                board.LINE_SENSORS, board.LINE_SPACING_MM, board.LINE_WHITE, board.LINE_BLACK, board=board.NAME
            )
            self._line.load()
        return self._line

    @property
    def follower(self):
        """Drives along a line (LineFollower)."""
        if self._follower is None:
            from .line_follower import LineFollower

            self._follower = LineFollower(self.drive, self.line, timer=self._board.CONTROL_TIMER)
        return self._follower

    @property
    def button(self):
        """The push button (Button)."""
        if self._button is None:
            from .button import Button

            self._button = Button(self._board.BUTTON, self._board.BUTTON_ACTIVE_LOW, self._board.CONTROL_TIMER)
        return self._button

    @property
    def led(self):
        """The light (Led)."""
        if self._led is None:
            from .led import Led

            self._led = Led(self._board.LED, self._board.LED_ACTIVE_LOW, self._board.CONTROL_TIMER)
        return self._led

    @property
    def range(self):
        """Measures the distance to what is ahead (RangeFinder)."""
        if self._range is None:
            from .range_finder import RangeFinder

            wiring = self._need("RANGE_FINDER", "range finder")
            # two words of wiring: an address on the bus that all share
            self._range = RangeFinder(wiring, self._i2c() if len(wiring) == 2 else None)
        return self._range

    @property
    def imu(self):
        """Feels turns, tilt and bumps (IMU)."""
        if self._imu is None:
            from .imu import IMU

            address = self._need("IMU", "IMU")
            self._imu = IMU(self._i2c(), address, self._board.CONTROL_TIMER, self._counts)
        return self._imu

    @property
    def color(self):
        """Sees the floor's colour (ColorSensor)."""
        if self._color is None:
            from .color_sensor import ColorSensor

            address = self._need("COLOR_SENSOR", "color sensor")
            self._color = ColorSensor(self._i2c(), address)
        return self._color

    @property
    def display(self):
        """The display (Display)."""
        if self._display is None:
            from .display import Display

            address, width, height = self._need("DISPLAY", "display")
            self._display = Display(self._i2c(), address, width, height)
        return self._display

    @property
    def battery(self):
        """The battery (Battery)."""
        if self._battery is None:
            from .battery import Battery

            pin, ratio, full, low = self._need("BATTERY", "battery")
            self._battery = Battery(pin, ratio, full, low)
        return self._battery

    def bumper(self, name):
        """A bumper.

        Arguments:
            name (str): as rover_board.BUMPERS has it, "front" or "left" for instance.

        Returns (Bumper)
        """
        from .bumper import Bumper
        from .check import one_of

        pins = self._need("BUMPERS", "bumper")
        one_of("bumper", name, list(pins))
        if self._bumpers is None:
            self._bumpers = {}
        if name not in self._bumpers:
            self._bumpers[name] = Bumper(pins[name], name)
        return self._bumpers[name]

    def _i2c(self):
        from .i2c import i2c_of

        self._need("I2C", "I2C bus")
        return i2c_of(self._board)

    def _counts(self):
        """A number that changes while a wheel turns; it opens no motor."""
        left = self._left.count() if self._left else 0
        right = self._right.count() if self._right else 0
        return left * 1000 + right

    @property
    def lights(self):
        """The coloured lamps (Lights)."""
        if self._lights is None:
            from .lights import Lights

            pin, count = self._need("LIGHTS", "lights")
            self._lights = Lights(pin, count)
        return self._lights

    @property
    def servo(self):
        """The servo (Servo)."""
        if self._servo is None:
            from .servo import Servo

            self._servo = Servo(self._need("SERVO", "servo"), timer=self._board.CONTROL_TIMER)
        return self._servo

    @property
    def gripper(self):
        """The gripper (Gripper). Where its servo is the robot's only one, that is `servo` too."""
        if self._gripper is None:
            from .gripper import Gripper

            pin, open_angle, closed_angle = self._need("GRIPPER", "gripper")
            if pin == getattr(self._board, "SERVO", None):
                servo = self.servo
            else:
                from .servo import Servo

                servo = Servo(pin, timer=self._board.CONTROL_TIMER, name="Gripper")
            self._gripper = Gripper(servo, open_angle, closed_angle)
        return self._gripper

    @property
    def buzzer(self):
        """The buzzer (Buzzer)."""
        if self._buzzer is None:
            from .buzzer import Buzzer

            self._buzzer = Buzzer(self._need("BUZZER", "buzzer"), self._board.CONTROL_TIMER)
        return self._buzzer

    @property
    def telemetry(self):
        """Writes down what the robot does (Telemetry)."""
        if self._telemetry is None:
            from .telemetry import Telemetry

            self._telemetry = Telemetry(self._board.CONTROL_TIMER)
        return self._telemetry

    def every(self, period, step):
        """Call `step` again and again until it returns True. Whatever ends it, the motors brake then.

        The times are even: a step that takes long does not put off those after it. Steps that could not begin in time
        are counted, and told at the end.

        Arguments:
            period (int, ms): from the beginning of one step to that of the next; 1 to 60000.
            step (function): called without arguments; in an asyncio task it may be a coroutine.

        In an asyncio task `await` it; a Ctrl-C there stops the motors when it ends the program.
        """
        from .behaviour import every

        return every(period, step, self._brake)

    def _brake(self):
        if self._drive is not None:
            self._drive.brake()
        else:
            for motor in (self._left, self._right):
                if motor is not None:
                    motor.brake()

    def stop(self):
        """Switch off all that moves or sounds."""
        from .stop import stop_moving

        stop_moving()

    def _need(self, name, part):
        """What the pin map says under `name`, where the wiring of that part stands."""
        wiring = getattr(self._board, name, None)
        if wiring is None:
            from .errors import RoverError

            raise RoverError("R11", part, name)
        return wiring

    def _motor(self, name, wiring):
        from .motor import Motor

        board = self._board
        in1, in2, encoder_a, encoder_b, unit, invert = wiring
        return Motor(
            name, in1, in2, encoder_a, encoder_b, unit, invert,
            board.COUNTS_PER_TURN, board.MOTOR_FREE_SPEED_DEG_S, board.CONTROL_TIMER,
        )  # fmt: skip
