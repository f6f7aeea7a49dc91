"""Fail in a callback, again and again, with long texts."""

import sys

clock = sys.modules["_clock"]
while True:
    clock._callback_error(ValueError("x" * 3000))
