"""Say that the run has reached its goal."""

import sys

reports = sys.modules["_reports"]
reports.stop("goal")
