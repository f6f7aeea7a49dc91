"""Sets the MicroPython child up as the board: its modules, its import, its builtins. Then the program has it, or the
console."""

import builtins
import json
import sys

import uos
from ubinascii import hexlify

import _port
import _heads
import _boot
import _modules
import _mounts
import _names
import _profile

OWN, NATIVE = _profile.OWN_MODULES, _profile.NATIVE_MODULES
_native_import = _port.native_import
_ARMV6M, _ARMV7EMDP = 4, 8  # kinds of machine code of which a later one's chip runs those before
# The package of MicroPython for the web has fuller ones in Python under these names; a board has the C modules alone.
_C_NAMES = {"binascii": "ubinascii", "collections": "ucollections"}
_OWN_MODULES = ["/rom", "/board"]  # folders: of what is compiled, and of texts
_WITHOUT_A_FILE = ("builtins", "__main__")
_hiding = {}  # name: the board's module that stands before the interpreter's own, also where a program has deleted it
_given = {}  # name: what the board puts in the place of one of the interpreter's own builtins
_changed = {}  # name: what the program has put there
_copied = {}  # dotted name of a program's module that lies where the interpreter imports from: the folder it is in
_unnamed = {}  # dotted name of a module that is just being loaded from elsewhere: its file on the board
_own_folders = [name for name in uos.listdir("/") if name != "lib"]  # of the root; /lib leads to /flash/lib by itself
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
    import _vfs as vfs
    import _sys

    vfs.__name__ = "vfs"
    _hiding.update({"micropython": micropython, "sys": _sys, "vfs": vfs})
    sys.modules["micropython"] = micropython
    sys.modules["vfs"] = vfs
    return _sys


def _copy_from_board(name):
    """Put a module, with what its package holds, where the interpreter finds it, which has no way to what is mounted.

    It lies there at the path that it has on the board, whence its `__file__`, and so do the packages it is in.
    """
    if name in _copied and name in sys.modules:
        return True
    found = _modules.find(name)
    if found is None:
        return False
    file, folder = found
    place = _place(folder or file)
    target = place if folder is None else place + "/"
    _make_folders(target)
    if file is not None:
        if folder is not None:
            target += file[len(folder) + 1 :]
        _copy(name, file, target)
    _copied[name] = place.rpartition("/")[0]
    return True


def _copy(name, file, target):
    content = _mounts.whole(file)
    stem = target[: target.rfind(".")]
    if file.endswith(".mpy"):
        mpy = content
        _need_own_code(mpy)
    else:
        mpy = _compiled(file, content)
    if mpy is None:
        with _port.native_open(stem + ".py", "w") as copy:
            copy.write(_modules.with_heads(file, content))
    else:
        _remove(stem + ".py")  # what lay there before; the interpreter takes a text first
        with _port.native_open(stem + ".mpy", "wb") as copy:
            copy.write(mpy)
        if mpy is not content:
            _unnamed[name] = file
    if target != file:
        _unnamed[name] = file


def _need_own_code(mpy):
    """Raise what the board raises where the machine code in a module is another chip's; its own, nothing here runs."""
    if mpy[:2] == b"M\x06" and len(mpy) > 2:
        code, own = mpy[2] >> 2 & 15, _profile.MPY >> 10
        if code and code != own and not _ARMV6M <= code <= own <= _ARMV7EMDP:
            raise ValueError("incompatible .mpy arch")


def _remove(target):
    try:
        uos.remove(target)
    except OSError:
        pass  # it never was


def _compiled(file, content):
    """The module as it was compiled beforehand; None where its text is another."""
    path = _mounts.absolute(file)
    if path not in _runtime:
        return None
    digest, mpy = _runtime[path]
    return mpy if hexlify(_port.sha256(content).digest()).decode() == digest else None


def _place(path):
    """Where the interpreter has what the board has at that path: there, too, but for the folders of its own.

    A path without a slash at its begin is in /flash, where the interpreter is; so is one with dots.
    """
    parts = path.split("/")
    start = 1 if path.startswith("/") else 0
    for part in parts[start:]:
        if part in ("", ".", ".."):
            return _mounts.absolute(path)[1:]
    return path[1:] if start and parts[1] in _own_folders else path


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
        if top in _hiding:
            sys.modules[top] = _hiding[top]
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
        if not _copy_from_board(so_far):
            if "." not in so_far:
                _boot.refuse_import(so_far)
            raise ImportError("no module named '" + so_far + "'")
    # `from kit import gear` asks for the module kit.gear before it asks for a name in kit
    if fromlist and fromlist is not True:
        for item in fromlist:
            if item != "*":
                _copy_from_board(full + "." + item)
    sys.path[:] = _OWN_MODULES + [_copied[full.split(".")[0]]]
    module = _native_import(name, globals, locals, fromlist, level)
    while _unnamed:  # a program is told where the text lies
        full, path = _unnamed.popitem()
        if full in sys.modules:
            sys.modules[full].__file__ = path
    return module


def _whole(path):
    """A file's bytes, in one piece: the interpreter's own read() lengthens what it has by 256 bytes again and again."""
    content = bytearray(uos.stat(path)[6])
    with _port.native_open(path, "rb") as file:
        file.readinto(content)
    return content


def start(namespace):
    """Run the program in the main module, whose names these are."""
    parts = memoryview(_whole("/board/bytes.bin"))
    config = json.loads(_whole("/board/configuration.json"))
    for path, (digest, begin, end) in config["compiled"].items():
        _runtime[path] = digest, parts[begin:end]
    _boot.configure(config, {path: parts[begin:end] for path, (begin, end) in config["flash"].items()})
    uos.chdir("/flash")  # with a /rom, the interpreter begins there
    sys.path[:] = _OWN_MODULES
    board_sys = _load_own()
    _given.update({
        "__import__": _import, "print": _boot.board_print, "input": _boot.board_input, "open": _mounts.open,
        "help": _boot.board_help, "execfile": _boot.board_execfile, "__h__": _heads.head, "__w__": _heads.polling_head,
        "__h0__": _heads.idle_head, "__each__": _heads.each, "__k__": _heads.kept, "__x__": _heads.left,
    })  # fmt: skip
    for name in _given:
        setattr(builtins, name, _given[name])
    sys.modules["__main__"] = _native_import("__main__")
    sys.modules["builtins"] = _Builtins()
    sys.modules["sys"] = board_sys
    namespace.clear()
    namespace.update({"__name__": "__main__", "__file__": "main.py"})
    if config["console"]:
        _console = sys.modules["_console"]
        _console.open(namespace)
        builtins.__turn__ = _console.turn
    else:
        _boot.run(config["program"], namespace)
