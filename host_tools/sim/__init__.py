"""`marshrut sim`: run a program on a task and tell how it went."""
