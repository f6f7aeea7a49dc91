"""Templates of rules grow by what is put into them: not beyond what a computer holds."""

import tracemalloc

import pytest
from marshrut.host_tools.world.trik.template import MOST_SIGNS, Template


def test_what_is_put_in_stands_in_all_its_places() -> None:
    assert Template({"a": "1", "b": None}, "#{a}#{b}#{a}").filled({"b": "x#{a}"}) == "1x11"


def test_a_template_that_multiplies_is_refused_before_it_is_made() -> None:
    bomb, value = Template({"a": None}, "#{a}" * 10_000), "x" * 10_000
    tracemalloc.start()
    with pytest.raises(OverflowError):
        bomb.filled({"a": value})
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < MOST_SIGNS < 10_000 * 10_000
