"""The board at its cable: carries out what the console asks for, and gives the program what is typed.

The protocol itself, prompts and echo and marks, is the host's (`simulator/console`). The host's side of the messages
here is `simulator/virtual_board/session.py`; the first byte of each says what it is.
"""

import _boot
import _clock
import _flash
import _heads
import _help
import _port
import _reports
import _requests
import _terminal
from _frames import PROMPT, READ, RESULT
from _frames import inputs as _inputs

# What the host asks; the second byte is 1 where a run begins with it.
_FILE, _RAW, _PASTED, _SINGLE, _COMPLETE, _SOFT_RESET, _LINE, _END_OF_FILE = b"FXPSCRLE"
# What is told: raw output, the key that interrupts, the end of an execution, names, input() begins, which program.
_OUTPUT, _KEY, _DONE, _NAMES, _ASK, _RUNS = b"o", b"k", b"d", b"n", b"i", b"p"
_LEAVES = 1  # argument of a _DONE: SystemExit, the board starts again
_PROMPT_MARK = b">>> "
_STDIN = "<stdin>"

_names = None  # of the main module


def open(namespace):
    """The board has started; from now on `turn` is called again and again."""
    global _names
    _names = _boot.program_names = namespace
    _flash.told = _tell_flash
    _terminal.key_told = _tell_key
    _terminal.console = _port.modules["_console"]


def turn():
    """Wait for what the console asks next, for a while, and do it. What is left over can be collected after it."""
    wish = _look(_wait_us())
    _port.open_heap()
    if not wish:
        return
    what = wish[0]
    if wish[1]:
        _clock.restart()
        _heads.restart()
    text = str(wish[2:], "utf-8")
    if what == _COMPLETE:
        _tell_names(text)
    elif what == _SOFT_RESET:
        _boot.reset_softly()
    else:
        _execute(what, text)


def _wait_us():
    """Until the next callback."""
    _clock.keep_small()
    call = _clock.watchdog if _clock.blocked else _clock._earliest()
    if call is None:
        return _clock.EPOCH_US
    return call.due - _clock.now if call.due > _clock.now else 0


def _look(most_us):
    """Let time pass, up to `most_us` or to what comes over the cable, and run callbacks; returns the console's wish."""
    wish = _requests.exchange(PROMPT, most_us)
    if not wish:
        _clock.feel_key()
        if _clock.blocked:
            _clock._bark()
        else:
            _clock.run_due(_clock.now)
    return wish


def _execute(what, text):
    name = text if what == _FILE else _STDIN
    _terminal.program_begins()
    error = None
    try:
        if what == _FILE:
            text = _boot.module_text(_flash.absolute(name))
        if what != _SINGLE:
            _names["__file__"] = name
        _clock.exchange(0)
        exec(compile(text, name, "single" if what == _SINGLE else "exec"), _names)
    except BaseException as raised:
        error = raised
    try:
        _terminal.program_has_ended(_terminal.END_MARK if what == _RAW else _PROMPT_MARK)
    except KeyboardInterrupt:
        pass
    leaves = isinstance(error, SystemExit)
    line = _reports.interrupted[1] if error is not None and error is _reports.interrupted[0] else 0
    shown = ""
    if error is not None and not leaves:
        _port.open_heap()
        try:
            shown = _port.traceback(error)
        except BaseException:  # the exception's own __str__ may raise
            shown = type(error).__name__ + "\n"
    kind = "m" if isinstance(error, MemoryError) else "e"
    _reports.tell(_DONE + _port.encode(str(line) + " " + kind + "\n" + shown), _LEAVES if leaves else 0)


def _tell_flash(what, path, content):
    """`content` is a file's bytes, another name or None."""
    if isinstance(content, str):
        content = _port.encode(content)
    _reports.tell(b"f" + _port.encode(what + "\n" + path + "\n") + (content or b""))


def _tell_key(character):
    _reports.tell(_KEY, character + 1)


def tell_program(path):
    """A file begins to run that is a program of its own."""
    _reports.tell(_RUNS + _port.encode(path))


def _tell_names(line):
    """Which names the word before the cursor may become: those of the object before its last dot."""
    at = len(line)
    while at and (line[at - 1].isalpha() or line[at - 1].isdigit() or line[at - 1] in "_."):
        at -= 1
    parts = line[at:].split(".")
    stem = parts.pop()
    found = []
    try:
        if line.startswith("import "):
            found = _help.module_names()
        elif parts:
            thing = _names[parts[0]]
            for part in parts[1:]:
                thing = getattr(thing, part)
            found = dir(thing)
        else:
            found = list(_names)
    except (AttributeError, KeyError):
        pass
    found = [name for name in found if name.startswith(stem) and (stem or name[0] != "_")]
    _reports.tell(_NAMES + _port.encode("\n".join(sorted(set(found)))))


def write(data):
    """Send these bytes as they are."""
    _reports.tell(_OUTPUT + bytes(data))
    return len(data)


def available():
    """How many bytes have been typed that the program has not read."""
    _look(0)
    return _inputs[RESULT]


def _take(count):
    data = _requests.exchange(READ, count)
    if _clock.now >= _clock.alarm:
        _clock.service()
    return data


def wait(most_us):
    """Wait until something is typed, at most so long; callbacks run meanwhile."""
    us = _wait_us()
    _look(us if us < most_us else most_us)


def read(count):
    """Exactly so many bytes of what is typed; waits for them."""
    data = _take(count)
    while len(data) < count:
        wait(_clock.EPOCH_US)
        data += _take(count - len(data))
    return data


def read_line(size):
    """Up to the end of a line, and at most `size` bytes if that is not negative."""
    data = b""
    while size < 0 or len(data) < size:
        sign = read(1)
        data += sign
        if sign == b"\n":
            break
    return data


def ask(prompt):
    """A line that a person types, with an echo."""
    _reports.tell(_ASK + _port.encode(str(prompt)))
    while True:
        wish = _look(_wait_us())
        if wish:
            if wish[0] == _END_OF_FILE:
                raise EOFError
            return str(wish[2:], "utf-8")
