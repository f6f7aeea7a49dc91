"""Slips that a program's text shows: what is told, where, and what is left alone."""

import pytest
from marshrut.simulator.fault_codes import CODES
from marshrut.simulator.hints import Hint, hint, slips
from marshrut.simulator.messages import LANGUAGES

HEAD = "from rover import Rover\nrover = Rover()\n"
ASYNC = "import asyncio\nfrom rover import Rover\nrover = Rover()\n"

# the program after HEAD; the hint, and its line in the program
SLIPS = [
    ("rover.drive.turn\n", "hint-brackets", 1),
    ("rover.drive.brake\n", "hint-brackets", 1),
    ("drive = rover.drive\ndrive.brake\n", "hint-brackets", 2),
    ("def go():\n    rover.drive.straight(100)\ngo\n", "hint-brackets", 3),
    ("if rover.button.pressed:\n    pass\n", "hint-brackets-condition", 1),
    ("while not rover.line.on_line:\n    pass\n", "hint-brackets-condition", 1),
    ("while rover.drive.done == False:\n    pass\n", "hint-brackets-condition", 1),
    ("while True:\n    if 1 < 2 and rover.bumper('front').pressed:\n        break\n", "hint-brackets-condition", 2),
    ("print(1 if rover.button.pressed else 2)\n", "hint-brackets-condition", 1),
    ("print(rover.drive.distance)\n", "hint-brackets-value", 1),
    ("print(f'{rover.drive.distance} mm')\n", "hint-brackets-value", 1),
    ("x = rover.drive.distance + 1\n", "hint-brackets-value", 1),
    ("x = rover.range.distance\nif x < 100:\n    pass\n", "hint-brackets-value", 1),
    ("x = rover.range.distance\ny = x()\nif x < 100:\n    pass\n", "hint-brackets-condition", 3),
    ("print(rover.line.read[0])\n", "hint-brackets-value", 1),
    ("for value in rover.line.read:\n    pass\n", "hint-brackets-value", 1),
    ("rover.drive.turn.wait()\n", "hint-brackets-value", 1),
    ("print(rover.bumper.pressed())\n", "hint-brackets-which", 1),
    ("rover.drive.turn = 90\n", "hint-brackets-assigned", 1),
    ("robot = Rover\nrobot.drive.straight(100)\n", "hint-class", 1),
    ("Rover.drive.straight(100)\n", "hint-class-used", 1),
    ("rover.drive.drive(200, 0)\n", "hint-ends", 1),
    ("SPEED = 200\nrover.drive.drive(SPEED)\nprint('go')\n", "hint-ends", 2),
    ("rover.left_motor.run(300)\nrover.right_motor.dc(-30)\n", "hint-ends", 2),
    ("def go():\n    rover.drive.arcade(50, 0)\ngo()\n", "hint-ends", 2),
    ("def go():\n    rover.drive.set_effort(50, 50)\nif __name__ == '__main__':\n    go()\n", "hint-ends", 2),
    ("move = rover.drive.straight(300, wait=False)\n", "hint-ends-move", 1),
    ("rover.follower.follow(200, until=lambda: rover.button.pressed)\n", "hint-brackets-value", 1),
    ("rover.follower.follow(200, until=rover.button.pressed())\n", "hint-brackets-extra", 1),
    ("async def go():\n    rover.button.wait_pressed()\n", "hint-async-wait", 2),
    ("async def go():\n    if True:\n        rover.every(20, go)\n", "hint-async-wait", 3),
    ("def go():\n    await rover.drive.straight(100)\ngo()\n", "hint-async-await", 2),
    ("async def go():\n    pass\ngo()\n", "hint-async-called", 3),
    ("import asyncio\nasync def go():\n    asyncio.sleep_ms(5)\nasyncio.run(go())\n", "hint-async-sleep", 3),
]  # fmt: skip

# A method that is handed on, an alias that is called, an end that stands, a name that may be another's
FINE = [
    "rover.telemetry.add('x', rover.left_motor.angle)\n",
    "rover.follower.follow(200, until=rover.button.pressed)\n",
    "machine = StateMachine()\nmachine.state('end', enter=rover.drive.brake)\n",
    "def step():\n    pass\nrover.every(20, step)\n",
    "turn = rover.drive.turn\nturn(90)\n",
    "def done():\n    return rover.button.pressed\n",
    "asks = [rover.button.pressed, rover.button.released]\nwhile not asks[0]():\n    pass\n",
    "ask = rover.button.pressed or None\n",
    "if rover.drive.brake == rover.drive.stop:\n    pass\n",
    "ask = rover.button.pressed\nif ask is not None:\n    ask()\n",
    "rover.drive\nrover.imu\n",
    "todo = None\ndef go():\n    pass\ntodo = go\nif todo:\n    todo()\n",
    "action = None\naction = rover.led.on\nwhile not action:\n    action()\n",
    "def go():\n    pass\nprint(go.__name__, rover.drive.turn.__name__)\n",
    "class My(Rover):\n    def stop(self):\n        Rover.stop(self)\n",
    "rover.follower.follow(200, until=lambda: rover.button.pressed())\n",
    "async def go():\n    await rover.button.wait_pressed()\n",
    "rover.drive.drive(0, 0)\n",
    "rover.left_motor.dc(0)\n",
    "speed = 0\nrover.left_motor.run(speed)\n",
    "rover.drive.drive(200)\nrover.button.wait_pressed()\n",
    "rover.drive.drive(200)\nwhile True:\n    pass\n",
    "move = rover.drive.straight(300, wait=False)\nmove.wait()\n",
    "rover.drive.straight(300)\n",
    "Kind = Rover\nrobot = Kind()\nrobot.drive.brake()\n",
    "def go(rover):\n    rover.drive.turn\n",
    "class Mine:\n    turn = 3\ndrive = Mine()\ndrive.turn\n",
    "rover.mine = 3\nprint(rover.mine)\n",
    "async def go():\n    await rover.drive.straight(9)\nimport asyncio\nasyncio.run(go())\n",
    "print = rover.telemetry.add\nprint('a', rover.drive.distance)\n",
    "if rover.button.pressed(:\n",
]  # fmt: skip


@pytest.mark.parametrize(("program", "message_id", "line"), SLIPS)
def test_a_slip_is_told_with_its_line_in_every_language(program: str, message_id: str, line: int) -> None:
    found = slips(HEAD + program)
    assert [(slip.hint.message_id, slip.hint.line) for slip in found] == [(message_id, line + 2)]
    for lang in LANGUAGES:
        told = found[0].hint.tell(lang)
        assert told.endswith(f"[{CODES[message_id]}]") and "{" not in told


@pytest.mark.parametrize("program", FINE)
def test_what_may_be_meant_so_is_left_alone(program: str) -> None:
    assert slips(HEAD + program) == ()


@pytest.mark.parametrize(
    ("program", "call"),
    [
        ("rover.drive.turn\n", "rover.drive.turn(…)"),
        ("rover.drive.brake\n", "rover.drive.brake()"),
        ("print(rover.bumper.pressed())\n", 'rover.bumper("front")'),
        ("rover.drive.turn = 90\n", "rover.drive.turn(90)"),
    ],
)
def test_the_advice_is_the_line_as_it_should_be(program: str, call: str) -> None:
    assert slips(HEAD + program)[0].hint.params["call"] == call


def test_a_robot_that_was_never_made_is_told_with_its_name() -> None:
    assert slips("import rover as r\nbot = r.Rover\nbot.drive.brake()\n")[0].hint.params["made"] == "bot = r.Rover()"


# the program's line; what both interpreters say of it; the hint
ERRORS = [
    ("x = rover.drive.distance + 1", "TypeError", "unsupported operand type(s) for +: 'method' and 'int'",
     "unsupported types for __add__: 'bound_method', 'int'", "hint-brackets-value"),
    ("if rover.drive.distance < 9: pass", "TypeError", "'<' not supported between instances of 'method' and 'int'",
     "unsupported types for __lt__: 'bound_method', 'int'", "hint-brackets-condition"),
    ("print(int(rover.drive.distance))", "TypeError",
     "int() argument must be a string, a bytes-like object or a real number, not 'method'",
     "can't convert bound_method to int", "hint-brackets-value"),
    ("rover.drive.turn.wait()", "AttributeError", "'method' object has no attribute 'wait'",
     "'bound_method' object has no attribute 'wait'", "hint-brackets-value"),
    ("rover.bumper.pressed()", "AttributeError", "'method' object has no attribute 'pressed'",
     "'bound_method' object has no attribute 'pressed'", "hint-brackets-which"),
    ("Rover.drive.straight(9)", "AttributeError", "'property' object has no attribute 'straight'",
     "'property' object has no attribute 'straight'", "hint-class-used"),
    ("Rover.stop()", "TypeError", "Rover.stop() missing 1 required positional argument: 'self'",
     "function takes 1 positional arguments but 0 were given", "hint-class-used"),
    ("unknown[0] + 1", "TypeError", "unsupported operand type(s) for +: 'function' and 'int'",
     "unsupported types for __add__: 'closure', 'int'", "hint-brackets-some"),
    ("unknown.x", "AttributeError", "'function' object has no attribute 'x'",
     "'function' object has no attribute 'x'", "hint-brackets-some"),
    ("rover.drive(200, 0)", "TypeError", "'DriveBase' object is not callable", "'DriveBase' object isn't callable",
     "hint-part"),
]  # fmt: skip


@pytest.mark.parametrize("case", ERRORS, ids=[f"{case[0]}: {case[2]}" for case in ERRORS])
def test_an_error_that_came_from_a_slip_is_told_as_the_slip(case: tuple[str, str, str, str, str]) -> None:
    line, cls, cpython, micropython, message_id = case
    for text in (cpython, micropython):
        assert hint(cls, text, line, HEAD + line, number=3).message_id == message_id, text


def test_another_error_of_the_line_is_told_as_itself() -> None:
    line = "print(rover.drive.distance, 1 + 'a')"
    found = hint("TypeError", "unsupported types for __add__: 'int', 'str'", line, HEAD + line, number=3)
    assert found.message_id == "hint-operands"


def test_a_method_that_was_kept_is_told_where_its_brackets_are_missing() -> None:
    source = HEAD + "x = rover.range.distance\nprint('go')\nif x < 100:\n    pass\n"
    found = hint("TypeError", "unsupported types for __lt__: 'bound_method', 'int'", "if x < 100:", source, number=5)
    assert (found.message_id, found.line) == ("hint-brackets-value", 3)


def test_micropython_names_another_line_of_a_loop() -> None:
    source = HEAD + "while rover.drive.distance < 100:\n    pass\n"
    found = hint("TypeError", "unsupported types for __lt__: 'bound_method', 'int'", "pass", source, number=4)
    assert (found.message_id, found.line) == ("hint-brackets-condition", 3)


def test_a_module_is_not_the_robot() -> None:
    assert hint("TypeError", "'module' object isn't callable", "robot = rover()").message_id == "hint-module"
    assert hint("TypeError", "'module' object isn't callable", "time(1)").message_id == "hint-not-callable"
    text = "rover has no part called drive. It has: Battery, Rover. [R03]"
    assert hint("RoverError", text, "rover.drive.brake()") == Hint("hint-module")


def test_one_letter_makes_the_robot() -> None:
    found = hint("RoverError", "rover has no part called rover. It has: Battery, Rover. [R03]")
    assert found.tell("en") == "rover has no part called rover. Did you mean Rover? [R03]"


def test_a_text_of_many_dots_takes_no_time() -> None:
    assert slips(HEAD + "rover" + ".x" * 900 + "\n") == ()
    assert slips("x = x.y\n" * 20_000) == ()


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "line",
    ["rover.drive.turn = 9", "bot = Rover; bot.x", "x = rover.drive.turn; x < 3", "if rover.drive.done:\n  x = 1"],
)
def test_many_slips_take_no_longer_than_many_lines(line: str) -> None:
    """Quadratic time would be minutes."""
    assert slips(HEAD + (line + "\n") * (98_000 // (len(line) + 1)))


def test_long_values_are_not_shown_and_take_no_time() -> None:
    text = HEAD + "rover.drive.turn = " * 1500 + "(" + "1, " * 1500 + ")\n"
    found = slips(text)
    assert str(found[0].hint.params["call"]) == "rover.drive.turn(…)"
    assert slips(HEAD + "rover.drive.turn\n" * 10_000) == ()  # nobody wrote that
