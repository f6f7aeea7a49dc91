"""Runs program.py, the pupil's program: when the button is pressed, or at once on a robot without one.

Hold the button for a second at power-on to skip it; Ctrl-C stops it. launcher.py says how it goes on.
"""

from launcher import launch

launch()
