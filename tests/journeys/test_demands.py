"""Demands from the support circle and back to it: raised, passed on word for word, answered, replaced, withdrawn."""

import re
from html import unescape

import pytest
from django.test import Client

from answerable.core.entries.base import Outcome
from answerable.core.entries.demands import DemandWord, Origin
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

FIRST = "Start perpetrator work, and tell us the day."
SECOND = "Tell the people you live with."
NEWER = "Start perpetrator work, and tell us the day and the place."


def raise_one(cast: Cast, words: str, facet: str = "reflect") -> str:
    """Have Sol raise a demand, and return its id as it stands in URLs."""
    answer = send(cast.sol.client(), cast.path("list/new"), {"facet": facet, "words": words})
    assert answer.status_code == 303
    return text_of(cast.open(cast.sol).state.demands[-1].demand_id)


def pass_on(client: Client, path: str, **answers: object) -> None:
    """Write down that what a page shows was passed on; `answers` are by the beginning of their field's name."""
    page = client.get(path)
    _action, values = form_on(page, holding="entry")
    named = {name: value for name in values for key, value in answers.items() if name.startswith(key)}
    ticked = {name: answers[name] for name in ("supervision",) if name in answers}
    answer = send(client, path, {**named, **ticked, **_outcomes(page.content.decode(), answers)})
    assert answer.status_code == 303, text_of_page(answer)


def _outcomes(page: str, answers: dict[str, object]) -> dict[str, object]:
    """Return the radio buttons of all demands of a page, which an untouched form would not send."""
    names = set(re.findall(r'name="(outcome_[a-z2-7]+)"', page))
    return {name: answers["outcome"] for name in names if "outcome" in answers}


def test_the_support_group_sees_what_became_of_its_demand(cast: Cast) -> None:
    """Raised by Sol, passed on by Ada in the same words, answered: Sol reads it as his account (R2, R14, R30)."""
    ident = raise_one(cast, FIRST)
    ada = cast.ada.client()
    assert "Not passed on yet." in text_of_page(ada.get(cast.path("list")))
    words = text_of_page(ada.get(cast.path(f"list/{ident}/on")))
    assert FIRST in words
    pass_on(ada, cast.path(f"list/{ident}/on"), outcome="answered", said_="He is on a waiting list.")
    page = text_of_page(cast.sol.client().get(cast.path(f"list/{ident}")))
    assert "in these words." in page
    assert "his account He is on a waiting list." in page
    demand = cast.open(cast.sol).state.demands[0]
    assert demand.word is DemandWord.SAID
    assert demand.current.passings[0].same_wording
    assert demand.current.passings[0].item.entry.answer_by_on is None


def test_all_that_wait_go_in_one_go(cast: Cast) -> None:
    """Three wait, two are ticked, one save: the third goes on waiting."""
    idents = [raise_one(cast, words, "inform") for words in (FIRST, SECOND, "Come when we ask you to meet.")]
    ada = cast.ada.client()
    pass_on(ada, cast.path("list/on"), **{f"passed_{idents[2]}": None})
    demands = cast.open(cast.bo).state.demands
    assert [len(demand.current.passings) for demand in demands] == [1, 1, 0]
    assert [demand.word for demand in demands] == [DemandWord.ASKED, DemandWord.ASKED, DemandWord.NOT_ASKED]
    opened = cast.open(cast.bo)
    assert (demands[0].current.passings[0].item.entry.answer_by_on - opened.today).days == 14  # type: ignore[operator]  # it has a date
    assert "3 demands. 1 was not asked yet." in text_of_page(ada.get(cast.path("list")))


def test_a_new_wording_leaves_the_old_one_to_be_seen(cast: Cast) -> None:
    """Replaced words wait to be passed on again; what was done with the old ones stays with them (R2)."""
    ident = raise_one(cast, FIRST)
    pass_on(cast.ada.client(), cast.path(f"list/{ident}/on"))
    assert send(cast.sol.client(), cast.path(f"list/{ident}/again"), {"words": NEWER}).status_code == 303
    page = text_of_page(cast.ada.client().get(cast.path(f"list/{ident}")))
    assert NEWER in page
    assert "new words in place of the older ones" in page
    assert FIRST in page
    demand = cast.open(cast.ada).state.demands[0]
    assert demand.current.text == NEWER
    assert not demand.current.passings
    assert len(demand.versions[0].passings) == 1


def test_a_withdrawn_demand_is_folded_away(cast: Cast) -> None:
    """Withdrawn without a reason: it waits for nothing, and stays to be seen."""
    ident = raise_one(cast, FIRST)
    assert send(cast.sol.client(), cast.path(f"list/{ident}/out"), {}).status_code == 303
    page = text_of_page(cast.ada.client().get(cast.path("list")))
    assert "Withdrawn: 1" in page
    assert "No demands yet" in page
    assert "Nothing waits to be passed on." in text_of_page(cast.ada.client().get(cast.path("list/on")))
    assert "This demand was withdrawn." in text_of_page(cast.bo.client().get(cast.path(f"list/{ident}")))


def test_a_demand_of_the_parent_process_counts_after_a_second_reading(cast: Cast) -> None:
    """Ada copies it with its source; it counts once Bo has read it against that (R8, R64)."""
    answers = {
        "facet": "stay-accountable",
        "words": "Stay away from the summer camp.",
        "origin": "parent-process",
        "said_on": cast.open(cast.ada).today.isoformat(),
        "source": "A mail from the other city",
    }
    assert send(cast.ada.client(), cast.path("list/new"), answers).status_code == 303
    demand = cast.open(cast.ada).state.demands[0]
    assert (demand.origin, demand.counts) == (Origin.PARENT_PROCESS, False)
    assert "Nothing waits to be passed on." in text_of_page(cast.ada.client().get(cast.path("list/on")))
    bo = cast.bo.client()
    page = bo.get(cast.path("list")).content.decode()
    read = re.search(r'href="(/g/\w+/read/[a-z2-7]{26})"', page)
    assert read
    shown = text_of_page(bo.get(read[1]))
    assert "A mail from the other city" in shown
    assert "Parent process" in shown
    assert send(bo, read[1], {}).status_code == 303
    assert cast.open(cast.sol).state.demands[0].counts
    assert "Pass on all that wait" in text_of_page(bo.get(cast.path("list")))


def test_the_contact_group_cannot_edit_or_soften_a_demand(cast: Cast) -> None:
    """Every form a contact member is offered about a demand keeps a copy with its source, or changes nothing (R2)."""
    ident = raise_one(cast, FIRST)
    ada = cast.ada.client()
    softer = {"words": "Think about it.", "said_on": cast.open(cast.ada).today.isoformat(), "source": ""}
    assert send(ada, cast.path(f"list/{ident}/again"), softer).status_code == 422
    assert send(ada, cast.path(f"list/{ident}/again"), {**softer, "source": "A mail"}).status_code == 303
    demand = cast.open(cast.bo).state.demands[0]
    assert demand.current.text == FIRST
    assert demand.waiting is not None
    assert demand.waiting.item.entry.copied is not None
    withdrawn = {"said_on": softer["said_on"], "source": "A mail"}
    assert send(ada, cast.path(f"list/{ident}/out"), withdrawn).status_code == 303
    demand = cast.open(cast.bo).state.demands[0]
    assert not demand.withdrawn
    for answer in (ada.get(cast.path(f"e/{ident}/again")), ada.post(cast.path(f"e/{ident}/again"), softer)):
        assert answer.status_code in {403, 404}


def test_what_was_passed_on_is_written_down_whatever_its_state(cast: Cast) -> None:
    """A copy nobody read yet was passed on all the same: kept, with a mark for the next meeting (R63)."""
    answers = {
        "facet": "reflect",
        "words": FIRST,
        "said_on": cast.open(cast.ada).today.isoformat(),
        "source": "The letter",
    }
    send(cast.ada.client(), cast.path("list/new"), answers)
    ident = text_of(cast.open(cast.ada).state.demands[0].demand_id)
    ada = cast.ada.client()
    assert "This copy does not count yet." in text_of_page(ada.get(cast.path(f"list/{ident}/on")))
    pass_on(ada, cast.path(f"list/{ident}/on"), outcome="refused")
    page = text_of_page(ada.get(cast.path(f"list/{ident}")))
    assert "For the next meeting" in page
    assert "before a second member read the copy" in page
    passing = cast.open(cast.ada).state.demands[0].versions[0].passings[0]
    assert passing.item.entry.answer is not None
    assert passing.item.entry.answer.outcome is Outcome.REFUSED


def test_newer_words_that_come_while_he_is_told_are_marked(cast: Cast) -> None:
    """The form stands open while Sol replaces the words: what was read out is what is kept."""
    ident = raise_one(cast, FIRST)
    ada, path = cast.ada.client(), cast.path(f"list/{ident}/on")
    page = ada.get(path)
    _action, values = form_on(page, holding="entry")
    send(cast.sol.client(), cast.path(f"list/{ident}/again"), {"words": NEWER})
    assert ada.post(path, values).status_code == 303
    demand = cast.open(cast.ada).state.demands[0]
    assert len(demand.versions[0].passings) == 1
    assert demand.versions[0].passings[0].same_wording
    assert "no longer counted" in unescape(ada.get(cast.path(f"list/{ident}")).content.decode())


def test_supervision_reads_demands_and_no_wrong_state(cast: Cast) -> None:
    """Uma reads the words; what was passed on is not hers, so no word claims that it was not."""
    ident = raise_one(cast, FIRST)
    pass_on(cast.ada.client(), cast.path(f"list/{ident}/on"))
    uma = cast.uma.client()
    for path in ("list", f"list/{ident}"):
        page = text_of_page(uma.get(cast.path(path)))
        assert FIRST in page
        assert "not asked" not in page
        assert "Not passed on" not in page
    assert "updates" in text_of_page(uma.get(cast.path("list")))


def test_supervision_reads_a_passing_on_that_was_opened_to_it(cast: Cast) -> None:
    """Ada ticks that supervision reads along: it is sealed for it too."""
    ident = raise_one(cast, FIRST)
    pass_on(cast.ada.client(), cast.path(f"list/{ident}/on"), supervision="on", outcome="evaded")
    assert len(cast.open(cast.uma).state.demands[0].current.passings) == 1
