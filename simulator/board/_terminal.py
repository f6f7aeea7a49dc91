"""The terminal: a second one that a program has set sees what is printed, too; and Ctrl-C comes from there.

Behaviour: library/os.dupterm, library/micropython.kbd_intr, extmod/os_dupterm.c, shared/runtime/pyexec.c. A stream gets
a `print` in one piece here, in one for each argument there; what goes to `sys.stdout` by other ways it does not see.
"""

import _clock
import _port

_CTRL_C = 3
END_MARK = b"\x04"  # by which the raw REPL says that what it ran has ended

console = None  # the module `_console` of a board that has one
key_told = None  # function(character), where a console has to know which key interrupts
second = None  # the stream beside the console
_key = _CTRL_C  # which character interrupts the program; -1 is none
_runs = True  # the program, which Ctrl-C interrupts


def set_second(stream):
    """Let `stream`, or none, see what is printed from now on; returns the one before."""
    global second
    before = second
    second = stream
    return before


def set_key(character):
    global _key
    if key_told is not None:
        _clock.exchange(0)
    _clock.feel_key()  # what was pressed before counts by the old key
    _key = character
    if key_told is not None:
        key_told(character)


def press(level, t_us):
    """Ctrl-C was pressed: the program feels it as soon as it can."""
    _type(_CTRL_C)


def _type(character):
    if character == _key and _runs:
        _clock.pressed = True
        _clock.alarm = _clock.now


def print_on_both(arguments, options):
    text = _port.StringIO()
    _port.native_print(*arguments, file=text, **options)
    text = text.getvalue()
    _port.stdout.write(text)
    _write(_port.encode(text.replace("\n", "\r\n")))


def _write(data):
    """Hand it to the second terminal, which is one no more when it fails."""
    try:
        second.write(bytearray(data))
    except BaseException as error:
        set_second(None)
        _port.stdout.write("dupterm: Exception in write() method, deactivating: ")
        _port.print_exception(error)


def read_second():
    """Take what the second terminal has to say; of that, a program feels Ctrl-C alone, since nobody types here."""
    buffer = bytearray(1)
    while second is not None:
        count = second.readinto(buffer)
        if count is None:
            break
        if not count:
            set_second(None)
            _port.stdout.write("dupterm: EOF received, deactivating\n")
        else:
            _type(buffer[0])
            if buffer[0] == _key:
                break


def program_begins():
    """From now on Ctrl-C finds one."""
    global _runs, _key
    _runs = True
    _key = _CTRL_C
    _clock.pressed = False


def program_has_ended(mark=END_MARK):
    """Show on the second terminal by what mark the console says so. Ctrl-C finds no program any more."""
    global _runs
    _runs = False
    _clock.pressed = False
    if second is not None:
        _write(mark)
