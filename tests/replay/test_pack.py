"""What replay.html holds: compact, true to the trace, and harmless."""

import itertools
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.replay import live_page, picture, picture_labels, replay_words, write_replay
from marshrut.simulator.replay.document import PAGE, SCRIPTS, json_for_html
from marshrut.simulator.replay.pack import pack
from marshrut.simulator.replay.packed_robot import MOST_TEXT
from marshrut.simulator.replay.packed_values import differences
from marshrut.simulator.replay.words import LIVE_WORDS, PAGE_WORDS, SHARED_WORDS, live_words
from marshrut.simulator.shown_time import shown_seconds, whole_ms

from .made_up_run import Run


def page_of(run: Run, path: Path) -> str:
    write_replay(run.trace, run.result, run.marks, path, "en", replay_words(), {"en": "Line sprint"})
    return path.read_text(encoding="utf-8")


def test_a_run_of_180_s_stays_small(make_run: Callable[..., Run], tmp_path: Path) -> None:
    run = make_run(180, blind=tuple((k * 7.0, k * 7.0 + 0.6) for k in range(1, 25)))
    assert len(run.trace.states) == 9001
    page_of(run, tmp_path / "replay.html")
    assert (tmp_path / "replay.html").stat().st_size < 1_000_000


def test_columns_come_back_as_the_trace_has_them(lap: Run) -> None:
    track = pack(lap.trace, lap.result, lap.marks, "en", {}, {}, {})["robots"][0]["track"]
    at = {name: i + 2 for i, name in enumerate(lap.trace.header["state_fields"])}
    for name, field in (("x", "x_um"), ("heading", "heading_mdeg"), ("left_mv", "left_mv"), ("line5", "line5")):
        packed = track["columns"][name]
        values = [value * packed["step"] for value in itertools.accumulate(packed["d"])]
        for value, state in zip(values, lap.trace.states, strict=True):
            assert abs(value - state[at[field]]) <= packed["step"] / 2
    assert list(itertools.accumulate(track["t_ms"])) == [state[0] // 1000 for state in lap.trace.states]


def test_differences_are_rounded_to_the_nearest_step() -> None:
    assert differences([0, 149, 150, -150, -151], 100) == [0, 1, 1, -3, -1]
    assert differences([]) == []


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("a\r\nb\rc\n\td", "a\nb\nc\n\td"),
        ("\x1b[31mred \x00", "\\x1b[31mred \\x00"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("half \ud800", "half \\ud800"),
        ("Қазақша, русский — 🙂", "Қазақша, русский — 🙂"),
    ],
)
def test_every_text_is_harmless_to_look_at(make_run: Callable[..., Run], printed: str, shown: str) -> None:
    run = make_run(0.1, texts=[(0.0, printed)])
    run.result["variant"] = run.marks[0]["rule"] = printed
    content = pack(run.trace, run.result, run.marks, "en", {}, {"en": printed}, {"en": printed})
    assert content["robots"][0]["text"]["all"] == shown
    assert content["titles"]["en"] == content["variants"]["en"] == content["facts"]["variant"] == shown
    assert content["events"][0]["rule"] == shown


def test_json_cannot_end_its_element() -> None:
    hostile = {"</script>": "<!--<script>&amp;\u2028\u2029]]>"}
    text = json_for_html(hostile)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == hostile


def test_printed_parts_keep_their_times(make_run: Callable[..., Run]) -> None:
    run = make_run(1, texts=[(0.2, "one "), (0.2, "two\r\n"), (0.6, "🙂\n")])
    text = pack(run.trace, run.result, [], "en", {}, {}, {})["robots"][0]["text"]
    assert text == {"t_ms": [200, 400], "lengths": [8, 3], "all": "one two\n🙂\n", "cut": False}


def test_very_long_output_is_cut_and_says_so(make_run: Callable[..., Run]) -> None:
    run = make_run(0.1, texts=[(0.0, "x" * 600_000), (0.02, "y" * 600_000)])
    text = pack(run.trace, run.result, [], "en", {}, {}, {})["robots"][0]["text"]
    assert len(text["all"]) == MOST_TEXT
    assert text["cut"] is True


def test_messages_are_told_in_every_language(lap: Run) -> None:
    loss = {**lap.marks[1], "message_id": "mark-lost", "params": {"percent": 12}, "message": "only in one"}
    content = pack(lap.trace, lap.result, [loss, lap.marks[0]], "en", {}, {}, {})
    texts = {event["kind"]: event["text"] for event in content["events"]}
    assert all("12" in texts["lost"][lang] for lang in LANGUAGES)
    assert len(set(texts["lost"].values())) == 3
    assert set(texts["start"].values()) == {lap.marks[0]["message"]}, "where there is no id, the message there is"


def test_the_end_is_told_once(make_run: Callable[..., Run]) -> None:
    run = make_run(1, end="stuck")
    assert [event["kind"] for event in pack(run.trace, run.result, [], "en", {}, {}, {})["events"]][-1] == "end"
    end = {"kind": "end", "t_ms": 1000, "x_mm": 1, "y_mm": 2, "rule": "", "message": "It got stuck."}
    content = pack(run.trace, run.result, [*run.marks, end], "en", {}, {}, {})
    assert [event["kind"] for event in content["events"]].count("end") == 1
    assert (content["end"]["line"], content["end"]["text"]["kk"]) == (14, "It got stuck.")


def test_an_end_has_one_time_with_and_without_a_judge(make_run: Callable[..., Run]) -> None:
    """The judge, the report and the last record say 1.18 s of 1.1746 s: first to whole ms, then to two digits."""
    run = make_run(1, end="program_end")
    run.trace.events[-1] = (1_174_600, *run.trace.events[-1][1:])
    run.trace.states[-1] = (1_174_600, *run.trace.states[-1][1:])
    content = pack(run.trace, run.result, [], "en", {}, {}, {})
    assert (content["end"]["t_ms"], sum(content["robots"][0]["track"]["t_ms"])) == (1175, 1175)
    assert shown_seconds(whole_ms(1_174_600)) == 1.18


def test_a_run_may_go_on_after_its_program_s_end(make_run: Callable[..., Run], tmp_path: Path) -> None:
    run = make_run(1, end="program_error")
    end = {"kind": "end", "t_ms": 36_000, "x_mm": 1, "y_mm": 2, "rule": "", "message": "A draw."}
    content = pack(run.trace, run.result, [end], "en", {}, {}, {})
    assert {key: content["end"][key] for key in ("t_ms", "line", "cls")} == {"t_ms": 36_000, "line": 0, "cls": ""}
    told = [(event["kind"], event["t_ms"], event.get("line")) for event in content["events"][-2:]]
    assert told == [("rival_end", 1000, 14), ("end", 36_000, None)]
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(picture, "_flag", lambda sheet, room, text, *place, **options: said.append(text))
        picture.write_picture(run.trace, [end], tmp_path / "p.png", "Bout", picture_labels("en", run.result))
    assert "End  36.00 s" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_penalties_are_told_with_the_time(lap: Run, lang: str) -> None:
    """A time without them is not the one that counts."""
    with_time = {"time_ms": 40_470, "penalty_ms": 20_000, "total_ms": 60_470}
    cases = (
        (with_time, "summary-total", 60.47),
        (with_time | {"time_ms": None, "total_ms": None}, "summary-penalties", 20.0),
        (with_time | {"time_ms": None, "penalty_ms": 0}, "summary-counted", 60.47),
    )
    for measures, message, time_s in cases:
        result = lap.result | {"measures": measures}
        told = say(lang, message, time_s=time_s)
        assert told in pack(lap.trace, result, lap.marks, lang, {}, {}, {})["result"]["penalties"][lang]
        assert picture_labels(lang, result)["caption"].endswith(f" · {told}")
    free = lap.result | {"measures": {"time_ms": 40_470, "penalty_ms": 0, "total_ms": 40_470}}
    assert pack(lap.trace, free, lap.marks, lang, {}, {}, {})["result"]["penalties"][lang] == []


def test_a_callback_that_always_fails_does_not_fill_the_list(make_run: Callable[..., Run]) -> None:
    run = make_run(1)
    run.trace.events[:0] = [(i * 1000, 0, "callback_error", 3, "ValueError") for i in range(900)]
    content = pack(run.trace, run.result, run.marks, "en", {}, {}, {})
    assert [event["kind"] for event in content["events"]].count("callback_error") == 50


def test_what_breaks_is_told_and_a_dead_lamp_stays_dark(make_run: Callable[..., Run]) -> None:
    run = make_run(6)
    whole = pack(run.trace, run.result, run.marks, "en", {}, {}, {})["robots"][0]["led"]
    assert sorted({on for t_ms, on in whole if t_ms < 600} - {0}) == [1]
    run.trace.header["scene"]["faults"] = [{"kind": "dead", "device": "led", "at_ms": 600, "value": 0.0}]
    run.trace.events[:0] = [(600_000, 0, "fault", 0, "dead:led@0.6"), (700_000, 0, "brown_out", 3, "")]
    content = pack(run.trace, run.result, run.marks, "en", {}, {}, {})
    assert content["robots"][0]["led"] == [*(change for change in whole if change[0] < 600), [600, 0]]
    told = [(event["kind"], event["t_ms"], event["cls"]) for event in content["events"] if event["t_ms"] in (600, 700)]
    assert told == [("fault", 600, "dead:led@0.6"), ("brown_out", 700, "")]
    texts = next(event["text"] for event in content["events"] if event["kind"] == "fault")
    assert texts == {"ru": "не работает: led", "kk": "істемейді: led", "en": "dead: led"}


def test_what_is_broken_is_told_in_words_from_the_start(lap: Run) -> None:
    assert pack(lap.trace, lap.result, lap.marks, "en", {}, {}, {})["faults"] == []
    faults = [
        {"kind": "cable-off", "device": "line3", "at_ms": 0, "value": 0.0},
        {"kind": "dead", "device": "left", "at_ms": 4000, "value": 0.0},
    ]
    trace = replace(lap.trace, header=lap.trace.header | {"scene": lap.trace.header["scene"] | {"faults": faults}})
    told = pack(trace, lap.result, lap.marks, "en", {}, {}, {})["faults"]
    assert [one["en"] for one in told] == ["cable off: line3", "dead: left motor from 4 s on"]
    assert [one["ru"] for one in told] == ["отсоединён кабель: line3", "не работает: левый мотор — начиная с 4 с"]


def test_a_robot_that_stood_still_has_no_scale_of_speed(lap: Run, make_run: Callable[..., Run]) -> None:
    assert pack(lap.trace, lap.result, lap.marks, "en", {}, {}, {})["fastest"] > 100
    still = make_run(0.0)
    assert pack(still.trace, still.result, still.marks, "en", {}, {}, {})["fastest"] == 0


def test_the_policy_names_the_only_script_and_style(lap: Run, tmp_path: Path) -> None:
    page = page_of(lap, tmp_path / "replay.html")
    policy = re.search('Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.search(r"\w://|[\"'(=]//", page), "the page names another place"


def test_the_page_and_its_words_fit() -> None:
    sources = "".join((PAGE / name).read_text(encoding="utf-8") for name in (*SCRIPTS, "page.html.j2"))
    named = set(re.findall(r'data-(?:word|hint)="([^"]+)"', sources)) | set(re.findall(r'word\("([^"]+)"', sources))
    assert named <= {*PAGE_WORDS, *SHARED_WORDS}
    from_data = {"language", "task", "variant", "seed", "runtime", "program", "trace"}
    for name in PAGE_WORDS:
        known = name in from_data or name.split("-")[0] in {"mark", "chip"}
        assert known or f'"{name}"' in sources, f"nothing uses the word {name}"


def test_every_language_has_every_word() -> None:
    words = replay_words()
    assert tuple(words) == LANGUAGES
    for lang in LANGUAGES:
        assert all(words[lang].values())
        assert not [name for name, text in words[lang].items() if text == f"replay-{name}"]
    same = {name for name in PAGE_WORDS if words["ru"][name] == words["en"][name]}
    assert not same, "words that nobody translated"


def test_scripts_and_sources_are_the_same_files() -> None:
    assert {path.name for path in PAGE.glob("*.js")} == {*SCRIPTS, *live_page.SCRIPTS}


def test_the_live_page_and_its_words_fit() -> None:
    names = (*live_page.SCRIPTS, "live.html.j2")
    sources = "".join((PAGE / name).read_text(encoding="utf-8") for name in names)
    named = set(re.findall(r'data-(?:word|hint)="([^"]+)"', sources)) | set(re.findall(r'word\("([^"]+)"', sources))
    assert named <= {*PAGE_WORDS, *SHARED_WORDS, *(f"live-{name}" for name in LIVE_WORDS)}
    for name in LIVE_WORDS:
        known = name.startswith("run-")  # put together
        assert known or f'"live-{name}"' in sources, f"nothing uses the word live-{name}"
    words = live_words()
    for name in LIVE_WORDS:
        assert len({words[lang][f"live-{name}"] for lang in LANGUAGES}) > 1, name
