"""Programs that cannot be read at all."""

import ast
import re
from dataclasses import replace
from keyword import iskeyword

from ..near_names import digits_meant, letter_in_number
from ..source_text import UNREADABLE
from .model import Caught, Hint, group_of


def read_syntax(error: Caught) -> Hint | None:
    """MicroPython says little more than that the syntax is wrong; Python's own parser mostly knows what and where."""
    text, line, code = error.text, 0, error.line
    try:
        ast.parse(error.source)
    except SyntaxError as fault:
        text, line = fault.msg, fault.lineno or 0
        lines = error.source.splitlines()
        code = lines[line - 1].strip() if 0 < line <= len(lines) else code
    except UNREADABLE:
        pass
    return replace(_told_by(error.cls, text, code), line=line)


def _told_by(cls: str, text: str, code: str) -> Hint:
    if cls == "TabError" or "tabs" in text:
        return Hint("hint-tabs")
    slip = _habit(code)
    if slip is not None and "indent" not in text:
        return slip
    for message_id, words in _SYNTAX_WORDS:
        if words in text:
            return Hint(message_id)
    bracket = group_of(r"'([()\[\]{}])'", text)
    if bracket:
        return Hint("hint-syntax-bracket", {"bracket": bracket})
    outside = group_of(r"'(\w+)'.* outside", text)
    if outside == "await":
        return Hint("hint-async-await")
    if outside:
        return Hint("hint-syntax-outside", {"word": outside})
    word = group_of(r"^(if|elif|else|while|for|def|class|try|except|finally|with|async)\b", code)
    if "expected ':'" in text or (word and not code.partition("#")[0].rstrip().endswith(":")):
        return Hint("hint-syntax-colon", {"word": word or code})
    called = group_of(r"^(?:\w+\s*=\s*)?((?:\w+\.)*\w+) +[\w\"'-]", code)
    if called and called.isascii() and not iskeyword(called):
        part = group_of(re.escape(called) + r" +([\w.]+)\(", code)
        if part:
            return Hint("hint-syntax-dot", {"whole": called, "part": part})
        return Hint("hint-syntax-call", {"name": called})
    return Hint("hint-syntax")


def _habit(code: str) -> Hint | None:
    """What is written so in another language, or in an older Python."""
    if re.match(r"(?:else\s+if|elseif|elsif)\b", code):
        return Hint("hint-syntax-else-if")
    word = group_of(r"^(\w+)\b(?!\s*[=.(])", code)
    if word != word.lower() and iskeyword(word.lower()):
        return Hint("hint-syntax-small", {"word": word, "small": word.lower()})
    if re.match(r"print +[^ =(]", code):
        return Hint("hint-syntax-call", {"name": "print"})
    bare = re.sub(r"'[^']*'|\"[^\"]*\"|#.*", "''", code)
    for number in re.findall(r"(?<![\w.])\d[\w.]*", bare):
        if digits_meant(number):
            letter = letter_in_number(number)
            return Hint("hint-letters-digits", {"word": number, "letter": letter, "number": digits_meant(number)})
    braced = re.search(r"([\w.]*\w)\{([^{}]*)\}", bare)
    if braced:
        return Hint("hint-syntax-round", {"name": braced[1], "call": f"{braced[1]}({braced[2]})"})
    second = _second_command(code)
    if second:
        return Hint("hint-syntax-two", {"second": second})
    wrong = group_of(rf"({'|'.join(map(re.escape, _SIGNS))})", bare)
    return Hint("hint-syntax-sign", {"wrong": wrong, "right": _SIGNS[wrong]}) if wrong else None


def _second_command(code: str) -> str:
    """The command that stands in a line behind another whole one."""
    for gap in re.finditer(r"(?<=\))\s*(?=[A-Za-z_])", code):
        first, second = code[: gap.start()], code[gap.end() :]
        if _is_command(first) and _is_command(second):
            return second
    return ""


def _is_command(code: str) -> bool:
    """Whether it is a call or an assignment and nothing else."""
    try:
        body = ast.parse(code).body
    except UNREADABLE:
        return False
    return len(body) == 1 and (
        isinstance(body[0], ast.Assign | ast.AugAssign)
        or (isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Call))
    )


# Signs that stand in no program, and what was meant
_SIGNS = {
    "&&": "and", "||": "or", "=<": "<=", "=>": ">=", "<>": "!=", "%%": "%", "===": "==",
    # and those of print, which come with what is copied from a page
    "−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=",
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
}  # fmt: skip

_SYNTAX_WORDS = (
    ("hint-machine-code", "invalid micropython decorator"),
    ("hint-yield-in-async", "'yield' inside async function"),
    ("hint-indent-missing", "expected an indented block"),
    ("hint-indent-extra", "unexpected indent"),
    ("hint-indent-uneven", "unindent"),
    ("hint-syntax-quote", "unterminated"),
    ("hint-syntax-assign", "assign to"),
    ("hint-syntax-equals", "'=='"),
)
