"""Facts of names: which modules the board has, and what is in them and in their classes."""

from marshrut.simulator.real_boards import MODULES, NAMES

from .line import BoardError, Line
from .wire import Facts

_ASK = """
def _names(whole):
    print(OWNER + ":", " ".join(n for n in dir(whole) if n[0] != "_"))
try:
    import {module} as _whole
    OWNER = {module!r}
    _names(_whole)
    for OWNER in {classes!r}:
        _part = _whole
        for _name in OWNER.split(".")[1:]:
            _part = getattr(_part, _name, None)
        if _part is not None:
            _names(_part)
except ImportError:
    print("-")
"""
_HELP_END = "Plus any modules"


def name_facts(line: Line, chip: str) -> Facts:
    """`owner.name` of everything that is there: "there". One module at a time, for a small board has little room."""
    facts: Facts = {}
    modules = sorted(MODULES[chip] - {"builtins", "upysh"})
    line.raw()
    for module in modules:
        classes = [owner for owner in NAMES if owner.startswith(module + ".")]
        try:
            said = line.run(_ASK.format(module=module, classes=classes), 15.0)
        except BoardError as error:
            facts[module] = str(error).splitlines()[-1]
            continue
        for row in said.splitlines():
            owner, colon, names = row.partition(":")
            if colon and (owner == module or owner in classes):
                facts[owner] = "there"
                facts |= {f"{owner}.{name}": "there" for name in names.split()}
        line.run("for _name in ('_whole', '_part'):\n globals().pop(_name, None)\nimport gc\ngc.collect()")
    for name in _listed(line.run("help('modules')")):
        facts.setdefault(name, "there")
    known = line.run("import builtins\nprint(' '.join(dir(builtins)))").split()
    facts |= {f"builtins.{name}": "there" for name in known if name[0] != "_"}
    return facts


def _listed(said: str) -> list[str]:
    """The modules that help() tells of, packages by their first name; the board's inner ones left out."""
    names = said.partition(_HELP_END)[0].split()
    return [name.partition("/")[0] for name in names if name[0] != "_"]
