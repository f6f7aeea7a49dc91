"""The record of a run: what is judged, drawn, replayed and appealed."""

from .format import SCHEMA, STATE_PERIOD_US, state_fields
from .reader import Trace, TraceError, read_trace
from .writer import TraceWriter

__all__ = ["SCHEMA", "STATE_PERIOD_US", "Trace", "TraceError", "TraceWriter", "read_trace", "state_fields"]
