"""How times are shown: one rounding for terminal, messages, picture and page, so that no two of them disagree.

A trace has µs; documents and pages have whole ms, and what people read is made of those.
"""


def whole_ms(t_us: int) -> int:
    """Half a ms counts up."""
    return (t_us + 500) // 1000


def shown_seconds(t_ms: int) -> float:
    """Seconds with two digits; half a hundredth counts up."""
    return (t_ms + 5) // 10 / 100
