"""What the runtime takes of flash and heap stays below its limits; and that it is measured, not believed."""

from pathlib import Path

import pytest
from marshrut.host_tools.footprint.compiled import Module, compile_runtime
from marshrut.host_tools.footprint.features import FEATURES, START
from marshrut.host_tools.footprint.heap import FILES, HEAP_BYTES, ROMFS, STORES, measure
from marshrut.host_tools.footprint.report import (
    MOST_AFTER_ROVER,
    MOST_FLASH,
    MOST_IN_A_TICK,
    RUNTIME,
    first_uses,
    other_report,
)
from marshrut.host_tools.footprint.ticks import measure_motion, measure_ticks

BOARDS = ("pico_rover", "esp32_rover")
# No robot has all: these are told, and by which error.
NOT_ON = {("esp32_rover", "bumper"): "AttributeError"}


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    return compile_runtime(RUNTIME)


def test_all_modules_fit_on_flash(modules: list[Module]) -> None:
    assert [module.name for module in modules if module.fault] == []
    assert sum(len(module.mpy) for module in modules) <= MOST_FLASH


@pytest.mark.sample(2)
@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("store", STORES)
def test_a_rover_leaves_heap(modules: list[Module], store: str, board: str, micropython_mjs: Path) -> None:
    (step,) = measure(modules, store, board, [START])
    assert step.error == ""
    assert 1000 < step.bytes <= MOST_AFTER_ROVER[store]


@pytest.mark.slow
@pytest.mark.parametrize("board", BOARDS)
def test_every_part_can_be_used_and_all_fit_together(modules: list[Module], board: str, micropython_mjs: Path) -> None:
    for name, steps in first_uses(modules, board).items():
        for step in steps:
            assert step.error.split(" ")[0] == NOT_ON.get((board, name), ""), f"{name}: {step.error}"
    for store in STORES:
        last = measure(modules, store, board, [START, *FEATURES.values()])[-1]
        assert last.bytes < HEAP_BYTES / 2


@pytest.mark.slow
@pytest.mark.parametrize("robot", ["sensor-rover", "pico-sensor-rover"])
def test_a_tick_of_a_moving_robot_takes_no_heap(robot: str, micropython_mjs: Path) -> None:
    for tick in measure_ticks(robot):
        assert tick.failed == "", tick
        assert tick.bytes <= MOST_IN_A_TICK, tick


@pytest.mark.slow
def test_heap_taken_in_a_tick_is_seen(micropython_mjs: Path) -> None:
    """A control of the test above: the recorder asks a function that makes a list each time."""
    greedy = (
        "def length():\n    return len([1, 2, 3, 4])\n"
        "rover.telemetry.add('length', length)\nrover.telemetry.start(10, 400)\nrover.drive.drive(150, 20)"
    )
    tick = measure_motion("greedy", greedy)
    assert tick.bytes >= 16 or tick.failed


def test_what_a_step_leaves_is_counted(micropython_mjs: Path) -> None:
    steps = measure(
        [], FILES, "pico_rover",
        ["x = bytearray(10000)", "for i in range(100):\n    bytearray(1000)", "del x", "print('said')\n1 / 0"],
    )  # fmt: skip
    kept, dropped, deleted, failed = steps
    assert 10_000 <= kept.bytes < 10_300
    assert dropped.bytes - kept.bytes < 200  # what is garbage after a step does not count
    assert deleted.bytes < 500
    assert (failed.said, failed.error) == ("said", "ZeroDivisionError divide by zero")


def test_the_heap_ends_where_the_boards_does(micropython_mjs: Path) -> None:
    (step,) = measure([], FILES, "pico_rover", [f"x = bytearray({HEAP_BYTES})"])
    assert step.error.startswith("MemoryError")


def test_a_runtime_by_path(tmp_path: Path, micropython_mjs: Path) -> None:
    """A package somewhere: its modules by name, what does not compile and what cannot be imported told beside it."""
    package = tmp_path / "crawler"
    (package / "arms").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "arms" / "__init__.py").write_text("")
    (package / "arms" / "left.py").write_text("from machine import PWM, Pin\nduty = PWM(Pin(3)).duty_u16\n")
    (package / "cloud.py").write_text("import requests_of_another_board\n")
    (package / "broken.py").write_text("def f(:\n")
    lines = list(other_report(package))
    (size, use) = (line.split() for line in lines if "crawler.arms.left" in line)
    assert int(size[1]) > 50
    assert int(use[1]) > int(use[2]) > 50  # from files it takes more than from a ROMFS
    assert [line for line in lines if "crawler.cloud" in line and "no module named 'requests_of_another_board'" in line]
    assert [line for line in lines if "crawler.broken" in line and "SyntaxError" in line]


def test_modules_run_from_a_romfs_too(micropython_mjs: Path, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text("")
    (tmp_path / "pack" / "one.py").write_text("def f():\n    return 'from ' + __file__\n")
    (step,) = measure(compile_runtime(tmp_path), ROMFS, "pico_rover", ["from pack.one import f\nprint(f())"])
    assert step.said == "from /rom/lib/pack/one.mpy"
