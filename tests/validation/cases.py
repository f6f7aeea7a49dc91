"""What can be worked out on paper about a robot, and what the simulated world makes of it.

Each case takes a robot and gives (expected, simulated). Figures come from the robot file alone; a formula is said with
its source where it is used. The two motors of the robots here are alike. Symbols, for one side and seen from the rim of
its wheel: M what a motor moves (half the robot, its rotor behind the gears, its wheel), R winding and bridge, L the
winding's inductance, k the back-EMF for 1 m/s, P = k·η and D = k/η the force for 1 A where the motor drives and where
it is driven, F friction, U the battery without load, r its resistance, i₀ what the board takes.

Sources: [M] R. Krishnan, Electric Motor Drives (2001), ch. 2: equations of the DC motor with permanent magnets; [P] any
textbook of mechanics: uniform deceleration, circular motion, Coulomb friction; [O] Ohm's and Kirchhoff's laws.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import exp, log, pi

from marshrut.simulator.devices.drv8833 import ON_OHM
from marshrut.simulator.scene.model import Robot

from .world_drive import Moment, gripping, run

GRAVITY = 9.80665
GATHER_S = 3.0  # every robot here has its speed by then
Pair = tuple[float, float]


@dataclass(frozen=True)
class Rim:
    """One side of a robot, from its file."""

    half: float  # m
    moved: float  # M
    ohm: float
    henry: float
    volts: float  # k
    push: float  # P
    drag: float  # D
    friction: float  # F
    battery_v: float
    battery_ohm: float
    idle_a: float


def rim(robot: Robot) -> Rim:
    motor, battery = robot.left, robot.battery
    radius = motor.wheel_diameter_mm / 2000
    volts = motor.back_emf_v_per_rad_s * motor.gear_ratio / radius
    inertia = (motor.rotor_inertia_g_cm2 * motor.gear_ratio**2 + motor.wheel_inertia_g_cm2) * 1e-7
    half = robot.mass_g / 2000
    return Rim(
        half=half,
        moved=half + inertia / radius**2,
        ohm=motor.resistance_ohm + ON_OHM,
        henry=motor.inductance_mh / 1000,
        volts=volts,
        push=volts * motor.gear_efficiency,
        drag=volts / motor.gear_efficiency,
        friction=motor.friction_mnm / 1000 / radius + robot.rolling_mn / 2000,
        battery_v=battery.open_circuit_v,
        battery_ohm=battery.resistance_ohm,
        idle_a=battery.idle_ma / 1000,
    )


def _steady_speed(side: Rim, share: float) -> float:
    """[M] The current is what friction takes, F/P; the rest of the voltage is back-EMF."""
    amps = side.friction / side.push
    battery_v = side.battery_v - side.battery_ohm * (2 * share * amps + side.idle_a)
    return (share * battery_v - amps * side.ohm) / side.volts


def free_speed(robot: Robot) -> Pair:
    """v = (U − r(2F/P + i₀) − R·F/P) / k, at full [M]; mm/s."""
    moments = run(robot, GATHER_S, lambda t: (1.0, 1.0))
    return 1000 * _steady_speed(rim(robot), 1.0), 1000 * moments[-1].v_m_s


def time_constant(robot: Robot) -> Pair:
    """τ = M·(R + 2·d²·r) / (P·k), from one speed to a higher one with the share d [M]; ms.

    Simulated: by how much the way lags behind that of the new speed, over the rise. For a first-order lag that is τ,
    and for the second-order one of a winding with inductance it is, too: 1 / (1 + τs + τ·(L/R)·s²).
    """
    side, low, high = rim(robot), 0.5, 0.6
    ohm = side.ohm + 2 * high * high * side.battery_ohm
    expected = side.moved * ohm / (side.push * side.volts)
    moments = run(gripping(robot), GATHER_S + 12 * expected, lambda t: (low, low) if t < GATHER_S else (high, high))
    before, after = moments[round(GATHER_S / moments[1].t_s)], moments[-1]
    lag = after.v_m_s * (after.t_s - before.t_s) - (after.x_m - before.x_m)
    return 1000 * expected, 1000 * lag / (after.v_m_s - before.v_m_s)


def electrical_constant(robot: Robot) -> Pair:
    """i = U/R·(1 − exp(−t·R/L)) with the wheels held [M]; mA after 0.3 ms, in steps of 20 µs.

    The battery has no resistance here, so that the circuit is the winding's alone.
    """
    side, after_s = rim(robot), 0.0003
    stiff = replace(robot, battery=replace(robot.battery, resistance_ohm=0.0))
    moments = run(stiff, after_s, lambda t: (1.0, 1.0), jammed=True, step_us=20)
    expected = side.battery_v / side.ohm * (1 - exp(-after_s * side.ohm / side.henry))
    return 1000 * expected, 1000 * moments[-1].left_a


def stall_current(robot: Robot) -> Pair:
    """i = (U − r·i₀) / (R + 2r), with both wheels held [O]; mA."""
    side = rim(robot)
    expected = (side.battery_v - side.battery_ohm * side.idle_a) / (side.ohm + 2 * side.battery_ohm)
    return 1000 * expected, 1000 * run(robot, 0.1, lambda t: (1.0, 1.0), jammed=True)[-1].left_a


def sag(robot: Robot) -> Pair:
    """U − V = r·(2i + i₀), with both wheels held [O]; mV."""
    side = rim(robot)
    amps = stall_current(robot)[0] / 1000
    held = run(robot, 0.1, lambda t: (1.0, 1.0), jammed=True)[-1]
    return 1000 * side.battery_ohm * (2 * amps + side.idle_a), 1000 * (side.battery_v - held.battery_v)


def _rolling_out(robot: Robot, share: float | None) -> list[Moment]:
    """From where the motors are switched off or shorted at full speed until the robot stands."""
    moments = run(robot, 4 * GATHER_S, lambda t: (1.0, 1.0) if t < GATHER_S else (share, share))
    at = round(GATHER_S / moments[1].t_s)
    end = next(i for i, moment in enumerate(moments) if i > at and moment.v_m_s == 0.0)
    return moments[at : end + 1]


def coasting_way(robot: Robot) -> Pair:
    """s = v²·M / 2F, motors off [P]; mm."""
    begin, *_, end = _rolling_out(gripping(robot), None)
    side = rim(robot)
    return 1000 * begin.v_m_s**2 * side.moved / (2 * side.friction), 1000 * (end.x_m - begin.x_m)


def coasting_time(robot: Robot) -> Pair:
    """t = v·M / F, motors off [P]; ms. Simulated: until the speed, drawn on from the last two steps, would be zero."""
    begin, *_, earlier, later, _ = _rolling_out(gripping(robot), None)
    side = rim(robot)
    step = later.t_s - earlier.t_s
    stands = later.t_s + step * later.v_m_s / (earlier.v_m_s - later.v_m_s)
    return 1000 * begin.v_m_s * side.moved / side.friction, 1000 * (stands - begin.t_s)


def sliding_way(robot: Robot) -> Pair:
    """s = v² / (2·0.9·μ·g·(share of the weight on the wheels)), braked at full speed on the robot's own tyres [P]; mm.

    A tyre that slides holds nine tenths of what one that grips does (see `world.traction`). The wheels first lose the
    speed of their own, which takes a few milliseconds: of a robot whose rotors are heavy for it that is a part of the
    way, so they are made light.
    """
    light = {"rotor_inertia_g_cm2": 0.0001, "wheel_inertia_g_cm2": 0.0}
    robot = replace(robot, left=replace(robot.left, **light), right=replace(robot.right, **light))
    begin, *_, end = _rolling_out(robot, 0.0)
    hold = 0.9 * robot.grip * robot.wheel_load * GRAVITY
    return 1000 * begin.v_m_s**2 / (2 * hold), 1000 * (end.x_m - begin.x_m)


def braking_way(robot: Robot) -> Pair:
    """s = M/c · (v − F/c · ln(1 + c·v/F)) with c = D·k/R, windings shorted [M]; mm. The tyres grip."""
    begin, *_, end = _rolling_out(gripping(robot), 0.0)
    side, v = rim(robot), begin.v_m_s
    c = side.drag * side.volts / side.ohm
    way = side.moved / c * (v - side.friction / c * log(1 + c * v / side.friction))
    return 1000 * way, 1000 * (end.x_m - begin.x_m)


def turn_rate(robot: Robot) -> Pair:
    """ω = 2v/b on the spot, v as at full speed ahead, b between the wheels [P]; deg/s."""
    track = (robot.left.wheel_y_mm - robot.right.wheel_y_mm) / 1000
    moments = run(robot, GATHER_S, lambda t: (-1.0, 1.0))
    return 2 * _steady_speed(rim(robot), 1.0) / track * 180 / pi, moments[-1].omega_rad_s * 180 / pi


def slip_limit(robot: Robot) -> Pair:
    """v² / ρ = μ·g·(share of the weight on the wheels), where a robot in a bend begins to slide sideways [P]; mm/s².

    Both motors are given slowly more, the inner one four tenths of the outer one. The tyres have as much grip as lets
    them slide at three quarters of the robot's speed.
    """
    side, track = rim(robot), (robot.left.wheel_y_mm - robot.right.wheel_y_mm) / 1000
    outer, inner = _steady_speed(side, 0.75), _steady_speed(side, 0.3)
    limit = (outer + inner) / 2 * (outer - inner) / track
    slippery = replace(robot, grip=limit / robot.wheel_load / GRAVITY, grip_across=0.0)
    moments = run(slippery, 36.0, lambda t: (0.04 * (1 + t / 4), min(1.0, 0.1 * (1 + t / 4))))
    first = next(i for i, moment in enumerate(moments) if moment.slip == 3)
    return 1000 * limit, 1000 * moments[first - 1].v_m_s * moments[first - 1].omega_rad_s


def discharge(robot: Robot) -> Pair:
    """U − V = fall·Q + r·i: with 0.6 V of 3.7 V from full to empty, after a minute with both wheels held [O]; mV.

    Q = i·t; the current falls with the voltage, which over a minute is a part in a hundred of it: its mean is taken.
    """
    side, battery, seconds = rim(robot), robot.battery, 60.0
    ends = run(robot, seconds, lambda t: (1.0, 1.0), jammed=True)
    per_charge = side.battery_v / 3.7 * 0.6 / (battery.capacity_mah * 3.6)
    ohm = side.ohm / 2  # of both motors together
    whole = side.battery_ohm + ohm
    # With U falling evenly by per_charge for each coulomb, the current dies as in a circuit with a capacity.
    amps = (side.battery_v + ohm * side.idle_a) / whole
    used = amps / per_charge * whole * (1 - exp(-per_charge * seconds / whole))
    after = side.battery_v - per_charge * used
    held_v = after - side.battery_ohm * (after + ohm * side.idle_a) / whole
    return 1000 * (side.battery_v - held_v), 1000 * (side.battery_v - ends[-1].battery_v)


Case = Callable[[Robot], Pair]
CASES: dict[str, tuple[Case, str]] = {  # by name; with its unit
    "free-speed": (free_speed, "mm/s"),
    "time-constant": (time_constant, "ms"),
    "electrical-constant": (electrical_constant, "mA"),
    "stall-current": (stall_current, "mA"),
    "sag": (sag, "mV"),
    "discharge": (discharge, "mV"),
    "coasting-way": (coasting_way, "mm"),
    "coasting-time": (coasting_time, "ms"),
    "braking-way": (braking_way, "mm"),
    "sliding-way": (sliding_way, "mm"),
    "turn-rate": (turn_rate, "deg/s"),
    "slip-limit": (slip_limit, "mm/s²"),
}
