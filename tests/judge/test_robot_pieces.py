"""Every piece of the robot's English that can stand in an error has a telling in Russian and Kazakh."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from marshrut.simulator.hints import hint
from marshrut.simulator.hints.robot_pieces import UNITS, form_of, told_piece

LIB = Path(__file__).parents[2] / "lib" / "rover"
# Which argument of a call is a piece, and what it is.
TAKES = {
    "number": {0: "part", 4: "unit"},
    "whole": {0: "part", 4: "unit"},
    "function": {0: "part"},
    "one_of": {0: "part"},
    "refuse": {0: "part", 2: "allowed"},
    "RoverError": {1: "part", 2: "port"},
    "_refuse": {1: "part", 2: "port"},  # of pins.py
    "digital_in": {0: "part", 1: "port"},
    "digital_out": {0: "part", 1: "port"},
    "pwm_out": {0: "part", 1: "port"},
    "analog_in": {0: "part", 1: "port"},
    "Chip": {2: "part"},
    "wait": {0: "part"},
    "_need": {1: "part"},
    "_ramps": {0: "part", 3: "unit"},
}
KEYWORDS = {"part", "port", "allowed"}
# The name of a parameter, method, pin, file or class, as a program writes it: it stays as it is.
IN_CODE = re.compile(r"[a-z][a-z_0-9]*|[a-z_.]+\(\)|[A-Z][A-Z_]+|[a-z_]+\.[a-z]+|StateMachine|Telemetry|I2C|IMU")


def pieces() -> Iterator[tuple[str, str, str]]:
    """What each piece is, its English and its place; what a program fills in is a 7 there."""
    for path in sorted(LIB.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield from _defaults(node, path)
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = dict(enumerate(node.args)) if name in TAKES else {}
            found = [(kind, given[at]) for at, kind in TAKES.get(name, {}).items() if at in given]
            if name in TAKES:
                found += [(word.arg, word.value) for word in node.keywords if word.arg in KEYWORDS]
            for kind, value in found:
                for text in _texts(value):
                    yield kind, text, f"{path.name}:{node.lineno}"


def _defaults(node: ast.FunctionDef, path: Path) -> Iterator[tuple[str, str, str]]:
    """A part's name that is a parameter with a default: `name="Buzzer"`."""
    names = [arg.arg for arg in node.args.args[len(node.args.args) - len(node.args.defaults) :]]
    for name, value in zip(names, node.args.defaults, strict=True):
        if name in ("name", "who") and isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield "part", value.value, f"{path.name}:{node.lineno}"


def _texts(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in value.values)
    elif isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        for left in _texts(value.left) or ():
            right = next(_texts(value.right), "7")
            yield left + right
    elif isinstance(value, ast.IfExp):
        yield from _texts(value.body)
        yield from _texts(value.orelse)


PIECES = sorted(set(pieces()))


def test_the_search_finds_them() -> None:
    kinds = {(kind, text) for kind, text, _ in PIECES}
    for piece in (
        ("part", "the way"),
        ("unit", "mm/s"),
        ("unit", "or None"),
        ("part", "range finder"),
        ("part", "LineSensors"),
        ("port", "sensor 7"),
        ("part", "Buzzer"),
        ("part", "channel 7"),
    ):
        assert piece in kinds, piece
    assert len(PIECES) > 100


@pytest.mark.parametrize(("kind", "text", "place"), PIECES, ids=[f"{place} {text}" for _, text, place in PIECES])
def test_every_piece_is_told_in_other_words(kind: str, text: str, place: str) -> None:
    if kind == "unit":
        text = f"1 to 9 {text}" if text else "1 to 9"
        assert "unit" not in form_of(text)[1] or not form_of(text)[1]["unit"] or form_of(text)[1]["unit"] in UNITS
    if text in ("", "Motor ", "Bumper ") or (IN_CODE.fullmatch(text) and not form_of(text)[0]):
        return
    for lang in ("ru", "kk"):
        told = told_piece(lang, text)
        assert told != text, f"{place}: no telling of `{text}` in {lang}"
        assert "{" not in told and not re.search(r"\b(?:to|of|or|the|one|number|whole|deg|mm|ms)\b", told)
    assert told_piece("en", text) == text


@pytest.mark.parametrize(
    ("english", "ru", "kk"),
    [
        ("speed is 0 to 600 mm/s; got 900 [R02]",
         "speed: здесь может быть число от 0 до 600 мм/с, а получено 900 [R02]",
         "speed: рұқсат етілгені 0 … 600 мм/с аралығындағы сан, ал берілгені 900 [R02]"),
        ("after is a whole number, 0 to 86400000 ms; got '1 s' [R02]", "целое число от 0 до 86400000 мс",
         "0 … 86400000 мс аралығындағы бүтін сан"),
        ("tempo is 20 to 400 a minute; got 5 [R02]", "число от 20 до 400 в минуту", "минутына 20 … 400 рет"),
        ("radius is 1 to 5000 mm, or negative; got 0 [R02]", "от 1 до 5000 мм или такое же отрицательное", "теріс"),
        ("channel x is -1 to 1 or None; got 'a' [R02]", "канал x: здесь может быть число от -1 до 1 или None",
         "x арнасы"),
        ("the way is -20000 to 20000 mm; got 90000 [R02]", "длина пути: здесь", "жол ұзындығы:"),
        ("colour is one of blue, red, (red, green, blue); got 1 [R02]", "blue, red или (red, green, blue), а",
         "blue, red немесе (red, green, blue), ал"),
        ("LineSensors: black and white look alike on sensor 3. Put the robot over the line and calibrate again. [R07]",
         "Датчики линии: датчик 3 не отличает чёрное от белого.", "Сызық датчиктері: 3-датчик қара мен ақты"),
        ("Motor left: power is on, but its encoder on pins 18, 19 does not count. Free the wheel, or push in the cable."
         " [R17]", "Левый мотор: питание подано, а его энкодер (выводы 18 и 19) не считает.", "Сол жақ мотор: қуат"),
        ("RangeFinder does not answer on I2C address 0x29. Push its cable in. [R12]",
         "Дальномер не отвечает (адрес I2C 0x29).", "Қашықтық датчигі жауап бермейді (I2C 0x29 адресі)."),
        ("This robot has no range finder: its rover_board.py names no RANGE_FINDER [R11]", "такой части: дальномер.",
         "мұндай бөлшек жоқ: қашықтық датчигі."),
        ("Battery is low: 6400 mV (12 %). Charge it soon. [R32]", "Батарея: заряда осталось мало, 6400 мВ (12 %).",
         "Батарея: заряд аз қалды, 6400 мВ (12 %)."),
        ("Motor arm turns against its command. Look at its plugs: motor and encoder, left and right. [R18]",
         "Мотор arm крутится", "arm моторы бұйрыққа"),
        ("StateMachine has no state called battery. It has: display, servo. [R62]",
         "battery. Есть: display, servo. [R62]",
         "battery деген күй жоқ. Барлары: display, servo. [R62]"),
    ],
)  # fmt: skip
def test_an_error_of_the_robot_is_told_in_one_language(english: str, ru: str, kk: str) -> None:
    found = hint("RoverError", english)
    assert found.tell("en") == english
    assert ru in found.tell("ru")
    assert kk in found.tell("kk")


def test_a_piece_of_no_known_form_stays_as_it_is() -> None:
    assert told_piece("ru", "three of a kind") == "three of a kind"
    assert "three of a kind" in hint("RoverError", "speed is three of a kind; got 3 [R02]").tell("kk")


def test_where_a_function_is_wanted_its_name_has_no_brackets() -> None:
    found = hint("RoverError", "step is a function; got 5 [R02]")
    assert found.tell("en") == "step is a function; got 5. Write the function's name without brackets. [R02]"
    assert found.tell("ru") == (
        "step: здесь может быть функция, а получено 5. Нужно написать имя функции без скобок. [R02]"
    )
    assert "функция, ал берілгені 5" in found.tell("kk")
