"""How the world itself ends a run."""


class RunEnds(Exception):
    """The world serves this run no further; `ended` is the end's name in the result document."""

    def __init__(self, ended: str) -> None:
        super().__init__(ended)
        self.ended = ended
