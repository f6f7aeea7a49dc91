"""What a program's own exceptions are explained as. Both interpreters' texts are theirs, word for word."""

from pathlib import Path

import pytest
from marshrut.simulator.board_flash import board_modules
from marshrut.simulator.fault_codes import CODES
from marshrut.simulator.hints import Hint, hint, where
from marshrut.simulator.hints.robot_pieces import told_piece
from marshrut.simulator.messages import LANGUAGES, has

BOARD_MODULES = ("asyncio", "machine", "math", "random", "rover", "time")

# class on CPython, its text; class on MicroPython, its text; the line; message id; some of its parameters
RUNTIME_ERRORS = [
    ("NameError", "name 'spede' is not defined", "NameError", "name 'spede' isn't defined",
     "rover.drive.straight(spede)", "hint-name-near", {"name": "spede", "near": "speed"}),
    ("NameError", "name 'zzz' is not defined", "NameError", "name 'zzz' isn't defined", "zzz", "hint-name",
     {"name": "zzz"}),
    ("NameError", "name 'pritn' is not defined", "NameError", "name 'pritn' isn't defined", "pritn(1)",
     "hint-name-near", {"near": "print"}),
    ("AttributeError", "'DriveBase' object has no attribute 'strait'", "AttributeError",
     "'DriveBase' object has no attribute 'strait'", "rover.drive.strait(3)", "hint-attribute-near",
     {"name": "strait", "near": "straight"}),
    ("AttributeError", "'PID' object has no attribute 'colour'", "AttributeError",
     "'PID' object has no attribute 'colour'", "pid.colour", "hint-attribute-known", {"owner": "PID"}),
    ("AttributeError", "'NoneType' object has no attribute 'stop'", "AttributeError",
     "'NoneType' object has no attribute 'stop'", "x.stop()", "hint-none", {"name": "stop"}),
    ("AttributeError", "'int' object has no attribute 'qwerty'", "AttributeError",
     "'int' object has no attribute 'qwerty'", "x.qwerty", "hint-attribute", {"name": "qwerty"}),
    ("ModuleNotFoundError", "No module named 'rovr'", "ImportError", "no module named 'rovr'", "import rovr",
     "hint-import-near", {"name": "rovr", "near": "rover"}),
    ("ModuleNotFoundError", "No module named 'numpy'", "ImportError", "no module named 'numpy'", "import numpy",
     "hint-import-known", {"known": "asyncio, machine, math, random, rover, time"}),
    ("ModuleNotFoundError", "No module named 'rp2'", "ImportError", "no module named 'rp2'", "import rp2",
     "hint-import-board", {"name": "rp2", "chip": "Pico", "board": "pico_rover"}),
    ("ModuleNotFoundError", "No module named 'esp32'", "ImportError", "no module named 'esp32'", "import esp32",
     "hint-import-board", {"name": "esp32", "chip": "ESP32", "board": "esp32_rover"}),
    ("ImportError", "cannot import name 'Rovr' from 'rover' (/lib/rover/__init__.py)", "ImportError",
     "can't import name Rovr", "from rover import Rovr", "hint-import-name-near", {"near": "Rover"}),
    ("ImportError", "cannot import name 'qwerty' from 'time' (unknown location)", "ImportError",
     "can't import name qwerty", "from time import qwerty", "hint-import-name", {"name": "qwerty"}),
    ("TypeError", "f() takes 1 positional argument but 2 were given", "TypeError",
     "f() takes 1 positional arguments but 2 were given", "f(1, 2)", "hint-arguments", {"wanted": 1, "got": 2}),
    ("TypeError", "M.run() takes 2 positional arguments but 3 were given", "TypeError",
     "run() takes 2 positional arguments but 3 were given", "M().run(1, 2)", "hint-arguments", {"wanted": 1, "got": 2}),
    ("TypeError", "f() takes from 1 to 2 positional arguments but 3 were given", "TypeError",
     "f() takes 2 positional arguments but 3 were given", "while f(1, 2, 3):", "hint-arguments",
     {"wanted": 2, "got": 3}),
    ("TypeError", "f() missing 1 required positional argument: 'b'", "TypeError",
     "f() takes 2 positional arguments but 1 were given", "f(1)", "hint-arguments-missing", {"count": 1}),
    ("TypeError", "len() takes exactly one argument (0 given)", "TypeError",
     "function takes 1 positional arguments but 0 were given", "len()", "hint-arguments-missing", {"count": 1}),
    ("TypeError", "int() takes at most 2 arguments (4 given)", "TypeError",
     "function expected at most 2 arguments, got 4", "int(1, 2, 3, 4)", "hint-arguments", {"wanted": 2, "got": 4}),
    ("TypeError", "f() got an unexpected keyword argument 'b'", "TypeError", "unexpected keyword argument 'b'",
     "f(b=2)", "hint-keyword", {"name": "b"}),
    ("TypeError", "unsupported operand type(s) for +: 'int' and 'str'", "TypeError",
     "unsupported types for __add__: 'int', 'str'", "1 + 'a'", "hint-operands", {"left": "int", "right": "str"}),
    ("TypeError", 'can only concatenate str (not "int") to str', "TypeError",
     "unsupported types for __add__: 'str', 'int'", "'a' + 1", "hint-operands", {}),
    ("TypeError", "'<' not supported between instances of 'int' and 'str'", "TypeError",
     "unsupported types for __lt__: 'int', 'str'", "1 < 'a'", "hint-operands", {"left": "int", "right": "str"}),
    ("TypeError", "unsupported operand type(s) for +: 'NoneType' and 'int'", "TypeError",
     "unsupported types for __add__: 'NoneType', 'int'", "x + 1", "hint-none-used", {}),
    ("TypeError", "'int' object is not callable", "TypeError", "'int' object isn't callable", "x()",
     "hint-not-callable", {"kind": "int"}),
    ("TypeError", "'NoneType' object is not callable", "TypeError", "'NoneType' object isn't callable", "x()",
     "hint-none-used", {}),
    ("TypeError", "'int' object is not subscriptable", "TypeError", "'int' object isn't subscriptable", "x[0]",
     "hint-not-indexable", {"kind": "int"}),
    ("TypeError", "'int' object does not support item assignment", "TypeError",
     "'int' object doesn't support item assignment", "x[0] = 1", "hint-not-indexable", {"kind": "int"}),
    ("TypeError", "'int' object is not iterable", "TypeError", "'int' object isn't iterable", "for i in 3:",
     "hint-not-iterable", {"kind": "int"}),
    ("TypeError", "'str' object cannot be interpreted as an integer", "TypeError", "can't convert str to int",
     "range('a')", "hint-not-a-number", {"kind": "str"}),
    ("TypeError", "bad operand type for abs(): 'str'", "TypeError", "unsupported type for __abs__: 'str'", "abs('a')",
     "hint-not-a-number", {"kind": "str"}),
    ("ZeroDivisionError", "division by zero", "ZeroDivisionError", "divide by zero", "1 / 0", "hint-zero", {}),
    ("IndexError", "list index out of range", "IndexError", "list index out of range", "x[9]", "hint-index", {}),
    ("IndexError", "pop from empty list", "IndexError", "pop from empty list", "x.pop()", "hint-list-empty", {}),
    ("KeyError", "'left'", "KeyError", "left", "x['left']", "hint-key", {"key": "left"}),
    ("ValueError", "invalid literal for int() with base 10: 'abc'", "ValueError",
     "invalid syntax for integer with base 10: 'abc'", "int('abc')", "hint-number", {}),
    ("ValueError", "could not convert string to float: 'abc'", "ValueError", "invalid syntax for number",
     "float('abc')", "hint-number", {}),
    ("ValueError", "math domain error", "ValueError", "math domain error", "sqrt(-1)", "hint-math-domain", {}),
    ("ValueError", "not enough values to unpack (expected 2, got 1)", "ValueError", "need more than 1 values to unpack",
     "a, b = x", "hint-unpack", {}),
    ("RecursionError", "maximum recursion depth exceeded", "RuntimeError", "maximum recursion depth exceeded", "f()",
     "hint-recursion", {}),
    ("OSError", "[Errno 2] ENOENT: 'map.txt'", "OSError", "[Errno 2] ENOENT: map.txt", "open('map.txt')",
     "hint-flash-missing", {"named": 1, "name": "map.txt"}),
    ("OSError", "[Errno 28] ENOSPC", "OSError", "[Errno 28] ENOSPC", "f.write(x)", "hint-flash-full", {"named": 0}),
    ("OSError", "[Errno 19] ENODEV", "OSError", "19", "sensor.read()", "hint-device", {}),
    ("MemoryError", "", "MemoryError", "memory allocation failed, allocating 4096 bytes", "x = [0] * n", "hint-memory",
     {}),
    ("EOFError", "", "EOFError", "", "input()", "hint-input", {}),
    ("KeyboardInterrupt", "", "KeyboardInterrupt", "", "sleep(1)", "hint-stopped", {}),
    ("AssertionError", "too near", "AssertionError", "too near", "assert x", "hint-raised-text",
     {"cls": "AssertionError", "text": "too near"}),
    ("StopIteration", "", "StopIteration", "", "next(x)", "hint-raised", {"cls": "StopIteration"}),
]  # fmt: skip


@pytest.mark.parametrize("case", RUNTIME_ERRORS, ids=[f"{case[0]}: {case[4]}" for case in RUNTIME_ERRORS])
def test_both_interpreters_get_the_same_hint(case: tuple[str, str, str, str, str, str, dict[str, object]]) -> None:
    cpython, cpython_text, micropython, micropython_text, line, message_id, params = case
    source = "speed = 300\n" + line
    for cls, text in ((cpython, cpython_text), (micropython, micropython_text)):
        found = hint(cls, text, line, source, BOARD_MODULES)
        assert found.message_id == message_id, text
        assert params.items() <= found.params.items()
        assert_told(found)


def test_a_local_variable_is_named_where_the_interpreter_names_it() -> None:
    cpython = hint("UnboundLocalError", "cannot access local variable 'x' where it is not associated with a value")
    assert (cpython.message_id, cpython.params) == ("hint-name-local-named", {"name": "x"})
    assert hint("NameError", "local variable referenced before assignment").message_id == "hint-name-local"


@pytest.mark.parametrize(
    ("text", "owner", "near"),
    [
        ("'I2C' object has no attribute 'scann'", "I2C", "scan"),
        ("'SoftI2C' object has no attribute 'readfrm'", "SoftI2C", "readfrom"),
        ("type object 'Pin' has no attribute 'OUTT'", "Pin", "OUT"),
        ("type object 'UART' has no attribute 'INV_TXX'", "UART", "INV_TX"),
        ("'PWM' object has no attribute 'duty_u61'", "PWM", "duty_u16"),
        ("'WLAN' object has no attribute 'isconected'", "WLAN", "isconnected"),
        ("module 'machine' has no attribute 'Pinn'", "machine", "Pin"),
        ("module 'time' has no attribute 'sleep_mss'", "time", "sleep_ms"),
    ],
)
def test_a_slip_in_a_name_of_the_board_is_told_with_the_near_one(text: str, owner: str, near: str) -> None:
    found = hint("AttributeError", text, "x", "x\n")
    assert found.message_id == "hint-attribute-of-near"
    assert (found.params["owner"], found.params["near"]) == (owner, near)
    assert_told(found)


def test_names_of_the_board_that_are_near_to_nothing() -> None:
    known = hint("AttributeError", "'I2C' object has no attribute 'qwerty'").params["known"]
    assert "scan" in str(known) and "_" + "transfer" not in str(known)
    assert hint("AttributeError", "module 'machine' has no attribute 'qwerty'").message_id == "hint-attribute"
    own = hint("AttributeError", "'Timer' object has no attribute 'qwerty'", "", "class Timer:\n    pass\n")
    assert own.message_id == "hint-attribute"


def test_a_slip_in_an_imported_name_of_the_board() -> None:
    for text in ("cannot import name 'Pinn' from 'machine' (machine.py)", "can't import name Pinn"):
        assert hint("ImportError", text, "from machine import Pinn").params["near"] == "Pin"


def test_a_missing_module_is_not_drowned_in_all_that_are_there() -> None:
    modules = board_modules("esp32_rover")
    known = str(hint("ImportError", "no module named 'numpy'", modules=modules).params["known"])
    assert known.startswith("rover, machine, time") and known.endswith("…") and known.count(",") < 8
    assert hint("ImportError", "no module named 'neopixl'", modules=modules).params["near"] == "neopixel"


BOARD_ERRORS = [
    ("ValueError", "invalid pin", "led = Pin(99, Pin.OUT)", "hint-pin", {"named": 1, "pin": "99"}),
    ("ValueError", "invalid pin", "bus = I2C(0, scl=Pin(21), sda=Pin(99))", "hint-pin", {"named": 0}),
    ("ValueError", "invalid pin", "light = ADC(Pin(5))", "hint-pin-adc", {"pin": "5"}),
    ("ValueError", "Pin doesn't have ADC capabilities", "light = ADC(5)", "hint-pin-adc", {"pin": "5"}),
    ("ValueError", 'unknown named pin "LAMP"', "Pin('LAMP')", "hint-pin", {"pin": "LAMP"}),
    ("ValueError", "pin can only be input", "PWM(Pin(34), freq=50)", "hint-pin-input", {"pin": "34"}),
    ("ValueError", "expecting a regular GPIO Pin", "PWM(Pin('LED'), freq=50)", "hint-pin-external", {}),
    ("ValueError", "pulls are not supported for external pins", "Pin('LED', 0, 1)", "hint-pin-external", {}),
    ("ValueError", "only Pin.OUT and Pin.IN are supported for this pin", "Pin('LED', 2)", "hint-pin-external", {}),
    ("ValueError", "I2C(5) doesn't exist", "I2C(5)", "hint-unit", {"kind": "I2C", "number": "5"}),
    ("ValueError", "Timer doesn't exist", "Timer(0)", "hint-timer-number", {}),
    ("ValueError", "Timer(9) doesn't exist, there are only 4 hardware timers", "Timer(9)", "hint-timer-number", {}),
    ("ValueError", "Timer period is too short for this timer", "t.init(period=0)", "hint-timer-period", {}),
    ("ValueError", "bad SCL pin", "I2C(0, scl=Pin(4))", "hint-bus-pin", {"signal": "SCL"}),
    ("ValueError", "freq too large", "PWM(Pin(2), freq=10 ** 9)", "hint-pwm-frequency", {}),
    ("ValueError", "duty_u16 must be from 0 to 65535", "p.duty_u16(70000)", "hint-range",
     {"name": "duty_u16", "most": "65535"}),
    ("RuntimeError", "out of PWM timers:8", "PWM(Pin(2), freq=n)", "hint-pwm-full", {}),
    ("NotImplementedError", "DAC is not simulated; it works on a real board", "DAC(25)", "hint-not-simulated",
     {"name": "DAC"}),
    ("OSError", "I2C operation not supported", "bus.start()", "hint-soft-i2c", {}),
    ("OSError", "Wifi Not Started", "wlan.scan()", "hint-radio-start", {}),
    ("OSError", "there is no Bluetooth in the simulator: the radio is off", "ble.active(True)", "hint-radio", {}),
    ("OSError", "[Errno 118] EHOSTUNREACH", "s.connect(where)", "hint-radio", {}),
    ("OSError", "118", "s.connect(where)", "hint-radio", {}),
    ("OSError", "-2", "socket.getaddrinfo('a.b', 80)", "hint-radio", {}),
]  # fmt: skip


@pytest.mark.parametrize("case", BOARD_ERRORS, ids=[f"{case[1]}: {case[2]}" for case in BOARD_ERRORS])
def test_what_the_board_complains_of_is_told_with_advice(case: tuple[str, str, str, str, dict[str, object]]) -> None:
    cls, text, line, message_id, params = case
    found = hint(cls, text, line, line)
    assert found.message_id == message_id
    assert params.items() <= found.params.items()
    assert all(text not in found.tell(lang) and has(lang, message_id + ".try") for lang in LANGUAGES)
    assert_told(found)


WIRED = "from machine import I2C, Pin\nbus = I2C(0, sda=Pin(21), scl=Pin(16))\nADDRESS = 0x69\n"


@pytest.mark.parametrize(
    "text", ["[Errno 19] ENODEV", "[Errno 5] EIO", "[Errno 116] ETIMEDOUT", "[Errno 110] ETIMEDOUT"]
)
def test_an_i2c_call_without_an_answer_names_address_and_pins_as_far_as_it_knows(text: str) -> None:
    by_number = hint("OSError", text, "bus.readfrom_mem(0x69, 0, 1)", WIRED)
    by_name = hint("OSError", text, "bus.writeto(ADDRESS, b'a')", WIRED)
    assert by_number == by_name
    told = by_name.tell("en")
    assert told.startswith("Nobody answers at the address 0x69 on sda 21 / scl 16. ") and "i2c.scan()" in told
    in_driver = hint("OSError", text, "self.bus.writeto(self.address, b'a')", "import time\n", sources=[WIRED])
    assert in_driver.tell("en").startswith("Nobody answers on sda 21 / scl 16. ")
    assert hint("OSError", text, "bus.writeto(n, b'')", "").tell("en").startswith("Nobody answers on the I2C bus. ")
    assert_told(by_name)
    assert_told(in_driver)


@pytest.mark.parametrize("text", ["the I2C is not there", "sensor 19 lost", "2 of 3 files", "(2, 'lost')"])
def test_a_number_in_a_sentence_is_no_error_number(text: str) -> None:
    assert hint("OSError", text).message_id == "hint-raised-text"


SYNTAX_ERRORS = [
    ("while True\n    pass\n", "hint-syntax-colon", 1, {"word": "while"}),
    ("x = 1\nprint((x)\ny = 2\n", "hint-syntax-bracket", 2, {"bracket": "("}),
    ("print(1))\n", "hint-syntax-bracket", 1, {"bracket": ")"}),
    ("print('a)\n", "hint-syntax-quote", 1, {}),
    ("if x = 3:\n    pass\n", "hint-syntax-equals", 1, {}),
    ("3 = x\n", "hint-syntax-assign", 1, {}),
    ("if 1:\nprint(1)\n", "hint-indent-missing", 2, {}),
    ("x = 1\n  y = 2\n", "hint-indent-extra", 2, {}),
    ("if 1:\n    x = 1\n  y = 2\n", "hint-indent-uneven", 3, {}),
    ("if 1:\n    x = 1\n\ty = 2\n", "hint-tabs", 3, {}),
    ("x = = 3\n", "hint-syntax", 1, {}),
    ("print(50%%2)\n", "hint-syntax-sign", 1, {"wrong": "%%", "right": "%"}),
    ("if x => 3:\n    pass\n", "hint-syntax-sign", 1, {"wrong": "=>", "right": ">="}),
    ("if a && b:\n    pass\n", "hint-syntax-sign", 1, {"wrong": "&&", "right": "and"}),
    ('print "hi"\n', "hint-syntax-call", 1, {"name": "print"}),
    ("rover.drive.straight 100\n", "hint-syntax-call", 1, {"name": "rover.drive.straight"}),
    ("rover.drive straight(100)\n", "hint-syntax-dot", 1, {"whole": "rover.drive", "part": "straight"}),
    ("rover.drive.straight(−50)\n", "hint-syntax-sign", 1, {"wrong": "−", "right": "-"}),
    ("print(“далеко”)\n", "hint-syntax-sign", 1, {"wrong": "“", "right": '"'}),
    ("if 1:\n    pass\nelse if 2:\n    pass\n", "hint-syntax-else-if", 3, {}),
    ("if 1:\n    pass\nelseif 2:\n    pass\n", "hint-syntax-else-if", 3, {}),
    ("If 1:\n    pass\n", "hint-syntax-small", 1, {"word": "If", "small": "if"}),
    ("def f(x)\n    pass\n", "hint-syntax-colon", 1, {"word": "def"}),
    ("print('a && b'\n", "hint-syntax-bracket", 1, {"bracket": "("}),
]


@pytest.mark.parametrize(("source", "message_id", "line", "params"), SYNTAX_ERRORS)
def test_what_cannot_be_read(source: str, message_id: str, line: int, params: dict[str, object]) -> None:
    found = hint("SyntaxError", "invalid syntax", source.splitlines()[-1], source)
    assert (found.message_id, found.line, found.params) == (message_id, line, params)
    assert_told(found)


@pytest.mark.parametrize(
    ("cls", "text", "line", "message_id"),
    [
        ("IndentationError", "unexpected indent", "  y = 2", "hint-indent-extra"),
        ("IndentationError", "unindent doesn't match any outer indent level", "  y = 2", "hint-indent-uneven"),
        ("SyntaxError", "invalid syntax", "if x > 3", "hint-syntax-colon"),
        ("SyntaxError", "can't assign to expression", "3 = x", "hint-syntax-assign"),
        ("SyntaxError", "'return' outside function", "return 3", "hint-syntax-outside"),
        ("SyntaxError", "'break'/'continue' outside loop", "break", "hint-syntax-outside"),
        ("SyntaxError", "'await' outside function", "await x()", "hint-async-await"),
        ("SyntaxError", "'await' outside async function", "await x()", "hint-async-await"),
        ("SyntaxError", "invalid syntax", "", "hint-syntax"),
    ],
)
def test_without_the_source_micropythons_text_must_do(cls: str, text: str, line: str, message_id: str) -> None:
    found = hint(cls, text, line)
    assert (found.message_id, found.line) == (message_id, 0)
    assert_told(found)


def robot_errors() -> dict[str, str]:
    """One error of each code, as the robot's own runtime words it."""
    table: dict[str, object] = {}
    source = Path(__file__).parents[2] / "lib" / "rover" / "errors.py"
    exec(compile(source.read_text(encoding="utf-8"), "errors.py", "exec"), table)
    make = table["RoverError"]
    codes = table["_CODES"]
    return {code: str(make(code, "Motor left", "in2", 39, "0 to 600 mm/s")) for code in codes}  # type: ignore[attr-defined, operator]


def test_the_robots_own_errors_keep_their_code_and_their_parts_in_each_language() -> None:
    for code, text in robot_errors().items():
        found = hint("RoverError", text)
        assert found.message_id == f"hint-robot-{code.lower()}", text
        assert found.tell("en") == text
        for lang in ("ru", "kk"):
            told = found.tell(lang)
            assert told != text and told.endswith(f"[{code}]")
            assert all(told_piece(lang, str(value)) in told or str(value) in told for value in found.params.values())


@pytest.mark.parametrize(
    ("text", "line", "ru", "kk", "en"),
    [
        ("distance is -20000 to 20000 mm; got '300' [R02]", 'rover.drive.straight("300")',
         "число от -20000 до 20000 мм, а получено '300' — это текст. Нужно написать 300 без кавычек. [R02]",
         "-20000 … 20000 мм аралығындағы сан, ал берілгені '300' — бұл мәтін. 300 деп тырнақшасыз жазу керек. [R02]",
         "got '300', and that is a text. Write 300 without quotes. [R02]"),
        ("distance is -20000 to 20000 mm; got '1,5' [R02]", 'rover.drive.straight("1,5")',
         "Нужно написать 1.5 без кавычек. [R02]", "1.5 деп тырнақшасыз", "Write 1.5 without quotes. [R02]"),
        ("then is one of hold, brake, stop; got 5 [R02]", "rover.drive.straight(1,5)",
         "Если это одно число, нужно написать 1.5. Сейчас 5 попало в then, где может быть hold, brake или stop. [R02]",
         "1.5 деп жазу керек. Қазір 5 мәні then орнына түсті",
         "write 1.5. Now 5 came to then, which is one of hold, brake, stop. [R02]"),
        ("distance is 20 to 4000 mm; got <bound method X.distance of <X object at 0x1>> [R02]", "go(x.distance)",
         "а получена команда без скобок.", "жақшасыз команда.", "got a command without brackets."),
        ("distance is 20 to 4000 mm; got <bound_method 19 <X object at 1>.<function distance at 0x1>> [R02]", "",
         "а получена команда без скобок.", "жақшасыз команда.", "got a command without brackets."),
        ("then is one of hold, brake, stop; got 'halt' [R02]", "rover.drive.straight(1, 'halt')",
         "then: здесь может быть hold, brake или stop, а получено 'halt' [R02]", "ал берілгені 'halt' [R02]",
         "then is one of hold, brake, stop; got 'halt' [R02]"),
    ],
)  # fmt: skip
def test_a_value_that_shows_what_went_wrong(text: str, line: str, ru: str, kk: str, en: str) -> None:
    found = hint("RoverError", text, line)
    for lang, words in (("ru", ru), ("kk", kk), ("en", en)):
        assert words in found.tell(lang)


@pytest.mark.parametrize(
    "text",
    [
        "function takes 1 positional arguments but 2 were given",
        "sleep() takes 1 positional argument but 2 were given",
        "sleep expected at most 1 argument, got 2",
    ],
)
def test_a_comma_in_a_decimal_number(text: str) -> None:
    found = hint("TypeError", text, "sleep(0,5)")
    assert found.params == {"wanted": 1, "got": 2, "number": "0.5"}
    assert found.tell("ru").endswith("написать его с точкой: 0.5. [P30]")
    assert hint("TypeError", text, "sleep(0, x)").message_id == "hint-arguments"


def test_true_is_written_with_a_capital_letter() -> None:
    for text in ("name 'true' is not defined", "name 'true' isn't defined"):
        assert hint("NameError", text, "x = true", "x = true").params["near"] == "True"


def test_an_error_of_the_robot_that_nobody_knows_passes_through() -> None:
    text = "Gripper: the door is open. Close it. [R77]"
    assert all(hint("RoverError", text).tell(lang) == text for lang in LANGUAGES)


def test_a_hint_stands_behind_its_place() -> None:
    found = hint("NameError", "name 'spede' is not defined", "go(spede)", "speed = 3")
    told = found.tell("en", where("en", "main.py", 3, "go(spede)"))
    assert (
        told == "main.py, line 3, `go(spede)`: The program does not know the name `spede`. Did you mean `speed`? [P20]"
    )


def assert_told(found: Hint) -> None:
    """Every language has the sentence, and none shows an interpreter's words for the fault or an empty place."""
    for lang in LANGUAGES:
        told = found.tell(lang)
        assert CODES[found.message_id] in told
        assert "{" not in told and "None" not in told.replace("None, ", "")


@pytest.mark.parametrize(
    ("cls", "text", "source", "letter", "near"),
    [
        ("NameError", "name 'rоver' is not defined", "rоver.stop()\n", "о", "rover"),
        ("NameError", "name 'speed' isn't defined", "sреed = 100\nprint(speed)\n", "р", "speed"),
        ("AttributeError", "'DriveBase' object has no attribute 'strаight'", "", "а", "straight"),
    ],
)
def test_a_letter_that_only_looks_latin_is_named(cls: str, text: str, source: str, letter: str, near: str) -> None:
    found = hint(cls, text, source=source)
    assert (found.message_id, found.params["letter"], found.params["near"]) == ("hint-letters", letter, near)


def test_a_name_in_russian_is_no_slip_of_the_keyboard() -> None:
    assert hint("NameError", "name 'скорость' is not defined").message_id == "hint-letters-cyrillic"


MADE = "from rover import Rover\nrover = Rover()\n"


@pytest.mark.parametrize(
    ("cls", "text", "source", "message_id", "words"),
    [
        ("NameError", "name 'button' isn't defined", MADE + "rover,button.wait_pressed()", "hint-name-comma",
         ["запятая", "rover.button"]),
        ("NameError", "name 'rover' isn't defined", "rover.stop()", "hint-name-robot-lines",
         ["from rover import Rover", "rover = Rover()"]),
        ("NameError", "name 'rover' isn't defined", "from rover import Rover\nrover.stop()", "hint-name-robot-made",
         ["написать rover = Rover()"]),
        ("NameError", "name 'Rover' isn't defined", "rover = Rover()", "hint-name-import",
         ["написать from rover import Rover"]),
        ("NameError", "name 'ровер' isn't defined", MADE + "ровер.stop()", "hint-letters-cyrillic-near",
         ["кириллицей", "написать rover."]),
        ("NameError", "name 'кщмук' isn't defined", MADE + "кщмук.stop()", "hint-letters-cyrillic-near",
         ["написать rover."]),
        ("AttributeError", "'Rover' object has no attribute 'драйв'", MADE + "rover.драйв.stop()",
         "hint-letters-cyrillic-near", ["написать drive."]),
        ("NameError", "name 'roverdrive' isn't defined", MADE + "roverdrive.stop()", "hint-name-dot", ["rover.drive"]),
        ("AttributeError", "'Rover' object has no attribute 'drivestraight'", MADE + "rover.drivestraight(400)",
         "hint-name-dot", ["написать drive.straight"]),
        ("NameError", "name 'l00' isn't defined", MADE + "rover.drive.straight(l00)", "hint-letters-digits",
         ["написать 100"]),
        ("SyntaxError", "invalid syntax", MADE + "rover.drive.straight(4ОО)", "hint-letters-digits",
         ["«О»", "написать 400"]),
        ("SyntaxError", "invalid syntax", MADE + "rover.drive.straight{400}", "hint-syntax-round",
         ["написать rover.drive.straight(400)"]),
        ("SyntaxError", "invalid syntax", MADE + "rover.drive.straight(400) rover.drive.turn(90)  # дальше",
         "hint-syntax-two", ["две команды", "rover.drive.turn(90)"]),
        ("SyntaxError", "invalid syntax", MADE + "rover drive.straight(400)", "hint-syntax-dot",
         ["rover.drive.straight(…)"]),
        ("TypeError", "function takes 2 positional arguments but 1 were given", MADE + "rover.drive.straight()",
         "hint-arguments-missing-example", ["например rover.drive.straight(200)"]),
    ],
)  # fmt: skip
def test_what_beginners_write_is_answered_with_what_they_meant(
    cls: str, text: str, source: str, message_id: str, words: list[str]
) -> None:
    line = source.splitlines()[-1]
    found = hint(cls, text, line, source, BOARD_MODULES, number=len(source.splitlines()))
    assert found.message_id == message_id
    assert all(word in found.tell("ru") for word in words)
    assert_told(found)


def test_a_name_in_cyrillic_may_be_the_programs_own() -> None:
    found = hint("NameError", "name 'скорост' isn't defined", "print(скорост)", "скорость = 5\nprint(скорост)")
    assert (found.message_id, found.params["near"]) == ("hint-name-near", "скорость")


def test_an_async_function_without_brackets() -> None:
    for text in ("a coroutine was expected, got <function main at 0x7f>", "coroutine expected"):
        assert hint("TypeError", text, "asyncio.run(main)").message_id == "hint-async-brackets"
