"""The light of three colours that the floor throws back under a spot, from the same exact shapes as line sensors use.

A colour sensor looks a few times a second, so there is no map of the mat: of a new spot's size the coats are made once,
and a look goes through them from the lowest to the one on top. Lengths in mm.
"""

from ..devices.ports import Rgb
from ..scene.colours import rgb_of
from ..scene.model import Image, Mat, Surface
from .coats import Coat
from .printed import PictureCoat
from .squares import coat_of


class FloorColours:
    """What the mat's colours are under a spot. Beyond the mat the floor is taken to have the mat's colour."""

    def __init__(self, mat: Mat) -> None:
        self._mat = mat
        self._below = rgb_of(mat)
        self._coats: dict[float, tuple[tuple[Coat | PictureCoat, Rgb], ...]] = {}  # by the spot's diameter

    def under(self, x: float, y: float, footprint: float) -> Rgb:
        """The mean shares of red, green and blue light over a disc of that diameter."""
        red, green, blue = self._below
        if 0.0 <= x < self._mat.width_mm and 0.0 <= y < self._mat.height_mm:
            for coat, (coat_red, coat_green, coat_blue) in self._coats_for(footprint):
                if isinstance(coat, PictureCoat):
                    red, green, blue = coat.all_over((red, green, blue), x, y)
                    continue
                share = coat.share(x, y)
                if share > 0.0:
                    red += share * (coat_red - red)
                    green += share * (coat_green - green)
                    blue += share * (coat_blue - blue)
        return red, green, blue

    def _coats_for(self, footprint: float) -> tuple[tuple[Coat | PictureCoat, Rgb], ...]:
        coats = self._coats.get(footprint)
        if coats is None:
            coats = tuple(_coloured(surface, footprint / 2) for surface in self._mat.surfaces)
            self._coats[footprint] = coats
        return coats


def _coloured(surface: Surface, radius: float) -> tuple[Coat | PictureCoat, Rgb]:
    """A surface as discs of that radius see it, with its colour; a picture has many of its own."""
    if isinstance(surface, Image):
        return PictureCoat(surface, radius, [surface.rgb[i::3] for i in range(3)]), (0.0, 0.0, 0.0)
    return coat_of(surface, radius), rgb_of(surface)
