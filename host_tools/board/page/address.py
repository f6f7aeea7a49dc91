"""Where a board's page is found: the same place each time, so that a page left open finds its board again."""

import json
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Address:
    """`port` 0: any that is free."""

    port: int
    token: str


def kept_address(path: Path) -> Address:
    """The one that was kept there, or a new one."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        port, token = kept["port"], kept["token"]
        if isinstance(port, int) and 1024 <= port <= 65535 and re.fullmatch(r"[\w-]{20,}", token):
            return Address(port, token)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return Address(0, secrets.token_urlsafe(24))


def keep_address(path: Path, address: Address) -> None:
    """For this person's eyes only. Where it cannot be kept, the next page has another address."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            json.dump({"port": address.port, "token": address.token}, out)
    except OSError:
        pass
