"""A printed picture on the mat as pixels: for pictures, and as PNG for the page."""

import base64
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..scene.colours import colour_of
from ..scene.rasters import CLEAR, unpacked

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def palette_of(image: Mapping[str, Any]) -> list[str]:
    """Its colours in order, as #rrggbb."""
    rgb = image["rgb"]
    return [colour_of(tuple(rgb[i : i + 3])) for i in range(0, len(rgb), 3)]


def dots_of(image: Mapping[str, Any]) -> "npt.NDArray[np.uint8]":
    """Numbers of colours, row by row from the top; CLEAR shows what is below."""
    import numpy as np

    plain = unpacked(image["dots"], image["columns"], image["rows"])
    return np.frombuffer(plain, np.uint8).reshape(image["rows"], image["columns"])


def pixels_of(image: Mapping[str, Any], dots: "npt.NDArray[np.uint8]") -> "npt.NDArray[np.uint8]":
    """Those of its dots as red, green, blue and opacity."""
    import numpy as np

    table = np.zeros((256, 4), np.uint8)
    for number, colour in enumerate(palette_of(image)):
        table[number] = (*bytes.fromhex(colour[1:]), 255)
    table[CLEAR] = (255, 255, 255, 0)  # white, or smoothing would darken edges
    return table[dots]


def extent_of(image: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Left, right, bottom and top, mm."""
    left, low, per_px = image["x_mm"], image["y_mm"], image["mm_per_px"]
    return left, left + image["columns"] * per_px, low, low + image["rows"] * per_px


def png_url(image: Mapping[str, Any]) -> str:
    """The picture as a page can hold it."""
    from PIL import Image

    picture = Image.fromarray(dots_of(image))
    flat = [channel for colour in palette_of(image) for channel in bytes.fromhex(colour[1:])]
    picture.putpalette(flat + [255] * (768 - len(flat)))
    out = io.BytesIO()
    picture.save(out, "PNG", transparency=CLEAR, optimize=True)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()
