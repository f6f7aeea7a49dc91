"""Take the loop heads away, and spin."""

import sys

sys.modules["_port"].builtins.__h__ = sys.modules["_port"].builtins.__w__ = lambda n: True
sys.modules["_port"].builtins.__h0__ = lambda n: True
x = 0
while True:
    x += 1
