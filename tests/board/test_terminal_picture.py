"""A living board as cells of a terminal, without one: the same scene and state make the same picture."""

from typing import Any

import pytest
from living import pin
from marshrut.host_tools.board.terminal_picture.dots import Cell, Dots
from marshrut.host_tools.board.terminal_picture.keyboard import characters
from marshrut.host_tools.board.terminal_picture.keys import command_of, robot_of
from marshrut.host_tools.board.terminal_picture.live import Picture, Told
from marshrut.host_tools.board.terminal_picture.picture import as_text
from marshrut.simulator.appearance import display_text
from marshrut.simulator.replay.colours import floor_colour
from marshrut.simulator.run import Conditions, nominal_scene
from marshrut.simulator.scene import scene_to_json
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import state_fields
from marshrut.simulator.virtual_board.present import RULE, Present, Seen

LANGUAGES = ("ru", "kk", "en")


def told(task_id: str = "line-sprint", lang: str = "en", robots: int = 1, step: bool = False) -> Told:
    task = find_task(task_id)
    scene = nominal_scene(Conditions(task, find_variant(task, None), 7))
    return Told(
        scenes=[scene_to_json(scene)] * robots,
        fields=state_fields(len(scene.robot.reflectance)),
        ports=[f"/home/pupil/.marshrut/board-{number + 1}" for number in range(robots)],
        pace="×1",
        step=step,
        lang=lang,
    )


def standing(what: Told, x_mm: int, y_mm: int, heading_deg: int, **more: Any) -> Seen:
    values = dict.fromkeys(what.fields, 0) | {
        "x_um": x_mm * 1000, "y_um": y_mm * 1000, "heading_mdeg": heading_deg * 1000, "v_um_s": 385_000,
        "battery_mv": 7512,
    }  # fmt: skip
    seen = Seen(1, "going", 12_340_000, tuple(values.values()), **more)
    seen.path = [(0, seen.values)]
    return seen


def drawn(what: Told, *robots: Seen, width: int = 80, height: int = 24, chosen: int = 0, plugged: bool = True) -> str:
    return as_text(Picture(what).rows(robots, chosen, plugged, width, height))


def test_the_whole_picture() -> None:
    what = told()
    start = drawn(what, standing(what, 1700, 600, 90))
    assert start.splitlines() == [
        "                                                  Time    12.34 s  ×1",
        "                                                  Run     going",
        "          ⢀⡤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⢤⡀            Place   1700; 600 mm",
        "        ⢠⠒⠁                          ⠈⠒⡄          Heading ↑ 90°",
        "       ⡴⠁                              ⠈⢦         Speed   385 mm/s",
        "       ⡇                        ⠁  ⠈    ⢸         Battery 7.51 V",
        "       ⡇                        ⣀⣀↑⣀    ⢸⠁        LED     ○",
        "       ⠳⡀                              ⢀⠞         Button  △",
        "        ⠘⠤⡀        ⢸⡇                ⢀⠤⠃          Cable   plugged in",
        "          ⠈⠓⠒⠲⠤⠤⠤+⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠖⠒⠚⠁",
        "                   ⢰⡆",
        "",
        "/home/pupil/.marshrut/board-1",
        "s start · b button · r reset · h button held · u pull the cable out · q quit",
    ]


def test_where_it_has_been_is_seen() -> None:
    what = told()
    seen = standing(what, 1700, 600, 90)
    still = drawn(what, seen)
    seen.path = [(i * 20_000, (600_000 + i * 11_000, 600_000)) for i in range(100)]  # type: ignore[misc]
    assert drawn(what, seen) != still


@pytest.mark.parametrize("size", [(80, 24), (200, 50), (40, 16), (40, 60), (24, 10), (10, 5), (1, 1)])
@pytest.mark.parametrize("task", ["line-sprint", "desk"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_window_is_too_small(lang: str, task: str, size: tuple[int, int]) -> None:
    width, height = size
    what = told(task, lang, step=True)
    rows = Picture(what).rows([standing(what, 1000, 600, 200)], 0, False, width, height)
    assert all(sum(segment.cell_length for segment in row) <= width for row in rows)
    assert len(rows) <= max(height * 0.6 + 1, 9)


def test_a_robot_beyond_the_mat_does_no_harm() -> None:
    what = told()
    assert "→" in drawn(what, standing(what, 99_000, -50_000, 0))


def test_the_robot_shows_what_its_parts_do() -> None:
    what = told("desk")
    parts = {part["chip"]: part["id"] for part in what.scenes[0]["robot"]["parts"]}
    led, button = (what.scenes[0]["robot"][kind][0] for kind in ("leds", "buttons"))
    seen = standing(what, 1000, 600, 0, duties={led["pin"]: 65535}, pressed={button["id"]: 12_300_000})
    assert "LED     ●" in drawn(what, seen, width=120) and "Button  ▼" in drawn(what, seen, width=120)
    bars = display_text([b"\xff\x00" * 64] * 8)
    looks = {"buzzer": "440/50", "sg90": "90.0", "ws2812": "ff0000", "ssd1306": bars}
    seen.looks = {parts[chip]: look for chip, look in looks.items() if chip in parts}
    text = drawn(what, seen, width=200, height=60)
    assert ("♪ 440 Hz" in text) == ("buzzer" in parts)
    assert ("90°" in text) == ("sg90" in parts)
    assert ("●○" in text) == ("ws2812" in parts)
    assert ("⡇" * 64 in text) == ("ssd1306" in parts)
    seen.looks = dict.fromkeys(seen.looks, "no such look")
    assert drawn(what, seen)


def test_a_display_is_light_on_dark_glass() -> None:
    what = told("desk")
    rows = Picture(what).rows([standing(what, 1000, 600, 0, looks={"display": "ff" * 3 + "/" * 7})], 0, True, 200, 60)
    glass = [part.style for row in rows for part in row if part.text.startswith("⣿⡇")]
    assert glass and all(str(style) == "#acddff on #0b1220" for style in glass)


def test_several_robots_on_one_mat() -> None:
    what = told(robots=3, lang="ru")
    robots = [standing(what, 600, 600, 180), standing(what, 1200, 600, 0), standing(what, 1800, 600, 90)]
    text = drawn(what, *robots, chosen=1)
    assert "▸2 → 1200; 600" in text and " 1 ← 600; 600" in text and " 3 ↑ 1800; 600" in text
    assert "board-2" in text and "1–3 какой робот" in text


def test_objects_are_where_the_chosen_board_s_robot_has_left_them() -> None:
    what = told(robots=2)
    what.scenes[0]["mat"]["objects"] = [pin("king", 1200, 600)]
    robots = [standing(what, 600, 600, 180), standing(what, 1800, 600, 90, places={0: (900_000, 600_000, 0, 1)})]

    def reds(chosen: int) -> set[int]:
        """The columns of cells that have the pin's colour."""
        found, red = set(), floor_colour(pin("", 0, 0))
        for row in Picture(what).rows(robots, chosen, True, 120, 40):
            signs = [(sign, str(part.style)) for part in row for sign in part.text]
            seen = {i for i, (sign, style) in enumerate(signs) if red in style and (sign > " " or f"on {red}" in style)}
            found |= seen
        return found

    stands, lies = reds(0), reds(1)
    assert stands and lies and max(lies) < min(stands) and len(lies) > len(stands)


def test_a_cell_has_the_colour_of_most_of_it_as_ground() -> None:
    dots = Dots(2, 1)
    dots.fill([(0, 0), (4, 0), (4, 4), (0, 4)], "#ffffff")
    assert dots.cell(0, 0) == Cell(" ", "", "#ffffff")
    dots.line([(0, 0), (0, 3.5)], "#000000")
    assert dots.cell(0, 0) == Cell("⡇", "#000000", "#ffffff")
    over = dots.copy()
    over.dot(3, 3, "#ff0000")
    assert over.touched() == {(1, 0)}
    assert over.cell(1, 0) == Cell("⢀", "#ff0000", "#ffffff") and dots.cell(1, 0) == Cell(" ", "", "#ffffff")


@pytest.mark.parametrize(
    ("key", "plugged", "command"),
    [
        ("s", True, "start"), ("Ы", True, "start"), ("и", True, "button"), ("u", True, "unplug"), ("u", False, "plug"),
        ("г", False, "plug"), (" ", True, "step"), ("q", True, "quit"), ("x", True, None), ("1", True, None),
    ],
)  # fmt: skip
def test_keys(key: str, plugged: bool, command: str | None) -> None:
    assert command_of(key, plugged) == command


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("s", "s"), ("sb", "sb"), ("ы", "ы"), ("\x1b[A", ""), ("s\x1b[Bq", "sq"), ("\x1b[1;5C\x1bOP", ""), ("\x1b", "")],
)
def test_arrows_and_the_like_are_no_keys(typed: str, keys: str) -> None:
    assert "".join(characters(typed.encode())) == keys


def test_digits_choose_a_robot() -> None:
    assert [robot_of(key, 3) for key in ("1", "3", "4", "", "s")] == [0, 2, None, None, None]
    assert robot_of("1", 1) is None


def test_what_is_present_is_remembered_and_told() -> None:
    present, heard = Present(), []
    present.begins(0, (1, 2))
    present.drives()
    present.state(20_000, 0, (3, 2))
    present.display(20_000, 0, "screen", "ff")
    present.text(20_000, 0, "hello")
    seen = present.seen(listener=heard.append)
    assert (seen.run, seen.t_us, seen.values, seen.looks) == ("going", 20_000, (3, 2), {"screen": "ff"})
    assert seen.path == [(0, (1, 2)), (20_000, (3, 2))] and seen.texts == [(20_000, "hello")]
    for t_us in range(40_000, 200_000, 20_000):
        present.state(t_us, 0, (3, 2))
    assert len(present.seen().path) == 3, "one that stands takes no room"
    present.ends()
    assert present.seen().run == "over" and heard[-1] == ("run", "over")
    present.judged("Passed")
    present.begins(0, (1, 2))
    seen = present.seen(listener=heard.append)
    assert (seen.run, seen.result) == ("none", "Passed"), "the result stays"
    assert (seen.texts, seen.printed) == ([], "hello" + RULE), "and so does what was printed"
    assert heard[-2:] == [("printed", "hello" + RULE), ("begins", 2, (1, 2))]
    present.text(0, 0, "what a tool has asked for")
    present.ends_program()
    assert present.seen().printed == "hello" + RULE
    present.text(10_000, 0, "ag")
    present.starts_program()
    present.text(20_000, 0, "ain")
    present.ends_program()
    present.text(30_000, 0, "what a tool has asked for")
    present.begins(0, (1, 2))
    assert present.seen().printed == "again" + RULE
    present.leave(heard.append)
