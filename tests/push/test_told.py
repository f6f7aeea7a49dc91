"""What a person is told when a board cannot be had or used, in three languages; and when.

`python tests/push/test_told.py` writes the told sentences anew: read them before they are kept.
"""

import errno
import os
import socket
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from marshrut.host_tools.cable import places, refusals
from marshrut.host_tools.cable.places import choose_place
from marshrut.host_tools.cable.problem import CableProblem
from marshrut.simulator.fault_codes import CODES
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.problems import tell

TOLD = Path(__file__).parent / "told"
PORT = "/dev/ttyACM0"
# Everything with a code of its own, as it may happen.
CASES: dict[str, dict[str, str | int]] = {
    "port-none": {},
    "port-none-windows": {},
    "port-none-bootsel": {"drive": "RPI-RP2"},
    "port-several": {"ports": "COM3 (CH340), COM4 (Raspberry Pi Pico (RP2))", "first": "COM3"},
    "port-missing": {"port": "COM9"},
    "port-forbidden": {"port": PORT, "group": "dialout"},
    "port-forbidden-elsewhere": {"port": "/dev/cu.usbmodem1101"},
    "port-busy": {"port": "COM4"},
    "port-busy-by": {"port": PORT, "program": "thonny"},
    "port-fails": {"port": PORT, "what": "Input/output error"},
    "port-not-serial": {"port": "/tmp"},
    "port-no-address": {"port": "socket://x"},
    "port-nobody": {"port": "rfc2217://127.0.0.1:9"},
    "board-silent": {"port": "COM4"},
    "board-boot-hangs": {"port": "COM4"},
    "board-not-micropython": {"port": "COM4"},
    "board-old": {"version": "1.19.1", "wanted": "1.23", "port": "COM4"},
    "board-lost": {"port": "COM4"},
    "board-refuses": {"what": "OSError: 5"},
    "push-flash-full": {"need_kb": 132, "free_kb": 60},
    "push-damaged": {"file": "program.py"},
    "push-pin-map-needed": {"machine": "Raspberry Pi Pico 2 with RP2350", "known": "pico_rover, pico_w_rover, xrp"},
    "push-pin-map-other-chip": {
        "name": "esp32_rover",
        "machine": "Raspberry Pi Pico with RP2040",
        "known": "pico_rover, pico_w_rover, xrp",
    },
    "push-name-taken": {"file": "boot.py", "program": "ride"},
    "push-folder-in-way": {"path": "/data"},
    "push-file-in-way": {"path": "/data"},
    "push-not-sent": {},
    "rescue-in-vain": {"port": "COM4"},
    "rescue-in-vain-virtual": {"port": "/home/pupil/.marshrut/board"},
    "pull-missing": {"file": "run.csv"},
    "pull-nothing": {},
    "pull-exists": {"file": "mine.py"},
    "logs-none": {},
    "logs-no-record": {"file": "points.csv"},
}


def told(lang: str) -> str:
    return "".join(tell(lang, message_id, **params) + "\n" for message_id, params in CASES.items())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_the_one_that_was_read(lang: str) -> None:
    assert told(lang) == (TOLD / f"{lang}.txt").read_text(encoding="utf-8")


def test_every_code_of_boards_is_among_them() -> None:
    families = ("port-", "board-", "push-", "pull-", "logs-", "rescue-")
    ours = {message_id for message_id, code in CODES.items() if message_id.startswith(families) and code[0] == "B"}
    assert ours == CASES.keys()


# Finding the port


@pytest.fixture(autouse=True)
def no_virtual_boards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSHRUT_BOARDS", str(tmp_path))


def ports(monkeypatch: pytest.MonkeyPatch, *found: tuple[str, int | None, int | None]) -> None:
    listed = [SimpleNamespace(device=device, vid=vid, pid=pid) for device, vid, pid in found]
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: listed)


def problem_of(port: str | None = None) -> CableProblem:
    with pytest.raises(CableProblem) as caught:
        choose_place(port)
    return caught.value


def test_the_only_board_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    ports(monkeypatch, ("COM1", None, None), ("COM4", 0x2E8A, 0x0005), ("COM5", 0x1234, 1))
    place = choose_place(None)
    assert (place.port, str(place)) == ("COM4", "COM4 (Raspberry Pi Pico (RP2))")


def test_two_boards_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    ports(monkeypatch, ("COM4", 0x2E8A, 0x0005), ("COM3", 0x1A86, 0x7523))
    problem = problem_of()
    assert problem.message_id == "port-several"
    assert problem.params["ports"] == "COM3 (CH340), COM4 (Raspberry Pi Pico (RP2))"
    assert choose_place("COM3").port == "COM3"


@pytest.mark.parametrize(("system", "message_id"), [("linux", "port-none"), ("win32", "port-none-windows")])
def test_none_is_said_for_each_system(monkeypatch: pytest.MonkeyPatch, system: str, message_id: str) -> None:
    ports(monkeypatch)
    monkeypatch.setattr(places, "_boot_drive", lambda: "")
    monkeypatch.setattr(places.sys, "platform", system)
    assert problem_of().message_id == message_id


def test_a_board_that_waits_for_its_firmware_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ports(monkeypatch)
    (tmp_path / "RPI-RP2").mkdir()
    monkeypatch.setattr(places, "_DRIVES_IN", (str(tmp_path),))
    assert problem_of().params == {"drive": "RPI-RP2"}


def test_a_dead_virtual_board_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ports(monkeypatch)
    (tmp_path / "board").symlink_to("/dev/ptmx")
    assert list(places.virtual_places()) == [] or sys.platform != "linux"


@pytest.mark.parametrize(
    ("error", "message_id"),
    [
        (OSError(errno.ENOENT, "could not open port"), "port-missing"),
        (OSError(errno.EACCES, "Permission denied"), "port-forbidden"),
        (OSError(errno.EBUSY, "Device or resource busy"), "port-busy"),
        (OSError(errno.EAGAIN, "Could not exclusively lock port"), "port-busy"),
        (OSError(errno.EIO, "Input/output error"), "port-fails"),
        (ValueError("unknown protocol"), "port-missing"),
    ],
)
def test_why_a_port_cannot_be_opened(monkeypatch: pytest.MonkeyPatch, error: Exception, message_id: str) -> None:
    def refuse(*arguments: Any, **options: Any) -> None:
        raise error

    monkeypatch.setattr("serial.serial_for_url", refuse)
    problem = refusals.why_not("/dev/nowhere")
    assert problem is not None and problem.message_id == message_id


@pytest.mark.parametrize(
    ("port", "message_id"),
    [
        ("socket://x", "port-no-address"),
        ("rfc2217://127.0.0.1", "port-no-address"),
        ("rfc2217://127.0.0.1:99999", "port-no-address"),
        ("rfc2217://127.0.0.1:9?nope", "port-no-address"),
        ("rfc2217://no.such.host.example:9", "port-no-address"),
        ("rfc2217://127.0.0.1:9", "port-nobody"),
        (str(Path(__file__).parent), "port-not-serial"),
        (__file__, "port-not-serial"),
        *([("/dev/null", "port-not-serial")] if os.name == "posix" else []),
        ("/dev/nowhere", "port-missing"),
        ("nowhere", "port-missing"),
    ],
)
def test_what_is_no_board_s_port(port: str, message_id: str) -> None:
    problem = refusals.why_not(port)
    assert problem is not None and problem.message_id == message_id


@pytest.mark.slow
def test_an_address_where_somebody_is_and_does_not_talk() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = f"rfc2217://127.0.0.1:{silent.getsockname()[1]}"
        problem = refusals.why_not(port)
    assert problem is not None and problem.message_id == "port-busy"


def test_a_virtual_board_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ports(monkeypatch)
    monkeypatch.setattr(places, "virtual_places", lambda: [places.Place(str(tmp_path / "ann"), "marshrut board", True)])
    assert choose_place("ann") == choose_place(None) == choose_place(str(tmp_path / "ann"))
    assert choose_place("bob").port == "bob"


def test_the_program_that_has_the_port_is_named() -> None:
    for command, name in [
        (["/usr/bin/python3", "/usr/bin/thonny"], "thonny"),
        (["python3.11", "-m", "mpremote", "repl"], "mpremote"),
        (["/usr/bin/screen", "/dev/ttyACM0"], "screen"),
    ]:
        assert refusals._program_name(command) == name


if __name__ == "__main__":
    TOLD.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (TOLD / f"{language}.txt").write_text(told(language), encoding="utf-8")
