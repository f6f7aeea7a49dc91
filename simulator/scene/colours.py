"""Colours in world files: `#rrggbb` as a screen shows them, and the shares of light that such a print throws back.

White paper throws back about 0.88 of the light and black ink 0.03, which is what `#ffffff` and `#000000` stand for;
between them a share follows the brightness that sRGB gives a number (IEC 61966-2-1).

Line sensors look in the infrared. There the coloured inks of a printer hardly absorb and only black ink does: a yellow
line, and even a red one, is as good as invisible to them. What they see of a colour is therefore the greatest of its
three shares, the part that no black ink covers; a world file that knows better says `reflectance` beside `colour`.
"""

from .model import Mat, Polygon, Stripe

Rgb = tuple[float, float, float]

PAPER = 0.88
INK = 0.03


def shares_of(colour: str) -> Rgb:
    """The shares of red, green and blue light that a print of `#rrggbb` throws back."""
    red, green, blue = (_share(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return red, green, blue


def colour_of(shares: tuple[float, ...]) -> str:
    """The nearest `#rrggbb`."""
    return "#" + "".join(f"{_level(share):02x}" for share in shares)


def infrared_of(shares: tuple[float, ...]) -> float:
    """What a line sensor sees of a print in that colour."""
    return max(shares)


def rgb_of(floor: Mat | Stripe | Polygon) -> Rgb:
    """What it throws back of red, green and blue light; without a colour it is grey."""
    if floor.rgb:
        red, green, blue = floor.rgb
        return red, green, blue
    return floor.reflectance, floor.reflectance, floor.reflectance


def _share(level: int) -> float:
    return INK + (PAPER - INK) * _LIGHT[level]


def _level(share: float) -> int:
    light = (share - INK) / (PAPER - INK)
    return min(range(256), key=lambda level: abs(_LIGHT[level] - light))


def _light(level: int) -> float:
    """The light of an sRGB number, 0 to 1, without the C library's power: to 2.4 is the fifth root, to the twelfth."""
    value = level / 255
    if value <= 0.04045:
        return value / 12.92
    base = (value + 0.055) / 1.055
    root = 1.0
    for _ in range(60):  # Newton's method
        root -= (root - base / (root * root * root * root)) / 5
    cube = root * root * root
    return cube * cube * cube * cube


_LIGHT = tuple(_light(level) for level in range(256))
