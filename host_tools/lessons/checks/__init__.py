"""What must hold of a unit: one check a module, and the table of them."""

from .registry import QUICK_CHECKS, Plan, run_checks

__all__ = ["QUICK_CHECKS", "Plan", "run_checks"]
