"""What a pupil is told of each mistake: which check goes first, by which message, where it happened, and how."""

import pytest
from marshrut.host_tools.lessons.cause import cause_of, check_of
from marshrut.host_tools.lessons.loading import find_unit, unit_ids
from marshrut.host_tools.lessons.pages import numbered_lists
from marshrut.host_tools.lessons.story import story_of
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks.catalogue import find_variant

# Unit and mutant: where and how, beside what its unit.toml says of it.
STORIES = {
    "line-p-control/does_not_wait.py": [],
    "line-p-control/no_speed.py": [],
    "line-p-control/sign_flipped.py": ["check-place-lost-early", "check-loss-away"],
    "line-p-control/weak_gain.py": ["check-place-lost", "check-loss-towards"],
    "line-p-control/reads_once.py": ["check-place-lost", "check-loss-steady"],
    "line-p-control/left_or_right.py": ["check-place-lost", "check-loss-swung"],
    "line-p-control/no_loop.py": ["check-place-end"],
    "line-p-control/stops_by_time.py": ["check-place-end"],
    "line-p-control/too_slow.py": ["check-place-end"],
}  # where there is no line, the place on the mat
MUTANTS = [(name, mutant.file) for name in unit_ids() for mutant in find_unit(name).mutants]


@pytest.mark.sample(10)
@pytest.mark.parametrize(("name", "file"), MUTANTS)
def test_a_mistake_is_told_by_its_cause(name: str, file: str) -> None:
    unit = find_unit(name)
    mutant = next(mutant for mutant in unit.mutants if mutant.file == file)
    task = unit.judged_by
    variant = find_variant(task, mutant.variant or None)
    run = run_program(load_program(unit.mutant_path(mutant)), Conditions(task, variant, seed=1))
    cause = cause_of(run.judgement, task)
    assert cause is not None and (check_of(cause), cause.message_id) == (mutant.fails, mutant.says)
    story = story_of(run, task)
    assert [said.message_id for said in story.said] == STORIES.get(f"{name}/{file}", ["check-place-mat"])
    told = {lang: [say(lang, cause.message_id, **cause.params), *(said.tell(lang) for said in story.said)]
            for lang in LANGUAGES}  # fmt: skip
    assert len({tuple(sentences) for sentences in told.values()}) == len(LANGUAGES)
    assert all("{" not in sentence for sentences in told.values() for sentence in sentences)
    for lang in LANGUAGES:
        assert len(numbered_lists(unit.page(lang, "hints"))[mutant.fails]) >= 2


def test_where_and_how_in_numbers() -> None:
    unit = find_unit("line-p-control")
    path = unit.folder / "mutants" / "weak_gain.py"
    run = run_program(load_program(path), Conditions(unit.judged_by, unit.public_variants[0], seed=1))
    where, how = story_of(run, unit.judged_by).said
    assert where.params["bend"] == "left" and where.params["number"] == 1
    assert 0.4 <= float(where.params["along_m"]) <= 0.7
    assert how.params["side"] == "left" and 15 <= int(how.params["turned_deg_s"]) <= 45
    assert "in the first left curve" in where.tell("en")
    assert "в 1-м левом повороте" in where.tell("ru") and "1-сол жақ бұрылыста" in where.tell("kk")
