"""The way of the CPython child to the host: frames over stdin and stdout, and what the program prints."""

import io
import os
import struct

TEXT = 3  # a frame's kind; words of a frame follow (see `simulator/clock/_frames.py`)
KIND, ELAPSED, LINE, PAYLOAD = 0, 1, 3, 5


class Port:
    """The way to the host: frames out of and into stdin and stdout, what is printed tucked in between."""

    def __init__(self, output_cap):
        self._in = io.FileIO(0, "r", closefd=False)
        self._out = io.FileIO(1, "w", closefd=False)
        self._left = output_cap
        self._text = bytearray()
        self._payload_next = False

    def write(self, data):
        if self._payload_next:
            self._payload_next = False
            self._out.write(data)
            return
        if self._text or data[KIND] == TEXT:
            self._send_text(data[ELAPSED], data[LINE])
        if data[KIND] != TEXT:
            self._payload_next = data[PAYLOAD] > 0
            self._out.write(data)

    def _send_text(self, elapsed_us, line):
        text = bytes(self._text)
        self._text.clear()
        self._out.write(struct.pack("<6i232x", TEXT, elapsed_us, 0, line, 0, len(text)) + text)

    def readinto(self, buffer):
        got = self._in.readinto(buffer)
        view = memoryview(buffer)
        if got < view.nbytes:
            self._read_rest(view.cast("B"), got)

    def _read_rest(self, view, got):
        while got < len(view):
            more = self._in.readinto(view[got:])
            if not more:
                os._exit(0)  # the host has gone
            got += more

    def read(self, count):
        buffer = bytearray(count)
        if count:
            self.readinto(buffer)
        return bytes(buffer)

    def console(self, text):
        """Take what the program prints, as far as the run's cap on output allows."""
        if self._left > 0:
            data = text.encode("utf-8", "replace")
            self._text += data[: self._left]
            self._left -= len(data)


class Console:
    """The program's sys.stdout."""

    def __init__(self, port):
        self._port = port
        self.buffer = self

    def write(self, text):
        self._port.console(text if isinstance(text, str) else bytes(text).decode("utf-8", "replace"))
        return len(text)

    def flush(self):
        pass
