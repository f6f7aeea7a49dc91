"""The message catalogue: three languages that say the same, and code that says only what is in them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent_ast
from marshrut.simulator import messages
from marshrut.simulator.fault_codes import CODES
from marshrut.simulator.messages import LANGUAGES, MessageError, files, has, say
from marshrut.simulator.problems import Problem, tell

ROOT = Path(__file__).parent.parent.parent
# Ids that the code puts together from a word of these families and a kind.
PUT_TOGETHER = (
    "board-noticed-",
    "doctor-wall-",
    "generate-title-",
    "judge-",
    "mark-",
    "ended-",
    "verdict-",
    "when-",
    "explain-verdict-",
    "explain-by-",
    "rank-by-",
    "link-",
    "live-",
    "replay-",
    "picture-",
    "seed-table-",
    "hint-robot-",
    "fault-",
    "sheet-",
    "fit-figure-",
    "fit-needs-",
    "fit-head-",
    "unit-phase-",
    "unit-teacher-",
    "check-loss-",
)
# Calls that take a message id, and which positional argument it is; `problem` of a TOML file takes its key first.
TAKES_ID = {"say": 1, "has": 1, "tell": 1, "Hint": 0, "problem": 1, "at": 2, "Said": 0}


def entries(lang: str) -> dict[str, tuple[set[str], Path]]:
    """Message id, or id.attribute: its parameters and its file."""
    found: dict[str, tuple[set[str], Path]] = {}
    for path in files(lang):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent_ast.Junk), f"{path}: {entry.content}"
            if not isinstance(entry, fluent_ast.Message):
                continue
            for name, value in [("", entry.value), *((f".{a.id.name}", a.value) for a in entry.attributes)]:
                if value is not None:
                    message_id = entry.id.name + name
                    assert message_id not in found, f"{message_id} is twice in {lang}"
                    found[message_id] = (parameters(value), path)
    return found


def parameters(pattern: fluent_ast.BaseNode) -> set[str]:
    names: set[str] = set()
    todo: list[object] = [pattern]
    while todo:
        node = todo.pop()
        if isinstance(node, fluent_ast.VariableReference):
            names.add(node.id.name)
        # Each is parsed alone, when it is first said.
        assert not isinstance(node, fluent_ast.MessageReference | fluent_ast.TermReference), node.id.name
        if isinstance(node, fluent_ast.BaseNode):
            todo += vars(node).values()
        elif isinstance(node, list):
            todo += node
    return names


@pytest.fixture(scope="module")
def catalogue() -> dict[str, dict[str, tuple[set[str], Path]]]:
    return {lang: entries(lang) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", ["kk", "en"])
def test_every_language_has_the_messages_and_parameters_of_the_source(
    lang: str, catalogue: dict[str, dict[str, tuple[set[str], Path]]]
) -> None:
    source, other = catalogue["ru"], catalogue[lang]
    assert source.keys() == other.keys()
    for message_id, (names, path) in source.items():
        own = {lang} if names == {"ru"} else names  # a task's own words, one for each language
        assert other[message_id][0] == own, message_id
        assert other[message_id][1].name == path.name, f"{message_id} is in another file"


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_message_is_found_by_its_name(lang: str, catalogue: dict[str, dict[str, tuple[set[str], Path]]]) -> None:
    assert all(has(lang, message_id) for message_id in catalogue[lang])
    assert not has(lang, "no-such-message") and not has(lang, "fit-written.no-such-attribute")


def ids_in_code() -> Iterator[tuple[str, str]]:
    """Every message id that stands in the code as a text, with its place."""
    for room in ("simulator", "host_tools"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if "node_modules" in path.parts or "board" in path.parts or path.parent.name == "cpython":
                continue  # the board's own errors have the board's words
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                place = TAKES_ID.get(name, 0 if re.fullmatch(r"\w*(Error|Problem|UnknownName)", name) else None)
                if place is None or len(node.args) <= place:
                    continue
                argument = node.args[place]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "-" in argument.value:
                    yield argument.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_id_in_the_code_exists() -> None:
    found = list(ids_in_code())
    assert len(found) > 50
    missing = [f"{place}: {message_id}" for message_id, place in found if not has("ru", message_id)]
    assert missing == []


def test_no_message_is_left_that_nothing_says(catalogue: dict[str, dict[str, tuple[set[str], Path]]]) -> None:
    texts: set[str] = set()
    for room in ("simulator", "host_tools"):
        for path in (ROOT / room).rglob("*.py"):
            if "node_modules" in path.parts or path.name == "fault_codes.py":
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    unsaid = {message_id for message_id in catalogue["ru"] if "." not in message_id} - texts - {"try"}
    assert {message_id for message_id in unsaid if not message_id.startswith(PUT_TOGETHER)} == set()


def test_every_code_belongs_to_a_message_and_has_the_form_of_its_kind() -> None:
    for message_id, code in CODES.items():
        assert re.fullmatch(r"[BCJPT]\d{2,3}", code)
        for lang in LANGUAGES:
            assert has(lang, message_id), f"{message_id} in {lang}"


def test_no_code_stands_before_two_faults() -> None:
    """Several wordings of one fault share its code, and the first two words of their ids, or are named here."""
    families: dict[str, set[str]] = {}
    for message_id, code in CODES.items():
        families.setdefault(code, set()).add("-".join(message_id.split("-")[:2]))
    assert {code: names for code, names in families.items() if len(names) > 1} == {
        "P36": {"hint-not", "hint-number"},
        "P39": {"hint-index", "hint-list"},
        "P44": {"hint-device", "hint-i2c"},
        "P55": {"hint-unit", "hint-timer"},
        "T02": {"micropython-missing", "micropython-old"},
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_messages_are_short_and_plain(lang: str, catalogue: dict[str, dict[str, tuple[set[str], Path]]]) -> None:
    for path in files(lang):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(invalid|exception|illegal|исключени[ея]|некорректн|недопустим)", text, re.I), path
    for message_id in catalogue[lang]:
        assert re.fullmatch(r"[a-z][a-z_0-9-]*(\.try)?", message_id)


@pytest.mark.parametrize(("lang", "orders"), [("ru", r"\w+(йте|ите|ьте)(сь)?\b"), ("kk", r"\w+(ңыз|ңіз)\b")])
def test_what_to_do_is_told_without_addressing_anyone(lang: str, orders: str) -> None:
    """«Что сделать: проверить …»: neither «ты» nor «вы», which would change from hint to hint."""
    told = []
    for path in files(lang):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            action = FluentSerializer().serialize_entry(entry).partition(".try = ")[2]
            told += [f"{path.name}: {action}"] if re.search(orders, action) else []
    assert told == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_invisible_marks_and_no_thousands_separators(lang: str) -> None:
    text = say(lang, "summary-printed-last", count=12345)
    assert "12345" in text
    assert not set(text) & {"\u2068", "\u2069", "\u00a0", "\u202f"}


def test_a_gap_is_loud_here_and_quiet_in_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MessageError, match="no message `not-there`"):
        say("ru", "not-there")
    with pytest.raises(MessageError, match="ended-stuck"):
        say("ru", "ended-stuck")
    with pytest.raises(MessageError, match="no language"):
        say("xx", "try")
    monkeypatch.setattr(messages, "strict", False)
    assert say("ru", "not-there") == "not-there"
    assert "застряла" in say("ru", "ended-stuck")


def test_a_problem_tells_where_what_try_and_code() -> None:
    problem = Problem("program-not-utf8", file="go.py", line=3)
    assert str(problem) == (
        "`go.py`, line 3: letters that are not written as UTF-8. "
        "Try: save the file again with the encoding UTF-8. [P04]"
    )
    assert problem.code == "P04"
    assert problem.tell("ru").endswith("[P04]")
    assert tell("en", "mark-start") == "Start: the clock is running."
