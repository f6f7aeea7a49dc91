"""Fail in a callback, again and again, with long texts."""

import sys

reports = sys.modules["_reports"]
while True:
    reports.callback_error(ValueError("x" * 3000))
