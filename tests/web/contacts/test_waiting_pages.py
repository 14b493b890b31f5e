"""Refusals and corrections of what he sent, new dates, pauses, second notes, and the sheet to take along."""

import re
from datetime import timedelta

import pytest

from answerable.core.entries import PauseEnded, SentByX, TalkNoted, ToldByX
from answerable.core.entries.base import Medium
from answerable.core.entries.sent import HowAnswered
from answerable.core.entries.surroundings import LetterGiven
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from answerable.web.contacts.sheet import MOST_LINES
from tests.core.logbook import example
from tests.filled import form_on, post, send, text_of_page
from tests.people import PASSPHRASE, Cast

pytestmark = pytest.mark.django_db

ASKED = {"reached": "tried", "medium": "mail", "asked": "When do you begin?"}


def came(cast: Cast, **answers: object) -> bytes:
    """Ask X something, have him evade it in a mail, and return the entry of what he sent."""
    client = cast.ada.client()
    send(client, cast.path("new"), ASKED)
    page = client.get(cast.path("came"))
    how = next(name for name in form_on(page, holding="messages")[1] if name.startswith("how_"))
    assert post(client, cast.path("came"), page, {how: "evaded", "account": "His words.", **answers}).status_code == 303
    sent = cast.open(cast.ada).state.sent[-1].words
    assert sent is not None
    return sent.entry_id


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"messages": "0"}, "It was one message at least."),
        ({"messages": "1000"}, "That is more than we can count"),
        ({"messages": "many"}, "Write a number, like 3."),
        ({"messages": ""}, "Write how many messages there were"),
        ({"on": "2999-01-01"}, "The day cannot be after today"),
        ({"on": ""}, "Write the day"),
        ({"on": "2026-01-02", "from_on": "2026-01-03"}, "The first message came before the newest one"),
        ({"from_on": "1800-01-01"}, "Check the year of this day."),
        ({"medium": "drum"}, ""),
        ({"account": "x" * 20_001}, "This text is too long"),
    ],
)
def test_what_he_sent_is_refused_with_a_sentence(cast: Cast, answers: dict[str, object], said: str) -> None:
    """Nothing is kept, nothing typed is lost."""
    answer = send(cast.ada.client(), cast.path("came"), {"account": "He asks a lot.", **answers})
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert "He asks a lot." in answer.content.decode() or "account" in answers
    assert not cast.open(cast.ada).state.sent


def test_without_an_open_question_it_still_can_be_written(cast: Cast) -> None:
    """The page says that nothing is open; what is kept moves nothing (R63)."""
    client = cast.ada.client()
    assert "No question is open." in text_of_page(client.get(cast.path("came")))
    assert send(client, cast.path("came"), {"messages": "3", "from_on": "", "medium": "letter"}).status_code == 303
    (sent,) = cast.open(cast.ada).state.sent
    assert sent.words is not None
    assert (sent.words.entry.messages, sent.words.entry.medium) == (3, Medium.LETTER)
    assert sent.sorted.entry.answers == ()


def test_agreements_are_among_the_open_questions(cast: Cast) -> None:
    """Those without a day, and those whose day is over; not those that are still to come (R31)."""
    client = cast.ada.client()
    today = cast.open(cast.ada).today
    for days, plan in ((None, "He writes a list."), (-1, "He rings them."), (9, "He tells the choir.")):
        by = "" if days is None else (today + timedelta(days=days)).isoformat()
        send(client, cast.path("new"), {"reached": "yes", "plan": plan, "plan_by": by})
    page = text_of_page(client.get(cast.path("came")))
    assert "He writes a list. An agreement without a day." in page
    assert "He rings them. An agreement. Its day was" in page
    assert "He tells the choir." not in page


def test_what_he_sent_and_how_it_was_sorted_stand_side_by_side(cast: Cast) -> None:
    """Each half shows the other, and both can be corrected."""
    client = cast.ada.client()
    path = cast.path(f"e/{text_of(came(cast, her_topic='on'))}")
    page = text_of_page(client.get(path))
    assert "his account His words." in page
    assert "evaded" in page
    assert "He made her the topic; we stopped it" in page
    assert send(client, f"{path}/again", {"account": "His own words."}).status_code == 303
    half = cast.path(f"e/{text_of(cast.open(cast.ada).state.sent[0].sorted.entry_id)}")
    assert "His own words." in text_of_page(client.get(half))
    shown = form_on(client.get(f"{half}/again"), holding="entry")[1]
    (how,) = (name for name in shown if name.startswith("how_"))
    assert shown[how] == ["evaded"]
    assert send(client, f"{half}/again", {how: ""}).status_code == 303
    state = cast.open(cast.ada).state
    assert (state.sent[0].sorted.entry.answers, state.contacts.last_reached_on) == ((), None)


@pytest.mark.django_db(transaction=True)
def test_his_words_are_taken_out_and_what_he_did_stays(cast: Cast) -> None:
    """The box is destroyed; that he evaded, and on which day he was reached, holds no words (R11, R60)."""
    assert cast.ada.account
    client = cast.ada.client()
    path = cast.path(f"e/{text_of(came(cast))}")
    done = send(client, f"{path}/out", {"why": "About her.", "passphrase": PASSPHRASE})
    assert done.status_code == 303
    opened = cast.open(cast.bo)
    (sent,) = opened.state.sent
    assert (sent.words, sent.sorted.entry.answers[0].how) == (None, HowAnswered.EVADED)
    assert opened.state.contacts.last_reached_on == opened.today
    assert "His words." not in text_of_page(cast.bo.client().get(cast.path("entries")))
    half = cast.path(f"e/{text_of(sent.sorted.entry_id)}")
    assert "Take out my words" not in text_of_page(client.get(half))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"text": ""}, "Write one sentence for the support group"),
        ({"until_on": ""}, "Write the last day of the pause"),
        ({"from_on": ""}, "Write the first day of the pause"),
        ({"until_on": "2020-01-01"}, "The pause ends on its first day or later"),
        ({"from_on": "1800-01-01"}, "Check the year of this day."),
    ],
)
def test_a_pause_is_refused_with_a_sentence(cast: Cast, answers: dict[str, object], said: str) -> None:
    """Nothing is kept; what is folded stands open where it needs another look."""
    answer = send(cast.ada.client(), cast.path("rest"), answers)
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert not cast.open(cast.ada).state.pauses.taken


def test_a_pause_to_come_is_shown_and_can_be_given_up(cast: Cast) -> None:
    """It is told from its first day to its last; who does not need it ends it before it begins."""
    client = cast.ada.client()
    first = cast.open(cast.ada).today + timedelta(days=10)
    send(client, cast.path("rest"), {"from_on": first.isoformat(), "until_on": first.isoformat()})
    page = text_of_page(client.get(cast.path("entries")))
    assert "A pause of ours: from" in page
    assert "We pause until" not in text_of_page(client.get(cast.path("now")))
    action, values = form_on(client.get(cast.path("entries")), going="/over")
    client.post(action, values)
    assert "A pause of ours: none" in text_of_page(client.get(cast.path("entries")))


def test_the_day_of_coming_back_can_be_corrected(cast: Cast) -> None:
    """Whoever was back on another day says so, for the same readers."""
    client = cast.ada.client()
    today = cast.open(cast.ada).today
    send(client, cast.path("rest"), {"from_on": (today - timedelta(days=9)).isoformat()})
    action, values = form_on(client.get(cast.path("entries")), going="/over")
    client.post(action, values)
    ended = next(one for one in cast.open(cast.ada).filed if isinstance(one.entry, PauseEnded))
    day = (today - timedelta(days=2)).isoformat()
    assert send(client, cast.path(f"e/{text_of(ended.entry_id)}/again"), {"on": day}).status_code == 303
    (pause,) = cast.open(cast.sol).state.pauses.taken
    assert pause.ended is not None
    assert pause.ended.entry.on.isoformat() == day


def test_only_a_pause_that_is_here_can_be_ended(cast: Cast) -> None:
    """Ids of nothing answer 404; other groups have no such page; what is over stays over."""
    client = cast.ada.client()
    assert client.post(cast.path(f"e/{'a' * 26}/over")).status_code == 404
    assert client.get(cast.path(f"e/{'a' * 26}/over")).status_code == 405
    assert cast.sol.client().post(cast.path(f"e/{'a' * 26}/over")).status_code == 403
    send(client, cast.path("rest"), {})
    action, values = form_on(client.get(cast.path("entries")), going="/over")
    assert client.post(action, {**values, "entry": "x"}).status_code == 303
    assert cast.open(cast.ada).state.pauses.taken[0].ended is None


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"answer_by": ""}, "Write the new date"),
        ({"answer_by": "2020-01-01"}, "The new date comes after the day on which you told him"),
        ({"on": "2999-01-01"}, "The day cannot be after today"),
        ({"by": []}, "Say who of you"),
    ],
)
def test_a_new_date_is_refused_with_a_sentence(cast: Cast, answers: dict[str, object], said: str) -> None:
    """His date stays what it was."""
    client = cast.ada.client()
    send(client, cast.path("new"), ASKED)
    message = cast.open(cast.ada).state.contacts.open_messages[0].attempts[0].entry_id
    answer = send(client, cast.path(f"e/{text_of(message)}/later"), answers)
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert cast.open(cast.ada).state.contacts.open_messages[0].new_dates == 0


def test_a_message_that_was_answered_gets_no_new_date(cast: Cast) -> None:
    """There is nothing to wait for, and no page."""
    client = cast.ada.client()
    came(cast)
    attempt = cast.open(cast.ada).state.contacts.attempts[0].entry_id
    assert client.get(cast.path(f"e/{text_of(attempt)}/later")).status_code == 404


def test_the_sheet_holds_what_fits_on_one_folded_page(cast: Cast) -> None:
    """So many points of the list as fit; the others are counted; the questions and the five fields (R28)."""
    client = cast.ada.client()
    for number in range(MOST_LINES + 2):
        send(client, cast.path("new"), {**ASKED, "asked": f"Question {number}?"})
    page = client.get(cast.path("sheet"))
    words = text_of_page(page)
    assert "2 more stand on the page “Contact”." in words
    assert "5. What will he do, by when?" in words
    assert "18. " in words
    front = page.content.decode().partition('class="front')[2].partition("</section>")[0]
    assert len(re.findall("<li><p", front)) == MOST_LINES


def test_what_he_may_not_learn_is_not_cut_from_the_sheet(cast: Cast) -> None:
    """It stands behind the shortened line, there and on the list of the next contact (R42)."""
    label = "The people of the house with the green door on the other side of the long street by the river in town"
    cast.write(cast.ada, example(ToldByX, at=clock.now(), label=label, letter=LetterGiven.UNKNOWN))
    cast.write(cast.ada, example(TalkNoted, at=clock.now(), label=label, x_may_learn=False))
    for path in ("sheet", "entries"):
        assert "He may not learn how we know." in text_of_page(cast.bo.client().get(cast.path(path)))


def test_support_and_supervision_never_see_what_he_sent(cast: Cast) -> None:
    """His words stay with the contact group; an answer to a demand reaches its source by itself."""
    ident = text_of(came(cast))
    for person in (cast.sol, cast.uma, cast.out, cast.eve):
        assert person.client().get(cast.path(f"e/{ident}")).status_code == 404
    for person in (cast.sol, cast.uma):
        assert not [one for one in cast.open(person).filed if isinstance(one.entry, SentByX)]
