"""Refusals, ids of others, corrections, and what each group may do: the pages of who may be told."""

import pytest

from answerable.core.entries import MayTellSet, ReachChosen
from answerable.core.entries.may_tell import Audience, Category, Material, MayTell, Scope
from answerable.core.may_tell import Verdict, Whom, answer
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.core.logbook import example
from tests.filled import form_on, send, text_of_page
from tests.people import Cast, Person

pytestmark = pytest.mark.django_db

RULE = {"whom": "lives-with", "material": "demands", "answer": "yes"}
FLAT = Whom(categories=(Category.LIVES_WITH,))


def set_by(cast: Cast, person: Person, **fields: object) -> str:
    """Have somebody say who may be told, and return its id as it stands in URLs."""
    more = {"condition": "", "until_on": None, "said_on": cast.open(cast.ada).today, **fields}
    (entry_id,) = cast.write(person, example(MayTellSet, **more), now=clock.now())
    return text_of(entry_id)


def verdict(cast: Cast, material: Material = Material.DEMANDS) -> Verdict:
    """Return what counts for the people he lives with."""
    opened = cast.open(cast.ada)
    return answer(opened.state, FLAT, material, opened.today).verdict


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"whom": ""}, "Choose who it is about"),
        ({"whom": "everybody"}, "Choose one of these."),
        ({"whom": "group", "label": " . "}, "Write which group or person"),
        ({"whom": "person", "label": "x" * 301}, "This line is too long"),
        ({"whom": "friends", "label": "Kim"}, "You chose a kind of people"),
        ({"material": None}, "Choose what they would be told"),
        ({"answer": None}, "Choose an answer"),
        ({"answer": "no", "until_on": "2030-01-01"}, "Only a yes can end on a day."),
        ({"until_on": "2001-01-01"}, "The last day lies before the day on which it was said"),
        ({"said_on": "2999-01-01"}, "This day cannot be after today"),
        ({"condition": "x" * 20_001}, "This text is too long"),
    ],
)
def test_what_is_refused_says_why_and_is_not_lost(cast: Cast, changed: dict[str, str], said: str) -> None:
    """Beside the field; nothing is kept, nothing typed is gone."""
    page = send(cast.sol.client(), cast.path("who/new"), {**RULE, "label": "K.", **changed})
    assert page.status_code == 422
    assert said in text_of_page(page)
    if "label" not in changed:
        assert form_on(page, holding="entry")[1]["label"] == ["K."]
    assert not cast.open(cast.sol).state.may_tell.rules


def test_the_form_sent_twice_is_kept_once(cast: Cast) -> None:
    """Double submit and back button."""
    sol = cast.sol.client()
    fields = {**RULE, "entry": text_of(draw(16)), "label": "", "said_on": cast.open(cast.sol).today.isoformat()}
    for _time in range(2):
        assert sol.post(cast.path("who/new"), fields).status_code == 303
    assert len(cast.open(cast.sol).state.may_tell.rules) == 1


@pytest.mark.parametrize("rest", ["who/off", "who/still", "who/way", "who/ask"])
def test_every_other_form_too_is_kept_once(cast: Cast, rest: str) -> None:
    """Stop, still holds, what reaches her, asked."""
    today = cast.open(cast.ada).today.isoformat()
    fields = {"entry": text_of(draw(16)), "said_on": today, "source": "A call", "from_whom": "Support group"}
    fields |= {"reach": "short", "whom": "friends", "material": "process"}
    for _time in range(2):
        assert cast.ada.client().post(cast.path(rest), fields).status_code == 303
    known = cast.open(cast.bo).state
    assert len(known.may_tell.stops + known.may_tell.confirmed + known.may_tell.asked + known.reach.chosen) == 1


def test_the_page_says_what_counts_after_a_save(cast: Cast) -> None:
    """A yes on the day of a no does not count, and whoever saves it is told so."""
    set_by(cast, cast.sol, answer=MayTell.NO)
    sol = cast.sol.client()
    send(sol, cast.path("who/new"), RULE)
    page = text_of_page(sol.get(cast.path("who")))
    assert "People he lives with: yes," in page
    assert "At most: that there is a process." in page
    set_by(cast, cast.sol, answer=MayTell.NO, material=Material.PROCESS)
    send(sol, cast.path("who/new"), RULE)
    assert "People he lives with: no," in text_of_page(sol.get(cast.path("who")))
    assert verdict(cast) is Verdict.NO


def test_members_cannot_change_what_the_support_group_said(cast: Cast) -> None:
    """They copy a new answer; the correction is not theirs (R2); an unknown id is nothing."""
    ident = set_by(cast, cast.sol, answer=MayTell.NO)
    for person in (cast.ada, cast.bo):
        assert person.client().get(cast.path(f"who/{ident}/again")).status_code == 404
        assert person.client().post(cast.path(f"who/{ident}/again"), RULE).status_code == 404
    assert "Correct it" not in text_of_page(cast.ada.client().get(cast.path(f"e/{ident}")))
    for unknown in ("x", "a" * 26):
        assert cast.sol.client().get(cast.path(f"who/{unknown}")).status_code == 404
        assert cast.sol.client().get(cast.path(f"who/{unknown}/again")).status_code == 404
    assert verdict(cast) is Verdict.NO


def test_a_slip_is_put_right_and_the_older_words_stay(cast: Cast) -> None:
    """Sol chose the wrong material; the entry page leads to the correction."""
    ident = set_by(cast, cast.sol, material=Material.OPEN_LETTER)
    sol = cast.sol.client()
    shown = sol.get(cast.path(f"e/{ident}"))
    assert f"who/{ident}/again" in shown.content.decode()
    assert send(sol, cast.path(f"who/{ident}/again"), {"material": "process"}).status_code == 303
    assert verdict(cast, Material.PROCESS) is Verdict.YES
    assert verdict(cast) is Verdict.NOTHING
    refused = send(sol, cast.path(f"who/{ident}/again"), {"whom": ""})
    assert refused.status_code == 422
    assert len(cast.open(cast.ada).state.corrected_by) == 1


def test_a_copied_yes_that_is_not_word_for_word_is_copied_again(cast: Cast) -> None:
    """Bo, its second reader, finds the slip; the corrected copy waits for a reader anew (R64)."""
    today = cast.open(cast.ada).today.isoformat()
    send(cast.ada.client(), cast.path("who/new"), {**RULE, "source": "A mail", "said_on": today})
    copy = text_of(cast.open(cast.bo).state.may_tell.rules[0].item.entry_id)
    page = cast.bo.client().get(cast.path(f"who/{copy}/again"))
    assert form_on(page, holding="entry")[1]["source"] == ["A mail"]
    assert send(cast.bo.client(), cast.path(f"who/{copy}/again"), {"material": "process"}).status_code == 303
    assert verdict(cast, Material.PROCESS) is Verdict.NOTHING
    (rule,) = cast.open(cast.ada).state.may_tell.rules
    assert not rule.counts
    assert rule.item.author == cast.bo.user


def test_the_supervision_group_reads_an_answer_where_somebody_opens_it_to_them(cast: Cast) -> None:
    """Otherwise it never sees a label of somebody around X."""
    for more in ({}, {"supervision": "on", "answer": "no"}):
        send(cast.sol.client(), cast.path("who/new"), {**RULE, **more})
    assert [rule.item.entry.answer for rule in cast.open(cast.uma).state.may_tell.rules] == [MayTell.NO]


def test_the_table_says_what_is_barred_beyond_the_yes(cast: Cast) -> None:
    """One row for these people, with each answer where it begins; after a stop, no yes."""
    before = cast.open(cast.ada).today.replace(year=2025)
    set_by(cast, cast.sol, material=Material.OPEN_LETTER, said_on=before)
    set_by(cast, cast.sol, material=Material.OPEN_LETTER, answer=MayTell.ASK)
    set_by(cast, cast.sol, audience=Audience(scope=Scope.PERSON, label="K."), until_on=before, said_on=before)
    page = text_of_page(cast.ada.client().get(cast.path("who")))
    assert "At most: the semi-open letter. The open letter: ask each time." in page
    assert "no yes any more" in page
    send(cast.sol.client(), cast.path("who/off"), {})
    assert "There is no yes for anybody." in text_of_page(cast.ada.client().get(cast.path("who")))


def test_half_a_year_without_a_word_is_a_quiet_question(cast: Cast) -> None:
    """On the page and on Now of the contact group; it goes when somebody says that it still holds."""
    before = cast.open(cast.ada).today.replace(year=2025)
    assert "Does it still hold?" not in text_of_page(cast.sol.client().get(cast.path("who")))
    set_by(cast, cast.sol, said_on=before)
    assert "Does it still hold?" in text_of_page(cast.sol.client().get(cast.path("who")))
    assert "the last word is of" in text_of_page(cast.ada.client().get(cast.path("now")))
    assert "the last word is of" not in text_of_page(cast.sol.client().get(cast.path("now")))
    assert send(cast.sol.client(), cast.path("who/still"), {}).status_code == 303
    assert "Does it still hold?" not in text_of_page(cast.sol.client().get(cast.path("who")))


def test_what_reaches_her_is_copied_and_waits_for_its_reader(cast: Cast) -> None:
    """More than before counts once Bo has read it; the page says that it waits (R13, R64)."""
    today = cast.open(cast.ada).today
    entry = example(ReachChosen, reach="on-request", said_on=today.replace(year=2025), copied=None)
    cast.write(cast.sol, entry, now=clock.now())
    assert send(cast.ada.client(), cast.path("who/way"), {"reach": "everything"}).status_code == 303
    page = text_of_page(cast.bo.client().get(cast.path("who")))
    assert "It reaches her only when she asks for it." in page
    assert "All that is handed over reaches her. Copied by Ada." in page.replace("Mika keeps what is for her. ", "")
    assert send(cast.ada.client(), cast.path("who/way"), {"reach": None}).status_code == 422
