"""What every test stands on: a throw-away place for data, one of two databases, no sockets in pure rooms."""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from unittest import mock

import django
import hypothesis
import pytest

from tests import programs, steady
from tests.postgres import postgres_server
from tests.running import memory_folder

if TYPE_CHECKING:
    from tests.people import Cast

HERE = Path(__file__).parent
PURE_ROOMS = {"core", "sealing", "wording"}
WITHOUT_ACTIONS = PURE_ROOMS | {"browser", "house"}
MAIN_PROCESS = "PYTEST_XDIST_WORKER" not in os.environ

_resources = ExitStack()


def _data_folder() -> Path:
    """Return a folder of this process alone; the settings read it when Django starts."""
    folder = Path(tempfile.mkdtemp(prefix="answerable-test-"))
    for one in (folder, memory_folder(folder)):
        _resources.callback(shutil.rmtree, one, ignore_errors=True)
    return folder


# Before Django's settings are imported: nothing a test does may reach the data of the person who runs it.
DATA = _data_folder()
os.environ["DATA"] = str(DATA)
(DATA / "static").mkdir()
for name in ("PEPPER_FILE", "SMTP_HOST", "ANSWERABLE_TLS", "ANSWERABLE_LOOPBACK"):
    os.environ.pop(name, None)
os.environ["TZ"] = "UTC"
if os.environ.get("ANSWERABLE_TEST_DB") != "postgres":
    os.environ.pop("DATABASE_URL", None)
elif MAIN_PROCESS and programs.postgresql():
    # Started once, by the process that starts the workers; they find the address in their environment.
    os.environ["DATABASE_URL"] = _resources.enter_context(postgres_server()).create("main")


# A busy machine is no finding, and on CI the same examples are drawn each time: elsewhere new ones are.
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    derandomize=programs.required(),
)
hypothesis.settings.load_profile("house")


def pytest_configure() -> None:
    """Start Django here: pytest-django looked for settings before this file could name them.

    Their name is not handed down to the workers: pytest-django would read them there before a worker has its own data
    folder, and all would share one boot key, which a test of one of them forgets.
    """
    with mock.patch.dict(os.environ, {"DJANGO_SETTINGS_MODULE": "answerable.site.settings"}):
        django.setup()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the database server and remove the data folder."""
    _resources.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser's tests, and leave out what needs a program that is not here (on CI: let it fail).

    The longest come first in each half, so that no worker of two is left alone with one at the end.
    """
    absent = programs.absent()
    for item in items:
        if item.path.is_relative_to(HERE / "browser"):
            item.add_marker("browser")
            item.add_marker(pytest.mark.timeout(90))
        if item.path.is_relative_to(HERE / "drills"):
            item.add_marker(pytest.mark.timeout(600))
        markers = {"chromium": "browser", "postgresql": "postgres", "age": "age"}
        for name in absent:
            if item.get_closest_marker(markers[name]) and not programs.required():
                item.add_marker(pytest.mark.skip(reason=f"{name} is not installed"))
    slow = [item for item in items if item.get_closest_marker("slow")]
    quick = [item for item in items if not item.get_closest_marker("slow")]
    half = max(0, len(items) // 2 - len(slow[::2]))
    items[:] = [*slow[::2], *quick[:half], *slow[1::2], *quick[half:]]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was left out."""
    skipped = "\n".join(str(report.longrepr) for report in terminalreporter.stats.get("skipped", ()))
    for name in (name for name in programs.absent() if f"{name} is not installed" in skipped):
        terminalreporter.write_line(f"NOT TESTED: everything that needs {name}, which is not installed", red=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Refuse sockets in rooms that are pure, also for a library that would open one in passing."""
    inside = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
    if inside not in PURE_ROOMS:
        return (yield)
    with mock.patch.object(socket, "socket", _no_socket):
        return (yield)


def _no_socket(*_args: object, **_kwargs: object) -> NoReturn:
    msg = "a test of a pure room opened a socket"
    raise AssertionError(msg)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Keep SQLite's test database in a file: in memory it knows neither WAL nor a second writer."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(DATA / "test.sqlite3")


@pytest.fixture(autouse=True)
def cheap_slots(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make key slots as cheap as the format allows, and let there be a pepper (only where actions run here)."""
    if request.path.is_relative_to(HERE) and request.path.relative_to(HERE).parts[0] in WITHOUT_ACTIONS:
        return
    from django.conf import settings

    from answerable.actions import host_keys
    from tests.people import CHEAP

    monkeypatch.setattr(settings, "SLOT_COSTS", tuple(CHEAP), raising=False)
    host_keys.make_pepper(settings.PLACE.pepper)


@pytest.fixture(autouse=True)
def steady_clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no step of the machine's clock end the visits of a test (only where pages are shown here)."""
    if request.path.is_relative_to(HERE) and request.path.relative_to(HERE).parts[0] in WITHOUT_ACTIONS:
        return
    from answerable.web.base import clock

    monkeypatch.setattr(clock, "now", steady.now)


@pytest.fixture
def cast(db: None) -> "Cast":
    """Return a process with everybody in place."""
    from tests.staging import stage

    return stage()


@pytest.fixture
def data() -> Path:
    """Return the data folder that the settings name in this process."""
    return DATA


@pytest.fixture(scope="session")
def database_engine() -> str:
    """Return which database this run uses: sqlite or postgresql."""
    return "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"
