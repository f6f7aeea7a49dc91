"""Where a program's own modules lie: by `sys.path`, on whatever is mounted.

Behaviour: py/builtinimport.c. In a folder of `sys.path` a folder wins over a text, and a text over a `.mpy`.
"""

import _port
import _requests
import _mounts

MODULE_FOLDERS = ["", ".frozen", "/lib"]  # `sys.path`; "" is the current folder


def folders():
    """The `sys.path` of the program, which may have changed it."""
    return getattr(_port.modules.get("sys"), "path", MODULE_FOLDERS)


def find(name):
    """The file of a module of that dotted name and, where it is a package, its folder; None where there is none.

    Both as the board names them, from the folder of `sys.path`. A folder is a package without `__init__`, too; then the
    file is None.
    """
    parent, _, last = name.rpartition(".")
    if "/" in last or not last:
        return None
    if parent:
        found = find(parent)
        return _module(found[1] + "/" + last) if found is not None and found[1] is not None else None
    for root in folders():
        if root != ".frozen":
            found = _module(root + "/" + last if root else last)
            if found is not None:
                return found
    return None


def _module(path):
    if _mounts.kind(path) == _mounts.IS_FOLDER:
        return _file(path + "/__init__"), path
    file = _file(path)
    return None if file is None else (file, None)


def _file(path):
    for end in (".py", ".mpy"):
        if _mounts.kind(path + end) == _mounts.IS_FILE:
            return path + end
    return None


def text(file):
    """A module's text as it will run: with loop heads, but for the runtime in /lib."""
    return with_heads(file, _mounts.whole(file))


def with_heads(file, content):
    """The same of bytes that were read from it."""
    path = _mounts.absolute(file)
    content = str(content, "utf-8")
    return content if path.startswith("/lib/") else _requests.source(path, content)
