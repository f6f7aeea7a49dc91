"""From an exception that a program did not catch to a hint that its author understands.

Both interpreters' wordings are known here, and none of them is shown: a hint is a message id with parameters. An error
of the robot's own runtime carries a code, such as [R05], and says itself what to do; it passes through unchanged.
"""

from collections.abc import Callable, Iterable

from ..messages import say
from .board import read_board, read_os
from .model import Caught, Hint
from .names import read_attribute, read_import, read_name
from .robot import read_robot
from .slips import ENDS, Slip, read_slip, slips
from .syntax import read_syntax
from .values import read_type

__all__ = ["ENDS", "Hint", "Slip", "hint", "slips", "where"]

_OF_SLIPS = ("TypeError", "AttributeError")


def hint(
    cls: str,
    text: str,
    line: str = "",
    source: str = "",
    modules: Iterable[str] = (),
    sources: Iterable[str] = (),
    number: int = 0,
) -> Hint:
    """The hint for an exception of class `cls` with that text.

    `line` is the program's line where it happened and `number` its number, `source` the whole file, `modules` what the
    board can import, `sources` the program's other files: each makes hints better, none is needed.
    """
    error = Caught(cls, text.strip(), line.strip(), source, tuple(modules), tuple(sources), number)
    robot = read_robot(error)
    if robot is not None:
        return robot
    reader = _READERS.get(cls)
    found = (read_slip(error) if cls in _OF_SLIPS else None) or (reader(error) if reader else None)
    if found is not None:
        return found
    if not error.text:
        return Hint("hint-raised", {"cls": cls})
    return Hint("hint-raised-text", {"cls": cls, "text": error.text})


def where(lang: str, file: str, line: int, code: str) -> str:
    """The place of a hint: file, line number and the line itself."""
    return (
        say(lang, "where-line", file=file, line=line, code=code) if code else say(lang, "where", file=file, line=line)
    )


def _index(error: Caught) -> Hint | None:
    return Hint("hint-list-empty") if "empty" in error.text else Hint("hint-index")


def _key(error: Caught) -> Hint | None:
    return Hint("hint-key", {"key": error.text.strip("'")})


def _value(error: Caught) -> Hint | None:
    if "invalid literal for int" in error.text or "syntax for integer" in error.text:
        return Hint("hint-number")
    if "could not convert string to float" in error.text or "syntax for number" in error.text:
        return Hint("hint-number")
    if "math domain" in error.text:
        return Hint("hint-math-domain")
    return Hint("hint-unpack") if "to unpack" in error.text else read_board(error)


def _always(message_id: str) -> Callable[[Caught], Hint | None]:
    return lambda error: Hint(message_id)


def _recursion(error: Caught) -> Hint | None:
    return Hint("hint-recursion") if "recursion" in error.text else read_board(error)


_READERS: dict[str, Callable[[Caught], Hint | None]] = {
    "NameError": read_name,
    "UnboundLocalError": read_name,
    "AttributeError": read_attribute,
    "ImportError": read_import,
    "ModuleNotFoundError": read_import,
    "IndentationError": read_syntax,
    "TabError": read_syntax,
    "SyntaxError": read_syntax,
    "TypeError": read_type,
    "ZeroDivisionError": _always("hint-zero"),
    "IndexError": _index,
    "KeyError": _key,
    "ValueError": _value,
    "OSError": read_os,
    "FileNotFoundError": read_os,
    "NotImplementedError": read_board,
    "MemoryError": _always("hint-memory"),
    "RuntimeError": _recursion,
    "RecursionError": _recursion,
    "KeyboardInterrupt": _always("hint-stopped"),
    "EOFError": _always("hint-input"),
}
