"""A row of posts to be passed on alternating sides, between a start line and a finish line."""

from .draws import Draws
from .kind import Keys, Kind, Numbers, Option, Paragraph, check_mat, mat, rectangle, start

OPTIONS = (
    Option("posts", 6, 2, 20, "How many posts."),
    Option("apart_mm", 400, 250, 1000, "From post to post."),
    Option("offset_mm", 60, 0, 300, "So far off the row may a post stand, to either side."),
    Option("post_mm", 50, 10, 150, "A post's diameter."),
    Option("post_height_mm", 200, 50, 500, "A post's height."),
)

END_MM = 600  # before the first post and behind the last one
LINE_MM = 20
AREA_MM = 300  # start and finish area, from the mat's ends
ASIDE_MM = 450  # of mat on each side of the row, besides the posts' offset
SIDES = (("left", "#c02020"), ("right", "#2040c0"))


def lay(numbers: Numbers, draws: Draws) -> list[Paragraph]:
    width = (numbers["posts"] - 1) * numbers["apart_mm"] + 2 * END_MM
    height = 2 * (ASIDE_MM + numbers["offset_mm"])
    check_mat("slalom", width, height)
    middle = height // 2
    posts = []
    for i in range(numbers["posts"]):
        side, colour = SIDES[i % 2]
        keys: Keys = {
            "id": f"post-{i + 1}",
            "x_mm": END_MM + i * numbers["apart_mm"],
            "y_mm": middle + draws.between(-numbers["offset_mm"], numbers["offset_mm"]),
            "diameter_mm": numbers["post_mm"],
            "height_mm": numbers["post_height_mm"],
            "colour": colour,
        }
        posts.append(Paragraph("[[post]]", keys, f"The robot passes on its {side}: the post is to the robot's "
                                                 f"{'right' if side == 'left' else 'left'}."))  # fmt: skip
    return [
        mat(width, height),
        start("start", AREA_MM / 2, middle, 0),
        _line("start-line", AREA_MM, height),
        _line("finish-line", width - AREA_MM, height),
        Paragraph("[[zone]]", {"id": "begin", "points_mm": rectangle(0, 0, AREA_MM, height)}),
        Paragraph("[[zone]]", {"id": "finish", "points_mm": rectangle(width - AREA_MM, 0, AREA_MM, height)}),
        *posts,
    ]


def _line(name: str, x_mm: float, height_mm: float) -> Paragraph:
    keys: Keys = {"id": name, "width_mm": LINE_MM, "colour": "#000000", "points_mm": [[x_mm, 0], [x_mm, height_mm]]}
    return Paragraph("[[polyline]]", keys)


KIND = Kind("slalom", "A row of posts to pass on alternating sides.", OPTIONS, lay)
