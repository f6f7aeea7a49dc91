"""What an import has to tell: what could not be carried over, or not as it was, each with its line in the XML."""

from collections.abc import Iterator
from dataclasses import dataclass

from marshrut.simulator.messages import Param, say
from marshrut.simulator.problems import Problem

MOST_NOTES = 1000
MOST_ALIKE = 20  # of one sentence; a field may have the same fault in each of its thousand lines


@dataclass(frozen=True, slots=True)
class Note:
    """`line` is 0 where a note belongs to no line. `why` is another message's id and parameters, told within it."""

    line: int
    message_id: str
    params: tuple[tuple[str, Param], ...]
    why: tuple[str, tuple[tuple[str, Param], ...]] | None = None

    def told(self, lang: str) -> str:
        cause = {"why": say(lang, self.why[0], **dict(self.why[1]))} if self.why else {}
        text = say(lang, self.message_id, **dict(self.params), **cause)
        return say(lang, "trik-line", line=self.line, text=text) if self.line else text


class Notes:
    """Collects notes; `where` they belong is said once for each of them."""

    def __init__(self) -> None:
        self._notes: list[Note] = []
        self._alike: dict[str, int] = {}

    def add(self, line: int, message_id: str, /, **params: Param) -> None:
        self._keep(Note(line, message_id, tuple(params.items())))

    def caused(self, line: int, message_id: str, name: str, problem: Problem) -> None:
        """What the world's own loader says of something: why it does not take it, or what it leaves out."""
        self._keep(Note(line, message_id, (("name", name),), (problem.message_id, tuple(problem.params.items()))))

    def _keep(self, note: Note) -> None:
        message_id = note.message_id
        self._alike[message_id] = self._alike.get(message_id, 0) + 1
        if self._alike[message_id] <= MOST_ALIKE and len(self._notes) < MOST_NOTES and note not in self._notes:
            self._notes.append(note)

    def __iter__(self) -> Iterator[Note]:
        """By their lines; where there are more of one kind than are told, a last note says how many."""
        yield from sorted(self._notes, key=lambda note: note.line)
        for count in self._alike.values():
            if count > MOST_ALIKE:
                yield Note(0, "trik-more-alike", (("count", count - MOST_ALIKE),))
