"""Reach a function's constructor through an exception of JavaScript."""

import sys

js = sys.modules["_port"].native_import("js")
error = js.Error.new("mine")
print(error.constructor.constructor("return process.env.CANARY")())
