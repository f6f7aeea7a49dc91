"""`marshrut world print`: a mat as a PDF at its true size, whole or on sheets of A4 or A3."""

from pathlib import Path
from typing import Any

import click
from marshrut.simulator.messages import say
from marshrut.simulator.scene import load_robot, load_world
from marshrut.simulator.scene.model import Robot

from ...choices import one_of, whole_number
from ...out_file import check_out, whole_file
from ..named import named_world
from .blank import blank_sheets, pages_told
from .layout import PAPERS, WHOLE, Layout, Tile, layout_of, most_margin
from .marks import draw_marks, draw_strip
from .page import Printed, blank_page, draw_part, draw_places, printed
from .plan import plan_page


@click.command("print")
@click.argument("file")
@click.option("--out", type=click.Path(path_type=Path), help="The PDF; ID.pdf here if left out.")
@click.option("--paper", default=WHOLE, show_default=True, help="whole (one page as large as the mat), a4 or a3.")
@click.option("--margin", metavar="MM", default="10", show_default=True, help="Left white at the edges of a page, mm.")
@click.option("--bare", is_flag=True, help="Only what is painted: no hair lines where objects, walls and robots stand.")
def print_command(file: str, out: Path | None, paper: str, margin: str, bare: bool, lang: str) -> int:
    """Make a PDF of a mat at its true size, for a print shop or for sheets that are put together.

    FILE is a world file, or TASK[:VARIANT[:ROUND]] of the catalogue. Print at 100 %, and check the ruler on the sheet.
    The last page shows the whole mat and how the sheets lie.
    """
    one_of("--paper", paper, [WHOLE, *PAPERS])
    edge = whole_number("--margin", margin, 0, most_margin(paper))
    named = named_world(file)
    world, robot = load_world(named.source), load_robot(named.robot)
    layout = layout_of(paper, float(edge), world.mat.width_mm, world.mat.height_mm)
    path = out if out is not None else Path(f"{world.id}.pdf")
    check_out(path, [".pdf"])
    what, shown = printed(world.mat), None if bare else robot
    blank = blank_sheets(world.mat, what, shown, layout) if paper != WHOLE else frozenset()
    with whole_file(path) as partial:
        _write(partial, dict(world.title)[lang], what, shown, layout, blank, lang)
    print(say(lang, "print-written", file=str(path), sheets=layout.rows * layout.columns))
    if blank:
        print(say(lang, "print-blank", count=len(blank), pages=pages_told(list(layout.tiles()), blank)))
    return 0


def _write(
    path: Path, title: str, what: Printed, robot: Robot | None, layout: Layout, blank: frozenset[Tile], lang: str
) -> None:
    import matplotlib
    from matplotlib.backends.backend_pdf import PdfPages

    options: Any = {"font.family": "DejaVu Sans", "path.simplify": False, "pdf.fonttype": 42}
    facts = {"Title": title, "Creator": "marshrut", "CreationDate": None}
    with matplotlib.rc_context(options), PdfPages(path, metadata=facts) as pages:
        for tile in layout.tiles():
            figure, axes = blank_page(layout.width, layout.height, layout.origin(tile))
            draw_part(axes, what, layout, tile)
            if robot is not None:
                draw_places(axes, what, robot, layout, tile)
            draw_marks(axes, layout, tile)
            draw_strip(axes, layout, tile, title, lang)
            pages.savefig(figure)
        pages.savefig(plan_page(what, layout, blank, title, lang))
