"""What several rooms' tests need."""

from pathlib import Path

import pytest
from marshrut.simulator.runners.micropython import PACKAGE, find_node


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
