"""`gc` of the board for the CPython child: the calls are there, the figures are those of a fresh board."""

_MEM_FREE = 111_000
_MEM_ALLOC = 9_000


def collect():
    return 0


def enable():
    pass


def disable():
    pass


def isenabled():
    return True


def mem_free():
    return _MEM_FREE


def mem_alloc():
    return _MEM_ALLOC


def threshold(amount=-1):
    return -1
