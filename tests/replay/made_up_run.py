"""A made-up run for pictures and replays: a rover drives a small loop, leaves the line once and comes back.

Nothing here comes from the world: a kinematic robot with a lag follows the stripe by five sensors, and a TraceWriter
takes down what the world would. So these tests hold whatever the physics does.
"""

import copy
import dataclasses
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from marshrut.simulator.scene.model import (
    Arc,
    Battery,
    Button,
    Led,
    Line,
    Mat,
    Motor,
    Piece,
    Polygon,
    Reflectance,
    Robot,
    Scene,
    Start,
    Stripe,
)
from marshrut.simulator.trace import SCHEMA, STATE_PERIOD_US, Trace, TraceWriter, state_fields

SENSOR_X_MM = 60.0
SENSOR_Y_MM = (24.0, 12.0, 0.0, -12.0, -24.0)
TRACK_MM = 130.0
LED_PIN = 2
PERIOD_S = STATE_PERIOD_US / 1e6


def turtle(x: float, y: float, heading: float, moves: Iterable[tuple[float, ...]]) -> tuple[Piece, ...]:
    """Pieces of a stripe from moves: (length,) goes straight, (radius, sweep) turns, counter-clockwise positive."""
    pieces: list[Piece] = []
    for move in moves:
        rad = math.radians(heading)
        if len(move) == 1:
            x1, y1 = x + move[0] * math.cos(rad), y + move[0] * math.sin(rad)
            pieces.append(Line(x, y, x1, y1, move[0]))
            x, y = x1, y1
        else:
            radius, sweep = move
            side = math.copysign(90.0, sweep)
            cx = x + radius * math.cos(math.radians(heading + side))
            cy = y + radius * math.sin(math.radians(heading + side))
            pieces.append(Arc(cx, cy, radius, heading - side, sweep, radius * math.radians(abs(sweep))))
            heading += sweep
            x = cx + radius * math.cos(math.radians(heading - side))
            y = cy + radius * math.sin(math.radians(heading - side))
    return tuple(pieces)


def loop_scene() -> Scene:
    """A rounded loop with a chicane on a mat of 1600 × 1000 mm, and a grey patch in the middle."""
    loop = turtle(
        700, 180, 0,
        [(500,), (180, 90), (60,), (180, 90), (90,), (120, -90), (60,), (120, 90), (280,), (120, 90), (60,),
         (120, -90), (10,), (210, 180), (360,)],
    )  # fmt: skip
    patch = Polygon("patch", 0.45, ((640, 470), (860, 470), (900, 560), (600, 560)))
    start = Start("start", 640, 180, 0)
    gate = Polygon("gate", 0.6, ((696, 120), (704, 120), (704, 240), (696, 240)))
    mat = Mat(1600, 1000, 0.85, (gate, Stripe("loop", 20, 0.05, True, loop), patch), (start,))
    wheel: dict[str, Any] = {
        "resistance_ohm": 6.0, "inductance_mh": 1.2, "back_emf_v_per_rad_s": 0.0037, "gear_ratio": 50,
        "gear_efficiency": 0.7, "rotor_inertia_g_cm2": 0.8, "wheel_inertia_g_cm2": 40, "friction_mnm": 6,
        "static_friction_mnm": 9, "wheel_diameter_mm": 43, "wheel_x_mm": 0, "counts_per_turn": 600,
        "driver": "DRV8833", "reversed": False,
    }  # fmt: skip
    left = Motor("left", wheel_y_mm=65, pin_in1=25, pin_in2=26, encoder_a=18, encoder_b=19, **wheel)
    right = Motor("right", wheel_y_mm=-65, pin_in1=27, pin_in2=14, encoder_a=22, encoder_b=23, **wheel)
    sensors = tuple(
        Reflectance(f"line{i}", SENSOR_X_MM, y, 6, 0.4, 2.6, 12, pin)
        for i, (y, pin) in enumerate(zip(SENSOR_Y_MM, (36, 39, 34, 35, 32), strict=True), start=1)
    )
    outline = ((-45, -55), (50, -55), (75, -30), (75, 30), (50, 55), (-45, 55))
    robot = Robot(
        "esp32-rover", "esp32_rover", outline, 420, 9, 0.8, 0.75, 60, left, right, sensors,
        Battery(8.1, 0.25, 850, 90, 3.5), (Button("button", 4, True, 5),), (Led("led", LED_PIN, -30, 0),),
    )  # fmt: skip
    return Scene(mat, robot, start, ())


def as_json(value: Any) -> Any:
    """A scene as the header of a trace holds it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        tagged = {"kind": type(value).__name__} if isinstance(value, Line | Arc | Stripe | Polygon) else {}
        return tagged | {f.name: as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return [as_json(item) for item in value] if isinstance(value, tuple) else value


def distance_to(pieces: tuple[Piece, ...], x: float, y: float) -> float:
    """From a point to the centre line, mm."""
    nearest = math.inf
    for piece in pieces:
        if isinstance(piece, Line):
            dx, dy = piece.x1 - piece.x0, piece.y1 - piece.y0
            along = ((x - piece.x0) * dx + (y - piece.y0) * dy) / piece.length**2
            along = min(1.0, max(0.0, along))
            gap = math.hypot(x - piece.x0 - along * dx, y - piece.y0 - along * dy)
        else:
            turned = (math.degrees(math.atan2(y - piece.cy, x - piece.cx)) - piece.start_deg) % 360
            if piece.sweep_deg < 0:
                turned = (360 - turned) % 360
            if turned > abs(piece.sweep_deg):
                continue
            gap = abs(math.hypot(x - piece.cx, y - piece.cy) - piece.radius)
        nearest = min(nearest, gap)
    return nearest


@dataclass
class Run:
    """What a test asks for, and what came of it."""

    trace: Trace
    marks: list[dict[str, Any]] = field(default_factory=list)
    result: dict[str, Any] = field(default_factory=dict)


class Drive:
    """The rover on the loop. `blind` lists (from_s, to_s) spans in which it does not steer and so leaves the line."""

    def __init__(self, scene: Scene, blind: tuple[tuple[float, float], ...]) -> None:
        self.stripe = next(s for s in scene.mat.surfaces if isinstance(s, Stripe))
        self.blind = blind
        self.x, self.y, self.heading = scene.start.x_mm, scene.start.y_mm, 0.0
        self.left = self.right = 0.0  # wheel speeds, mm/s
        self.counts = [0.0, 0.0]
        self.side = 0.0

    def sensors(self) -> list[int]:
        seen = []
        cos, sin = math.cos(self.heading), math.sin(self.heading)
        for along in SENSOR_Y_MM:
            x = self.x + SENSOR_X_MM * cos - along * sin
            y = self.y + SENSOR_X_MM * sin + along * cos
            gap = distance_to(self.stripe.pieces, x, y) - self.stripe.width_mm / 2
            dark = 1 / (1 + math.exp(gap / 1.6))
            seen.append(round(8_000 + 43_000 * dark))
        return seen

    def step(self, t: float) -> tuple[tuple[int, ...], bool]:
        """One period of driving; the state after it and whether any sensor sees the line."""
        seen = self.sensors()
        weight = [max(0, v - 12_000) for v in seen]
        on_line = sum(weight) > 4_000
        if on_line:
            self.side = sum(w * y for w, y in zip(weight, SENSOR_Y_MM, strict=True)) / sum(weight)
        error = self.side if on_line else math.copysign(20, self.side)
        steer = 0.0 if any(a <= t < b for a, b in self.blind) else error * 11.0
        cruise = 120 + 330 * min(1.0, t / 0.8) * (1 - min(0.6, abs(error) / 45))
        before = (self.left, self.right)
        for _ in range(4):
            self.left += (cruise - steer - self.left) * 0.06
            self.right += (cruise + steer - self.right) * 0.06
        v, omega = (self.left + self.right) / 2, (self.right - self.left) / TRACK_MM
        self.heading += omega * PERIOD_S
        self.x += v * math.cos(self.heading) * PERIOD_S
        self.y += v * math.sin(self.heading) * PERIOD_S
        for i, wheel in enumerate((self.left, self.right)):
            self.counts[i] += wheel * PERIOD_S / (math.pi * 43) * 600
        volts = [w * 8.5 + (w - b) * 40 for w, b in zip((self.left, self.right), before, strict=True)]
        amps = [70 + abs(w - b) * 14 for w, b in zip((self.left, self.right), before, strict=True)]
        slip = (1 if abs(self.left - before[0]) > 60 else 0) | (2 if abs(self.right - before[1]) > 60 else 0)
        state = (
            self.x * 1000, self.y * 1000, math.degrees(self.heading) * 1000, v * 1000, math.degrees(omega) * 1000,
            *self.counts, *volts, *amps, 8_100 - t * 2 - sum(amps) * 0.25, slip, *seen,
        )  # fmt: skip
        return tuple(round(value) for value in state), on_line


def drive_loop(seconds: float, blind: tuple[tuple[float, float], ...], texts: list[tuple[float, str]], end: str) -> Run:
    """Drive and write down: states, LED outputs, what was printed, the end; and what a judge would mark."""
    scene = loop_scene()
    drive = Drive(scene, blind)
    writer = TraceWriter(
        {
            "schema": SCHEMA, "engine": {"version": "0.1.0", "sha256": "e" * 64},
            "task": {"id": "line-sprint", "version": 1, "sha256": "7" * 64}, "variant": "loop", "seed": 7,
            "profile": "varied", "runtime": "cpython",
            "programs": [{"name": "main.py", "sha256": "9" * 64, "board": "esp32_rover"}],
            "state_period_us": STATE_PERIOD_US, "state_fields": list(state_fields(5)), "scene": as_json(scene),
        }
    )  # fmt: skip
    marks: list[dict[str, Any]] = []

    def mark(kind: str, t_us: int, state: tuple[int, ...], rule: str, message: str) -> None:
        marks.append(
            {"kind": kind, "t_ms": t_us // 1000, "x_mm": state[0] // 1000, "y_mm": state[1] // 1000, "rule": rule,
             "message": message}
        )  # fmt: skip

    pending = sorted(texts)
    was_on, steps = True, round(seconds / PERIOD_S)
    state: tuple[int, ...] = (round(drive.x * 1000), round(drive.y * 1000), *([0] * 9), 8_100, 0, *drive.sensors())
    writer.event(500, 0, "press", 0, "button")
    for i in range(steps + 1):
        t_us = i * STATE_PERIOD_US
        while pending and pending[0][0] * 1e6 <= t_us:
            writer.text(t_us, 0, pending.pop(0)[1])
        writer.state(t_us, 0, state)
        if i == 0:
            mark("start", t_us, state, "3.1", "The clock starts.")
        if i % 50 == 25:
            writer.output(t_us + 40, 0, LED_PIN, 65535 if i % 100 == 25 else 0)
        state, on_line = drive.step(t_us / 1e6)
        if was_on and not on_line:
            mark("lost", t_us, state, "4.2", "The robot lost the line.")
        if on_line and not was_on:
            mark("regained", t_us, state, "4.3", "The robot is back on the line.")
        was_on = on_line
    t_us = steps * STATE_PERIOD_US
    finished = end == "goal"
    if finished:
        mark("finish", t_us, state, "3.4", "The lap is complete.")
    writer.event(t_us, 0, end, 0 if finished else 14, "" if finished else "ValueError")
    return Run(Trace.of(writer), marks, result_of(t_us // 1000, state, finished, end))


def result_of(t_ms: int, state: tuple[int, ...], finished: bool, ended: str) -> dict[str, Any]:
    """A result document of that run."""
    x_mm, y_mm = state[0] // 1000, state[1] // 1000

    def check(name: str, passed: bool, points: int, most: int, rule: str, message: str) -> dict[str, Any]:
        return {
            "id": name, "passed": passed, "points": points, "max": most, "rule": rule, "t_ms": t_ms, "x_mm": x_mm,
            "y_mm": y_mm, "message_id": f"check-{name}", "params": {}, "message": message,
        }  # fmt: skip

    return {
        "schema": "marshrut-result/1", "engine": {"version": "0.1.0", "sha256": "e" * 64},
        "task": {"id": "line-sprint", "version": 1, "sha256": "7" * 64}, "variant": "loop", "profile": "varied",
        "seed": 7, "runtime": "cpython", "programs": [{"name": "main.py", "sha256": "9" * 64, "board": "esp32_rover"}],
        "verdict": "pass" if finished else "fail", "ended": ended,
        "score": {"points": 100 if finished else 40, "max": 100},
        "measures": {"time_ms": t_ms, "progress_mm": 3_900},
        "checks": [
            check("start", True, 10, 10, "3.1", "The robot crossed the start line."),
            check("finish", finished, 60 if finished else 0, 60, "3.4", "The robot drove the whole lap."),
            check("line", True, 30, 30, "4.2", "It came back to the line where it had left it."),
        ],
        "simulated_ms": t_ms, "trace_sha256": "a" * 64, "env": {},
    }  # fmt: skip


SAID = [
    (0.0, "calibrating\n"),
    (0.4, "white 8012 8020 7990\nblack 50120\n"),
    (1.0, "go!\n"),
    *((1.5 + i * 0.5, f"pos {(-1) ** i * i * 7:4d} mm\n") for i in range(18)),
]


Records = list[tuple[int, str, str]]


def part(name: str, chip: str, **figures: float) -> dict[str, Any]:
    place = {"x_mm": 0.0, "y_mm": 0.0, "z_mm": 40.0, "heading_deg": 0.0}
    return {"id": name, "chip": chip, "pins": [["signal", 5]], "figures": [list(f) for f in figures.items()]} | place


PARTS = [
    part("oled", "ssd1306", height=64.0), part("lamps", "ws2812", count=5.0), part("arm", "sg90"),
    part("horn", "buzzer"),
]  # fmt: skip


def trace_with(lap: Run, records: Records) -> Trace:
    """The run again, with a robot that has these parts, and what they showed: (µs, part, text)."""
    header = copy.deepcopy(lap.trace.header)
    header["scene"]["robot"]["parts"] = PARTS
    writer = TraceWriter(header)
    writer.lines += lap.trace.lines
    for t_us, name, text in records:
        writer.display(t_us, 0, name, text)
    return Trace.of(writer)
