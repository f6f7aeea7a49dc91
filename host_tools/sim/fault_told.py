"""An exception that a program did not catch, in one sentence: where, also inside which driver, and a hint."""

import re
from dataclasses import replace

from marshrut.simulator.board_flash import board_modules
from marshrut.simulator.hints import Hint, hint, where
from marshrut.simulator.messages import Param
from marshrut.simulator.printable import printable
from marshrut.simulator.program import Program
from marshrut.simulator.runners.tracebacks import Fault, statement_line

MAIN = "main.py"
_NO_MODULE = ("hint-import", "hint-import-known", "hint-import-near", "hint-import-board")
_GOES_ON = {"hint-raised": "hint-raised-here", "hint-raised-text": "hint-raised-here-text"}


def fault_told(program: Program, fault: Fault, board: str, lang: str, *, stopped: bool = True) -> str:
    """One line for the terminal. `stopped`: the error ended the program."""
    found = fault_hint(program, fault, board)
    if not stopped and found.message_id in _GOES_ON:
        found = replace(found, message_id=_GOES_ON[found.message_id])
    # Python's own parser often finds the true place of a slip that the board's compiler notices later.
    line = found.line or fault.line
    name = shown_name(program, fault.file)
    place = where(lang, name, line, printable(code_of(program.files.get(fault.file, ""), line))) if line else name
    return printable(re.sub(r"\s*\n\s*", " ", found.tell(lang, _from_main(program, fault, lang) + place)))


def fault_hint(program: Program, fault: Fault, board: str) -> Hint:
    """What is to be said of it; its `line`, where it is not 0, is the true place."""
    source = program.files.get(fault.file, "")
    others = [text for file, text in program.files.items() if file != fault.file]
    code = code_of(source, fault.line)
    found = hint(fault.cls, fault.message, code, source, board_modules(board), others, fault.line)
    return _left_behind(program, found) or found


def shown_name(program: Program, file: str) -> str:
    """A file's name as its author knows it: a program of one file has the name under which it was handed in."""
    return program.name if file == MAIN and program.path is not None else file


def _from_main(program: Program, fault: Fault, lang: str) -> str:
    """The line of the program's main file that led into the driver where the exception was raised."""
    lines = [line for file, line in fault.frames if file == MAIN]
    if fault.file == MAIN or not lines:
        return ""
    line = statement_line(program.main, lines[-1])
    return where(lang, MAIN, line, printable(code_of(program.main, line))) + " → "


def _left_behind(program: Program, found: Hint) -> Hint | None:
    """For a module that is missing because one file was given and the module lies beside it."""
    if program.path is None or found.message_id not in _NO_MODULE:
        return None
    folder, name = program.path.parent, str(found.params["name"]).partition(".")[0]
    if not (folder / f"{name}.py").is_file() and not any((folder / name).glob("*.py")):
        return None
    params: dict[str, Param] = {
        "name": name, "file": program.name, "folder": str(folder), "called_main": int(program.name == MAIN)
    }  # fmt: skip
    return Hint("hint-import-beside", params)


def code_of(source: str, line: int) -> str:
    lines = re.split(r"\r\n|\r|\n", source)  # what a parser takes for a line's end, and no other
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""
