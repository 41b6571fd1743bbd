"""Connections on which a request drips, nothing comes at all, or nobody takes the answer."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass, field

import pytest
from commonhour import Server

REQUEST_SECONDS = 30
"""How long a request may take to come."""

SLACK_SECONDS = 10


@dataclass
class Line:
    """A raw connection, and what came over it until it was closed."""

    server: Server
    begun: bytes
    drip: bytes = b""
    said: bytes = b""
    closed: float | None = None
    start: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.server.port), timeout=10)
        self.socket.sendall(self.begun)
        self.socket.setblocking(False)

    def look(self) -> None:
        if self.closed is not None:
            return
        try:
            if self.drip:
                self.socket.send(self.drip)
            while came := self.socket.recv(65_536):
                self.said += came
            self.closed = time.monotonic() - self.start
        except BlockingIOError:
            return
        except OSError:
            self.closed = time.monotonic() - self.start

    def status(self) -> int:
        return int(self.said.split(b" ", 2)[1]) if self.said else 0


def head(server: Server, path: str, length: int) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


def test_whoever_sends_too_slowly_is_hung_up_on_and_all_others_are_served(server: Server) -> None:
    get = f"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode()
    silent = [Line(server, b"") for _ in range(50)]
    dripping = [
        Line(server, head(server, "/api/v1/tokens", 5_000), b"{")
        for _ in range(20)
    ]
    headers = [Line(server, get + b"X-Slow: ", b"x") for _ in range(20)]
    chunked = [
        Line(
            server,
            head(server, "/api/v1/tokens", 0).replace(
                b"Content-Length: 0", b"Transfer-Encoding: chunked"
            ),
            b"1\r\n \r\n",
        )
        for _ in range(5)
    ]
    again = Line(server, get + b"\r\n" + get, b"X-Slow: x\r\n")
    lines = [*silent, *dripping, *headers, *chunked, again]
    end = time.monotonic() + REQUEST_SECONDS + SLACK_SECONDS
    answered = 0
    while time.monotonic() < end and any(one.closed is None for one in lines):
        for one in lines:
            one.look()
        answered += server.visitor().get("/readyz").status_code == 200
        time.sleep(0.5)
    for one in lines:
        assert one.closed is not None, f"still open: {one.begun!r}"
        assert REQUEST_SECONDS - 2 <= one.closed, f"closed after {one.closed:.1f} s: {one.begun!r}"
    assert {one.status() for one in silent} == {0}
    for one in (*dripping, *headers, *chunked):
        assert one.status() == 408, one.said
    assert again.said.startswith(b"HTTP/1.1 200") and b"HTTP/1.1 408" in again.said
    assert answered > 20


@pytest.mark.parametrize(
    ("request_line", "hosts", "status"),
    [
        ("GET /healthz HTTP/1.1", ["Host: localhost"], 200),
        ("GET /healthz HTTP/1.1", ["host:  127.0.0.1:8080  "], 200),
        ("GET /healthz HTTP/1.1", ["Host: [::1]:8080"], 200),
        ("GET http://localhost/healthz HTTP/1.1", ["Host: localhost"], 200),
        ("GET /healthz HTTP/1.1", [], 400),
        ("GET /healthz HTTP/1.1", ["Host:"], 400),
        ("GET /healthz HTTP/1.1", ["Host: a", "Host: a"], 400),
        ("GET /healthz HTTP/1.1", ["Host: a", "HOST: b"], 400),
        ("GET /healthz HTTP/1.1", ["Host: a, b"], 400),
        ("GET /healthz HTTP/1.1", ["Host: a/b"], 400),
        ("GET /healthz HTTP/1.1", ["Host: a b"], 400),
        ("GET /healthz HTTP/1.1", ["Host: a:port"], 400),
        ("GET /healthz HTTP/1.1", ["Host: [::1"], 400),
        ("GET /api/v1/me HTTP/1.1", [], 400),
        ("GET /healthz HTTP/1.0", [], 200),
        ("GET /healthz HTTP/1.0", ["Host: a"], 200),
        ("GET /healthz HTTP/1.0", ["Host: a", "Host: b"], 400),
    ],
)
def test_a_request_names_one_host(
    server: Server, request_line: str, hosts: list[str], status: int
) -> None:
    text = "\r\n".join([request_line, *hosts, "Connection: close", "", ""])
    line = Line(server, text.encode())
    while line.closed is None:
        line.look()
        assert time.monotonic() - line.start < SLACK_SECONDS
    assert line.status() == status, line.said
