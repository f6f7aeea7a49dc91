"""What several rooms' tests need."""

from pathlib import Path

import hypothesis
import pytest
from marshrut.simulator.runners.micropython import PACKAGE, find_node

# How long an example takes says nothing about the code on a busy computer; the same examples every time say more.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")


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
