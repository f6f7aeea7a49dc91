"""`marshrut compare`: does a real board behave as the virtual one? Runs the same probes on both and tells what differs.

A probe yields facts, short texts under names. `board/` has the programs that gather them there; `wire.py` those of the
bytes that go over the cable, `resets.py` those of starting anew. `comparing.py` holds the facts of both boards against
each other by rules; `known.py` is the table of differences that are documented. Nothing here writes anywhere on the
board but in a folder of its own, which is taken away again.
"""
