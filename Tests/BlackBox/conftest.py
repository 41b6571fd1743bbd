"""People who use the API of the shared server, each signed in once in the whole run."""

from __future__ import annotations

import pytest
from commonhour import Client, Server


@pytest.fixture
def visitor(server: Server) -> Client:
    """Somebody who has not signed in."""
    return server.visitor()


@pytest.fixture
def operator(server: Server) -> Client:
    """Who runs the server."""
    return server.a("operator")


@pytest.fixture
def coordinator(server: Server) -> Client:
    """Who looks after the network."""
    return server.a("coordinator")


@pytest.fixture
def funder(server: Server) -> Client:
    """Who sees totals only."""
    return server.a("funder")


@pytest.fixture
def lead(server: Server) -> Client:
    """Who leads an organisation that earns."""
    return server.a("lead")


@pytest.fixture
def worker(server: Server) -> Client:
    """Who confirms hours at an organisation."""
    return server.a("worker")


@pytest.fixture
def till(server: Server) -> Client:
    """Who accepts credits at a till."""
    return server.a("till")


@pytest.fixture
def guardian(server: Server) -> Client:
    """Who acts for a ward."""
    return server.a("guardian")


@pytest.fixture
def member(server: Server) -> Client:
    """A member with credits."""
    return server.a("member", 0)


@pytest.fixture
def another_member(server: Server) -> Client:
    """A second member with credits."""
    return server.a("member", 1)


@pytest.fixture
def third_member(server: Server) -> Client:
    """A third member with credits."""
    return server.a("member", 2)
