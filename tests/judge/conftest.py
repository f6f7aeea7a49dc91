"""Lines to judge along."""

import pytest
from marshrut.simulator import messages
from marshrut.simulator.scene.geometry import Turtle
from marshrut.simulator.scene.model import Piece


@pytest.fixture(autouse=True)
def strict_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing word is an error here."""
    monkeypatch.setattr(messages, "strict", True)


@pytest.fixture(scope="session")
def hairpins() -> tuple[Piece, ...]:
    """Three long stretches only 120 mm apart, closed by a way round."""
    turtle = Turtle(0.0, 0.0, 0.0)
    turtle.straight(600)
    turtle.arc(180, 60)
    turtle.straight(600)
    turtle.arc(-180, 60)
    turtle.straight(600)
    turtle.arc(180, 300)
    turtle.straight(600)
    turtle.straight(200)
    turtle.arc(90, 180)
    turtle.straight(turtle.y - 180)
    turtle.arc(90, 180)
    turtle.straight(-turtle.x)
    return tuple(turtle.pieces)
