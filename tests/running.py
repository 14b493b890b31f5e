"""The site as a host runs it: a process of its own on a free port, driven by a browser made of http.client."""

import contextlib
import hashlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("answerable")
CHEAP = "1,67108864"
BOUNDARY = "a-line-that-stands-in-no-form"
READY_WITHIN = 40  # seconds: other tests may hold both cores
Fields = Sequence[tuple[str, str]] | Mapping[str, str]


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return the environment of a command that keeps everything in one folder: data, home, temporary files."""
    for name in ("home", "tmp", "runtime"):
        (folder / name).mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "COVERAGE_PROCESS_START"}}
    return kept | {
        "DATA": str(folder / "data"),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "XDG_DATA_HOME": str(folder / "home" / "share"),
        "SLOT_COSTS": CHEAP,
        "TZ": "UTC",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "default",
        **more,
    }


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


def answerable(env: Mapping[str, str], *words: str, typed: str = "") -> Said:
    """Run a command of the program to its end."""
    done = subprocess.run(
        [str(PROGRAM), *words], env=dict(env), input=typed, capture_output=True, text=True, timeout=60, check=False
    )
    return Said(done.returncode, done.stdout, done.stderr)


def python(env: Mapping[str, str], module: str, *words: str) -> str:
    """Run a module of the tests beside a running site; return what it printed."""
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, env=dict(env), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _multipart(pairs: Sequence[tuple[str, str]]) -> str:
    """Return fields as a form with files sends them; a value that is `called` something is one (crawl.TextFile)."""
    told = ((name, f'; filename="{value.called}"' if hasattr(value, "called") else "", value) for name, value in pairs)
    head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
    parts = (f'{head}"{name}"{file}\r\n\r\n{value}' for name, file, value in told)
    return "\r\n".join((*parts, f"--{BOUNDARY}--", ""))


@dataclass(frozen=True)
class Answer:
    """An answer of the site."""

    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def header(self, name: str) -> str:
        """Return a header, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def text(self) -> str:
        """Return the page."""
        return self.content.decode()

    @property
    def location(self) -> str:
        """Return where a redirect leads."""
        return self.header("Location")


@dataclass
class Visitor:
    """A browser on this machine: keeps cookies itself, since Python's jars send no Secure cookie over plain HTTP."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    language: str = "en"

    def get(self, path: str, **headers: str) -> Answer:
        """Open a page."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: Fields = (), **headers: str) -> Answer:
        """Send a form with the token that the cookie and the page need."""
        pairs = list(fields.items()) if isinstance(fields, Mapping) else list(fields)
        token = next((value for name, value in self.cookies.items() if name.endswith("c")), "")
        if token and not any(name == "csrfmiddlewaretoken" for name, _value in pairs):
            pairs.append(("csrfmiddlewaretoken", token))
        if any(hasattr(value, "called") for _name, value in pairs):
            headers["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
            return self._ask("POST", path, _multipart(pairs), headers)
        return self._ask("POST", path, urlencode(pairs), headers)

    def _ask(self, method: str, path: str, body: str | None, more: dict[str, str]) -> Answer:
        headers = {"Accept-Language": self.language, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = more.pop("Content-Type", "application/x-www-form-urlencoded")
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers | {k.replace("_", "-"): v for k, v in more.items()})
            response = connection.getresponse()
            answer = Answer(response.status, tuple(response.getheaders()), response.read())
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                self._take(value)
        return answer

    def _take(self, cookie: str) -> None:
        name, _equals, rest = cookie.partition("=")
        value = rest.partition(";")[0].strip('"')
        if value and "max-age=0" not in cookie.lower():
            self.cookies[name] = value
        else:
            self.cookies.pop(name, None)


@dataclass
class Running:
    """A site that runs; `log` is all it wrote to standard output and standard error."""

    port: int
    process: subprocess.Popen[bytes]
    folder: Path
    seconds: float = 0.0

    def visitor(self, language: str = "en") -> Visitor:
        """Return a new browser."""
        return Visitor(self.port, language=language)

    @property
    def log(self) -> str:
        """Return what it wrote until now."""
        return "".join((self.folder / name).read_text() for name in ("out", "err"))

    def stop(self) -> int:
        """Ask it to end, as a service manager does; return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


def memory_folder(data: Path) -> Path:
    """Return the memory-backed folder in which the site of this data folder keeps its boot key, where there is one."""
    short = hashlib.sha256(str(data).encode()).hexdigest()[:8]
    return Path("/dev/shm") / f"a{short}-{os.getuid()}"  # the program's own choice, looked at from outside


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextlib.contextmanager
def running(folder: Path, *words: str, **more: str) -> Iterator[Running]:
    """Run the site for the length of the block, and wait for its first page. Raises TimeoutError."""
    port, began = free_port(), time.monotonic()
    with (folder / "out").open("ab") as out, (folder / "err").open("ab") as err:
        process = subprocess.Popen(
            [str(PROGRAM), "run", "--port", str(port), *words],
            env=environment(folder, **more),
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
    site = Running(port, process, folder)
    try:
        _wait(site, began)
        site.seconds = time.monotonic() - began
        yield site
    finally:
        with contextlib.suppress(subprocess.TimeoutExpired):
            site.stop()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        shutil.rmtree(memory_folder(folder / "data"), ignore_errors=True)


def _wait(site: Running, began: float) -> None:
    while time.monotonic() - began < READY_WITHIN:
        if site.process.poll() is not None:
            raise ChildProcessError(site.log)
        with contextlib.suppress(OSError, http.client.HTTPException):
            site.visitor().get("/help")
            return
        time.sleep(0.1)
    raise TimeoutError(site.log)
