"""The table of cases, whatever the pieces in which a case comes over the cable."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .board import Board, started
from .cases import CASES, Case


def at_shell(case: Case) -> Board:
    board = started()
    if case.shell == "raw":
        board.feed([b"\x01"])
    return board


def check(case: Case, pieces: list[bytes]) -> None:
    board = at_shell(case)
    assert (board.feed(pieces), tuple(board.requests)) == (case.shown, case.requests), case.name


by_name = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.shell}, {case.name}")


@by_name
def test_whole(case: Case) -> None:
    check(case, [case.sent])


@by_name
def test_byte_by_byte(case: Case) -> None:
    check(case, [bytes([byte]) for byte in case.sent])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(CASES), st.data())
def test_in_any_pieces(case: Case, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(case.sent)))))
    check(case, [case.sent[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)])
