"""`hashlib` of the board: SHA-256 of the interpreter; MD5 (RFC 1321) and SHA-1 (RFC 3174) written here.

As on the board a hash is final once its digest was taken, and there is no `hexdigest`: `binascii.hexlify` does that.
"""

from struct import pack as _pack, unpack as _unpack

import _port

_SHIFTS = (7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21)
_SINES = (
    0xD76AA478, 0xE8C7B756, 0x242070DB, 0xC1BDCEEE, 0xF57C0FAF, 0x4787C62A, 0xA8304613, 0xFD469501,
    0x698098D8, 0x8B44F7AF, 0xFFFF5BB1, 0x895CD7BE, 0x6B901122, 0xFD987193, 0xA679438E, 0x49B40821,
    0xF61E2562, 0xC040B340, 0x265E5A51, 0xE9B6C7AA, 0xD62F105D, 0x02441453, 0xD8A1E681, 0xE7D3FBC8,
    0x21E1CDE6, 0xC33707D6, 0xF4D50D87, 0x455A14ED, 0xA9E3E905, 0xFCEFA3F8, 0x676F02D9, 0x8D2A4C8A,
    0xFFFA3942, 0x8771F681, 0x6D9D6122, 0xFDE5380C, 0xA4BEEA44, 0x4BDECFA9, 0xF6BB4B60, 0xBEBFBC70,
    0x289B7EC6, 0xEAA127FA, 0xD4EF3085, 0x04881D05, 0xD9D4D039, 0xE6DB99E5, 0x1FA27CF8, 0xC4AC5665,
    0xF4292244, 0x432AFF97, 0xAB9423A7, 0xFC93A039, 0x655B59C3, 0x8F0CCC92, 0xFFEFF47D, 0x85845DD1,
    0x6FA87E4F, 0xFE2CE6E0, 0xA3014314, 0x4E0811A1, 0xF7537E82, 0xBD3AF235, 0x2AD7D2BB, 0xEB86D391,
)  # fmt: skip
_WORD = 0xFFFFFFFF


def _turned(word, bits):
    return (word << bits | word >> (32 - bits)) & _WORD


class _Hash:
    """What the hashes share: data is taken, and given up with the digest."""

    def __init__(self, data=b""):
        self._state = None
        self._begin()
        self.update(data)

    def update(self, data):
        if self._final:
            raise ValueError("hash is final")
        self._take(bytes(data))

    def digest(self):
        if self._final:
            raise ValueError("hash is final")
        self._final = True
        return self._end()


class sha256(_Hash):
    def _begin(self):
        self._final = False
        self._state = _port.sha256()

    def _take(self, data):
        self._state.update(data)

    def _end(self):
        return self._state.digest()


class _Blocks(_Hash):
    """A hash over blocks of 64 bytes, the last one padded with the length in bits."""

    def _begin(self):
        self._final = False
        self._state = list(self._START)
        self._left = b""
        self._length = 0

    def _take(self, data):
        self._length += len(data)
        data = self._left + data
        whole = len(data) // 64 * 64
        for at in range(0, whole, 64):
            self._block(data[at : at + 64])
        self._left = data[whole:]

    def _end(self):
        bits = self._length * 8
        self._take(b"\x80" + bytes((55 - self._length) % 64) + _pack(self._LENGTH, bits))
        return _pack(self._WORDS, *self._state)


class md5(_Blocks):
    _START = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)
    _LENGTH = "<Q"
    _WORDS = "<4I"

    def _block(self, block):
        words = _unpack("<16I", block)
        a, b, c, d = self._state
        for i in range(64):
            turn = i >> 4
            if turn == 0:
                mixed, k = b & c | ~b & d, i
            elif turn == 1:
                mixed, k = d & b | ~d & c, (5 * i + 1) & 15
            elif turn == 2:
                mixed, k = b ^ c ^ d, (3 * i + 5) & 15
            else:
                mixed, k = c ^ (b | ~d & _WORD), 7 * i & 15
            total = (a + (mixed & _WORD) + _SINES[i] + words[k]) & _WORD
            a, d, c, b = d, c, b, (b + _turned(total, _SHIFTS[turn * 4 + (i & 3)])) & _WORD
        self._state = [(old + new) & _WORD for old, new in zip(self._state, (a, b, c, d))]


class sha1(_Blocks):
    _START = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)
    _LENGTH = ">Q"
    _WORDS = ">5I"

    def _block(self, block):
        words = list(_unpack(">16I", block))
        for i in range(16, 80):
            words.append(_turned(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1))
        a, b, c, d, e = self._state
        for i in range(80):
            if i < 20:
                mixed, constant = b & c | ~b & d, 0x5A827999
            elif i < 40:
                mixed, constant = b ^ c ^ d, 0x6ED9EBA1
            elif i < 60:
                mixed, constant = b & c | b & d | c & d, 0x8F1BBCDC
            else:
                mixed, constant = b ^ c ^ d, 0xCA62C1D6
            total = (_turned(a, 5) + (mixed & _WORD) + e + constant + words[i]) & _WORD
            a, b, c, d, e = total, a, _turned(b, 30), c, d
        self._state = [(old + new) & _WORD for old, new in zip(self._state, (a, b, c, d, e))]
