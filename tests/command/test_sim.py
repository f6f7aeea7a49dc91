"""`marshrut sim` as its users meet it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.result import Result
from marshrut.simulator.tasks.catalogue import TASKS
from marshrut.simulator.trace import read_trace

PROGRAMS = TASKS / "line-sprint" / "programs"
REFERENCE = str(PROGRAMS / "goal" / "reference.py")
LINE_SPRINT = ["--task", "line-sprint", "--lang", "en"]


def sim(text: str, folder: Path, *options: str) -> int:
    program = folder / "robot.py"
    program.write_text(text, encoding="utf-8")
    return cli.run(["sim", str(program), *LINE_SPRINT, *options])


def test_a_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["sim", REFERENCE, *LINE_SPRINT, "--out", str(tmp_path / "run")]) == 0
    said = capsys.readouterr()
    assert "Passed" in said.out and "100 of 100" in said.out and "never" in said.out
    assert said.err == ""
    assert sorted(path.name for path in (tmp_path / "run").iterdir()) == [
        "picture.png", "replay.html", "result.json", "trace.jsonl",
    ]  # fmt: skip
    result = Result.from_json((tmp_path / "run" / "result.json").read_text(encoding="utf-8"))
    trace = read_trace(tmp_path / "run" / "trace.jsonl")
    assert (result.verdict, result.trace_sha256) == ("pass", trace.sha256)


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "Met a wall 2 times, first "), ("ru", ": 2 раза, впервые через "), ("kk", "2 рет соғылды")],
)
def test_walls_met_are_events_and_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, words: str
) -> None:
    """On both runners at the same moments; the last one is met as the program ends."""
    task = tmp_path / "task"
    shutil.copytree(TASKS / "line-sprint", task)
    fence = '\n[[wall]]\nid = "fence"\nfrom_mm = [1100, 50]\nto_mm = [1100, 450]\n'
    with (task / "worlds" / "oval.toml").open("a", encoding="utf-8") as file:
        file.write(fence)
    program = tmp_path / "robot.py"
    bump = "from rover import Rover\nfrom time import sleep_ms\nrover = Rover()\nsleep_ms(1500)\n"
    for left_ms, power in ((1500, 50), (700, -50), (1200, 50)):
        bump += f"rover.left_motor.dc({power})\nrover.right_motor.dc({power})\nsleep_ms({left_ms})\n"
    program.write_text(bump, encoding="utf-8")
    command = ["sim", str(program), "--task", str(task), "--lang", lang, "--out"]
    traces = []
    for runtime in ("cpython", "micropython") if lang == "en" else ("cpython",):
        assert cli.run([*command, str(tmp_path / runtime), "--runtime", runtime]) == 1
        assert words in capsys.readouterr().out
        traces.append(read_trace(tmp_path / runtime / "trace.jsonl"))
    met = [(t_us, name) for t_us, _, kind, _, name in traces[0].events if kind == "wall"]
    assert [name for _, name in met] == ["fence", "fence"]
    assert len({trace.sha256 for trace in traces}) == 1
    page = (tmp_path / "cpython" / "replay.html").read_text(encoding="utf-8")
    assert f'{{"kind":"wall","t_ms":{met[0][0] // 1000},"line":0,"cls":"fence"' in page


def test_what_a_buzzer_plays_is_written_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    task = tmp_path / "task"
    shutil.copytree(TASKS / "line-sprint", task)
    (task / "robots").mkdir()
    rover = (TASKS.parent / "robots" / "esp32-rover.toml").read_text(encoding="utf-8")
    horn = '\n[[part]]\nid = "horn"\nchip = "buzzer"\npins = { signal = 15 }\n'
    (task / "robots" / "esp32-rover.toml").write_text(rover + horn, encoding="utf-8")
    program = tmp_path / "robot.py"
    beep = "for n in range(200):\n    pin.value(n & 1)\n    sleep_us(500)\n"
    program.write_text("from machine import Pin\nfrom time import sleep_us\npin = Pin(15, Pin.OUT)\n" + beep)
    command = ["sim", str(program), "--task", str(task), "--lang", "en", "--out", str(tmp_path / "run")]
    assert cli.run(command) == 1
    assert "sound.wav" in capsys.readouterr().out
    assert (tmp_path / "run" / "sound.wav").stat().st_size > 4_000
    program.write_text("print()\n")
    assert cli.run(command) == 1
    assert not (tmp_path / "run" / "sound.wav").exists(), "that was another run"


def test_json_is_one_document_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sim("print('{')\n", tmp_path, "--json") == 1
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert (document["verdict"], document["ended"], document["score"]["points"]) == ("fail", "program_end", 0)
    assert "{" not in said.err


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_a_program_that_raises_shows_its_line_and_a_hint(
    runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    text = "from rover import Rover\nrobot = Rover()\nrobot.drive.straigt(100)\n"
    assert sim(text, tmp_path, "--runtime", runtime) == 1
    said = capsys.readouterr().out
    assert "robot.py, line 3, `robot.drive.straigt(100)`" in said
    assert "`straight`" in said
    assert "Traceback" not in said


def test_the_runtimes_own_words_pass_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sim("from rover import Rover\nRover().drive.straight('far')\n", tmp_path) == 1
    said = capsys.readouterr().out
    assert "robot.py, line 2" in said and "[R" in said and "far" in said


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_a_program_that_spins_is_stopped_and_told_where(
    runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    assert sim("n = 0\nwhile True:\n    n += 1\n", tmp_path, "--runtime", runtime) == 1
    said = capsys.readouterr().out
    assert "line 2" in said and "J04" in said


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
@pytest.mark.slow
def test_ten_megabytes_of_output_are_cut_with_a_notice(
    runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    assert sim("for i in range(10_000):\n    print('x' * 1000)\n", tmp_path, "--runtime", runtime) == 1
    said = capsys.readouterr().out
    assert "256 KB" in said and "J30" in said
    assert len(said) < 10_000


def test_what_a_program_prints_cannot_break_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sim("print('\\x1b[2J\\x07 \\u202e hello [bold]x[/bold] \\x00')\n", tmp_path)
    said = capsys.readouterr().out
    assert "\x1b[2J" not in said and "\x07" not in said and "\u202e" not in said and "\0" not in said
    assert "\\x1b[2J" in said and "[bold]x[/bold]" in said


def test_a_folder_is_a_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "main.py").write_text("import plan\nprint(plan.steps(3))\n")
    (tmp_path / "plan.py").write_text("def steps(n):\n    return [i for i in range(n)][5]\n")
    assert cli.run(["sim", str(tmp_path), *LINE_SPRINT]) == 1
    assert "plan.py, line 2" in capsys.readouterr().out


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_a_timer_of_the_program_runs_on_after_its_last_line(
    runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "from machine import Timer\n\ndef tick(timer):\n    global left\n    left -= 1\n    print('left', left)\n"
        "    if left == 0:\n        timer.deinit()\n\n"
        "left = 3\nTimer(0).init(period=99, callback=tick)\nprint('last')\n"
    )
    assert sim(text, tmp_path, "--runtime", runtime) == 1
    said = capsys.readouterr().out
    assert said.index("last") < said.index("left 2") < said.index("left 0")
    assert "[J01]" in said, "and then there is nothing to wait for"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_program_that_ends_early_is_told_what_stops_with_it(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sim("print('tick')\n", tmp_path, "--lang", lang) == 1
    said = capsys.readouterr().out
    assert "`rover`" in said and "[J01]" in said


def test_a_driver_beside_a_single_file_is_told_to_come_as_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hcsr04.py").write_text("def near():\n    return True\n")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "lamp.py").write_text("")
    text = "import hcsr04\nprint(hcsr04.near())\n"
    assert sim(text, tmp_path) == 1
    said = capsys.readouterr().out
    assert f"rename `robot.py` to main.py and give the whole folder: `marshrut sim {tmp_path} --task" in said
    (tmp_path / "main.py").write_text(text)
    assert cli.run(["sim", str(tmp_path / "main.py"), *LINE_SPRINT]) == 1
    assert f"Try: give the whole folder: `marshrut sim {tmp_path} --task" in capsys.readouterr().out
    sim("import parts.lamp\n", tmp_path)
    assert "`parts` lies beside `robot.py`" in capsys.readouterr().out
    sim("import nowhere\n", tmp_path)
    assert "The board has no module `nowhere`" in capsys.readouterr().out
    cli.run(["sim", str(tmp_path), *LINE_SPRINT])
    assert "True" in capsys.readouterr().out


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_an_error_inside_a_driver_names_the_pupils_own_line_too(
    runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    (tmp_path / "main.py").write_text(
        "from machine import I2C, Pin\nimport imu\nbus = I2C(0, sda=Pin(21), scl=Pin(22))\n"
        "def go():\n    imu.wake(bus)\ngo()\n"
    )
    (tmp_path / "imu.py").write_text("ADDRESS = 0x69\n\ndef wake(bus):\n    bus.writeto(ADDRESS, b'0')\n")
    command = ["sim", str(tmp_path), *LINE_SPRINT, "--runtime", runtime, "--out", str(tmp_path / "run")]
    assert cli.run(command) == 1
    said = capsys.readouterr().out
    assert "main.py, line 5, `imu.wake(bus)` → imu.py, line 4, `bus.writeto(ADDRESS, b'0')`: Nobody answers at" in said
    assert "at the address 0x69 on sda 21 / scl 22" in said
    result = Result.from_json((tmp_path / "run" / "result.json").read_text(encoding="utf-8"))
    sentence = "The program stopped with the error OSError: main.py:5 → imu.py:4."
    assert result.marks[-1].message == sentence
    assert sentence in (tmp_path / "run" / "replay.html").read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "killpg") or not Path("/proc").is_dir(), reason="looks at /proc")
@pytest.mark.sample(1)
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_ctrl_c_ends_cleanly_with_nothing_left_running(runtime: str, tmp_path: Path, node: Path) -> None:
    program = tmp_path / "busy.py"
    program.write_text(
        "from machine import ADC, PWM, Pin\n"
        "a, p = ADC(Pin(36), atten=ADC.ATTN_11DB), PWM(Pin(2))\n"
        "while True:\n"
        "    p.duty_u16(a.read_u16())\n"
    )
    command = [sys.executable, "-m", "marshrut.host_tools", "sim", str(program), *LINE_SPRINT, "--runtime", runtime]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # a shell's `&` has interrupts ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    children: list[int] = []
    for _ in range(200):
        time.sleep(0.05)
        tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
        children = [int(pid) for path in tasks for pid in path.read_text().split()]
        if children:
            break
    assert children, "the run did not start"
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert "T05" in err and "Traceback" not in err and out == ""
    assert not any(Path(f"/proc/{pid}").exists() for pid in children)
