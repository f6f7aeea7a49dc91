"""What goes wrong before, around and inside a run, as data: a message id, its code, its parameters and a place.

The words are in `curriculum/messages/<lang>/`: the message says what happened, its attribute `try`, where it has one,
what to do about it. Codes are stable: a teacher looks one up, a test greps for one. P: the program; C: curriculum,
world, robot and task files, and the command line; J: the run and its judging; T: the tool and this computer; R is the
robot's own (`lib/rover`), and B is for boards.
"""

from .messages import Param, has, say

CODES: dict[str, str] = {
    "file-missing": "C01",
    "toml-syntax": "C02",
    "key-missing": "C03",
    "key-unknown": "C04",
    "key-unknown-near": "C05",
    "value-type": "C06",
    "value-range": "C07",
    "value-choice": "C08",
    "value-choice-near": "C09",
    "value-count": "C10",
    "value-rule": "C11",
    "name-unknown": "C12",
    "name-unknown-near": "C13",
    "name-twice": "C14",
    "file-unreadable": "C15",
    "task-unknown": "C16",
    "task-unknown-near": "C17",
    "variant-unknown": "C18",
    "variant-unknown-near": "C19",
    "pin-twice": "C20",
    "segment-form": "C21",
    "line-open": "C22",
    "line-corner": "C23",
    "line-radius": "C24",
    "line-gap": "C25",
    "off-mat": "C26",
    "area-flat": "C27",
    "step-empty": "C28",
    "wheels-crossed": "C29",
    "value-empty": "C29",
    "course-no-line": "C30",
    "course-start-beyond": "C31",
    "number-needed": "C32",
    "choice-needed": "C33",
    "choice-needed-near": "C34",
    "folder-unwritable": "C35",
    "value-form": "C36",
    "number-range": "C36",
    "option-unknown": "C37",
    "option-unknown-near": "C37",
    "option-value-missing": "C38",
    "options-exclude": "C39",
    "argument-missing": "C40",
    "argument-extra": "C41",
    "command-unknown": "C42",
    "usage-wrong": "C43",
    "light-missing": "C44",
    "start-at-wall": "C45",
    "bumper-inside": "C46",
    "fault-form": "C60",
    "fault-unknown": "C61",
    "fault-unknown-near": "C61",
    "fault-needs": "C62",
    "fault-takes-no": "C63",
    "fault-value": "C64",
    "fault-device": "C65",
    "fault-device-near": "C65",
    "ended-program_end": "J01",
    "ended-time_limit": "J02",
    "ended-program_error": "J03",
    "ended-stuck": "J04",
    "ended-off_line": "J06",
    "ended-shortcut": "J07",
    "ended-false_start": "J08",
    "ended-out_of_field": "J09",
    "ended-hung": "J10",
    "ended-output_cap": "J11",
    "ended-memory": "J12",
    "ended-broken_protocol": "J13",
    "ended-reset_loop": "J14",
    "ended-forbidden": "J15",
    "ended-cpu_limit": "J16",
    "ended-crashed": "J17",
    "trace-unfinished": "J20",
    "trace-other-task": "J21",
    "trace-other-fields": "J22",
    "trace-disagrees": "J23",
    "output-cut": "J30",
    "program-missing": "P01",
    "program-no-main": "P02",
    "program-binary": "P03",
    "program-not-utf8": "P04",
    "program-too-big": "P06",
    "module-other-runner": "P07",
    "program-link-outside": "P08",
    "program-too-many-files": "P09",
    "program-no-file": "P10",
    "program-unreadable": "P11",
    "hint-name": "P20",
    "hint-name-near": "P20",
    "hint-name-local": "P21",
    "hint-name-local-named": "P21",
    "hint-attribute": "P22",
    "hint-attribute-near": "P22",
    "hint-attribute-known": "P22",
    "hint-none": "P23",
    "hint-none-used": "P23",
    "hint-import": "P24",
    "hint-import-known": "P24",
    "hint-import-near": "P24",
    "hint-import-name": "P25",
    "hint-import-name-near": "P25",
    "hint-indent-missing": "P26",
    "hint-indent-extra": "P26",
    "hint-indent-uneven": "P26",
    "hint-tabs": "P27",
    "hint-syntax": "P28",
    "hint-syntax-quote": "P28",
    "hint-syntax-bracket": "P28",
    "hint-syntax-colon": "P28",
    "hint-syntax-equals": "P28",
    "hint-syntax-assign": "P28",
    "hint-syntax-outside": "P28",
    "hint-machine-code": "P29",
    "hint-arguments": "P30",
    "hint-arguments-missing": "P30",
    "hint-keyword": "P31",
    "hint-keyword-some": "P31",
    "hint-operands": "P32",
    "hint-not-callable": "P33",
    "hint-not-indexable": "P34",
    "hint-not-iterable": "P35",
    "hint-not-a-number": "P36",
    "hint-number": "P36",
    "hint-zero": "P37",
    "hint-math-domain": "P38",
    "hint-index": "P39",
    "hint-list-empty": "P39",
    "hint-key": "P40",
    "hint-flash-missing": "P41",
    "hint-flash-exists": "P42",
    "hint-flash-full": "P43",
    "hint-device": "P44",
    "hint-device-slow": "P45",
    "hint-memory": "P46",
    "hint-recursion": "P47",
    "hint-stopped": "P48",
    "hint-input": "P49",
    "hint-unpack": "P51",
    "hint-raised": "P50",
    "hint-raised-text": "P50",
    "node-missing": "T01",
    "micropython-missing": "T02",
    "micropython-old": "T02",
    "runtime-untrusted": "C60",
    "child-lost": "T03",
    "own-fault": "T04",
    "interrupted": "T05",
}


class Problem(Exception):
    """Something a person can act on. `str()` is the English sentence; `tell(lang)` the one for the person."""

    def __init__(self, message_id: str, where: str = "", /, **params: Param) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.where = where
        self.params = params

    @property
    def code(self) -> str:
        return CODES.get(self.message_id, "")

    def tell(self, lang: str) -> str:
        return tell(lang, self.message_id, self.where, **self.params)

    def __str__(self) -> str:
        return self.tell("en")


def tell(lang: str, message_id: str, where: str = "", /, **params: Param) -> str:
    """Where, what, try and code in one line."""
    parts = [f"{where}:"] if where else []
    parts.append(say(lang, message_id, **params))
    if has(lang, f"{message_id}.try"):
        parts.append(say(lang, "try", action=say(lang, f"{message_id}.try", **params)))
    if message_id in CODES:
        parts.append(f"[{CODES[message_id]}]")
    return " ".join(parts)
