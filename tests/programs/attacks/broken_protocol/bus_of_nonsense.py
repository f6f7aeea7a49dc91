"""Send a bus transfer that is none."""

import sys

clock = sys.modules["_clock"]
port = clock._port
out = clock.out
payload = b"\xff" * 40
out[clock.KIND] = 8
out[clock.ARGUMENT] = 10
out[clock.PAYLOAD] = len(payload)
clock._send()
port.write(payload)
clock._take_answer()
