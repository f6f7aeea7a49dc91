"""The board as a pseudo-terminal, with clients as they come: pyserial, `cat`, bare system calls."""

import errno
import os
import select
import subprocess
import termios
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import serial
from echo_console import EchoConsole, served
from hypothesis import given
from hypothesis import strategies as st
from marshrut.host_tools.board.ports import Cables
from marshrut.host_tools.board.ports.pty import PtyPort
from marshrut.host_tools.board.ports.stable_link import LinkRefused


@pytest.fixture
def console() -> EchoConsole:
    return EchoConsole()


@pytest.fixture
def link(tmp_path: Path) -> Path:
    return tmp_path / "robot"


@pytest.fixture
def cables(console: EchoConsole, link: Path) -> Iterator[Cables]:
    cables = Cables(console)
    cables.add(PtyPort(link))
    yield cables
    cables.close()


def opened(link: Path) -> int:
    return os.open(link, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)


def read_all(fd: int, quiet_s: float = 0.05) -> bytes:
    data = b""
    while select.select([fd], [], [], quiet_s)[0]:
        try:
            piece = os.read(fd, 65536)
        except OSError:
            break
        if not piece:
            break
        data += piece
    return data


def test_pyserial_types_and_reads(cables: Cables, console: EchoConsole, link: Path) -> None:
    with served(cables, console), serial.Serial(str(link), timeout=2, exclusive=True) as client:
        client.write(b"hello\r\n")
        assert client.read(7) == b"HELLO\r\n"


@given(data=st.binary(min_size=1, max_size=300))
def test_every_byte_goes_both_ways(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    console = EchoConsole(change=lambda typed: typed, room=50)
    cables = Cables(console)
    link = tmp_path_factory.mktemp("pty") / "robot"
    cables.add(PtyPort(link))
    try:
        with served(cables, console), serial.Serial(str(link), timeout=2) as client:
            client.write(data + bytes(range(256)))
            assert client.read(len(data) + 256) == data + bytes(range(256))
    finally:
        cables.close()


def test_a_client_that_sets_nothing_gets_the_bytes_as_they_are(
    cables: Cables, console: EchoConsole, link: Path
) -> None:
    with served(cables, console), subprocess.Popen(["cat", str(link)], stdout=subprocess.PIPE) as cat:
        time.sleep(0.2)
        console.say(b"\x04\x03\r\n>\x11\x13\x7f\xff")
        assert cat.stdout is not None
        assert os.read(cat.stdout.fileno(), 100) == b"\x04\x03\r\n>\x11\x13\x7f\xff"
        cat.kill()


def test_a_terminal_that_a_client_changed_is_raw_for_the_next(cables: Cables, console: EchoConsole, link: Path) -> None:
    with served(cables, console):
        subprocess.run(["stty", "-F", str(link), "sane"], check=True)
        time.sleep(0.05)
        client = opened(link)
        os.write(client, b"a\r\x03\x04b")
        assert read_all(client) == b"A\r\x03\x04B"
        os.close(client)


def test_output_for_nobody_is_dropped(cables: Cables, console: EchoConsole, link: Path) -> None:
    console.say(b"for nobody" * 10_000)
    began = time.monotonic()
    cables.serve(0)
    assert time.monotonic() - began < 0.1
    client = opened(link)
    cables.serve(0.01)
    assert read_all(client) == b""
    os.close(client)


def test_a_client_is_heard_though_its_predecessor_went_while_the_board_spoke(
    cables: Cables, console: EchoConsole, link: Path
) -> None:
    client = opened(link)
    cables.serve(0.01)
    os.close(client)
    console.say(b"bye")  # it is the sending that finds nobody there
    cables.serve(0)
    client = opened(link)
    os.write(client, b"x")
    assert cables.serve(1)
    os.close(client)


def test_what_one_client_did_not_read_does_not_greet_the_next(cables: Cables, console: EchoConsole, link: Path) -> None:
    client = opened(link)
    cables.serve(0.01)
    console.say(b"unread" * 1500)
    cables.serve(0)
    os.close(client)
    cables.serve(0.01)
    client = opened(link)
    cables.serve(0.01)
    console.say(b"now")
    cables.serve(0)
    assert read_all(client) == b"now"
    os.close(client)


def test_what_was_typed_by_a_client_that_went_arrives(cables: Cables, console: EchoConsole, link: Path) -> None:
    client = opened(link)
    os.write(client, b"typed and gone")
    os.close(client)
    assert cables.serve(1)
    assert console.typed == b"typed and gone"


def test_clients_in_quick_succession(cables: Cables, console: EchoConsole, link: Path) -> None:
    with served(cables, console, 5.0):
        slowest = 0.0
        for number in range(100):
            began = time.monotonic()
            with serial.Serial(str(link), timeout=2, exclusive=True) as client:
                client.write(b"x%d" % number)
                assert client.read(len(b"x%d" % number)) == b"X%d" % number
            slowest = max(slowest, time.monotonic() - began)
    assert slowest < 1


def test_what_there_is_no_room_for_stays_in_the_cable(cables: Cables, console: EchoConsole, link: Path) -> None:
    client = opened(link)
    console.fill()
    os.write(client, b"abc")
    began = time.process_time()
    assert not cables.serve(0.3)
    assert time.process_time() - began < 0.1
    assert console.typed == b""
    console.frame()
    assert cables.serve(0)
    assert console.typed == b"abc"
    os.close(client)


def test_much_both_ways_with_a_small_room_and_a_slow_reader(cables: Cables, link: Path) -> None:
    del cables  # its link is the same
    console = EchoConsole(change=lambda typed: typed, room=100)
    mine = link.with_name("other")
    cables = Cables(console)
    cables.add(PtyPort(mine))
    data = bytes(os.urandom(200_000))
    got = bytearray()
    with served(cables, console, 1.0):
        client = os.open(mine, os.O_RDWR | os.O_NOCTTY)

        def write() -> None:
            sent = 0
            while sent < len(data):
                sent += os.write(client, data[sent : sent + 4096])

        writer = threading.Thread(target=write)
        writer.start()
        while len(got) < len(data) and select.select([client], [], [], 5)[0]:
            got += os.read(client, 2048)
            time.sleep(0.005)
        writer.join(5)
        os.close(client)
    cables.close()
    assert got == data


def test_a_client_that_does_not_read_costs_half_a_second_once(cables: Cables, console: EchoConsole, link: Path) -> None:
    client = opened(link)
    cables.serve(0.01)
    console.say(b"a" * 100_000)
    began = time.monotonic()
    cables.serve(0)
    assert 0.4 < time.monotonic() - began < 1.5
    began = time.monotonic()
    for _ in range(20):
        console.say(b"b" * 1000)
        cables.serve(0)
    assert time.monotonic() - began < 0.4
    read_all(client)
    console.say(b"it reads again")
    cables.serve(0)
    assert read_all(client) == b"it reads again"
    os.close(client)


def test_a_client_that_does_not_read_can_still_type(cables: Cables, console: EchoConsole, link: Path) -> None:
    client = opened(link)
    cables.serve(0.01)
    console.say(b"a" * 100_000)
    os.write(client, b"\x03")
    began = time.monotonic()
    assert cables.serve(0)
    assert time.monotonic() - began < 0.2
    assert console.typed == b"\x03"
    os.close(client)


def test_a_second_client_is_refused_by_the_lock(cables: Cables, console: EchoConsole, link: Path) -> None:
    with served(cables, console), serial.Serial(str(link), exclusive=True), pytest.raises(serial.SerialException):
        serial.Serial(str(link), exclusive=True)


def test_a_pulled_cable(cables: Cables, console: EchoConsole, link: Path) -> None:
    client = opened(link)
    cables.serve(0.01)
    cables.unplug()
    assert not cables.plugged
    assert not link.is_symlink()
    with pytest.raises(OSError) as lost:
        os.write(client, b"x")
    assert lost.value.errno == errno.EIO
    assert os.read(client, 10) == b""
    console.say(b"for nobody")
    assert not cables.serve(0.01)
    cables.plug_in()
    os.close(client)
    client = opened(link)
    os.write(client, b"back")
    assert cables.serve(1)
    assert read_all(client) == b"BACK"
    os.close(client)


def test_no_descriptor_is_left(console: EchoConsole, tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        cables = Cables(console)
        cables.add(PtyPort(tmp_path / "robot"))
        for _ in range(200):
            cables.serve(0)
            cables.unplug()
            cables.plug_in()
        cables.close()
    assert len(os.listdir("/proc/self/fd")) == before
    assert list(tmp_path.iterdir()) == []


def test_a_wait_ends_by_a_wake_up_and_by_input(cables: Cables, console: EchoConsole, link: Path) -> None:
    client = opened(link)
    for act, said in ((cables.wake, False), (lambda: os.write(client, b"x"), True)):
        began = time.monotonic()
        threading.Timer(0.1, act).start()
        assert cables.serve(10) is said
        assert time.monotonic() - began < 1
    cables.wake()
    began = time.monotonic()
    assert not cables.serve(10)
    assert time.monotonic() - began < 1
    os.close(client)


def test_waiting_with_nobody_there_is_cheap(cables: Cables) -> None:
    began = time.process_time()
    cables.serve(1)
    assert time.process_time() - began < 0.2


def test_the_link_of_a_dead_board_is_replaced(console: EchoConsole, link: Path) -> None:
    for target in ("/dev/pts/99999", "/dev/pts/ptmx"):
        link.symlink_to(target)
        cables = Cables(console)
        cables.add(PtyPort(link))
        assert os.readlink(link) != target
        cables.close()
        assert not link.is_symlink()


def test_the_link_of_a_living_board_is_refused(cables: Cables, link: Path) -> None:
    target = os.readlink(link)
    for name in (link, link.parent / ".." / link.parent.name / link.name):
        with pytest.raises(LinkRefused) as refused:
            PtyPort(name).plug_in(None)  # type: ignore[arg-type]
        assert (refused.value.link, refused.value.why) == (name, "board-lives")
    cables.unplug()
    with pytest.raises(LinkRefused):
        PtyPort(link).plug_in(None)  # type: ignore[arg-type]
    cables.plug_in()
    assert os.path.exists(link), target


def test_nothing_else_is_overwritten(console: EchoConsole, link: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    cables = Cables(console)
    link.write_text("precious")
    with pytest.raises(LinkRefused) as refused:
        cables.add(PtyPort(link))
    assert refused.value.why == "not-a-board"
    assert link.read_text() == "precious"
    link.unlink()
    link.symlink_to("/dev/ttyACM0")
    with pytest.raises(LinkRefused):
        cables.add(PtyPort(link))
    assert os.readlink(link) == "/dev/ttyACM0"
    cables.close()
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_link_that_is_no_longer_ours_stays(console: EchoConsole, link: Path) -> None:
    cables = Cables(console)
    cables.add(PtyPort(link))
    link.unlink()
    link.symlink_to("/dev/null")
    cables.close()
    assert os.readlink(link) == "/dev/null"


def test_a_link_that_cannot_come_back_leaves_the_cable_out(cables: Cables, console: EchoConsole, link: Path) -> None:
    cables.unplug()
    link.write_text("precious")
    with pytest.raises(LinkRefused):
        cables.plug_in()
    assert not cables.plugged
    cables.serve(0)
    link.unlink()
    cables.plug_in()
    client = opened(link)
    os.write(client, b"back")
    assert cables.serve(1)
    os.close(client)


def test_a_client_that_vanishes_at_any_point(cables: Cables, console: EchoConsole, link: Path) -> None:
    with served(cables, console, 0.001):
        for number in range(200):
            client = opened(link)
            if number % 2:
                with suppress(BlockingIOError):  # full: the echo, unread, holds the board up
                    os.write(client, b"x" * number)
            if number % 3:
                console.say(b"y" * 5000)
            if number % 5 == 0:
                termios.tcflush(client, termios.TCIOFLUSH)
            os.close(client)
