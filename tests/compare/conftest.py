"""A virtual board that is compared with, one that plays the real board, and what each answers."""

from collections.abc import Callable, Iterator

import pytest
from marshrut.host_tools.compare.facts import PROBES, Probe, gather
from marshrut.host_tools.compare.kinds import KINDS, Kind
from marshrut.host_tools.compare.line import Line, SerialLine
from marshrut.host_tools.compare.twin import twin
from marshrut.host_tools.compare.wire import Facts

BY_NAME = {probe.name: probe for probe in PROBES}


@pytest.fixture(scope="session")
def kind() -> Kind:
    return KINDS[0]


@pytest.fixture(scope="session")
def port(kind: Kind) -> Iterator[str]:
    """A board on which Marshrut is."""
    with twin(kind.robot, empty=False) as port:
        yield port


@pytest.fixture(scope="session")
def line(port: str) -> Iterator[Line]:
    """Its cable, held by the tests: not for those that start the command."""
    line = SerialLine(port)
    yield line
    line.close()


@pytest.fixture(scope="session")
def ours(line: Line, kind: Kind) -> Callable[[str], Facts]:
    """What a board answers to one probe, asked once."""
    known: dict[str, Facts] = {}

    def asked(name: str) -> Facts:
        if name not in known:
            known.update(gather(line, kind, [probe_of(name)]))
        return known[name]

    return asked


def probe_of(name: str) -> Probe:
    return BY_NAME[name]
