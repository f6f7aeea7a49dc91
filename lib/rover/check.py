"""Checks of what a program hands to the runtime, made at its edge so that nothing inside has to ask again."""


def number(name, value, low, high, unit):
    """Return `value` if it is a number from `low` to `high`; otherwise say what is allowed, in `unit`."""
    kind = type(value)
    if (kind is int or kind is float) and low <= value <= high:
        return value
    refuse(name, value, f"{low} to {high} {unit}" if unit else f"{low} to {high}")


def whole(name, value, low, high, unit):
    """As `number`, and a whole one."""
    if type(value) is int and low <= value <= high:
        return value
    refuse(name, value, f"a whole number, {low} to {high} {unit}" if unit else f"a whole number, {low} to {high}")


def function(name, value):
    """Return `value` if it can be called."""
    if callable(value):
        return value
    refuse(name, value, "a function")


def one_of(name, value, allowed):
    """Return `value` if it is among the words `allowed`."""
    if value in allowed:
        return value
    refuse(name, value, "one of " + ", ".join(allowed))


def refuse(name, value, allowed):
    """Say what is allowed."""
    from .errors import RoverError

    raise RoverError("R02", name, value=value, allowed=allowed)
