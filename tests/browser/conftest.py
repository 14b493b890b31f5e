"""A real browser against the real program: a server of its own, Chromium, axe, screenshots."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import programs

HERE = Path(__file__).parent
OUT = HERE / "out"
AXE = (HERE / "vendor" / "axe.min.js").read_text(encoding="utf-8")
START_WITHIN = 30  # seconds
EACH_ACT_WITHIN = 10_000  # milliseconds: a page that hangs fails its test, not the run
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
PHONE, DESK = 390, 1280
RUN_AXE = """async (rules) => (await axe.run(document, {
    resultTypes: ["violations"], ...(rules.length ? {runOnly: {type: "rule", values: rules}} : {})
})).violations.map(
    (found) => `${found.id}: ${found.help}\\n` + found.nodes.map((node) => `    ${node.html}`).join("\\n"))"""


class Live(NamedTuple):
    """A running program: where it answers and where its data lies."""

    url: str
    data: Path


class Axe(Protocol):
    """Fails when axe finds something in a page (of a context with `javascript=True`)."""

    def __call__(self, page: Page, *rules: str) -> None:
        """Look with the named rules alone, or with all."""


class OpenContext(Protocol):
    """Opens a browser's context: by default without JavaScript, as journeys go."""

    def __call__(
        self, *, javascript: bool = False, width: int = DESK, scheme: str = "light", language: str = "en"
    ) -> BrowserContext:
        """Return a context with no history, cookies or cache."""


@contextlib.contextmanager
def running(data: Path) -> Iterator[Live]:
    """Run the program on a free port of this machine for the length of the block. Raises TimeoutError."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    program = str(Path(sys.executable).parent / "answerable")
    command = [program, "run", "--host", "127.0.0.1", "--port", str(port), "--data", str(data)]
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DATA"}}
    log = data.parent / f"{data.name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)
        try:
            _wait(url, process, log)
            yield Live(url, data)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own address on this machine
                return
        except urllib.error.HTTPError as answered:
            answered.close()
            if answered.code < HTTPStatus.INTERNAL_SERVER_ERROR:
                return
            raise
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(log.read_text(errors="replace")[-3000:])


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Return the running program on empty data, one for each file of tests."""
    with running(tmp_path_factory.mktemp("data")) as found:
        yield found


@pytest.fixture
def fresh_live(tmp_path: Path) -> Iterator[Live]:
    """Return the running program on empty data, for one test alone."""
    with running(tmp_path / "data") as found:
        yield found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return the system's Chromium. Closed after each file: its event loop would get into Django's way."""
    found = programs.chromium()
    assert found, "Chromium is not installed"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(found), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_context(chromium: Browser) -> Iterator[OpenContext]:
    """Return a function that opens contexts; all are closed after the test."""
    opened: list[BrowserContext] = []

    def open_one(
        *, javascript: bool = False, width: int = DESK, scheme: str = "light", language: str = "en"
    ) -> BrowserContext:
        context = chromium.new_context(
            java_script_enabled=javascript,
            bypass_csp=javascript,  # only so that axe can be put into a page that refuses all scripts
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            locale=language,
            reduced_motion="reduce",
        )
        context.set_default_timeout(EACH_ACT_WITHIN)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def page(open_context: OpenContext) -> Page:
    """Return a page without JavaScript, on a desk's screen."""
    return open_context().new_page()


@pytest.fixture
def axe() -> Axe:
    """Return a function that fails when axe finds something in a page."""

    def check(page: Page, *rules: str) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE)
        found = page.evaluate(RUN_AXE, rules)
        assert not found, page.url + "\n" + "\n".join(found)

    return check


@pytest.fixture
def screenshot() -> Callable[[Page, str], Path]:
    """Return a function that keeps a picture of the whole page in tests/browser/out/."""

    def keep(page: Page, name: str) -> Path:
        OUT.mkdir(exist_ok=True)
        path = OUT / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return keep
