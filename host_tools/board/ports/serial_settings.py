"""What a client may set on a serial port, where there is no wire that it could change."""

from collections.abc import Callable

import serial


class SerialSettings:
    """Stands where `serial.rfc2217.PortManager` expects a `serial.Serial`: it remembers what it is told.

    The board's lines say what those of a USB serial port say: there, and ready.
    """

    cts = True
    dsr = True
    cd = True
    ri = False

    def __init__(self, forget_output: Callable[[], None]) -> None:
        self.baudrate = 115200
        self.bytesize = serial.EIGHTBITS
        self.parity = serial.PARITY_NONE
        self.stopbits: float = serial.STOPBITS_ONE
        self.xonxoff = False
        self.rtscts = False
        self.dtr = True
        self.rts = True
        self.break_condition = False
        self._forget_output = forget_output

    def reset_input_buffer(self) -> None:
        """Drop what the board said and the client has not got yet."""
        self._forget_output()

    def reset_output_buffer(self) -> None:
        """Nothing to drop: what was typed is on its way to the board."""
