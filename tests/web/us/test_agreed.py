"""What we agreed and our boundaries: pages, forms, refusals (R4, R22, R25)."""

import re
from html import unescape

import pytest
from django.test import Client

from answerable.core.defaults.policy import Policy, policy_on
from tests.people import Cast

pytestmark = pytest.mark.django_db


def page_of(client: Client, path: str, status: int = 200) -> str:
    """Return a page as text."""
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    return unescape(response.content.decode())


def send(client: Client, path: str, status: object = 303, **answers: object) -> str:
    """Open a form, fill it in, send it; return where it leads, or the page that says what is missing."""
    page = page_of(client, path)
    entry = re.search(r'name="entry" value="([^"]*)"', page)
    assert entry
    response = client.post(path, {"entry": entry[1], **answers})
    assert response.status_code == status, unescape(response.content.decode())
    return response["Location"] if status == 303 else unescape(response.content.decode())


def numbers(cast: Cast, **changed: object) -> dict[str, object]:
    """Return the form as it is shown, with changes."""
    policy = Policy()
    shown = {name: getattr(policy, name) for name in Policy.__struct_fields__}
    return {**shown, "from_on": cast.open(cast.ada).today.isoformat(), "reason": "We are four now.", **changed}


def test_only_what_differs_is_written_down(cast: Cast) -> None:
    """R4: with its day and its reason; all groups see both."""
    path = cast.path("people/list/new")
    assert send(cast.ada.client(), path, **numbers(cast, mailbox_every_days=14)) == cast.path("people/list")
    opened = cast.open(cast.sol)
    (item,) = opened.state.process.policy_changes
    assert item.entry.change.mailbox_every_days == 14
    assert item.entry.change.contact_every_months is None
    assert policy_on(opened.state.process.policies, opened.today).mailbox_every_days == 14
    page = page_of(cast.sol.client(), cast.path("people/list"))
    assert "every 14 days" in page
    assert "We are four now." in page


def test_zero_means_not_taken_on(cast: Cast) -> None:
    """R62: nothing of it is ever due."""
    send(cast.ada.client(), cast.path("people/list/new"), **numbers(cast, update_every_months=0))
    assert "not taken on" in page_of(cast.bo.client(), cast.path("people/list"))


def test_looking_at_all_of_it_without_a_change_is_kept(cast: Cast) -> None:
    """R22: the yearly look at how long this group will exist."""
    send(cast.ada.client(), cast.path("people/list/new"), **numbers(cast, reason="Two more years, said with them."))
    page = page_of(cast.ada.client(), cast.path("people/list"))
    assert "Looked at, nothing changed." in page
    assert "Two more years" in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"reason": ""}, "Write why."),
        ({"from_on": "2020-01-01"}, "counts from today at the earliest"),
        ({"from_on": "9000-01-01"}, "Check the year"),
        ({"contact_every_months": "-1"}, "Write a whole number, 0 or more."),
        ({"contact_every_months": "1000"}, "Write a number up to 120."),
        ({"contact_every_months": ""}, "Write a number"),
        ({"minimum_members": "three"}, "Write a whole number, 0 or more."),
    ],
)
def test_a_slip_is_said_beside_the_field(cast: Cast, changed: dict[str, object], said: str) -> None:
    """And nothing is agreed."""
    assert said in send(cast.ada.client(), cast.path("people/list/new"), 422, **numbers(cast, **changed))
    assert cast.open(cast.ada).state.process.policy_changes == ()


def test_how_many_a_decision_needs_is_agreed_with_a_reason(cast: Cast) -> None:
    """R4, R47: from a day on, for questions opened from then; all groups see it."""
    path, today = cast.path("people/list/change"), cast.open(cast.ada).today.isoformat()
    assert "more than half of those asked" in page_of(cast.sol.client(), cast.path("people/list"))
    for changed, said in (
        ({"reason": ""}, "Write why."),
        ({"from_on": "2020-01-01"}, "counts from today at the earliest"),
        ({"from_on": "9000-01-01"}, "Check the year"),
        ({"quorum": ""}, "Choose one of these"),
    ):
        answers = {"quorum": "all", "reason": "We are few.", "from_on": today, **changed}
        assert said in send(cast.ada.client(), path, 422, **answers)
    assert cast.open(cast.ada).state.process.quorums == ()
    send(cast.ada.client(), path, quorum="all", reason="We are few.", from_on=today)
    page = page_of(cast.sol.client(), cast.path("people/list"))
    assert "For a decision, the views of: all who are asked" in page
    assert "We are few." in page
    assert "All who are asked say how they stand" in page_of(cast.bo.client(), cast.path("agenda"))
    assert cast.sol.client().get(path).status_code == 403


def test_the_first_list_begins_with_what_such_groups_do_not_do(cast: Cast) -> None:
    """R25: nobody has to think of it from nothing."""
    page = page_of(cast.ada.client(), cast.path("people/sheet/new"))
    assert "We do not do his tasks." in page


def test_boundaries_have_versions(cast: Cast) -> None:
    """R25: a newer list takes the place of the one before, which stays to be seen by all groups."""
    path = cast.path("people/sheet/new")
    send(cast.ada.client(), path, can="Meet him in twos\n", cannot="", will_not="Carry messages to her")
    assert "Meet him in twos" in page_of(cast.bo.client(), path)
    send(cast.bo.client(), path, can="Write to him\nMeet him in twos", cannot="Meet at night", will_not="")
    page = page_of(cast.uma.client(), cast.path("people/sheet"))
    assert all(line in page for line in ("Write to him", "Meet at night", "Carry messages to her"))
    assert page.index("Write to him") < page.index("Carry messages to her")
    assert "Write a new version" not in page


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({"can": " \n ", "cannot": "", "will_not": ""}, "Write at least one line."),
        ({"can": "x" * 301, "cannot": "", "will_not": ""}, "One line is too long"),
        ({"can": "x\n" * 101, "cannot": "", "will_not": ""}, "too many lines"),
        ({"can": "x" * 20_001, "cannot": "", "will_not": ""}, "at most 20,000 characters"),
    ],
)
def test_a_list_that_cannot_be_kept_is_said(cast: Cast, lines: dict[str, str], said: str) -> None:
    """Beside the field, with all that was typed."""
    assert said in send(cast.ada.client(), cast.path("people/sheet/new"), 422, **lines)
