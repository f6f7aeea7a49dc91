"""Starts a program on the board: its flash, what it may import, its own builtins; and reports how it ended."""

import json
from binascii import b2a_base64

import _calendar
import _clock
import _flash
import _frames
import _help
import _modules
import _mounts
import _port
import _profile
import _reports
import _terminal

seed = 0
reset_cause = 1
MODULE_FOLDERS = _modules.MODULE_FOLDERS
program_names = None  # the main program's namespace
kept = {}  # what the chip keeps over a reset beside its flash, by name: bytes
_CALENDAR = "calendar"  # under this name, ms
_CHANGED = "changed"  # under this name, when each file was written to
_BOOT_MS = 300  # from a reset to the program's first line
_KEPT = "kept:"  # marks those among the files that the host hands on
prompt = frozenset()  # pins that a device listens to: what is put on them must reach it at once, but for
pulsed = frozenset()  # those where it waits for the ends of pulses only, and shows nothing of them soon
driven = frozenset()  # pins that something beside the program drives
interrupts = set()  # pins whose changes call a function of the program's

_POWER_ON = 1  # machine.PWRON_RESET
_NO_MODULE = {
    "_thread": "no module named '_thread': a real board has it, the simulator has not; use asyncio",
    "dht": "no module named 'dht': a real board has it, the simulator has not",
    "ds18x20": "no module named 'ds18x20': a real board has it, the simulator has not",
    "onewire": "no module named 'onewire': a real board has it, the simulator has not",
    "threading": "no module named 'threading': use asyncio",
    "numpy": "no module named 'numpy': a board has no numpy; use array and math",
}


def configure(config, flash):
    """Take what the host says of this start: seed, reset cause and so on; `flash` has each file's path and bytes."""
    global seed, reset_cause, prompt, pulsed, driven
    seed = config["seed"]
    reset_cause = config["reset_cause"]
    prompt = frozenset(config["prompt"])
    pulsed = frozenset(config["pulsed"])
    driven = frozenset(config["driven"])
    _reports.goes_on = config["console"]
    _clock.edge_handlers.update({_frames.SUPPLY: _supply_fails, _frames.CTRL_C: _terminal.press})
    for path in sorted(flash):
        content = flash[path]
        if path.startswith(_KEPT):
            kept[path[len(_KEPT) :]] = bytes(content)
        elif path[-1] == "/":
            _flash.folders[path[:-1]] = True
        else:
            _flash.install(path, content)
    if _CALENDAR in kept:
        _calendar.set_ms(int(kept.pop(_CALENDAR)))
    if _CHANGED in kept:
        _flash.changed_s.update(json.loads(kept.pop(_CHANGED)))


def reset_softly():
    """Start it again with the prompt's Ctrl-D, `machine.soft_reset()` or `sys.exit()`: open files are written out."""
    if _reports.goes_on:
        _flash.close_all()
    reset(_profile.SOFT_RESET, True)


def reset(cause, soft=False):
    """Start the board again: pins let go, memory lost, flash kept."""
    if _profile.CLOCK_OUTLIVES_RESET:
        kept[_CALENDAR] = str(_calendar.now_ms() + _BOOT_MS).encode()
    kept[_CHANGED] = json.dumps(_flash.changed_s).encode()
    flash = {}
    for prefix, table in (("", {} if _reports.goes_on else _flash.files), (_KEPT, kept)):  # the console knows the files
        for name in table:
            flash[prefix + name] = str(b2a_base64(bytes(table[name])), "ascii").strip()
    _reports.reset(json.dumps({"reset_cause": cause, "flash": flash, "soft": soft}))


def _supply_fails(level, t_us):
    """The voltage is too low: the program is gone at once, and so is what lives in memory alone."""
    _port.open_heap()
    reset(_POWER_ON)


def refuse_import(name):
    """Raise the ImportError of a module that neither the board nor its flash has."""
    raise ImportError(_NO_MODULE.get(name) or "no module named '" + name + "'")


module_text = _modules.text


def board_print(*args, **kwargs):
    """print(): takes the same time whatever its length; what goes to the console reaches the host at once."""
    for name in kwargs:
        if name not in ("sep", "end", "file"):
            raise TypeError("extra keyword arguments given")
    if "file" in kwargs:
        _port.native_print(*args, **kwargs)
        return
    if _terminal.second is None:
        _port.native_print(*args, **kwargs)
    else:
        _terminal.print_on_both(args, kwargs)
    _clock.send_text()
    _clock.spend(_profile.PRINT_US)


def board_input(prompt=""):
    if not _reports.goes_on:
        raise EOFError("there is no console: a program cannot ask while it runs")
    return _terminal.console.ask(prompt)


def board_help(*what):
    """help(): what a real board prints there without an argument is about the real board."""
    board_print(_help.text(what))


def board_execfile(name, names=None):
    """Run a file of the flash among the program's own names, or these."""
    if _terminal.console is not None:
        _terminal.console.tell_program(_mounts.absolute(name)[1:])
    exec(compile(_modules.text(name), name, "exec"), program_names if names is None else names)


def run(text, namespace):
    """Run the program's text (with loop heads) to its end and tell the host how it ended.

    Its callbacks run on after its last line, as on a board; an error is the end, whatever would run on.
    """
    global program_names
    program_names = namespace
    _clock.exchange(0)
    try:
        exec(compile(text, "main.py", "exec"), namespace)
    except SystemExit:
        pass
    except MemoryError as error:
        _terminal.program_has_ended()
        _reports.stop("memory", error)
    except BaseException as error:
        _terminal.program_has_ended()
        _reports.stop("program_error", error)
    _terminal.program_has_ended()
    if _awaits_callbacks():
        _clock.line = 0
        while _awaits_callbacks():
            _clock.wait_for_callback()
    _reports.stop("program_end")


def _awaits_callbacks():
    """Whether anything of the program's may still come: a timer's call, a pin's interrupt."""
    return not _clock.blocked and (_clock._calls or interrupts)
