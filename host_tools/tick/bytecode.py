"""What is in a .mpy: the bytecodes of each source line, in classes that cost alike.

The format is that of version 6 (py/persistentcode.c, py/bc.h and py/bc0.h of MicroPython 1.29).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

PLAIN, ATTRIBUTE, GLOBAL, SUBSCRIPT, OPERATION, ITERATION, CALL = (
    "plain", "attribute", "global", "subscript", "operation", "iteration", "call"
)  # fmt: skip
_QSTR, _UINT, _OFFSET = 1, 2, 3  # what follows an opcode; 0 is nothing
_FORMATS = 0x000003A4  # two bits for each sixteen opcodes
_EXTRA_BYTE_MASK = 0x9E
_SIGNED_JUMPS = (0x40, 0x42, 0x43, 0x44)
_BYTECODE = 0  # kind of a code block
_FIRST_UNARY, _AFTER_LAST = 0xD0, 0x100
_CLASSES = {
    **dict.fromkeys((0x13, 0x14, 0x15, 0x18), ATTRIBUTE),  # LOAD_ATTR, LOAD_METHOD, LOAD_SUPER_METHOD, STORE_ATTR
    **dict.fromkeys((0x11, 0x12, 0x16, 0x17), GLOBAL),  # LOAD and STORE of NAME and GLOBAL
    **dict.fromkeys((0x55, 0x56), SUBSCRIPT),
    **dict.fromkeys((0x4B, 0x5E, 0x5F), ITERATION),  # FOR_ITER, GET_ITER, GET_ITER_STACK
    **dict.fromkeys((0x34, 0x35, 0x36, 0x37), CALL),  # CALL_FUNCTION, CALL_METHOD, and both with * and **
}


class Unreadable(Exception):
    """It is no .mpy of the version that this module knows."""


@dataclass(frozen=True)
class Instruction:
    line: int
    opcode: int
    offset: int
    target: int | None = None  # of a jump

    @property
    def kind(self) -> str:
        if _FIRST_UNARY <= self.opcode < _AFTER_LAST:
            return OPERATION
        return _CLASSES.get(self.opcode, PLAIN)


@dataclass
class Code:
    """A function's, a class's or the module's own block, and the blocks inside it."""

    instructions: list[Instruction] = field(default_factory=list)
    inside: list["Code"] = field(default_factory=list)

    def walk(self) -> Iterator["Code"]:
        yield self
        for one in self.inside:
            yield from one.walk()


def read_mpy(data: bytes) -> Code:
    """The module's block."""
    reader = _Reader(data)
    if reader.take(1) != b"M" or reader.take(1) != b"\x06":
        raise Unreadable("version")
    feature, _ = reader.byte(), reader.byte()
    if feature & 0x40:
        reader.uint()
    names, objects = reader.uint(), reader.uint()
    for _ in range(names):
        length = reader.uint()
        if not length & 1:
            reader.take((length >> 1) + 1)
    for _ in range(objects):
        _skip_object(reader)
    return _read_code(reader)


def by_line(code: Code) -> dict[int, Counter[str]]:
    """How many bytecodes of each class every line of the module's functions has."""
    found: dict[int, Counter[str]] = {}
    for block in code.walk():
        for one in block.instructions:
            found.setdefault(one.line, Counter())[one.kind] += 1
    return found


def loop(code: Code) -> Counter[str]:
    """The bytecodes of one turn of the last loop in the block: from where its last jump back leads to that jump."""
    back = [one for one in code.instructions if one.target is not None and one.target <= one.offset]
    first, last = back[-1].target or 0, back[-1].offset
    return Counter(one.kind for one in code.instructions if first <= one.offset <= last)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        taken = self._data[self.at : self.at + count]
        if len(taken) < count:
            raise Unreadable("end")
        self.at += count
        return taken

    def byte(self) -> int:
        return self.take(1)[0]

    def uint(self) -> int:
        value = 0
        while True:
            byte = self.byte()
            value = value << 7 | byte & 0x7F
            if not byte & 0x80:
                return value


def _skip_object(reader: _Reader) -> None:
    kind = reader.byte()
    if kind <= 4:  # a table of functions, None, False, True, Ellipsis
        return
    length = reader.uint()
    if kind == 10:  # a tuple
        for _ in range(length):
            _skip_object(reader)
    else:
        reader.take(length + (kind in (5, 6)))  # a text and bytes end with a zero


def _read_code(reader: _Reader) -> Code:
    head = reader.uint()
    if head & 3 != _BYTECODE:
        raise Unreadable("machine code")
    data = reader.take(head >> 3)
    code = Code(list(_instructions(data)))
    if head & 4:
        code.inside = [_read_code(reader) for _ in range(reader.uint())]
    return code


def _instructions(data: bytes) -> Iterator[Instruction]:
    reader = _Reader(data)
    arguments = _arguments(reader)
    info = cells = turn = 0
    while True:  # the sizes of what comes before the bytecodes
        byte = reader.byte()
        info |= ((byte & 0x7E) >> 1) << (6 * turn)
        cells |= (byte & 1) << turn
        turn += 1
        if not byte & 0x80:
            break
    begin = reader.at + info + cells
    end_of_lines = reader.at + info
    for _ in range(1 + arguments):
        reader.uint()
    lines = list(_lines(data[reader.at : end_of_lines]))
    at = begin
    while at < len(data):
        length, target = _decode(data, at)
        line = next((line for start, line in reversed(lines) if start <= at - begin), 1)
        yield Instruction(line, data[at], at - begin, None if target is None else target - begin)
        at += length


def _arguments(reader: _Reader) -> int:
    """How many arguments have names; they stand in the signature, bit by bit."""
    byte = reader.byte()
    positional, keyword_only, turn = byte & 3, 0, 0
    while byte & 0x80:
        byte = reader.byte()
        positional |= (byte & 4) << turn
        keyword_only |= ((byte & 8) >> 3) << turn
        turn += 1
    return positional + keyword_only


def _lines(table: bytes) -> Iterator[tuple[int, int]]:
    """Where each line begins: offset and line."""
    offset, line, at = 0, 1, 0
    yield 0, 1
    while at < len(table):
        byte = table[at]
        if byte & 0x80:
            offset += byte & 0x0F
            line += (byte << 4) & 0x700 | table[at + 1]
            at += 2
        else:
            offset += byte & 0x1F
            line += byte >> 5
            at += 1
        yield offset, line


def _decode(data: bytes, at: int) -> tuple[int, int | None]:
    """The length of the instruction there, and where it jumps."""
    opcode = data[at]
    form = _FORMATS >> (2 * (opcode >> 4)) & 3
    next_ = at + 1
    target = None
    if form in (_QSTR, _UINT):
        while data[next_] & 0x80:
            next_ += 1
        next_ += 1
    elif form == _OFFSET:
        signed = opcode in _SIGNED_JUMPS
        if data[next_] & 0x80:
            jump = (data[next_] & 0x7F | data[next_ + 1] << 7) - (0x4000 if signed else 0)
            next_ += 2
        else:
            jump = data[next_] - (0x40 if signed else 0)
            next_ += 1
        target = next_ + jump
    if opcode & _EXTRA_BYTE_MASK == 0:
        next_ += 1
    return next_ - at, target
