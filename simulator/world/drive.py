"""Two DC gear motors, their wheels and the chassis on them: one time step as a pure function, in SI units.

Each wheel has a contact speed u (the floor under it, in the robot's frame) and a rolling speed s (its rim). While it
grips, s = u. Winding and battery give a force at the rim that falls with s (back-EMF); the shaft's friction and the
rolling friction oppose s; what reaches the floor is limited by grip. A step is implicit in the speeds. The winding's
current is the exact mean over a step in which the speed changes evenly, and the way that of a speed which dies down as
the motor makes it, so that neither the winding (0.3 ms) nor the motor (30 ms) sets a limit to the step. The common
case, both wheels turning and gripping, is solved here; what begins, ends or slips is settled in `traction`.

The robot's centre of mass is taken over its axle. Sine and cosine turn with the robot by a series in the small angle of
a step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

from ..devices import drv8833, l298, tb6612
from ..devices.bridge import Chopped, Phases
from ..devices.elementary import exp
from ..scene.model import Motor, Robot
from ..scene.trig import PI, sin_cos, sin_cos_deg
from .traction import Traction, end_share, response

# A lithium cell's voltage falls by about 0.6 V between "fresh" and "nearly empty"; per cell of 3.7 V nominal.
CELL_V = 3.7
CELL_FALL_V = 0.6

# What drives a motor, by the chip's name in a robot file.
DRIVERS: dict[str, ModuleType] = {"drv8833": drv8833, "l298": l298, "tb6612": tb6612}

# x, y (m), cosine, sine, heading (rad, unwrapped), u left, u right, s left, s right, sideways speed (m/s),
# what slips (1 left, 2 right, 3 sideways), current left, right (A), way of the rim left, right (m), battery (V),
# charge taken (A·s), where in its play each gearbox stands (m at the rim, ahead positive; the ways include it)
State = tuple[
    float, float, float, float, float, float, float, float, float, float,
    int, float, float, float, float, float, float, float, float,
]  # fmt: skip
# What pushes the body from outside over a step: N forward, N to the left, N·m counter-clockwise about the axle's middle
Push = tuple[float, float, float]


class Step(Protocol):
    """Takes a state and two bridge settings one step further, and a push where the body meets something or leans."""

    def __call__(self, state: State, to_left: "Winding", to_right: "Winding", push: Push | None = None) -> State: ...


# drive share (signed, forward), mean conductance, what remains of the current in the mean, conductance at the step's
# end, what remains at its end, by which share of a change of speed the current lags behind it there; the acts of a
# motor that drives and of one that is driven; and the chip's own current where the bridge opens during each PWM period
Winding = tuple[float, float, float, float, float, float, "Act", "Act", Chopped | None]
# The response (see `traction`), and for how many s of the step the speed at its end counts in the way
Act = tuple[float, float]

UNTOUCHED: Push = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Side:
    """A motor and its wheel, seen from the rim: forces in N, speeds in m/s."""

    y: float  # m, left of the middle
    ohm: float  # winding and bridge
    henry: float
    volts: float  # back-EMF for 1 m/s
    push: float  # N for 1 A where the motor drives
    drag: float  # N for 1 A where the wheel drives the motor: the gear's loss is then added
    mass: float  # kg, rotor and wheel
    kinetic: float  # N
    static: float  # N
    forward: float  # -1 where IN1 high drives backward
    driver: ModuleType  # the chip's, see DRIVERS
    rotor: float  # kg, of the mass
    gear_friction: float  # N, of the kinetic friction
    play: float  # m, of the gearbox, from one end to the other

    @classmethod
    def of(cls, motor: Motor, rolling_n: float) -> "Side":
        radius = motor.wheel_diameter_mm / 2000
        inertia = (motor.rotor_inertia_g_cm2 * motor.gear_ratio * motor.gear_ratio + motor.wheel_inertia_g_cm2) * 1e-7
        rotor = motor.rotor_inertia_g_cm2 * motor.gear_ratio * motor.gear_ratio * 1e-7
        volts = motor.back_emf_v_per_rad_s * motor.gear_ratio / radius
        return cls(
            y=motor.wheel_y_mm / 1000,
            ohm=motor.resistance_ohm + DRIVERS[motor.driver].ON_OHM,
            henry=motor.inductance_mh / 1000,
            volts=volts,
            push=volts * motor.gear_efficiency,
            drag=volts / motor.gear_efficiency,
            mass=inertia / (radius * radius),
            kinetic=motor.friction_mnm / 1000 / radius + rolling_n,
            static=motor.static_friction_mnm / 1000 / radius + rolling_n,
            forward=-1.0 if motor.reversed else 1.0,
            driver=DRIVERS[motor.driver],
            rotor=rotor / (radius * radius),
            gear_friction=motor.friction_mnm / 1000 / radius,
            play=motor.backlash_deg * (PI / 180) * radius,
        )

    def crossed(self, play: float, force: float, s0: float, s1: float, step_s: float) -> float:
        """Where in its play the gearbox stands after a step in which the motor gave that force at the rim.

        What the gear passes on is the motor's force less its friction and what speeds its rotor up. When that changes
        its sign, the rotor crosses the play by its own inertia: in 3 ms at full force, so that the wheel is taken to
        feel the motor meanwhile.
        """
        if s0 == s1 == 0.0:
            passed = max(0.0, abs(force) - self.gear_friction)
            passed = passed if force > 0.0 else -passed
        else:
            passed = force - (self.gear_friction if s0 + s1 > 0.0 else -self.gear_friction)
            passed -= self.rotor * (s1 - s0) / step_s
        way = 0.5 * passed / self.rotor * step_s * step_s
        return max(-0.5 * self.play, min(0.5 * self.play, play + way))


def windings(side: Side, moved: float, step_s: float) -> Callable[[Phases], Winding]:
    """What a bridge setting means for a step of this side's winding; asked when a pin has changed.

    `moved`: the mass in kg that the motor moves, seen from the rim.
    """
    delay = side.henry / side.ohm / step_s  # of the current behind a voltage that rises evenly, in steps
    left_over = exp(-1.0 / delay)
    in_mean = (1.0 - left_over) * delay
    mean = (1.0 - in_mean) / side.ohm
    lag = delay - left_over / (1.0 - left_over)

    def act(per_amp: float) -> Act:
        slope = per_amp * side.volts / side.ohm
        share = end_share(slope * step_s / moved)
        return slope * step_s * (share - delay * (1.0 - in_mean)), share * step_s

    closed = mean, in_mean, (1.0 - left_over) / side.ohm, left_over, lag, act(side.push), act(side.drag), None
    # Open: the diodes drive the current out against the battery in a fraction of a millisecond, taken as at once.
    idle = 0.0, 0.5 * step_s
    opened: Winding = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, idle, idle, None

    forward, resistive = side.forward, side.driver.RESISTIVE

    def winding(shares: Phases) -> Winding:
        drive = shares[0] * forward
        if resistive and shares[2] == 0.0:
            return drive, *closed
        if shares.coast == 1.0:
            return opened
        chopped = side.driver.chopped(Phases(drive, shares.brake, shares.coast), side.ohm, side.henry)
        return drive, 0.0, 0.0, 0.0, 0.0, 0.0, idle, idle, chopped

    return winding


def at_rest(robot: Robot, x_mm: float, y_mm: float, heading_deg: float) -> State:
    """The robot stands; battery without load."""
    sine, cosine = sin_cos_deg(heading_deg)
    heading = heading_deg * (PI / 180)
    return (
        x_mm / 1000, y_mm / 1000, cosine, sine, heading, 0.0, 0.0, 0.0, 0.0, 0.0,
        0, 0.0, 0.0, 0.0, 0.0, robot.battery.open_circuit_v, 0.0, 0.0, 0.0,
    )  # fmt: skip


def sides(robot: Robot) -> tuple[Side, Side]:
    """Left and right; the rolling friction is shared evenly."""
    rolling = robot.rolling_mn / 2000
    return Side.of(robot.left, rolling), Side.of(robot.right, rolling)


def traction_of(robot: Robot, step_s: float) -> Traction:
    return Traction(
        *sides(robot),
        robot.mass_g / 1000,
        robot.inertia_kg_cm2 * 1e-4,
        (robot.grip, robot.grip_across or robot.grip),
        robot.wheel_load,
        step_s,
    )


def windings_of(robot: Robot, step_s: float) -> tuple[Callable[[Phases], Winding], Callable[[Phases], Winding]]:
    """What bridge settings mean for the left and the right motor."""
    left, right = sides(robot)
    traction = traction_of(robot, step_s)
    return (
        windings(left, traction.body_ll + left.mass, step_s),
        windings(right, traction.body_rr + right.mass, step_s),
    )


def drive_step(robot: Robot, step_s: float) -> Step:
    """The function that takes a state and two bridge settings one step further."""
    left, right = sides(robot)
    mass = robot.mass_g / 1000
    traction = traction_of(robot, step_s)
    settle = traction.settle

    h = step_s
    half = step_s / 2
    left_y, right_y = left.y, right.y
    per_track = 1.0 / (left_y - right_y)
    m_left = traction.body_ll + left.mass
    m_right = traction.body_rr + right.mass
    m_cross = traction.body_lr
    cross_squared = m_cross * m_cross
    left_volts, left_push, left_drag = left.volts, left.push, left.drag
    right_volts, right_push, right_drag = right.volts, right.push, right.drag
    left_mass, left_kinetic = left.mass, left.kinetic
    right_mass, right_kinetic = right.mass, right.kinetic
    grip_squared = traction.static_grip * traction.static_grip
    along_to_across = traction.static_grip / traction.static_across
    half_mass_squared = along_to_across * along_to_across * mass * mass / 4
    has_play = left.play > 0.0 or right.play > 0.0

    idle_a = robot.battery.idle_ma / 1000
    battery_ohm = robot.battery.resistance_ohm
    full_v = robot.battery.open_circuit_v
    fall_v = full_v / CELL_V * CELL_FALL_V / (robot.battery.capacity_mah * 3.6)

    def step(state: State, to_left: Winding, to_right: Winding, push: Push | None = None) -> State:
        x, y, cosine, sine, heading, ul, ur, sl, sr, q, slipping, il, ir, wl, wr, battery, used, play_l, play_r = state
        dl, gl, cl, el, kl, lag_l, driving_l, driven_l, chop_l = to_left
        dr, gr, cr, er, kr, lag_r, driving_r, driven_r, chop_r = to_right

        # The battery's voltage and the two mean currents, if the speeds stayed as they are.
        emf_l = left_volts * sl
        emf_r = right_volts * sr
        if chop_l is None and chop_r is None:
            drawn = idle_a + dl * (cl * il - gl * emf_l) + dr * (cr * ir - gr * emf_r)
            battery = (full_v - fall_v * used - battery_ohm * drawn) / (
                1.0 + battery_ohm * (dl * dl * gl + dr * dr * gr)
            )
            if battery < 0.0:
                battery = 0.0
        elif battery > full_v:
            # Fast decay goes by the last step's voltage; with a weak battery and strong motors that must not build up.
            battery = full_v
        if chop_l is None:
            jl = gl * (dl * battery - emf_l) + cl * il
        else:
            jl, gl, dl = chop_l.current(battery, emf_l)
            driving_l = response(left_push * gl * left_volts, m_left, h), half
            driven_l = response(left_drag * gl * left_volts, m_left, h), half
        if chop_r is None:
            jr = gr * (dr * battery - emf_r) + cr * ir
        else:
            jr, gr, dr = chop_r.current(battery, emf_r)
            driving_r = response(right_push * gr * right_volts, m_right, h), half
            driven_r = response(right_drag * gr * right_volts, m_right, h), half
        # The forces they make at the rims, and how these fall with the acceleration.
        if jl * sl >= 0.0:
            per_amp_l, (rl, late_l) = left_push, driving_l
        else:
            per_amp_l, (rl, late_l) = left_drag, driven_l
        if jr * sr >= 0.0:
            per_amp_r, (rr, late_r) = right_push, driving_r
        else:
            per_amp_r, (rr, late_r) = right_drag, driven_r
        fl = per_amp_l * jl
        fr = per_amp_r * jr

        omega = (ur - ul) * per_track
        v = (left_y * ur - right_y * ul) * per_track
        gripping = False
        if slipping == 0 and push is None:
            pl = fl - left_kinetic if ul > 0.0 else fl + left_kinetic
            pr = fr - right_kinetic if ur > 0.0 else fr + right_kinetic
            ml = m_left + rl
            mr = m_right + rr
            per_det = 1.0 / (ml * mr - cross_squared)
            al = (pl * mr - pr * m_cross) * per_det
            ar = (pr * ml - pl * m_cross) * per_det
            ul1 = ul + h * al
            ur1 = ur + h * ar
            if ul1 * ul > 0.0 and ur1 * ur > 0.0:
                floor_l = pl - (rl + left_mass) * al
                floor_r = pr - (rr + right_mass) * ar
                aside = v * omega
                room = grip_squared - half_mass_squared * aside * aside
                gripping = floor_l * floor_l <= room and floor_r * floor_r <= room
        q1 = 0.0
        if gripping:
            sl1 = ul1
            sr1 = ur1
        else:
            ul1, ur1, sl1, sr1, q1, slipping = settle(
                ul, ur, sl, sr, q, slipping, fl, fr, per_amp_l * gl * left_volts, per_amp_r * gr * right_volts,
                rl, rr, push or UNTOUCHED,
            )  # fmt: skip
        # The ways of the rims and of the floor under them; where tyres slide, speeds change evenly.
        rim_l = way_l = h * sl + late_l * (sl1 - sl)
        if sl != ul or sl1 != ul1:
            rim_l, way_l = half * (sl + sl1), half * (ul + ul1)
        rim_r = way_r = h * sr + late_r * (sr1 - sr)
        if sr != ur or sr1 != ur1:
            rim_r, way_r = half * (sr + sr1), half * (ur + ur1)
        if has_play:
            before_l, before_r = play_l, play_r
            play_l = left.crossed(play_l, fl, sl, sl1, h)
            play_r = right.crossed(play_r, fr, sr, sr1, h)
            wl += play_l - before_l
            wr += play_r - before_r

        if chop_l is None:
            il = el * (dl * battery - left_volts * (sl1 - lag_l * (sl1 - sl))) + kl * il
        else:
            il = jl - gl * left_volts * 0.5 * (sl1 - sl)
        if chop_r is None:
            ir = er * (dr * battery - right_volts * (sr1 - lag_r * (sr1 - sr))) + kr * ir
        else:
            ir = jr - gr * right_volts * 0.5 * (sr1 - sr)
        drawn = dl * il + dr * ir + idle_a
        used += drawn * h
        battery = full_v - fall_v * used - battery_ohm * drawn
        if battery < 0.0:
            battery = 0.0

        turn = (way_r - way_l) * per_track
        turn_sine, turn_cosine = sin_cos(turn)
        cosine1 = cosine * turn_cosine - sine * turn_sine
        sine1 = sine * turn_cosine + cosine * turn_sine
        # One Newton step back to length 1, since rounding adds up.
        length = 1.5 - 0.5 * (cosine1 * cosine1 + sine1 * sine1)
        cosine1 *= length
        sine1 *= length
        # Mean of the two directions times this is the mean direction over the arc.
        arc = 0.5 + turn * turn * (1 / 24)
        way = (left_y * way_r - right_y * way_l) * per_track * arc
        cosines = cosine + cosine1
        sines = sine + sine1
        if q != 0.0 or q1 != 0.0:
            aside = half * (q + q1) * arc
            x -= aside * sines
            y += aside * cosines
        return (
            x + way * cosines, y + way * sines, cosine1, sine1, heading + turn, ul1, ur1, sl1, sr1, q1,
            slipping, il, ir, wl + rim_l, wr + rim_r,
            battery, used, play_l, play_r,
        )  # fmt: skip

    return step


def energy(robot: Robot, state: State) -> float:
    """Kinetic energy of body, wheels and rotors, in J."""
    left, right = sides(robot)
    ul, ur, sl, sr, q = state[5:10]
    omega = (ur - ul) / (left.y - right.y)
    v = (left.y * ur - right.y * ul) / (left.y - right.y)
    body = robot.mass_g / 1000 * (v * v + q * q) + robot.inertia_kg_cm2 * 1e-4 * omega * omega
    return 0.5 * (body + left.mass * sl * sl + right.mass * sr * sr)
