"""Read the host's environment."""

import machine

js = machine._clock._port.native_import("js")
print(js.process.env.CANARY)
