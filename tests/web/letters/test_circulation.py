"""Who may receive a letter: nobody by default, said by the support group or copied, shown with the letter."""

import pytest
from django.test import Client

from answerable.core.circles import Role
from answerable.core.entries import ReadAgainstSource
from answerable.core.entries.documents import DocumentSort
from answerable.core.letters import authorised
from tests.filled import form_on, send, text_of_page
from tests.people import Cast
from tests.web.letters.test_pages import added

pytestmark = pytest.mark.django_db

SAID = {"ways": ["read-aloud", "print"], "to_whom": "The people he lives with.", "said_on": "2026-03-02"}
COPIED = {**SAID, "source": "A mail"}


def may_go(cast: Cast) -> bool:
    """Whether the letter may be handed on in some form."""
    opened = cast.open(cast.ada)
    return authorised(opened.state, DocumentSort.MANDATE_LETTER, opened.today) is not None


def test_the_support_group_says_it_and_it_counts_at_once(cast: Cast) -> None:
    """The page of the letter and the list tell what may be done with it, and who said so."""
    ident = added(cast, cast.sol)
    client = cast.ada.client()
    assert "Nobody has said who may receive it." in text_of_page(client.get(cast.path(f"pages/{ident}")))
    assert "not authorised" in text_of_page(client.get(cast.path("pages")))
    assert send(cast.sol.client(), cast.path(f"pages/{ident}/who"), SAID).status_code == 303
    assert may_go(cast)
    page = text_of_page(client.get(cast.path(f"pages/{ident}")))
    for words in ("authorised", "read aloud and on paper", "The people he lives with.", "Authorised by Support group"):
        assert words in page
    assert "authorised read aloud and on paper" in text_of_page(client.get(cast.path("pages")))


def test_a_copied_word_waits_for_its_second_reader(cast: Cast) -> None:
    """Bo reads what Ada copied against its source, on the page of all copies; then it counts (R64)."""
    ident = added(cast, cast.sol)
    assert send(cast.ada.client(), cast.path(f"pages/{ident}/who"), COPIED).status_code == 303
    assert not may_go(cast)
    page = text_of_page(cast.bo.client().get(cast.path(f"pages/{ident}")))
    assert "waits for a second member" in page
    (document,) = cast.open(cast.bo).state.documents
    (said,) = document.circulation.waiting
    waiting = cast.bo.client().get(cast.path("read"))
    assert "Who may receive a letter" in waiting.content.decode()
    link = next(one for one in waiting.content.decode().split('"') if "/read/" in one)
    assert "on paper" in text_of_page(cast.bo.client().get(link))
    assert send(cast.bo.client(), link, {}).status_code == 303
    assert may_go(cast)
    readings = [one.entry for one in cast.open(cast.bo).filed if isinstance(one.entry, ReadAgainstSource)]
    assert [one.entry for one in readings] == [said.entry_id]


def test_taking_it_back_counts_at_once_also_as_a_copy(cast: Cast) -> None:
    """No form is ticked: nobody new may receive it, and nobody has to read that first."""
    ident = added(cast, cast.sol)
    send(cast.sol.client(), cast.path(f"pages/{ident}/who"), SAID)
    form = form_on(cast.ada.client().get(cast.path(f"pages/{ident}/who")), holding="to_whom")[1]
    assert form["ways"] == ["read-aloud", "print"], "it shows what counts now"
    back = {"ways": None, "to_whom": "", "said_on": "2026-04-01", "source": "A call"}
    assert send(cast.ada.client(), cast.path(f"pages/{ident}/who"), back).status_code == 303
    assert not may_go(cast)
    page = text_of_page(cast.sol.client().get(cast.path(f"pages/{ident}")))
    assert "Not authorised since 1 April" in page
    assert "What was said about it, by day" in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"authorised_by": ""}, "Say who authorised it"),
        ({"to_whom": ""}, "Write who may receive it"),
        ({"said_on": ""}, "Write the day"),
        ({"said_on": "2099-01-01"}, "cannot be after today"),
        ({"ways": ["fax"]}, "Choose one of these."),
        ({"source": ""}, "Say what you copy it from"),
    ],
)
def test_what_does_not_fit_is_said_beside_it(cast: Cast, change: dict[str, object], said: str) -> None:
    """Nothing is kept, nothing typed is lost."""
    ident = added(cast, cast.sol)
    answer = send(cast.ada.client(), cast.path(f"pages/{ident}/who"), {**COPIED, **change})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert form_on(answer, holding="to_whom")[1]["source"] == [change.get("source", "A mail")]
    assert not cast.open(cast.ada).state.documents[0].circulation.said


def test_sent_twice_it_stands_once_and_supervision_reads_it_where_asked(cast: Cast) -> None:
    """The tick adds the supervision group; without it only contact and support group read it."""
    ident = added(cast, cast.sol)
    client = cast.sol.client()
    path = cast.path(f"pages/{ident}/who")
    page = client.get(path)
    _action, values = form_on(page, holding="to_whom")
    for _ in range(2):
        assert client.post(path, {**values, **SAID, "supervision": "on"}).status_code == 303
    (said,) = cast.open(cast.uma).state.unplaced
    assert said.entry.meant_for == (Role.CONTACT, Role.SUPERVISION, Role.SUPPORT)


def test_changed_words_are_not_authorised(cast: Cast) -> None:
    """Sol puts a copy right: what was said held for the words before (R3)."""
    ident = added(cast, cast.ada)
    send(cast.sol.client(), cast.path(f"pages/{ident}/who"), SAID)
    page = text_of_page(cast.bo.client().get(cast.path(f"pages/{ident}")))
    assert "The copy itself waits for a second member" in page
    send(cast.sol.client(), cast.path(f"read/{ident}/again"), {"words": "Other words."})
    page = text_of_page(cast.bo.client().get(cast.path(f"pages/{ident}")))
    assert "Its words were changed since it was authorised" in page


@pytest.mark.parametrize("rest", ["who", "sheet", "new"])
def test_the_pages_of_a_letter_are_for_its_readers(cast: Cast, rest: str) -> None:
    """Uma, who reads no letter, and strangers come to none of them; an id of nothing answers 404."""
    ident = added(cast, cast.sol)
    assert cast.uma.client().get(cast.path(f"pages/{ident}/{rest}")).status_code == 403
    for client in (cast.out.client(), cast.eve.client()):
        assert client.get(cast.path(f"pages/{ident}/{rest}")).status_code == 404
    assert cast.ada.client().get(cast.path(f"pages/{'a' * 26}/{rest}")).status_code == 404


def test_a_letter_on_paper_says_what_giving_it_away_needs(cast: Cast, client: Client) -> None:
    """The words alone in the middle, and which words they are; the open letter with its conditions."""
    ident = added(cast, cast.sol)
    page = cast.ada.client().get(cast.path(f"pages/{ident}/sheet"))
    assert "We ask you to form a group." in page.content.decode()
    assert "Check letters: " in text_of_page(page)
    assert "a step of its own" not in text_of_page(page)
    letter = {
        "sort": "open-letter",
        "words": "To all who know him.",
        "dated_on": "2026-02-01",
        "title": "",
        "language": "en",
    }
    kept = send(cast.sol.client(), cast.path("pages/new"), letter)
    page = cast.ada.client().get(kept["Location"] + "/sheet")
    assert "is a step of its own" in text_of_page(page)
