"""A docstring is taken apart, and what it leaves out is named."""

from pathlib import Path
from textwrap import dedent

import pytest
from marshrut.host_tools.reference.docstrings import Type, parse
from marshrut.host_tools.reference.faults import faults
from marshrut.host_tools.reference.runtime import read_runtime
from marshrut.host_tools.reference.types import annotation

WHOLE = """Drive on.

    More about it,
    on two lines.

    Arguments:
        speed (Number, mm/s): how fast;
            0 to 600.
        left, right (Motor): two of a kind.
        pose (tuple (int, int), mm): a place.
        rest: anything.

    Returns (int or None, deg): what it is,
    and more.

    Example:
        rover.drive.drive(100)
        if True:
            rover.drive.stop()
    """


def test_every_section_is_found() -> None:
    doc = parse(WHOLE)
    assert doc.summary == "Drive on."
    assert doc.text == ("More about it, on two lines.",)
    assert [(entry.names, entry.type) for entry in doc.arguments] == [
        (("speed",), Type("Number", "mm/s")),
        (("left", "right"), Type("Motor")),
        (("pose",), Type("tuple (int, int)", "mm")),
        (("rest",), None),
    ]
    assert doc.arguments[0].text == "how fast; 0 to 600."
    assert doc.returns is not None
    assert (doc.returns.type, doc.returns.text) == (Type("int or None", "deg"), "what it is, and more.")
    assert doc.example == "rover.drive.drive(100)\nif True:\n    rover.drive.stop()"
    assert doc.unreadable == ()


def test_a_line_of_another_form_is_named() -> None:
    assert parse("A.\n\nArguments:\n    speed - how fast\n").unreadable == ("speed - how fast",)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Number", "float"),
        ("list of int", "list[int]"),
        ("str or None", "str | None"),
        ("pair of Number", "tuple[float, float]"),
        ("tuple of 3 int", "tuple[int, int, int]"),
        ("tuple (int, Motor)", "tuple[int, Motor]"),
        ("tuple of int", "tuple[int, ...]"),
        ("list of tuple (str, int) or None", "list[tuple[str, int]] | None"),
        ("function", "Callable[..., Any]"),
        ("something", "Any"),
    ],
)
def test_annotation(said: str, meant: str) -> None:
    assert annotation(said, {"Motor"}) == meant


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text('"""R."""\n_PARTS = {"Arm": "arm", "Leg": "leg"}\n')
    (tmp_path / "arm.py").write_text(
        dedent('''
            class Arm:
                """An arm.

                Arguments:
                    pin: where it is.
                """

                def __init__(self, pin, name):
                    pass

                def lift(self, height, speed, kind):
                    """Lift it.

                    Arguments:
                        height (Number): how high.
                        speed (Hare): how fast.
                        width (int, mm): how wide.
                    """
                    return 1

                def up(self):
                    """True while it is up."""
                    return True

                # What other parts call

                def move(self, far):
                    return far
        ''')
    )
    assert faults(read_runtime(tmp_path)) == [
        "rover.Leg: no such class or function",
        "Arm: no Example",
        "Arm: gives no type of pin",
        "Arm: says nothing of name",
        "Arm.lift: has no argument width",
        "Arm.lift: gives no unit of height",
        "Arm.lift: speed: no such type: Hare",
        "Arm.lift: says nothing of kind",
        "Arm.lift: returns something and does not say what",
    ]
