"""Facts of starting anew: what each reset leaves, and in which order the board's own files run."""

from .line import CTRL_D, PROMPT, Line
from .wire import Facts

_NAMED = ("PWRON_RESET", "HARD_RESET", "WDT_RESET", "DEEPSLEEP_RESET", "SOFT_RESET")

# What starts the board anew.
RESETS = {
    "machine.soft_reset": "import machine\nmachine.soft_reset()",
    "machine.reset": "import machine\nmachine.reset()",
    "watchdog": "import machine\nmachine.WDT(timeout=1000)\nwhile True: pass",
    "deepsleep": "import machine\nmachine.deepsleep(200)",
}
ORDER_FILES = {"boot.py": "print('boot runs')\n", "main.py": "print('main runs')\n"}
FAILING_FILES = {"boot.py": "print('boot runs')\n1 / 0\n", "main.py": "print('main runs')\nraise SystemExit\n"}


def reset_facts(line: Line, folder: str) -> Facts:
    """After each reset: its cause, whether a file in the folder is still there, and what has become of the pins."""
    facts = {}
    line.raw()
    for name, text in RESETS.items():
        line.run(f"with open({folder!r} + '/kept', 'w') as f: f.write({name!r})\nkept = 1")
        line.talk(text.encode() + CTRL_D, b"OK")
        line.come_back()
        facts[f"{name}.cause"] = _cause(line)
        kept = f"try:\n print(open({folder!r} + '/kept').read(), 'kept' in globals())\nexcept OSError as e:\n print(e)"
        facts[f"{name}.left"] = line.run(kept).strip()
    return facts


def soft_reset_facts(line: Line) -> Facts:
    """Ctrl-D at the ordinary prompt, after which main.py runs; whatever it does is stopped."""
    line.friendly()
    line.talk(b"kept = 1\r", PROMPT)
    facts = {"ctrl-d": repr(line.talk(CTRL_D, b"soft reboot\r\n", 4.0))}
    line.raw()
    facts["left"] = line.run("print('kept' in globals())").strip()
    facts["cause"] = _cause(line)
    return facts


def order_facts(line: Line) -> Facts:
    """Which of boot.py and main.py runs first, and what becomes of an error in them. BoardError where the board has
    one already: those are not touched."""
    line.raw()
    line.run(f"import os\nif any(name in os.listdir('/') for name in {tuple(ORDER_FILES)!r}): raise OSError(17)")
    facts = {}
    try:
        for name, files in (("runs", ORDER_FILES), ("fails", FAILING_FILES)):
            line.raw()
            _write(line, files)
            line.friendly()
            facts[f"{name}.ctrl-d"] = repr(line.talk(CTRL_D, PROMPT, 8.0))
            line.raw()
            facts[f"{name}.raw-ctrl-d"] = repr(line.talk(CTRL_D, b"CTRL-B to exit\r\n>", 8.0))
    finally:
        line.raw()
        line.run(
            "import os\n" + "".join(f"try: os.remove({'/' + name!r})\nexcept OSError: pass\n" for name in ORDER_FILES)
        )
    return facts


def _write(line: Line, files: dict[str, str]) -> None:
    line.run("".join(f"with open({'/' + name!r}, 'w') as f: f.write({text!r})\n" for name, text in files.items()))


def _cause(line: Line) -> str:
    """By name where the board has one for it."""
    names = ", ".join(repr(name) for name in _NAMED)
    return line.run(
        f"import machine\nc = machine.reset_cause()\nprint(c, [n for n in ({names}) if getattr(machine, n, None) == c])"
    ).strip()
