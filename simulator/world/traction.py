"""What happens at shafts and tyres when something begins, ends or slips: the step's general case, in SI units.

Each wheel is in one of four modes over a step, and in each the step is a linear problem:

    ROLL   the shaft turns and the tyre grips            rim and floor share one speed
    LOCK   the shaft is held by friction, the tyre grips  the floor stands still under it
    SLIP   the shaft turns, the tyre slides               the floor gets the sliding grip
    DRAG   the shaft is held, the tyre slides

A mode assumed is solved and checked: more force than grip or friction can give, or a speed on the wrong side of zero,
names the mode to try instead. Momentum is kept where a wheel grips again, since the speeds, not the accelerations, are
solved for. Sideways the tyres that do not slide hold the robot to its direction as long as they can; beyond, it slides.
What a sliding tyre gives is opposed to the way it slides (Coulomb), so that one that spins hardly holds sideways.
"""

import math
from typing import TYPE_CHECKING

from ..devices.elementary import exp
from ..scene.trig import sin_cos

if TYPE_CHECKING:
    from .drive import Push, Side

GRAVITY = 9.80665
SLIDING_GRIP = 0.9  # of the grip of a tyre that does not slide yet
SIDEWAYS_SHARE = 0.95  # of the grip, taken by a robot that slides sideways; the rest still drives or brakes


def end_share(pace: float) -> float:
    """How much the speed at a step's end counts in the mean of one that dies down exponentially, by so many time
    constants in the step; the rest is that at its beginning."""
    if pace < 1e-3:
        return 0.5 + pace / 12.0
    return 1.0 / (1.0 - exp(-pace)) - 1.0 / pace


def response(slope: float, mass: float, step_s: float) -> float:
    """By how much a step's mean force falls for an acceleration of 1, where the force falls by `slope` with the speed.

    Half a step's worth would be the midpoint rule. It overshoots where the motor is faster than the step, so the weight
    moves from the middle to the end as it must for a force on one mass to come out exact (to 2 % of `end_share`).
    """
    pace = slope * step_s / mass
    return slope * step_s * (0.5 + pace / (12.0 + 2.0 * pace))


ROLL, LOCK, SLIP, DRAG = range(4)
ROLLS_M_S = 1e-6  # a tyre that slides more slowly than that holds like one that rolls
NEWTON, NEAR_M_S = 4, 1e-6  # steps to the sideways speed of spinning tyres, at most, and how near they must come
ROUNDS = 12  # modes settle in two or three; the cap only bounds the work

Settled = tuple[float, float, float, float, float, int]


class Traction:
    """Grip and mass of one robot; `body_*` is the mass matrix of the body seen from the two contacts, in kg."""

    __slots__ = (
        "_left", "_left_y", "_mass", "_per_track", "_right", "_right_y", "_step",
        "body_ll", "body_lr", "body_rr", "static_across", "static_grip",
    )  # fmt: skip

    def __init__(
        self,
        left: "Side",
        right: "Side",
        mass: float,
        inertia: float,
        grips: tuple[float, float],
        wheel_load: float,
        step_s: float,
    ) -> None:
        # A force at one contact accelerates both: this matrix, and its inverse.
        ll = 1 / mass + left.y * left.y / inertia
        rr = 1 / mass + right.y * right.y / inertia
        lr = 1 / mass + left.y * right.y / inertia
        det = ll * rr - lr * lr
        self.body_ll = rr / det
        self.body_rr = ll / det
        self.body_lr = -lr / det
        along, across = grips
        self.static_grip = along * mass * GRAVITY * wheel_load / 2  # N, each wheel
        self.static_across = across * mass * GRAVITY * wheel_load / 2
        self._left, self._right = left, right
        self._left_y, self._right_y = left.y, right.y
        self._per_track = 1 / (left.y - right.y)
        self._mass = mass
        self._step = step_s

    def settle(
        self, ul: float, ur: float, sl: float, sr: float, q: float, slipping: int,
        fl: float, fr: float, gl: float, gr: float, rl: float, rr: float, push: "Push",
    ) -> Settled:  # fmt: skip
        """New speeds of floor and rim, new sideways speed, and what slips.

        `fl`, `fr`: the motors' forces at the present rim speeds; `gl`, `gr`: how they fall with those speeds; `rl`,
        `rr`: the responses of tyres that grip; `push`: what pushes the body from outside.
        """
        left, right, h = self._left, self._right, self._step
        pushed, pushed_aside, twisted = push
        # The same push at the two contacts.
        push_l = -(self._right_y * pushed + twisted) * self._per_track
        push_r = (self._left_y * pushed + twisted) * self._per_track
        if (
            push_l == push_r == pushed_aside == 0.0
            and ul == ur == sl == sr == q == 0.0
            and abs(fl) <= left.static
            and abs(fr) <= right.static
        ):
            return 0.0, 0.0, 0.0, 0.0, 0.0, 0
        static = self.static_grip
        sliding = SLIDING_GRIP * static

        # Sideways first: what it takes of the grip is not there for driving.
        omega = (ur - ul) * self._per_track
        v = (self._left_y * ur - self._right_y * ul) * self._per_track
        needed = self._mass * v * omega - pushed_aside
        spin_l = sl - ul if slipping & 1 and abs(sl - ul) > ROLLS_M_S else 0.0
        spin_r = sr - ur if slipping & 2 and abs(sr - ur) > ROLLS_M_S else 0.0
        holding = (spin_l == 0.0) + (spin_r == 0.0)
        aside = q != 0.0 or abs(needed) > holding * self.static_across
        if aside:
            sine, cosine = sin_cos(omega * h)
            v1 = v * cosine + q * sine
            q, share_l, share_r = self._slide(q * cosine - v * sine + pushed_aside / self._mass * h, spin_l, spin_r)
            ul += v1 - v
            ur += v1 - v
        else:
            share = needed / (holding * self.static_across) if holding else 0.0
            share_l = share if spin_l == 0.0 else 0.0
            share_r = share if spin_r == 0.0 else 0.0
        room_l = math.sqrt(1.0 - share_l * share_l)
        room_r = math.sqrt(1.0 - share_r * share_r)
        sliding_l = sliding * room_l
        sliding_r = sliding * room_r

        mass_ll, mass_lr, mass_rr = self.body_ll / h, self.body_lr / h, self.body_rr / h
        # What changes a rim's speed by 1 in a step: with the floor under it, and alone.
        grip_l = (rl + left.mass) / h
        grip_r = (rr + right.mass) / h
        slip_l = (response(gl, left.mass, h) + left.mass) / h
        slip_r = (response(gr, right.mass, h) + right.mass) / h
        limit_l = sliding_l if slipping & 1 or aside else static * room_l
        limit_r = sliding_r if slipping & 2 or aside else static * room_r
        hold_l = left.static if sl == 0.0 else left.kinetic
        hold_r = right.static if sr == 0.0 else right.kinetic
        mode_l = LOCK if sl == 0.0 else ROLL
        mode_r = LOCK if sr == 0.0 else ROLL
        way_l = 1.0 if sl > 0.0 else -1.0  # the way the shaft turns
        way_r = 1.0 if sr > 0.0 else -1.0
        slide_l = slide_r = 1.0  # the way a sliding tyre pushes the floor back, and so the robot on
        for _ in range(ROUNDS):
            # Rows of the linear problem: (a, b) · (ul1, ur1) = c for the left wheel, likewise for the right.
            base_l = mass_ll * ul + mass_lr * ur + push_l
            base_r = mass_lr * ul + mass_rr * ur + push_r
            if mode_l == ROLL:
                a_l, b_l, c_l = mass_ll + grip_l, mass_lr, base_l + fl + grip_l * sl - way_l * left.kinetic
            elif mode_l == LOCK:
                a_l, b_l, c_l = 1.0, 0.0, 0.0
            else:
                a_l, b_l, c_l = mass_ll, mass_lr, base_l + slide_l * sliding_l
            if mode_r == ROLL:
                a_r, b_r, c_r = mass_lr, mass_rr + grip_r, base_r + fr + grip_r * sr - way_r * right.kinetic
            elif mode_r == LOCK:
                a_r, b_r, c_r = 0.0, 1.0, 0.0
            else:
                a_r, b_r, c_r = mass_lr, mass_rr, base_r + slide_r * sliding_r
            det = a_l * b_r - b_l * a_r
            ul1 = (c_l * b_r - b_l * c_r) / det
            ur1 = (a_l * c_r - c_l * a_r) / det
            floor_l = mass_ll * (ul1 - ul) + mass_lr * (ur1 - ur) - push_l
            floor_r = mass_lr * (ul1 - ul) + mass_rr * (ur1 - ur) - push_r
            new_l, way_l, slide_l, sl1 = _check(
                mode_l, way_l, slide_l, ul1, sl, floor_l, fl, slip_l, limit_l, left.kinetic, hold_l
            )
            new_r, way_r, slide_r, sr1 = _check(
                mode_r, way_r, slide_r, ur1, sr, floor_r, fr, slip_r, limit_r, right.kinetic, hold_r
            )
            if new_l == mode_l and new_r == mode_r:
                break
            mode_l, mode_r = new_l, new_r
        slipping = (mode_l >= SLIP) | (mode_r >= SLIP) << 1
        return ul1, ur1, sl1, sr1, q, 3 if q != 0.0 else slipping

    def _slide(self, q: float, spin_l: float, spin_r: float) -> tuple[float, float, float]:
        """The sideways speed after a step, and what it takes of the grip of each tyre.

        `q` is what it would be if nothing held, `spin_*` how much faster a rim is than the floor under it.

        What a rolling tyre gives does not depend on the speed; what a spinning one gives does, and is that of the speed
        at the step's end: q + slower · q / √(spin² + q²) for each of them is what q would be.
        """
        slower = SLIDING_GRIP * self.static_across / self._mass * self._step  # by one tyre's grip
        holding = slower * SIDEWAYS_SHARE * ((spin_l == 0.0) + (spin_r == 0.0))
        free = abs(q)
        if free <= holding:
            share = SIDEWAYS_SHARE * free / holding  # it stops within the step, and takes no more than that
            return 0.0, share if spin_l == 0.0 else 0.0, share if spin_r == 0.0 else 0.0
        slides = free = free - holding
        spins = [spin for spin in (spin_l, spin_r) if spin != 0.0]
        for _ in range(NEWTON if spins else 0):
            felt = slope = 0.0
            for spin in spins:
                squared = spin * spin
                way = math.sqrt(squared + slides * slides)
                felt += slides / way
                slope += squared / (way * way * way)
            wrong = slides + slower * felt - free  # at least as much as the speed is
            slides -= wrong / (1.0 + slower * slope)
            slides = slides if slides > 0.0 else 0.0
            if -NEAR_M_S < wrong < NEAR_M_S:
                break
        share_l, share_r = _sideways(slides, spin_l), _sideways(slides, spin_r)
        return slides if q > 0.0 else -slides, share_l, share_r


def _sideways(q: float, spin: float) -> float:
    """How much of a sliding tyre's grip acts sideways."""
    return SIDEWAYS_SHARE if spin == 0.0 else q / math.sqrt(spin * spin + q * q)


def _check(
    mode: int, way: float, push: float, u1: float, s: float, floor: float, force: float, k: float,
    limit: float, kinetic: float, hold: float,
) -> tuple[int, float, float, float]:  # fmt: skip
    """The mode that this solution asks for, the ways of shaft and tyre, and the rim speed under the present mode."""
    if mode == ROLL:
        if abs(floor) > limit:
            return SLIP, way, 1.0 if floor > 0.0 else -1.0, u1
        return (LOCK if u1 * way < 0.0 else ROLL), way, push, u1
    if mode == SLIP:
        s1 = s + (force - way * kinetic - floor) / k
        if s1 * way < 0.0:
            return DRAG, way, push, 0.0
        return (ROLL if (s1 - u1) * push < 0.0 else SLIP), way, push, s1
    held = force + k * s - floor  # what the shaft's friction has to hold
    if mode == LOCK and abs(floor) > limit:
        return DRAG, way, 1.0 if floor > 0.0 else -1.0, 0.0
    if abs(held) > hold:
        return (ROLL if mode == LOCK else SLIP), (1.0 if held > 0.0 else -1.0), push, 0.0
    if mode == DRAG and u1 * push > 0.0:
        return LOCK, way, push, 0.0
    return mode, way, push, 0.0
