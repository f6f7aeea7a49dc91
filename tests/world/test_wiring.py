"""Wiring that cannot be made: the rover's file with a few more lines, or another pin, and what is said of it."""

from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import SceneError, load_robot
from marshrut.simulator.tasks.catalogue import TASKS

ROVER = Path(__file__).resolve().parents[2] / "curriculum" / "robots" / "esp32-rover.toml"
PICO = ROVER.with_name("pico-rover.toml")
PICO_W = ROVER.with_name("pico-w-rover.toml")
REFERENCE = TASKS / "line-sprint" / "programs" / "goal" / "reference.py"

PART = '\n[[part]]\nid = "{}"\nchip = "{}"\npins = {}\n'
BUS = "{ sda = 21, scl = 5 }"

# What is added to the rover's file, and parts of the sentence about it.
ADDED = {
    "potentiometer without ADC": (PART.format("knob", "potentiometer", "{ signal = 3 }"), ["Pin 3 has no ADC"]),
    "one chip twice on a bus": (
        PART.format("imu", "mpu6050", BUS) + PART.format("two", "mpu6050", BUS),
        ["imu", "two", "0x68"],
    ),
    "two chips of one address": (
        PART.format("eye", "tcs34725", BUS) + PART.format("far", "vl53l0x", BUS),
        ["eye", "far", "0x29", "these chips have no other", "give `far` a pin `xshut`", "[C52]"],
    ),
    "two chips of one address that no pin can move": (
        PART.format("eye", "tcs34725", BUS) + PART.format("floor", "tcs34725", BUS),
        ["eye", "floor", "Try: put one of them on another bus", "[C52]"],
    ),
    "wire to itself": ("\n[[wire]]\npins = [5, 5]\n", ["pin 5 with itself"]),
    "wire doubled": ("\n[[wire]]\npins = [5, 12]\n[[wire]]\npins = [12, 5]\n", ["Pin 12 already has a wire (line"]),
    "wires in a chain": ("\n[[wire]]\npins = [5, 12]\n[[wire]]\npins = [12, 13]\n", ["Pin 12 already has a wire"]),
    "wire to nowhere": ("\n[[wire]]\npins = [5, 99]\n", ["`esp32_rover`", "no pin 99"]),
    "wire of two sensors": ("\n[[wire]]\npins = [36, 39]\n", ["36", "39", "line1", "line2"]),
    "wire of a motor's inputs": ("\n[[wire]]\npins = [25, 26]\n", ["motors.left.pin_in1", "motors.left.pin_in2"]),
    "wire to an encoder": ("\n[[wire]]\npins = [18, 5]\n", ["Pin 18", "motors.left.encoder_a"]),
}

# A file, the text that is replaced in it, its replacement, parts of the sentence.
REPLACED = {
    "pin that the board lacks": (ROVER, "pin_in1 = 25", "pin_in1 = 99", ["`esp32_rover`", "no pin 99", "21–23"]),
    "pin of the flash": (ROVER, "pin = 4\n", "pin = 6\n", ["`esp32_rover`", "no pin 6"]),
    "pin that a Pico lacks": (PICO, "pin = 20\n", "pin = 30\n", ["`pico_rover`", "no pin 30", "0–29"]),
    "LED of a Pico W on a Pico": (PICO, "pin = 25\n", "pin = 60\n", ["`pico_rover`", "no pin 60", "0–29"]),
    "button on the wireless chip": (PICO_W, "pin = 20\n", "pin = 61\n", ["`pico_w_rover`", "no pin 61", "0–29"]),
    "motor on an input": (ROVER, "pin_in1 = 25", "pin_in1 = 37", ["`esp32_rover`", "no pin 37"]),
    "line sensor without ADC": (ROVER, "pin = 32", "pin = 17", ["Pin 17 has no ADC", "line5", "32–36"]),
    "line sensor of a Pico without ADC": (PICO, "pin = 28", "pin = 22", ["Pin 22 has no ADC", "line3", "26–29"]),
}


def told(path: Path) -> SceneError:
    with pytest.raises(SceneError) as caught:
        load_robot(path)
    error = caught.value
    assert not error.others
    assert len({error.tell(language) for language in LANGUAGES}) == len(LANGUAGES)
    return error


@pytest.mark.parametrize("name", ADDED)
def test_what_cannot_be_added(tmp_path: Path, name: str) -> None:
    added, parts = ADDED[name]
    path = tmp_path / ROVER.name
    path.write_text(ROVER.read_text(encoding="utf-8") + added, encoding="utf-8")
    error = told(path)
    assert error.line > len(ROVER.read_text(encoding="utf-8").splitlines())
    for part in parts:
        assert part in str(error)


@pytest.mark.parametrize("name", REPLACED)
def test_a_pin_that_cannot_do_its_work(tmp_path: Path, name: str) -> None:
    source, old, new, parts = REPLACED[name]
    path = tmp_path / source.name
    text = source.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    error = told(path)
    assert error.line == text.count("\n", 0, text.index(old)) + 1
    for part in parts:
        assert part in str(error)


@pytest.mark.parametrize("key", ["pin_in1 = 25", "pin = 2\n"])
def test_an_output_on_a_pin_that_is_only_an_input(tmp_path: Path, key: str) -> None:
    text = ROVER.read_text(encoding="utf-8").replace("pin = 35", "pin = 33")
    path = tmp_path / ROVER.name
    path.write_text(text.replace(key, key.partition("=")[0] + "= 35\n"), encoding="utf-8")
    assert "Pin 35 can only be an input" in str(told(path))


def test_wiring_that_can_be_made(tmp_path: Path) -> None:
    added = PART.format("left-eye", "vl53l0x", "{ sda = 21, scl = 5, xshut = 12 }")
    added += PART.format("right-eye", "vl53l0x", BUS)  # the program gives the other one another address
    added += "\n[[wire]]\npins = [25, 13]\n[[wire]]\npins = [3, 15]\n"
    path = tmp_path / ROVER.name
    path.write_text(ROVER.read_text(encoding="utf-8") + added, encoding="utf-8")
    robot = load_robot(path)
    assert (len(robot.parts), len(robot.wires)) == (2, 2)


def test_the_command_refuses_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(ROVER.read_text(encoding="utf-8").replace("pin_in1 = 25", "pin_in1 = 99"), encoding="utf-8")
    assert cli.run(["sim", str(REFERENCE), "--task", "line-sprint", "--robot", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and len(said.err.splitlines()) == 1 and "C49" in said.err
