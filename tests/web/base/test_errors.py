"""What goes wrong under a form: a plain page, and the text still there."""

import pytest
from django.db import OperationalError

from answerable.store import log
from tests.people import Cast, browser
from tests.web.base.test_session import hidden, note_form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("fault", [OperationalError("disk is full"), OSError(28, "No space left on device")])
def test_a_full_disk_loses_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    """Not saved, said so, and the text stands in the page to be sent again."""
    client = cast.ada.client()
    typed = note_form(client, cast)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(log, "append_rows", refuse)
        answer = client.post(cast.path("note"), typed)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "Not saved" in page
    assert "He came late &amp; left early." in page
    assert "disk" not in page
    assert cast.open(cast.ada).state.notes == ()
    assert client.post(cast.path("note"), typed).status_code == 303


def test_a_form_older_than_the_visit_keeps_its_text(cast: Cast) -> None:
    """The CSRF token is from another visit: the page offers to send the same text once more."""
    client = cast.ada.client()
    typed = note_form(client, cast)
    client.handler.enforce_csrf_checks = True
    answer = client.post(cast.path("note"), typed)
    assert answer.status_code == 403
    assert "left early" in hidden(answer.content.decode())["text"]


def test_a_page_that_does_not_exist_says_so_plainly() -> None:
    """404 with a way on, and no word of what this is about."""
    answer = browser().get("/e/nothing")
    assert answer.status_code == 404
    assert b"demand" not in answer.content


def test_an_error_of_ours_shows_no_detail(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """500: what to do next, nothing of what happened."""

    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("secret words")

    client = cast.ada.client()
    client.raise_request_exception = False
    monkeypatch.setattr("answerable.web.base.guard.open_process", fail)
    answer = client.get(cast.path("now"))
    assert answer.status_code == 500
    assert b"secret" not in answer.content
    assert b"Traceback" not in answer.content
