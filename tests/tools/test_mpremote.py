"""`mpremote` as it comes from PyPI, each of its commands, over the pseudo-terminal."""

import hashlib
import json
import time
from pathlib import Path

import pytest

from .boards import Mpremote, RunningBoard, running_board
from .loopback import served_files
from .typing_person import at_terminal

RP2 = ("--task", "desk", "--board", "pico_rover", "--speed", "max")


@pytest.fixture(autouse=True)
def _clean_flash(mpremote: Mpremote, board: RunningBoard) -> None:
    """What a test has left is gone."""
    left = [path for path in board.flash.iterdir() if path.name not in ("boot.py", "main.py", "lib")]
    if any(path.name == "t" for path in left):
        mpremote("rm", "-r", ":t")


def test_exec(mpremote: Mpremote) -> None:
    assert mpremote("exec", "print('ключ 🔑', 1 / 4)") == "ключ 🔑 0.25\n"
    assert mpremote("exec", "kept = 7", "exec", "print(kept)") == "7\n"
    assert mpremote("eval", "kept + 1") == "8\n"
    gone = mpremote.run("eval", "kept", resume=False)
    assert gone.returncode == 1
    assert gone.stdout == (
        b'Traceback (most recent call last):\r\n  File "<stdin>", line 1, in <module>\r\n'
        b"NameError: name 'kept' isn't defined\r\n"
    )


def test_a_text_of_many_windows(mpremote: Mpremote) -> None:
    text = "\n".join(f"a{number} = '{'я' * 30}'" for number in range(300)) + "\nprint(len(a299), a0 == a299)"
    assert len(text.encode()) > 20_000
    assert mpremote("exec", text) == "30 True\n"


def test_nobody_waits_for_it(mpremote: Mpremote) -> None:
    mpremote("exec", "--no-follow", "import time; time.sleep_ms(300); done = 5")
    assert mpremote("exec", "print('back')") == "back\n"


def test_run(mpremote: Mpremote, home: Path) -> None:
    program = home / "program.py"
    program.write_text("import sys\nprint(__name__, sys.platform)\nsys.stderr.write('e\\n')\nraise ValueError('нет')\n")
    done = mpremote.run("run", str(program), resume=False)
    assert done.stdout == (
        b"__main__ esp32\r\ne\r\n"
        b'Traceback (most recent call last):\r\n  File "<stdin>", line 4, in <module>\r\nValueError: '
        + "нет\r\n".encode()
    )


@pytest.mark.slow
def test_files_both_ways(mpremote: Mpremote, board: RunningBoard, home: Path) -> None:
    tree = {"a.txt": b"alpha\n", "empty": b"", "e/b.bin": bytes(range(256)) * 3, "e/f/имя.py": b"x = 1\n"}
    for path, content in tree.items():
        (home / "t" / path).parent.mkdir(parents=True, exist_ok=True)
        (home / "t" / path).write_bytes(content)
    (home / "t" / "hollow").mkdir()
    mpremote("cp", "-r", "t", ":")
    assert {path: (board.flash / "t" / path).read_bytes() for path in tree} == tree
    assert (board.flash / "t" / "hollow").is_dir()

    assert (
        mpremote("ls", ":t") == "ls :t\n           6 a.txt\n           0 e/\n           0 empty\n           0 hollow/\n"
    )
    assert mpremote("cat", ":t/a.txt") == "alpha\n"
    digest = hashlib.sha256(tree["e/b.bin"]).hexdigest()
    assert mpremote("sha256sum", ":t/e/b.bin") == f"sha256sum :t/e/b.bin\n{digest}\n"
    assert mpremote("tree", "-s", ":t").split("\n")[1:] == [
        ":t",
        "├── [        6]  a.txt",
        "├── e",
        "│   ├── [      768]  b.bin",
        "│   └── f",
        "│       └── [        6]  имя.py",
        "├── [        0]  empty",
        "└── hollow",
        "",
    ]
    mpremote("cp", ":t/e/b.bin", ":t/copy")
    assert (board.flash / "t" / "copy").read_bytes() == tree["e/b.bin"]

    back = home / "back"
    back.mkdir()
    mpremote("cp", "-r", ":t", str(back))
    assert {path: (back / "t" / path).read_bytes() for path in tree} == tree
    assert (back / "t" / "hollow").is_dir()

    mpremote("rm", "-r", ":t")
    assert not (board.flash / "t").exists()


def test_folders(mpremote: Mpremote, board: RunningBoard) -> None:
    mpremote("mkdir", ":t", "+", "touch", ":t/new")
    assert (board.flash / "t" / "new").read_bytes() == b""
    assert "new" in mpremote("ls", ":t")
    refused = mpremote.run("rmdir", ":t")
    assert refused.returncode == 1
    assert b"OSError: 39" in refused.stderr
    mpremote("rm", ":t/new", "+", "rmdir", ":t")
    assert not (board.flash / "t").exists()


@pytest.mark.sample(2)
@pytest.mark.parametrize("command", ["cat", "rm", "rmdir", "ls", "sha256sum"])
def test_what_is_not_there(mpremote: Mpremote, command: str) -> None:
    done = mpremote.run(command, ":none.txt")
    assert done.returncode == 1
    assert done.stderr == f"mpremote: {command}: none.txt: No such file or directory.\n".encode()


def test_df(mpremote: Mpremote, home: Path) -> None:
    def used() -> int:
        heading, row, end = mpremote("df").split("\n")
        assert heading.split() == ["filesystem", "size", "used", "avail", "use%", "mounted", "on"]
        name, size, taken, free, percent, place = row.split()
        assert (name, int(size), place, end) == ("<VfsLfs2>", 2 << 20, "/", "")
        assert int(taken) + int(free) == int(size)
        assert int(percent) == 100 * int(taken) // int(size)
        return int(taken)

    before = used()
    (home / "t").write_bytes(bytes(20_000))
    mpremote("cp", "t", ":t")
    assert 20_000 <= used() - before <= 28_000
    mpremote("rm", ":t")
    assert used() == before


def test_mount(mpremote: Mpremote, home: Path) -> None:
    folder = home / "mounted"
    (folder / "package").mkdir(parents=True)
    (folder / "module.py").write_text("print('imported', __name__)\nX = 42\n")
    (folder / "package" / "__init__.py").write_text("from .inner import Y\n")
    (folder / "package" / "inner.py").write_text("Y = 'я' * 3\n")
    shown = mpremote("mount", str(folder), "exec", "import module, package; print(module.X, package.Y)")
    assert shown.endswith("is mounted at /remote\nimported module\n42 яяя\n")

    writes = (
        "import os\nwith open('out.txt', 'w') as f: f.write('äöü\\n' * 1000)\n"
        "print(os.getcwd(), os.stat('out.txt')[6], open('out.txt').readline())\n"
        "f = open('out.txt', 'rb'); f.seek(6998); print(f.read()); f.close()\n"
        "os.mkdir('d'); os.rename('out.txt', 'd/moved.txt'); os.remove('module.py'); print(sorted(os.listdir()))"
    )
    shown = mpremote("mount", str(folder), "exec", writes)
    assert shown.endswith("/remote 7000 äöü\n\nb'\\xbc\\n'\n['d', 'package']\n")
    assert (folder / "d" / "moved.txt").read_text(encoding="utf-8") == "äöü\n" * 1000
    assert not (folder / "module.py").exists()

    shown = mpremote(
        "mount", str(folder), "umount", "exec", "import os; print(os.getcwd(), 'remote' in os.listdir('/'))"
    )
    assert shown.endswith("/ False\n")


def test_a_program_of_the_mounted_folder_runs_from_it(mpremote: Mpremote, home: Path) -> None:
    (home / "helper.py").write_text("def help_me():\n    return 'helped'\n")
    (home / "program.py").write_text("import helper\nprint(helper.help_me())\n")
    assert mpremote("mount", ".", "run", "program.py").endswith("helped\n")


def test_edit(mpremote: Mpremote, home: Path) -> None:
    (home / "t").write_text("speed = 100\n")
    mpremote("cp", "t", ":t")
    mpremote("edit", ":t", EDITOR="sed -i s/100/250/")
    assert mpremote("cat", ":t") == "speed = 250\n"


def test_soft_reset(mpremote: Mpremote) -> None:
    mpremote("exec", "kept = 1")
    mpremote("soft-reset")
    assert mpremote("exec", "print('kept' in globals())") == "False\n"


def test_reset(mpremote: Mpremote) -> None:
    mpremote("exec", "kept = 1")
    mpremote("reset")
    assert mpremote("exec", "import machine; print('kept' in globals(), machine.reset_cause())") == "False 2\n"


def test_bootloader_is_refused(mpremote: Mpremote) -> None:
    mpremote("bootloader")
    assert mpremote("exec", "print(3)") == "3\n"
    refused = mpremote.run("exec", "import machine; machine.bootloader()")
    assert refused.returncode == 1
    assert b"Traceback" in refused.stdout


def test_rtc(mpremote: Mpremote) -> None:
    mpremote("rtc", "--set")
    told = eval(mpremote("rtc"))
    now = time.localtime()
    seconds = (told[4] * 60 + told[5]) * 60 + told[6]
    wanted = (now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec
    assert told[3] == now.tm_wday
    assert (wanted - seconds) % 86400 < 20


def test_romfs_is_answered(mpremote: Mpremote) -> None:
    assert mpremote("romfs", "query") == "ROMFS is not enabled on this device\n"


def test_mip_installs(mpremote: Mpremote, board: RunningBoard) -> None:
    module = b"def twice(x):\n    return 2 * x\n"
    digest = hashlib.sha256(module).hexdigest()[:8]
    index = {
        "/package/6/doubles/latest.json": {"v": 1, "version": "0.1", "hashes": [["t_doubles.py", digest]], "urls": []},
        "/hand/package.json": {
            "version": "1",
            "urls": [["t_made/__init__.py", "made.py"]],
            "deps": [["doubles", "latest"]],
        },
    }
    files = {path: json.dumps(content).encode() for path, content in index.items()}
    files |= {f"/file/{digest[:2]}/{digest}": module, "/hand/made.py": b"from t_doubles import twice\n"}
    with served_files(files) as address:
        shown = mpremote("mip", "install", "--index", address, f"{address}/hand/package.json")
        assert "Done" in shown
        assert (board.flash / "lib" / "t_doubles.py").read_bytes() == module
        assert mpremote("exec", "import t_made; print(t_made.twice(21))") == "42\n"
        again = mpremote("mip", "install", "--index", address, "doubles")
        assert "Exists: /lib/t_doubles.py" in again
    mpremote("rm", "-r", ":lib/t_made", ":lib/t_doubles.py")


def test_repl(mpremote: Mpremote) -> None:
    with at_terminal(mpremote.home, "mpremote", "connect", mpremote.port, "repl") as person:
        person.read_until(b"Use Ctrl-] or Ctrl-x to exit this shell\n")
        person.type(b"\r")
        person.read_until(b">>> ")
        person.type(b"total = 0\rfor i in range(4):\rtotal += i\r\x7f\rtotal\r")
        assert b"\r\n6\r\n>>> " in person.read_until(b"\r\n6\r\n>>> ")
        person.type(b"import mach\t\rmachine.fr\t()\r")
        shown = person.read_until(b"0000\r\n>>> ")
        assert b"machine.freq()\r\n240000000" in shown
        person.type(b"while True: print('goes on')\r\r")
        person.read_until(b"\r\ngoes on\r\ngoes on\r\n")
        person.type(b"\x03")
        person.read_until(b"KeyboardInterrupt: \r\n>>> ")
        person.type(b"name = input('who? ')\r")
        person.read_until(b"\r\nwho? ")
        person.type(b"Anna\r")
        person.read_until(b"Anna\r\n>>> ")
        person.type(b"name\r")
        person.read_until(b"name\r\n'Anna'\r\n>>> ")
        person.type(b"\x05")
        person.read_until(b"=== ")
        person.type(b"def f():\r    return 99\rprint(f())\r\x04")
        person.read_until(b"\r\n99\r\n>>> ")
        person.type(b"\x04")
        person.read_until(b"soft reboot\r\n")
        person.read_until(b">>> ")
        person.type(b"\x1d")
        assert person.rest() == b"\r\n" or person.process.returncode == 0


@pytest.mark.slow
def test_a_chip_that_is_its_own_port_comes_back(tmp_path_factory: pytest.TempPathFactory, home: Path) -> None:
    with running_board(tmp_path_factory.mktemp("pico"), *RP2) as board:
        mpremote = Mpremote(board.port, home)
        assert mpremote("exec", "import sys; print(sys.platform)") == "rp2\n"
        mpremote("exec", "kept = 1")
        mpremote("reset")
        board.wait_for(lambda: Path(board.port).exists())
        assert mpremote("exec", "print('kept' in globals())") == "False\n"
        mpremote("rtc", "--set")
        assert eval(mpremote("rtc"))[3] == time.localtime().tm_wday
        mpremote("bootloader")
        assert mpremote("eval", "1 + 1") == "2\n"
        assert mpremote("romfs", "query") == "ROMFS is not enabled on this device\n"
