"""`marshrut ls` and `marshrut pull`: what lies on a board, and back to this computer."""
