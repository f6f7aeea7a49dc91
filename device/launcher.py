"""Starts the pupil's program, `program.py`, and has the robot stand and the board listen when it ends, however it ends.

What happens after power-on, by the pin map `rover_board`:

- It has a BUTTON: the LED blinks until the button is pressed, and the program starts. The same press is the one that a
  program waits for with `rover.button.wait_pressed()` at its beginning. After the end the board starts anew and waits
  for the next press. The LED blinks fast when the last run crashed.
- It has none, or says START_BUTTON = False: the program starts by itself, once. After three crashes in a row it does
  not any more, until it is changed; with a button, a press starts it.
- The button is held for a second from power-on: the program is skipped.

Ctrl-C ends it, whatever it does, and the prompt has the board. What went wrong last is in last_error.txt, too.
"""

import gc
import os
import sys
from binascii import crc32
from io import StringIO
from time import sleep_ms, ticks_diff, ticks_ms

import machine
from micropython import const, kbd_intr
from rover.errors import RoverError
from rover.stop import stop_all

_PROGRAM = "program.py"
_LAST_ERROR = "last_error.txt"
_RUNNING = "running"  # a file that is there while a program runs that nobody has started by hand
_MOST_CRASHES = const(3)
_HELD_MS = const(1000)
_LOOK_MS = const(10)
_SETTLE_MS = const(50)  # the button is debounced by then
_BLINK_MS = const(500)
_FAST_MS = const(100)
_CTRL_C = const(3)


def launch():
    """Wait for the start, run the program, and say how it ended. On return the prompt has the board."""
    try:
        import rover_board as board
    except ImportError:
        _say("R09")
        return
    try:
        _launch(board)
    except KeyboardInterrupt:
        pass


def _launch(board):
    crashes = _crashes()
    if crashes is None:
        _say("R50")
        return
    button = _button(board)
    waits = button is not None and getattr(board, "START_BUTTON", True)
    pressed = button is not None and _first_press(button)
    if pressed and button.pressed():
        _say("R51")
        return
    if not waits and crashes >= _MOST_CRASHES:
        _say("R52", crashes)
        if button is None:
            return
        waits = True
    if waits:
        if not pressed:
            print(f"Press the button to start {_PROGRAM}.")
            _wait_for_press(button, board, _FAST_MS if crashes else _BLINK_MS)
        from rover import button as press

        press.started.append(ticks_ms())
    if _run(crashes, waits) and waits:
        button.wait_released()
        machine.soft_reset()  # whatever the program has set going is gone, and the next run has all the memory


def _button(board):
    pin = getattr(board, "BUTTON", None)
    if pin is None:
        return None
    from rover.button import Button

    return Button(pin, getattr(board, "BUTTON_ACTIVE_LOW", True))


def _first_press(button):
    """Whether the button is down at power-on. Returns when it is let go, or has been held for a second."""
    for _ in range(0, _SETTLE_MS, _LOOK_MS):
        button.pressed()
        sleep_ms(_LOOK_MS)
    began = ticks_ms()
    pressed = button.pressed()
    while button.pressed() and ticks_diff(ticks_ms(), began) < _HELD_MS:
        sleep_ms(_LOOK_MS)
    return pressed


def _wait_for_press(button, board, blink_ms):
    led = None
    pin = getattr(board, "LED", None)
    if pin is not None:
        from rover.led import Led

        led = Led(pin, getattr(board, "LED_ACTIVE_LOW", False))
    try:
        changed = ticks_ms()
        while not button.pressed():
            if led is not None and ticks_diff(ticks_ms(), changed) >= blink_ms:
                changed = ticks_ms()
                led.toggle()
            sleep_ms(_LOOK_MS)
    finally:
        if led is not None:
            led.off()


def _run(crashes, by_hand):
    """Run the program to its end and stop the robot. Returns whether it came to an end; Ctrl-C is none."""
    if not by_hand:
        _write(_RUNNING, "")
    names = {"__name__": "__main__", "__file__": _PROGRAM}
    error = None
    try:
        execfile(_PROGRAM, names)  # noqa: F821
    except SystemExit:  # of machine.soft_reset(), too
        pass
    except BaseException as raised:
        error = raised
    kbd_intr(-1)  # another Ctrl-C must not keep the motors running
    stop_all()
    names = None  # a timer of the program's may still need them; else there is room again for what is to be said
    gc.collect()
    _remove(_RUNNING)
    stopped = isinstance(error, KeyboardInterrupt)
    if error is None:
        _remove(_LAST_ERROR)
    else:
        message = _message(error)
        print(message)
        if not stopped:
            _keep(message, crashes + 1)
    kbd_intr(_CTRL_C)
    return not stopped


def _message(error):
    """Where in the pupil's own files it happened, and what."""
    text = StringIO()
    try:
        sys.print_exception(error, text)
    except MemoryError:
        return type(error).__name__
    place = _PROGRAM
    for line in text.getvalue().split("\n"):
        parts = line.split('"')
        if line.startswith('  File "') and not _is_ours(parts[1]):
            place = parts[1] + "," + parts[2].split(",")[1]
    if isinstance(error, KeyboardInterrupt):
        return str(RoverError("R53", part=place))
    if isinstance(error, RoverError):
        return f"{place}: {error}"
    what = str(error)
    return f"{place}: {type(error).__name__}: {what}" if what else f"{place}: {type(error).__name__}"


def _is_ours(file):
    if file in ("main.py", "launcher.py"):
        return True
    for folder in ("/lib/", "/rom/", "rover/"):  # on flash, in ROMFS, frozen into the firmware
        if file.startswith(folder):
            return True
    return False


def _say(code, value=None):
    print(RoverError(code, part=_PROGRAM, value=value))


# Crashes in a row, on flash: the second line of the last error's file has their number and which program it was.


def _crashes():
    """How often this very program has crashed in a row; None when there is no program."""
    mark = _mark()
    if mark is None:
        return None
    count = 0
    try:
        with open(_LAST_ERROR) as file:
            known, crashed = file.read().split("\n")[1].split()
        if crashed == mark:
            count = int(known)
    except (OSError, ValueError, IndexError):
        pass
    # The program did not come to its end and nobody switched the robot off: it has reset the board.
    if _remove(_RUNNING) and machine.reset_cause() != machine.PWRON_RESET:
        count += 1
        _keep(str(RoverError("R54", part=_PROGRAM)), count)
    return count


def _mark():
    """What tells this program from another."""
    crc = 0
    block = bytearray(256)
    try:
        with open(_PROGRAM, "rb") as file:
            while True:
                count = file.readinto(block)
                if not count:
                    return str(crc)
                crc = crc32(memoryview(block)[:count], crc)
    except OSError:
        return None


def _keep(message, crashes):
    _write(_LAST_ERROR, f"{message}\n{crashes} {_mark()}\n")


def _write(name, text):
    try:
        with open(name, "w") as file:
            file.write(text)
    except OSError:  # no room: it is not needed to run
        pass


def _remove(name):
    """Whether there was such a file."""
    try:
        os.remove(name)
        return True
    except OSError:
        return False
