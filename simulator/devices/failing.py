"""A part that fails: until then it does as its chip does, from then on nothing.

fault      digital line it drove     analogue line    I2C               lines it listens to    what it shows
cable-off  0; a switch: open         floats           no acknowledge    not heard              nothing
dead       0; a switch: open         0 V              no acknowledge    not heard              nothing
stuck      a switch: closed or open  -                -                 -                      as before
"""

from typing import Any

from ..scene.faults import begins_us
from ..scene.model import RobotFault
from .chance import key_of
from .loose_end import floating_volts
from .ports import Device


def failing(device: Device, faults: tuple[RobotFault, ...], step_us: int) -> Device:
    """The device with those of the faults that are its own; they begin at the world's steps."""
    for fault in faults:
        if fault.device == device.part.id:
            device = Failing(device, fault, begins_us(fault, step_us))
    return device


class Failing(Device):
    """Stands between a device and all that ask it."""

    def __init__(self, device: Device, fault: RobotFault, at_us: int) -> None:
        self.part, self.surroundings, self.seed = device.part, device.surroundings, device.seed
        self.LISTENS, self.DRIVES, self.ANALOGUE = device.LISTENS, device.DRIVES, device.ANALOGUE
        self.PULSED = device.PULSED
        self.device = device
        self._kind = fault.kind
        self._at_us = at_us
        self._level = _last_level(device, fault)
        self._key = key_of(device.seed, f"loose end {device.part.id}")

    def __getattr__(self, name: str) -> Any:
        if name != "address":  # a program may have changed it
            raise AttributeError(name)
        return self.device.address

    def set_line(self, line: str, duty: int, freq_hz: int, t_us: int) -> None:
        if t_us < self._at_us:
            self.device.set_line(line, duty, freq_hz, t_us)

    def level(self, line: str, t_us: int) -> int | None:
        return self.device.level(line, t_us) if t_us < self._at_us else self._level

    def hears_others(self, t_us: int) -> bool:
        return t_us < self._at_us and self.device.hears_others(t_us)

    def next_change(self, line: str, after_us: int, until_us: int) -> tuple[int, int] | None:
        found = self.device.next_change(line, after_us, min(until_us, self._at_us - 1))
        if found is None and after_us < self._at_us <= until_us:
            before = self.device.level(line, self._at_us - 1)
            if (1 if before is None else before) != self._level:
                return self._at_us, self._level
        return found

    def volts(self, line: str, t_us: int) -> float:
        if t_us < self._at_us:
            return self.device.volts(line, t_us)
        return floating_volts(self._key, t_us) if self._kind == "cable-off" else 0.0

    def noise_mv(self, line: str) -> float:
        return self.device.noise_mv(line)

    def i2c_write(self, data: bytes, t_us: int) -> int:
        return self.device.i2c_write(data, t_us)

    def i2c_read(self, count: int, t_us: int) -> bytes:
        return self.device.i2c_read(count, t_us)

    def answers(self, t_us: int) -> bool:
        return t_us < self._at_us and self.device.answers(t_us)

    def stretch_us(self) -> int:
        return self.device.stretch_us()

    def bits(self, data: bytes, timing_ns: tuple[int, ...], t_us: int) -> None:
        if t_us < self._at_us:
            self.device.bits(data, timing_ns, t_us)

    def shown(self, t_us: int) -> str:
        text = self.device.shown(t_us)
        return text if t_us < self._at_us or self._kind == "stuck" else ""


def _last_level(device: Device, fault: RobotFault) -> int:
    """What its digital lines read once it has failed; an open switch is seen through its pull."""
    if device.part.chip != "bump-switch":
        return 0
    opened = int(device.part.figure("active_low"))
    closed = fault.kind == "stuck" and fault.value == 1.0
    return 1 - opened if closed else opened
