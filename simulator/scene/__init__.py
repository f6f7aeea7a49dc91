"""What is true before t = 0: world and robot files, the nominal scene, and the physical one that a seed makes of it."""

from .assembly import load_scene
from .errors import SceneError
from .fault_shapes import FAULT_KINDS
from .fault_text import fault_of, fault_text
from .faults import with_faults
from .model import Scene, WorldFile
from .plain import mat_to_json, scene_from_json, scene_to_json
from .robot_file import load_robot
from .variation import PROFILES, vary
from .world_file import load_world

__all__ = [
    "FAULT_KINDS",
    "PROFILES",
    "Scene",
    "SceneError",
    "WorldFile",
    "fault_of",
    "fault_text",
    "load_robot",
    "load_scene",
    "load_world",
    "mat_to_json",
    "scene_from_json",
    "scene_to_json",
    "vary",
    "with_faults",
]
