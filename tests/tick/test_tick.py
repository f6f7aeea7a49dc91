"""A control tick fits in 5 ms on an RP2040, by a table that gives published measurements back."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from marshrut.host_tools.tick.bytecode import (
    ATTRIBUTE,
    CALL,
    GLOBAL,
    OPERATION,
    PLAIN,
    SUBSCRIPT,
    Unreadable,
    by_line,
    loop,
    read_mpy,
)
from marshrut.host_tools.tick.costs import PUBLISHED, Published, bytecodes_us, hardware_us
from marshrut.host_tools.tick.estimate import FIVE, MOST_US, TASKS, THREE, Task, Tick, compiled, measure

MODULE = """\
class A:
    def f(self, values):
        total = 0
        for value in values:
            total += value
        self.total = total
        return len(values)
"""


NAMES = [task.name for task in TASKS]


@cache
def tick_of(name: str) -> Tick:
    return measure(TASKS[NAMES.index(name)])


@pytest.mark.sample(3)
@pytest.mark.parametrize("name", NAMES)
def test_a_tick_fits(name: str) -> None:
    assert 100 < tick_of(name).us <= MOST_US


@pytest.mark.slow
def test_what_is_counted_is_what_a_tick_does() -> None:
    """Each tick reads every line sensor and both encoders once, and writes one pin of each motor."""
    for sensors in (3, 5):
        tick = tick_of(f"line follower, {sensors} sensors")
        calls = {name: count / tick.ticks for name, count in tick.hardware.items()}
        assert calls["_machine_adc._read_u16"] == sensors
        assert sum(count for name, count in calls.items() if "encoder" in name.lower() or "StateMachine" in name) == 2
        assert 2 <= sum(count for name, count in calls.items() if "pwm" in name) < 2.5
    driven, straight, beside = (
        tick_of(name).us for name in ("drive base, drive", "drive base, straight", "odometry beside it")
    )
    assert driven < straight < beside


def test_a_shorter_ride_is_told() -> None:
    with pytest.raises(RuntimeError, match="fewer than"):
        measure(Task("short", "rover.drive.drive(100)\nsleep_ms(300)"))


def test_a_program_that_fails_is_told() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        measure(Task("wrong", "1 / 0", FIVE))


@pytest.mark.parametrize("one", PUBLISHED, ids=lambda one: one.source.split(" ")[0])
def test_the_table_gives_published_measurements_back(one: Published, tmp_path: Path) -> None:
    """A little on the dear side, never on the cheap one."""
    (tmp_path / "published.py").write_text(one.text)
    code = read_mpy(compiled(tmp_path / "published.py"))
    us = bytecodes_us(loop(code.inside[0] if code.inside else code)) + one.pins * hardware_us("_machine_pin.Pin.value")
    assert one.us <= us <= 1.15 * one.us


def test_bytecodes_by_line(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(MODULE)
    lines = by_line(read_mpy(compiled(tmp_path / "module.py")))
    assert lines[3] == Counter({PLAIN: 2})  # load a number, store it
    assert lines[5][OPERATION] == 1
    assert lines[6] == Counter({PLAIN: 2, ATTRIBUTE: 1})
    assert lines[7] == Counter({PLAIN: 2, GLOBAL: 1, CALL: 1})
    assert not any(SUBSCRIPT in counts for counts in lines.values())


def test_every_module_of_the_runtime_can_be_read() -> None:
    for path in sorted((Path(__file__).parents[2] / "lib" / "rover").glob("*.py")):
        last = len(path.read_text(encoding="utf-8").splitlines())
        assert all(1 <= line <= last for line in by_line(read_mpy(compiled(path))))


def test_another_file_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_mpy(b"M\x05\x00\x1f")


def test_both_robots_take_part() -> None:
    assert {task.robot for task in TASKS} == {THREE, FIVE}
