"""Open it with the interpreter's own open."""

import sys

print(sys.modules["_port"].native_open("/canary/secret").read())
