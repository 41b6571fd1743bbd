"""How the server behaves towards any client: limits, errors, headers, and its own health."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from commonhour import Client, Server, new_key, ok, problem


@pytest.fixture
def member(server: Server) -> Client:
    return server.a("member")


def post(
    person: Client, body: bytes | Iterator[bytes], path: str = "transfers", **headers: str
) -> requests.Response:
    """Posts exactly these bytes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = {"Content-Type": "application/json", "Idempotency-Key": new_key()} | named
    return person.session.post(person.address(path), data=body, headers=sent, timeout=20)


def raw(server: Server, text: bytes, answer_bytes: int = 65536) -> bytes:
    """What comes back for these bytes on a fresh connection, until it closes or falls silent."""
    address = urlsplit(server.url)
    answer = b""
    with socket.create_connection((address.hostname, address.port), timeout=5) as line:
        line.sendall(text)
        try:
            while chunk := line.recv(answer_bytes):
                answer += chunk
        except (TimeoutError, ConnectionResetError):
            pass
    return answer


BROKEN = {
    "nothing": b"",
    "half": b'{"from":',
    "open": b"{",
    "words": b"hello",
    "two": b"{}{}",
    "a list": b"[]",
    "a text": b'"x"',
    "a number": b"7",
    "null": b"null",
    "not UTF-8": b'{"memo":"\xff\xfe"}',
    "a lone surrogate": b'{"memo":"\\ud800"}',
    "deep": b"[" * 20_000,
    "deeper": b'{"a":' * 10_000,
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_broken_json_is_a_bad_request(member: Client, body: bytes) -> None:
    for path in ("transfers", "/api/v1/tokens"):
        problem(post(member, body, path), 400)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "", "json", "a/b"]
)
def test_another_content_type_is_not_understood(member: Client, kind: str) -> None:
    problem(post(member, b"{}", Content_Type=kind), 415)


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "Application/JSON"])
def test_the_content_type_may_be_written_as_the_standard_allows(member: Client, kind: str) -> None:
    problem(post(member, b"{}", Content_Type=kind), 400)


def test_a_body_that_is_too_large_is_refused(member: Client) -> None:
    body = json.dumps({"memo": "x" * 20_000_000}).encode()
    problem(post(member, body), 413)


def test_a_body_that_is_announced_too_large_is_refused_before_it_is_sent(server: Server) -> None:
    head = (
        b"POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: 99999999999\r\nConnection: close\r\n\r\n"
    )
    assert raw(server, head).startswith(b"HTTP/1.1 413 ")


def test_a_body_that_grows_too_large_is_refused(server: Server, member: Client) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(400):
            yield b" " * 65536

    try:
        problem(post(member, endless()), 413)
    except requests.ConnectionError:
        # The server may hang up while the client still sends; then it has to be there for others.
        pass
    ok(member.get("/api/v1/me"))


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing", "/api/v1/", "/api", "/api/v2/me", "/api/v1/me/", "/api/v1/me/x"]
)
def test_an_unknown_path_of_the_api_is_not_found(member: Client, path: str) -> None:
    problem(member.get(path), 404)


@pytest.mark.parametrize("path", ["/nothing/at/all", "/wp-login.php", "/%2e%2e/%2e%2e/etc/passwd"])
def test_an_unknown_page_is_not_found(server: Server, path: str) -> None:
    answer = requests.get(server.url + path, timeout=10, allow_redirects=False)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/api/v1/me"),
        ("DELETE", "/api/v1/me"),
        ("POST", "/api/v1/me"),
        ("PATCH", "/api/v1/networks/wisbech"),
        ("GET", "/api/v1/tokens"),
        ("GET", "/api/v1/networks/wisbech/redemptions"),
        ("DELETE", "/api/v1/networks/wisbech/transfers"),
        ("POST", "/healthz"),
    ],
)
def test_a_method_that_a_path_does_not_know_is_refused(
    member: Client, method: str, path: str
) -> None:
    answer = member.session.request(method, member.address(path), timeout=10)
    assert answer.status_code == 405, f"{answer.status_code} {answer.text}"
    assert answer.headers["Allow"]
    assert method not in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("path", "status"), [("/api/v1/me", 401), ("/api/v1/nothing", 404), ("/api/v1/tokens", 405)]
)
def test_errors_are_problem_details(server: Server, path: str, status: int) -> None:
    details: dict[str, Any] = problem(requests.get(server.url + path, timeout=10), status)
    assert details["status"] == status
    assert details["type"] and details["title"]
    code = str(details["type"]).rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    assert code == code.lower() and code.replace("-", "").isalpha()


def test_a_request_id_comes_back_or_is_given(server: Server) -> None:
    mine = "desk-7.2026-05-01"
    address = f"{server.url}/healthz"
    echoed = requests.get(address, headers={"X-Request-Id": mine}, timeout=10)
    assert echoed.headers["X-Request-Id"] == mine
    given = {requests.get(address, timeout=10).headers["X-Request-Id"] for _ in range(2)}
    assert len(given) == 2 and all(given)


@pytest.mark.parametrize("id", ["x" * 500, "two words", "<script>", 'a"b'])
def test_a_request_id_that_is_none_is_replaced(server: Server, id: str) -> None:
    answer = requests.get(f"{server.url}/healthz", headers={"X-Request-Id": id}, timeout=10)
    assert answer.status_code == 200
    assert answer.headers["X-Request-Id"] != id


def test_the_server_is_alive_and_can_serve(server: Server) -> None:
    assert requests.get(f"{server.url}/healthz", timeout=10).status_code == 200
    assert requests.get(f"{server.url}/readyz", timeout=10).status_code == 200


def test_metrics_are_prometheus_text_for_those_on_the_same_machine(server: Server) -> None:
    answer = requests.get(f"{server.url}/metrics", timeout=10)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain")
    for line in answer.text.splitlines():
        assert line.startswith("#") or float(line.rsplit(" ", 1)[1]) is not None


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip"]
)
def test_metrics_are_not_for_those_who_come_through_a_proxy(server: Server, header: str) -> None:
    value = "for=192.0.2.1" if header == "Forwarded" else "192.0.2.1"
    answer = requests.get(f"{server.url}/metrics", headers={header: value}, timeout=10)
    assert answer.status_code in (403, 404)
    assert "# TYPE" not in answer.text


def test_metrics_name_no_person_and_no_id(server: Server, member: Client) -> None:
    mine = member.membership()
    ok(member.get(f"accounts/{mine['account']}"))
    text = requests.get(f"{server.url}/metrics", timeout=10).text
    for secret in (mine["account"], mine["member"], mine["number"], server.demo.one("member").name):
        assert secret not in text


def test_the_log_names_no_person(server: Server, member: Client) -> None:
    member.me()
    text = server.log.read_text(errors="replace")
    login = server.demo.one("member")
    for secret in (login.name, login.login, login.password, member.membership()["number"]):
        assert secret not in text


def test_pages_carry_the_headers_that_protect_their_readers(server: Server) -> None:
    answer = requests.get(f"{server.url}/{server.demo.network}/", timeout=10)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy or "default-src 'self'" in policy
    assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] in ("no-referrer", "same-origin", "strict-origin")
    assert "Server" not in answer.headers or "/" not in answer.headers["Server"]


def test_answers_of_the_api_are_not_sniffed_and_not_stored(member: Client) -> None:
    answer = member.get("/api/v1/me")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_long_statement_is_compressed_for_those_who_ask(member: Client) -> None:
    account = member.membership()["account"]
    path = member.address(f"accounts/{account}/transfers?limit=100")
    answer = member.session.get(path, headers={"Accept-Encoding": "gzip"}, timeout=10)
    plain = member.session.get(path, headers={"Accept-Encoding": "identity"}, timeout=10)
    assert answer.headers.get("Content-Encoding") == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert answer.json() == plain.json()


HOSTILE = {
    "nonsense": b"hello\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "two lengths": b"POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
    b"Content-Length: 3\r\n\r\n{}x",
    "negative length": b"POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "both lengths": b"POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "bad chunk": b"POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    "a huge header": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 500_000 + b"\r\n\r\n",
    "many headers": b"GET /healthz HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
    "a huge path": b"GET /" + b"x" * 500_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "a bare return": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
    "half a request": b"POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_http_is_refused_and_hurts_nobody_else(server: Server, text: bytes) -> None:
    try:
        answer = raw(server, text)
    except (BrokenPipeError, ConnectionResetError):
        answer = b""
    assert answer == b"" or answer.startswith((b"HTTP/1.1 4", b"HTTP/1.0 4")), answer[:200]
    assert requests.get(f"{server.url}/healthz", timeout=10).status_code == 200


def test_requests_may_follow_each_other_without_waiting(server: Server) -> None:
    one = b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
    last = b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    assert raw(server, one * 9 + last).count(b"HTTP/1.1 200 ") == 10
