"""`machine.mem8` and its like, and memory that outlives a reset. Behaviour: library/machine (Memory access).

There are no registers behind the addresses: what a program does by them, `machine`'s classes do.
"""

import _boot
import _profile
from array import array

_BACKUP = "backup memory "  # its name among what the chip keeps, with the number of the region


class _Memory:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, address):
        raise NotImplementedError(self._name + " is not simulated; it works on a real board")

    def __setitem__(self, address, value):
        self.__getitem__(address)

    def __repr__(self):
        return "<" + self._name + ">"


mem8, mem16, mem32 = _Memory("mem8"), _Memory("mem16"), _Memory("mem32")
_regions = {}


def mem_backup(region=0):
    """A writable view of a region; a tuple of all of them for -1."""
    sizes = _profile.BACKUP_REGIONS
    if region == -1:
        return tuple([mem_backup(number) for number in range(len(sizes))])
    if not 0 <= region < len(sizes):
        raise ValueError("invalid region")
    if region not in _regions:
        code, count = sizes[region]
        name = _BACKUP + str(region)
        kept = _boot.kept.get(name)
        if kept is None:
            kept = bytes(count * (4 if code == "I" else 1))
        _regions[region] = _boot.kept[name] = array(code, kept)
    return memoryview(_regions[region])
