"""run, link, lock, as a host uses them: real processes on this machine."""

import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Place
from tests.running import Visitor, answerable, environment, running

BEGIN, PRACTICE = 'action="/start"', 'action="/try"'


def test_run_answers_within_seconds_and_ends_on_sigterm(tmp_path: Path) -> None:
    """A machine-local start offers practice and Begin; the folder and the pepper are for nobody else."""
    with running(tmp_path) as site:
        page = site.visitor().get("/")
        assert site.stop() == 0
    assert page.status == 200
    assert BEGIN in page.text
    assert PRACTICE in page.text
    assert site.seconds < 20
    data = tmp_path / "data"
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in data.iterdir() if file.is_file()} == {0o600}


def test_no_core_dump_is_left(tmp_path: Path) -> None:
    """The limit goes down to the processes that a command starts; their memory is closed to others of the same user."""
    code = (
        "import ctypes, resource, subprocess, sys; from answerable.cli import starting; starting.set_up();"
        "child = [sys.executable, '-c', 'import resource; print(resource.getrlimit(resource.RLIMIT_CORE))'];"
        "print(ctypes.CDLL(None).prctl(3) if sys.platform == 'linux' else 0, subprocess.check_output(child, text=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split(maxsplit=1) == ["0", "(0, 0)\n\n"]


def test_a_closed_terminal_ends_the_site(tmp_path: Path) -> None:
    """Nothing goes on running unseen, with the keys of those who are in."""
    with running(tmp_path) as site:
        site.process.send_signal(signal.SIGHUP)
        assert site.process.wait(timeout=30) == 0
        with pytest.raises(OSError, match="refused"):
            site.visitor().get("/")


def test_a_server_shows_neither_practice_nor_begin(tmp_path: Path) -> None:
    """The first account comes by the link from the console; posting to the pages all the same is refused."""
    with running(tmp_path, ANSWERABLE_SERVER="1") as site:
        visitor = site.visitor()
        page = visitor.get("/")
        refused = [visitor.post(path).status for path in ("/start", "/try")]
        link = answerable(environment(tmp_path), "link", "--origin", f"http://127.0.0.1:{site.port}").out.strip()
        path = link.removeprefix(f"http://127.0.0.1:{site.port}")
        opened = site.visitor().get(path)
    assert BEGIN not in page.text
    assert PRACTICE not in page.text
    assert refused == [404, 404]
    assert "run `answerable link`" in site.log
    assert opened.status == 200


def test_two_sites_cannot_listen_on_one_port(tmp_path: Path) -> None:
    """The second ends with a refusal that names the reason and no traceback."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with running(tmp_path / "one") as site:
        said = answerable(environment(tmp_path / "two"), "run", "--port", str(site.port))
    assert said.code == 1
    assert f"port {site.port}" in said.err
    assert "Traceback" not in said.err


def test_a_link_is_printed_until_there_is_an_account(own_place: Place, tmp_path: Path) -> None:
    """With an account, new people come by invitation alone."""
    (tmp_path / "empty").mkdir()
    fresh = answerable(environment(tmp_path / "empty"), "link", "--origin", "https://list.example.org/")
    assert fresh.code == 0
    assert fresh.out.startswith("https://list.example.org/start/")
    refused = own_place.run("link")
    assert refused.code == 1
    assert "/start/" not in refused.out
    assert "There is an account already" in refused.err


def test_what_the_machine_refuses_is_said_in_one_sentence(tmp_path: Path) -> None:
    """No traceback, in which the database's password could stand."""
    found = answerable(environment(tmp_path, DATABASE_URL="postgresql://x:hunter2@/y?host=/nowhere"), "link")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("The database does not answer")
    assert len(found.err.splitlines()) == 1


def test_data_wins_over_the_environment(tmp_path: Path) -> None:
    """`--data` names the folder, whatever DATA says."""
    said = answerable(environment(tmp_path), "link", "--data", str(tmp_path / "other"))
    assert said.code == 0
    assert (tmp_path / "other" / "pepper").exists()
    assert not (tmp_path / "data").exists()


def signed_in(place: Place, site_port: int) -> Visitor:
    """Return a browser in which Ada has signed in."""
    visitor = Visitor(site_port)
    visitor.get("/in")
    answer = visitor.post("/in", {"name": place.facts["name"], "passphrase": place.facts["passphrase"]})
    assert answer.status == 303
    return visitor


def test_lock_ends_the_sessions_of_a_running_site(own_place: Place) -> None:
    """A member who was in stands at the door; the row is gone too, so it does not hang on the key in memory alone."""
    with running(own_place.folder) as site:
        visitor = signed_in(own_place, site.port)
        now = f"/g/{own_place.facts['alias']}/now"
        before = visitor.get(now).status
        said = own_place.run("lock")
        after = visitor.get(now)
        with sqlite3.connect(own_place.database) as database:
            rows = database.execute("SELECT count(*) FROM store_session").fetchone()
    assert before == 200
    assert said.code == 0
    assert "All sessions have ended." in said.out
    assert (after.status, after.location) == (302, "/in")
    assert rows == (0,)
