"""Say that the run is void, and ask for another by that."""

import sys

reports = sys.modules["_reports"]
reports.stop("false_start")
