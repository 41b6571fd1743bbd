"""What the tests in BlackBox and Browser share: one demo network, and servers on copies of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from commonhour import Demo, Program, Server, find_binary


@pytest.fixture(scope="session")
def binary() -> Path:
    """The program under test."""
    return find_binary()


@pytest.fixture(scope="session")
def demo(
    binary: Path, tmp_path_factory: pytest.TempPathFactory, demo_options: list[str]
) -> Demo:
    """A small demo network, made once and never served: others take copies of it."""
    store = tmp_path_factory.mktemp("demo") / "store" / "commonhour.sqlite"
    return Demo.make(binary, store, *demo_options)


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
def empty(binary: Path, tmp_path: Path) -> Program:
    """The command line on a store that does not exist yet."""
    return Program(binary, tmp_path / "store" / "commonhour.sqlite")


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
