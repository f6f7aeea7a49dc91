"""The FIFO of an MPU-6050 (RM-MPU-6000A-00, sections 4.5, 4.29, 4.32 and 4.33): 1024 bytes, the oldest are lost.

Packets are not kept but known: a run of packets is the time of its first one, their period, and what one holds. How
many bytes wait is then a matter of counting, and a packet is worked out when it is read.
"""

import struct
from typing import NamedTuple

from .mpu6050_samples import Sample, Samples, Settings

SIZE = 1024


class _Run(NamedTuple):
    """Packets at an even pace; `start` is the number of its first byte, counted since power-up."""

    start: int
    first_us: int
    period_us: int
    fields: tuple[int, ...]  # indexes into a sample
    settings: Settings


class Fifo:
    def __init__(self, samples: Samples) -> None:
        self._samples = samples
        self._runs: list[_Run] = []
        self._open = False  # whether the last run still grows
        self._written = 0
        self._read = 0
        self._last = 0
        self._packet: tuple[int, bytes] = -1, b""  # its time and bytes

    def settle(self, t_us: int) -> bool:
        """Let what was sampled up to that time come in; whether it lost bytes."""
        if self._open:
            run = self._runs[-1]
            if t_us >= run.first_us:
                packets = (t_us - run.first_us) // run.period_us + 1
                self._written = run.start + packets * 2 * len(run.fields)
        lost = self._written - self._read > SIZE
        if lost:
            self._read = self._written - SIZE
        return lost

    def fill(self, first_us: int, period_us: int, fields: tuple[int, ...], settings: Settings) -> None:
        """From now on a packet with those fields comes in with each sample; no fields: none. Settle first."""
        run = self._runs[-1] if self._open else None
        if run and run[2:] == (period_us, fields, settings) and (first_us - run.first_us) % period_us == 0:
            return
        self._open = bool(fields)
        if fields:
            self._runs.append(_Run(self._written, first_us, period_us, fields, settings))

    def clear(self, next_us: int) -> None:
        """Throw everything away; the next sample is the first again. Settle first."""
        self._read = self._written
        run = self._runs[-1] if self._open else None
        self._runs = [run._replace(start=self._written, first_us=next_us)] if run else []

    def count(self) -> int:
        return self._written - self._read

    def take(self) -> int:
        """The oldest byte; once more the last one where nothing waits."""
        if self._read < self._written:
            while len(self._runs) > 1 and self._runs[1].start <= self._read:
                del self._runs[0]
            run = self._runs[0]
            number, at = divmod(self._read - run.start, 2 * len(run.fields))
            t_us = run.first_us + number * run.period_us
            if self._packet[0] != t_us:
                sample = Sample(self._samples, t_us, run.settings)
                words = [sample.word(field) for field in run.fields]
                self._packet = t_us, struct.pack(f">{len(words)}h", *words)
            self._last = self._packet[1][at]
            self._read += 1
        return self._last

    def overflow_us(self) -> int | None:
        """When the next bytes are lost if nobody reads; None where nothing comes in."""
        if not self._open:
            return None
        run = self._runs[-1]
        packets = (SIZE + self._read - run.start) // (2 * len(run.fields)) + 1
        already = (self._written - run.start) // (2 * len(run.fields))
        return run.first_us + (max(packets, already + 1) - 1) * run.period_us
