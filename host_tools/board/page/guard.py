"""Who may ask the page's server for something: a browser on this computer that has been given the page's address.

Any page on the web can have a browser send requests to this computer. What such a page cannot do is guess the token in
the path, or send our Host and our Origin with it.
"""

import hmac
from typing import Protocol
from urllib.parse import urlsplit

HOST = "127.0.0.1"
MOST_BODY = 200  # bytes of a request


class Headers(Protocol):
    """Of a request."""

    def get(self, name: str, /) -> str | None: ...


class Guard:
    def __init__(self, token: str, port: int) -> None:
        self._token = token
        self._hosts = {f"{HOST}:{port}", f"localhost:{port}"}

    def path_within(self, target: str, headers: Headers, *, acts: bool) -> str | None:
        """What is asked for below the token; None for who may not. One that `acts` must say where it comes from."""
        host, origin = headers.get("Host"), headers.get("Origin")
        if host not in self._hosts:
            return None
        if origin is not None or acts:
            asked = urlsplit(origin or "")
            if asked.scheme != "http" or asked.netloc != host:
                return None
        if headers.get("Sec-Fetch-Site") not in (None, "none", "same-origin"):
            return None
        _, _, rest = target.partition("/")
        token, slash, path = rest.partition("/")
        if not slash or not hmac.compare_digest(token.encode(), self._token.encode()):
            return None
        return path
