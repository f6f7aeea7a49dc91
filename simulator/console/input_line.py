"""The line that a program asks for with `input()`."""

from .incoming import Incoming
from .keys import CTRL_C, CTRL_D, TAB
from .line_editor import LineEditor
from .requests import Answer


class InputLine:
    """Edited as at the prompt, but nobody looks names up: the tab key finds none."""

    def __init__(self, editor: LineEditor) -> None:
        self._editor = editor
        editor.begin(b"")

    def step(self, incoming: Incoming) -> Answer | None:
        """Use up what came in, as far as it belongs to the line."""
        while incoming:
            end = self._editor.feed(incoming.take_byte())
            if end == TAB:
                self._editor.completed(())
            elif end is not None:
                return self._answer(end)
        return None

    def _answer(self, end: int) -> Answer:
        if end == CTRL_C:
            return Answer("interrupted")
        if end == CTRL_D:
            return Answer("end")
        return Answer("line", self._editor.line.decode("utf-8", "replace"))
