"""The light of three colours that the floor throws back under a spot, from the same exact shapes as line sensors use.

A colour sensor looks a few times a second, so there is no map of the mat: of a new spot's size the coats are made once,
and a look goes through them from the lowest to the one on top. Lengths in mm.
"""

from ..devices.ports import Rgb
from ..scene.colours import rgb_of
from ..scene.model import Image, Mat, Surface
from .on_top import Shown, colours_on
from .printed import PictureCoat
from .squares import coat_of


class FloorColours:
    """What the mat's colours are under a spot. Beyond the mat the floor is taken to have the mat's colour."""

    def __init__(self, mat: Mat) -> None:
        self._mat = mat
        self._below = rgb_of(mat)
        self._coats: dict[float, tuple[tuple[Shown, Rgb], ...]] = {}  # by the spot's diameter

    def under(self, x: float, y: float, footprint: float) -> Rgb:
        """The mean shares of red, green and blue light over a disc of that diameter."""
        if not (0.0 <= x < self._mat.width_mm and 0.0 <= y < self._mat.height_mm):
            return self._below
        red, green, blue = colours_on(self._below, self._coats_for(footprint), x, y)
        return red, green, blue

    def _coats_for(self, footprint: float) -> tuple[tuple[Shown, Rgb], ...]:
        coats = self._coats.get(footprint)
        if coats is None:
            coats = tuple(_coloured(surface, footprint / 2) for surface in self._mat.surfaces)
            self._coats[footprint] = coats
        return coats


def _coloured(surface: Surface, radius: float) -> tuple[Shown, Rgb]:
    """A surface as discs of that radius see it, with its colour; a picture has many of its own."""
    if isinstance(surface, Image):
        return PictureCoat(surface, radius, [surface.rgb[i::3] for i in range(3)]), (0.0, 0.0, 0.0)
    return coat_of(surface, radius), rgb_of(surface)
