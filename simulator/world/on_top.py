"""What a disc of the floor throws back under all coats that touch it: the lowest first, the one on top last.

Where all but one of them cover the whole disc or nothing of it, that one's share tells. Where more cover it in part,
their shares do not tell how much of one another they hide, so a closer look does. A picture that is alone with others
that cover nothing or all is told by itself; else it counts as one that covers the disc in part.
"""

from collections.abc import Sequence

from .closer_look import shares_on_top
from .coats import Coat
from .printed import PictureCoat

Shown = Coat | PictureCoat

_ALL = 0.9999  # of a disc under a picture, whose means are rounded


def light_on(below: float, coats: Sequence[Shown], x: float, y: float) -> float:
    """The light that line sensors see of the disc around (x, y), where that under all coats is `below`."""
    light = below
    partly = 0  # how many of the coats so far show in part of the disc; 2 for one of which that is all that is known
    for coat in coats:
        if isinstance(coat, PictureCoat):
            covered, printed = coat.seen(x, y)
            if covered > 0.0:
                light = light - covered * light + printed
                partly = 1 if covered > _ALL else partly + 1
            continue
        share = coat.quick_share(x, y)
        if share > 0.0:
            light += share * (coat.reflectance - light)
            partly = partly + 1 if share < 1.0 else 0
        elif share < 0.0:
            partly += 2
    if partly < 2:
        return light
    own = [() if isinstance(coat, PictureCoat) else (coat.reflectance,) for coat in coats]
    return _closer_look((below,), coats, own, x, y)[0]


def colours_on(
    below: Sequence[float], coats: Sequence[tuple[Shown, Sequence[float]]], x: float, y: float
) -> Sequence[float]:
    """The same for several channels, each coat with its lights of them; pictures have their own."""
    lights = below
    partly = 0
    touching: list[tuple[Shown, Sequence[float]]] = []
    for coat, own in coats:
        if isinstance(coat, PictureCoat):
            covered, *printed = coat.seen(x, y)
            if covered > 0.0:
                lights = [light - covered * light + more for light, more in zip(lights, printed, strict=True)]
                partly = 1 if covered > _ALL else partly + 1
                touching.append((coat, own))
            continue
        share = coat.quick_share(x, y)
        if share:
            touching.append((coat, own))
        if share > 0.0:
            lights = [light + share * (more - light) for light, more in zip(lights, own, strict=True)]
            partly = partly + 1 if share < 1.0 else 0
        elif share < 0.0:
            partly += 2
    if partly < 2:
        return lights
    near = [coat if isinstance(coat, PictureCoat) else coat.only_near(x, y, 0.0) for coat, _ in touching]
    return _closer_look(below, near, [own for _, own in touching], x, y)


def _closer_look(
    below: Sequence[float], coats: Sequence[Shown], lights: Sequence[Sequence[float]], x: float, y: float
) -> Sequence[float]:
    total = list(below)
    for (index, number), share in shares_on_top(coats, x, y, coats[0].radius).items():
        coat = coats[index]
        own = coat.lights(number) if isinstance(coat, PictureCoat) else lights[index]
        for channel, light in enumerate(own):
            total[channel] += share * (light - below[channel])
    return total
