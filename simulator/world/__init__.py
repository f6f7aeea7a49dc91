"""The physical world from t = 0 on: motion, contact with the floor, and what sensors see of it."""

from .world import World

__all__ = ["World"]
