"""Read the host's disk through `js`, which the native import hands over."""

import sys

js = sys.modules["_port"].native_import("js")
fs = js.process.getBuiltinModule("fs")
print(fs.readFileSync("/canary/secret", "utf8"))
