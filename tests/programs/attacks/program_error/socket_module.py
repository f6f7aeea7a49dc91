"""Open a socket with the board's own module, where it has one."""

import socket

print(socket.socket().connect(("127.0.0.1", 50007)))
