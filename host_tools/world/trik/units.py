"""How long a field's unit is, and its places in mm: there y points down, here up; there angles go clockwise."""

from dataclasses import dataclass

from .amounts import Place, Reader, shown
from .xml_reading import Node

MM_PER_PIXEL = 3.5  # 16 pixels are 5.6 cm

_UNITS = {"": MM_PER_PIXEL, "px": MM_PER_PIXEL, "mm": 1.0, "cm": 10.0, "m": 1000.0}


@dataclass(frozen=True, slots=True)
class Units:
    mm: float  # in one unit of the field

    def place(self, place: Place) -> Place:
        x, y = place
        return x * self.mm, -y * self.mm

    def pixels(self, count: float) -> float:
        """mm of so many pixels: figures that the program itself has are in pixels whatever the field's unit."""
        return count * MM_PER_PIXEL


def units_of(settings: Node | None, reader: Reader) -> Units:
    if settings is None:
        reader.notes.add(0, "trik-no-unit")
        return Units(MM_PER_PIXEL)
    name = settings.attributes.get("sizeUnit", "").strip()
    if name not in _UNITS:
        reader.notes.add(settings.line, "trik-unit", got=shown(name))
    return Units(_UNITS.get(name, MM_PER_PIXEL))
