"""The made-up run again, with another robot around it, a pin that it fells, a ball and a box: as a trace tells them."""

import copy
import math
from typing import Any

from marshrut.simulator.trace import STATE_PERIOD_US, Trace, TraceWriter

from .made_up_run import Run

NAMES = ("main.py", "rival.py")
RIVAL_SAYS = "I am the other one\n"


def thing(name: str, kind: str, x_mm: float, y_mm: float, size: tuple[float, float, float], rgb: list[float]) -> Any:
    length, width, height = size
    return {
        "id": name, "kind": kind, "x_mm": x_mm, "y_mm": y_mm, "heading_deg": 0.0, "length_mm": length,
        "width_mm": width, "height_mm": height, "mass_g": 50.0, "friction": 0.3, "reflectance": 0.5, "rgb": rgb,
    }  # fmt: skip


RED, GREEN, BLUE = [0.8, 0.05, 0.05], [0.05, 0.6, 0.1], [0.05, 0.1, 0.8]
PIN = thing("pin", "pin", 400, 800, (60, 60, 160), RED)
POST = thing("post", "post", 200, 500, (50, 50, 200), GREEN)
BOX = thing("box", "box", 1000, 700, (100, 60, 60), BLUE)
FELLED = (480.0, 800.0)
PUSHED = (1300.0, 800.0)
NORTH = {"id": "north", "x0_mm": 0.0, "y0_mm": 1000.0, "x1_mm": 1600.0, "y1_mm": 1000.0, "height_mm": 100.0}


def with_things(run: Run) -> Run:
    """The pin falls at 2 s and is left alone; the box is pushed from 3 s to 5 s, 20 ms by 20 ms; the post stays."""
    header = copy.deepcopy(run.trace.header)
    header["scene"]["mat"] |= {"objects": [PIN, POST, BOX], "walls": [NORTH]}
    writer = TraceWriter(header)
    writer.lines += run.trace.lines
    writer.event(1_980_000, 0, "object", 0, "pin")
    writer.move(2_000_000, 0, *(round(value * 1000) for value in FELLED), 0, 1)
    writer.event(2_995_000, 0, "object", 0, "box")
    for i in range(1, 101):
        x, y = (a + (b - a) * i / 100 for a, b in zip((1000.0, 700.0), PUSHED, strict=True))
        writer.move(3_000_000 + i * STATE_PERIOD_US, 2, round(x * 1000), round(y * 1000), i * 450, 0)
    return Run(Trace.of(writer), run.marks, run.result)


def rival_pose(t_s: float) -> tuple[float, float, float]:
    """Round and round in the middle of the mat, x, y and heading."""
    turn = t_s * 0.6
    return 800 + 150 * math.cos(turn), 600 + 150 * math.sin(turn), math.degrees(turn) + 90


def with_rival(run: Run) -> Run:
    """A robot of the same kind; both meet at 4 s, and its program breaks at 6 s."""
    header = copy.deepcopy(run.trace.header)
    scene = header["scene"]
    x, y, heading = rival_pose(0)
    start = {"id": "robot-2", "x_mm": x, "y_mm": y, "heading_deg": heading}
    header["rivals"] = [{"robot": copy.deepcopy(scene["robot"]), "start": start, "faults": []}]
    header["programs"] = [program | {"name": name} for program, name in zip(header["programs"] * 2, NAMES, strict=True)]
    writer = TraceWriter(header)
    writer.lines += run.trace.lines
    fields = header["state_fields"]
    for t_us in sorted({state[0] for state in run.trace.states}):
        x, y, heading = rival_pose(t_us / 1e6)
        known = {"x_um": x * 1000, "y_um": y * 1000, "heading_mdeg": heading * 1000, "v_um_s": 90_000}
        values = dict.fromkeys(fields, 0) | known | {"battery_mv": 7_900}
        writer.state(t_us, 1, tuple(round(value) for value in values.values()))
    writer.text(1_000_000, 1, RIVAL_SAYS)
    writer.event(4_000_000, 1, "robot", 0, "robot-1")
    writer.event(4_000_000, 0, "robot", 0, "robot-2")
    writer.event(6_000_000, 1, "program_error", 7, "ValueError")
    result = run.result | {"programs": header["programs"]}
    return Run(Trace.of(writer), run.marks, result)
