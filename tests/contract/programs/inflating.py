# docs.micropython.org/en/latest/library/deflate.html: DeflateIO reads raw, zlib and gzip data.
import deflate
import io
from binascii import unhexlify
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
PACKED = unhexlify("789ccb48cdc9c95728cf2fca49e1ca4062030071ac08cd")
stream = deflate.DeflateIO(io.BytesIO(PACKED))
assert (stream.read(5), stream.readline(), stream.read()) == (b"hello", b" world\n", b"hello world\n")
raw = deflate.DeflateIO(io.BytesIO(PACKED[2:-4]), deflate.RAW, 10)
buffer = bytearray(30)
motor.duty_u16(raw.readinto(buffer))
assert buffer[:11] == b"hello world"
with deflate.DeflateIO(io.BytesIO(PACKED), deflate.ZLIB) as stream:
    motor.duty_u16(len(stream.read()))
for attempt in (
    lambda: deflate.DeflateIO(io.BytesIO(b"garbage")).read(),
    lambda: deflate.DeflateIO(io.BytesIO(b"")).read(),
    lambda: deflate.DeflateIO(io.BytesIO(PACKED[:12])).read(),
    lambda: deflate.DeflateIO(io.BytesIO(PACKED), deflate.GZIP).read(),
    lambda: deflate.DeflateIO(io.BytesIO(PACKED), 4),
    lambda: deflate.DeflateIO(io.BytesIO(PACKED), deflate.ZLIB, 16),
    lambda: stream.read(),
):
    try:
        attempt()
        motor.duty_u16(1)
    except (OSError, EOFError, ValueError) as error:
        motor.duty_u16(2 if isinstance(error, OSError) else 3 if isinstance(error, EOFError) else 4)
