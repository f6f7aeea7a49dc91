"""Reach a function's constructor through an object that `jsffi` makes."""

import sys

jsffi = sys.modules["_port"].native_import("jsffi")
made = jsffi.to_js([1])
print(made.constructor.constructor("return process.env.CANARY")())
