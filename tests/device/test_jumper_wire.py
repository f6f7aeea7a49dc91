"""A wire shows the other end's PWM as its level and its edges."""

from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.devices.jumper_wire import JumperWire
from marshrut.simulator.scene.model import Part
from still_surroundings import Still

WIRE = Part("wire1", "wire", (("a", 1), ("b", 2)), 0.0, 0.0, 0.0, 0.0, ())
DUTIES = st.sampled_from((0, 1, 20, 21845, 32768, 65000, 65534, 65535))
SETTINGS = st.lists(st.tuples(st.integers(0, 400), DUTIES, st.sampled_from((0, 7, 1000, 38_000, 99_999, 250_000))))


@given(SETTINGS)
def test_the_edges_told_are_the_changes_of_the_level(settings: list[tuple[int, int, int]]) -> None:
    wire = JumperWire(WIRE, Still(), 7)
    wire.set_line("a", 0, 0, 0)
    for t_us, duty, freq_hz in sorted(settings):
        wire.set_line("a", duty, freq_hz, t_us)
    levels = [wire.level("b", t_us) for t_us in range(1000)]
    expected = [(t_us, levels[t_us]) for t_us in range(1, 1000) if levels[t_us] != levels[t_us - 1]]
    told = []
    after_us = 0
    while (change := wire.next_change("b", after_us, 999)) is not None:
        told.append(change)
        after_us = change[0]
    assert told == expected


def test_a_pwm_over_a_wire_keeps_its_periods_when_its_duty_changes() -> None:
    wire = JumperWire(WIRE, Still(), 7)
    wire.set_line("a", 16384, 1000, 50)
    assert wire.next_change("b", 50, 5000) == (301, 0)
    wire.set_line("a", 32768, 1000, 700)
    assert wire.next_change("b", 700, 5000) == (1050, 1)
    assert wire.next_change("b", 1050, 5000) == (1551, 0)
