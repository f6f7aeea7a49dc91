"""Runs at every start, before main.py."""

from micropython import alloc_emergency_exception_buf

# An error in an interrupt can then say where it happened, though it may take no memory.
alloc_emergency_exception_buf(100)
