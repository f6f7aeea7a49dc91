"""What several rooms' tests need."""

import importlib.util
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NoReturn

import hypothesis
import pytest
from marshrut.simulator.runners.bubblewrap import find as find_bubblewrap
from marshrut.simulator.runners.micropython import PACKAGE, find_node
from marshrut.simulator.runners.walls import third_wall

# How long an example takes says nothing about the code on a busy computer; the same examples every time say more.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

# A shell that runs the tests in the background has Ctrl-C ignored, by them and by all that they start.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`sample(count)`: so many of a test's cases are for every day, the others are slow. `ci_sample(count)`: so many of
    a slow test's cases are run in CI, the others are rare."""
    leave_out(items, "sample", pytest.mark.slow)
    leave_out(items, "ci_sample", pytest.mark.rare)


def leave_out(items: list[pytest.Item], sampled: str, as_what: pytest.MarkDecorator) -> None:
    """Mark all but the sample's cases, the same ones always. Each value of each parameter is in the sample, as far as
    so many cases can hold them."""
    cases: dict[str, list[pytest.Function]] = {}
    for item in items:
        given = item.get_closest_marker(sampled) and not item.get_closest_marker(as_what.name)
        if given and isinstance(item, pytest.Function):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for name, left in cases.items():
        mark = left[0].get_closest_marker(sampled)
        assert mark is not None
        Random(name).shuffle(left)
        values = {item: {(name, str(value)) for name, value in item.callspec.params.items()} for item in left}
        seen: set[tuple[str, str]] = set()
        for _ in range(min(*mark.args, len(left))):
            newest = max(left, key=lambda item: len(values[item] - seen))
            left.remove(newest)
            seen |= values[newest]
        for item in left:
            item.add_marker(as_what)


def lacks(what: str) -> NoReturn:
    """This computer lacks what a test needs and `make setup` does not bring: skip. In CI every test must run: fail."""
    if os.environ.get("CI") or os.environ.get("MARSHRUT_CI"):
        pytest.fail(f"in CI no test is left out: {what}")
    pytest.skip(what)


@pytest.fixture(scope="session")
def node() -> Path:
    """The Node that the MicroPython runner uses. The tests of the seam need it: without it they fail, not skip."""
    found = find_node()
    assert found is not None, "Node is not installed; run `make setup` where npm and PyPI can be reached"
    return found


@pytest.fixture(scope="session")
def micropython_mjs(node: Path) -> Path:
    """The official MicroPython for Node."""
    module = PACKAGE / "micropython.mjs"
    assert module.is_file(), "the official MicroPython is not installed; run `make setup`"
    return module


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser, as Playwright drives it."""
    path = os.environ.get("MARSHRUT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        lacks(f"no browser: set MARSHRUT_CHROMIUM or install one of {', '.join(BROWSERS)}")
    if importlib.util.find_spec("playwright") is None:
        lacks("the Python package playwright is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def bubblewrap(node: Path) -> None:
    """The sandbox's third wall can be built here."""
    if find_bubblewrap() is None:
        lacks("bubblewrap is not installed")
    # The kernel or container forbids it, which no installation mends, in CI neither. A program that is not trusted is
    # then refused, and the test of that refusal runs everywhere.
    if not third_wall():
        pytest.skip("bubblewrap does not start here: the system allows no user namespaces")
