"""A PostgreSQL that one test has to itself: with a password, a standby, or a small disk."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commonhour import free_port

PASSWORD = "a good one"  # noqa: S105 - of a database that lives as long as a test

CONF = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
fsync = off
full_page_writes = off
max_connections = 60
max_wal_senders = 3
wal_keep_size = 16MB
hot_standby = on
shared_buffers = 16MB
restart_after_crash = on
"""

HBA = """
local all postgres trust
local replication postgres trust
host all all 127.0.0.1/32 scram-sha-256
"""


class LoneCluster:
    """A cluster in a folder of its own, listening on a free port of this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.data = folder / "data"

    def make(self, *options: str, conf: str = "") -> None:
        """Sets it up, with the role `commonhour` and a database of that name, and starts it."""
        self._own(self.folder)
        self._run("initdb", "--pgdata", self.data, "--username", "postgres", "--no-sync",
                  "--encoding", "UTF8", "--locale", "C.UTF-8", *options)  # fmt: skip
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(CONF.format(port=self.port, folder=self.folder) + conf)
        (self.data / "pg_hba.conf").write_text(HBA)
        self.start()
        self.sql(f"CREATE ROLE commonhour LOGIN PASSWORD '{PASSWORD}'")
        self.sql("CREATE DATABASE commonhour OWNER commonhour")

    def follow(self, leader: LoneCluster) -> None:
        """Sets it up as a standby of another one, and starts it."""
        self._own(self.folder)
        self._run("pg_basebackup", "--pgdata", self.data, "--write-recovery-conf", "--host",
                  leader.folder, "--port", str(leader.port), "--username", "postgres",
                  "--checkpoint", "fast", "--no-sync")  # fmt: skip
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(CONF.format(port=self.port, folder=self.folder))
        self.start()

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self._run("pg_ctl", "start", "--pgdata", self.data, "--log", self.folder / "log", "--wait",
                  "--silent")  # fmt: skip

    def stop(self, mode: str = "immediate") -> None:
        """Stops it, if it runs."""
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "--pgdata", self.data, "--mode", mode, "--silent",
                      check=False)  # fmt: skip

    def promote(self) -> None:
        """Makes a standby take changes from now on."""
        self._run("pg_ctl", "promote", "--pgdata", self.data, "--wait", "--silent")

    def sql(self, *statements: str, database: str = "postgres") -> str:
        """Runs statements as `postgres`, and returns what they print."""
        words = [word for statement in statements for word in ("--command", statement)]
        return self._run("psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                         "--set", "ON_ERROR_STOP=1", "--host", self.folder, "--port",
                         str(self.port), "--username", "postgres", "--dbname", database,
                         *words).strip()  # fmt: skip

    def address(self, database: str = "commonhour", password: str = PASSWORD) -> str:
        """Where `--store` finds a database in it."""
        secret = password.replace(" ", "%20")
        return f"postgres://commonhour:{secret}@127.0.0.1:{self.port}/{database}"

    def _own(self, folder: Path) -> None:
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)

    def _run(self, program: str, *words: str | Path, check: bool = True) -> str:
        (found, *_) = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), reverse=True)
        as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        # What is started here must not keep a pipe open that somebody reads to its end.
        with (self.folder / "said").open("w+b") as said:
            ran = subprocess.run(
                [*as_owner, found, *words],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                check=False,
            )
            said.seek(0)
            text = said.read().decode()
        if check and ran.returncode != 0:
            raise AssertionError(f"{program} ended with {ran.returncode}: {text}")
        return text


@contextmanager
def lone_clusters(count: int = 1) -> Iterator[list[LoneCluster]]:
    """Places for so many clusters, which end with the block."""
    # Not in pytest's own folders, into which the owner of the cluster may not look.
    folders = [Path(tempfile.mkdtemp(prefix="commonhour-lone-")) for _ in range(count)]
    clusters = [LoneCluster(folder) for folder in folders]
    try:
        yield clusters
    finally:
        for cluster in clusters:
            cluster.stop()
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes at a folder; only root can make one."""
    folder.mkdir(exist_ok=True)
    size = f"size={megabytes}m,mode=0700,uid={pwd.getpwnam('postgres').pw_uid}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Fills a disk up but for so many bytes, and returns the file that can be deleted again."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65_536)
        except OSError:
            pass
        file.truncate(max(file.tell() - leave, 0))
    return ballast
