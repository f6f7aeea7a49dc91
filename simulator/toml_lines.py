"""Which line of a TOML text each key stands on; the standard library's reader does not tell.

Works on a text that `tomllib` has accepted, so it only has to follow the structure, not to check it.
"""

KeyPath = tuple[str | int, ...]

_CLOSERS = ",]}\n#"


def key_lines(text: str) -> dict[KeyPath, int]:
    """Line numbers, from 1, by key path: `("variants", 1, "world")`. Tables, array items and inline tables included."""
    return _Walk(text).run()


def value_places(text: str) -> dict[KeyPath, tuple[int, int]]:
    """Where each value begins and ends in a text with plain line ends, by key path; of inline tables and arrays, with
    their brackets."""
    walk = _Walk(text)
    walk.run()
    return walk.places


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int:
    """The line of that key, or of the nearest table that should have held it; 1 when nothing is nearer."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n") + "\n"
        self.at = 0
        self.counted = 0  # up to there the lines are counted
        self.line = 1
        self.lines: dict[KeyPath, int] = {}
        self.places: dict[KeyPath, tuple[int, int]] = {}
        self.counts: dict[KeyPath, int] = {}  # items so far of each array of tables

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._skip_blank():
            if self.text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)
        return self.lines

    def _header(self) -> KeyPath:
        many = self.text.startswith("[[", self.at)
        line = self._line()
        self.at += 2 if many else 1
        keys = self._keys()
        self.at = self.text.index("\n", self.at)
        path = self._enter((), keys[:-1])
        if many:
            array = (*path, keys[-1])
            index = self.counts.get(array, 0)
            self.counts[array] = index + 1
            self.lines.setdefault(array, line)
            path = (*array, index)
        else:
            path = self._enter(path, keys[-1:])
        self.lines[path] = line
        return path

    def _enter(self, path: KeyPath, keys: list[str]) -> KeyPath:
        for key in keys:
            path = (*path, key)
            self.lines.setdefault(path, self._line())
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def _pair(self, table: KeyPath) -> None:
        line = self._line()
        keys = self._keys()
        self.at = self.text.index("=", self.at) + 1
        path = self._enter(table, keys[:-1])
        path = (*path, keys[-1])
        self.lines[path] = line
        self._value(path)

    def _keys(self) -> list[str]:
        """A dotted key; stops at the `=` or `]` after it."""
        keys: list[str] = []
        while True:
            self._skip_spaces()
            start = self.at
            if self.text[start] in "\"'":
                self._string()
                keys.append(self.text[start + 1 : self.at - 1])
            else:
                while self.text[self.at] not in " \t.=]":
                    self.at += 1
                keys.append(self.text[start : self.at])
            self._skip_spaces()
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _value(self, path: KeyPath) -> None:
        self._skip_spaces()
        begin = self.at
        self._pass_value(path)
        self.places[path] = begin, begin + len(self.text[begin : self.at].rstrip())

    def _pass_value(self, path: KeyPath) -> None:
        char = self.text[self.at]
        if char in "\"'":
            self._string()
        elif char == "[":
            self._array(path)
        elif char == "{":
            self._inline_table(path)
        else:
            while self.text[self.at] not in _CLOSERS:
                self.at += 1

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        while self._skip_blank() and self.text[self.at] != "]":
            self.lines[(*path, index)] = self._line()
            self._value((*path, index))
            index += 1
            self._skip_comma()
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self._skip_blank() and self.text[self.at] != "}":
            self._pair(path)
            self._skip_comma()
        self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        triple = quote * 3
        if self.text.startswith(triple, self.at):
            self.at += 3
            while not self.text.startswith(triple, self.at):
                self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
            self.at += 3
            while self.text[self.at] == quote:  # up to two quotes may stand right before the closing three
                self.at += 1
            return
        self.at += 1
        while self.text[self.at] != quote:
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += 1

    def _skip_comma(self) -> None:
        self._skip_blank()
        if self.text[self.at] == ",":
            self.at += 1

    def _skip_spaces(self) -> None:
        while self.text[self.at] in " \t":
            self.at += 1

    def _skip_blank(self) -> bool:
        """Past spaces, line ends and comments; False at the end of the text."""
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == "#":
                self.at = self.text.index("\n", self.at)
            elif char not in " \t\n\r":
                return True
            else:
                self.at += 1
        return False

    def _line(self) -> int:
        """The walk only goes on, so each line is counted once: a file of a megabyte has a hundred thousand values."""
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line
