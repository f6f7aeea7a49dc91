"""Drives the rover in MuJoCo round a circle, open loop. Usage: circle_in_mujoco.py SECONDS"""

import sys

from marshrut.simulator.scene import load_scene
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from validation.mujoco_rover import drive

SHARES = (0.4, 0.5)  # of the battery's voltage, left and right

task = find_task("line-sprint")
variant = find_variant(task, "oval")
scene = load_scene(task.world_path(variant), task.robot_path, variant.start)
if seconds := float(sys.argv[1]):
    drive(scene.robot, seconds, lambda _: SHARES, every_s=1.0)
