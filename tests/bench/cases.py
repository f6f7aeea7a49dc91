"""What is measured: programs of a simulated minute, the world they drive in, and what they may take."""

from collections.abc import Mapping
from dataclasses import dataclass, field

RUNTIMES = ("cpython", "micropython")
NOTHING = "nothing"  # the program that shows what a start takes


@dataclass(frozen=True)
class Case:
    """`programs` are names in programs/, one for each robot. The world is a file of worlds/; without one it is the oval
    of the task line-sprint, with its referee. `parts`, a file of programs/, are put on the ESP32 rover; `drivers` of
    tests/device/drivers lie on its flash. `allowed_s` is CPU time by runtime, all processes together, start aside.
    `alone`: the board that does nothing has what the program asks for.
    """

    name: str
    programs: tuple[str, ...]
    world: str = ""
    parts: str = ""
    drivers: tuple[str, ...] = ()
    allowed_s: Mapping[str, float] = field(default_factory=dict)
    alone: bool = False


CASES = (
    # five sensors, two speed controllers, 100 Hz
    Case("line", ("follow_60s",), allowed_s={"cpython": 0.4, "micropython": 1.2}, alone=True),
    # eight pins, a range finder
    Case(
        "kegelring", ("kegelring",), "kegelring.toml", "sonar.toml",
        allowed_s={"cpython": 0.8, "micropython": 1.8},
    ),
    # 50 times a second a register, a picture and its way over the bus
    Case(
        "imu, display", ("imu_display",), parts="imu_display.toml", drivers=("mpu6050", "ssd1306"),
        allowed_s={"micropython": 3.0}, alone=True,
    ),
    # two robots that push each other, a range finder each
    Case(
        "sumo", ("sumo", "sumo_rival"), "sumo.toml", "sonar.toml",
        allowed_s={"cpython": 1.2, "micropython": 3.0},
    ),
    # the line again, by loops that never sleep: with the runtime, and with bare registers
    Case("polling", ("never_sleeps_60s",), allowed_s={"micropython": 5.0}, alone=True),
    Case("registers", ("raw_never_sleeps_60s",), alone=True),
)  # fmt: skip
