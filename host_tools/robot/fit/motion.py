"""Motors, inertia, grip and battery, from how the encoders answer to what the motors were given.

The model drives each stretch of the record with the same shares of full, and its figures are moved until its counts
follow. In what it fits, a motor's resistance R and its gear's efficiency η go together as R/η, which is what the motor
shows while it drives, and R·η, while it is driven: the two are told apart far better than R and η are.

All forces hang on the robot's mass: twice the mass, friction and torque would move it alike. It is to be weighed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import sqrt

import numpy
from marshrut.simulator.scene.model import Robot
from scipy.optimize import least_squares

from .ends import WORTH_IT, End, agree, standing
from .figures import SIDES, Fitted, value_of, with_values
from .model_run import driven, with_first_plays, with_plays
from .starts import beginnings, cost_of, grain_of, searched
from .stretches import Stretch

COUNT_SIGMA = 0.6  # an encoder's own step, and a little for what no model has
VOLT_SIGMA = 0.015
PRIOR = 0.3  # the file is this near to the truth; it decides where the record says nothing
# Where no column tells the battery's voltage: its resistance is known so well, and itself so well if nobody measured it
# either. With s times the volts, s times the back EMF and s² times each resistance the robot drives just the same.
OHM_PRIOR = 0.2
VOLTS_SURE = 0.06
PER_VOLT = {"left-back-emf": 1, "right-back-emf": 1, "left-resistance": 2, "right-resistance": 2, "battery-ohm": 2}
# Where no strips tell the wheels' diameter and the track: a ruler does to so much of it. With s times the diameter the
# same counts take s² times the torques.
RULED = 0.02
PER_WHEEL = {"grip": 1, "rotor": 2, "inertia": 2, "battery-ohm": 2}
PER_WHEEL |= {f"{side}-{kind}": 2 for side in SIDES for kind in ("resistance", "friction", "static-friction")}
BELIEVED = 1.5  # times less sure is all then: the straight line through the fit says less of what is so far off
LEAST, MOST = 0.3, 3.0  # times the file's value
LATE_MS = 10.0  # what 1 of it means, among the ratios; as doubtful as they are
# Where wheels begin to turn or to slip, a model's counts are no smooth function of its figures: first with wide
# differences and little trust in what is far off, then with narrow ones, and static friction looked for in between.
TRUST = 20.0  # in differences, from where on one counts for less
FIRST_ROUNDS = ((0.03, 5.0), (0.015, TRUST))  # differences and trust
DIFFERENCES = (0.03, 0.01, 0.02, 0.015, 0.03, 0.01, 0.02, 0.01, 0.015, 0.01)  # of a round each
# At full power a tyre slips at a reversal or it does not, which moves all counts after that: rounds that begin there
# may end with the wrong one of the two. So the gentle stretches come first.
GENTLE = 0.9  # of full power
# From one beginning rounds may end where no small step leads on; two that cost the same at their ends have not.
BEGINS: tuple[dict[str, float], ...] = (
    {},
    {f"{side}-{kind}": ratio for side in SIDES for kind, ratio in (("driving", 0.9), ("driven", 1.15))}
    | {"inertia": 0.87},
    {f"{side}-{kind}": ratio for side in SIDES for kind, ratio in (("driving", 1.1), ("driven", 0.85))}
    | {"inertia": 1.15},
    {"rotor": 0.87},
)
ELSEWHERE = 0.01  # differences
ALONE = (0.08, 0.03, 0.01)  # steps, as parts of it, in which a figure is tried alone

OF_MOTORS = tuple(f"{side}-{kind}" for side in SIDES for kind in ("back-emf", "driving", "driven", "friction"))
STATIC = tuple(f"{side}-static-friction" for side in SIDES)
OF_ROBOT = ("rotor", "inertia", "grip")
OF_BATTERY = ("battery-v", "battery-ohm")


@dataclass(frozen=True)
class Motion:
    """The robot that follows the record, its figures by name, and by how much its encoders are off, in mm.

    `late_ms`: how long before a record the counts in it were true.
    """

    robot: Robot
    figures: dict[str, Fitted]
    late_ms: float
    off_mm: float
    was_off_mm: float


def fit_motion(
    robot: Robot,
    stretches: Sequence[Stretch],
    late_ms: float = 0.0,
    measured: bool = False,
    ruled: bool = False,
) -> Motion:
    """`late_ms`: how late counts are thought to be. `measured`: the battery's voltage was, by hand; `ruled`: wheels and
    track were, by strips."""
    volts = any(stretch.battery_v is not None for stretch in stretches)
    search = _Search(robot, stretches, volts)
    found, *others = search.ends(late_ms)
    fitted, late_ms, stretches = search.moved(found.values, found.static), _late_ms(found.values), found.stretches
    sure = _sureness(found.jacobian, _residuals(fitted, stretches, volts, late_ms))
    figures = _figures(robot, fitted, search.names, sure if volts else sure * BELIEVED**2)
    if not volts and not measured:
        for name in figures.keys() & PER_VOLT.keys():
            figures[name] = replace(figures[name], sure=figures[name].sure + PER_VOLT[name] * VOLTS_SURE)
    for name, reach in search.reaches(found).items():
        figures[name] = Fitted(value_of(robot, name), value_of(fitted, name), max(reach, grain_of(stretches)))
    if not ruled:
        for name in figures.keys() & PER_WHEEL.keys():
            figures[name] = replace(figures[name], sure=figures[name].sure + PER_WHEEL[name] * RULED)
    for other in others:
        figures = _no_surer(figures, search.moved(other.values, other.static))
    return Motion(
        robot=fitted,
        figures=figures,
        late_ms=late_ms,
        off_mm=off_mm(fitted, stretches, late_ms),
        was_off_mm=off_mm(robot, stretches, late_ms),
    )


class _Search:
    """Rounds of least squares over what is smooth, and between them static friction, which is not."""

    def __init__(self, robot: Robot, stretches: Sequence[Stretch], volts: bool) -> None:
        self.robot, self.stretches, self.volts = robot, stretches, volts
        names = OF_MOTORS + OF_ROBOT + (OF_BATTERY if volts else OF_BATTERY[1:])
        self.names = tuple(name for name in names if _value(robot, name) > 0.0)
        believed = {} if volts else {"battery-ohm": OHM_PRIOR}
        self.priors = numpy.array([*(believed.get(name, PRIOR) for name in self.names), PRIOR])

    def ends(self, late_ms: float) -> list[End]:
        """The best of the beginnings' ends first, and what speaks against it: ends that cost about the same."""
        found: list[End] = []
        for begin in BEGINS:
            found.append(self.finished(self.begun(begin, late_ms)))
            if agree(found) and min(found, key=lambda end: end.cost).follows():
                break
        return standing(found)

    def begun(self, begin: Mapping[str, float], late_ms: float) -> End:
        """The first rounds from there."""
        late = min(1.0 + max(late_ms, 0.0) / LATE_MS, MOST)
        values = numpy.array([*(begin.get(name, 1.0) for name in self.names), late])
        static = {name: 1.0 for name in STATIC if value_of(self.robot, name) > 0.0}
        gentle = [stretch for stretch in self.stretches if stretch.most() < GENTLE] or self.stretches
        (difference, trust), *others = FIRST_ROUNDS
        found = self._squared(values, static, gentle, difference, trust)
        for difference, trust in others:
            found = self._squared(found.values, *self._rested(found), difference, trust)
        return found

    def finished(self, begun: End) -> End:
        """Rounds, and from their end looks elsewhere, as long as these gain something."""
        best = self._rounds(begun)
        while (other := self._elsewhere(best)).cost < WORTH_IT * best.cost:
            best = self._rounds(other)
        return best

    def _rounds(self, begun: End) -> End:
        """Round after round, until two have gained nothing worth it; the best of them."""
        best, found, gained = begun, begun, -1
        for number, difference in enumerate(DIFFERENCES):
            found = self._squared(found.values, *self._rested(found), difference, TRUST)
            if found.cost < WORTH_IT * best.cost:
                gained = number
            if found.cost < best.cost:
                best = found
            if number >= gained + 2:
                break
        return best

    def _elsewhere(self, found: End) -> End:
        """Where no small step leads: past a wheel that begins to slip in one step of the model or in the next."""
        return self._squared(self._alone(found), found.static, found.stretches, ELSEWHERE, TRUST)

    def moved(self, values: numpy.ndarray, static: Mapping[str, float]) -> Robot:
        return _with_ratios(self.robot, {**dict(zip(self.names, map(float, values), strict=False)), **static})

    def _alone(self, found: End) -> numpy.ndarray:
        """Each figure in turn as far up or down as that is better, the others kept."""
        values, least = found.values.copy(), self._cost(found.values, found)
        for i, step in product(range(len(values)), ALONE):
            for ratio in (1 + step, 1 / (1 + step)):
                moved = values.copy()
                moved[i] = min(max(values[i] * ratio, LEAST), MOST)
                while (cost := self._cost(moved, found)) < least:
                    values, least = moved.copy(), cost
                    moved[i] = min(max(values[i] * ratio, LEAST), MOST)
        return values

    def _squared(
        self,
        values: numpy.ndarray,
        static: dict[str, float],
        stretches: Sequence[Stretch],
        difference: float,
        trust: float,
    ) -> End:
        found = least_squares(
            lambda values: self._off(values, static, stretches), values, bounds=(LEAST, MOST), diff_step=difference,
            x_scale=0.1, loss="soft_l1", f_scale=trust, ftol=3e-3, max_nfev=8,
        )  # fmt: skip
        return End(found.x, dict(static), stretches, float(found.cost), found.jac)

    def _off(self, values: numpy.ndarray, static: dict[str, float], stretches: Sequence[Stretch]) -> numpy.ndarray:
        apart = _residuals(self.moved(values, static), stretches, self.volts, _late_ms(values))
        return numpy.concatenate([apart, (values - 1.0) / self.priors])

    def _cost(self, values: numpy.ndarray, found: End) -> float:
        """As least squares reckons it with its last trust."""
        squares = (self._off(values, found.static, found.stretches) / TRUST) ** 2
        return TRUST**2 * float(numpy.sum(numpy.sqrt(1.0 + squares) - 1.0))

    def reaches(self, found: End) -> dict[str, float]:
        """How far static frictions that would do hardly worse lie from those that were found, as parts of them."""
        return {name: searched(ratio, self._cost_of_static(found, name))[1] for name, ratio in found.static.items()}

    def _rested(self, found: End) -> tuple[dict[str, float], list[Stretch]]:
        """Static friction looked for anew, of one wheel after the other, and then where the gearboxes stood."""
        for name, ratio in found.static.items():
            better, _ = searched(ratio, self._cost_of_static(found, name))
            found = replace(found, static=found.static | {name: better})
        model = self.moved(found.values, found.static)
        return found.static, with_plays(model, self.stretches, _late_ms(found.values))

    def _cost_of_static(self, found: End, name: str) -> Callable[[float], float]:
        creeping, late_ms = beginnings(found.stretches), _late_ms(found.values)

        def cost(ratio: float) -> float:
            model = self.moved(found.values, found.static | {name: ratio})
            begun = with_first_plays(model, creeping, late_ms)
            return cost_of(_residuals(model, begun, self.volts, late_ms, whole=True))

        return cost


def off_mm(robot: Robot, stretches: Sequence[Stretch], late_ms: float) -> float:
    """By how much the model's encoders differ from the record's: the root of the mean square, in mm of the rim."""
    per_count = _mm_per_count(robot)
    squares = [((driven(robot, stretch, late_ms)[0] - stretch.counts) * per_count) ** 2 for stretch in stretches]
    return sqrt(float(numpy.mean(numpy.concatenate(squares))))


def _late_ms(values: numpy.ndarray) -> float:
    return LATE_MS * float(values[-1] - 1.0)


def _mm_per_count(robot: Robot) -> numpy.ndarray:
    return numpy.array([numpy.pi * m.wheel_diameter_mm / m.counts_per_turn for m in (robot.left, robot.right)])


def _residuals(
    robot: Robot, stretches: Sequence[Stretch], volts: bool, late_ms: float, whole: bool = False
) -> numpy.ndarray:
    """How far model and record are apart, in what is to be expected of them.

    A model's wheel begins to turn in one of its steps or in the next, which shifts all of its counts after that. Unless
    `whole` is asked for, such a shift is left out: it says something of static friction alone.
    """
    found: list[numpy.ndarray] = []
    for stretch in stretches:
        counts, battery_v = driven(robot, stretch, late_ms)
        apart = (counts - stretch.counts) / COUNT_SIGMA
        if not whole:
            for i, begun in enumerate(stretch.begun()):
                apart[begun:, i] -= apart[begun:, i].mean()
                apart[:begun, i] = 0.0
        found.append(apart.ravel())
        if volts and stretch.battery_v is not None:
            found.append(numpy.nan_to_num((battery_v - stretch.battery_v) / VOLT_SIGMA))
    return numpy.concatenate(found)


def _value(robot: Robot, name: str) -> float:
    side, _, kind = name.partition("-")
    if kind == "driving":
        return value_of(robot, f"{side}-resistance") / value_of(robot, f"{side}-efficiency")
    if kind == "driven":
        return value_of(robot, f"{side}-resistance") * value_of(robot, f"{side}-efficiency")
    return value_of(robot, name)


def _with_ratios(robot: Robot, ratios: dict[str, float]) -> Robot:
    values: dict[str, float] = {}
    for side in SIDES:
        driving, braked = ratios.pop(f"{side}-driving"), ratios.pop(f"{side}-driven")
        efficiency = value_of(robot, f"{side}-efficiency") * sqrt(braked / driving)
        values[f"{side}-efficiency"] = min(efficiency, 1.0)
        values[f"{side}-resistance"] = value_of(robot, f"{side}-resistance") * sqrt(driving * braked)
    values |= {name: value_of(robot, name) * ratio for name, ratio in ratios.items()}
    for side in SIDES:  # what holds a wheel at rest is never less than what holds it while it turns
        least = values.get(f"{side}-friction", 0.0)
        if f"{side}-static-friction" in values:
            values[f"{side}-static-friction"] = max(values[f"{side}-static-friction"], least)
    return with_values(robot, values)


def _sureness(jacobian: numpy.ndarray, residuals: numpy.ndarray) -> numpy.ndarray:
    """The covariance of the ratios. Neighbouring differences are alike: there is less in them than their number."""
    precision = jacobian.T @ jacobian
    spread = max(1.0, float(numpy.mean(residuals**2)))
    alike = float(numpy.corrcoef(residuals[:-2], residuals[2:])[0, 1])  # left with left, right with right
    alike = min(max(alike, 0.0), 0.98)
    return numpy.linalg.pinv(precision) * spread * (1 + alike) / (1 - alike)


def _no_surer(figures: Mapping[str, Fitted], other: Robot) -> dict[str, Fitted]:
    """None surer than it is near to that of another robot which follows as well."""
    return {
        name: replace(figure, sure=max(figure.sure, abs(value_of(other, name) / figure.value - 1)))
        for name, figure in figures.items()
    }


def _figures(robot: Robot, fitted: Robot, names: tuple[str, ...], covariance: numpy.ndarray) -> dict[str, Fitted]:
    at = {name: i for i, name in enumerate(names)}
    found: dict[str, Fitted] = {}

    def add(name: str, variance: float) -> None:
        was, value = value_of(robot, name), value_of(fitted, name)
        found[name] = Fitted(was, value, 2 * sqrt(max(variance, 0.0)) * was / value if value else 0.0)

    for side in SIDES:
        one, other = at[f"{side}-driving"], at[f"{side}-driven"]
        both = covariance[one, one] + covariance[other, other]
        add(f"{side}-back-emf", covariance[at[f"{side}-back-emf"], at[f"{side}-back-emf"]])
        # R goes with the root of the product of the two, η with that of their quotient.
        add(f"{side}-resistance", (both + 2 * covariance[one, other]) / 4)
        add(f"{side}-efficiency", (both - 2 * covariance[one, other]) / 4)
        if f"{side}-friction" in at:
            add(f"{side}-friction", covariance[at[f"{side}-friction"], at[f"{side}-friction"]])
    for name in (*OF_ROBOT, *OF_BATTERY):
        if name in at:
            add(name, covariance[at[name], at[name]])
    return found
