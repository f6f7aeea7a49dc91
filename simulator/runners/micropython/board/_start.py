"""Sets the MicroPython child up as the board: its modules, its import, its builtins; then runs the program."""

import builtins
import json
import sys

import uos

import _port
import _heads
import _boot
import _flash
import _names
import _profile

OWN, NATIVE = _profile.OWN_MODULES, _profile.NATIVE_MODULES
_native_import = _port.native_import
# The package of MicroPython for the web has fuller ones in Python under these names; a board has the C modules alone.
_C_NAMES = {"binascii": "ubinascii", "collections": "ucollections"}
_copied = {}  # dotted name of a flash module: True once its text lies where the interpreter imports from


def _load_own():
    """Load the board's modules under their names, before the interpreter's own can be found."""
    for name in OWN:
        sys.modules.pop(name, None)
    import io, machine, os, random, time  # noqa: E401, F401
    import _micropython as micropython
    import _sys

    sys.modules["micropython"] = micropython
    return _sys


def _copy_from_flash(name):
    """Put a flash module, with its parents and what its package holds, where the interpreter finds it."""
    if name in _copied and name in sys.modules:
        return True
    found = _boot.flash_path(name)
    if found is None:
        return False
    path = found[0]
    target = "/flash" + path
    if path.endswith(".py"):
        text = _boot.module_text(path)
        _make_folders(target)
        with _port.native_open(target, "w") as file:
            file.write(text)
    else:
        _make_folders(target + "/")
    sys.path[:] = _folders()
    _copied[name] = True
    return True


def _folders():
    """The program's `sys.path` as the interpreter finds it from /flash, where it is; /lib leads there by itself."""
    paths = [_flash.absolute(folder) for folder in _boot.module_folders()]
    return ["/board"] + [path if path == "/lib" else path[1:] for path in paths]


def _make_folders(target):
    at = target.find("/", 1)
    while at > 0:
        try:
            uos.mkdir(target[:at])
        except OSError:
            pass
        at = target.find("/", at + 1)


def _import_own(name, globals, locals, fromlist):
    """Load a module of the board, which may itself load what a program may not."""
    builtins.__import__ = _native_import
    try:
        return _native_import(name, globals, locals, fromlist, 0)
    finally:
        builtins.__import__ = _import


def _import(name, globals=None, locals=None, fromlist=None, level=0):
    if level == 0:
        top = name.split(".")[0]
        if top[:1] == "u" and top[1:] in _names.WITH_OLD_NAME:
            top = top[1:]
            name = name[1:]
        if top in OWN or top in NATIVE:
            return _import_own(_C_NAMES.get(name, name), globals, locals, fromlist)
        package = ""
        full = name
    else:
        package = globals["__name__"]
        if "__path__" not in globals:
            package = package.rpartition(".")[0]
        for _ in range(level - 1):
            package = package.rpartition(".")[0]
        full = package + "." + name if name else package
    so_far = ""
    for part in full.split("."):
        so_far = so_far + "." + part if so_far else part
        if not _copy_from_flash(so_far):
            if "." not in so_far:
                _boot.refuse_import(so_far)
            raise ImportError("no module named '" + so_far + "'")
    # `from kit import gear` asks for the module kit.gear before it asks for a name in kit
    if fromlist and fromlist is not True:
        for item in fromlist:
            if item != "*":
                _copy_from_flash(full + "." + item)
    return _native_import(name, globals, locals, fromlist, level)


def start():
    with _port.native_open("/board/configuration.json") as file:
        config = json.load(file)
    _boot.configure(config)
    board_sys = _load_own()
    sys.path[:] = _folders()
    builtins.__import__ = _import
    builtins.print = _boot.board_print
    builtins.input = _boot.board_input
    builtins.open = _flash.open
    builtins.help = _boot.board_help
    builtins.execfile = _boot.board_execfile
    builtins.__h__ = _heads.head
    builtins.__w__ = _heads.polling_head
    builtins.__h0__ = _heads.idle_head
    builtins.__each__ = _heads.each
    sys.modules["sys"] = board_sys
    _boot.run(config["program"], {"__name__": "__main__", "__file__": "main.py"})
