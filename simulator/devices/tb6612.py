"""TB6612FNG, a dual H-bridge with direction pins and a PWM pin (data sheet, section "H-SW control function").

IN1  IN2  PWM  STBY   winding
1    1    –    1      shorted (short brake)
1    0    1    1      battery, forward
0    1    1    1      battery, backward
1    0    0    1      shorted, and so with the other direction
0    0    –    1      open (stop)
–    –    –    0      open (standby)
"""

from .bridge import BACKWARD, BRAKE, COAST, FORWARD, FULL, Chopping, Phases, chopping, phases_of

ON_OHM = 0.5  # upper and lower side together, typical at 5 V or more
DIODE_V = 1.0  # forward voltage of an output's diode, typical at 1 A
RESISTIVE = True  # a winding that is never open sees resistances alone


def _mode(high: tuple[bool, ...]) -> str:
    in1, in2, pwm, standby = high
    if not standby or not (in1 or in2):
        return COAST
    if (in1 and in2) or not pwm:
        return BRAKE
    return FORWARD if in1 else BACKWARD


def phases(in1: int, in2: int, pwm: int = FULL, standby: int = FULL) -> Phases:
    """Duties 0 to 65535; a pin that is tied high has the greatest."""
    return phases_of((in1, in2, pwm, standby), _mode)


def chopped(shares: Phases, ohm: float, henry: float) -> Chopping:
    """A winding that is open in part of each period."""
    return chopping(shares, ohm, henry, DIODE_V)
