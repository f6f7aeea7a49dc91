"""One step of everything that may meet: robots, walls, strangers, objects; a pure function of the state. SI units."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...scene.model import Mat, Robot
from ...scene.trig import sin_cos
from ..bodies import Bodies, alone
from ..drive import UNTOUCHED, Push, State, Step, Winding, drive_step
from ..traction import GRAVITY
from .falling import Room
from .gripping import Grippers, Hold, carried, caught, let_go
from .meeting import Obstacle
from .near import LOOK_M, Key, Neighbours, Touch
from .shapes import Outline
from .slopes import Load, Slopes
from .solving import KEEP_M, Body, Contact, Ground, part, push, solve
from .standing import Felt, Stance, Thing, leaning, moved, moves, tilted

# What acts on one robot in a step: both windings, and how far its gripper's fingers are apart, m
Setting = tuple[Winding, Winding, float]
SURPRISE_M = 0.0005  # by which a step may go farther than the last one told: 10 m/s² for 5 ms, and as much by turning

Held = dict[Key, tuple[float, float]]  # impulses along the normal and the tangent that a contact holds steadily, N·s


class ArenaState(NamedTuple):
    """`room` is how far bodies may still move, all together, before anybody must look again; m."""

    robots: tuple[State, ...]
    objects: tuple[Stance, ...]
    room: float
    held: Held
    met: tuple[tuple[int, Obstacle], ...]  # by number of robot
    holds: tuple[Hold, ...] = ()  # what grippers hold
    gaps: tuple[float, ...] = ()  # how far their fingers were apart


@dataclass(frozen=True, slots=True)
class Machine:
    """A robot as contact sees it."""

    shape: Outline
    step: Step
    mass: float
    inertia: float
    left_y: float
    right_y: float
    track: float  # m
    touch_height: float  # m, where its body pushes
    reach: float  # m, of what turns with it
    load: Load | None = None  # what its gripper holds

    @classmethod
    def of(cls, robot: Robot, step_s: float) -> "Machine":
        shape = Outline(robot.outline)
        return cls(
            shape,
            drive_step(robot, step_s),
            robot.mass_g / 1000,
            robot.inertia_kg_cm2 * 1e-4,
            robot.left.wheel_y_mm / 1000,
            robot.right.wheel_y_mm / 1000,
            (robot.left.wheel_y_mm - robot.right.wheel_y_mm) / 1000,
            robot.touch_height_mm / 1000,
            shape.reach,
        )

    def velocity(self, state: State) -> tuple[float, float, float]:
        """Along x and y of the mat, and turn rate, of the middle of the axle."""
        ul, ur, q = state[5], state[6], state[9]
        per_track = 1.0 / (self.left_y - self.right_y)
        v = (self.left_y * ur - self.right_y * ul) * per_track
        cosine, sine = state[2], state[3]
        return cosine * v - sine * q, sine * v + cosine * q, (ur - ul) * per_track

    def moving(self, state: State, velocity: tuple[float, float, float]) -> State:
        """The body goes at that velocity from now on; its wheels turn as they did."""
        vx, vy, spin = velocity
        if velocity == self.velocity(state):
            return state
        cosine, sine = state[2], state[3]
        v, q = cosine * vx + sine * vy, cosine * vy - sine * vx
        return (*state[:5], v - spin * self.left_y, v - spin * self.right_y, *state[7:9], q, *state[10:])


class Arena:
    """`others` tells bodies of robots that are not moved here: they stand like walls."""

    def __init__(self, mat: Mat, robots: Sequence[Robot], step_us: int, others: Bodies = alone) -> None:
        self._h = step_us / 1e6
        self._machines = [Machine.of(robot, self._h) for robot in robots]
        self._items = mat.objects
        self.things = [Thing(item) for item in mat.objects]
        shapes = [machine.shape for machine in self._machines]
        self._neighbours = Neighbours(shapes, self.things, mat.walls, others)
        self._others = others
        self._room = Room(shapes, self.things, mat.walls)
        self._slopes = Slopes(mat.ramps, robots, self._h)
        self._grippers = Grippers(robots, self.things, mat.walls, self._h)

    def begin(self, robots: tuple[State, ...]) -> ArenaState:
        stances = tuple(thing.at_start(item) for thing, item in zip(self.things, self._items, strict=True))
        return ArenaState(robots, stances, 0.0, {}, ())

    def change(self, number: int, robot: Robot) -> None:
        """A robot's figures change: something on it breaks."""
        self._machines[number] = replace(self._machines[number], step=drive_step(robot, self._h))
        self._grippers.change(number, robot)

    def step(self, state: ArenaState, settings: Sequence[Setting]) -> ArenaState:
        if not self._grippers.any:
            return self._step(state, settings, self._machines)
        gaps = tuple(setting[2] for setting in settings)
        state = self._grip(state, gaps)
        machines = list(self._machines)
        for hold in state.holds:
            machines[hold.robot] = self._loaded(hold)
        after = self._step(state, settings, machines)
        objects = list(after.objects)
        for hold in state.holds:
            objects[hold.object] = carried(hold, after.robots[hold.robot], objects[hold.object])
        return after._replace(objects=tuple(objects), holds=state.holds, gaps=gaps)

    def _grip(self, state: ArenaState, gaps: Sequence[float]) -> ArenaState:
        """Grippers have closed on things, or opened and let them go."""
        holds = self._grippers.holds(state.holds, state.gaps or gaps, gaps, state.robots, state.objects)
        if holds == state.holds:
            return state
        robots, objects = list(state.robots), list(state.objects)
        for hold in state.holds:
            if hold not in holds:
                robot, thing = robots[hold.robot], self.things[hold.object]
                velocity = self._machines[hold.robot].velocity(robot)
                objects[hold.object] = let_go(hold, thing, objects[hold.object], robot, velocity)
        for hold in holds:
            if hold not in state.holds:
                machine, robot, stance = self._machines[hold.robot], robots[hold.robot], objects[hold.object]
                before = machine.velocity(robot)
                after = caught(hold, self.things[hold.object], stance, robot, before, machine.mass, machine.inertia)
                robots[hold.robot] = machine.moving(robot, after)
                objects[hold.object] = carried(hold, robot, stance)
        return state._replace(robots=tuple(robots), objects=tuple(objects), holds=holds, room=0.0)

    def _loaded(self, hold: Hold) -> Machine:
        machine = self._machines[hold.robot]
        return replace(
            machine,
            step=self._grippers.step(hold),
            load=(hold.x, hold.y, hold.mass * GRAVITY),
            mass=machine.mass + hold.mass,
            inertia=machine.inertia + hold.inertia,
            reach=max(machine.reach, math.sqrt(hold.x * hold.x + hold.y * hold.y) + self.things[hold.object].reach),
        )

    def _step(self, state: ArenaState, settings: Sequence[Setting], machines: Sequence[Machine]) -> ArenaState:
        if state.room > 0.0 and (self._others is alone or not self._others()):
            return self._step_free(state, settings, machines)
        restless = self._restless(state)
        margin = self._margin(state, restless, machines)
        bodies = state.robots, state.objects, restless, state.holds, margin
        # Among those that touch or slide nobody asks how much room there is.
        touching, nearest = self._neighbours.look(*bodies, margin if restless or state.held else LOOK_M)
        if state.held and not (touching or restless):
            touching, nearest = self._neighbours.look(*bodies, LOOK_M)
        if touching or restless:
            return self._step_together(state, settings, machines, touching, restless)
        return self._step_free(state._replace(room=nearest - margin), settings, machines)

    def _step_free(self, state: ArenaState, settings: Sequence[Setting], machines: Sequence[Machine]) -> ArenaState:
        """Nobody can meet anything in this step."""
        room = state.room - SURPRISE_M
        after = []
        slopes = self._slopes if self._slopes.any else None
        for number, robot in enumerate(state.robots):
            machine = machines[number]
            to_left, to_right, _ = settings[number]
            push_on = (slopes and slopes.push(number, robot, machine.load)) or _untouched(robot)
            ahead = machine.step(robot, to_left, to_right, push_on)
            room -= self._way(machine, ahead)
            after.append(ahead)
        return ArenaState(tuple(after), state.objects, room, {}, ())

    def _way(self, machine: Machine, robot: State) -> float:
        """How far any point of it may come in a step at these speeds."""
        ul, ur = robot[5], robot[6]
        faster, slower = (ul, ur) if ul > ur else (ur, ul)
        going = faster if faster > -slower else -slower
        return self._h * (going + abs(robot[9]) + machine.reach * (faster - slower) / machine.track)

    def _margin(self, state: ArenaState, restless: Sequence[int], machines: Sequence[Machine]) -> float:
        """How near two bodies must be to meet in this step: robots may come towards each other, and one object."""
        total = SURPRISE_M + KEEP_M
        for machine, robot in zip(machines, state.robots, strict=True):
            total += self._way(machine, robot)
        fastest = 0.0
        for index in restless:
            _, _, _, _, _, vx, vy, spin, *_ = state.objects[index]
            way = (abs(vx) + abs(vy) + self.things[index].reach * abs(spin)) * self._h
            fastest = way if way > fastest else fastest
        return total + 2 * fastest

    def _restless(self, state: ArenaState) -> list[int]:
        """Objects that move, or cannot stay where they are."""
        objects = state.objects
        found = [index for index, stance in enumerate(objects) if moves(stance)]
        if self._slopes.any:
            held = {hold.object for hold in state.holds}
            loose = (pair for pair in enumerate(self.things) if pair[0] not in held)
            slide = (index for index, thing in loose if self._slopes.slides(thing, objects[index]))
            found = sorted({*found, *slide})
        return found

    def _step_together(
        self,
        state: ArenaState,
        settings: Sequence[Setting],
        machines: Sequence[Machine],
        touching: list[Touch],
        restless: Sequence[int],
    ) -> ArenaState:
        h = self._h
        count = len(self._machines)
        bodies: dict[int, Body] = {
            number: Body(*robot[:2], machine.velocity(robot), machine.mass, machine.inertia)
            for number, (machine, robot) in enumerate(zip(machines, state.robots, strict=True))
        }
        touched = {number for _, first, second, _, _ in touching for number in (first, second)}
        grounds: dict[int, Ground] = {}
        pulled = []
        for index, (thing, stance) in enumerate(zip(self.things, state.objects, strict=True)):
            if count + index in touched or index in restless:
                body = Body(*stance[:2], stance[5:8], thing.mass, thing.form(stance).inertia)
                bodies[count + index] = body
                ax, ay, load = self._slopes.pull(thing, stance)
                grounds[index] = thing.ground(stance, body, load * h)
                pulled.append((body, ax * h, ay * h))
        contacts = [
            Contact(key, bodies[first], bodies[second] if second >= 0 else None, place, h)
            for key, first, second, place, _ in touching
        ]
        coming = [max(0.0, contact.approach()) for contact in contacts]
        pushes = self._hold(state, contacts, touching, machines)
        driven = []
        for number, (machine, robot) in enumerate(zip(machines, state.robots, strict=True)):
            to_left, to_right, _ = settings[number]
            ahead = machine.step(robot, to_left, to_right, pushes[number])
            driven.append(ahead)
            body = bodies[number]
            body.vx, body.vy, body.spin = machine.velocity(ahead)
        for body, vx, vy in pulled:
            body.vx += vx
            body.vy += vy
        solve(contacts, grounds.values())
        part(contacts)
        robots = tuple(
            _corrected(machines[number], state.robots[number], robot, bodies[number], h) if number in touched else robot
            for number, robot in enumerate(driven)
        )
        objects = list(state.objects)
        felt = self._felt(contacts, touching)
        for index, ground in grounds.items():
            stance = moved(objects[index], bodies[count + index], h)
            after = tilted(self.things[index], stance, felt.get(index, ()), (ground.px, ground.py), h)
            if after[12] and not stance[12] and not self._room.is_free(index, after, robots, objects):
                after = leaning(stance)
            objects[index] = after
        held: Held = {}
        met: list[tuple[int, Obstacle]] = []
        for contact, came, (key, first, second, _, obstacle) in zip(contacts, coming, touching, strict=True):
            if contact.normal <= 0.0:
                continue
            steady = contact.normal - came * contact.mass_normal
            if steady > 0.0:
                held[key] = steady, contact.sliding * steady / contact.normal
            if obstacle is not None:
                met.append((first, obstacle))
                if 0 <= second < count:
                    met.append((second, ("robot", f"robot-{first + 1}")))
        return ArenaState(robots, tuple(objects), 0.0, held, tuple(met))

    def _hold(
        self,
        state: ArenaState,
        contacts: Sequence[Contact],
        touching: Sequence[Touch],
        machines: Sequence[Machine],
    ) -> list[Push | None]:
        """What contacts held steadily in the last step they hold again: objects at once, robots while they drive."""
        count = len(self._machines)
        pushes = [
            self._slopes.push(number, robot, machine.load) or _untouched(robot)
            for number, (machine, robot) in enumerate(zip(machines, state.robots, strict=True))
        ]
        for contact, (key, first, second, _, _) in zip(contacts, touching, strict=True):
            kept = state.held.get(key)
            if kept is None:
                continue
            contact.normal, contact.sliding = kept
            push(contact, *kept)
            normal, sliding = kept
            px = contact.nx * normal - contact.ny * sliding
            py = contact.ny * normal + contact.nx * sliding
            turn = contact.turn_b * normal + contact.twist_b * sliding
            if first < count:
                pushes[first] = _added(pushes[first], state.robots[first], (px, py, turn), self._h)
            if 0 <= second < count:
                turn = contact.turn_o * normal + contact.twist_o * sliding
                pushes[second] = _added(pushes[second], state.robots[second], (-px, -py, -turn), self._h)
        return pushes

    def _felt(self, contacts: Sequence[Contact], touching: Sequence[Touch]) -> dict[int, list[Felt]]:
        """What robots and balls push each pin with, and how high."""
        count = len(self._machines)
        found: dict[int, list[Felt]] = {}
        for contact, (_, first, second, _, _) in zip(contacts, touching, strict=True):
            if contact.normal <= 0.0 or second < 0:
                continue
            px = contact.nx * contact.normal - contact.ny * contact.sliding
            py = contact.ny * contact.normal + contact.nx * contact.sliding
            for pushed, by, sign in ((second, first, -1.0), (first, second, 1.0)):
                height = self._push_height(by, pushed)
                if height is not None:
                    found.setdefault(pushed - count, []).append((sign * px, sign * py, height))
        return found

    def _push_height(self, by: int, pushed: int) -> float | None:
        """How high one body pushes a pin; None where what is pushed is none, and where a whole side pushes it: against
        that a pin leans, so that it does not fall."""
        count = len(self._machines)
        if pushed < count or not self.things[pushed - count].pin:
            return None
        if by < count:
            return self._machines[by].touch_height
        thing = self.things[by - count]
        return min(thing.radius, 2 * self.things[pushed - count].half) if thing.ball else None


def _added(push_on: Push | None, robot: State, impulse: tuple[float, float, float], step_s: float) -> Push:
    """A push in the robot's frame, with an impulse on the mat over a step added to it."""
    ahead, aside, twist = push_on or UNTOUCHED
    px, py, turn = impulse
    cosine, sine = robot[2], robot[3]
    return (
        ahead + (cosine * px + sine * py) / step_s,
        aside + (cosine * py - sine * px) / step_s,
        twist + turn / step_s,
    )


def _untouched(robot: State) -> Push | None:
    """No push: None where the tyres roll as the floor under them moves, or slide and say so. After a blow neither is
    so, and the drive has to look at it in full."""
    rolls = robot[10] or (robot[5] == robot[7] and robot[6] == robot[8] and robot[9] == 0.0)
    return None if rolls else UNTOUCHED


def _corrected(machine: Machine, before: State, driven: State, body: Body, step_s: float) -> State:
    """The robot after contact: its body has other speeds than its drive gave it, and goes from where it stood with
    those, so that it comes as near as contact has reckoned, and no nearer."""
    x, y, cosine, sine, heading = before[:5]
    _, _, cosine1, sine1, _, _, _, sl, sr, _, slipping, *rest = driven
    v = cosine1 * body.vx + sine1 * body.vy
    q = cosine1 * body.vy - sine1 * body.vx
    ul, ur = v - body.spin * machine.left_y, v - body.spin * machine.right_y
    from_drive = machine.velocity(driven)
    if (body.vx, body.vy, body.spin) == from_drive:
        ul, ur, q = driven[5], driven[6], driven[9]
    turn = body.spin * step_s
    turn_sine, turn_cosine = sin_cos(turn)
    cosine1, sine1 = cosine * turn_cosine - sine * turn_sine, sine * turn_cosine + cosine * turn_sine
    length = 1.5 - 0.5 * (cosine1 * cosine1 + sine1 * sine1)
    return (
        x + body.vx * step_s + body.shift_x, y + body.vy * step_s + body.shift_y,
        cosine1 * length, sine1 * length, heading + turn,
        ul, ur, sl, sr, q, slipping, *rest,
    )  # type: ignore[return-value]  # fmt: skip
