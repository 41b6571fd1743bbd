"""What the tests in BlackBox and Browser share: one demo network, and servers on copies of it."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import databases
import pytest
from commonhour import Demo, Login, Program, Server, find_binary

HASHING = "COMMONHOUR_TEST_HASHING"
"""The variable of the environment by which a debug build hashes passwords at next to no cost."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--on postgres` has the stores in databases of a PostgreSQL instead of in files."""
    parser.addoption("--on", choices=["sqlite", "postgres"], default="sqlite")


def pytest_configure(config: pytest.Config) -> None:
    """Starts the PostgreSQL before other processes of the run are, so that all share it.

    Programs hash passwords at next to no cost: most tests sign in, and few are about that.
    """
    os.environ.setdefault(HASHING, "cheap")
    if config.getoption("--on") == "postgres":
        databases.start()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what is about a store in a file where there is none."""
    if config.getoption("--on") == "postgres":
        about_files = [item for item in items if item.get_closest_marker("file")]
        config.hook.pytest_deselected(items=about_files)
        items[:] = [item for item in items if item not in about_files]


@pytest.fixture(scope="session")
def binary() -> Path:
    """The program under test."""
    return find_binary()


@pytest.fixture(scope="session")
def new_address(
    pytestconfig: pytest.Config, binary: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Makes an empty database and gives its address; nothing where stores are files.

    One role owns it and has migrated it, another one is to serve.
    """
    if pytestconfig.getoption("--on") != "postgres":
        return lambda: ""
    return lambda: migrated(binary, tmp_path_factory.mktemp("migrating"))


def migrated(binary: Path, folder: Path) -> str:
    """The address of a database that a program has migrated, for the role that is to serve it."""
    owned = databases.make()
    served = databases.for_server(owned)
    program = Program(binary, folder / "commonhour.sqlite", served)
    program.run_well("migrate", "--migrate-store", owned)
    return served


@pytest.fixture
def lending(pytestconfig: pytest.Config, tmp_path: Path, demo_options: list[str]) -> Demo:
    """A demo network of the program with the sample part, in a store of its own."""
    program = find_binary("lending")
    folder = tmp_path / "store"
    folder.mkdir()
    is_file = pytestconfig.getoption("--on") != "postgres"
    address = "" if is_file else migrated(program, folder)
    return Demo.make(program, folder / "commonhour.sqlite", *demo_options, address=address)


@pytest.fixture
def full_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that the test starts hash passwords as they do for people."""
    monkeypatch.delenv(HASHING, raising=False)


@pytest.fixture(scope="session")
def demo(
    binary: Path,
    tmp_path_factory: pytest.TempPathFactory,
    demo_options: list[str],
    new_address: Callable[[], str],
) -> Demo:
    """A small demo network, made once and never served: others take copies of it.

    Where the tests run in several processes one of them makes it, and each has a copy.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        store = base / "demo" / "store" / "commonhour.sqlite"
        return Demo.make(binary, store, *demo_options, address=new_address())
    shared = base.parent / "demo"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        note = shared / "demo.json"
        if not note.exists():
            store = shared / "store" / "commonhour.sqlite"
            made = Demo.make(binary, store, *demo_options, address=new_address())
            note.write_text(json.dumps(asdict(made), default=str))
        said = json.loads(note.read_text())
        logins = tuple(Login(**one) for one in said["logins"])
        made = Demo(binary, Path(said["store"]), said["network"], logins, said["address"])
        return made.copy(base / "demo" / "store")


@pytest.fixture(scope="session")
def demo_options() -> list[str]:
    """What the demo is made with; its end is said, so that midnight does not matter."""
    today = datetime.now(UTC).date().isoformat()
    return ["--members", "60", "--months", "6", "--until", today]


@pytest.fixture
def demo_copy(demo: Demo, tmp_path: Path) -> Demo:
    """The demo network in a store that only this test uses."""
    return demo.copy(tmp_path / "store")


@pytest.fixture
def empty(binary: Path, tmp_path: Path, new_address: Callable[[], str]) -> Program:
    """The command line on a store that does not exist yet."""
    store, address = tmp_path / "store" / "commonhour.sqlite", new_address()
    # A database has no folder of its own, and what lies beside it is found from where one is.
    if address:
        store.parent.mkdir()
    return Program(binary, store, address)


@pytest.fixture(scope="session")
def server(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server that most tests share, so a test may not count on how many things there are.

    At its end it has to stop as promised, and the books have to be right.
    """
    running = Server.start(demo.copy(tmp_path_factory.mktemp("shared") / "store"))
    yield running
    running.stop()
    running.demo.program.verify()


@pytest.fixture
def start_server() -> Iterator[Callable[..., Server]]:
    """Starts servers of the test's own: `start_server(demo_copy, limits=True)`.

    Those still running when the test ends are stopped, and held to their promise.
    """
    started: list[Server] = []

    def start(on: Demo, *options: str, limits: bool = False) -> Server:
        running = Server.start(on, *options, limits=limits)
        started.append(running)
        return running

    yield start
    try:
        for running in started:
            if running.process.poll() is None:
                running.stop()
    finally:
        for running in started:
            running.kill()
