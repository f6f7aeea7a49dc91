"""Every fact counts: changed or missing it is told, and what is known is known by the board's very answer."""

from collections.abc import Callable

import pytest
from marshrut.host_tools.compare.comparing import RULES, differences, exact
from marshrut.host_tools.compare.costs import COSTS, measured
from marshrut.host_tools.compare.facts import PROBES
from marshrut.host_tools.compare.known import KNOWN
from marshrut.host_tools.compare.report import MEANINGS, told
from marshrut.host_tools.compare.wire import ENDED, Facts
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene.chips import profile_of

QUICK = [
    "identity",
    "numbers",
    "errors",
    "files",
    "clock",
    "timers",
    "adc",
    "costs",
    "limits",
    pytest.param("names", marks=pytest.mark.slow),  # thousands of facts
    "pins",
    "buses",
]
TIMED = {cost.name for cost in COSTS}


def test_every_probe_has_words_for_what_it_means() -> None:
    assert list(MEANINGS) and set(MEANINGS) == {probe.name for probe in PROBES}


@pytest.mark.sample(3)
@pytest.mark.parametrize("probe", QUICK)
def test_a_changed_or_missing_fact_is_told(probe: str, ours: Callable[[str], Facts]) -> None:
    facts = ours(probe)
    assert facts and ENDED not in facts
    assert differences({probe: facts}, {probe: facts}, "rp2") == []
    for fact, value in facts.items():
        changed = str(int(value) * 3 + 20_000) if value.lstrip("-").isdecimal() else value + "?"
        for altered in ({**facts, fact: changed}, {name: facts[name] for name in facts if name != fact}):
            assert [one.fact for one in differences({probe: altered}, {probe: facts}, "rp2")] == [fact]
            assert [one.fact for one in differences({probe: facts}, {probe: altered}, "rp2")] == [fact]


def test_a_probe_that_ends_early_on_both_boards_is_told() -> None:
    facts = {"costs": {ENDED: "ImportError"}}
    assert [one.fact for one in differences(facts, facts, "rp2")] == [ENDED]


def test_only_measured_values_may_vary(ours: Callable[[str], Facts]) -> None:
    loose = {(probe, pattern) for probe, pattern, rule in RULES if rule is not exact}
    assert {probe for probe, _ in loose} == {"costs", "pins", "buses", "clock", "timers", "adc", "identity"}
    times = ours("costs")
    near = {name: str(int(value) * 3 // 2) for name, value in times.items()}
    far = {name: str(int(value) * 5 // 2) for name, value in times.items()}
    assert differences({"costs": near}, {"costs": times}, "rp2") == []
    assert [one.fact for one in differences({"costs": far}, {"costs": times}, "rp2")] == list(times)


def test_a_documented_answer_is_known_and_any_other_is_not() -> None:
    def reason(probe: str, fact: str, board: str) -> str | None:
        (one,) = differences({probe: {fact: board}}, {probe: {fact: "ours"}}, "rp2")
        return one.known

    assert reason("numbers", "float-2**24+1", "True") == "compare-known-floats"
    assert reason("numbers", "float-2**24+1", "None") is None
    assert reason("numbers", "float-one-third", "'0.3333333'") == "compare-known-floats"
    assert reason("numbers", "float-one-third", "'0.34'") is None
    assert reason("numbers", "int-big", "1") is None
    for row in KNOWN:
        assert row.probe in MEANINGS


def test_names_that_the_simulator_is_known_not_to_have_are_known() -> None:
    def reason(name: str, there: bool) -> str | None:
        board, ours = ({name: "there"}, {}) if there else ({}, {name: "there"})
        (one,) = differences({"names": board}, {"names": ours}, "rp2")
        return one.known

    assert reason("_thread", True) == "compare-known-names"
    assert reason("rp2.DMATimer", True) == "compare-known-names"
    assert reason("machine.Wheel", True) is None
    assert reason("machine.Pin", False) is None


def test_times_of_the_board_make_constants_of_a_profile(ours: Callable[[str], Facts]) -> None:
    profile = profile_of("pico_rover")
    facts = {"costs": ours("costs"), "pins": ours("pins"), "buses": ours("buses")}
    same = {one.name: one for one in measured(facts, facts, profile)}
    assert set(same) == TIMED
    for one in same.values():
        assert one.board_us == one.profile_us == getattr(profile, one.name)
    slower = {"costs": {**facts["costs"], "ADC_US": str(int(facts["costs"]["ADC_US"]) + 300), "TIMER_US": "2500"}}
    other = {one.name: one for one in measured(slower, facts, profile)}
    assert other["ADC_US"].board_us == profile.ADC_US + 30
    assert other["ADC_US"].differs
    assert other["TIMER_US"].board_us == profile.TIMER_US + (250 - 2 * profile.TIMER_US) / 2
    lines = list(told([], list(other.values()), "rp2", "en"))
    assert f"    ADC_US = {profile.ADC_US + 30}  # {profile.ADC_US}" in lines
    assert f"    PRINT_US = {profile.PRINT_US}" in lines


@pytest.mark.parametrize("name", ["costs", "pins", "buses"])
def test_what_is_measured_on_the_virtual_board_is_its_profile(name: str, ours: Callable[[str], Facts]) -> None:
    """The calls alone, without what a bus takes for its bits."""
    profile = profile_of("pico_rover")
    times = {"costs": 1, "pins": 1, "buses": 0}[name]
    for cost in COSTS:
        if times and cost.name in ours(name):
            assert abs(int(ours(name)[cost.name]) / 10 - cost.times * getattr(profile, cost.name)) <= 0.2, cost.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_says_it_in_each_language(lang: str) -> None:
    board = {probe.name: {"fact": "1"} for probe in PROBES} | {"names": {"machine.Wheel": "there", "_thread": "there"}}
    ours: dict[str, Facts] = {probe.name: {"fact": "2"} for probe in PROBES} | {"names": {}}
    lines = list(told(differences(board, ours, "rp2"), [], "rp2", lang))
    assert sum(line.startswith("✗") for line in lines) == len(PROBES)
    assert any("machine.Wheel" in line for line in lines)
    assert any(line.startswith("  ·") and "_thread" in line for line in lines)
    assert "fact" in lines[1]
