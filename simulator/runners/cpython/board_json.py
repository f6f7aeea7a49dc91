"""`json` of the board for the CPython child: what its small reader takes for JSON, and how its writer prints.

docs.micropython.org, library/json. The reader skips commas and colons like spaces; the writer prints what JSON has no
form for as `repr` does. `tests/contract/test_json.py` compares with the interpreter's.
"""

import _port

_END = 0  # the board's reader takes a zero byte for the end, too
_SPACES = b" \t\n\r\v\f"
_SKIPPED = b",: \t\n\r"
_LITERALS = {0x6E: (b"ull", None), 0x74: (b"rue", True), 0x66: (b"alse", False)}  # by their first letter: n, t, f
_ESCAPES = {0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9}  # b, f, n, r, t
_ESCAPED = {code: "\\u%04x" % code for code in range(32)} | {
    34: '\\"', 92: "\\\\", 10: "\\n", 13: "\\r", 9: "\\t",
}  # fmt: skip
_ORDERED = _port.host_module("collections").OrderedDict.__repr__
_TEXTS = (str.__repr__, bytes.__repr__)
_NO_STREAM = "stream operation not supported"
_STREAMS = (_port.IOBase, _port.StringIO, _port.BytesIO)


def _fail():
    raise ValueError("syntax error in JSON")


class _Reader:
    """Reads one value from bytes that come one by one, and nothing but spaces after it."""

    def __init__(self, codes):
        self._codes = iter(codes)
        self._step()

    def _step(self):
        self._code = next(self._codes, _END)

    def whole(self):
        value = self._value()
        while self._code and self._code in _SPACES:
            self._step()
        if self._code != _END:
            _fail()
        return value

    def _value(self):
        top, outer, key = None, [], None  # the list or dict that is being filled, those around it, a key without value
        while True:
            code = self._code
            if code == _END:
                _fail()
            self._step()
            if code in _SKIPPED:
                continue
            if code in b"]}":
                if top is None:
                    _fail()
                if not outer:
                    return top
                top = outer.pop()
                continue
            opens = code in b"[{"
            value = ([] if code == 0x5B else {}) if opens else self._plain(code)
            if top is None:
                if not opens:
                    return value
            elif isinstance(top, list):
                top.append(value)
            elif key is None:
                if opens:
                    _fail()
                key = (value,)
            else:
                top[key[0]] = value
                key = None
            if opens:
                if top is not None:
                    outer.append(top)
                top = value

    def _plain(self, code):
        if code == 0x22:
            return self._text()
        if code == 0x2D or 0x30 <= code <= 0x39:
            return self._number(code)
        rest, value = _LITERALS.get(code) or _fail()
        for letter in rest:
            if self._code != letter:
                _fail()
            self._step()
        return value

    def _number(self, code):
        digits = chr(code)
        while self._code and self._code in b"+-.0123456789Ee":
            digits += chr(self._code)
            self._step()
        if "." in digits or "e" in digits or "E" in digits:
            try:
                return float(digits)
            except ValueError:
                raise ValueError("invalid syntax for number") from None
        try:
            return int(digits)
        except ValueError:
            raise ValueError(f"invalid syntax for integer with base 10: '{digits.removeprefix('-')}'") from None

    def _text(self):
        letters = bytearray()
        while self._code != 0x22:
            code = self._code
            if code == _END:
                _fail()
            self._step()
            if code == 0x5C:
                code = self._code
                if code == _END:
                    _fail()
                self._step()
                if code == 0x75:
                    letters += self._by_number().encode("utf-8", "surrogatepass")
                    continue
                code = _ESCAPES.get(code, code)
            letters.append(code)
        self._step()
        try:
            return letters.decode("utf-8", "surrogatepass")
        except UnicodeError:
            raise UnicodeError from None

    def _by_number(self):
        """The letter of four digits, of which the board asks only that they are there."""
        number = 0
        for _ in range(4):
            if self._code == _END:
                _fail()
            digit = (self._code | 0x20) - 0x30
            number = number << 4 | (digit if 0 <= digit <= 9 else digit - 39)
            self._step()
        return chr(number)


def _quoted(text):
    return '"' + text.translate(_ESCAPED) + '"'


def _printed(value, comma, colon):
    """The value as the board prints it for JSON; how a class prints itself goes before what it is made from."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    kind = type(value).__repr__
    if kind is str.__repr__:
        return _quoted(value)
    if kind is bytes.__repr__:
        return _quoted(value.decode("utf-8", "replace"))
    if kind is list.__repr__ or kind is tuple.__repr__:
        return "[" + comma.join([_printed(item, comma, colon) for item in value]) + "]"
    if kind is dict.__repr__ or kind is _ORDERED:
        items = [_printed_key(key, comma, colon) + colon + _printed(item, comma, colon) for key, item in value.items()]
        return "{" + comma.join(items) + "}"
    if kind is BaseException.__repr__ and type(value).__module__ == "builtins":
        return _printed(value.args, comma, colon)
    return repr(value)


def _printed_key(key, comma, colon):
    text = _printed(key, comma, colon)
    return text if type(key).__repr__ in _TEXTS else '"' + text + '"'


def _separators(given):
    if given is None:
        return ", ", ": "
    if not isinstance(given, tuple | list):
        raise TypeError(f"object '{type(given).__name__}' isn't a tuple or list")
    if len(given) != 2:
        raise ValueError(f"requested length 2 but object has length {len(given)}")
    return [part if isinstance(part, str) else _bytes(part).decode() for part in given]


def _bytes(text):
    if not isinstance(text, bytes):
        raise TypeError(f"can't convert '{type(text).__name__}' object to str implicitly")
    return text


def dumps(value, /, *, separators=None):
    return _printed(value, *_separators(separators))


def dump(value, stream, /, *, separators=None):
    if not isinstance(stream, _STREAMS) and stream is not _port.stdout:
        raise _port.os_error(_NO_STREAM)
    text = dumps(value, separators=separators)
    texts = stream is _port.stdout or isinstance(stream, _port.StringIO)
    stream.write(text if texts else bytearray(text.encode("utf-8", "surrogatepass")))


def loads(text, /):
    if isinstance(text, str):
        return _Reader(text.encode("utf-8", "surrogatepass")).whole()
    try:
        codes = bytes(memoryview(text))
    except TypeError:
        raise TypeError("object with buffer protocol required") from None
    return _Reader(codes).whole()


def load(stream, /):
    if not isinstance(stream, _STREAMS):
        raise _port.os_error(_NO_STREAM)
    return _Reader(_letters(stream) if isinstance(stream, _port.StringIO) else _codes(stream)).whole()


def _letters(stream):
    while letter := stream.read(1):
        yield from letter.encode("utf-8", "surrogatepass")


def _codes(stream):
    """Byte by byte, as the board asks for them."""
    one = bytearray(1)
    while stream.readinto(one):
        yield one[0]
