"""What follows from a robot file: what a teacher can measure on the real robot with a ruler and a watch. SI units.

Where both motors work together their battery's voltage sags under both. Ways to a stop are driven with the simulator's
own step, since tyres may slide on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, pi, sqrt

from marshrut.simulator.devices.bridge import Phases
from marshrut.simulator.scene.model import Point, Robot
from marshrut.simulator.world.drive import State, at_rest, drive_step, sides, windings_of
from marshrut.simulator.world.traction import GRAVITY

from .motor_figures import DRIVER_BEARS_A, MotorFigures, motor_figures

STEP_S = 0.001
LONGEST_S = 60.0
COAST, BRAKE = Phases(0.0, 0.0, 1.0), Phases(0.0, 1.0, 0.0)


@dataclass(frozen=True)
class RobotFigures:
    volts: float  # of the battery without load
    left: MotorFigures
    right: MotorFigures
    top_m_s: float  # on the floor, both motors at full
    time_constant_s: float  # of the robot that gathers speed, where its tyres do not slip
    motors_m_s2: float  # what the motors could accelerate it with from rest
    tyres_m_s2: float  # what the tyres let them
    slip_duty: float  # share of full from which on the tyres slip at the start; above 1: they never do
    least_duty: float  # share of full that just moves it
    brake_m: float  # ways to a stop from top speed
    coast_m: float
    track_m: float
    turn_rad_s: float  # on the spot, both motors at full against each other
    radius_m: float  # the tightest bend at top speed without sliding
    counts_per_mm: float
    counts_per_deg: float  # of turning on the spot, each wheel
    rest_s: float  # how long the battery lasts: standing, at top speed, with both motors stalled
    drive_s: float
    stalled_s: float
    stalled_v: float  # the battery's voltage then
    tip_share: float  # of the way from axle to ball: with its centre of mass above that it tips
    idle_v: float  # what the battery gives with the motors off
    starts: bool  # the board has enough voltage then
    resets: bool  # both motors stalled: the board has too little voltage
    overloaded: bool  # a motor's stall current is more than its driver bears
    even_kg_cm2: float  # its inertia if its mass lay evenly over its outline


def robot_figures(robot: Robot) -> RobotFigures:
    left, right = sides(robot)
    battery = robot.battery
    idle_a = battery.idle_ma / 1000
    half_mass = robot.mass_g / 2000
    track = left.y - right.y
    # Both motors at a steady speed: each has the current that its friction takes.
    friction_a = left.kinetic / left.push, right.kinetic / right.push
    running_v = battery.open_circuit_v - battery.resistance_ohm * (sum(friction_a) + idle_a)
    speeds = [
        max(0.0, (running_v - amps * side.ohm) / side.volts)
        for side, amps in zip((left, right), friction_a, strict=True)
    ]
    top = sum(speeds) / 2
    # Both stalled: each sees the battery behind its resistance.
    siemens = 1 / left.ohm + 1 / right.ohm
    idle_v = max(0.0, battery.open_circuit_v - battery.resistance_ohm * idle_a)
    stalled_v = idle_v / (1 + battery.resistance_ohm * siemens)
    stalled_a = stalled_v * siemens
    forces = [max(0.0, side.push * stalled_v / side.ohm - side.kinetic) for side in (left, right)]
    tyres = robot.grip * robot.wheel_load * GRAVITY
    held_n = tyres * half_mass * (half_mass + left.mass) / half_mass + left.kinetic
    pull_n = left.push * stalled_v / left.ohm
    least_v = max(side.static / side.push * side.ohm for side in (left, right))
    mean_ohm = left.ohm + 2 * battery.resistance_ohm
    per_mm = robot.left.counts_per_turn / (pi * robot.left.wheel_diameter_mm)
    across = (robot.grip_across or robot.grip) * robot.wheel_load * GRAVITY
    one, other = motor_figures(robot.left, battery), motor_figures(robot.right, battery)
    charge = battery.capacity_mah * 3.6
    return RobotFigures(
        volts=battery.open_circuit_v,
        left=one,
        right=other,
        top_m_s=top,
        time_constant_s=(half_mass + left.mass) * mean_ohm / (left.push * left.volts),
        motors_m_s2=sum(forces) / (2 * half_mass + left.mass + right.mass),
        tyres_m_s2=tyres,
        slip_duty=held_n / pull_n if pull_n else inf,
        least_duty=least_v / battery.open_circuit_v,
        brake_m=_way_to_rest(robot, top, BRAKE),
        coast_m=_way_to_rest(robot, top, COAST),
        track_m=track,
        turn_rad_s=2 * top / track,
        radius_m=top * top / across,
        counts_per_mm=per_mm,
        counts_per_deg=per_mm * pi * track * 1000 / 360,
        rest_s=charge / idle_a if idle_a else inf,
        drive_s=charge / (idle_a + min(sum(friction_a), stalled_a)) if idle_a or any(friction_a) else inf,
        stalled_s=charge / (idle_a + stalled_a),
        stalled_v=stalled_v,
        tip_share=(1 - robot.wheel_load) / (robot.grip * robot.wheel_load),
        idle_v=idle_v,
        starts=idle_v > 0.0 and idle_v >= battery.brown_out_v,
        resets=stalled_v < battery.brown_out_v,
        overloaded=max(one.stall_a, other.stall_a) > DRIVER_BEARS_A[robot.left.driver],
        even_kg_cm2=robot.mass_g / 1000 * _gyration_mm2(robot.outline) / 100,
    )


def _gyration_mm2(outline: Sequence[Point]) -> float:
    """The square of an area's radius of gyration about its middle, from the triangles that its edges make with 0."""
    area = x = y = square = 0.0
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        cross = x0 * y1 - x1 * y0
        area += cross / 2
        x += (x0 + x1) * cross / 6
        y += (y0 + y1) * cross / 6
        square += (x0 * x0 + x0 * x1 + x1 * x1 + y0 * y0 + y0 * y1 + y1 * y1) * cross / 12
    return square / area - (x * x + y * y) / (area * area)


def _way_to_rest(robot: Robot, speed: float, phases: Phases) -> float:
    """The middle of the axle moves so far until the robot stands; infinite where nothing stops it within a minute."""
    step = drive_step(robot, STEP_S)
    to_left, to_right = windings_of(robot, STEP_S)
    windings = to_left(phases), to_right(phases)
    state = _rolling(robot, speed)
    for _ in range(round(LONGEST_S / STEP_S)):
        state = step(state, *windings)
        if state[5] == state[6] == 0.0:
            return sqrt(state[0] * state[0] + state[1] * state[1])
    return inf


def _rolling(robot: Robot, speed: float) -> State:
    state = list(at_rest(robot, 0.0, 0.0, 0.0))
    state[5:9] = [speed] * 4
    return tuple(state)  # type: ignore[return-value]
