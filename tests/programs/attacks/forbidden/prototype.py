"""Reach a function's constructor through prototypes alone."""

import sys

js = sys.modules["_port"].native_import("js")
f = js.Object.getPrototypeOf(js.Object.getPrototypeOf).constructor
print(f("return process.env.CANARY")())
