"""DRV8833, a dual H-bridge: what two input pins make of the battery's voltage at the motor.

    IN1  IN2   winding
    0    0     open (coast): the current dies through the body diodes, against the battery
    1    0     battery, forward
    0    1     battery, backward
    1    1     shorted (brake)

With PWM an input is 1 for a share of each period. PWM against 0 therefore coasts in the off time (fast decay), PWM
against 1 brakes in it (slow decay), where speed follows the duty evenly. nSLEEP low opens both bridges.
"""

from .bridge import FULL, Chopping, Phases, chopping

ON_OHM = 0.36  # high and low side together, data sheet at 25 °C and 5 V
DIODE_V = 0.8
RESISTIVE = True  # a winding that is never open sees resistances alone


def phases(in1: int, in2: int, pwm: int = FULL, standby: int = FULL) -> Phases:
    """What the duties of the two inputs, 0 to 65535 each, do to the winding; it has no PWM pin of its own.

    Both PWMs begin their period together.
    """
    if standby <= FULL // 2:
        return Phases(0.0, 0.0, 1.0)
    both = in1 if in1 < in2 else in2
    either = in1 + in2 - both
    return Phases((in1 - in2) / FULL, both / FULL, (FULL - either) / FULL)


def chopped(shares: Phases, ohm: float, henry: float) -> Chopping:
    """A winding that is open in part of each period."""
    return chopping(shares, ohm, henry, DIODE_V)
