"""A sample of the sweep: each program of line sprint ends as its folder says, on other robots and both interpreters."""

from pathlib import Path

import pytest
import sweep
from sweep import PROGRAMS, TOO_HIGH, Case

VARIANTS = ("oval", "s-bends", "technical")
FAILING = [path for path in sweep.programs() if path != sweep.REFERENCE]


@pytest.mark.sample(2)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("seed", [3, 11])
def test_the_reference_finishes(seed: int, variant: str) -> None:
    seen = sweep.look(Case(str(sweep.REFERENCE), "cpython", variant, seed))
    assert (seen.ended, seen.verdict) == ("goal", "pass"), seen.fault
    assert seen.time_ms is not None and 8_000 < seen.time_ms < 20_000


@pytest.mark.sample(3)
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
@pytest.mark.parametrize("path", FAILING, ids=lambda path: path.stem)
def test_a_failing_program_fails_for_its_reason(path: Path, runtime: str, node: Path) -> None:
    few = runtime == "micropython" or path.stem == "spins"
    for seed, variant in enumerate(VARIANTS[:1] if few else VARIANTS):
        seen = sweep.look(Case(str(path), runtime, variant, seed))
        assert sweep.wrong(seen) == ""


def test_there_are_nine_ways_to_fail() -> None:
    assert len(FAILING) == 9
    assert {path.parent.name for path in FAILING} == {"program_end", "program_error", "stuck", "off_line"}
    assert all(path.is_relative_to(PROGRAMS) for path in FAILING)


@pytest.mark.slow
def test_the_gain_has_a_margin_and_no_more() -> None:
    """Noise is real: four times the gain often loses the line."""
    runs = [sweep.look(Case(TOO_HIGH, "cpython", variant, seed)) for variant in VARIANTS for seed in range(4)]
    assert sweep.share_that_loses(runs) >= sweep.TOO_HIGH_LOSES
