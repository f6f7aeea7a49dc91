"""Robots whose figures differ from the catalogue's by up to 15 %, and the records that they leave."""

from pathlib import Path
from random import Random

from marshrut.host_tools.robot.fit.command import PROGRAM
from marshrut.host_tools.robot.fit.writing import changed_text
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, nominal_scene, trace_header
from marshrut.simulator.scene import load_robot
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.toml_lines import KeyPath
from marshrut.simulator.trace import Trace, TraceWriter

from .conftest import ROBOTS

MOST = 0.15
RECORDS = ("marks.csv", "drive.csv")
SHOW = """
for name in ('marks.csv', 'drive.csv'):
    print('==', name)
    with open(name) as file:
        for line in file:
            print(line, end='')
"""


def hidden_robot(name: str, seed: int, folder: Path) -> Path:
    """A file of such a robot; the mass stays, since it can be weighed. A second wheel is within 2 % of the first."""
    random = Random(seed)
    path = ROBOTS / f"{name}.toml"
    robot, text = load_robot(path), path.read_text(encoding="utf-8")

    def ratio(most: float = MOST) -> float:
        return 1 + random.uniform(-most, most)

    wheel, track = robot.left.wheel_diameter_mm * ratio(), ratio()
    values: dict[KeyPath, float] = {
        ("chassis", "inertia_kg_cm2"): robot.inertia_kg_cm2 * ratio(),
        ("chassis", "grip"): robot.grip * ratio(),
        ("motors", "rotor_inertia_g_cm2"): robot.left.rotor_inertia_g_cm2 * ratio(),
    }
    for side, motor in (("left", robot.left), ("right", robot.right)):
        friction = motor.friction_mnm * ratio()
        values |= {
            ("motors", side, "back_emf_v_per_rad_s"): motor.back_emf_v_per_rad_s * ratio(),
            ("motors", side, "resistance_ohm"): motor.resistance_ohm * ratio(),
            ("motors", side, "gear_efficiency"): motor.gear_efficiency * ratio(),
            ("motors", side, "friction_mnm"): friction,
            ("motors", side, "static_friction_mnm"): max(motor.static_friction_mnm * ratio(), 1.05 * friction),
            ("motors", side, "wheel_diameter_mm"): wheel * (1.0 if side == "left" else ratio(0.02)),
            ("motors", side, "wheel_y_mm"): motor.wheel_y_mm * track,
        }
    if any(part.chip == "battery-divider" for part in robot.parts):
        values["battery", "open_circuit_v"] = robot.battery.open_circuit_v * ratio()
        values["battery", "resistance_ohm"] = robot.battery.resistance_ohm * ratio()
    for i, sensor in enumerate(robot.reflectance):
        values["reflectance", "sensor", i, "white_v"] = sensor.white_v * ratio()
        values["reflectance", "sensor", i, "black_v"] = min(sensor.black_v * ratio(), 3.2)
    values["reflectance", "noise_mv"] = robot.reflectance[0].noise_mv * ratio()
    hidden = folder / "hidden.toml"
    hidden.write_text(changed_text(text, values), encoding="utf-8")
    load_robot(hidden)
    return hidden


def records_of(robot: Path, folder: Path) -> list[Path]:
    """What the measuring program leaves on that robot's flash."""
    task = with_robot(find_task("measure"), robot)
    conditions = Conditions(task, task.variants[0], 7, profile="nominal")
    program = Program("measure.py", {"main.py": PROGRAM.read_text(encoding="utf-8") + SHOW})
    scene = nominal_scene(conditions)
    writer = TraceWriter(trace_header(program, conditions, scene))
    outcome = drive(program, conditions, scene, writer, lambda t_us, state: "")
    assert outcome.ended == "program_end", outcome.fault.text() if outcome.fault else outcome
    text = "".join(text for _, _, text in Trace.of(writer).texts)
    paths: list[Path] = []
    for part in text.split("== ")[1:]:
        name, _, content = part.partition("\n")
        paths.append(folder / name)
        paths[-1].write_text(content, encoding="utf-8")
    assert [path.name for path in paths] == list(RECORDS)
    return paths
