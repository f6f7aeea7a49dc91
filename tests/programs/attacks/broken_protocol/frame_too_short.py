"""Write less than a frame."""

import machine

clock = machine._clock
port = clock._port
out = clock.out
port.write(b"12345678")
