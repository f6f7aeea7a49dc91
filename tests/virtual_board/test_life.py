"""What a board does between its runs: starts, resets, a program that hangs or hurts, what is typed at it, its flash."""

import time
from pathlib import Path

import pytest
from marshrut.simulator.scene.model import Press
from marshrut.simulator.virtual_board.pacing import ByHand, Timed
from wire import living_board


def test_soft_reset_runs_boot_and_main_and_keeps_the_flash(tmp_path: Path) -> None:
    files = {"/boot.py": "print('boot')\n", "/main.py": "print('main')\nx = 1\n"}
    with living_board(tmp_path, installed=False, files=files) as (_, wire, _told):
        said = wire.until(b">>> ")
        assert said.index(b"boot\r\n") < said.index(b"main\r\n") < said.index(b"a board under test")
        wire.type(b"with open('kept.txt', 'w') as f: f.write('here')\r\r")
        wire.until(b">>> ")
        wire.type(b"x = 2\r")
        wire.until(b">>> ")
        wire.type(b"\x04")
        said = wire.until(b">>> ")
        assert said.index(b"MPY: soft reboot\r\n") < said.index(b"boot\r\n") < said.index(b"main\r\n")
        wire.type(b"x, open('kept.txt').read()\r")
        assert b"(1, 'here')" in wire.until(b">>> ")
    assert (tmp_path / "kept.txt").read_text() == "here"


def test_the_raw_repl_stays_through_a_soft_reset_and_skips_main(tmp_path: Path) -> None:
    files = {"/boot.py": "print('boot')\n", "/main.py": "print('main')\n"}
    with living_board(tmp_path, installed=False, files=files) as (_, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.type(b"\x04")
        said = wire.until(b"CTRL-B to exit\r\n>")
        assert b"boot" in said and b"main" not in said


def test_machine_reset_is_a_hard_one_and_files_that_are_open_lose_what_was_not_written(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False, files={"/old.txt": "old"}) as (_, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.type(b"f = open('old.txt', 'w')\nf.write('new')\nimport machine\nmachine.reset()\x04")
        assert b"a board under test" in wire.until(b">>> ")  # the friendly prompt again
        wire.enter_raw()
        assert wire.execute("import machine\nprint(open('old.txt').read(), machine.reset_cause())")[0].startswith(
            "old "
        )


def test_a_soft_reset_writes_open_files_out(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (_, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.execute("f = open('new.txt', 'w')\nf.write('all of it')")
        wire.reset_softly()
        assert wire.execute("print(open('new.txt').read())") == ("all of it\n", "")


def test_paste_mode_prints_the_values_of_expressions_as_the_prompt_does(tmp_path: Path) -> None:
    pasted = (
        "1 + 1\r'a'; ('b')\rNone\rfor i in range(2):\r    i, 'in a loop'\r"
        "def f():\r    'unseen'\r    return [3,\r        4]\rf()\r(5,\r 6)\rnot_there\r"
    )
    with living_board(tmp_path, installed=False) as (_, wire, _told):
        wire.until(b">>> ")
        wire.type(b"\x05")
        wire.until(b"=== ")
        wire.type(pasted.encode())
        wire.type(b"\x04")
        said = wire.until(b"\n>>> ").decode().replace("\r\n", "\n")
        told = said.rpartition("=== \n")[2].split("\n")
        assert told[:7] == ["2", "'a'", "'b'", "(0, 'in a loop')", "(1, 'in a loop')", "[3, 4]", "(5, 6)"]
        assert 'File "<stdin>", line 13' in said and "NameError" in said


def test_an_expression_deeper_than_the_hosts_own_stack_may_be_pasted(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (_, wire, _told):
        wire.until(b">>> ")
        wire.type(b"\x05")
        wire.until(b"=== ")
        wire.type(b"x = " + b"+".join([b"1"] * 1200) + b"\r1 + 1\r\x04")
        wire.until(b"\n>>> ")
        wire.type(b"6 * 7\r")
        assert b"42" in wire.until(b"\n>>> ")


def test_three_crashes_in_a_row_and_the_program_is_skipped(tmp_path: Path) -> None:
    with living_board(tmp_path, files={"/program.py": "1 / 0\n"}) as (board, wire, _told):
        # this robot waits for its button: a launcher that starts by itself is what can lock a board out
        pin_map = board.flash.read("/rover_board.py") or b""
        wire.until(b"Press the button")
        board.flash.put("/rover_board.py", pin_map + b"\nSTART_BUTTON = False\n")
        for _ in range(3):
            board.power_cycle()
            assert b"ZeroDivisionError" in wire.until(b">>> ")
        board.power_cycle()
        said = wire.until(b"Press the button")
        assert b"[R52]" in said and b"ZeroDivisionError" not in said


def test_the_button_held_at_power_on_skips_the_program(tmp_path: Path) -> None:
    with living_board(tmp_path, files={"/program.py": "print('it ran')\n"}) as (board, wire, _told):
        wire.until(b"Press the button")
        board.power_cycle((Press("button", 0, 2000),))
        said = wire.until(b">>> ")
        assert b"[R51]" in said and b"it ran" not in said


def test_ctrl_c_finds_a_program_that_turns_in_its_own_loop(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (_, wire, told):
        wire.until(b">>> ")
        for text in ("while True: pass", "while True: x = 1", "for i in range(10**9): pass"):
            wire.enter_raw()
            wire.type(text.encode() + b"\n\x04")
            wire.until(b"OK")
            time.sleep(0.2)
            wire.type(b"\x03")
            assert b"KeyboardInterrupt" in wire.until(b"\x04>")
            wire.type(b"\x02")
            wire.until(b">>> ")
    assert "stuck" in told.notices


@pytest.mark.slow  # ten seconds of silence
def test_a_program_that_hangs_where_nothing_reaches_it_costs_a_power_cycle_only(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False, files={"/kept.txt": "x"}) as (board, wire, told):
        wire.until(b">>> ")
        wire.type(b"exec('while True: pass')\r")
        time.sleep(0.5)
        board.power_cycle()  # waits until the board looks up, which this one never does
        said = wire.until(b"a board under test")
        assert said
        wire.until(b">>> ")
    assert told.notices == ["hung"]
    assert (tmp_path / "kept.txt").read_text() == "x"


def test_input_asks_over_the_cable_and_stdin_is_what_is_typed(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (_, wire, _told):
        wire.until(b">>> ")
        wire.type(b"name = input('who? ')\r")
        wire.until(b"who? ")
        wire.type(b"Ayax\x7fa\r")
        wire.until(b">>> ")
        wire.type(b"name\r")
        assert b"'Ayaa'" in wire.until(b">>> ")
        wire.enter_raw()
        wire.type(b"import sys\nprint(sys.stdin.buffer.read(3), sys.stdin.read(2))\n\x04")
        wire.until(b"OK")
        wire.type(b"\x00\xff\x04\xd0\xb4x")
        assert "b'\\x00\\xff\\x04' дx" in wire.until(b"\x04").decode()
        wire.until(b">")


def test_a_timer_goes_on_at_the_prompt(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (_, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.execute(
            "from machine import Timer\ncount = 0\ndef tick(t):\n    global count\n    count += 1\n"
            "timer = Timer(0)\ntimer.init(period=10, callback=tick)\n"
        )
        time.sleep(0.5)
        printed, _ = wire.execute("print(count)")
        assert 20 < int(printed) < 200  # in a person's time, however fast programs run
        wire.execute("timer.deinit()")


def test_by_hand_time_stands_until_it_is_let_pass(tmp_path: Path) -> None:
    pacing = ByHand()
    with living_board(tmp_path, pacing=pacing, installed=False) as (board, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.execute("import os\nos.mkdir('tools-need-no-hand')")
        wire.type(b"import time\nfrom machine import Pin\nPin(2, Pin.OUT, value=1)\nprint('a')\n")
        wire.type(b"time.sleep_ms(500)\nprint('b')\n\x04")
        wire.until(b"a\r\n")
        time.sleep(0.3)
        pacing.advance(499_000)
        board.wake()
        time.sleep(0.3)
        assert b"b" not in bytes(wire.said)
        pacing.advance(2_000)
        board.wake()
        wire.until(b"b\r\n")


def test_real_time_is_kept(tmp_path: Path) -> None:
    with living_board(tmp_path, pacing=Timed(10.0), installed=False) as (_, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        began = time.monotonic()
        wire.execute("import time\ntime.sleep(5)")
        assert time.monotonic() - began >= 0.5


def test_a_pulled_cable_leaves_the_program_running(tmp_path: Path) -> None:
    with living_board(tmp_path, pacing=Timed(), installed=False) as (board, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.type(b"import time\nn = 0\nwhile True:\n    n += 1\n    time.sleep_ms(10)\n\x04")
        wire.until(b"OK")
        board.unplug()
        time.sleep(0.3)
        board.plug_in()
        time.sleep(0.1)
        wire.type(b"\x03")
        wire.until(b"\x04>")
        assert int(wire.execute("print(n)")[0]) > 20


def test_many_executions_leave_no_garbage_behind(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (board, wire, _told):
        wire.until(b">>> ")
        wire.enter_raw()
        for _ in range(30):
            wire.execute("x = bytearray(200_000)")
        before = board.child_memory_bytes()
        for _ in range(150):
            wire.execute("x = bytearray(200_000)")
        assert board.child_memory_bytes() < before + 20_000_000


def test_what_is_typed_at_the_prompt_prints_what_it_would_on_a_board(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (_, wire, _told):
        wire.until(b">>> ")
        for typed, shown in (
            (b"for i in range(2): i\r\r", b"0\r\n1\r\n"),
            (b"for i in (7, 8): print(i)\r\r", b"7\r\n8\r\n"),
            (b"x = 2\r", b""),
            (b"while x: x -= 1\r\r", b""),
            (b"6 * 7\r", b"42\r\n"),
            (b"None\r", b""),
        ):
            wire.type(typed)
            said = wire.until(b">>> ").removesuffix(b">>> ")
            assert said.endswith(b"\r\n" + shown) and b"True" not in said, said


def test_a_program_may_fill_the_memory_and_go_on(tmp_path: Path) -> None:
    text = "n = 0\nkept = []\ntry:\n    while True:\n        kept.append(bytearray(4096))\n        n += 1\n"
    with living_board(tmp_path, installed=False) as (_, wire, told):
        wire.until(b">>> ")
        wire.enter_raw()
        printed, error = wire.execute(text + "except MemoryError:\n    kept = None\nprint('caught')\n")
        assert (printed, error) == ("caught\n", "")
        assert wire.execute("print('alive')") == ("alive\n", "")
    assert told.notices == []


def test_a_board_that_is_switched_off_while_it_starts_starts_again(tmp_path: Path) -> None:
    with living_board(tmp_path, "desk", Timed(), installed=False, board="pico_rover") as (board, wire, _told):
        wire.until(b">>> ")
        for _ in range(3):
            board.power_cycle()
            time.sleep(0.1)
        wire.until(b">>> ")
        board.power_cycle()
        time.sleep(0.1)
        board.unplug()  # by hand, while the port is away by itself
        time.sleep(1.0)
        assert not wire.plugged
        board.plug_in()
        wire.type(b"6 * 7\r")
        wire.until(b"42")


def test_a_folder_that_somebody_else_has_changed_is_told_and_the_board_lives_on(tmp_path: Path) -> None:
    with living_board(tmp_path, installed=False) as (_, wire, told):
        wire.until(b">>> ")
        wire.enter_raw()
        wire.execute("import os\nos.mkdir('zz')")
        (tmp_path / "zz" / ".DS_Store").write_bytes(b"finder")
        assert wire.execute("os.rmdir('zz')\nprint(os.listdir())") == ("[]\n", "")
    assert told.notices == ["folder-changed"]
