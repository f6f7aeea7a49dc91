"""Fail at a line with more digits than a number may have."""

raise ValueError("\n  File \"main.py\", line " + "9" * 3000)
