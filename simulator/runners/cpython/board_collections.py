"""`collections` of the board for the CPython child: its `deque` is a ring of a fixed size, the rest are CPython's."""

import _port

_host = _port.host_module("collections")
OrderedDict = _host.OrderedDict
namedtuple = _host.namedtuple
_CHECKS = 1  # of the flags: a full deque takes no more, and a number that is there is never pushed out


class deque:
    """One place of the ring is always empty, as in the interpreter's own: a loop over one that changes shows that."""

    __slots__ = ("_checks", "_first", "_places", "_ring", "_stop")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, iterable, maxlen, flags=0, /):
        for number in (maxlen, flags):
            if not isinstance(number, int):
                raise TypeError(f"can't convert {type(number).__name__} to int")
        if maxlen < 0:
            raise ValueError
        self._places = maxlen + 1
        self._ring = [None] * self._places
        self._first = self._stop = 0
        self._checks = flags & _CHECKS
        self.extend(iterable)

    def append(self, value, /):
        stop = self._stop + 1
        if stop == self._places:
            stop = 0
        if stop == self._first and self._checks:
            raise IndexError("full")
        self._ring[self._stop] = value
        self._stop = stop
        if stop == self._first:
            self._ring[stop] = None
            self._first = stop + 1 if stop + 1 < self._places else 0

    def appendleft(self, value, /):
        first = (self._first or self._places) - 1
        if first == self._stop:
            if self._checks:
                raise IndexError("full")
            self._stop = (self._stop or self._places) - 1
            self._ring[self._stop] = None
        self._first = first
        self._ring[first] = value

    def extend(self, values, /):
        for value in values:
            self.append(value)

    def popleft(self):
        first = self._first
        if first == self._stop:
            raise IndexError("empty")
        value = self._ring[first]
        self._ring[first] = None
        self._first = first + 1 if first + 1 < self._places else 0
        return value

    def pop(self):
        if self._first == self._stop:
            raise IndexError("empty")
        stop = self._stop = (self._stop or self._places) - 1
        value = self._ring[stop]
        self._ring[stop] = None
        return value

    def __len__(self):
        return (self._stop - self._first) % self._places

    def _place(self, index):
        if not isinstance(index, int):
            raise TypeError(f"deque indices must be integers, not {type(index).__name__}")
        count = len(self)
        if not -count <= index < count:
            raise IndexError("deque index out of range")
        return (self._first + index % count) % self._places

    def __getitem__(self, index):
        return self._ring[self._place(index)]

    def __setitem__(self, index, value):
        self._ring[self._place(index)] = value

    def __delitem__(self, index):
        raise TypeError("'deque' object doesn't support item deletion")

    def __iter__(self):
        at = self._first
        while at != self._stop:
            yield self._ring[at]
            at = at + 1 if at + 1 < self._places else 0

    def __repr__(self):
        return "<deque>"
