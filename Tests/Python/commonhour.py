"""Commonhour seen from outside: its program, a running server, and people who use its API.

Everything here goes through what a stranger could use as well: the command line and HTTP.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import databases
import requests

ROOT = Path(__file__).resolve().parents[2]

START_SECONDS = 30
"""How long a server may take until it can serve; a debug build on a busy machine is slow."""

STOP_SECONDS = 10
"""How long a server may take to stop after SIGTERM: a promise of the command line."""

ANSWER_SECONDS = 30
"""How long one answer may take."""


def find_binary(name: str = "commonhour") -> Path:
    """The program under test: COMMONHOUR_BIN, or else the debug build of this repository.

    `lending` is the same program with the sample part of Tests/Lending; it is always the debug
    build, for nobody installs it.
    """
    built = ROOT / ".build" / "debug" / name
    path = Path(os.environ.get("COMMONHOUR_BIN", built)) if name == "commonhour" else built
    if not os.access(path, os.X_OK):
        raise FileNotFoundError(f"{path} is not there. Run `make build` first.")
    return path.resolve()


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def new_key() -> str:
    """An idempotency key; keys made later sort later, as the server likes them."""
    return f"{time.time_ns():020d}-{uuid.uuid4().hex[:12]}"


@dataclass(frozen=True)
class Ran:
    """What one run of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document that `--json` promises."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Login:
    """One person who can sign in, as `demo --json` printed them."""

    role: str
    login: str
    password: str
    name: str


@dataclass(frozen=True)
class Program:
    """The program together with the store that it works on."""

    binary: Path
    store: Path
    address: str = ""
    """Where the store is, if it is in no file; what lies beside it is in its folder then."""

    @property
    def named(self) -> str | Path:
        """What `--store` is told."""
        return self.address or self.store

    def run(self, *words: str, stdin: str | None = None, timeout: float = 300) -> Ran:
        """Runs one verb on the store and waits for its end, whatever its exit code."""
        done = subprocess.run(
            [self.binary, *words, "--store", self.named],
            cwd=self.store.parent if self.address else None,
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def run_well(self, *words: str, stdin: str | None = None, timeout: float = 300) -> Ran:
        """Runs one verb that has to succeed."""
        ran = self.run(*words, stdin=stdin, timeout=timeout)
        assert ran.code == 0, f"{' '.join(words)} ended with {ran.code}:\n{ran.out}{ran.err}"
        return ran

    def network(self, slug: str) -> Demo:
        """A network in this store, to be served; nobody is known to sign in to it."""
        return Demo(self.binary, self.store, slug, (), self.address)

    def verify(self) -> None:
        """Recomputes the books from nothing; every test that moved credit should end with it."""
        self.run_well("verify", "--json")


@dataclass(frozen=True)
class Demo:
    """A demo network in a store that nobody has used yet, and who can sign in to it."""

    binary: Path
    store: Path
    network: str
    logins: tuple[Login, ...]
    address: str = ""

    @staticmethod
    def make(binary: Path, store: Path, *options: str, address: str = "") -> Demo:
        """Makes the network with `commonhour demo`."""
        store.parent.mkdir(parents=True, exist_ok=True)
        made = Program(binary, store, address).run_well("demo", "--json", *options).json
        logins = tuple(
            Login(**{key: one[key] for key in ("role", "login", "password", "name")})
            for one in made["logins"]
        )
        return Demo(binary, store, made["network"], logins, address)

    def copy(self, folder: Path) -> Demo:
        """The same network in a store of its own, for a test that may not disturb others.

        Only a store that no server has open may be copied like this.
        """
        shutil.copytree(self.store.parent, folder)
        address = databases.make(template=self.address) if self.address else ""
        return Demo(self.binary, folder / self.store.name, self.network, self.logins, address)

    @property
    def program(self) -> Program:
        """The command line on this store."""
        return Program(self.binary, self.store, self.address)

    def all(self, role: str) -> list[Login]:
        """Everybody with this role: operator, coordinator, funder, lead, worker, till, …"""
        return [one for one in self.logins if one.role == role]

    def one(self, role: str) -> Login:
        """The first person with this role."""
        return self.all(role)[0]


@dataclass
class Server:
    """A running `commonhour serve`."""

    demo: Demo
    port: int
    process: subprocess.Popen[bytes]
    log: Path
    _people: dict[str, Client] = field(default_factory=dict)

    @staticmethod
    def start(demo: Demo, *options: str, limits: bool = False) -> Server:
        """Starts a server on a free port and returns when it can serve.

        Rate limits are off unless `limits` asks for them: a test suite signs in more often from
        one address than people do.
        """
        port = free_port()
        log = demo.store.parent / f"serve-{port}.log"
        named = demo.program.named
        command = [demo.binary, "serve", "--store", named, "--port", str(port), *options]
        with log.open("wb") as file:
            process = subprocess.Popen(
                [*command, *([] if limits else ["--no-rate-limits"])],
                cwd=demo.store.parent if demo.address else None,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        server = Server(demo, port, process, log)
        try:
            server._wait_until_ready()
        except BaseException:
            server.kill()
            raise
        return server

    @property
    def url(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def api(self) -> str:
        """The network's part of the API."""
        return f"/api/v1/networks/{self.demo.network}"

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"serve ended with {self.process.returncode}:\n{self.tail()}")
            try:
                if requests.get(f"{self.url}/readyz", timeout=2).status_code == 200:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.05)
        raise AssertionError(f"not ready after {START_SECONDS} s:\n{self.tail()}")

    def tail(self, lines: int = 60) -> str:
        """The last lines that the server wrote."""
        text = self.log.read_text(encoding="utf-8", errors="replace")
        return "\n".join(text.splitlines()[-lines:])

    def stop(self) -> None:
        """Asks it to stop, and holds it to its promise: within ten seconds, with exit code 0."""
        for person in self._people.values():
            person.session.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(
                f"still running {STOP_SECONDS} s after SIGTERM:\n{self.tail()}"
            ) from None
        assert code == 0, f"serve ended with {code}:\n{self.tail()}"

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(STOP_SECONDS)

    def visitor(self) -> Client:
        """Somebody who has not signed in."""
        return Client(self.url, self.demo.network)

    def client(self, login: Login) -> Client:
        """A person signed in to the API; the token is asked for once and kept."""
        if login.login not in self._people:
            visitor = self.visitor()
            visitor.sign_in(login)
            self._people[login.login] = visitor
        return self._people[login.login]

    def a(self, role: str, number: int = 0) -> Client:
        """The person with this role, signed in: `server.a("member", 1)` is the second member."""
        return self.client(self.demo.all(role)[number])


class Client:
    """One person's use of the API: their token, and a new key for each write.

    Paths that begin with `/` are taken from the server's root, others from the network:
    `get("offers")` is `/api/v1/networks/wisbech/offers`.
    """

    def __init__(self, url: str, network: str, token: str | None = None) -> None:
        self.url = url
        self.network = network
        self.session = requests.Session()
        # A proxy in the environment is not what a test on this machine should go through.
        self.session.trust_env = False
        if token is not None:
            self.use(token)

    def use(self, token: str) -> None:
        """Sends this token with every request from now on."""
        self.session.headers["Authorization"] = f"Bearer {token}"

    def sign_in(self, login: Login) -> str:
        """Asks for a token and uses it."""
        body = {"login": login.login, "password": login.password, "network": self.network}
        answer = self.session.post(
            f"{self.url}/api/v1/tokens", json=body, timeout=ANSWER_SECONDS
        )
        assert answer.status_code == 201, f"{login.login}: {answer.status_code} {answer.text}"
        token = str(answer.json()["token"])
        self.use(token)
        return token

    def address(self, path: str) -> str:
        """The full address of a path."""
        if path.startswith("/"):
            return self.url + path
        return f"{self.url}/api/v1/networks/{self.network}/{path}"

    def get(self, path: str, **query: Any) -> requests.Response:
        """Reads."""
        return self.session.get(self.address(path), params=query, timeout=ANSWER_SECONDS)

    def post(
        self, path: str, body: Any = None, *, key: str | None = "", **headers: str
    ) -> requests.Response:
        """Writes. `key` is the Idempotency-Key: a fresh one if not said, none if `None`."""
        if key is not None:
            headers["Idempotency-Key"] = key or new_key()
        return self.session.post(
            self.address(path),
            json={} if body is None else body,
            headers=headers,
            timeout=ANSWER_SECONDS,
        )

    def patch(
        self, path: str, body: dict[str, Any], *, key: str | None = ""
    ) -> requests.Response:
        """Changes."""
        headers = {} if key is None else {"Idempotency-Key": key or new_key()}
        return self.session.patch(
            self.address(path), json=body, headers=headers, timeout=ANSWER_SECONDS
        )

    def delete(self, path: str, *, key: str | None = "") -> requests.Response:
        """Takes away."""
        headers = {} if key is None else {"Idempotency-Key": key or new_key()}
        return self.session.delete(self.address(path), headers=headers, timeout=ANSWER_SECONDS)

    def every(self, path: str, *, limit: int = 100, **query: Any) -> list[dict[str, Any]]:
        """All the items of a list, page after page."""
        items: list[dict[str, Any]] = []
        after: str | None = None
        while True:
            page = ok(self.get(path, limit=limit, **query, **({"after": after} if after else {})))
            items += page["items"]
            after = page["next"]
            if after is None:
                return items

    def me(self) -> dict[str, Any]:
        """Who this person is, and where they belong."""
        return ok(self.get("/api/v1/me"))

    def membership(self) -> dict[str, Any]:
        """This person's membership of the network: member, number, account, minutes, held."""
        mine = [one for one in self.me()["memberships"] if one["network"] == self.network]
        assert mine, "this person is not a member of the network"
        return mine[0]


def ok(answer: requests.Response, status: int = 200) -> Any:
    """The JSON of an answer that had to have this status."""
    request = answer.request
    said = f"{request.method} {request.url}: {answer.status_code} {answer.text[:2000]}"
    assert answer.status_code == status, said
    return answer.json()


def problem(answer: requests.Response, status: int, code: str | None = None) -> dict[str, Any]:
    """The problem details of an answer that had to be a refusal with this status and code."""
    details = ok(answer, status)
    kind = answer.headers["Content-Type"].split(";")[0]
    assert kind == "application/problem+json", kind
    if code is not None:
        assert str(details["type"]).rsplit("/", 1)[-1].rsplit(":", 1)[-1] == code, details
    return details
