"""A program that starts the motors with its last line: it ends there, and with it they stop."""

import ast
from collections.abc import Iterator

from ..messages import Param
from .bindings import FUNCTION, METHOD, Bindings, Meant
from .model import Hint

_GOES_ON = {"DriveBase": ("drive", "set_effort", "arcade"), "Motor": ("run", "dc")}  # until told otherwise
_MOVERS = ("DriveBase", "Motor", "LineFollower")
_QUICK = {"Led": ("on", "off", "toggle", "blink")}
_DEPTH = 5  # of functions whose last line calls the next


def ends_moving(tree: ast.Module, names: Bindings) -> Iterator[Hint]:
    """The hint about the program's last line, where it starts a motion that then has no time."""
    body = tree.body
    for _ in range(_DEPTH):
        last = _last(body, names)
        call = last.value if isinstance(last, ast.Expr | ast.Assign) else None
        if isinstance(last, ast.If) and "__name__" in ast.unparse(last.test):
            body = last.body
        elif isinstance(call, ast.Call):
            meant = names.meant(call.func)
            if meant is None:
                return
            if meant.sort == METHOD:
                message_id = _starts(call, meant, names)
                if message_id:
                    params: dict[str, Param] = {"name": meant.name}
                    yield Hint(message_id, params, call.lineno)
                return
            function = _function(tree, meant)
            if function is None:
                return
            body = function.body
        else:
            return


def _last(body: list[ast.stmt], names: Bindings) -> ast.stmt | None:
    """The last statement that takes any time."""
    return next((node for node in reversed(body) if not _quick(node, names)), None)


def _quick(node: ast.stmt, names: Bindings) -> bool:
    if isinstance(node, ast.Pass | ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return True
    value = node.value if isinstance(node, ast.Expr | ast.Assign) else None
    if isinstance(value, ast.Constant):
        return True
    if not isinstance(value, ast.Call):
        return False
    if isinstance(value.func, ast.Name) and value.func.id == "print":
        asks = any(isinstance(part, ast.Call) for given in value.args for part in ast.walk(given))
        return "print" not in names and not asks
    meant = names.meant(value.func)
    return meant is not None and meant.sort == METHOD and meant.name in _QUICK.get(meant.owner, ())


def _starts(call: ast.Call, meant: Meant, names: Bindings) -> str:
    given = [*call.args, *(word.value for word in call.keywords if word.arg)]
    if meant.name in _GOES_ON.get(meant.owner, ()) and any(_not_zero(value, names) for value in given):
        return "hint-ends"
    waits = next((word.value for word in call.keywords if word.arg == "wait"), None)
    is_false = isinstance(waits, ast.Constant) and waits.value is False
    return "hint-ends-move" if meant.owner in _MOVERS and is_false else ""


def _not_zero(value: ast.expr, names: Bindings) -> bool:
    """Whether it is certainly a number other than 0; a motor that is told 0 stands."""
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
        value = value.operand
    if isinstance(value, ast.Name):
        values = names.values(value.id)
        return bool(values) and all(not isinstance(one, ast.Name) and _not_zero(one, names) for one in values)
    return isinstance(value, ast.Constant) and type(value.value) in (int, float) and value.value != 0


def _function(tree: ast.Module, meant: Meant) -> ast.FunctionDef | None:
    if meant.sort != FUNCTION:
        return None
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == meant.name]
    return found[0] if len(found) == 1 else None
