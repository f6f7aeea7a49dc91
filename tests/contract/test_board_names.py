"""A simulated board has the names that the real one has and no others, and the page says of each how true it is."""

import pytest
from marshrut.simulator.approximations import APPROXIMATE
from marshrut.simulator.board_names import PAGE, boards, differences, page
from marshrut.simulator.real_boards import BOARDS, names


@pytest.fixture(autouse=True)
def _node(node: object) -> None:
    """Every test here runs both interpreters."""


@pytest.mark.sample(2)
@pytest.mark.parametrize("board", boards())
def test_both_runners_offer_what_the_board_has_and_nothing_else(board: str) -> None:
    assert differences(board) == []


def test_the_page_is_what_the_boards_offer() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make names`"


def test_every_approximation_is_of_something_that_a_board_has() -> None:
    for what in APPROXIMATE:
        owner, _, name = what.rpartition(".")
        assert any(names(what, board) or name in names(owner, board) for board in BOARDS), what
