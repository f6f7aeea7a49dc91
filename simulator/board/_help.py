"""What help() prints: the modules that the board has, or what a thing is and has. Behaviour: py/builtinhelp.c."""

import _profile

_COLUMNS, _WIDTH = 4, 18
_TEXT = "docs.micropython.org"  # a real board's own text is about that board


def text(what):
    """The lines for these arguments of help()."""
    if not what:
        return _TEXT
    return _modules() if what[0] == "modules" else _thing(what[0])


def module_names():
    """Those of the firmware's modules, in order."""
    return sorted(("__main__", "builtins") + _profile.OWN_MODULES + _profile.NATIVE_MODULES)


def _modules():
    names = module_names()
    rows = (len(names) + _COLUMNS - 1) // _COLUMNS
    lines = []
    for row in range(rows):
        cells = [names[i] for i in range(row, len(names), rows)]
        line = ""
        for cell in cells[:-1]:
            line += cell + " " * (_WIDTH - len(cell) % _WIDTH)
        lines.append(line + cells[-1])
    return "\n".join(lines) + "\nPlus any modules on the filesystem"


def _thing(thing):
    kind = thing if isinstance(thing, type) else type(thing)
    lines = ["object " + str(thing) + " is of type " + type(thing).__name__]
    for name in dir(thing if kind.__name__ == "module" else kind):
        if name[0] != "_":
            lines.append("  " + name + " -- " + str(getattr(thing, name, "")))
    return "\n".join(lines)
