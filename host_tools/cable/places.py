"""Where boards are: serial ports of this computer that look like one, and the virtual boards that run on it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..board.places import boards_folder
from ..board.ports.stable_link import LinkRefused, StableLink
from .problem import CableProblem
from .usb import usb_name

_BOOT_DRIVES = ("RPI-RP2", "RP2350")  # a Pico whose BOOTSEL was held shows itself as a drive of that name
_DRIVES_IN = ("/media/*", "/run/media/*", "/Volumes", "/dev/disk/by-label")


@dataclass(frozen=True)
class Place:
    """A board's port, and what is known of it from outside."""

    port: str
    what: str
    virtual: bool = False

    def __str__(self) -> str:
        return f"{self.port} ({self.what})" if self.what else self.port


def choose_place(port: str | None) -> Place:
    """The port that was asked for (a virtual board's name will do), else the only board there is. CableProblem when
    there is none, or several."""
    places = all_places()
    if port is not None:
        named = (each for each in places if each.port == port or (each.virtual and Path(each.port).name == port))
        return next(named, None) or Place(port, "")
    if len(places) == 1:
        return places[0]
    if places:
        raise CableProblem("port-several", ports=", ".join(map(str, places)), first=places[0].port)
    drive = _boot_drive()
    if drive:
        raise CableProblem("port-none-bootsel", drive=drive)
    raise CableProblem("port-none-windows" if sys.platform == "win32" else "port-none")


def all_places() -> list[Place]:
    return [*virtual_places(), *real_places()]


def real_places() -> Iterator[Place]:
    from serial.tools.list_ports import comports

    for found in sorted(comports(), key=lambda found: str(found.device)):
        name = usb_name(found.vid, found.pid)
        if name:
            yield Place(found.device, name)


def virtual_places() -> Iterator[Place]:
    """The living ones: a dead one's link may lead to somebody else's terminal."""
    folder = boards_folder()
    for link in sorted(folder.iterdir()) if folder.is_dir() else ():
        if link.is_symlink() and link.is_char_device() and _lives(link):
            yield Place(str(link), "marshrut board", True)


def _lives(link: Path) -> bool:
    if sys.platform != "linux":
        return True
    claim = StableLink(link)
    try:
        claim.claim()
    except LinkRefused:
        return True
    claim.release()
    return False


def _boot_drive() -> str:
    """The name of a Pico's boot drive, if one is there."""
    folders = [Path(f"{letter}:/") for letter in "DEFGHIJKLMNOP"] if sys.platform == "win32" else []
    for folder in folders:
        if (folder / "INFO_UF2.TXT").is_file():
            return str(folder)
    for pattern in _DRIVES_IN if sys.platform != "win32" else ():
        for folder in Path("/").glob(pattern[1:]):
            for name in _BOOT_DRIVES:
                if (folder / name).exists():
                    return name
    return ""
