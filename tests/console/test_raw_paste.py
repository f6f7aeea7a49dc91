"""Raw paste as tools use it: a sender that keeps to the windows that the board opens."""

import pytest

from .board import Board, started

WINDOW = 128


class Sender:
    """Sends a text as mpremote does; `shown` is what came back and is not looked at yet."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.shown = bytearray(board.feed([b"\x01", b"\x05A\x01"]))
        assert self.take(len(self.shown) - 3).endswith(b"R\x01")
        self.window = int.from_bytes(self.take(2), "little")
        self.open = self.window
        self.most_ahead = 0

    def take(self, count: int) -> bytes:
        taken = bytes(self.shown[:count])
        assert len(taken) == count, "nothing more comes"
        del self.shown[:count]
        return taken

    def send(self, text: bytes) -> bool:
        """Whether the board took the whole text; if it refused it, that is confirmed."""
        while text:
            while self.open == 0 or self.shown:
                said = self.take(1)
                if said == b"\x04":
                    self.shown += self.board.feed([b"\x04"])
                    return False
                assert said == b"\x01"
                self.open += self.window
            piece, text = text[: self.open], text[self.open :]
            assert len(piece) <= self.board.console.room()
            self.open -= len(piece)
            self.shown += self.board.feed([piece])
        self.shown += self.board.feed([b"\x04"])
        while self.take(1) != b"\x04":
            pass
        return True


@pytest.mark.parametrize("size", [0, 1, 127, 128, 129, 255, 256, 257, 10_000])
def test_a_text_of_any_size_arrives(size: int) -> None:
    board = started()
    sender = Sender(board)
    assert sender.window == WINDOW
    text = (b"# " + "я".encode() * size)[:size]
    assert sender.send(text)
    assert [request.text for request in board.requests] == [text]
    assert sender.shown == b"\x04\x04>"


def test_what_would_not_fit_into_a_board_is_refused() -> None:
    board = started()
    sender = Sender(board)
    assert not sender.send(b"x" * 1_000_000)
    assert board.requests == []
    assert sender.shown.startswith(b"\x04MemoryError: memory allocation failed")
    assert sender.shown.endswith(b"\r\n\x04>")
    assert board.feed([b"print(1)\x04"]) == b"OK1\r\n\x04\x04>"


def test_a_refusal_ends_by_ctrl_c_too() -> None:
    board = started()
    board.feed([b"\x01\x05A\x01", b"x" * 300_000])
    assert board.feed([b"yz\x03"]).startswith(b"\x04MemoryError")
    assert board.requests == []
