"""How far the next line of a statement is indented without being asked."""

STEP = 4


def indentation(text: bytearray) -> int:
    """Spaces for the line after `text`, which ends with a line feed: as many whole steps as the last line has, one
    more after a colon; none after two lines of nothing but spaces."""
    end = len(text) - 1
    begin = text.rfind(b"\n", 0, end) + 1
    line = text[begin:end]
    spaces = len(line) - len(line.lstrip(b" "))
    if end < 1 or (spaces == len(line) and _is_blank_before(text, begin)):
        return 0
    return spaces // STEP * STEP + (STEP if text[end - 1] == ord(":") else 0)


def _is_blank_before(text: bytearray, begin: int) -> bool:
    """Whether nothing but spaces is in the line that ends just before `begin`; the first line never counts."""
    end = max(0, begin - 1)
    before = text.rfind(b"\n", 0, end) + 1
    return before > 0 and not text[before:end].strip(b" ")
