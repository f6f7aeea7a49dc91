"""L298N, a dual H-bridge of bipolar transistors: each carries a saturation voltage, so that much of a battery is lost.

    IN1  IN2  EN   winding (data sheet, figure 6)
    1    0    1    battery less the drop, forward
    0    1    1    the same, backward
    1    1    1    shorted through a transistor and a diode (fast motor stop), and so with 0 0 1
    –    –    0    open (free running): the current dies through the module's diodes

The whole drop is 2.55 V at 1 A and 3.7 V at 2 A (section "Electrical characteristics": source 1.35 and 2.0 V, sink
1.2 and 1.7 V, typical), taken here as a straight line. Current is exact in its mean, but what is left of it from one
step of the world to the next is not followed: it is gone in a millisecond.
"""

from typing import NamedTuple

from .bridge import BACKWARD, BRAKE, COAST, FORWARD, FULL, Chopping, Phases, chopping, phases_of

ON_OHM = 1.15
DROP_V = 1.4
DIODE_V = 0.9  # the fast diodes of the modules, at a few hundred mA
RESISTIVE = False  # transistors with a drop


def _mode(high: tuple[bool, ...]) -> str:
    in1, in2, enable, _ = high
    if not enable:
        return COAST
    if in1 == in2:
        return BRAKE
    return FORWARD if in1 else BACKWARD


def phases(in1: int, in2: int, pwm: int = FULL, standby: int = FULL) -> Phases:
    """Duties 0 to 65535; `pwm` is the enable pin, tied high by a jumper on most modules. There is no standby."""
    return phases_of((in1, in2, pwm, standby), _mode)


class Bipolar(NamedTuple):
    """A winding behind transistors with a drop: current flows only as far as a voltage is left to drive it."""

    chopping: Chopping

    def current(self, battery_v: float, emf_v: float) -> tuple[float, float, float]:
        """As `bridge.Chopped` says. The drop is against the mean current, whichever way that flows."""
        drive, coast, ohm = self.chopping.drive, self.chopping.coast, self.chopping.ohm
        closed = 1.0 - coast
        if coast == 0.0 or drive == 0.0:
            volts = drive * battery_v - closed * emf_v
            drop = closed * DROP_V
            if -drop <= volts <= drop:
                return 0.0, 0.0, 0.0
            return (volts - drop if volts > 0.0 else volts + drop) / ohm, closed / ohm, drive / closed
        left_v = battery_v - DROP_V if battery_v > DROP_V else 0.0
        if left_v <= (emf_v if drive > 0.0 else -emf_v):
            return 0.0, 0.0, 0.0  # no room to drive it faster, and open in between
        return self.chopping.current(left_v, emf_v)


def chopped(shares: Phases, ohm: float, henry: float) -> Bipolar:
    """A winding that is closed in part of each period, or always."""
    # Against the dying current stands the whole battery, not what the drop leaves of it.
    return Bipolar(chopping(shares, ohm, henry, DIODE_V + DROP_V / 2))
