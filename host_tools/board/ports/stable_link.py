"""The one name under which a board's PTY is found, whatever number the system gives it.

A board that was killed leaves its link behind, and the number in it may be another terminal's by now. So a living board
is known by more than its link: on Linux it holds an abstract socket named after the link, which the system lets go with
the process. Elsewhere a link that leads to a terminal counts as a living board's.
"""

import errno
import hashlib
import os
import socket
import sys
from pathlib import Path

# Where the system has its pseudo-terminals: Linux, macOS.
PTYS = ("/dev/pts/", "/dev/ttys")


class LinkRefused(Exception):
    """A board cannot be found under this name: `why` is "board-lives" or "not-a-board" (something else lies there)."""

    def __init__(self, link: Path, why: str) -> None:
        super().__init__(f"{link}: {why}")
        self.link = link
        self.why = why


class StableLink:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._target: str | None = None
        self._claim: socket.socket | None = None

    def claim(self) -> None:
        """Be the one living board of this name until `release`. LinkRefused if another one is."""
        if self._claim is not None or sys.platform != "linux":
            return
        place = self._path.parent.resolve() / self._path.name
        name = hashlib.sha256(os.fsencode(place)).hexdigest()
        claim = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            claim.bind(f"\0marshrut-board-{name}")
        except OSError as error:
            claim.close()
            if error.errno == errno.EADDRINUSE:
                raise LinkRefused(self._path, "board-lives") from None
            return  # forbidden here: do as elsewhere
        self._claim = claim

    def point_to(self, target: str) -> None:
        """Lead to this terminal. LinkRefused, and nothing changed, if what lies there is not a dead board's link."""
        if self._path.is_symlink():
            if not os.readlink(self._path).startswith(PTYS):
                raise LinkRefused(self._path, "not-a-board")
            if self._claim is None and self._path.exists():
                raise LinkRefused(self._path, "board-lives")
            self._path.unlink(missing_ok=True)
        try:
            os.symlink(target, self._path)  # at once or not at all, and never over what is there
        except FileExistsError:
            raise LinkRefused(self._path, "not-a-board") from None
        self._target = target

    def remove(self) -> None:
        """Take the link away if it still is this board's."""
        target, self._target = self._target, None
        try:
            if target is not None and os.readlink(self._path) == target:
                self._path.unlink()
        except OSError:
            pass  # someone was faster

    def release(self) -> None:
        if self._claim is not None:
            self._claim.close()
            self._claim = None
