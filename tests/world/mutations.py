"""Spoilt copies of world files, pictures and drawings: by a slip of the hand, a broken disk, or malice."""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

MATS = Path(__file__).parent / "mats"
FILES = ("everything.toml", "picture.png", "drawing.svg")

_NUMBERS = (
    "0", "-1", "1", "0.1", "-0.0", "1e-9", "1e9", "-1e9", "1e308", "1e999", "nan", "inf", "20000", "19999.999", "10",
    "3600", "360", "-360", "2400", "1200.0001", "9" * 40, "true", '"7"', "[]", "[1]", "{}",
)  # fmt: skip
_WORDS = ("", "a", "line", "everything.toml", "../../etc/passwd", "/dev/zero", "picture.png", "drawing.svg", "CON.png",
          "ж" * 200, "\\u0000", "#ffffff", "#gggggg", "left", "漢字", "nothing.png", "nothing.svg")  # fmt: skip
_SVG_VALUES = (
    "0", "-5", "1e38", "-1e38", "1e-38", "nan", "inf", "100%", "none", "url(#fade)", "url(#mark)", "#mark", "inherit",
    "1e999", "", "M0 0", "M0 0 L1e20 1e20", "M 0 0 A 0 0 0 0 0 5 5", "matrix(0 0 0 0 0 0)", "rotate(1e30)",
    "scale(1e10)", "0 0 0 0", "a" * 500,
)  # fmt: skip


def mutated(count: int, first: int = 0) -> Iterator[dict[str, bytes]]:
    """Folders' contents, by file name: in each one or two files are spoilt. Each number always gives the same."""
    whole = {name: (MATS / name).read_bytes() for name in FILES}
    for number in range(first, first + count):
        rng = Random(f"mutation {number}")
        files = dict(whole)
        for name in rng.choices(FILES, weights=(5, 2, 3), k=rng.choice((1, 1, 2))):
            spoil: Callable[[bytes, Random], bytes] = rng.choice(_SPOILERS[name])
            for _ in range(rng.choice((1, 1, 2, 5))):
                files[name] = spoil(files[name], rng)
        yield files


def _flip(data: bytes, rng: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(rng.choice((1, 3, 20))):
        if spoilt:
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def _cut(data: bytes, rng: Random) -> bytes:
    begin = rng.randrange(len(data) + 1)
    end = rng.choice((len(data), begin + rng.randrange(200)))
    return data[:begin] + data[end:]


def _double(data: bytes, rng: Random) -> bytes:
    begin = rng.randrange(len(data) + 1)
    part = data[begin : begin + rng.randrange(1, 400)]
    return data[:begin] + part * rng.choice((2, 2, 50)) + data[begin:]


def _other_number(data: bytes, rng: Random) -> bytes:
    return _replaced(rb"-?\b\d+(?:\.\d+)?\b", data, rng.choice(_NUMBERS).encode(), rng)


def _other_word(data: bytes, rng: Random) -> bytes:
    return _replaced(rb'"[^"\n]*"', data, f'"{rng.choice(_WORDS)}"'.encode(), rng)


def _moved_line(data: bytes, rng: Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(rng.randrange(len(lines)))
    for _ in range(rng.choice((0, 1, 2))):
        lines.insert(rng.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _many_tables(data: bytes, rng: Random) -> bytes:
    tables = data.split(b"\n\n")
    table = rng.choice(tables)
    return (
        data + b"\n\n" + b"\n\n".join(table.replace(b'id = "', b'id = "n%d-' % i) for i in range(rng.choice((3, 300))))
    )


def _deep(data: bytes, rng: Random) -> bytes:
    """A value in tables in tables, or in lists in lists, and some much too long."""
    count = rng.choice((2, 60, 2000, 100_000))
    key, value = b"a", b"1"
    match rng.randrange(5):
        case 0:
            key = b".".join([b"a"] * count)
        case 1:
            value = b"[" * count + b"]" * count
        case 2:
            value = b"{b=" * count + b"1" + b"}" * count
        case 3:
            value = b"[" + b"[0, 0], " * count + b"]"
        case _:
            value = b'"' + b"a" * 10 * count + b'"'
    if rng.random() < 0.5:
        key = rng.choice(re.findall(rb"(?m)^(\w+) =", data) or [key])
    lines = data.split(b"\n")
    lines.insert(rng.randrange(len(lines) + 1), key + b" = " + value)
    return b"\n".join(lines)


def _other_value(data: bytes, rng: Random) -> bytes:
    return _replaced(rb'"[^"\n<>]*"', data, f'"{rng.choice(_SVG_VALUES)}"'.encode(), rng)


def _nested(data: bytes, rng: Random) -> bytes:
    deep = rng.choice((3, 70, 3000))
    return data.replace(
        b"</svg>", b"<g transform='scale(2)'>" * deep + b"<rect width='1' height='1'/>" + b"</g>" * deep + b"</svg>"
    )


def _multiplying(data: bytes, rng: Random) -> bytes:
    """Each of a few groups uses the one before ten times."""
    groups = [b"<g id='x0'><rect width='3' height='3'/></g>"]
    groups += [
        b"<g id='x%d'>" % i + b"<use href='#x%d'/>" % (i - 1) * 10 + b"</g>" for i in range(1, rng.choice((3, 9)))
    ]
    return data.replace(
        b"</svg>", b"<defs>" + b"".join(groups) + b"</defs><use href='#x%d'/></svg>" % (len(groups) - 1)
    )


def _endless(data: bytes, rng: Random) -> bytes:
    """An element that uses itself, or abbreviations within abbreviations."""
    if rng.random() < 0.5:
        return data.replace(b"</svg>", b"<g id='me'><use href='#me'/></g></svg>")
    entities = b'<!ENTITY a "aaaaaaaaaa">' + b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a;" * 10) for i in range(8))
    return data.replace(b"<svg", b"<!DOCTYPE svg [" + entities + b"]><svg", 1).replace(b"not carried", b"&a7;")


def _long_path(data: bytes, rng: Random) -> bytes:
    step = rng.choice((b"h1", b"l3 1 -3 1", b"c1 1 2 2 3 0", b"a1 1 0 0 1 2 2", b"z", b"m1 1h5v5z"))
    path = b"<path d='M5 5" + step * rng.choice((100, 5000, 200_000)) + b"' stroke='red'/>"
    return data.replace(b"</svg>", path + b"</svg>")


def _other_size(data: bytes, rng: Random) -> bytes:
    """A PNG whose header says another size, with its checksum right."""
    if len(data) < 33:
        return data
    sizes = (0, 1, 239, 240, 5_000, 20_000, 65_535, 2**31 - 1, 2**32 - 1)
    head = (
        struct.pack(">LL", rng.choice(sizes), rng.choice(sizes))
        + bytes((rng.choice((1, 8, 16)), rng.choice((0, 2, 3, 4, 6))))
        + data[26:29]
    )
    return data[:16] + head + struct.pack(">L", zlib.crc32(b"IHDR" + head)) + data[33:]


def _bomb(data: bytes, rng: Random) -> bytes:
    """A PNG of little data that would be very many dots, or whose text would."""
    columns, rows = rng.choice(((3000, 2600), (20_000, 400), (60_000, 60_000), (10, 10)))
    head = struct.pack(">LLBBBBB", columns, rows, 8, rng.choice((0, 2, 6)), 0, 0, rng.choice((0, 1)))
    plain = zlib.compress(bytes(30_000_000), 9)
    kind, body = rng.choice(((b"IDAT", plain), (b"zTXt", b"a\0\0" + plain), (b"iCCP", b"a\0\0" + plain)))
    chunks = [(b"IHDR", head), (kind, body), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(body)) + name + body + struct.pack(">L", zlib.crc32(name + body)) for name, body in chunks
    )


def _replaced(pattern: bytes, data: bytes, new: bytes, rng: Random) -> bytes:
    places = list(re.finditer(pattern, data))
    if not places:
        return data
    place = rng.choice(places)
    return data[: place.start()] + new + data[place.end() :]


_ANY = (_flip, _cut, _double)
_SPOILERS: dict[str, tuple[Callable[[bytes, Random], bytes], ...]] = {
    "everything.toml": (
        *_ANY,
        _other_number,
        _other_number,
        _other_number,
        _other_word,
        _moved_line,
        _many_tables,
        _deep,
    ),
    "picture.png": (*_ANY, _other_size, _bomb),
    "drawing.svg": (*_ANY, _other_number, _other_value, _other_value, _nested, _multiplying, _endless, _long_path),
}


def spoilt_toml(data: bytes, rng: Random) -> bytes:
    """A TOML file with one to five faults."""
    spoil = rng.choice(_SPOILERS["everything.toml"])
    for _ in range(rng.choice((1, 1, 2, 5))):
        data = spoil(data, rng)
    return data
