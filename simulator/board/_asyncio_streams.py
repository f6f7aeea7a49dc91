"""`asyncio`'s streams: a UART is read and written while other tasks run; of the network only the errors are there."""

import select

import _asyncio_core as core


class StreamReader:
    """Reads and writes a stream (a UART) while other tasks run."""

    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self.out_buf = b""

    def get_extra_info(self, v):
        return self.e[v]

    def close(self):
        pass

    async def wait_closed(self):
        self.s.close()

    async def read(self, n=-1):
        whole = b""
        while True:
            await core.streams.until(self.s, select.POLLIN)
            part = self.s.read(n)
            if part is not None:
                if n >= 0:
                    return part
                if not len(part):
                    return whole
                whole += part

    async def readinto(self, buf):
        await core.streams.until(self.s, select.POLLIN)
        return self.s.readinto(buf)

    async def readexactly(self, n):
        whole = b""
        while n:
            await core.streams.until(self.s, select.POLLIN)
            part = self.s.read(n)
            if part is not None:
                if not len(part):
                    raise EOFError
                whole += part
                n -= len(part)
        return whole

    async def readline(self):
        line = b""
        while True:
            await core.streams.until(self.s, select.POLLIN)
            part = self.s.readline()
            if part is None:
                continue
            line += part
            if not part or line[-1] == 10:
                return line

    def write(self, buf):
        if not self.out_buf:
            written = self.s.write(buf)
            if written == len(buf):
                return
            if written is not None:
                buf = buf[written:]
        self.out_buf += buf

    async def drain(self):
        if not self.out_buf:
            return await core.sleep_ms(0)
        while self.out_buf:
            await core.streams.until(self.s, select.POLLOUT)
            written = self.s.write(self.out_buf)
            if written is not None:
                self.out_buf = self.out_buf[written:]


StreamWriter = StreamReader


async def open_connection(host, port, ssl=None, server_hostname=None):
    """OSError: there is no network."""
    import socket

    address = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
    socket.socket(*address[:3]).connect(address[-1])


async def start_server(callback, host, port, backlog=5, ssl=None):
    """OSError: there is no network."""
    import socket

    address = socket.getaddrinfo(host, port)[0]
    socket.socket(address[0]).bind(address[-1])
