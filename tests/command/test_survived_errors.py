"""An error in a callback or a task does not end the program: it is explained all the same."""

from pathlib import Path

import pytest
from marshrut.host_tools import cli

TIMER = """
from machine import Timer
import time
def tick(t):
    x = 1 / 0
timer = Timer(0)
timer.init(period=100, callback=tick)
time.sleep(1.05)
timer.deinit()
"""
INTERRUPT = """
from machine import Pin
import time
def pressed(pin):
    raise ValueError("no such lamp")
Pin(4, Pin.IN, Pin.PULL_UP).irq(pressed, Pin.IRQ_FALLING)
time.sleep(2)
"""
TASK = """
import asyncio
async def blink():
    print("blink")
    x = [1][4]
async def main():
    asyncio.create_task(blink())
    await asyncio.sleep(1)
asyncio.run(main())
"""
WORDS = {
    "ru": ("функции, которую вызывает таймер или прерывание: 10 раз, впервые на отметке 0,10 с. cb.py, строка 5, "
           "«x = 1 / 0»: Здесь программа делит на ноль."),
    "kk": "функцияда қате 10 рет шықты, алғаш рет — 0,10 секундта. cb.py, 5-жол, «x = 1 / 0»: Программа мұнда",
    "en": "a timer or an interrupt calls: 10 times, first at 0.10 s. cb.py, line 5, `x = 1 / 0`: Something is divided",
}  # fmt: skip


def sim(text: str, folder: Path, lang: str, runtime: str) -> None:
    program = folder / "cb.py"
    program.write_text(text, encoding="utf-8")
    out = str(folder / "run")
    command = ["sim", str(program), "--task", "line-sprint", "--lang", lang, "--runtime", runtime, "--out", out]
    assert cli.run(command) == 1


@pytest.mark.sample(2)
@pytest.mark.parametrize(("lang", "runtime"), [(lang, "cpython") for lang in WORDS] + [("en", "micropython")])
def test_an_error_in_a_timers_callback_is_told_once_in_words(
    lang: str, runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    sim(TIMER, tmp_path, lang, runtime)
    said = capsys.readouterr().out
    assert WORDS[lang] in said and said.count("[P37]") == 1
    assert "Traceback" not in said and "main.py" not in said
    page = (tmp_path / "run" / "replay.html").read_text(encoding="utf-8")
    assert page.count('{"kind":"callback_error"') == 1 and "cb.py:5" in page


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_an_error_of_ones_own_in_an_interrupt_did_not_stop_the_program(
    runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    sim(INTERRUPT, tmp_path, "en", runtime)
    said = capsys.readouterr().out
    assert "Here came the error ValueError: no such lamp. [P50]" in said
    assert "The program stopped" not in said


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_an_error_in_a_task_is_told_like_one(
    runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    sim(TASK, tmp_path, "en", runtime)
    said = capsys.readouterr().out
    assert "An error in an asyncio task, which ended there: once, first at 0.00 s. cb.py, line 5, `x = [1][4]`" in said
    assert "[P39]" in said and "│ blink" in said and "Traceback" not in said and "retrieved" not in said


def test_many_places_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "from machine import Timer\nimport time\n"
    for i in range(5):
        text += f"def f{i}(t):\n    1 / 0\nTimer({i % 4}).init(mode=Timer.ONE_SHOT, period=10, callback=f{i})\n"
        text += "time.sleep(0.05)\n"
    sim(text, tmp_path, "en", "cpython")
    said = capsys.readouterr().out
    assert said.count("[P37]") == 3 and "And at 2 places more in the program." in said


def test_an_error_in_a_driver_names_the_driver(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "robot"
    folder.mkdir()
    (folder / "main.py").write_text(
        "from machine import Timer\nimport time, drv\n"
        "Timer(0).init(mode=Timer.ONE_SHOT, period=10, callback=lambda t: drv.go())\ntime.sleep(1)\n"
    )
    (folder / "drv.py").write_text("def go():\n    return {}['x']\n")
    assert cli.run(["sim", str(folder), "--task", "line-sprint", "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "→ drv.py, line 2, `return {}['x']`: The dictionary has no key" in said


def test_a_folder_of_one_file_is_called_by_that_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "robot"
    folder.mkdir()
    (folder / "main.py").write_text("x = 1  /  0  # two blanks each\n")
    assert cli.run(["sim", str(folder), "--task", "line-sprint", "--lang", "en"]) == 1
    assert "\nmain.py, line 1, `x = 1  /  0  # two blanks each`: " in capsys.readouterr().out
