"""What a person does to virtual boards, as a line on standard input or a key in the terminal."""

import sys
from collections.abc import Callable, Iterable, Sequence

from marshrut.simulator.scene.model import Press
from marshrut.simulator.virtual_board.board import VirtualBoard
from marshrut.simulator.virtual_board.pacing import ByHand

STEP_MS = 100
PRESS_MS = 200
HOLD_MS = 2000  # from power-on


class UnknownCommand(Exception):
    """Nothing that can be done to a board."""


class Hands:
    """`do` carries out one command: `[ROBOT] WORD [MS]`, without a robot's number on the first one."""

    def __init__(self, boards: Sequence[VirtualBoard]) -> None:
        self._boards = boards
        self._acts: dict[str, Callable[[VirtualBoard, int | None], None]] = {
            "start": lambda board, _: board.power_cycle(board.scene.presses),
            "hold": self._hold,
            "reset": lambda board, _: board.power_cycle(),
            "button": self._press,
            "unplug": lambda board, _: board.unplug(),
            "plug": lambda board, _: board.plug_in(),
            "step": self._step,
            "quit": self._quit,
        }

    @property
    def words(self) -> Iterable[str]:
        return self._acts

    def do(self, line: str) -> None:
        """UnknownCommand for a line that is none."""
        parts = line.split()
        number = int(parts.pop(0)) if parts and parts[0].isdecimal() else 1
        if not (1 <= number <= len(self._boards) and 1 <= len(parts) <= 2 and parts[0] in self._acts):
            raise UnknownCommand(line)
        if len(parts) == 2 and not (parts[1].isdecimal() and len(parts[1]) < 9):
            raise UnknownCommand(line)
        self._acts[parts[0]](self._boards[number - 1], int(parts[1]) if len(parts) == 2 else None)

    def _press(self, board: VirtualBoard, ms: int | None) -> None:
        buttons = board.scene.robot.buttons
        if buttons:
            board.press(buttons[0].id, ms or PRESS_MS)

    def _hold(self, board: VirtualBoard, _: int | None) -> None:
        """Off and on with the button held: the program is skipped."""
        buttons = board.scene.robot.buttons
        board.power_cycle(tuple(Press(button.id, 0, HOLD_MS) for button in buttons[:1]))

    def _step(self, _: VirtualBoard, ms: int | None) -> None:
        """Time is everybody's."""
        for board in self._boards:
            if isinstance(board.pacing, ByHand):
                board.pacing.advance((ms or STEP_MS) * 1000)
                board.wake()

    def _quit(self, _: VirtualBoard, __: int | None) -> None:
        for board in self._boards:
            board.stop()


def read_lines(hands: Hands, unknown: Callable[[str], None]) -> None:
    """Obey standard input line by line until it ends; what is no command is told."""
    for line in sys.stdin:
        if line.strip():
            try:
                hands.do(line)
            except UnknownCommand:
                unknown(line.strip())
