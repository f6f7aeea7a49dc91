"""`marshrut push` and `install`: a program and the runtime onto a board, whole or not at all."""
