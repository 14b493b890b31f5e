"""backup, restore, remind: into an empty folder, into PostgreSQL, and all that is refused."""

import json
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.cli.conftest import Place
from tests.postgres import postgres_server
from tests.running import Said, Visitor, answerable, environment, running

CANNOT_READ = 2


@pytest.fixture(scope="module")
def backup(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a backup of the shared place."""
    file = tmp_path_factory.mktemp("backup") / "all"
    said = place.run("backup", str(file))
    assert said.code == 0, said.err
    return file


def empty(folder: Path, *, pepper: Path | None) -> dict[str, str]:
    """Return the environment of an empty folder that has this pepper."""
    folder.mkdir()
    env = environment(folder)
    if pepper is not None:
        (folder / "data").mkdir(mode=0o700)
        shutil.copy(pepper, folder / "data" / "pepper")
    return env


def restored(place: Place, backup: Path, folder: Path) -> dict[str, str]:
    """Lay the backup into an empty folder; return its environment."""
    env = empty(folder, pepper=place.folder / "data" / "pepper")
    said = answerable(env, "restore", str(backup))
    assert said.code == 0, said.err
    return env


def refused(said: Said, why: str) -> None:
    """Check that a command ended with one plain sentence."""
    assert said.code == CANNOT_READ
    assert said.err.startswith("cannot read: ")
    assert why in said.err
    assert "Traceback" not in said.err


def check(place: Place, env: dict[str, str]) -> None:
    """Check that the record is whole and opens with name and passphrase in another place."""
    words = ("verify", "--process", place.facts["alias"], "--member", "--json")
    said = answerable(env, *words, typed=f"{place.facts['name']}\n{place.facts['passphrase']}\n")
    assert said.code == 0, said.err
    facts = json.loads(said.out.rpartition("{")[1] + said.out.rpartition("{")[2])
    assert (facts["outcome"], facts["size"], facts["root"]) == ("complete", place.facts["size"], place.facts["root"])


def test_a_backup_holds_rows_and_no_pepper(place: Place, backup: Path) -> None:
    """The host reads that the pepper is kept apart; the file is for nobody else."""
    assert (place.folder / "data" / "pepper").read_bytes() not in backup.read_bytes()
    assert backup.stat().st_mode & 0o077 == 0
    said = place.run("backup", str(backup.with_name("again")))
    assert "The pepper is NOT in it" in said.out


def test_with_the_same_pepper_everything_opens(place: Place, backup: Path, tmp_path: Path) -> None:
    """Into an empty folder: the record verifies, Ada signs in at the running site and reads Now."""
    env = restored(place, backup, tmp_path / "new")
    check(place, env)
    with running(tmp_path / "new") as site:
        visitor = Visitor(site.port)
        visitor.get("/in")
        fields = {"name": place.facts["name"], "passphrase": place.facts["passphrase"]}
        assert visitor.post("/in", fields).status == 303
        page = visitor.get(f"/g/{place.facts['alias']}/now")
    assert page.status == 200
    assert "Linden" in page.text


@pytest.mark.postgres
def test_a_backup_of_sqlite_goes_into_postgresql_and_back(place: Place, backup: Path, tmp_path: Path) -> None:
    """The same rows in both, byte for byte."""
    env = empty(tmp_path / "new", pepper=place.folder / "data" / "pepper")
    with postgres_server() as server:
        env["DATABASE_URL"] = server.create("moved")
        said = answerable(env, "restore", str(backup))
        assert said.code == 0, said.err
        check(place, env)
        assert answerable(env, "backup", str(tmp_path / "again")).code == 0
    third = empty(tmp_path / "third", pepper=place.folder / "data" / "pepper")
    assert answerable(third, "restore", str(tmp_path / "again")).code == 0
    check(place, third)
    assert rows_of(tmp_path / "third" / "data" / "answerable.sqlite3") == rows_of(place.database)


def rows_of(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of our tables, sessions and refusals aside."""
    with sqlite3.connect(database) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        ours = [name for name in names if name.startswith("store_") and name not in {"store_session", "store_refusal"}]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in ours}  # noqa: S608  # names of our tables


def test_another_pepper_is_refused(backup: Path, tmp_path: Path) -> None:
    """Nobody could sign in: it says so before a row is written."""
    said = answerable(empty(tmp_path / "new", pepper=None), "restore", str(backup))
    refused(said, "the pepper here is another one")
    assert not any(rows_of(tmp_path / "new" / "data" / "answerable.sqlite3").values())


def test_what_is_there_is_never_written_over(place: Place, own_place: Place, backup: Path) -> None:
    """An installation with people in it takes no backup in, not even its own; it stays as it is."""
    before = rows_of(own_place.database)
    shutil.copy(place.folder / "data" / "pepper", own_place.folder / "data" / "pepper")
    refused(own_place.run("restore", str(backup)), "there is something here already")
    assert rows_of(own_place.database) == before


@pytest.mark.parametrize("kind", ["cut", "flipped", "empty", "archive", "absent", "folder"])
def test_a_damaged_file_is_refused_whole(place: Place, backup: Path, tmp_path: Path, kind: str) -> None:
    """One changed byte anywhere, or no backup at all: no row is laid in."""
    whole, file = backup.read_bytes(), tmp_path / "damaged"
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    made = {"cut": whole[:-9], "flipped": bytes(flipped), "empty": b"", "archive": b"answerable/1/archive\n" * 40}
    if kind in made:
        file.write_bytes(made[kind])
    elif kind == "folder":
        file.mkdir()
    env = empty(tmp_path / "new", pepper=place.folder / "data" / "pepper")
    why = "there is no such file" if kind in {"absent", "folder"} else "no backup"
    refused(answerable(env, "restore", str(file)), why)
    assert not any(rows_of(tmp_path / "new" / "data" / "answerable.sqlite3").values())


def test_a_backup_never_writes_over_a_file(place: Place, backup: Path) -> None:
    """The older backup stays."""
    before = backup.read_bytes()
    refused(place.run("backup", str(backup)), "that file exists already")
    assert backup.read_bytes() == before


class Postbox(Message):
    """Keeps what an SMTP server was given."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[str] = []

    def handle_message(self, message: object) -> None:
        """Keep a mail as text."""
        self.mails.append(str(message))


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, int]]:
    """Run an SMTP server; return its box and port."""
    box = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


def test_remind_sends_what_is_due_once(own_place: Place, postbox: tuple[Postbox, int]) -> None:
    """Nothing is due at first; then one neutral mail, and no second one."""
    box, port = postbox
    mail = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_TLS": "none", "SMTP_FROM": "notes@list.example"}
    env = own_place.env | mail
    with sqlite3.connect(own_place.database) as database:
        database.execute("DELETE FROM store_due")
    assert answerable(env, "remind").out == "sent 0\n"
    with sqlite3.connect(own_place.database) as database:
        database.execute(
            "INSERT INTO store_due (process, circle, day, hurry)"
            " SELECT DISTINCT process, circle, date('now', '-3 days'), 1 FROM store_sitting"
        )
    assert answerable(env, "remind").out == "sent 1\n"
    assert answerable(env, "remind").out == "sent 0\n"
    assert len(box.mails) == 1
    assert "To: ada@mail.example" in box.mails[0]
    assert "Linden" not in box.mails[0]


def test_without_a_mail_server_the_console_says_that_something_is_due(own_place: Place) -> None:
    """No address, no name: an event code."""
    with sqlite3.connect(own_place.database) as database:
        database.execute("DELETE FROM store_due")
        database.execute(
            "INSERT INTO store_due (process, circle, day, hurry)"
            " SELECT DISTINCT process, circle, date('now', '-3 days'), 1 FROM store_sitting"
        )
    said = own_place.run("remind")
    assert said.code == 0
    assert "event=reminder-due" in said.out
    assert "ada@" not in said.out + said.err
