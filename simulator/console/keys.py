"""What single bytes mean to a console."""

NEWLINE = 0  # not a byte: how the line editor says that a line was entered
CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E, CTRL_F = range(1, 7)
BACKSPACE, TAB, LINE_FEED, CTRL_K = 8, 9, 10, 11
CARRIAGE_RETURN, CTRL_N, CTRL_P, CTRL_U = 13, 14, 16, 21
ESCAPE, SPACE, DELETE = 27, 32, 127

END_MARK = b"\x04"  # ends a part of the answer in the raw modes
