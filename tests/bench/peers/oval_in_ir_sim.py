"""Drives a robot of ir-sim round the oval of the task line-sprint. Usage: oval_in_ir_sim.py SECONDS"""

import math
import sys
import tempfile
from pathlib import Path

import irsim
import numpy

WORLD = """
world: {height: 1.2, width: 2.4, step_time: 0.01, sample_time: 0.01}
robot:
  - kinematics: {name: 'diff'}
    shape: {name: 'rectangle', length: 0.13, width: 0.15}
    state: [0.85, 0.25, 0.0]
    goal: [100, 100, 0]
    vel_min: [-0.6, -7]
    vel_max: [0.6, 7]
"""
SPEED_M_S, GAIN, MOST_RAD_S, AHEAD_M = 0.25, 40.0, 4.0, 0.06
LEFT_M, RIGHT_M, MIDDLE_M, RADIUS_M = 0.7, 1.7, 0.6, 0.35  # of the oval's two turns


def aside(x: float, y: float) -> float:
    """How far outside the line a point lies."""
    if x < LEFT_M or x > RIGHT_M:
        return math.hypot(x - (LEFT_M if x < LEFT_M else RIGHT_M), y - MIDDLE_M) - RADIUS_M
    return abs(y - MIDDLE_M) - RADIUS_M


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        world = Path(made) / "world.yaml"
        world.write_text(WORLD, encoding="utf-8")
        env = irsim.make(str(world), display=False, save_ani=False, log_level="ERROR")
    worst = 0.0
    for _ in range(100 * int(sys.argv[1])):
        x, y, heading = env.robot.state[:3, 0]
        away = aside(x + AHEAD_M * math.cos(heading), y + AHEAD_M * math.sin(heading))
        worst = max(worst, abs(away))
        env.step(numpy.array([[SPEED_M_S], [max(-MOST_RAD_S, min(MOST_RAD_S, GAIN * away))]]))
    if worst > 0.05:
        sys.exit(f"it left the line by {1000 * worst:.0f} mm")


main()
