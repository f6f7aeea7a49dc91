"""What is told of runs where there is no lap: how much is done, and nothing that is not so."""

from pathlib import Path

from marshrut.simulator.judge import Judgement
from marshrut.simulator.messages import say
from marshrut.simulator.problems import tell

from .stage import judged, task_with

RULES = """
goal = ["there", "back"]
[[checks]]
id = "there"
rule = "DR-1"
points = 5
when = { kind = "inside", zone = "goal", part = "axle" }
[[checks]]
id = "back"
rule = "DR-1"
points = 5
after = ["there"]
when = { kind = "stopped_in", zone = "home", part = "axle", for_ms = 500 }
"""


def sentence(judgement: Judgement, check_id: str, lang: str) -> str:
    check = next(check for check in judgement.checks if check.id == check_id)
    return say(lang, check.message_id, **check.params)


def test_times_of_checks_count_from_the_start_and_say_so(tmp_path: Path) -> None:
    there = judged(task_with(tmp_path, RULES), [(2.0, "robot", 1000, 500)], 12.0)  # the button is pressed at 1 s
    assert sentence(there, "there", "en") == "The robot came into the zone “goal” 1.00 s after the start."
    assert "через 1,00 с после старта" in sentence(there, "there", "ru")
    assert "старттан кейін 1,00 секундта" in sentence(there, "there", "kk")


def test_who_began_in_a_zone_is_not_told_how_near_it_came(tmp_path: Path) -> None:
    away = judged(task_with(tmp_path, RULES), [(2.0, "robot", 1000, 500)], 12.0)
    assert sentence(away, "back", "en").endswith("in the end the middle of its axle was 700 mm away.")
    assert sentence(away, "back", "ru").endswith("в конце от середины его оси до неё было 700 мм.")
    assert sentence(away, "back", "kk").endswith("соңында оған доңғалақ білігінің ортасынан 700 мм қалды.")


def test_a_robot_that_stood_until_time_was_up_hears_how_much_is_done(tmp_path: Path) -> None:
    end = judged(task_with(tmp_path, RULES), [(2.0, "robot", 1000, 500)], 21.0).marks[-1]
    assert end.message_id == "ended-time_limit-still-counted"
    assert "Done: 1 of 2." in tell("en", end.message_id, **end.params)
    assert "Сделано 1 из 2." in tell("ru", end.message_id, **end.params)
    assert "Барлығы 2 іс, орындалғаны — 1." in tell("kk", end.message_id, **end.params)


def test_who_left_again_is_told_that_it_was_there(tmp_path: Path) -> None:
    rules = RULES.replace('rule = "DR-1"\npoints = 5\nwhen', 'rule = "DR-1"\npoints = 5\nat_end = true\nwhen')
    gone = judged(task_with(tmp_path, rules), [(2.0, "robot", 1000, 500), (4.0, "robot", 400, 500)], 12.0)
    assert sentence(gone, "there", "en").startswith("The robot was in the zone “goal”, but not in the end")
    assert "но в конце стоял не в ней" in sentence(gone, "there", "ru")
    assert "соңында онда емес еді" in sentence(gone, "there", "kk")
