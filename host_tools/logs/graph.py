"""A graph of a recorded ride: a strip for each channel, one time below all."""

from math import nan
from pathlib import Path

from .table import Log

_STRIP_IN, _WIDTH_IN, _LEAST_IN = 1.3, 9.0, 2.5


def draw(log: Log, title: str, seconds: str, path: Path) -> None:
    from matplotlib.figure import Figure

    count = max(1, len(log.channels))
    figure = Figure(figsize=(_WIDTH_IN, max(_LEAST_IN, _STRIP_IN * count + 1)), layout="constrained")
    figure.suptitle(title)
    strips = figure.subplots(count, 1, sharex=True, squeeze=False)
    times = [time / 1000 for time in log.times_ms]
    for (strip,), (name, values) in zip(strips, log.channels.items(), strict=True):
        strip.plot(times, [nan if value is None else value for value in values], linewidth=1.2)
        strip.set_ylabel(name, rotation=0, ha="right", va="center")
        strip.grid(alpha=0.3)
    strips[-1][0].set_xlabel(seconds)
    figure.savefig(path, dpi=120)
