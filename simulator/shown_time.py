"""How times are shown: one rounding for terminal, messages, picture and page, so that no two of them disagree."""


def shown_seconds(t_ms: int) -> float:
    """Seconds with two digits; half a hundredth counts up."""
    return (t_ms + 5) // 10 / 100
