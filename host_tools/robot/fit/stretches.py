"""The parts of a record in which the robot drives, each from rest to rest: what a simulation can begin with."""

from dataclasses import dataclass, replace

import numpy

from .records import BATTERY, DUTIES, FULL, Record

REST_MS = 120  # without a count, motors off or braking
LEAST_MS = 150
MOST_GAP_MS = 100  # between two records of a drive

Share = float | None  # of full, from -1 to 1; None where the motor is off


@dataclass(frozen=True)
class Stretch:
    """Times in ms from its start; each share holds from its time to the next. Counts are 0 at the start.

    `plays`: where in its play each gearbox stands at the start, as a part of it, ahead positive; no record tells.
    `first`: of its record, so that nobody knows what was before.
    """

    begin_ms: int  # in the record
    times_ms: tuple[int, ...]
    shares: tuple[tuple[Share, Share], ...]
    counts: numpy.ndarray  # one row a time: left, right
    battery_v: numpy.ndarray | None
    plays: tuple[float, float] = (0.0, 0.0)
    first: bool = False

    def most(self) -> float:
        """The greatest share of full, either way."""
        return max(abs(share or 0.0) for both in self.shares for share in both)

    def begun(self) -> list[int]:
        """The row of each wheel's first count; 0 for a wheel that does not turn."""
        return [int(numpy.argmax(self.counts[:, i] != 0)) for i in (0, 1)]


def stretches_of(record: Record, shift: int = 0) -> list[Stretch]:
    """`shift`: 1 where a record holds the shares before it, since they were given after it was made."""
    left, right = record.counts()
    counts = numpy.array([left, right], dtype=float).T
    shares = _shares(record, shift)
    times = record.times_ms
    found: list[Stretch] = []
    begin: int | None = None
    still_since = times[0]
    for i in range(1, len(times)):
        if times[i] - times[i - 1] > MOST_GAP_MS:
            begin, still_since = None, times[i]
            continue
        if (counts[i] != counts[i - 1]).any():
            still_since = times[i]
        idle = all(share is None or share == 0.0 for share in shares[i])
        rested = times[i] - still_since >= REST_MS
        if begin is None:
            if not idle and rested:
                begin = i
        elif idle and rested:
            if times[i] - times[begin] >= LEAST_MS and (counts[i] != counts[begin]).any():
                found.append(replace(_stretch(record, begin, i, shares, counts), first=not found))
            begin = None
    return found


def _shares(record: Record, shift: int) -> list[tuple[Share, Share]]:
    columns = [record.columns[name] for name in DUTIES]
    shares = [
        (None if left is None else left / FULL, None if right is None else right / FULL)
        for left, right in zip(*columns, strict=True)
    ]
    return [*shares[shift:], *shares[len(shares) - shift :]]


def _stretch(record: Record, begin: int, end: int, shares: list[tuple[Share, Share]], counts: numpy.ndarray) -> Stretch:
    part = slice(begin, end + 1)
    volts = record.columns.get(BATTERY, ())[part]
    known = [value / 1000 if value is not None else float("nan") for value in volts]
    return Stretch(
        begin_ms=record.times_ms[begin],
        times_ms=tuple(time - record.times_ms[begin] for time in record.times_ms[part]),
        shares=tuple(shares[part]),
        counts=counts[part] - counts[begin],
        battery_v=numpy.array(known) if known else None,
    )
