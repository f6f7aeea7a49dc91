"""From an SVG file's bytes to painted surfaces in mm, and a list of what could not be carried over."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..beside import BesideFault
from ..colours import infrared_of, shares_of
from ..model import Point, Polygon, Stripe
from ..rings import Ring, areas_of
from .outlines import MOST_NUMBERS, Unreadable, count_of_numbers, placed, subpaths_of
from .strokes import Pen, laid
from .styles import INITIAL, Sheet, Style, colour_of, share_of
from .transforms import IDENTITY, NUMBER, Matrix, length_of, numbers_of, scale_of, times, transform_of
from .tree import MOST_ELEMENTS, Element, tree_of

MOST_BYTES = 2_000_000
MOST_POINTS = 30_000  # corners and pieces of a drawing
MOST_RINGS = 2_000  # of one shape
MOST_DEEP = 100  # elements within one another, with those that others use

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GROUPS = frozenset({"g", "a", "svg", "switch", "symbol"})
# Not painted, and nobody misses it.
SILENT = frozenset({"defs", "title", "desc", "metadata", "style", "linearGradient", "radialGradient", "script"})
# What a mat cannot carry, as the message names it.
LEFT_OUT = {"text": "text", "image": "image", "foreignObject": "image"}
UNSEEN = {"pattern", "clipPath", "mask", "filter", "marker"}  # shown only where something names them


@dataclass(frozen=True, slots=True)
class Drawn:
    """`left`: what could not be carried over, with the first line of each. `width` and `height` are the page's, mm."""

    surfaces: tuple[Stripe | Polygon, ...]
    left: tuple[tuple[str, int, int], ...]  # what, how often, first line
    width: float
    height: float


def read_drawing(
    data: bytes, name: str, corner: Point, turns: int, mm_per_unit: float | None, width_mm: float | None
) -> Drawn:
    """The drawing's surfaces, all of that name, its page's lower left corner there, turned left by so many quarters.

    BesideFault where it cannot be read or is too large.
    """
    root = tree_of(data)
    x, y, wide, high = _page(root)
    scale = mm_per_unit if mm_per_unit is not None else (width_mm or 0.0) / wide
    # y down becomes y up, and the page turns round its corner into the box that begins there.
    base: Matrix = (scale, 0.0, 0.0, -scale, -scale * x, scale * (y + high))
    width, height = scale * wide, scale * high
    quarter: Matrix
    for _ in range(turns):
        quarter = (0.0, 1.0, -1.0, 0.0, height, 0.0)
        base, width, height = times(quarter, base), height, width
    base = times((1.0, 0.0, 0.0, 1.0, *corner), base)
    painter = _Painter(name, root)
    for child in root.children:
        painter.paint(child, base, painter.sheet.style_of(root, INITIAL), 1.0, 0)
    left = tuple((what, count, line) for what, (count, line) in painter.left.items())
    return Drawn(tuple(painter.surfaces), left, width, height)


def _page(root: Element) -> tuple[float, float, float, float]:
    """The page's left, top, width and height in user units."""
    box = numbers_of(root.attributes.get("viewBox"))
    if len(box) != 4:
        sizes = [length_of(root.attributes.get(key)) for key in ("width", "height")]
        box = [0.0, 0.0, *(size or 0.0 for size in sizes)]
    if not (0.0 < box[2] < 1e6 and 0.0 < box[3] < 1e6 and abs(box[0]) < 1e6 and abs(box[1]) < 1e6):
        raise BesideFault("drawing-no-page")
    return box[0], box[1], box[2], box[3]


@dataclass
class _Painter:
    name: str
    root: Element
    surfaces: list[Stripe | Polygon] = field(default_factory=list)
    left: dict[str, tuple[int, int]] = field(default_factory=dict)
    sheet: Sheet = field(init=False)

    def __post_init__(self) -> None:
        self._elements = self._points = self._numbers = 0
        self._named: dict[str, Element] = {}
        self._note_names(self.root)
        self.sheet = Sheet(self.root, lambda line: self._leave("rule", line))

    def paint(self, element: Element, matrix: Matrix, around: Style, opacity: float, depth: int) -> None:
        """Paint an element and what is in it; `around` is the style of what it is in."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS or depth > MOST_DEEP:
            raise BesideFault("drawing-large", most=MOST_ELEMENTS)
        tag, style = element.tag, self.sheet.style_of(element, around)
        if style.get("display") == "none" or tag in SILENT or tag in UNSEEN:
            return
        if tag in LEFT_OUT or not (tag in SHAPES or tag in GROUPS or tag == "use"):
            return self._leave(LEFT_OUT.get(tag, "element"), element.line)
        for key, what in (("clip-path", "clip"), ("mask", "clip"), ("filter", "filter")):
            if style.get(key, "none") != "none":
                self._leave(what, element.line)
        own = transform_of(element.attributes.get("transform", ""))
        if own is None:
            self._leave("path", element.line)
        matrix = times(matrix, own or IDENTITY)
        opacity *= share_of(style, "opacity")
        if tag == "use":
            self._paint_used(element, matrix, style, opacity, depth)
        elif tag in SHAPES:
            self._paint_shape(element, matrix, style, opacity)
        else:
            if tag == "svg":
                matrix = times(matrix, self._inner_page(element))
            for child in element.children:
                if child.tag != "symbol":
                    self.paint(child, matrix, style, opacity, depth + 1)

    def _paint_used(self, element: Element, matrix: Matrix, style: Style, opacity: float, depth: int) -> None:
        name = element.attributes.get("href", "").strip()
        used = self._named.get(name[1:]) if name.startswith("#") else None
        if used is None:
            return self._leave("use", element.line)
        x, y = (length_of(element.attributes.get(key)) or 0.0 for key in ("x", "y"))
        self.paint(used, times(matrix, (1.0, 0.0, 0.0, 1.0, x, y)), style, opacity, depth + 1)

    def _paint_shape(self, element: Element, matrix: Matrix, style: Style, opacity: float) -> None:
        if style.get("visibility", "visible") in ("hidden", "collapse"):
            return
        self._numbers += count_of_numbers(element)
        if self._numbers > MOST_NUMBERS:
            raise BesideFault("drawing-detailed", most=MOST_NUMBERS)
        try:
            found, whole = subpaths_of(element)
            outlines = [subpath for item in found if (subpath := placed(item, matrix)) is not None]
        except (Unreadable, OverflowError):
            return self._leave("path", element.line)
        if not whole:
            self._leave("path", element.line)
        if any(style.get(key, "none") != "none" for key in ("marker", "marker-start", "marker-mid", "marker-end")):
            self._leave("marker", element.line)
        fill = self._colour(element, style, "fill", opacity) if element.tag != "line" else ""
        if fill:
            self._fill([item.ring() for item in outlines], style.get("fill-rule") == "evenodd", fill)
        stroke = self._colour(element, style, "stroke", opacity)
        pen = self._pen(element, style, scale_of(matrix)) if stroke else None
        if pen is not None:
            light, rgb = _light(stroke)
            for outline in outlines:
                self._count_points(len(outline.steps))
                for stripe in laid(outline, pen):
                    self._count_points(len(stripe.pieces))
                    self.surfaces.append(Stripe(self.name, pen.width, light, stripe.closed, stripe.pieces, rgb))
                    self._fill(stripe.areas, False, stroke)

    def _colour(self, element: Element, style: Style, key: str, opacity: float) -> str:
        """`#rrggbb`, or "" where nothing is painted."""
        colour = colour_of(style.get(key, "none"), style)
        if colour is None:
            self._leave("gradient", element.line)
            return ""
        opacity *= share_of(style, f"{key}-opacity")
        if colour and opacity < 0.999:
            if opacity < 0.001:
                return ""
            self._leave("opacity", element.line)
        return colour

    def _pen(self, element: Element, style: Style, scale: float) -> Pen | None:
        width = length_of(style.get("stroke-width", "1"))
        if width is None:
            self._leave("path", element.line)
            return None
        if not 0.01 <= width * scale <= 1e5:
            return None
        limits = numbers_of(style.get("stroke-miterlimit")) or [4.0]
        join = style.get("stroke-linejoin", "miter")
        pen = Pen(round(width * scale, 3), style.get("stroke-linecap", "butt"), join, min(limits[0], 1e3))
        text = style.get("stroke-dasharray", "none")
        dashes = tuple(scale * float(number) for number in NUMBER.findall(text))
        if text == "none" or not dashes:
            return pen
        if "%" in text or min(dashes) < 0.0 or not 0.1 <= max(dashes) <= 1e6:
            self._leave("dashes", element.line)
            return pen
        offset = (length_of(style.get("stroke-dashoffset", "0")) or 0.0) * scale
        # On the grid, or a last bit could decide whether a dash is begun.
        grid = tuple(round(dash, 3) for dash in dashes)
        return replace(pen, dashes=grid, offset=round(offset, 3) if abs(offset) < 1e6 else 0.0)

    def _fill(self, rings: Sequence[Ring], even_odd: bool, colour: str) -> None:
        light, rgb = _light(colour)
        if len(rings) > MOST_RINGS:
            raise BesideFault("drawing-detailed", most=MOST_RINGS)
        for ring in rings:
            self._count_points(len(ring))
        for area in areas_of(rings, even_odd):
            self.surfaces.append(Polygon(self.name, light, area.outline, rgb, area.holes))

    def _inner_page(self, element: Element) -> Matrix:
        """A drawing in the drawing: its place, and its own units."""
        x, y, wide, high = (length_of(element.attributes.get(key)) or 0.0 for key in ("x", "y", "width", "height"))
        box = numbers_of(element.attributes.get("viewBox"))
        scale = min(wide / box[2], high / box[3]) if len(box) == 4 and min(wide, high, box[2], box[3]) > 0.0 else 1.0
        left, top = box[:2] if len(box) == 4 else (0.0, 0.0)
        return scale, 0.0, 0.0, scale, x - scale * left, y - scale * top

    def _count_points(self, more: int) -> None:
        self._points += more
        if self._points > MOST_POINTS:
            raise BesideFault("drawing-detailed", most=MOST_POINTS)

    def _leave(self, what: str, line: int) -> None:
        count, first = self.left.get(what, (0, line))
        self.left[what] = count + 1, first

    def _note_names(self, element: Element) -> None:
        if "id" in element.attributes:
            self._named.setdefault(element.attributes["id"], element)
        for child in element.children:
            self._note_names(child)


def _light(colour: str) -> tuple[float, tuple[float, ...]]:
    rgb = shares_of(colour)
    return infrared_of(rgb), rgb
