"""What a person does to a virtual board, as a line on standard input or a key in its terminal."""

import sys
from collections.abc import Callable, Iterable

from marshrut.simulator.virtual_board.board import VirtualBoard
from marshrut.simulator.virtual_board.pacing import ByHand

STEP_MS = 100


class UnknownCommand(Exception):
    """Nothing that can be done to a board."""


class Hands:
    """`do` carries out one command: its word and, for some, a number."""

    def __init__(self, board: VirtualBoard) -> None:
        self._board = board
        self._acts: dict[str, Callable[[int | None], None]] = {
            "start": lambda _: board.power_cycle(start=True),
            "reset": lambda _: board.power_cycle(),
            "button": self._press,
            "unplug": lambda _: board.unplug(),
            "plug": lambda _: board.plug_in(),
            "step": self._step,
            "quit": lambda _: board.stop(),
        }

    @property
    def words(self) -> Iterable[str]:
        return self._acts

    def do(self, line: str) -> None:
        word, _, number = line.strip().partition(" ")
        if word not in self._acts or (number and not number.isdecimal()):
            raise UnknownCommand(line)
        self._acts[word](int(number) if number else None)

    def _press(self, ms: int | None) -> None:
        buttons = self._board.scene.robot.buttons
        if buttons:
            self._board.press(buttons[0].id, ms or 200)

    def _step(self, ms: int | None) -> None:
        pacing = self._board.pacing
        if isinstance(pacing, ByHand):
            pacing.advance((ms or STEP_MS) * 1000)
            self._board.wake()


def read_lines(hands: Hands, unknown: Callable[[str], None]) -> None:
    """Obey standard input line by line until it ends; what is no command is told."""
    for line in sys.stdin:
        if line.strip():
            try:
                hands.do(line)
            except UnknownCommand:
                unknown(line.strip())
