"""Read the host's environment."""

import sys

js = sys.modules["_port"].native_import("js")
print(js.process.env.CANARY)
