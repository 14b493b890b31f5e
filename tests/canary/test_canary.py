"""What was typed lies nowhere in clear: rows, files, logs, mails, sessions (C1); the same search sees it unsealed."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from pytest_django import Settings

from answerable.actions import reminders
from answerable.store import calendar, log
from answerable.web.base import clock
from tests import crawl, running
from tests.canary import places, unsealed
from tests.canary.markers import files_in, find
from tests.canary.postbox import Postbox, listening
from tests.canary.story import Story
from tests.crawl import InProcess, Page, Pairs
from tests.people import browser
from tests.running import Visitor, answerable, environment

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
ON_POSTGRESQL = bool(os.environ.get("DATABASE_URL"))

UNUSED = {
    ("everything", "words"),  # searched for, kept nowhere
    ("sign-in", "name"),  # compared by its hash; so are those below
    ("recover", "name"),
    ("invited-name", "name"),
    ("unlock", "_name"),
}
"""What a form takes in and its deed does not keep."""
OUTWARD = {("settings-mail", "address"), ("settings-mail", "sender_name"), ("settings-mail", "subject")}
"""What a member writes for the outside of her own mails."""


def tell(story: Story) -> Story:
    """Tell the story; every text field that any page showed was filled with a marker and taken."""
    story.tell()
    left = story.filling.left
    refused = {route: story.refusals.get(route, "never sent") for route, _name in left}
    assert not left, f"no form took a marker in {sorted(left)}: {refused}"
    assert len(story.filling.seen) > 100
    return story


def mail_everything(story: Story) -> None:
    """Let a mail be due for everybody who asked for one, and send it."""
    process = log.process_of_alias(story.alias)[0]
    today = clock.host_day(clock.now())
    for _process, circle in {place for place in log.sittings() if place[0] == process}:
        calendar.add_days(process, circle, [(today.replace(day=1), True), (today, True)])
    reminders.send_due(now=clock.now())


def outside(story: Story, box: Postbox) -> list[tuple[str, bytes]]:
    """Return the mails, without what a member wrote for their outside."""
    own = [marker for marker, place in story.markers.given.items() if place in OUTWARD]
    mails = "\n".join(box.mails)
    for marker in own:
        mails = mails.replace(marker, "")
    return [("mails", mails.encode())]


def kept_of(story: Story, heard: list[bytes]) -> set[tuple[str, str]]:
    """Return the fields whose words were sealed."""
    sealed = b"\n".join(heard)
    return {place for marker, place in story.markers.given.items() if marker.encode() in sealed}


@pytest.mark.both_databases
@pytest.mark.skipif(not ON_POSTGRESQL, reason="on SQLite the running site below is looked through, and more of it")
@pytest.mark.django_db(transaction=True)
def test_nothing_that_was_typed_lies_anywhere(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Rows, database files, temporary files, standard output and error, mails: not one marker in any spelling.

    And each field that was taken was kept: its words were sealed.
    """
    settings.LOOPBACK = True
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    heard = unsealed.overhear(monkeypatch)
    with listening() as box:
        settings.MAIL_HOST, settings.MAIL_PORT, settings.MAIL_TLS = "127.0.0.1", box.port, "none"
        story = tell(Story(lambda: InProcess(browser())))
        mail_everything(story)
    written = "".join(capfd.readouterr())
    wanted = story.secrets
    assert box.mails
    assert find(wanted, outside(story, box)) == []
    assert find(wanted, places.rows()) == []
    assert find(wanted, places.database_files()) == []
    assert find(wanted, files_in(tmp_path)) == []
    assert find(wanted, [("written", written.encode())]) == []
    secret = {place for place in story.filling.filled if "passphrase" in place[1] or place[1] in {"again", "old"}}
    typed = {place for place in story.markers.given.values() if place in story.filling.taken}
    assert typed - kept_of(story, heard) - UNUSED - secret == set()


@pytest.mark.django_db(transaction=True)
def test_the_search_sees_what_is_not_sealed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """With sealing switched off the names of a group and its people are found (the control).

    What was taken out is gone from the rows even so.
    """
    settings.LOOPBACK = True
    unsealed.switch_off(monkeypatch)
    story = Story(lambda: InProcess(browser()))
    story.begin()
    story.take_out(story.ada)
    found = b"\n".join(value for _place, value in places.rows())
    assert find([story.markers.stem], [("rows", found)]) == ["rows"]
    assert story.ada.name.encode() in found
    assert not [marker for marker in story.taken_out if marker.encode() in found]


class OverHttp:
    """A real connection as a browser that the story can use."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor

    def open(self, path: str) -> Page:
        """Open a page."""
        return self._page(path, self.visitor.get(path))

    def send(self, path: str, pairs: Pairs) -> Page:
        """Send a form."""
        return self._page(path, self.visitor.post(path, pairs))

    @staticmethod
    def _page(path: str, answer: running.Answer) -> Page:
        kind = answer.header("Content-Type")
        return crawl.read(path, answer.status, answer.content, location=answer.location, kind=kind)


def test_a_running_site_leaves_nothing_on_its_machine(tmp_path: Path) -> None:
    """The program as a host runs it: its data, home, temporary and runtime folders, its log, a backup, an archive."""
    with listening() as box:
        mail = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(box.port), "SMTP_TLS": "none"}
        with running.running(tmp_path, **mail) as site:
            story = tell(Story(lambda: OverHttp(site.visitor())))
            copy = tmp_path / "while-running"
            shutil.copytree(tmp_path / "data", copy)
            memory = list(files_in(running.memory_folder(tmp_path / "data")))
        env = environment(tmp_path, **mail)
        assert answerable(env, "backup", str(tmp_path / "backup")).code == 0
        assert answerable(env, "export", story.alias, str(tmp_path / "archive")).code == 0
        assert answerable(env, "remind").code == 0
    everything = [*files_in(tmp_path), *memory, *outside(story, box)]
    assert find(story.secrets, everything) == []
    assert any("answerable.sqlite3" in place for place in find(["Tea round"], everything))
