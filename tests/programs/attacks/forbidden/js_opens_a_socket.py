"""Open a socket to a server on the host."""

import sys

js = sys.modules["_port"].native_import("js")
net = js.process.getBuiltinModule("net")
socket = net.connect(50007, "127.0.0.1")
js.process._tickCallback()
