"""The whole robot: its parts, made when a program first asks for them."""

from .stop import stop_all


class Rover:
    """The robot whose pin map, `rover_board.py`, lies on the board.

    Making it starts nothing. `rover.drive`, `rover.line` and the other parts open their pins when they are first used.

    Arguments:
        board: another pin map, a module or an object with the same names.
    """

    # Parts that are not made yet
    _left = _right = _drive = _line = _follower = _button = _led = None

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
            )
        return self._drive

    @property
    def line(self):
        """The line sensors under the front (LineSensors)."""
        if self._line is None:
            from .line_sensors import LineSensors

            board = self._board
            self._line = LineSensors(board.LINE_SENSORS, board.LINE_SPACING_MM, board.LINE_WHITE, board.LINE_BLACK)
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

            self._button = Button(self._board.BUTTON, self._board.BUTTON_ACTIVE_LOW)
        return self._button

    @property
    def led(self):
        """The light (Led)."""
        if self._led is None:
            from .led import Led

            self._led = Led(self._board.LED, self._board.LED_ACTIVE_LOW)
        return self._led

    def stop(self):
        """Switch off all that moves or sounds."""
        stop_all()

    def _need(self, name, part):
        """What the pin map says under `name`, where the wiring of that part stands."""
        wiring = getattr(self._board, name, None)
        if wiring is None:
            from .errors import RoverError

            raise RoverError("R11", part=part, port=name)
        return wiring

    def _motor(self, name, wiring):
        from .motor import Motor

        board = self._board
        in1, in2, encoder_a, encoder_b, unit, invert = wiring
        return Motor(
            name, in1, in2, encoder_a, encoder_b, unit, invert,
            board.COUNTS_PER_TURN, board.MOTOR_FREE_SPEED_DEG_S, board.CONTROL_TIMER,
        )  # fmt: skip
