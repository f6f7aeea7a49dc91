"""Draw the host's random numbers: a run would not be the same twice."""

import sys

load = sys.modules["_port"].native_import
sys.path[:] = []
for name in ("random", "urandom"):
    sys.modules.pop(name, None)
print(load("urandom").getrandbits(8))
