"""Runs in the CPython child, around it: counts what runs inside control ticks. `counter.py OUT SKIP TICKS CHILD`.

After SKIP ticks it counts TICKS of them, writes OUT and counts no more. A tick is a call of the control loop's own
callback. Counted are steps from line to line in the runtime, calls of its functions, and calls of the board's modules.
"""

import json
import os
import runpy
import sys
from types import FrameType
from typing import Any

RUNTIME = "/lib/rover/"  # as the child calls the runtime's files
LOOP, TICK = RUNTIME + "control.py", "_tick"

out, child = sys.argv[1], sys.argv[4]
skip, ticks = int(sys.argv[2]), int(sys.argv[3])
simulator = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(child))))
board = os.path.join(simulator, "board", "")
steps: dict[tuple[str, int, int], int] = {}
calls: dict[str, int] = {}
hardware: dict[str, int] = {}
inside = 0  # frames of the tick that is under way
seen = 0


def on_call(frame: FrameType, event: str, argument: object) -> Any:
    """Every call of a function passes here."""
    global inside, seen
    code = frame.f_code
    file = code.co_filename
    if inside == 0:
        if file == LOOP and code.co_name == TICK:
            seen += 1
            if seen > skip + ticks:
                sys.settrace(None)
                write()
                return None
            if seen > skip:
                inside = 1
                return lines_of(frame)
        return None
    caller = frame.f_back.f_code.co_filename if frame.f_back else ""
    if file.startswith(RUNTIME):
        calls[file] = calls.get(file, 0) + 1
        inside += 1
        return lines_of(frame)
    if caller.startswith(RUNTIME) and file.startswith(board):
        name = os.path.basename(file)[:-3] + "." + code.co_qualname
        hardware[name] = hardware.get(name, 0) + 1
    return None


def lines_of(frame: FrameType) -> Any:
    """Follow that frame from line to line until it returns."""
    file = frame.f_code.co_filename
    last = 0

    def on_line(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal last
        global inside
        if event == "line":
            key = (file, last, frame.f_lineno)
            steps[key] = steps.get(key, 0) + 1
            last = frame.f_lineno
        elif event == "return":
            inside -= 1
        return on_line

    return on_line


def write() -> None:
    with open(out, "w") as file:
        json.dump(
            {"steps": [[*key, count] for key, count in steps.items()], "calls": calls, "hardware": hardware}, file
        )


sys.argv = [child]
sys.settrace(on_call)
runpy.run_path(child, run_name="__main__")
