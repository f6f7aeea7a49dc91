"""The glossary: every term has a name and one good sentence in each language, and is called by no other name."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from marshrut.simulator.glossary import GlossaryError, load_glossary
from marshrut.simulator.messages import LANGUAGES
from read_texts import OWN_LETTERS, mixed_texts, pages, texts

TERMS = load_glossary()
WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LETTERS = re.compile(r"[^\W\d_]+")
LATIN, CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")
SENTENCE_END = re.compile(r"[.!?…](?=\s)")


def strings() -> list[tuple[str, str]]:
    """Each text of the glossary, with whose it is."""
    return [
        (f"{term.id}, {lang}", text)
        for term in TERMS
        for lang in LANGUAGES
        for text in (term.of(lang).term, term.of(lang).means, *term.avoid.of(lang))
    ]


def test_there_are_enough_terms() -> None:
    counts = Counter(term.area for term in TERMS)
    assert len(TERMS) >= 250
    assert counts["robotics"] >= 100
    assert counts["programming"] >= 80
    assert counts["competitions"] >= 45


def test_the_terms_are_in_order() -> None:
    order = [(term.area, term.id) for term in TERMS]
    assert order == sorted(order)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_means_one_thing_in_its_area(lang: str) -> None:
    counts = Counter((term.area, term.of(lang).term.casefold()) for term in TERMS)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_definition_is_one_sentence(lang: str) -> None:
    for term in TERMS:
        means = term.of(lang).means
        assert means.endswith("."), (term.id, means)
        assert not SENTENCE_END.search(means), (term.id, means)
        assert means == " ".join(means.split()), (term.id, means)
        assert means[0] == means[0].upper(), (term.id, means)
        assert 4 <= len(WORDS.findall(means)) <= 40, (term.id, means)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_definition_does_not_begin_with_its_term(lang: str) -> None:
    for term in TERMS:
        wording = term.of(lang)
        begins = re.match(rf"(?:an? |the )?{re.escape(wording.term)}\b", wording.means, re.IGNORECASE)
        assert not begins, (term.id, wording.means)


def test_no_two_definitions_are_the_same() -> None:
    counts = Counter(term.of(lang).means.casefold() for term in TERMS for lang in LANGUAGES)
    assert [text for text, count in counts.items() if count > 1] == []


def test_each_language_has_its_own_letters() -> None:
    everything = {lang: " ".join(term.of(lang).means for term in TERMS).lower() for lang in LANGUAGES}
    assert set(everything["kk"]) >= OWN_LETTERS["kk"] - {"һ"}  # rare
    assert not set(everything["ru"]) & OWN_LETTERS["kk"]
    assert not CYRILLIC.search(everything["en"])
    for term in TERMS:
        for lang in ("ru", "kk"):
            assert CYRILLIC.search(term.of(lang).means), term.id


def test_no_word_mixes_alphabets() -> None:
    """A Latin `o` in a Cyrillic word looks right and is found by no search."""
    for whose, text in strings():
        mixed = [word for word in LETTERS.findall(text) if LATIN.search(word) and CYRILLIC.search(word)]
        assert mixed == [], whose
        alone = re.findall(r"(?<![\w`.-])[acopxyi](?![\w`.-])", text) if not whose.endswith("en") else []
        assert alone == [], f"{whose}: a Latin letter alone"


def test_what_is_avoided_is_written_as_it_is_searched() -> None:
    for term in TERMS:
        for lang in LANGUAGES:
            for word in term.avoid.of(lang):
                assert word == word.strip().lower(), (term.id, word)
                assert word not in term.of(lang).term.lower(), (term.id, word)


def wrong_names(lang: str, own: Iterable[tuple[str, str]], mixed: Iterable[tuple[str, str]]) -> list[str]:
    """Where texts of that language, or pages that have it among others, call a thing by a name to avoid; and its name.

    In a page of several languages another one may well use a word without letters of this language's own.
    """
    names: dict[str, list[str]] = {}
    for term in TERMS:
        for word in term.avoid.of(lang):
            names.setdefault(word, []).append(term.of(lang).term)
    own_words = [word for word in names if set(word) & OWN_LETTERS[lang]]
    found = [(where, word) for where, text in own for word in names if word in text.lower()]
    found += [(where, word) for where, text in mixed for word in own_words if word in text.lower()]
    return [f"{where}: {word}: {'; '.join(names[word])}" for where, word in dict.fromkeys(found)]


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_thing_has_one_name(lang: str) -> None:
    """Texts call a thing by the name that the glossary gives it; `avoid` lists the names that it has elsewhere."""
    assert wrong_names(lang, texts(lang), mixed_texts()) == []


def test_a_wrong_name_is_noticed() -> None:
    assert wrong_names("kk", [("a", "Бағдарламаны жаз"), ("b", "программа")], []) == ["a: бағдарлама: программа"]
    assert wrong_names("kk", [], [("a", "Бағдарлама, папка")]) == ["a: бағдарлама: программа"]
    assert wrong_names("kk", [("a", "Қозғалтқыш")], []) == ["a: қозғалтқыш: мотор; физикалық есептеу кітапханасы"]
    assert wrong_names("ru", [("a", "Сенсор")], [("b", "Сенсор")]) == ["a: сенсор: датчик"]
    assert wrong_names("en", [], [("a", "an umpire")]) == ["a: umpire: referee"]


def test_texts_of_all_kinds_are_read() -> None:
    for lang in LANGUAGES:
        assert len(pages(lang)) > 25
        where = {place.split(",")[0] for place, _ in texts(lang)}
        assert {"docs/faults.md", "docs/reference/imported-rules.md", "glossary.toml"} <= where
        assert {"curriculum/tasks/line-sprint/task.toml", f"curriculum/tasks/line-sprint/text/{lang}.md"} <= where
    assert len(list(mixed_texts())) >= 5


WRITTEN = """
[[term]]
id = "wheel"
area = "robotics"
ru = { term = "колесо", means = "На нём едут." }
kk = { term = "доңғалақ", means = "Онымен жүреді." }
en = { term = "wheel", means = "What one rolls on." }
"""


@pytest.mark.parametrize(
    ("changed", "told", "line", "key"),
    [
        (("id =", "idd ="), "key-unknown-near", 3, "term[1].idd"),
        (('"robotics"', '"robotic"'), "value-choice-near", 4, "term[1].area"),
        ((', means = "Онымен жүреді."', ""), "key-missing", 6, "term[1].kk.means"),
        (("en = {", "avoid = { de = [] }\nen = {"), "key-unknown", 7, "term[1].avoid.de"),
    ],
)
def test_a_fault_of_the_file_is_told_with_line_and_key(
    tmp_path: Path, changed: tuple[str, str], told: str, line: int, key: str
) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(WRITTEN.replace(*changed), encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        load_glossary(path)
    fault = caught.value
    assert (fault.message_id, fault.line, fault.key) == (told, line, key)


def test_an_id_is_given_once(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    assert [term.id for term in load_glossary(path)] == ["wheel"]
    path.write_text(WRITTEN + WRITTEN, encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        load_glossary(path)
    assert (caught.value.message_id, caught.value.line) == ("name-twice", 10)
