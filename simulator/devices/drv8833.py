"""DRV8833, a dual H-bridge: what two input pins make of the battery's voltage at the motor.

    IN1  IN2   winding
    0    0     open (coast): the current dies through the body diodes, against the battery
    1    0     battery, forward
    0    1     battery, backward
    1    1     shorted (brake)

With PWM an input is 1 for a share of each period. PWM against 0 therefore coasts in the off time (fast decay), PWM
against 1 brakes in it (slow decay), where speed follows the duty evenly.
"""

from typing import NamedTuple

from .elementary import exp, log

ON_OHM = 0.36  # high and low side together, data sheet at 25 °C and 5 V
DIODE_V = 0.8
PWM_S = 1 / 5000  # the ESP32's PWM frequency where a program names none
FULL = 65535


class Phases(NamedTuple):
    """Shares of a PWM period; `drive` is negative for backward. The rest of the period is open."""

    drive: float
    brake: float
    coast: float


def phases(in1: int, in2: int) -> Phases:
    """What the duties of the two inputs, 0 to 65535 each, do to the winding. Both PWMs begin their period together."""
    both = in1 if in1 < in2 else in2
    either = in1 + in2 - both
    return Phases((in1 - in2) / FULL, both / FULL, (FULL - either) / FULL)


class Chopping(NamedTuple):
    """A winding that is open in part of each PWM period; precomputed when the duty changes."""

    drive: float
    brake: float
    coast: float
    ohm: float
    periods: float  # electrical time constant, in PWM periods
    left_by_brake: float  # share of a current that is left after the braking part of a period
    left_by_drive: float


def chopping(shares: Phases, ohm: float, henry: float) -> Chopping:
    """`ohm` and `henry` of the whole circuit, bridge included."""
    periods = henry / ohm / PWM_S
    drive = abs(shares.drive)
    return Chopping(*shares, ohm, periods, exp(-shares.brake / periods), exp(-drive / periods))


def chopped_current(chop: Chopping, battery_v: float, emf_v: float) -> tuple[float, float, float]:
    """Mean current over a PWM period, the conductance with which it answers to the EMF, and the battery's share of it.

    The current starts a period from nothing (brake, drive, then open), and in the open part flows on through the diodes
    until it has died or the period ends. Over a period the inductance takes up no voltage, which gives the mean.
    """
    drive, brake, coast, ohm, periods, left_by_brake, left_by_drive = chop
    driven_v = battery_v if drive > 0 else -battery_v if drive < 0 else 0.0
    braked = -emf_v / ohm * (1.0 - left_by_brake)
    aim = (driven_v - emf_v) / ohm
    peak = aim + (braked - aim) * left_by_drive
    against_v = battery_v + 2 * DIODE_V
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
