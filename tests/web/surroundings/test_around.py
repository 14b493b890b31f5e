"""People around X: who knows, from whom, confirmed by others; never found out (R29, R35, R36, R42)."""

import re

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.entries import (
    AgreementMade,
    AroundNoted,
    AskAnswered,
    DemandRaised,
    NoFurtherContact,
    PresenceSet,
    TalkNoted,
    ToldByX,
    WhoHears,
)
from answerable.core.entries.around import AroundKind, AskOutcome, Hearing, Knows
from answerable.core.entries.base import Source
from answerable.core.entries.demands import DemandWord
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Around
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.core.logbook import example
from tests.filled import form_on, send, text_of_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

NOTED = {"label": "Bike workshop", "kind": "group", "knows": "process", "source": "he-said", "account": "In spring."}
TALK = {"label": "Bike workshop", "kind": "group", "stage": "held", "said": "It is hard."}


def noted(cast: Cast, **answers: str) -> None:
    """Have Ada write down who knows."""
    assert send(cast.ada.client(), cast.path("around/new"), NOTED | answers).status_code == 303


def told(cast: Cast) -> bytes:
    """Have Ada write down, as the page of a contact does, whom he told."""
    return cast.write(cast.ada, example(ToldByX, at=clock.now(), letter=LetterGiven.UNKNOWN))[0]


def people(cast: Cast) -> tuple[Around, ...]:
    """Return who stands in the table."""
    return cast.open(cast.ada).state.surroundings.people


def page_of(cast: Cast, one: Around, rest: str = "") -> str:
    """Return the path of a page about somebody."""
    return cast.path(f"around/{text_of(one.around_id)}{rest}")


def see(cast: Cast, path: str) -> str:
    """Return what Bo reads on a page."""
    return text_of_page(cast.bo.client().get(path))


def test_the_empty_table_says_whom_to_ask(cast: Cast) -> None:
    """Nobody is listed yet: ask him first."""
    assert "Nobody around X is listed yet. Ask him first whom he has told." in see(cast, cast.path("around"))


def test_what_he_says_is_said_until_somebody_confirms_it(cast: Cast) -> None:
    """His account stays beside the confirmation; unknown about the letter is a full answer."""
    noted(cast)
    page = see(cast, cast.path("around"))
    for words in ("said", "his account", "we do not know", "nobody yet", "From X."):
        assert words in page
    confirm = re.search(
        r'href="(/g/[a-z2-7]+/around/[a-z2-7]{26}/new)"', cast.bo.client().get(cast.path("around")).content.decode()
    )
    assert confirm
    assert "he-said" not in cast.bo.client().get(confirm[1]).content.decode()
    seen = {"source": "someone-came", "letter": "yes", "confirmed_by": "R."}
    assert send(cast.bo.client(), confirm[1], seen).status_code == 303
    (found,) = people(cast)
    assert (found.word, len(found.accounts), found.letter) == (DemandWord.SEEN, 2, LetterGiven.YES)
    page = see(cast, page_of(cast, found))
    for words in ("He says", "That there is a process. Letter: we do not know.", "Confirmed by", "R.", "his account"):
        assert words in page


def test_what_the_page_of_a_contact_wrote_stands_here_too(cast: Cast) -> None:
    """It is corrected and confirmed here; its entry leads to all about these people."""
    ident = text_of(told(cast))
    assert "All about these people" in see(cast, cast.path(f"e/{ident}"))
    path = cast.path(f"around/{ident}/again")
    assert form_on(cast.ada.client().get(path), holding="label")[1]["label"] == ["Shared flat"]
    assert send(cast.ada.client(), path, {"label": "The flat"}).status_code == 303
    assert [one.label for one in people(cast)] == ["The flat"]
    assert "Older words" in see(cast, cast.path(f"e/{ident}"))
    assert send(cast.bo.client(), path, {"on": "2999-01-01"}).status_code == 422
    assert "Shared flat" not in see(cast, cast.path("around"))


def test_more_is_written_down_about_people_who_stand_here(cast: Cast) -> None:
    """The label is filled in; what is newer counts, what was told stays (R35)."""
    demand = cast.write(cast.sol, example(DemandRaised, at=clock.now(), number=5))[0]
    noted(cast, relation="He repairs there.")
    (one,) = people(cast)
    more = {"knows": "semi-open-letter", "from_whom": "us", "source": "ordinary-life", "demands": text_of(demand)}
    assert send(cast.bo.client(), page_of(cast, one, "/note"), more).status_code == 303
    (one,) = people(cast)
    assert (one.knows, one.letter, one.demands) == (Knows.SEMI_OPEN, LetterGiven.YES, (demand,))
    page = see(cast, page_of(cast, one))
    for words in ("He repairs there.", "From us", "Demands they were told", "5", "The semi-open letter."):
        assert words in page
    entry_id = text_of(one.accounts[-1].entry_id)
    assert "Demand 5" in see(cast, cast.path(f"e/{entry_id}"))
    again = cast.path(f"around/{entry_id}/again")
    assert send(cast.bo.client(), again, {"knows": "nothing", "demands": None, "letter": "unknown"}).status_code == 303
    assert people(cast)[0].knows is Knows.NOTHING


@pytest.mark.parametrize("knows", ["nothing", "unknown"])
def test_a_single_person_who_may_know_nothing_does_not_stand_here(cast: Cast, knows: str) -> None:
    """A group he names may; such a person appears only where the group asks together (R35)."""
    answer = send(cast.ada.client(), cast.path("around/new"), NOTED | {"kind": "person", "knows": knows})
    assert answer.status_code == 422
    assert "does not stand here" in text_of_page(answer)
    assert "In spring." in answer.content.decode()
    assert not people(cast)
    noted(cast, knows=knows)
    assert not people(cast)[0].know
    page = see(cast, cast.path("around"))
    assert ("no word of it" if knows == "nothing" else "we do not know") in page


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"label": ""}, "Name a group, or a short label"),
        ({"kind": ""}, "Say whether it is a group or one person"),
        ({"knows": ""}, "Say what they know"),
        ({"source": ""}, "Say how you know it"),
        ({"on": "2999-01-01"}, "The day cannot be after today"),
        ({"label": "x" * 301}, "This line is too long: at most 300 characters."),
        ({"account": "x" * 20_001}, "This text is too long"),
        ({"knows": "nothing", "confirmed_by": "R."}, "You wrote that they know nothing"),
        ({"knows": "unknown", "letter": "yes"}, "You wrote that they know nothing"),
        ({"knows": "open-letter", "letter": "no"}, "You wrote that they know the letter."),
    ],
)
def test_what_does_not_fit_is_said(cast: Cast, answers: dict[str, str], said: str) -> None:
    """Refused with a sentence next to it; nothing is kept."""
    answer = send(cast.ada.client(), cast.path("around/new"), NOTED | answers)
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert not people(cast)


def test_who_came_to_us_decides_whether_he_learns_it(cast: Cast) -> None:
    """The default is no; from any other source there is nobody to allow it (R42)."""
    noted(cast, source="someone-came", may_learn="yes")
    noted(cast, source="he-said", may_learn="yes", label="Choir")
    noted(cast, source="someone-came", label="Bar")
    entries = [filed.entry for filed in cast.open(cast.ada).filed if isinstance(filed.entry, AroundNoted)]
    assert [entry.x_may_learn for entry in entries] == [True, False, False]
    assert "without naming Bar: he may not learn how we know" in see(cast, cast.path("entries"))


def test_what_was_looked_up_is_marked_and_goes_to_supervision(cast: Cast) -> None:
    """Taken with an explanation why we do not do that (R42)."""
    assert "We do not look people up." in see(cast, cast.path("around/new"))
    noted(cast, source="looked-up")
    (one,) = people(cast)
    assert "We looked this up." in see(cast, page_of(cast, one))
    again = see(cast, cast.path(f"around/{text_of(one.accounts[0].entry_id)}/again"))
    assert "If you say “We looked it up”, the supervision group reads it too." in again
    assert [type(filed.entry) for filed in cast.open(cast.uma).filed][-1] is AroundNoted


def test_every_form_with_a_source_says_that_supervision_reads_what_was_looked_up(cast: Cast) -> None:
    """Beside the choice and in the sentence about who can read it; what is said after saving is true too (R42, R64)."""
    ident = text_of(told(cast))
    agreement = text_of(cast.write(cast.ada, example(AgreementMade, at=clock.now(), replaces=None))[0])
    paths = ("around/new", f"around/{ident}/again", f"around/{ident}/new", "note", "change", f"e/{agreement}/answer")
    for path in map(cast.path, paths):
        page = see(cast, path)
        assert "the supervision group reads it too, and no step rests on it alone." in page, path
        assert "If you say “We looked it up”, the supervision group reads it too." in page, path
    client = cast.ada.client()
    assert send(client, cast.path("around/new"), NOTED | {"source": "looked-up"}).status_code == 303
    assert "Kept. Sealed for those who can read it." in text_of_page(client.get(cast.path("around")))


def test_it_is_kept_for_a_supervision_group_that_is_not_here(cast: Cast) -> None:
    """Nothing is promised to nobody (R64)."""
    cast.write(cast.ada, example(PresenceSet, at=clock.now(), role=Role.SUPERVISION, state=Presence.NOT_YET))
    assert "it is kept for the supervision group too." in see(cast, cast.path("around/new"))


def test_a_label_with_a_full_stop_has_one(cast: Cast) -> None:
    """No “K..” where a sentence ends with a label; nothing is called a letter twice."""
    noted(cast, label="K.", kind="person", source="someone-came")
    cast.write(cast.ada, example(ToldByX, at=clock.now(), label="K.", letter=LetterGiven.UNKNOWN))
    cast.write(cast.ada, example(TalkNoted, at=clock.now(), label="K.", kind=AroundKind.PERSON, answer=None))
    (one,) = people(cast)
    pages = see(cast, page_of(cast, one)) + see(cast, page_of(cast, one, "/over")) + see(cast, cast.path("around"))
    for words in ("K..", "Letter Letter:", "No answer yet"):
        assert words not in pages
    assert "not at once" in pages
    assert "someone came to us and they talked with us" in pages


def test_a_talk_is_kept_with_what_was_asked_and_answered(cast: Cast) -> None:
    """Their words carry their mark; an ask waits until the answer is written down (R14, R36)."""
    noted(cast)
    (one,) = people(cast)
    talk = {"stage": "held", "said": "It is hard.", "ask": "That you ask him for the letter.", "disagrees": "The tone."}
    assert send(cast.ada.client(), page_of(cast, one, "/talk"), talk).status_code == 303
    page = see(cast, page_of(cast, one))
    for words in ("We talked on", "his friends’ account", "There is no answer yet.", "They answered", "Ada"):
        assert words in page
    (talked,) = people(cast)[0].talks
    answer = cast.path(f"around/{text_of(talked.item.entry_id)}/answer")
    assert "Say what they answered" in text_of_page(send(cast.bo.client(), answer, {}))
    assert send(cast.bo.client(), answer, {"outcome": "partly", "text": "One of us will."}).status_code == 303
    page = see(cast, page_of(cast, one))
    assert "they said yes to a part" in page
    assert "There is no answer yet." not in page
    (answered,) = people(cast)[0].talks[0].answers
    again = cast.path(f"around/{text_of(answered.entry_id)}/again")
    assert send(cast.bo.client(), again, {"outcome": "no"}).status_code == 303
    assert people(cast)[0].talks[0].answers[-1].entry.outcome is AskOutcome.NO
    again = cast.path(f"around/{text_of(talked.item.entry_id)}/again")
    assert send(cast.bo.client(), again, {"said": "It is very hard.", "may_learn": "yes"}).status_code == 303
    (corrected,) = people(cast)[0].talks
    assert (corrected.item.entry.said, corrected.item.entry.by) == ("It is very hard.", (cast.ada.user,))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"label": ""}, "Write with whom: a group, or a short label"),
        ({"stage": ""}, "Say how far it came"),
        ({"on": "2999-01-01"}, "The day cannot be after today"),
        ({"answer": "yes"}, "You wrote an answer."),
        ({"answered": "Yes."}, "You wrote an answer."),
    ],
)
def test_a_talk_that_does_not_fit_is_said(cast: Cast, answers: dict[str, str], said: str) -> None:
    """Refused with a sentence next to it; nothing is kept."""
    answer = send(cast.ada.client(), cast.path("around/talk"), TALK | answers)
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert "No spying, no collecting of proof, no pressure." in text_of_page(answer)
    assert not people(cast)


def test_no_further_contact_is_final_and_said_before_every_box(cast: Cast) -> None:
    """It ends what is suggested and asked; what happened can still be written down, and is marked (R36, R63)."""
    noted(cast, label="R.", kind="person", source="someone-came", disagrees="All of it.")
    assert "Offer a talk" in see(cast, cast.path("around"))
    (one,) = people(cast)
    over = page_of(cast, one, "/over")
    assert "What he says about them ends nothing." in see(cast, over)
    assert send(cast.ada.client(), over, {"on": "2999-01-01"}).status_code == 422
    assert send(cast.ada.client(), over, {"said": "Do not write again."}).status_code == 303
    for path in (cast.path("around"), page_of(cast, one), page_of(cast, one, "/note"), page_of(cast, one, "/talk")):
        page = see(cast, path)
        assert "no further contact with us. That is final." in page
        assert "Offer a talk" not in page
    assert cast.bo.client().get(over).status_code == 303
    refused = send(cast.bo.client(), cast.path("around/talk"), TALK | {"label": "r.", "kind": "person"})
    assert refused.status_code == 422
    assert "no further contact with us. That is final." in text_of_page(refused)
    given = TALK | {"label": "R.", "kind": "person", "read_it": "on"}
    assert send(cast.bo.client(), page_of(cast, one, "/talk"), given).status_code == 303
    assert "They had said to us that they want no further contact." in see(cast, page_of(cast, one))
    final = people(cast)[0].no_contact
    assert final is not None
    again = cast.path(f"around/{text_of(final.entry_id)}/again")
    assert send(cast.bo.client(), again, {"said": "No more."}).status_code == 303
    assert people(cast)[0].no_contact.entry.said == "No more."  # type: ignore[union-attr]  # it stands


def test_a_new_demand_is_answered_once_for_all_who_know(cast: Cast) -> None:
    """He tells, we tell, nobody, later; we only tell who knows the demands; then it is gone (R35, R42)."""
    noted(cast, label="Flat", knows="demands")
    noted(cast, label="Workshop")
    noted(cast, label="Bar", source="someone-came")
    demand = cast.write(cast.sol, example(DemandRaised, at=clock.now(), number=5))[0]
    path = cast.path(f"around/{text_of(demand)}/on")
    assert "Who of those who know hears of demand 5, from whom?" in see(cast, cast.path("now"))
    assert "Who of those who know hears of demand 5, from whom?" in see(cast, cast.path("around"))
    page = see(cast, path)
    for words in (
        "Telling them is a step of its own.",
        "He may not learn how we know.",
        "Nothing is handed out",
    ):
        assert words in page
    flat, workshop, bar = (f"row_{text_of(one.around_id)}" for one in people(cast))
    refused = send(cast.ada.client(), path, {flat: "we-tell", workshop: "we-tell", bar: "he-tells"})
    assert refused.status_code == 422
    assert text_of_page(refused).count("Choose one of these.") >= 2
    assert send(cast.ada.client(), path, {flat: "we-tell", workshop: "he-tells"}).status_code == 303
    assert "hears of demand 5" not in see(cast, cast.path("now"))
    assert cast.bo.client().get(path).status_code == 303
    settled = cast.open(cast.ada).state.surroundings.settled[demand]
    assert [row.hearing for row in settled.entry.rows] == [Hearing.WE_TELL, Hearing.HE_TELLS, Hearing.LATER]
    assert "Demand 5: we said that we tell them." in see(cast, page_of(cast, people(cast)[0]))
    assert "Ask him: has he told Workshop about demand 5?" in see(cast, cast.path("entries"))
    again = cast.path(f"around/{text_of(settled.entry_id)}/again")
    assert send(cast.bo.client(), again, {workshop: "nobody"}).status_code == 303
    assert "Workshop about demand 5" not in see(cast, cast.path("entries"))


def test_a_form_sent_twice_writes_once(cast: Cast) -> None:
    """Also what is asked only once, and what is final."""
    noted(cast)
    (one,) = people(cast)
    client = cast.ada.client()
    path = page_of(cast, one, "/over")
    _action, fields = form_on(client.get(path), holding="said")
    for _ in range(2):
        assert client.post(path, fields).status_code == 303
    kinds = [type(filed.entry) for filed in cast.open(cast.ada).filed]
    assert kinds.count(NoFurtherContact) == 1


@pytest.mark.parametrize("rest", ["around", "around/new", "around/talk"])
def test_others_do_not_see_it(cast: Cast, rest: str) -> None:
    """Only the contact group reads whom he told."""
    for person in (cast.sol, cast.uma):
        assert person.client().get(cast.path(rest)).status_code == 403
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code == 404
    assert browser().get(cast.path(rest))["Location"] == "/in"


@pytest.mark.parametrize("end", ["", "/new", "/note", "/talk", "/answer", "/over", "/on", "/again"])
def test_ids_of_nothing_answer_404(cast: Cast, end: str) -> None:
    """Also ids of other kinds of entries."""
    other = cast.open(cast.ada).filed[0].entry_id
    for ident in ("a" * 26, "x", text_of(other)):
        assert cast.ada.client().get(cast.path(f"around/{ident}{end}")).status_code == 404


def test_nobody_corrects_what_somebody_else_wrote_for_others(cast: Cast) -> None:
    """A kind of another circle, or words that were taken out, have no form here."""
    talk = cast.write(cast.ada, example(TalkNoted, at=clock.now()))[0]
    cast.write(cast.ada, example(AskAnswered, at=clock.now(), talk=talk), example(WhoHears, at=clock.now()))
    hears = next(filed for filed in cast.open(cast.ada).filed if isinstance(filed.entry, WhoHears))
    assert cast.ada.client().get(cast.path(f"around/{text_of(hears.entry_id)}/again")).status_code == 404
    assert people(cast)[0].kind is AroundKind.GROUP
    assert people(cast)[0].accounts == ()
    assert Source.HE_SAID not in [one.entry.source for one in people(cast)[0].confirmed]
    assert "they talked with us" in see(cast, cast.path("around"))
