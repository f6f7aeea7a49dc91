"""Impulses at the places where bodies meet: none moves into another, friction holds what it can; SI units.

Sequential impulses: each contact in turn gets the impulse that its own two bodies need, again and again; sums are kept
between their limits, so that a contact pushes only, and friction stays below its share of that push. Push and friction
of one contact turn the bodies both, so they are found together: a contact by itself is settled at once. A body comes no
nearer within a step than its gap, so nothing passes through anything.
"""

import math
from collections.abc import Collection, Iterable, Sequence

KEEP_M = 0.0002  # bodies stay that far apart, so that it is always known on which side each is
BACK = 0.5  # of what they have come nearer than that, they are moved apart in a step
FRICTION = 0.3  # between a robot's body, walls and objects: plastics and painted wood, 0.2 to 0.4
ROUNDS = 20
ENOUGH = 1e-9  # N·s: what changes less in a round is settled
# What is light between a heavy robot and a wall takes a robot's mass over its own as many rounds: they go on until less
# than NEARLY changes in one, or each contact has had its share of so many looks in all.
NEARLY, MOST_LOOKS = 1e-6, 6000


class Body:
    """Something that moves, during one step. Velocities are those of its mass centre, on the mat."""

    __slots__ = ("inertia", "mass", "per_inertia", "per_mass", "shift_x", "shift_y", "spin", "vx", "vy", "x", "y")

    def __init__(self, x: float, y: float, velocity: tuple[float, float, float], mass: float, inertia: float) -> None:
        self.x, self.y = x, y
        self.vx, self.vy, self.spin = velocity
        self.shift_x = self.shift_y = 0.0
        self.mass, self.inertia = mass, inertia
        self.per_mass, self.per_inertia = 1.0 / mass, 1.0 / inertia


class Contact:
    """One place where a body meets another, or something that stands fast (`other` is None)."""

    __slots__ = (
        "body", "both", "key", "least", "lost", "mass_along", "mass_normal", "normal", "nx", "ny", "other",
        "per_det", "sliding", "turn_b", "turn_o", "twist_b", "twist_o", "x", "y",
    )  # fmt: skip

    def __init__(
        self, key: tuple[int, int, int], body: Body, other: Body | None,
        place: tuple[float, float, float, float, float, int], step_s: float,
    ) -> None:  # fmt: skip
        x, y, nx, ny, gap, _ = place
        self.key, self.body, self.other = key, body, other
        self.x, self.y, self.nx, self.ny = x, y, nx, ny
        self.normal = self.sliding = 0.0  # the impulses so far, N·s
        dx, dy = x - body.x, y - body.y
        turn = body.spin * step_s
        # A body that turns comes nearer than its speed at the beginning of the step says.
        keep = KEEP_M + 0.5 * turn * turn * (abs(dx) + abs(dy))
        # What an impulse of 1 along the normal, and along the tangent (-ny, nx), turns.
        self.turn_b = dx * ny - dy * nx
        self.twist_b = dx * nx + dy * ny
        normal = body.per_mass + self.turn_b * self.turn_b * body.per_inertia
        along = body.per_mass + self.twist_b * self.twist_b * body.per_inertia
        both = self.turn_b * self.twist_b * body.per_inertia
        self.turn_o = self.twist_o = 0.0
        if other is not None:
            dx, dy = x - other.x, y - other.y
            turn = other.spin * step_s
            keep += 0.5 * turn * turn * (abs(dx) + abs(dy))
            self.turn_o = dx * ny - dy * nx
            self.twist_o = dx * nx + dy * ny
            normal += other.per_mass + self.turn_o * self.turn_o * other.per_inertia
            along += other.per_mass + self.twist_o * self.twist_o * other.per_inertia
            both += self.turn_o * self.twist_o * other.per_inertia
        self.least = -(gap - keep) / step_s if gap > keep else 0.0  # speed apart that is allowed, m/s
        self.lost = keep - gap if gap < keep else 0.0  # m
        self.mass_normal = 1.0 / normal
        self.mass_along = 1.0 / along
        # How fast an impulse along the one makes them along the other; and what solves for both impulses.
        self.both = both
        self.per_det = 1.0 / (normal * along - both * both)

    def approach(self) -> float:
        """The speed at which the two come together there, m/s; negative where they part."""
        body, other = self.body, self.other
        speed = body.vx * self.nx + body.vy * self.ny + body.spin * self.turn_b
        if other is not None:
            speed -= other.vx * self.nx + other.vy * self.ny + other.spin * self.turn_o
        return -speed


class Ground:
    """What the floor's friction may do to an object in one step: it is brought to rest as far as that goes."""

    __slots__ = ("body", "most", "most_turn", "px", "py", "turned")

    def __init__(self, body: Body, most: float, most_turn: float) -> None:
        self.body = body
        self.most, self.most_turn = most, most_turn  # N·s, N·m·s
        self.px = self.py = self.turned = 0.0

    def hold(self) -> float:
        """One turn; returns how much it changed, in N·s."""
        body = self.body
        px, py = self.px - body.vx * body.mass, self.py - body.vy * body.mass
        squared = px * px + py * py
        if squared > self.most * self.most:
            share = self.most / math.sqrt(squared)
            px, py = px * share, py * share
        dx, dy = px - self.px, py - self.py
        self.px, self.py = px, py
        body.vx += dx * body.per_mass
        body.vy += dy * body.per_mass
        turned = self.turned - body.spin * body.inertia
        turned = max(-self.most_turn, min(self.most_turn, turned))
        body.spin += (turned - self.turned) * body.per_inertia
        self.turned = turned
        return abs(dx) + abs(dy)


def push(contact: Contact, normal: float, along: float) -> None:
    """These impulses act at the contact."""
    body, other = contact.body, contact.other
    px, py = contact.nx * normal - contact.ny * along, contact.ny * normal + contact.nx * along
    body.vx += px * body.per_mass
    body.vy += py * body.per_mass
    body.spin += (contact.turn_b * normal + contact.twist_b * along) * body.per_inertia
    if other is not None:
        other.vx -= px * other.per_mass
        other.vy -= py * other.per_mass
        other.spin -= (contact.turn_o * normal + contact.twist_o * along) * other.per_inertia


def solve(contacts: Sequence[Contact], grounds: Collection[Ground]) -> None:
    """Find the impulses; the bodies have the speeds after them."""
    alone = len(contacts) == 1 and not grounds
    for turn in range(1, max(ROUNDS, MOST_LOOKS // (len(contacts) + 1)) + 1):
        changed = 0.0
        for ground in grounds:
            changed += ground.hold()
        for contact in contacts:
            body, other = contact.body, contact.other
            nx, ny = contact.nx, contact.ny
            vx, vy = body.vx, body.vy
            if other is None:
                apart = vx * nx + vy * ny + body.spin * contact.turn_b
                along = vy * nx - vx * ny + body.spin * contact.twist_b
            else:
                vx -= other.vx
                vy -= other.vy
                apart = vx * nx + vy * ny + body.spin * contact.turn_b - other.spin * contact.turn_o
                along = vy * nx - vx * ny + body.spin * contact.twist_b - other.spin * contact.twist_o
            wanted = contact.least - apart
            both, per_det = contact.both, contact.per_det
            # The impulses by which it neither comes nearer nor slides.
            normal = contact.normal + (wanted / contact.mass_along + along * both) * per_det
            sliding = contact.sliding - (along / contact.mass_normal + wanted * both) * per_det
            most = FRICTION * normal
            if sliding > most or sliding < -most:
                # It slides: friction is its share of the push, so that the push alone is sought.
                share = FRICTION if sliding > 0.0 else -FRICTION
                normal = contact.normal
                per_normal = 1.0 / contact.mass_normal + share * both
                if per_normal > 0.0:
                    normal += (wanted + (contact.sliding - share * normal) * both) / per_normal
                else:  # a push makes it come nearer, by its friction: push and friction each in its turn
                    alone = False
                    normal += wanted * contact.mass_normal
                sliding = share * normal
                if normal <= 0.0:
                    if contact.normal == 0.0 and contact.sliding == 0.0:
                        continue
                    normal = sliding = 0.0
            d_normal, d_sliding = normal - contact.normal, sliding - contact.sliding
            contact.normal, contact.sliding = normal, sliding
            # As `push` does: here is where contact spends its time.
            px, py = nx * d_normal - ny * d_sliding, ny * d_normal + nx * d_sliding
            per_mass = body.per_mass
            body.vx += px * per_mass
            body.vy += py * per_mass
            body.spin += (contact.turn_b * d_normal + contact.twist_b * d_sliding) * body.per_inertia
            if other is not None:
                per_mass = other.per_mass
                other.vx -= px * per_mass
                other.vy -= py * per_mass
                other.spin -= (contact.turn_o * d_normal + contact.twist_o * d_sliding) * other.per_inertia
            changed += abs(d_normal) + abs(d_sliding)
        if alone or changed < (ENOUGH if turn < ROUNDS else NEARLY):
            return


def part(contacts: Iterable[Contact]) -> None:
    """Bodies that came too near, by the turning within a step, are to be moved apart: that gives them no speed."""
    for contact in contacts:
        if contact.lost > 0.0:
            body, other = contact.body, contact.other
            together = body.per_mass + (other.per_mass if other is not None else 0.0)
            way = BACK * contact.lost / together
            body.shift_x += contact.nx * way * body.per_mass
            body.shift_y += contact.ny * way * body.per_mass
            if other is not None:
                other.shift_x -= contact.nx * way * other.per_mass
                other.shift_y -= contact.ny * way * other.per_mass
