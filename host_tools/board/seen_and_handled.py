"""How a person sees boards and acts on them: picture and keys in a terminal, else lines and commands; and a page."""

import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from marshrut.simulator.messages import say
from marshrut.simulator.run import Conditions
from marshrut.simulator.scene import scene_to_json
from marshrut.simulator.trace import state_fields
from marshrut.simulator.virtual_board.pacing import ByHand
from marshrut.simulator.virtual_board.present import Present, Seen

from .hands import Hands, read_lines
from .page.address import keep_address, kept_address
from .page.boards_page import BoardsPage
from .page.server import PageServer
from .standing import Standing
from .terminal_picture.live import Told, can_show, live_picture


@contextmanager
def handled(
    boards: Sequence[Standing], presents: Sequence[Present], hands: Hands, pace: str, language: str
) -> Iterator[None]:
    """Inside it commands are obeyed, whichever way they come."""
    if not can_show():

        def unknown(line: str) -> None:
            print(say(language, "board-unknown", what=line, known=", ".join(hands.words)), flush=True)

        threading.Thread(target=read_lines, args=(hands, unknown), daemon=True).start()
        yield
        return
    told = Told(_scenes(boards), _fields(boards), [each.port for each in boards], pace, _by_hand(boards), language)
    with live_picture(told, _Robots(boards, presents, hands.do)):
        yield


@contextmanager
def viewed(
    boards: Sequence[Standing],
    presents: Sequence[Present],
    hands: Hands,
    conditions: Conditions,
    address: Path,
    language: str,
) -> Iterator[BoardsPage]:
    """Inside it the boards have a page, and a browser is asked to open it. Its address is kept in that file."""
    page = BoardsPage(
        conditions,
        _scenes(boards),
        _fields(boards),
        [each.port for each in boards],
        presents,
        lambda: [each.cables.plugged for each in boards],
        hands.do,
        language,
        _by_hand(boards),
    )
    server = PageServer(page, kept_address(address))
    try:
        keep_address(address, server.address)
        print(f"{say(language, 'board-page')}: {server.url}", flush=True)
        webbrowser.open(server.url)
        yield page
    finally:
        server.close()


def _scenes(boards: Sequence[Standing]) -> list[dict[str, Any]]:
    return [scene_to_json(each.board.scene) for each in boards]


def _fields(boards: Sequence[Standing]) -> tuple[str, ...]:
    """The names of a state's values."""
    return state_fields(len(boards[0].board.scene.robot.reflectance))


def _by_hand(boards: Sequence[Standing]) -> bool:
    return isinstance(boards[0].board.pacing, ByHand)


class _Robots:
    def __init__(self, boards: Sequence[Standing], presents: Sequence[Present], do: Callable[[str], None]) -> None:
        self._boards = boards
        self._presents = presents
        self._do = do

    def seen(self, states: int) -> list[Seen]:
        return [present.seen(states) for present in self._presents]

    def plugged(self, robot: int) -> bool:
        return self._boards[robot].cables.plugged

    def do(self, command: str, robot: int) -> None:
        self._do(f"{robot + 1} {command}")
