"""How far off something round is still heard by an ultrasonic ranger of 40 kHz.

An echo weakens with the way that the sound spreads over, with the air (ISO 9613-1: 1.3 dB a metre at 20 °C and 50 %
humidity) and with what throws it back. Of a flat wall the echo at r is 1 / r (in parts of that of a wall at 1 m); a
cylinder of radius a spreads it sideways and gives the share √(a / (a + r)) of that, a ball a / (a + r), by the
curvature of the wave that they throw back. A cylinder that is lower than the zone that throws back together, √(λr / 2),
gives as much less.

FAINTEST is the faintest echo that is noticed, from G. Dyrkacz's "HC-SR04 beam tests" (2020): an aluminium plate of 33
by 38 mm that faced an HC-SR04 was heard at 1.52 m and no longer at 1.85 m. The data sheet of Parallax's similar PING)))
(28015, v2.0, test 1) bears it out: a cylinder of 89 mm is heard in the whole cone up to 1.7 m and nowhere beyond 2.3 m;
by this rule up to 1.65 m. A pin of 70 mm, 120 mm high, is heard up to 1.55 m; a wall as far as the chip waits.
"""

import math

from ..devices.elementary import exp
from ..scene.model import Object

FARTHEST_M = 4.0
FAINTEST = 0.06
WAVE_M = 343.2 / 40_000
AIR_A_M = 2 * 1.3 / 8.685889638  # of the way to the thing, there and back: 8.7 dB make a factor of e


def heard_mm(item: Object) -> float:
    """The way to its near side at which its echo is just noticed; found by halving, to less than 1 mm."""
    near, far = 0.0, FARTHEST_M
    for _ in range(12):
        middle = (near + far) / 2
        near, far = (middle, far) if echo(item, middle) >= FAINTEST else (near, middle)
    return near * 1000


def echo(item: Object, way_m: float) -> float:
    """The strength of its echo from that way, in parts of a wall's at 1 m without air."""
    radius = item.length_mm / 2000
    share = radius / (radius + way_m)
    if item.kind != "ball":
        zone = math.sqrt(WAVE_M * way_m / 2)
        share = math.sqrt(share) * min(1.0, item.height_mm / 1000 / zone)
    return share / way_m * exp(-AIR_A_M * way_m)
