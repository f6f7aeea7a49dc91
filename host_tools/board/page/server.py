"""The page's server: HTTP on this computer alone. What it serves is a `Source`'s; who is served, see `guard`."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from .address import Address
from .guard import HOST, MOST_BODY, Guard

MOST_VIEWERS = 32
_HTML = "text/html; charset=utf-8"


class Source(Protocol):
    """What is served. Its methods are called from several threads."""

    def page(self) -> str: ...
    def messages(self, over: Callable[[float], bool]) -> Iterator[str]: ...
    def replay(self, number: int, lang: str) -> str | None: ...
    def act(self, robot: int, command: str) -> bool: ...


class PageServer:
    """Serves until `close`."""

    def __init__(self, source: Source, address: Address) -> None:
        self.source = source
        self.over = threading.Event()
        self.viewers = threading.BoundedSemaphore(MOST_VIEWERS)
        try:
            self._server = _Server((HOST, address.port), _Handler)
        except OSError:
            self._server = _Server((HOST, 0), _Handler)
        self.address = Address(self._server.server_address[1], address.token)
        self.guard = Guard(address.token, self.address.port)
        self._server.pages = self
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.address.port}/{self.address.token}/"

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name == "posix"  # elsewhere it would let another program take the port away
    pages: PageServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes in the middle of an answer is no fault."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 20  # seconds, for a browser that neither asks nor takes
    server_version, sys_version = "marshrut", ""

    def do_GET(self) -> None:
        pages = self.server.pages
        path = pages.guard.path_within(self.path, self.headers, acts=False)
        asked = urlsplit(path or "")
        if path is None:
            self._refuse(403)
        elif asked.path == "":
            self._answer(200, _HTML, pages.source.page())
        elif asked.path == "events":
            self._tell(pages)
        elif asked.path.startswith("runs/") and asked.path[5:].isdecimal():
            lang = parse_qs(asked.query).get("lang", [""])[0]
            text = pages.source.replay(int(asked.path[5:][:9]), lang)
            self._answer(200, _HTML, text) if text is not None else self._refuse(404)
        else:
            self._refuse(404)

    def do_POST(self) -> None:
        pages = self.server.pages
        length = self.headers.get("Content-Length", "")
        if pages.guard.path_within(self.path, self.headers, acts=True) != "do":
            self._refuse(403)
        elif not (length.isdecimal() and len(length) < 9 and int(length) <= MOST_BODY):
            self._refuse(400)
        else:
            done = self._act(pages, self.rfile.read(int(length)))
            self._answer(200, "application/json", "{}") if done else self._refuse(400)

    def _act(self, pages: PageServer, body: bytes) -> bool:
        try:
            asked = json.loads(body)
            robot, command = asked["robot"], asked["command"]
        except (ValueError, KeyError, TypeError):
            return False
        return isinstance(robot, int) and isinstance(command, str) and pages.source.act(robot, command)

    def _tell(self, pages: PageServer) -> None:
        """Server-sent events, for as long as the page listens."""
        if not pages.viewers.acquire(blocking=False):
            self._refuse(503)
            return
        try:
            self._head(200, "text/event-stream")
            for message in pages.source.messages(pages.over.wait):
                self.wfile.write(f"data: {message}\n\n".encode())
                self.wfile.flush()
        finally:
            pages.viewers.release()

    def _answer(self, status: int, kind: str, text: str) -> None:
        data = text.encode()
        self._head(status, kind, len(data))
        self.wfile.write(data)

    def _refuse(self, status: int) -> None:
        self._answer(status, "text/plain; charset=utf-8", "")

    def _head(self, status: int, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in (
            ("Cache-Control", "no-store"),
            ("Connection", "close"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
        ):
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal has other things to show."""
