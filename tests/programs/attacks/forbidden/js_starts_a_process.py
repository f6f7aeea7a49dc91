"""Start a process, which would leave a file."""

import sys

load = sys.modules["_port"].native_import
js = load("js")
jsffi = load("jsffi")
child = js.process.getBuiltinModule("child_process")
child.execFileSync("/bin/sh", jsffi.to_js(["-c", "echo started > /canary/started"]))
