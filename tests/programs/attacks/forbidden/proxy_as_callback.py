"""Have JavaScript call a function of the program, and leave from there."""

import sys

load = sys.modules["_port"].native_import
js = load("js")
jsffi = load("jsffi")
js.Array["from"](jsffi.to_js([1]), lambda item, index: print(js.process.env.CANARY))
