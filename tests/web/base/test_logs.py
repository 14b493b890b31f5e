"""What the running site writes: event codes and places in the program, never a path, a form or a message (C4)."""

import logging
import sqlite3
import sys
from pathlib import Path

import pytest
from django.test import Client

from answerable.site import logs
from tests.people import Cast
from tests.running import Visitor, running

MARKER = "lanternfish"


def record(
    name: str, level: int, *, error: BaseException | None = None, status: int | None = None
) -> logging.LogRecord:
    """Return a record as Django makes one, with a marker in its message."""
    info = None
    if error is not None:
        try:
            raise error
        except type(error):
            info = sys.exc_info()
    made = logging.LogRecord(name, level, __file__, 1, f"Internal Server Error: /{MARKER}", None, info)
    if status is not None:
        made.status_code = status
    return made


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (record("django.request", logging.WARNING, status=404), ""),
        (record("django.request", logging.ERROR, status=500), "event=failed-500"),
        (
            record("django.request", logging.ERROR, status=500, error=ValueError(MARKER)),
            "event=failed-500 kind=ValueError",
        ),
        (record("django.security.csrf", logging.WARNING), ""),
        (record("django.security.DisallowedHost", logging.ERROR), "event=unknown-host"),
        (record("_granian", logging.ERROR, error=OSError(MARKER)), "event=server-error kind=OSError"),
        (record("elsewhere", logging.ERROR, error=KeyError(MARKER)), "event=error kind=KeyError"),
        (record("elsewhere", logging.INFO), ""),
    ],
)
def test_a_record_becomes_a_code(made: logging.LogRecord, line: str) -> None:
    """Kind and place of an error are the program's words; its message may be somebody's."""
    assert logs.line_of(made) == line


def test_the_place_in_the_program_is_named() -> None:
    """The innermost line of ours tells the host where to look, without a word of the form."""
    with pytest.raises(AttributeError) as caught:
        logs.place_of("no class", None)  # type: ignore[arg-type]  # fails inside the program on purpose
    assert logs.place_of(AttributeError, caught.tb).startswith(" kind=AttributeError at=site/logs.py:")


@pytest.mark.django_db
def test_a_view_that_breaks_writes_its_place_alone(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was typed is in the error's message and in the frames, and stays there."""

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError(MARKER)

    monkeypatch.setattr("answerable.actions.contacts.write", broken)
    client: Client = cast.ada.client()
    client.raise_request_exception = False
    page = client.get(cast.path("note")).content.decode()
    entry = page.partition('name="entry" value="')[2].partition('"')[0]
    answers = {"entry": entry, "on": cast.open(cast.ada).today.isoformat(), "text": MARKER, "source": "ordinary-life"}
    answer = client.post(cast.path("note"), answers)
    written = "".join(capfd.readouterr())
    assert answer.status_code == 500
    assert "event=failed-500 kind=RuntimeError at=actions/contacts.py:" in written
    assert MARKER not in written
    assert cast.alias not in written


def ask_for_trouble(site: Visitor) -> list[int]:
    """Send what is refused in each way, with the marker in every place; return the answers' status."""
    fields = {"name": MARKER, "passphrase": MARKER, "_who": MARKER}
    return [
        site.get(f"/{MARKER}").status,
        site.get(f"/g/{MARKER}/now?{MARKER}={MARKER}").status,
        site.post("/in", fields).status,
        site.post("/in", {**fields, "csrfmiddlewaretoken": MARKER}).status,
        site.post(f"/{MARKER}", fields, Referer=f"http://127.0.0.1/{MARKER}").status,
        site.get("/in", Host=f"{MARKER}.example").status,
        site.post("/in", fields, Content_Length="x").status,
    ]


def test_the_running_site_writes_nothing_of_what_it_was_sent(tmp_path: Path) -> None:
    """404, 422, 403, 400 and 500: all that stands in its log is where it listens and one code for the error."""
    with running(tmp_path) as site:
        visitor = site.visitor()
        visitor.get("/in")
        refused = ask_for_trouble(visitor)
        with sqlite3.connect(tmp_path / "data" / "answerable.sqlite3") as database:
            database.execute("ALTER TABLE store_session RENAME TO away")
        cookie = next(name for name in visitor.cookies if name.endswith("c"))
        visitor.cookies[cookie.removesuffix("c") + "s"] = f"{'00' * 16}.bGFudGVybmZpc2g="
        broken = visitor.post(f"/in?{MARKER}", {"name": MARKER, "passphrase": MARKER}).status
        assert site.stop() == 0
    assert refused == [404, 302, 422, 403, 404, 400, 400]
    assert broken == 500
    lines = site.log.splitlines()
    assert lines[0] == f"Open http://127.0.0.1:{site.port}/"
    assert [line for line in lines[1:] if line != "event=unknown-host"] == [lines[-1]]
    assert lines[-1].startswith("event=failed-500 kind=OperationalError at=store/people.py:")
