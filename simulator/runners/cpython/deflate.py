"""`deflate` of the board for the CPython child: decompression, as the rp2 and esp32 ports have it.

docs.micropython.org, library/deflate. A stream is read whole at the first read, which shows in nothing but memory.
"""

import _port

AUTO, RAW, ZLIB, GZIP = 0, 1, 2, 3
_LARGEST_WINDOW = 15


class DeflateIO(_port.IOBase):
    def __init__(self, stream, format=AUTO, wbits=0, close=False, /):
        if not AUTO <= format <= GZIP:
            raise ValueError("format")
        if wbits and not 5 <= wbits <= _LARGEST_WINDOW:
            raise ValueError("wbits")
        self._stream = stream
        self._format = format
        self._closes = close
        self._data = None
        self._at = 0

    def _inflate(self):
        packed = self._stream.read()
        if len(packed) < 2:
            raise EOFError
        format = self._format
        if format == AUTO:
            format = GZIP if packed[:2] == b"\x1f\x8b" else ZLIB
        bits = {RAW: -_LARGEST_WINDOW, ZLIB: _LARGEST_WINDOW, GZIP: 16 + _LARGEST_WINDOW}[format]
        self._data = _port.inflate(packed, bits)

    def read(self, size=-1, /):
        if self._stream is None:
            raise _port.os_error(22)
        if self._data is None:
            self._inflate()
        end = len(self._data) if size < 0 else self._at + size
        part = self._data[self._at : end]
        self._at += len(part)
        return part

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def readline(self):
        part = self.read()
        end = part.find(b"\n") + 1 or len(part)
        self._at -= len(part) - end
        return part[:end]

    def write(self, data, /):
        raise _port.os_error(22)

    def close(self):
        if self._closes and self._stream is not None:
            self._stream.close()
        self._stream = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
