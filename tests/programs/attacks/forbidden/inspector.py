"""Open the debugger's port."""

import sys

js = sys.modules["_port"].native_import("js")
inspector = js.process.getBuiltinModule("inspector")
inspector.open(50007, "127.0.0.1")
print(js.process.env.CANARY)
