"""Sets the MicroPython child up as the board: its modules, its import, its builtins; then runs the program, or lets the console have it."""

import builtins
import json
import sys

import uos
from ubinascii import hexlify

import _port
import _heads
import _boot
import _flash
import _flash_file
import _names
import _profile

OWN, NATIVE = _profile.OWN_MODULES, _profile.NATIVE_MODULES
_native_import = _port.native_import
# The package of MicroPython for the web has fuller ones in Python under these names; a board has the C modules alone.
_C_NAMES = {"binascii": "ubinascii", "collections": "ucollections"}
_WITHOUT_A_FILE = ("builtins", "__main__")
_given = {}  # name: what the board puts in the place of one of the interpreter's own builtins
_changed = {}  # name: what the program has put there
_copied = {}  # dotted name of a flash module: True once its text lies where the interpreter imports from
_unnamed = {}  # dotted name of a module that was compiled beforehand and is just being loaded: its text's path
_runtime = {}  # path of a module of the runtime: SHA-256 of its text, and what that was compiled to


class _Builtins:
    """The module `builtins` of the program. The interpreter's own would answer with what the board has replaced."""

    def __repr__(self):
        return "<module 'builtins'>"

    def __getattr__(self, name):
        for table in (_changed, _given):
            if name in table:
                return table[name]
        return getattr(builtins, name)

    def __setattr__(self, name, value):
        _changed[name] = value
        setattr(builtins, name, value)

    def __delattr__(self, name):
        if name not in _changed:
            raise AttributeError(name)
        del _changed[name]
        if name in _given:
            setattr(builtins, name, _given[name])
        else:
            delattr(builtins, name)


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
        _make_folders(target)
        mpy = _compiled(path)
        if mpy is None:
            with _port.native_open(target, "w") as file:
                file.write(_boot.module_text(path))
        else:
            _remove(target)  # what stood there before; the interpreter takes a text first
            with _port.native_open(target[:-2] + "mpy", "wb") as file:
                file.write(mpy)
            _unnamed[name] = path
    else:
        _make_folders(target + "/")
    sys.path[:] = _folders()
    _copied[name] = True
    return True


def _remove(target):
    try:
        uos.remove(target)
    except OSError:
        pass  # it never was


def _compiled(path):
    """The module as it was compiled beforehand; None where its text is another."""
    if path not in _runtime:
        return None
    digest, mpy = _runtime[path]
    return mpy if hexlify(_port.sha256(_flash.files[path]).digest()).decode() == digest else None


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
    if name in _WITHOUT_A_FILE:
        return sys.modules[name]
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
    module = _native_import(name, globals, locals, fromlist, level)
    while _unnamed:  # a program is told where the text lies
        full, path = _unnamed.popitem()
        if full in sys.modules:
            sys.modules[full].__file__ = path
    return module


def start(namespace):
    """Run the program in the main module, whose names these are."""
    with _port.native_open("/board/bytes.bin", "rb") as file:
        parts = memoryview(file.read())
    with _port.native_open("/board/configuration.json") as file:
        config = json.loads(file.read())
    for path, (digest, begin, end) in config["compiled"].items():
        _runtime[path] = digest, parts[begin:end]
    _boot.configure(config, {path: parts[begin:end] for path, (begin, end) in config["flash"].items()})
    board_sys = _load_own()
    sys.path[:] = _folders()
    _given.update({
        "__import__": _import, "print": _boot.board_print, "input": _boot.board_input, "open": _flash_file.open,
        "help": _boot.board_help, "execfile": _boot.board_execfile, "__h__": _heads.head, "__w__": _heads.polling_head,
        "__h0__": _heads.idle_head, "__each__": _heads.each,
    })  # fmt: skip
    for name in _given:
        setattr(builtins, name, _given[name])
    sys.modules["__main__"] = _native_import("__main__")
    sys.modules["builtins"] = _Builtins()
    sys.modules["sys"] = board_sys
    namespace.clear()
    namespace.update({"__name__": "__main__", "__file__": "main.py"})
    if config["console"]:
        import _console

        _console.open(namespace)
        builtins.__turn__ = _console.turn
    else:
        _boot.run(config["program"], namespace)
