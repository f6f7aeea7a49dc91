"""Print what would move a terminal's cursor, rename its window or hide text."""

print("\x1b[2J\x1b[H\x1b]0;mine\x07\x9b31m\r\x08\x7f \u202egnp.exe\u202c \u200b\x00 \x1bP0;1|17/6\x1b\\")
