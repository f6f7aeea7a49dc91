"""Keep the referee's computer at work: the longest read of a chip there is, said to take no time."""

import sys

bus = sys.modules["_bus"]
payload = bytes((0, 21, 22, 0x68, 1, 1, 0, 255, 255)) + b"\x3b"
while True:
    bus.transfer(payload, 0)
