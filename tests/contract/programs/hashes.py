# docs.micropython.org/en/latest/library/hashlib.html: constructors, update, digest, which is final; binascii beside it.
import hashlib
from binascii import a2b_base64, b2a_base64, crc32, hexlify, unhexlify

from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
KNOWN = {
    "md5": b"900150983cd24fb0d6963f7d28e17f72",
    "sha1": b"a9993e364706816aba3e25717850c26c9cd0d89d",
    "sha256": b"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
}
for name in ("md5", "sha1", "sha256"):
    make = getattr(hashlib, name)
    assert hexlify(make(b"abc").digest()) == KNOWN[name], name
    for length in (0, 1, 55, 56, 63, 64, 65, 200):
        data = bytes((i * 7 + length) & 255 for i in range(length))
        whole = make(data).digest()
        parts = make()
        for at in range(0, length, 13):
            parts.update(data[at : at + 13])
        assert parts.digest() == whole
        motor.duty_u16(whole[0] * 256 + whole[-1])
    once = make(b"x")
    once.digest()
    for again in (once.digest, lambda: once.update(b"y")):
        try:
            again()
            motor.duty_u16(1)
        except ValueError:
            motor.duty_u16(2)
    assert not hasattr(once, "hexdigest") and not hasattr(hashlib, "new")
assert unhexlify("00ff10") == b"\x00\xff\x10" and a2b_base64(b2a_base64(b"robot")) == b"robot"
motor.duty_u16(crc32(b"123456789") & 0xFFFF)
