"""What is about her is taken out: any member ticks it, it is destroyed, its place says so (R11, R60)."""

from typing import Any

import pytest
from django.test import Client

from answerable.core.entries import ContactReached
from answerable.store import models
from answerable.web.base.forms import text_of
from tests.filled import form_on, post, send, text_of_page
from tests.people import PASSPHRASE, Cast

pytestmark = pytest.mark.django_db

ACCOUNT = "He was late. She told him not to come, he says. He will ask two places."
LATER = "He was late. She told him never to come, he says. He will ask two places."


def path_of_contact(cast: Cast) -> str:
    """Write a contact down as Ada, correct it as Ada, and return the path of its page."""
    client = cast.ada.client()
    send(client, cast.path("new"), {"reached": "yes", "account": ACCOUNT, "plan": "He asks two places."})
    path = entry_path(cast)
    send(client, f"{path}/again", {"account": LATER})
    return path


def entry_path(cast: Cast) -> str:
    """Return the path of the page of the newest contact."""
    return cast.path(f"e/{text_of(cast.open(cast.ada).state.contacts.reached[0].entry_id)}")


def marked(client: Client, path: str, **answers: object) -> Any:
    """Tick the second sentence and send."""
    return send(client, f"{path}/mark", {"marked": ["0-1"], "passphrase": PASSPHRASE, **answers})


def test_another_member_takes_out_what_is_about_her(cast: Cast) -> None:
    """All versions are destroyed, the copy stands in their place, the contact still counts once, the log verifies."""
    path = path_of_contact(cast)
    seqs = [facts.seq for facts in cast.open(cast.ada).ledger.entries.values()]
    before = models.Body.objects.filter(process=cast.process, seq__in=seqs).count()
    cast.bo.account  # noqa: B018  # makes the account: the passphrase is asked
    client = cast.bo.client()
    assert "Take out what is about her" in text_of_page(client.get(path))
    answer = marked(client, path)
    assert answer.status_code == 303
    page = text_of_page(client.get(answer["Location"]))
    assert "He was late. [about her, removed] He will ask two places." in page
    assert "She told him" not in page
    state = cast.open(cast.ada).state
    (contact,) = state.contacts.reached
    assert contact.entry.account == "He was late. [about her, removed] He will ask two places."
    assert state.contacts.reached_days == (contact.entry.on,) * len(state.contacts.reached_days)
    assert len(state.agreements) == 1
    assert models.Body.objects.filter(process=cast.process, seq__in=seqs).count() == before - 2
    left = [filed.entry for filed in cast.open(cast.ada).filed]
    assert [entry.account for entry in left if isinstance(entry, ContactReached)] == [contact.entry.account]
    assert cast.open(cast.ada).altered == ()


def test_nothing_ticked_nothing_done(cast: Cast) -> None:
    """The page says what is missing; a wrong passphrase destroys nothing."""
    path = path_of_contact(cast)
    cast.ada.account  # noqa: B018  # makes the account: the passphrase is asked
    client = cast.ada.client()
    empty = send(client, f"{path}/mark", {"passphrase": PASSPHRASE})
    assert empty.status_code == 422
    assert "Tick at least one passage" in text_of_page(empty)
    wrong = marked(client, path, passphrase="not this one at all")
    assert wrong.status_code == 422
    assert "That passphrase does not fit" in text_of_page(wrong)
    assert form_on(wrong, holding="marked")[1]["marked"] == ["0-1"]
    assert cast.open(cast.ada).state.contacts.reached[0].entry.account == LATER


def test_ticks_on_other_words_are_refused(cast: Cast) -> None:
    """Who corrected it meanwhile is not cut at the wrong place."""
    path = path_of_contact(cast)
    cast.bo.account  # noqa: B018  # makes the account: the passphrase is asked
    client = cast.bo.client()
    shown = client.get(f"{path}/mark")
    send(cast.ada.client(), f"{path}/again", {"account": "Something else. Quite short."})
    answer = post(client, f"{path}/mark", shown, {"marked": ["0-1"], "passphrase": PASSPHRASE})
    assert answer.status_code == 422
    assert "Somebody changed these words meanwhile" in text_of_page(answer)
    assert cast.open(cast.ada).state.contacts.reached[0].entry.account == "Something else. Quite short."


def test_demands_and_others_words_have_no_such_page(cast: Cast) -> None:
    """A demand is kept word for word; the support group cannot open what is not theirs."""
    path = path_of_contact(cast)
    assert cast.sol.client().get(f"{path}/mark").status_code == 404
