"""What calls take: measured times, and the constants of a profile that they speak for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace

from .wire import Facts

FACTOR = 2.0
TENTHS = 10  # times are handed over in tenths of a µs
LEAST_US = 1.0  # what two boards' clocks cannot tell apart


@dataclass(frozen=True)
class Cost:
    """A constant of `simulator/board/profiles`; so many `times` it is in what is measured."""

    name: str
    times: int = 1


COSTS = (
    Cost("LOOP_HEAD_US"),
    Cost("PIN_US"),
    Cost("ADC_US"),
    Cost("PWM_US"),
    Cost("CLOCK_US"),
    Cost("TIMER_US", 2),
    Cost("PRINT_US"),
    Cost("FILE_US"),
    Cost("I2C_US"),
    Cost("SOFT_I2C_US"),
    Cost("SPI_US"),
    Cost("UART_US"),
)


@dataclass(frozen=True)
class Measured:
    """A constant as the profile has it, and as the board has it, in µs."""

    name: str
    profile_us: float
    board_us: float

    @property
    def differs(self) -> bool:
        return _far_apart(self.board_us, self.profile_us)


def alike(cost: Cost) -> Callable[[str, str], bool]:
    """Whether two measured times are within the factor of each other; what is around the call counts as well."""

    def rule(board: str, ours: str) -> bool:
        try:
            return not _far_apart(_us(board) / cost.times, _us(ours) / cost.times)
        except ValueError:
            return board == ours

    return rule


def measured(board: Mapping[str, Facts], ours: Mapping[str, Facts], profile: SimpleNamespace) -> list[Measured]:
    """Each constant of the profile: what it would have to be for the virtual board to take the real one's time."""
    found = {}
    for probe, facts in board.items():
        for cost in COSTS:
            here, there = facts.get(cost.name), ours.get(probe, {}).get(cost.name)
            if here is not None and there is not None:
                constant = float(getattr(profile, cost.name))
                found[cost.name] = Measured(
                    cost.name, constant, max(0.0, constant + (_us(here) - _us(there)) / cost.times)
                )
    return list(found.values())


def _far_apart(one_us: float, other_us: float) -> bool:
    less, more = sorted((max(one_us, 0.0), max(other_us, 0.0)))
    return more - less > LEAST_US and more > FACTOR * less


def _us(tenths: str) -> float:
    return int(tenths) / TENTHS
