"""The I2C bus that several chips share, and what they say when one of them does not answer."""

from machine import I2C, Pin
from micropython import const

from .check import refuse

# The chips manage it, and wires of the length that a robot has do too.
_FREQ_HZ = const(400_000)

_buses = {}


def i2c_of(board):
    """The bus of `rover_board.I2C`, or None where the board names none."""
    wiring = getattr(board, "I2C", None)
    return None if wiring is None else bus(wiring)


def bus(wiring):
    """The bus on those pins: (its number, scl, sda). It is opened once."""
    opened = _buses.get(wiring)
    if opened is None:
        try:
            number, scl, sda = wiring
            opened = _buses[wiring] = I2C(number, scl=Pin(scl), sda=Pin(sda), freq=_FREQ_HZ)
        except (ValueError, TypeError, OSError):
            refuse("I2C", wiring, "a bus of the board and its own scl and sda pins")
    return opened


class Chip:
    """A chip on the bus. What it is told and asked goes through here, so that one that is missing is named.

    `awake` is False until its owner has set it up, and again once it has not answered: it may have lost its power, and
    with it all that it had been told.

    Arguments:
        i2c (I2C): the bus.
        address (int): the chip's.
        part (str): how messages call it, "IMU".
    """

    def __init__(self, i2c, address, part):
        self.i2c = i2c
        self.address = address
        self.part = part
        self.awake = False
        self._one = bytearray(1)

    def fill(self, register, buffer):
        """Read as many registers as `buffer` is long, from that one on."""
        try:
            self.i2c.readfrom_mem_into(self.address, register, buffer)
        except OSError:
            self.lost()

    def get(self, register):
        """Read a register."""
        self.fill(register, self._one)
        return self._one[0]

    def put(self, register, value):
        """Write a register."""
        self._one[0] = value
        self.send(register, self._one)

    def send(self, register, data):
        """Write `data` to the registers from that one on."""
        try:
            self.i2c.writeto_mem(self.address, register, data)
        except OSError:
            self.lost()

    def check(self, register, *wanted):
        """See that it is the chip it should be: that register holds one of the values `wanted`."""
        value = self.get(register)
        if value not in wanted:
            self._say("R31", value)

    def lost(self):
        """Say that it does not answer."""
        self._say("R12", None)

    def _say(self, code, value):
        self.awake = False
        from .errors import RoverError

        raise RoverError(code, self.part, "I2C address " + hex(self.address), value=value)
