"""From an exception that a program did not catch to a hint that its author understands.

Both interpreters' wordings are known here, and none of them is shown: a hint is a message id with parameters. An error
of the robot's own runtime carries a code, such as [R05], and says itself what to do; it passes through unchanged.
"""

import builtins
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .messages import Param, say
from .near_names import near_name
from .problems import tell
from .program_names import bound_names, positional_counts, rover_names

_ROBOT_CODE = re.compile(r"\[R\d\d\]")


@dataclass(frozen=True)
class Hint:
    """What to say about an exception."""

    message_id: str
    params: dict[str, Param] = field(default_factory=dict)

    def tell(self, lang: str, where: str = "") -> str:
        """One line: where, what, try, code."""
        return tell(lang, self.message_id, where, **self.params)


@dataclass(frozen=True)
class _Error:
    """An exception as a child reports it, and what the host knows of the program."""

    cls: str
    text: str
    line: str  # the program's own line, stripped
    source: str
    modules: tuple[str, ...]


def hint(cls: str, text: str, line: str = "", source: str = "", modules: Iterable[str] = ()) -> Hint:
    """The hint for an exception of class `cls` with that text.

    `line` is the program's line where it happened, `source` the whole file, `modules` what the board can import: each
    makes hints better, none is needed.
    """
    if _ROBOT_CODE.search(text):
        return Hint("hint-robot", {"text": text})
    error = _Error(cls, text.strip(), line.strip(), source, tuple(modules))
    for reader in _READERS.get(cls, ()):
        found = reader(error)
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


def _name(error: _Error) -> Hint | None:
    if "local variable" in error.text:
        name = _first(r"variable '(\w+)'", error.text)
        return Hint("hint-name-local-named", {"name": name}) if name else Hint("hint-name-local")
    name = _first(r"name '(\w+)' is(?:n't| not) defined", error.text)
    if not name:
        return None
    known = bound_names(error.source) | set(rover_names()) | {n for n in dir(builtins) if n[0].islower()}
    near = near_name(name, known)
    return Hint("hint-name-near", {"name": name, "near": near}) if near else Hint("hint-name", {"name": name})


def _attribute(error: _Error) -> Hint | None:
    name = _first(r"no attribute '(\w+)'", error.text)
    if not name:
        return None
    owner = _first(r"'(\w+)' object", error.text) or _first(r"module '([\w.]+)'", error.text)
    if owner == "NoneType":
        return Hint("hint-none", {"name": name})
    rover = rover_names()
    known = rover.get(owner, ()) if owner in rover else {name for names in rover.values() for name in names}
    near = near_name(name, known)
    if near:
        return Hint("hint-attribute-near", {"name": name, "near": near})
    if owner in rover:
        return Hint("hint-attribute-known", {"name": name, "owner": owner, "known": ", ".join(sorted(known))})
    return Hint("hint-attribute", {"name": name})


def _import(error: _Error) -> Hint | None:
    name = _first(r"[Nn]o module named '?([\w.]+)'?", error.text)
    if name:
        near = near_name(name, error.modules)
        if near:
            return Hint("hint-import-near", {"name": name, "near": near})
        if error.modules:
            return Hint("hint-import-known", {"name": name, "known": ", ".join(sorted(error.modules))})
        return Hint("hint-import", {"name": name})
    name = _first(r"(?:cannot|can't) import name '?(\w+)'?", error.text)
    if not name:
        return None
    near = near_name(name, rover_names())
    return (
        Hint("hint-import-name-near", {"name": name, "near": near})
        if near
        else Hint("hint-import-name", {"name": name})
    )


def _indentation(error: _Error) -> Hint | None:
    if "tabs" in error.text:
        return Hint("hint-tabs")
    if "expected an indented block" in error.text:
        return Hint("hint-indent-missing")
    if "unindent" in error.text:
        return Hint("hint-indent-uneven")
    return Hint("hint-indent-extra")


def _syntax(error: _Error) -> Hint | None:
    """MicroPython says only that the syntax is wrong; the line itself mostly tells the rest."""
    line = re.sub(r"(\"[^\"]*\"|'[^']*')", "''", error.line)
    code = line.partition("#")[0].strip()
    if "unterminated string" in error.text or code.replace("''", "").count('"') + code.replace("''", "").count("'"):
        return Hint("hint-syntax-quote")
    for opening, closing in ("()", "[]", "{}"):
        if code.count(opening) != code.count(closing):
            bracket = opening if code.count(opening) > code.count(closing) else closing
            return Hint("hint-syntax-bracket", {"bracket": bracket})
    if "was never closed" in error.text:
        return Hint("hint-syntax-bracket", {"bracket": error.text[1:2]})
    head = re.match(r"(if|elif|else|while|for|def|class|try|except|finally|with)\b", code)
    if head and not code.endswith(":"):
        return Hint("hint-syntax-colon", {"word": head[1]})
    if head and head[1] in ("if", "elif", "while") and re.search(r"[^=!<>:]=[^=]", code):
        return Hint("hint-syntax-equals")
    return Hint("hint-syntax")


def _type(error: _Error) -> Hint | None:
    text = error.text
    counts = re.search(r"takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given", text)
    if counts:
        return _arguments(int(counts[1]), int(counts[2]), error)
    at_most = re.search(r"expected at most (\d+) (?:positional )?arguments?, got (\d+)", text)
    if at_most:
        return Hint("hint-arguments", {"wanted": int(at_most[1]), "got": int(at_most[2])})
    missing = re.search(r"missing (\d+) required positional arguments?(?:: (.+))?", text)
    if missing:
        names = (missing[2] or "").replace("'", "").replace(" and ", ", ")
        return Hint("hint-arguments-missing", {"count": int(missing[1]), "named": int(bool(names)), "names": names})
    keyword = _first(r"unexpected keyword argument '(\w+)'", text) or _first(r"extra keyword argument '?(\w+)", text)
    if keyword:
        return Hint("hint-keyword", {"name": keyword})
    operands = re.search(r"unsupported (?:operand )?type(?:\(s\)|s)? for .+?: '(\w+)'(?: and |, )'(\w+)'", text)
    if operands:
        return Hint("hint-operands", {"left": operands[1], "right": operands[2]})
    for message_id, pattern in _TYPE_USES:
        kind = _first(pattern, text)
        if kind:
            return Hint("hint-none-used") if kind == "NoneType" else Hint(message_id, {"kind": kind})
    return None


_TYPE_USES = (
    ("hint-not-callable", r"'(\w+)' object is(?:n't| not) callable"),
    ("hint-not-indexable", r"'(\w+)' object (?:is(?:n't| not) subscriptable|does not support (?:indexing|item \w+))"),
    ("hint-not-iterable", r"'(\w+)' object is(?:n't| not) iterable"),
    ("hint-not-a-number", r"can't convert '?(\w+)'? (?:object )?to (?:int|float)"),
)


def _arguments(wanted: int, got: int, error: _Error) -> Hint:
    """Both interpreters count `self`, which nobody writes in a call; the line tells how many were written."""
    written = positional_counts(error.line)
    unwritten = int(got not in written and (got - 1 in written or "." in _first(r"([\w.]+)\(\) takes", error.text)))
    return Hint("hint-arguments", {"wanted": wanted - unwritten, "got": got - unwritten})


def _index(error: _Error) -> Hint | None:
    return Hint("hint-index")


def _key(error: _Error) -> Hint | None:
    return Hint("hint-key", {"key": error.text.strip("'")})


def _value(error: _Error) -> Hint | None:
    if "invalid literal for int" in error.text or "syntax for integer" in error.text:
        return Hint("hint-number")
    if "could not convert string to float" in error.text or "syntax for number" in error.text:
        return Hint("hint-number")
    if "math domain" in error.text:
        return Hint("hint-math-domain")
    return None


_ERRNO = {2: "hint-flash-missing", 17: "hint-flash-exists", 28: "hint-flash-full", 19: "hint-device", 5: "hint-device",
          110: "hint-device-slow", 116: "hint-device-slow"}  # fmt: skip


def _os(error: _Error) -> Hint | None:
    number = _first(r"(\d+)", error.text)
    message_id = _ERRNO.get(int(number)) if number else None
    if message_id is None:
        return None
    if message_id.startswith("hint-flash"):
        name = _first(r": '?([^']+)'?$", error.text)
        return Hint(message_id, {"named": int(bool(name)), "name": name})
    return Hint(message_id)


def _always(message_id: str) -> Callable[[_Error], Hint | None]:
    return lambda error: Hint(message_id)


def _recursion(error: _Error) -> Hint | None:
    return Hint("hint-recursion") if "recursion" in error.text else None


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


_READERS: dict[str, tuple[Callable[[_Error], Hint | None], ...]] = {
    "NameError": (_name,),
    "UnboundLocalError": (_name,),
    "AttributeError": (_attribute,),
    "ImportError": (_import,),
    "ModuleNotFoundError": (_import,),
    "IndentationError": (_indentation,),
    "TabError": (_indentation,),
    "SyntaxError": (_syntax,),
    "TypeError": (_type,),
    "ZeroDivisionError": (_always("hint-zero"),),
    "IndexError": (_index,),
    "KeyError": (_key,),
    "ValueError": (_value,),
    "OSError": (_os,),
    "MemoryError": (_always("hint-memory"),),
    "RuntimeError": (_recursion,),
    "RecursionError": (_recursion,),
    "KeyboardInterrupt": (_always("hint-stopped"),),
    "EOFError": (_always("hint-input"),),
}
