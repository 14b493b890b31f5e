"""A throw-away PostgreSQL server for tests, drills and benchmarks: an ordinary user, a socket in a temporary folder."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg
from psycopg import sql

from tests import programs

USER = "answerable"
START_WITHIN = 30  # seconds


class PostgresServer:
    """One server on a Unix socket; no TCP port, no password, nobody else can reach its folder."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        found = programs.postgresql()
        if found is None:
            msg = "PostgreSQL 15 or newer is not installed"
            raise FileNotFoundError(msg)
        self._programs = found
        self._data = folder / "data"
        self._socket = folder
        self._durable = durable
        self._owner = _owner()
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Make the empty cluster."""
        owner = self._owner
        if owner is not None:
            os.chown(self._socket, owner.pw_uid, owner.pw_gid)
        flags = ["--auth=trust", f"--username={USER}", "--encoding=UTF8", "--locale=C"]
        if not self._durable:
            flags.append("--no-sync")
        command = [str(self._programs / "initdb"), f"--pgdata={self._data}", *flags]
        self._popen(command, subprocess.DEVNULL).communicate()
        if not (self._data / "PG_VERSION").exists():
            msg = "initdb failed"
            raise OSError(msg)

    def start(self) -> None:
        """Start the server and wait until it answers. Raises TimeoutError."""
        settings = {"listen_addresses": "", "max_connections": "60", "shared_buffers": "64MB"}
        if not self._durable:
            settings |= {"fsync": "off", "full_page_writes": "off"}
        command = [str(self._programs / "postgres"), "-D", str(self._data), "-k", str(self._socket)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with (self._socket / "server.log").open("ab") as log:
            self._process = self._popen(command, log)
        self._wait()

    def _popen(self, command: list[str], output: int | IO[bytes]) -> subprocess.Popen[bytes]:
        owner = self._owner
        return subprocess.Popen(
            command,
            cwd=self._socket,
            stdout=output,
            stderr=output,
            user=owner.pw_uid if owner else None,
            group=owner.pw_gid if owner else None,
            extra_groups=[] if owner else None,
        )

    def _wait(self) -> None:
        until = time.monotonic() + START_WITHIN
        while time.monotonic() < until:
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(self.url("postgres")).close()
                return
            time.sleep(0.05)
        raise TimeoutError((self._socket / "server.log").read_text()[-2000:])

    def kill(self) -> None:
        """End the server as a power cut would: no checkpoint, no goodbye (SIGKILL to it and its children)."""
        if self._process is None:
            return
        children = _children(self._process.pid)
        for pid in (self._process.pid, *children):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
        (self._data / "postmaster.pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """End the server at once and in order."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(timeout=START_WITHIN)
            self._process = None

    def url(self, database: str) -> str:
        """Return the `DATABASE_URL` of a database."""
        return f"postgresql://{USER}@/{database}?host={quote(str(self._socket), safe='')}"

    def create(self, database: str) -> str:
        """Create an empty database and return its URL."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        return self.url(database)


@contextlib.contextmanager
def postgres_server(*, durable: bool = False) -> Iterator[PostgresServer]:
    """Run a server for the length of the block. `durable` keeps fsync on, as drills and benchmarks need."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = PostgresServer(folder, durable=durable)
    try:
        server.prepare()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> pwd.struct_passwd | None:
    """Return the user to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    msg = "PostgreSQL refuses to run as root and there is neither a user postgres nor nobody"
    raise LookupError(msg)


def _children(pid: int) -> tuple[int, ...]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return tuple(int(line) for line in listed.split())
