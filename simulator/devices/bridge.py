"""What all motor bridges share: shares of a PWM period, and the current of a winding that is open in part of it.

Each chip's own file says what its pins make of a period, and with how much resistance and loss.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from .elementary import exp, log

PWM_S = 1 / 5000  # the ESP32's PWM frequency where a program names none
FULL = 65535

FORWARD, BACKWARD, BRAKE, COAST = "forward", "backward", "brake", "coast"


class Phases(NamedTuple):
    """Shares of a PWM period; `drive` is negative for backward. The rest of the period is open."""

    drive: float
    brake: float
    coast: float


def phases_of(duties: Sequence[int], mode: Callable[[tuple[bool, ...]], str]) -> Phases:
    """Shares of the period when each input is high for its duty (0 to 65535). All begin their period together."""
    shares = {FORWARD: 0, BACKWARD: 0, BRAKE: 0, COAST: 0}
    since = 0
    for until in sorted({*duties, FULL}):
        shares[mode(tuple(duty > since for duty in duties))] += until - since
        since = until
    return Phases((shares[FORWARD] - shares[BACKWARD]) / FULL, shares[BRAKE] / FULL, shares[COAST] / FULL)


class Chopped(Protocol):
    """A winding for which a chip gives the mean current itself; made when the duty changes."""

    def current(self, battery_v: float, emf_v: float) -> tuple[float, float, float]:
        """Mean current over a PWM period, the conductance with which it answers to the EMF, the battery's share."""


class Chopping(NamedTuple):
    """A winding that is open in part of each PWM period, behind switches that are resistances."""

    drive: float
    brake: float
    coast: float
    ohm: float
    diode_v: float
    periods: float  # electrical time constant, in PWM periods
    left_by_brake: float  # share of a current that is left after the braking part of a period
    left_by_drive: float

    def current(self, battery_v: float, emf_v: float) -> tuple[float, float, float]:
        """As `Chopped` says. A period is brake, drive, then open.

        The current starts a period from nothing, and in the open part flows on through the diodes until it has died or
        the period ends. Over a period the inductance takes up no voltage, which gives the mean.
        """
        drive, brake, coast, ohm, diode_v, periods, left_by_brake, left_by_drive = self
        driven_v = battery_v if drive > 0 else -battery_v if drive < 0 else 0.0
        braked = -emf_v / ohm * (1.0 - left_by_brake)
        aim = (driven_v - emf_v) / ohm
        peak = aim + (braked - aim) * left_by_drive
        against_v = battery_v + 2 * diode_v
        if peak < 0.0:
            against_v = -against_v
        flowing = sooner = 0.0
        if peak * (against_v + emf_v) > 0.0:
            swing = peak * ohm / (against_v + emf_v)
            flowing = periods * log(1.0 + swing)
            # More EMF lets the current die sooner, which spares some of the voltage against it.
            sooner = periods * (1.0 - left_by_brake * left_by_drive + swing) / (1.0 + swing)
            if flowing > coast:
                flowing, sooner = coast, 0.0
        on = abs(drive)
        closed = on + brake + flowing
        mean = (on * driven_v - flowing * against_v - closed * emf_v) / ohm
        drawn = drive - flowing if mean >= 0.0 else drive + flowing
        return mean, (closed - sooner) / ohm, drawn / closed if closed > 0.0 else 0.0


def chopping(shares: Phases, ohm: float, henry: float, diode_v: float) -> Chopping:
    """`ohm` and `henry` of the whole circuit, bridge included."""
    periods = henry / ohm / PWM_S
    drive = abs(shares.drive)
    return Chopping(*shares, ohm, diode_v, periods, exp(-shares.brake / periods), exp(-drive / periods))
