"""A made-up run, and a replay of it in a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.replay import replay_words, write_replay

from .made_up_run import SAID, Run, drive_loop
from .pages import TITLES, Page


@pytest.fixture(scope="session")
def make_run() -> Callable[..., Run]:
    """Drives a run: make_run(seconds, blind=…, texts=…, end=…)."""

    def make(
        seconds: float = 10.62,
        blind: tuple[tuple[float, float], ...] = ((2.65, 3.2), (6.25, 6.75)),
        texts: list[tuple[float, str]] | None = None,
        end: str = "goal",
    ) -> Run:
        return drive_loop(seconds, blind, SAID if texts is None else texts, end)

    return make


@pytest.fixture(scope="session")
def lap(make_run: Callable[..., Run]) -> Run:
    """One lap, finished, the line lost on the way."""
    return make_run()


@pytest.fixture(scope="session")
def unjudged(lap: Run) -> Run:
    """The same drive where nothing is judged: no verdict, no points, and the end as the only mark."""
    end = lap.marks[-1] | {"kind": "end", "rule": "", "message": "The program ended."}
    result = lap.result | {"verdict": "none", "score": None, "checks": [], "measures": {}, "ended": "program_end"}
    return Run(lap.trace, [end], result)


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """open_page(run, …) writes the replay, opens it and closes it after the test."""
    pages: list[Page] = []

    def opened(
        run: Run, lang: str = "en", titles: dict[str, str] | None = None, called: Any = None, **options: Any
    ) -> Page:
        path = tmp_path / f"replay {len(pages)}.html"
        write_replay(run.trace, run.result, run.marks, path, lang, replay_words(), titles or TITLES, called=called)
        pages.append(Page(browser, path, **options))
        return pages[-1]

    yield opened
    for page in pages:
        page.page.close()
