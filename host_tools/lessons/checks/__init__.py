"""What must hold of a unit: one check a module, and the table of them."""

from .registry import Plan, all_findings, run_checks

__all__ = ["Plan", "all_findings", "run_checks"]
