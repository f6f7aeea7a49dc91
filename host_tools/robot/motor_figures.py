"""What a motor of a robot file does by itself, wheel in the air: figures that its data sheet has, too. SI units."""

from dataclasses import dataclass
from math import pi

from marshrut.simulator.scene.model import Battery, Motor
from marshrut.simulator.world.drive import Side

# What a chip's bridge bears for long, in A: DRV8833 data sheet, "Features" (1.5 A RMS a bridge); TB6612FNG data sheet,
# "Absolute maximum ratings" (1.2 A mean a channel); L298 data sheet, "Absolute maximum ratings" (2 A DC a channel).
DRIVER_BEARS_A = {"drv8833": 1.5, "tb6612": 1.2, "l298": 2.0}


@dataclass(frozen=True)
class MotorFigures:
    """Of one motor that runs alone on that robot's battery and bridge."""

    free_rpm: float
    free_a: float
    stall_nm: float
    stall_a: float
    electrical_s: float  # time constant of its winding


def motor_figures(motor: Motor, battery: Battery) -> MotorFigures:
    side, radius = Side.of(motor, 0.0), motor.wheel_diameter_mm / 2000
    idle_v = max(0.0, battery.open_circuit_v - battery.resistance_ohm * battery.idle_ma / 1000)
    ohm = side.ohm + battery.resistance_ohm
    free_a = side.gear_friction / side.push
    free_m_s = max(0.0, (idle_v - free_a * ohm) / side.volts)
    stall_a = idle_v / ohm
    return MotorFigures(
        free_rpm=free_m_s / radius * 60 / (2 * pi),
        free_a=min(free_a, stall_a),  # one that does not turn itself stalls
        stall_nm=stall_a * side.push * radius,
        stall_a=stall_a,
        electrical_s=side.henry / side.ohm,
    )
