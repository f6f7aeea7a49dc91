"""The board as a serial port over TCP, with pyserial's own client and with clients that know no better."""

import os
import socket
import subprocess
import sys
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
from marshrut.host_tools.board.ports.rfc2217 import Rfc2217Port
from serial.rfc2217 import COM_PORT_OPTION, DO, IAC, SB, SE, SET_BAUDRATE, SET_PARITY

# pyserial's own client names its thread the old way.
pytestmark = pytest.mark.filterwarnings("ignore:set(Daemon|Name):DeprecationWarning")


@pytest.fixture
def console() -> EchoConsole:
    return EchoConsole()


@pytest.fixture
def cables(console: EchoConsole) -> Iterator[Cables]:
    cables = Cables(console)
    yield cables
    cables.close()


@pytest.fixture
def port(cables: Cables) -> Rfc2217Port:
    port = Rfc2217Port()
    cables.add(port)
    return port


def opened(port: Rfc2217Port) -> serial.SerialBase:
    return serial.serial_for_url(port.url, timeout=2)


def connected(port: Rfc2217Port) -> socket.socket:
    """As a client of this protocol begins: with a command."""
    client = socket.create_connection(("127.0.0.1", port.port), timeout=2)
    client.sendall(IAC + DO + COM_PORT_OPTION)
    return client


def ended(client: socket.socket) -> bool:
    """The other side closes, after what it had said."""
    try:
        while client.recv(4096):
            pass
    except ConnectionResetError:
        pass
    except TimeoutError:
        return False
    return True


def test_pyserial_types_and_reads(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    assert port.url == f"rfc2217://127.0.0.1:{port.port}"
    with served(cables, console), opened(port) as client:
        client.baudrate = 9600
        client.rts = False
        assert client.cts and client.dsr and client.cd and not client.ri
        client.write(b"hello\r\n")
        assert client.read(7) == b"HELLO\r\n"


def test_every_byte_goes_both_ways(cables: Cables) -> None:
    console = EchoConsole(change=lambda typed: typed, room=50)
    cables = Cables(console)
    port = Rfc2217Port()
    cables.add(port)
    pieces = st.one_of(st.binary(max_size=50), st.sampled_from([b"\xff", b"\xff\xff\xf0", b"\xff\xfa", b"\x00\r\n"]))

    @given(data=st.lists(pieces).map(b"".join))
    def goes_both_ways(data: bytes) -> None:
        client.write(data + bytes(range(256)))
        assert client.read(len(data) + 256) == data + bytes(range(256))

    try:
        with served(cables, console), opened(port) as client:
            goes_both_ways()
    finally:
        cables.close()


@pytest.mark.slow
def test_much_both_ways_with_a_small_room_and_a_slow_reader(cables: Cables) -> None:
    console = EchoConsole(change=lambda typed: typed, room=100)
    cables = Cables(console)
    port = Rfc2217Port()
    cables.add(port)
    data = os.urandom(200_000)
    got = bytearray()
    try:
        with served(cables, console, 1.0), opened(port) as client:
            writer = threading.Thread(target=client.write, args=(data,))
            writer.start()
            while len(got) < len(data):
                piece = client.read(4096)
                assert piece
                got += piece
                time.sleep(0.005)
            writer.join(5)
    finally:
        cables.close()
    assert got == data


def test_one_client_at_a_time(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    with served(cables, console), opened(port) as first:
        for _ in range(5):
            with connected(port) as second:
                assert ended(second)
        first.write(b"still here")
        assert first.read(10) == b"STILL HERE"


def test_a_client_that_closed_makes_place_for_the_next(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    """Both wait when the board looks: the first one's good-bye and the second."""
    console.fill()
    first = connected(port)
    cables.serve(0.05)
    first.sendall(b"typed and gone" * 1000)
    first.close()
    with connected(port) as second:
        cables.serve(0.05)
        second.sendall(b", and more")
        for _ in range(100):
            console.frame()
            cables.serve(0.01)
    assert console.typed == b"typed and gone" * 1000 + b", and more"


def test_what_posts_to_every_port_types_nothing(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    """A web page may make its reader's browser do so."""
    with socket.create_connection(("127.0.0.1", port.port), timeout=2) as stranger:
        stranger.sendall(
            b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n\x03\x03\rprint('typed')\r" + IAC + DO + COM_PORT_OPTION
        )
        for _ in range(10):
            cables.serve(0.02)
        assert ended(stranger)
    assert console.typed == b""
    with connected(port) as client:
        cables.serve(0.02)
        client.sendall(b"mine")
        for _ in range(10):
            cables.serve(0.02)
    assert console.typed == b"mine"


def test_clients_in_quick_succession(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    with served(cables, console, 5.0):
        for number in range(4):  # each waits 0.6 s in pyserial
            with opened(port) as client:
                client.write(b"x%d" % number)
                assert client.read(2) == b"X%d" % number


def test_a_client_is_answered_though_the_board_takes_no_input(
    cables: Cables, console: EchoConsole, port: Rfc2217Port
) -> None:
    client = connected(port)
    console.fill()
    cables.serve(0.05)
    client.sendall(b"x" * 100)
    client.sendall(IAC + SB + COM_PORT_OPTION + SET_BAUDRATE + b"\x00\x00\x25\x80" + IAC + SE)
    began = time.process_time()
    cables.serve(0.3)
    assert time.process_time() - began < 0.1
    assert b"\x65\x00\x00\x25\x80" in client.recv(4096)
    client.close()


def test_output_for_nobody_is_dropped(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    console.say(b"for nobody")
    cables.serve(0)
    with connected(port) as client:
        cables.serve(0.05)
        console.say(b"now")
        cables.serve(0)
        said = client.recv(4096)
        assert said.endswith(b"now") and b"for nobody" not in said


def test_a_client_that_does_not_read_costs_half_a_second_once(
    cables: Cables, console: EchoConsole, port: Rfc2217Port
) -> None:
    client = connected(port)
    cables.serve(0.05)
    console.say(b"\xff" * 4_000_000)
    began = time.monotonic()
    cables.serve(0)
    assert 0.4 < time.monotonic() - began < 2
    cables.serve(0.05)
    assert not port.backlog()
    began = time.monotonic()
    for _ in range(20):
        console.say(b"b" * 1000)
        cables.serve(0)
    assert time.monotonic() - began < 0.3

    def say() -> None:
        cables.serve(0.2)  # the socket takes what it was given first
        console.say(b"it reads again")
        cables.serve(0)
        cables.unplug()

    speaker = threading.Timer(0.2, say)
    speaker.start()
    got = b""
    with suppress(ConnectionResetError):
        while piece := client.recv(1 << 20):
            got += piece
    speaker.join()
    said = got[got.index(b"\xff\xff\xff\xff") :]
    assert said.endswith(b"it reads again")
    assert said.count(b"\xff") % 2 == 0, "half of an escaped byte was dropped"
    client.close()


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "nonsense",
    [
        IAC + SE,
        IAC + SB + COM_PORT_OPTION + SET_BAUDRATE + b"\x01" + IAC + SE,
        IAC + SB + COM_PORT_OPTION + SET_PARITY + b"\x77" + IAC + SE,
        IAC + SB + COM_PORT_OPTION,
        b"GET / HTTP/1.1\r\n\r\n",
    ],
)
def test_a_client_that_talks_nonsense_does_no_harm(
    nonsense: bytes, cables: Cables, console: EchoConsole, port: Rfc2217Port
) -> None:
    with served(cables, console):
        with connected(port) as client:
            client.sendall(nonsense)
            client.shutdown(socket.SHUT_WR)
            assert ended(client)
        with opened(port) as client:
            client.write(b"x")
            assert client.read(1) == b"X"


def test_a_client_that_vanishes_at_any_point(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    with served(cables, console, 0.001):
        for number in range(200):
            client = connected(port)
            if number % 2:
                client.sendall(b"x" * number)
            if number % 3:
                console.say(b"y" * 50_000)
            if number % 5 == 0:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # reset, no good-bye
            client.close()


def test_a_pulled_cable(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    number = port.port
    client = connected(port)
    cables.serve(0.05)
    cables.unplug()
    assert ended(client)
    with pytest.raises(ConnectionRefusedError):
        connected(port)
    client.close()
    cables.plug_in()
    assert port.port == number
    with served(cables, console), opened(port) as again:
        again.write(b"back")
        assert again.read(4) == b"BACK"


def test_a_pulled_cable_is_noticed_by_pyserial(cables: Cables, console: EchoConsole, port: Rfc2217Port) -> None:
    with served(cables, console):
        client = opened(port)
    cables.unplug()
    time.sleep(0.2)
    with pytest.raises(serial.SerialException):
        client.read(1)
    client.close()


def test_no_descriptor_is_left(console: EchoConsole, tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    cables = Cables(console)
    cables.add(PtyPort(tmp_path / "robot"))
    port = Rfc2217Port()
    cables.add(port)
    for _ in range(200):
        with connected(port):
            cables.serve(0)
            cables.unplug()
            cables.plug_in()
    cables.close()
    cables.close()
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_port_of_another_program_is_refused(cables: Cables, port: Rfc2217Port) -> None:
    with pytest.raises(OSError):
        cables.add(Rfc2217Port(port.port))
    cables.serve(0)


def test_two_clients_of_one_board(cables: Cables, console: EchoConsole, port: Rfc2217Port, tmp_path: Path) -> None:
    cables.add(PtyPort(tmp_path / "robot"))
    with served(cables, console), opened(port) as one, serial.Serial(str(tmp_path / "robot"), timeout=2) as two:
        one.write(b"one")
        assert (one.read(3), two.read(3)) == (b"ONE", b"ONE")
        two.write(b"two")
        assert (one.read(3), two.read(3)) == (b"TWO", b"TWO")


def test_a_client_that_does_not_read_keeps_the_other_at_most_half_a_second(
    cables: Cables, console: EchoConsole, port: Rfc2217Port, tmp_path: Path
) -> None:
    cables.add(PtyPort(tmp_path / "robot"))
    idle = os.open(tmp_path / "robot", os.O_RDWR | os.O_NOCTTY)
    with served(cables, console), opened(port) as client:
        began = time.monotonic()
        for _ in range(10):
            client.write(b"x" * 4000)
            assert client.read(4000) == b"X" * 4000
        assert time.monotonic() - began < 3
    os.close(idle)


def test_it_needs_no_pseudo_terminals() -> None:
    """Windows has none of these modules."""
    program = """
import sys
sys.modules.update(pty=None, tty=None)
from marshrut.host_tools.board.ports import Cables
from marshrut.host_tools.board.ports.rfc2217 import Rfc2217Port
"""
    subprocess.run([sys.executable, "-c", program], check=True)
