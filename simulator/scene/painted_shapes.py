"""The shape of a world file's tables for what is painted on the mat."""

from typing import Annotated, Literal

from pydantic import Field

from ..texts import Text
from .quantities import Angle, Colour, Coordinate, Corner, Identifier, Length, LineWidth, Share, Strict

QuarterTurns = Literal[0, 90, 180, 270]


class LightTable(Strict):
    """What is painted says its reflectance, its colour, or both."""

    reflectance: Share | None = None
    colour: Colour | None = None


class SegmentTable(Strict):
    straight_mm: Length | None = None
    arc_deg: Angle | None = None
    radius_mm: Length | None = None


class _Painted(LightTable):
    id: Identifier


class StripeTable(_Painted):
    width_mm: LineWidth
    closed: bool = False
    x_mm: Coordinate
    y_mm: Coordinate
    heading_deg: Angle
    segments: Annotated[tuple[SegmentTable, ...], Field(min_length=1, max_length=1000)]
    min_radius_mm: Length | None = None
    min_gap_mm: Length | None = None


class PolylineTable(_Painted):
    width_mm: LineWidth
    closed: bool = False
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=2, max_length=1000)]


class ArcTable(_Painted):
    width_mm: LineWidth
    x_mm: Coordinate
    y_mm: Coordinate
    radius_mm: Length
    start_deg: Angle
    sweep_deg: Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]


class PolygonTable(_Painted):
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=3, max_length=1000)]


class DiscTable(_Painted):
    """A painted circle, filled."""

    x_mm: Coordinate
    y_mm: Coordinate
    diameter_mm: Length


class SplineTable(_Painted):
    """A smooth line through points."""

    width_mm: LineWidth
    closed: bool = False
    points_mm: Annotated[tuple[Corner, ...], Field(min_length=2, max_length=500)]
    min_radius_mm: Length | None = None
    min_gap_mm: Length | None = None


class TextTable(_Painted):
    """A line of text; its height is that of a capital letter."""

    text: Annotated[Text, Field(max_length=100)]
    x_mm: Coordinate
    y_mm: Coordinate
    height_mm: Annotated[float, Field(ge=3, le=2000, allow_inf_nan=False)]
    heading_deg: Angle = 0.0
    align: Literal["left", "centre", "right"] = "left"


class _BesideTable(Strict):
    """A file that lies beside the world file, to a scale; x and y are the lower left corner of where it lies."""

    id: Identifier
    x_mm: Coordinate
    y_mm: Coordinate
    width_mm: Length | None = None  # of the picture as it is in its file, before it is turned
    heading_deg: QuarterTurns = 0


class ImageTable(_BesideTable):
    """A picture of dots: PNG."""

    file: Annotated[str, Field(pattern=r"^[^/\\:\x00-\x1f]+\.[pP][nN][gG]$", max_length=100)]
    mm_per_px: Annotated[float, Field(ge=0.01, le=1000, allow_inf_nan=False)] | None = None


class DrawingTable(_BesideTable):
    """A drawing of shapes: SVG."""

    file: Annotated[str, Field(pattern=r"^[^/\\:\x00-\x1f]+\.[sS][vV][gG]$", max_length=100)]
    mm_per_unit: Annotated[float, Field(ge=0.0001, le=1000, allow_inf_nan=False)] | None = None
