"""How a person sees boards and acts on them: a picture and keys in a terminal, else plain lines and commands."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from marshrut.simulator.messages import say
from marshrut.simulator.scene import scene_to_json
from marshrut.simulator.trace import state_fields
from marshrut.simulator.virtual_board.pacing import ByHand
from marshrut.simulator.virtual_board.present import Present, Seen

from .hands import Hands, read_lines
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
    first = boards[0].board
    told = Told(
        scenes=[scene_to_json(each.board.scene) for each in boards],
        fields=state_fields(len(first.scene.robot.reflectance)),
        ports=[each.port for each in boards],
        pace=pace,
        step=isinstance(first.pacing, ByHand),
        lang=language,
    )
    with live_picture(told, _Robots(boards, presents, hands.do)):
        yield


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
