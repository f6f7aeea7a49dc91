"""`re` of the board for the CPython child: the patterns that MicroPython's small engine takes, and what they find.

docs.micropython.org, library/re. A pattern is written again for the host's engine, over bytes as there;
`tests/contract/test_re.py` compares with the interpreter's.
"""

import _port

_host = _port.host_module("re")
_NAMED = {"d": "0-9", "s": " \\t-\\r", "w": "A-Za-z0-9_"}
_compiled = {}  # by pattern


class _Pattern:
    """Reads a pattern from its beginning and writes the host's; ValueError when the board takes it for none."""

    def __init__(self, text):
        self._text = text
        self._at = 0

    def whole(self):
        written = self._alternatives()
        if self._at < len(self._text):
            self._fail()
        return written

    def _fail(self):
        raise ValueError("Error in regex")

    def _next(self):
        """The character here, and a step on; an empty text at the end."""
        one = self._text[self._at : self._at + 1]
        self._at += 1
        return one

    def _alternatives(self):
        """Up to a closing bracket or the end, which is left where it is."""
        written = []
        repeatable = False
        while self._at < len(self._text) and self._text[self._at] != ")":
            one = self._next()
            if one in "?*+":
                if not repeatable:
                    self._fail()
                if self._text[self._at : self._at + 1] == "?":
                    one += self._next()
                repeatable = False
            elif one in "|^$":
                one = {"|": "|", "^": "\\A", "$": "\\Z"}[one]
                repeatable = False
            else:
                repeatable = True
                if one == "\\":
                    one = self._next()
                    if not one:
                        self._fail()
                    one = _set_of([one]) if one.lower() in _NAMED else _host.escape(one)
                elif one == "[":
                    one = self._set()
                elif one == "(":
                    one = self._group()
                elif one != ".":
                    one = _host.escape(one)
            written.append(one)
        return "".join(written)

    def _group(self):
        begin = "("
        if self._text[self._at : self._at + 2] == "?:":
            self._at += 2
            begin = "(?:"
        inside = self._alternatives()
        if self._next() != ")":
            self._fail()
        return begin + inside + ")"

    def _set(self):
        negative = self._text[self._at : self._at + 1] == "^"
        if negative:
            self._at += 1
        parts = []
        while True:
            first = self._next()
            if first == "]":
                break
            if first == "\\":
                first = self._next()
                if first and first.lower() in _NAMED:
                    parts.append(first)
                    continue
            if not first:
                self._fail()
            last = first
            if self._text[self._at : self._at + 1] == "-" and self._text[self._at + 1 : self._at + 2] not in ("]", ""):
                self._at += 1
                last = self._next()
            if first <= last:
                parts.append("\\x%02x-\\x%02x" % (ord(first), ord(last)))
        return _set_of(parts, negative)


def _set_of(parts, negative=False):
    """A set of ranges and of letters that name one, a capital for all but its own."""
    inside = "".join(_NAMED.get(part, part) for part in parts if not part.isupper() or len(part) > 1)
    others = ["[^" + _NAMED[part.lower()] + "]" for part in parts if len(part) == 1 and part.isupper()]
    choices = (["[" + inside + "]"] if inside else []) + others
    if negative:
        return "(?:" + "".join("(?!" + choice + ")" for choice in choices) + ".)"
    return "(?:" + "|".join(choices) + ")" if choices else "(?!)"


def _bytes(text):
    if isinstance(text, str):
        return text.encode()
    if isinstance(text, bytes | bytearray | memoryview):
        return bytes(text)
    raise TypeError(f"can't convert '{type(text).__name__}' object to str implicitly")


class _Match:
    __slots__ = ("_found", "_kind")

    def __init__(self, found, kind):
        self._found = found
        self._kind = kind

    def group(self, number, /):
        if not isinstance(number, int):
            raise TypeError(f"can't convert {type(number).__name__} to int")
        if not 0 <= number <= self._found.re.groups:
            raise IndexError(number)
        return _as(self._kind, self._found.group(number))


def _as(kind, data):
    if data is None or kind is not str:
        return data
    try:
        return data.decode()
    except ValueError:
        raise UnicodeError from None


class _Regex:
    __slots__ = ("_host",)

    def __init__(self, pattern):
        text = pattern if isinstance(pattern, str) else _bytes(pattern).decode("latin-1")
        text = text.encode().decode("latin-1") if isinstance(pattern, str) else text
        self._host = _host.compile(_Pattern(text).whole().encode("latin-1"), _host.DOTALL)

    def _find(self, find, text, ends):
        data = _bytes(text)
        begin = min(max(0, ends[0]), len(data)) if ends else 0
        end = max(begin, min(ends[1], len(data))) if len(ends) > 1 else len(data)
        found = find(data, begin, end)
        return None if found is None else _Match(found, type(text))

    def match(self, text, /, *ends):
        return self._find(self._host.match, text, ends)

    def search(self, text, /, *ends):
        return self._find(self._host.search, text, ends)

    def split(self, text, most=0, /):
        data, kind, at, parts = _bytes(text), type(text), 0, []
        for found in self._finds(data, most):
            if self._host.groups:
                raise NotImplementedError("splitting with sub-captures")
            parts.append(_as(kind, data[at : found.start()]))
            at = found.end()
        return [*parts, _as(kind, data[at:])]

    def _finds(self, data, most):
        """One match after the other, up to `most` of them if that is above zero, or to an empty one."""
        at = 0
        while True:
            found = self._host.search(data, at)
            if found is None or found.start() == found.end():
                return
            yield found
            at = found.end()
            most -= 1
            if most == 0:
                return

    def sub(self, replace, text, count=0, flags=0, /):
        data, kind, at, made = _bytes(text), type(text), 0, []
        for found in self._finds(data, count):
            new = _bytes(replace(_Match(found, kind)) if callable(replace) else replace)
            made += (data[at : found.start()], _filled(new, found))
            at = found.end()
        return _as(kind, b"".join([*made, data[at:]])) if made else text


def _filled(new, found):
    r"""A replacement with its \1 and \g<1> filled in; other escapes lose their backslash."""

    def part(escape):
        number = escape.group(1) or escape.group(2)
        if number is None:
            return b"\\" if escape.group() == b"\\\\" else b""
        if int(number) > found.re.groups:
            raise IndexError(int(number))
        return found.group(int(number)) or b""

    return _host.sub(rb"\\(?:g<([0-9]+)>?|([0-9]+)|\\|)", part, new.split(b"\0")[0])


def compile(pattern, flags=0, /):
    if isinstance(pattern, _Regex):
        return pattern
    found = _compiled.get(pattern) if isinstance(pattern, str | bytes) else None
    if found is None:
        found = _compiled[pattern] = _Regex(pattern)
    return found


def match(pattern, text, /, *ends):
    return compile(pattern).match(text, *(ends if isinstance(pattern, _Regex) else ()))


def search(pattern, text, /, *ends):
    return compile(pattern).search(text, *(ends if isinstance(pattern, _Regex) else ()))


def sub(pattern, replace, text, count=0, flags=0, /):
    return compile(pattern).sub(replace, text, count)
