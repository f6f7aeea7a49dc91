"""Ambient light on the floor, as line sensors see it: on top of what their own lamps get back. Lengths in mm."""

from collections.abc import Sequence

from ..scene.model import Light, Polygon
from .coats import AreaCoat
from .paint import Look, Spot


def in_light(look: Look, lights: tuple[Light, ...], spots: Sequence[Spot], least: float) -> Look:
    """`look` with those lights on the floor; no reading falls below `least`, where the sensor is saturated.

    Where lights lie on each other they add up. An edge of light is as sharp as that of paint.
    """
    if not lights:
        return look
    places = [
        (
            index,
            spot,
            [(light.share, AreaCoat(Polygon(light.id, 0.0, light.points), spot.footprint_mm / 2)) for light in lights],
        )
        for index, spot in enumerate(spots)
    ]

    def look_in_light(x: float, y: float, cosine: float, sine: float) -> list[float]:
        readings = look(x, y, cosine, sine)
        for index, spot, areas in places:
            px = x + cosine * spot.x_mm - sine * spot.y_mm
            py = y + sine * spot.x_mm + cosine * spot.y_mm
            more = 0.0
            for share, area in areas:
                more += share * area.share(px, py)
            if more > 0.0:
                reading = readings[index] + more * spot.per_light
                readings[index] = reading if reading > least else least
        return readings

    return look_in_light
