"""CPU time and memory of this process and of those it has waited for; how fast this computer is."""

import resource
import time
from pathlib import Path
from typing import NamedTuple

LOOP = 1_000_000


class Spent(NamedTuple):
    """CPU seconds."""

    own_s: float
    children_s: float

    @property
    def total_s(self) -> float:
        return self.own_s + self.children_s

    def less(self, other: "Spent") -> "Spent":
        return Spent(self.own_s - other.own_s, self.children_s - other.children_s)


def spent() -> Spent:
    """Since the beginning."""
    own, children = (_cpu_s(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Spent(own, children)


def _cpu_s(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def own_peak_mb() -> float:
    """The most that this process has held so far. MB are 2²⁰ bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Held(NamedTuple):
    """The most that a process has held, and how much of it all that run the same program share. In MB."""

    most: float
    shared: float


def held_by(pid: int) -> Held:
    """Of another process that still lives. What the system tells of ended children will not do: a child begins as a
    copy of this process, and that counts."""
    status = Path(f"/proc/{pid}/status").read_text()
    most, shared = (int(status.partition(name)[2].split()[0]) / 1024 for name in ("VmHWM:", "RssFile:"))
    return Held(most, shared)


def loop_s() -> float:
    """What a loop of LOOP turns takes in this interpreter: tells how tables of different computers compare."""
    return min(_loop_once_s() for _ in range(5))


def _loop_once_s() -> float:
    begin = time.process_time()
    number = 0
    for turn in range(LOOP):
        number = (number * 1_103_515_245 + turn) & 0xFFFF_FFFF
    return time.process_time() - begin
