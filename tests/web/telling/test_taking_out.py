"""What stays when words about one circle are taken out: pages that work, and links that lead somewhere (R11, R60)."""

import re

import pytest
from django.test import Client

from answerable.core.entries import (
    AnyEntry,
    NoticeAnswered,
    NoticeGiven,
    PeopleTold,
    SupervisionAsked,
    TellingConfirmed,
    TellingPlanned,
    WorksheetKept,
)
from answerable.core.entries.letters import LetterForm
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import PASSPHRASE, Cast, Person
from tests.web.telling.letter_ready import all_there, fresh

pytestmark = pytest.mark.django_db

KINDS = (WorksheetKept, TellingPlanned, NoticeAnswered, NoticeGiven, SupervisionAsked, PeopleTold)


def entry_of(cast: Cast, kind: type[AnyEntry]) -> str:
    """Return the page of the only entry of a kind."""
    (one,) = (filed for filed in cast.open(cast.ada).filed if type(filed.entry) is kind)
    return cast.path(f"e/{text_of(one.entry_id)}")


def walk(cast: Cast, client: Client) -> None:
    """Open what shows circles, and the pages of circles."""
    for rest in ("now", "update/new"):
        assert client.get(cast.path(rest)).status_code == 200, rest
    for circle in links(client, cast.path("ask"), rf"{cast.path('ask/')}[a-z2-7]{{26}}"):
        assert client.get(circle).status_code == 200


def links(client: Client, path: str, to: str) -> set[str]:
    """Return the links of a page to somewhere."""
    return set(re.findall(rf'href="({to})"', client.get(path).content.decode()))


def test_each_kind_can_be_taken_out(cast: Cast) -> None:
    """One after the other; a correction is offered where there is one, and no page falls over."""
    authors: dict[type[AnyEntry], Person] = dict.fromkeys(KINDS, cast.ada)
    authors |= {NoticeAnswered: cast.bo, NoticeGiven: cast.bo}
    assert cast.ada.account
    assert cast.bo.account
    all_there(cast, LetterForm.PRINT)
    (sheet,) = (one.first_id for one in cast.open(cast.ada).state.telling.circles[0].sheets)
    (plan,) = cast.write(cast.ada, fresh(TellingPlanned, worksheet=sheet))
    cast.write(cast.bo, fresh(TellingConfirmed, plan=plan))
    cast.write(cast.ada, fresh(PeopleTold, plan=plan))
    assert cast.bo.client().get(f"{entry_of(cast, TellingConfirmed)}/out").status_code == 404
    for kind in KINDS:
        client, page = authors[kind].client(), entry_of(cast, kind)
        change = page.replace("/e/", "/ask/") + "/change"
        offered = kind not in (TellingPlanned, SupervisionAsked)  # what it was asked about is taken out already
        assert (change in client.get(page).content.decode()) is offered
        assert client.get(change).status_code == (200 if offered else 404)
        if kind in (WorksheetKept, PeopleTold):
            marked = {"marked": "0-0", "passphrase": PASSPHRASE}
            assert send(client, f"{page}/mark", marked, holding="seen").status_code == 303
            page = entry_of(cast, kind)  # what is left of it stands in a new entry
        assert client.get(f"{page}/mark").status_code == 200
        assert send(client, f"{page}/out", {"passphrase": PASSPHRASE}).status_code == 303
        assert "Taken out" in text_of_page(client.get(page))
        if kind in (WorksheetKept, PeopleTold):
            walk(cast, client)
        if kind is WorksheetKept:
            (circle,) = links(client, cast.path("ask"), rf"{cast.path('ask/')}[a-z2-7]{{26}}")
            for link in links(client, circle, rf"{circle}[^\"]+"):
                assert client.get(link).status_code == 200
    assert "You have not asked yourselves about anybody yet." in text_of_page(cast.ada.client().get(cast.path("ask")))
