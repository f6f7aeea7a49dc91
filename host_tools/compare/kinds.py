"""The kinds of boards that can be compared: how each tells what it is, and which of its pins a probe may take.

`read_pin` and `adc` are only read. The others are driven, and only where somebody has said that nothing is wired to the
board: there they are pins that neither lead to a part of the board itself nor decide how the chip starts.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """`robot` is the virtual one with that board and nothing more than a rover needs; `chip` its profile; pins by
    number."""

    robot: str
    chip: str
    machine: str
    read_pin: int
    adc: int
    adc_is_pin: bool
    timer: int
    free_pin: int
    i2c: tuple[int, int, int]  # bus, scl, sda
    spi: int
    uart: int

    @property
    def pin_map(self) -> str:
        """Its name in device/boards."""
        return self.robot.replace("-", "_")

    def constants(self, folder: str) -> str:
        """For the top of a probe's program."""
        values: dict[str, object] = {
            "FOLDER": folder,
            "READ_PIN": self.read_pin,
            "ADC_SOURCE": self.adc,
            "ADC_IS_PIN": self.adc_is_pin,
            "TIMER": self.timer,
            "FREE_PIN": self.free_pin,
            "I2C_ID": self.i2c[0],
            "SCL": self.i2c[1],
            "SDA": self.i2c[2],
            "SPI_ID": self.spi,
            "UART_ID": self.uart,
        }
        return "".join(f"{name} = {value!r}\n" for name, value in values.items())


KINDS = (
    Kind("pico-rover", "rp2", "Raspberry Pi Pico with RP2040", 21, 4, False, -1, 21, (1, 7, 6), 0, 0),
    Kind("pico-w-rover", "rp2_w", "Raspberry Pi Pico W with RP2040", 21, 4, False, -1, 21, (1, 7, 6), 0, 0),
    Kind("xrp", "rp2_xrp", "SparkFun XRP Controller with RP2350", 28, 8, False, -1, 28, (1, 39, 38), 0, 0),
    Kind("esp32-rover", "esp32", "Generic ESP32 module with ESP32", 33, 36, True, 2, 13, (0, 16, 21), 1, 2),
)

ASK = "import os\nprint(os.uname().machine)"


def kind_of(machine: str) -> Kind | None:
    """By what `os.uname().machine` says; other ESP32 modules of the classic chip count as one."""
    exact = next((kind for kind in KINDS if kind.machine == machine), None)
    if exact is None and machine.endswith("with ESP32"):
        return next(kind for kind in KINDS if kind.chip == "esp32")
    return exact
