"""Tuples whose parts have names, too, as the firmware's own have."""


def named(*parts):
    """A tuple of these pairs' values, which are its attributes by their names."""

    class Named(tuple):
        def __repr__(self):
            return "(" + ", ".join([name + "=" + repr(value) for name, value in parts]) + ")"

    for name, value in parts:
        setattr(Named, name, value)
    return Named([value for _, value in parts])
