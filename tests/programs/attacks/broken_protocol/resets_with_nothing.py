"""Ask to start again with something that is no flash."""

import sys

reports = sys.modules["_reports"]
reports.reset("[" * 100000)
