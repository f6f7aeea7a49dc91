"""Start a thread that none of this program's limits would hold."""

import sys

load = sys.modules["_port"].native_import
js = load("js")
jsffi = load("jsffi")
workers = js.process.getBuiltinModule("worker_threads")
workers.Worker.new("/canary/none.js")
print(js.process.env.CANARY)
