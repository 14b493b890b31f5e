"""A group of three with a letter on paper: nobody else has an account, and nothing nags about it (R62-R64)."""

import re

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.entries.demands import Facet
from answerable.store import log
from answerable.web.base.forms import text_of
from tests.filled import form_on, post, send, text_of_page
from tests.people import Cast, Person, found, join

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LETTER = "We ask three things of him.\n\nFirst: name to us what you did.\n\nSecond: tell the people you live with."
DAY = "2026-01-12"


@pytest.fixture
def three(db: None) -> Cast:
    """Return a process of three: its support group is reached by mail, its supervision group does not exist yet."""
    ada, bo, cay = (Person(name) for name in ("Ada", "Bo", "Cay"))
    nobody = Person("Nobody")
    process = found(ada).process
    join(process, bo, Role.CONTACT, voucher=ada, admitter=ada)
    join(process, cay, Role.CONTACT, voucher=ada, admitter=bo)
    return Cast(ada, bo, nobody, nobody, cay, nobody, process, log.alias_of_process(process), "")


def add_letter(three: Cast) -> str:
    """Have Ada paste the letter, and return its id as it stands in URLs."""
    answers = {"sort": "mandate-letter", "words": LETTER, "dated_on": DAY}
    assert send(three.ada.client(), three.path("pages/new"), answers).status_code == 303
    return text_of(three.open(three.ada).state.documents[0].item.entry_id)


def test_from_the_letter_to_demands_that_count(three: Cast) -> None:
    """Ada pastes the letter and copies its demands; Bo reads both against the paper; then they are passed on."""
    letter = add_letter(three)
    ada, bo = three.ada.client(), three.bo.client()
    rows = {
        "facet_0": "reflect",
        "words_0": "First: name to us what you did.",
        "facet_2": "inform",
        "words_2": "Second: tell the people you live with.",
    }
    assert send(ada, three.path(f"pages/{letter}/list"), rows).status_code == 303
    demands = three.open(three.bo).state.demands
    assert [(one.number, one.facet, one.counts) for one in demands] == [
        (1, Facet.REFLECT, False),
        (2, Facet.INFORM, False),
    ]
    copied = demands[0].current.item.entry.copied
    assert copied is not None
    assert (copied.from_, copied.said_on.isoformat()) == ("Support group", DAY)
    assert copied.source == three.open(three.bo).state.documents[0].item.entry.title
    waiting = re.findall(r'href="(/g/\w+/read/[a-z2-7]{26})"', bo.get(three.path("read")).content.decode())
    assert len(waiting) == 3
    for path in waiting:
        assert send(bo, path, {}).status_code == 303
    state = three.open(three.eve).state
    assert all(demand.counts for demand in state.demands)
    assert all(document.counts for document in state.documents)
    assert "No copy waits for a reader." in text_of_page(ada.get(three.path("read")))
    assert send(ada, three.path("list/on"), {}).status_code == 303
    assert "All of them were passed on." in text_of_page(ada.get(three.path("list")))


def test_what_is_copied_is_kept_for_those_who_are_not_here(three: Cast) -> None:
    """The letter and its demands name the support group among their readers, so that they can be given to it (R64)."""
    add_letter(three)
    page = text_of_page(three.ada.client().get(three.path("pages/new")))
    assert "It is kept for the support group until they have accounts here." in page
    assert three.open(three.ada).state.documents[0].item.entry.meant_for == (Role.CONTACT, Role.SUPPORT)


def test_who_copied_does_not_read_it_herself(three: Cast) -> None:
    """Ada is told who can; a form she sends all the same keeps nothing."""
    add_letter(three)
    entry = text_of(three.open(three.ada).state.documents[0].item.entry_id)
    ada = three.ada.client()
    page = ada.get(three.path(f"read/{entry}"))
    assert "You copied this. It counts once somebody else has read it against its source" in text_of_page(page)
    assert ada.post(three.path(f"read/{entry}"), {"entry": "a" * 26}).status_code == 403
    assert not three.open(three.ada).state.documents[0].counts


def test_a_copy_with_a_slip_is_copied_again_and_read_by_the_other(three: Cast) -> None:
    """Bo finds a word missing and copies it again: now Ada reads it, and Bo's words are not his to approve."""
    add_letter(three)
    entry = text_of(three.open(three.ada).state.documents[0].item.entry_id)
    bo, ada = three.bo.client(), three.ada.client()
    assert send(bo, three.path(f"read/{entry}/again"), {"words": f"{LETTER}\n\nThird: answer us."}).status_code == 303
    document = three.open(three.ada).state.documents[0]
    assert document.item.entry.text.endswith("Third: answer us.")
    assert not document.counts
    stale = ada.get(three.path(f"read/{entry}"))
    assert "These words were copied again since." in text_of_page(stale)
    now = text_of(document.item.entry_id)
    assert bo.post(three.path(f"read/{now}"), {"entry": "a" * 26}).status_code == 403
    assert send(ada, three.path(f"read/{now}"), {}).status_code == 303
    assert three.open(three.eve).state.documents[0].counts
    assert "Read against its source by Ada." in text_of_page(ada.get(three.path(f"pages/{entry}")))


def test_more_rows_lose_nothing_and_keep_nothing_yet(three: Cast) -> None:
    """The button for more rows answers with what was typed and four rows more."""
    letter = add_letter(three)
    ada, path = three.ada.client(), three.path(f"pages/{letter}/list")
    page = ada.get(path)
    _action, values = form_on(page, holding="entry")
    typed = {**values, "facet_3": "other", "words_3": "Third <b>thing</b>.", "more": "1"}
    grown = ada.post(path, typed)
    assert grown.status_code == 200
    _action, kept = form_on(grown, holding="entry")
    assert (kept["words_3"], kept["facet_3"], kept["entry"]) == (["Third <b>thing</b>."], ["other"], values["entry"])
    assert "words_7" in kept
    assert "words_8" not in kept
    assert not three.open(three.ada).state.demands
    assert post(ada, path, grown, {"facet_7": "inform", "words_7": "Fourth."}).status_code == 303
    assert [one.current.text for one in three.open(three.ada).state.demands] == ["Third <b>thing</b>.", "Fourth."]


def test_a_later_letter_is_a_version_and_the_older_one_leads_to_it(three: Cast) -> None:
    """Two letters of one kind are versions by their days (R3)."""
    first = add_letter(three)
    answers = {"sort": "mandate-letter", "words": "A newer letter.", "dated_on": "2026-06-01"}
    send(three.bo.client(), three.path("pages/new"), answers)
    page = text_of_page(three.ada.client().get(three.path(f"pages/{first}")))
    assert "There is a newer version" in page
    listed = text_of_page(three.ada.client().get(three.path("pages")))
    assert listed.index("1 June") < listed.index("12 January")


def test_questions_go_out_and_answers_come_back_by_mail(three: Cast) -> None:
    """Ada asks, sends it by mail, copies the answer: it stands as theirs once Bo has read it (R5, R64)."""
    ada, bo = three.ada.client(), three.bo.client()
    send(ada, three.path("post/new"), {"words": "May the flat be told?"})
    question = text_of(three.open(three.ada).state.questions[0].item.entry_id)
    page = text_of_page(bo.get(three.path(f"post/{question}")))
    assert "Copy an answer that came by mail" in page
    assert "Copy the answer when one comes by mail." in page
    answers = {"words": "Yes, spoken.", "said_on": three.open(three.ada).today.isoformat(), "source": "A mail"}
    assert send(ada, three.path(f"post/{question}/in"), answers).status_code == 303
    answer = three.open(three.bo).state.questions[0].answers[0]
    assert answer.entry.copied is not None
    assert not three.open(three.bo).state.does_not_fit
    assert send(bo, three.path(f"read/{text_of(answer.entry_id)}"), {}).status_code == 303
    assert "Read against its source by Bo." in text_of_page(ada.get(three.path(f"post/{question}")))


def test_no_page_shows_an_absent_circle_as_silent(three: Cast) -> None:
    """Neither the list of questions nor that of demands says that somebody does not answer (R64)."""
    ada = three.ada.client()
    send(ada, three.path("post/new"), {"words": "May the flat be told?"})
    add_letter(three)
    process = three.open(three.ada).state.process
    assert (process.support, process.supervision) == (Presence.MAIL, Presence.NOT_YET)
    for path in ("post", "list", "pages", "read"):
        page = text_of_page(ada.get(three.path(path)))
        assert "No answer yet" not in page
        assert "no reply" not in page.lower()
        assert "silent" not in page.lower()
        assert "supervision" not in page.lower()
