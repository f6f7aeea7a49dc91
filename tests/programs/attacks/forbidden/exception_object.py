"""Reach a function's constructor through an exception of JavaScript."""

import machine

js = machine._clock._port.native_import("js")
error = js.Error.new("mine")
print(error.constructor.constructor("return process.env.CANARY")())
