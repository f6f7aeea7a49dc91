"""Write to the host's disk."""

import sys

js = sys.modules["_port"].native_import("js")
fs = js.process.getBuiltinModule("fs")
fs.writeFileSync("/canary/written", "written")
