"""The chips on a robot, wired to the board's pins."""

from collections.abc import Sequence

from ..devices.adc import FULL_SCALE_V, LEVELS, MARGIN, U16
from ..devices.battery_divider import BatteryDivider
from ..devices.bump_switch import BumpSwitch
from ..devices.buzzer import Buzzer
from ..devices.chance import ROWS, key_of, normal_rows, word
from ..devices.failing import Failing, failing
from ..devices.hc_sr04 import HcSr04
from ..devices.ina219 import Ina219
from ..devices.jumper_wire import JumperWire
from ..devices.mpu6050 import Mpu6050
from ..devices.ports import Device, Surroundings
from ..devices.potentiometer import Potentiometer
from ..devices.sg90 import Sg90
from ..devices.ssd1306 import Ssd1306
from ..devices.tcs34725 import Tcs34725
from ..devices.vl53l0x import Vl53l0x
from ..devices.ws2812 import Ws2812
from ..scene.chips import CHIPS as CHIP_OF_BOARD
from ..scene.model import Part, Scene
from .contacts import Change

# Which class plays which chip of a robot file.
CHIPS: dict[str, type[Device]] = {
    "ssd1306": Ssd1306,
    "ws2812": Ws2812,
    "sg90": Sg90,
    "buzzer": Buzzer,
    "mpu6050": Mpu6050,
    "tcs34725": Tcs34725,
    "potentiometer": Potentiometer,
    "battery-divider": BatteryDivider,
    "hc-sr04": HcSr04,
    "vl53l0x": Vl53l0x,
    "bump-switch": BumpSwitch,
    "ina219": Ina219,
}

Line = tuple[Device, str]
Rows = list[tuple[float, float, float, float]]
_CODES_A_VOLT = (LEVELS - 1) / FULL_SCALE_V


class Parts:
    """Levels, changes and voltages by pin; `prompt` pins are listened to (`pulsed` ones for the ends of pulses only),
    `driven` ones driven by a chip.

    `sources` are the pins that its chip listens to, for each driven one; `sounding` those that only sound changes;
    `wires` lead to the other end.
    """

    def __init__(self, scene: Scene, surroundings: Surroundings, seed: int, step_us: int) -> None:
        robot = scene.robot
        self.devices = tuple(
            failing(CHIPS[part.chip](part, surroundings, seed), scene.faults, step_us) for part in robot.parts
        )
        wires = tuple(
            JumperWire(_wire_part(number, wire.pin, wire.other), surroundings, seed)
            for number, wire in enumerate(robot.wires, start=1)
        )
        self._hearing = [device for device in self.devices if device.part.chip == "hc-sr04"]
        self._listening: dict[int, list[Line]] = {}
        self._driving: dict[int, Line] = {}
        self.sources: dict[int, tuple[int, ...]] = {}
        self.wires = {a: b for wire in robot.wires for a, b in ((wire.pin, wire.other), (wire.other, wire.pin))}
        self._analogue: dict[int, tuple[Device, str, int]] = {}
        self._noise: dict[int, Rows] = {}  # by pin, made when first read
        for device in (*self.devices, *wires):
            for line, pin in device.part.pins:
                if line in device.LISTENS:
                    self._listening.setdefault(pin, []).append((device, line))
                if line in device.DRIVES:
                    self._driving[pin] = device, line
                    self.sources[pin] = tuple(to for name, to in device.part.pins if name in device.LISTENS)
                if line in device.ANALOGUE:
                    self._analogue[pin] = device, line, key_of(seed, f"adc {device.part.id} {line}")
        self._u16 = U16[CHIP_OF_BOARD[robot.board]]
        self._frequency: dict[int, int] = {}
        self._duty: dict[int, int] = {}
        self._shown = {device.part.id: "" for device in self.devices}
        self.sounding = frozenset(pin for pin, (device, _) in self._driving.items() if device in self._hearing)
        self.prompt = frozenset(self._listening)
        self.pulsed = frozenset(
            pin for pin, lines in self._listening.items() if all(line in device.PULSED for device, line in lines)
        )
        self.driven = frozenset(self._driving)
        self.analogue = frozenset(self._analogue)

    def servo_mdeg(self, part: str, t_us: int) -> int:
        """Where the arm of that servo is, thousandths of a degree from its first stop."""
        device = next(device for device in self.devices if device.part.id == part)
        while isinstance(device, Failing):
            device = device.device  # its gears hold it where it was
        assert isinstance(device, Sg90)
        return device.angle_mdeg(t_us)

    def set_pin(self, pin: int, duty: int, t_us: int) -> None:
        self._duty[pin] = duty
        for device, line in self._listening.get(pin, ()):
            device.set_line(line, duty, self._frequency.get(pin, 0), t_us)

    def put_levels(self, pin: int, changes: Sequence[tuple[int, int]]) -> None:
        """Levels that the chip's own hardware puts on a pin, as (ns, level): times finer than a program's calls.

        Who looks at whole µs finds each at the next one.
        """
        for device, line in self._listening.get(pin, ()):
            if isinstance(device, Ws2812):
                device.levels(changes)
            else:
                for t_ns, level in changes:
                    device.set_line(line, 65535 * level, 0, t_ns // 1000 + 1)

    def play(self, pin: int, changes: Sequence[tuple[int, int]], now_us: int) -> None:
        """Levels that are to come on a pin, as (µs, level), for who is at the other end of a wire."""
        for device, line in self._listening.get(pin, ()):
            if isinstance(device, JumperWire):
                device.play(line, changes, now_us)

    def set_frequency(self, pin: int, hz: int, t_us: int) -> None:
        self._frequency[pin] = hz
        for device, line in self._listening.get(pin, ()):
            device.set_line(line, self._duty.get(pin, 0), hz, t_us)

    def level(self, pin: int, t_us: int) -> int:
        """A line that its chip has let go of is pulled up; a pin where nothing is connected reads 0."""
        wired = self._driving.get(pin)
        if wired is None:
            return 0
        level = wired[0].level(wired[1], t_us)
        return 1 if level is None else level

    def hears_others(self, t_us: int) -> bool:
        """Whether what other robots do between two steps may change a pin from then on."""
        for device in self._hearing:  # noqa: SIM110  asked with every frame
            if device.hears_others(t_us):
                return True
        return False

    def next_change(self, pin: int, after_us: int, until_us: int) -> Change | None:
        wired = self._driving.get(pin)
        found = wired[0].next_change(wired[1], after_us, until_us) if wired else None
        return (found[0], pin, found[1]) if found else None

    def samples(self, pin: int, t_us: int, step: int) -> tuple[int, int, int, int]:
        """Four readings of a pin with a voltage on it, during the step of that number."""
        device, line, key = self._analogue[pin]
        code = device.volts(line, t_us) * _CODES_A_VOLT
        spread = device.noise_mv(line) / 1000 * _CODES_A_VOLT
        if pin not in self._noise:
            self._noise[pin] = normal_rows(key)
        noise = self._noise[pin][word(key, step) % ROWS]
        first, second, third, fourth = (self._u16[_within(code + spread * one) + MARGIN] for one in noise)
        return first, second, third, fourth

    def newly_shown(self, t_us: int) -> list[tuple[str, str]]:
        """(part, what it shows) of each chip whose look has changed since the last call."""
        changed = []
        for device in self.devices:
            text = device.shown(t_us)
            if text != self._shown[device.part.id]:
                self._shown[device.part.id] = text
                changed.append((device.part.id, text))
        return changed


def _within(code: float) -> int:
    return int(min(max(code, 0.0), LEVELS - 1.0) + 0.5)


def _wire_part(number: int, pin: int, other: int) -> Part:
    return Part(f"wire{number}", "wire", (("a", pin), ("b", other)), 0.0, 0.0, 0.0, 0.0, ())
