"""A demand from raised to refused to told back; a decision of the parent process copied and passed on (R8, R30)."""

import pytest
from django.test import Client

from answerable.core.circles import Presence, Role
from answerable.core.entries import NoteKept, PresenceSet
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord, Origin
from answerable.core.entries.surroundings import Shows
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

DEMAND = "Say in your own words what you did."
ANEW = "Say to the contact group what you did, without excuses."
DECISION = "He is not to come to the camp this summer."


def by_mail(cast: Cast) -> None:
    """Have Ada note that the support group is reached by mail and paper."""
    entry = PresenceSet(at=clock.now(), meant_for=tuple(sorted(Role)), role=Role.SUPPORT, state=Presence.MAIL)
    cast.write(cast.ada, entry)


def copy(cast: Cast, client: Client, rest: str, **answers: object) -> None:
    """Have somebody copy words of others."""
    source = {"said_on": cast.open(cast.ada).today.isoformat(), "source": "A mail to our address"}
    answer = send(client, cast.path(rest), {**source, **answers})
    assert answer.status_code == 303, text_of_page(answer)


def read(cast: Cast, client: Client, ident: str) -> None:
    """Have a second member read a copy against its source."""
    assert send(client, cast.path(f"read/{ident}"), {}).status_code == 303


def answer_on(client: Client, path: str, ident: str, outcome: str, said: str = "") -> None:
    """Write down that something was passed on, and what he did with it."""
    filled = {f"outcome_{ident}": outcome, f"said_{ident}": said}
    assert send(client, path, filled).status_code == 303


def seen(cast: Cast, demand: bytes, word: DemandWord, text: str) -> None:
    """Have Bo note what somebody came to tell the group about a demand."""
    note = NoteKept(
        at=clock.now(),
        meant_for=(Role.CONTACT,),
        on=cast.open(cast.bo).today,
        text=text,
        source=Source.SOMEONE_CAME,
        x_may_learn=False,
        shows=Shows(demand=demand, word=word),
    )
    cast.write(cast.bo, note)


def test_a_demand_by_mail_lives_from_raised_to_refused_to_told_back(cast: Cast) -> None:
    """Copied, read, evaded, worded anew, refused, seen by somebody else, told back: one page tells it in order."""
    by_mail(cast)
    ada, bo = cast.ada.client(), cast.bo.client()
    copy(cast, ada, "list/new", facet="reflect", words=DEMAND)
    first = cast.open(cast.ada).state.demands[0]
    ident = text_of(first.demand_id)
    read(cast, bo, ident)
    answer_on(ada, cast.path(f"list/{ident}/on"), ident, "evaded", "What exactly am I to say?")
    assert "Tell the support group" not in text_of_page(ada.get(cast.path("now")))
    copy(cast, ada, f"list/{ident}/again", words=ANEW)
    newer = text_of(cast.open(cast.ada).state.demands[0].versions[1].item.entry_id)
    read(cast, bo, newer)
    answer_on(bo, cast.path(f"list/{ident}/on"), newer, "refused", "Not like this.")
    version = cast.open(cast.ada).state.demands[0].current.item
    seen(cast, version.entry_id, DemandWord.REFUSED, "One of the choir told us that he laughs about it.")
    now = text_of_page(ada.get(cast.path("now")))
    assert "Tell the support group what he answered: demand 1" in now
    page = text_of_page(ada.get(cast.path(f"list/{ident}")))
    assert "The support group was not told yet. Tell them" in page
    sheet = text_of_page(ada.get(cast.path("list/back")))
    assert "his account Not like this." in sheet
    assert send(ada, cast.path("list/back"), {"how": "By mail, in these words"}).status_code == 303
    assert "Tell the support group" not in text_of_page(ada.get(cast.path("now")))
    page = text_of_page(bo.get(cast.path(f"list/{ident}")))
    steps = (
        "this is asked of X.",
        "Read against its source by Bo.",
        "He evaded.",
        "new words in place of the older ones",
        "Asked again.",
        "He refused.",
        "A note shows: refused. Someone came to us.",
        "We told the support group what he answered: By mail, in these words.",
    )
    told = page.partition("The story")[2]
    places = [told.index(step) for step in steps]
    assert sorted(places) == places
    assert "He says He refused." in page
    assert "his account Not like this." in page
    assert "We have seen That he refuses. Someone came to us" in page
    assert "They know all that he answered." in text_of_page(ada.get(cast.path("list/back")))


def test_a_support_group_that_is_here_reads_the_story_itself(cast: Cast) -> None:
    """Nobody has to tell it; notes stay with the contact group (R30, R13)."""
    sol, ada = cast.sol.client(), cast.ada.client()
    assert send(sol, cast.path("list/new"), {"facet": "reflect", "words": DEMAND}).status_code == 303
    demand = cast.open(cast.sol).state.demands[0]
    ident = text_of(demand.demand_id)
    answer_on(ada, cast.path(f"list/{ident}/on"), ident, "answered", "I have begun.")
    seen(cast, demand.demand_id, DemandWord.SEEN, "Nobody at the programme knows him.")
    page = text_of_page(sol.get(cast.path(f"list/{ident}")))
    assert "his account I have begun." in page
    assert "Nobody at the programme" not in page
    assert "What the contact group has seen itself stands in its updates." in page
    assert "The support group reads it here." in text_of_page(ada.get(cast.path(f"list/{ident}")))
    assert "what he answered" not in text_of_page(ada.get(cast.path("now")))


def test_a_decision_of_the_parent_process_is_copied_read_passed_on_and_told_back(cast: Cast) -> None:
    """It counts after a second reading, goes on word for word like a demand, and the result goes back (R8)."""
    ada, bo = cast.ada.client(), cast.bo.client()
    copy(cast, ada, "far/new", words=DECISION)
    decision = cast.open(cast.ada).state.parent.decisions[0]
    ident = text_of(decision.item.first_id)
    assert not decision.counts
    assert "does not count yet" in text_of_page(ada.get(cast.path(f"far/{ident}")))
    assert "Nothing waits to be passed on." in text_of_page(ada.get(cast.path("list/on")))
    assert "Look first" in text_of_page(ada.get(cast.path(f"far/{ident}/on")))
    read(cast, bo, ident)
    assert "Pass on a decision of the parent process" in text_of_page(ada.get(cast.path("now")))
    assert "word for word: “He is not to come" in text_of_page(ada.get(cast.path("entries")))
    assert DECISION in text_of_page(ada.get(cast.path("list/on")))
    answer_on(ada, cast.path("list/on"), ident, "answered", "I had no plan to.")
    passing = cast.open(cast.sol).state.parent.decisions[0].passings[0]
    assert passing.same_wording
    assert passing.item.entry.answer_by_on is None
    page = text_of_page(bo.get(cast.path(f"far/{ident}")))
    assert "his account I had no plan to." in page
    assert "The parent process was not told yet." in page
    assert "Tell the parent process what he answered" in text_of_page(bo.get(cast.path("now")))
    assert send(bo, cast.path("list/back"), {"how": "By mail"}).status_code == 303
    told = cast.open(cast.sol).state.parent.reported[0].entry
    assert (told.to, told.passings) == (Origin.PARENT_PROCESS, (passing.item.first_id,))
    assert "We told the parent process what he answered: By mail." in text_of_page(bo.get(cast.path(f"far/{ident}")))
    assert "passed on, he answered" in text_of_page(bo.get(cast.path("list")))


def test_when_the_parent_process_was_last_heard_shows(cast: Cast) -> None:
    """A mail without a decision counts too; supervision sees nothing of it before there is a decision (R8)."""
    ada = cast.ada.client()
    assert "Nothing is noted from a parent process yet." in text_of_page(ada.get(cast.path("list")))
    today = cast.open(cast.ada).today
    long_ago = today.replace(year=today.year - 1, day=1).isoformat()
    assert send(ada, cast.path("far/heard"), {"on": long_ago, "text": "A greeting."}).status_code == 303
    page = text_of_page(cast.sol.client().get(cast.path("list")))
    assert "We last heard from the parent process" in page
    assert "Does the tie still hold?" in page
    assert "The parent process" not in text_of_page(cast.uma.client().get(cast.path("list")))
    assert send(ada, cast.path("far/heard"), {}).status_code == 303
    assert "Does the tie still hold?" not in text_of_page(ada.get(cast.path("list")))
    copy(cast, ada, "far/new", words=DECISION)
    shown = text_of_page(cast.uma.client().get(cast.path("list")))
    assert DECISION in shown
    assert "We last heard" not in shown
    ident = text_of(cast.open(cast.uma).state.parent.decisions[0].item.first_id)
    page = text_of_page(cast.uma.client().get(cast.path(f"far/{ident}")))
    assert DECISION in page
    assert "passed on" not in page


def test_a_decision_of_the_support_groups_own_counts_at_once(cast: Cast) -> None:
    """The parent process speaks through the support group: what it enters needs no second reader (R2)."""
    copy(cast, cast.sol.client(), "far/new", words=DECISION)
    assert cast.open(cast.ada).state.parent.decisions[0].counts
    _action, values = form_on(cast.ada.client().get(cast.path("list/on")), holding="entry")
    assert any(name.startswith("passed_") for name in values)
