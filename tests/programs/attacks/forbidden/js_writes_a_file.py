"""Write to the host's disk."""

import machine

js = machine._clock._port.native_import("js")
fs = js.process.getBuiltinModule("fs")
fs.writeFileSync("/canary/written", "written")
