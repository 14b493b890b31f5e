"""Staying in touch as a person does it: an evaded call, a missed meeting, two mails, new dates, a pause (R26, R34)."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from answerable.core.entries import ContactReached, DemandPassedOn, PauseTaken, SentByX, SentSorted
from answerable.core.entries.base import Outcome
from answerable.web.base.forms import text_of
from tests.filled import form_on, post, send, text_of_page
from tests.journeys.test_demands import pass_on, raise_one
from tests.people import Cast

pytestmark = pytest.mark.django_db

CALL = {"reached": "yes", "medium": "call", "q7_state": "evaded", "q7": "He spoke of the weather."}
ASKED = {"reached": "tried", "medium": "mail", "asked": "When do you begin?"}


def written(cast: Cast, kind: type) -> list[Any]:
    """Return the entries of a kind that Ada can read, in the order of the log."""
    return [filed.entry for filed in cast.open(cast.ada).filed if isinstance(filed.entry, kind)]


def link_of(client: Client, cast: Cast, label: str, *, path: str = "entries") -> str:
    """Return where the first link with these words leads."""
    page = client.get(cast.path(path)).content.decode()
    found = re.search(rf'href="([^"]+)">{label}<', page)
    assert found, text_of_page(client.get(cast.path(path)))
    return found[1]


def listed(client: Client, cast: Cast) -> str:
    """Return what the page about contact says."""
    return text_of_page(client.get(cast.path("entries")))


def together(client: Client, cast: Cast) -> list[str]:
    """Return the two members of the contact group, as the form names them."""
    return re.findall(r'name="by" value="([a-z2-7]{26})"', client.get(cast.path("new")).content.decode())


def test_a_phone_call_with_an_evaded_answer_comes_back(cast: Cast) -> None:
    """Ada and Bo ring him; what he evaded stands on the next list, and on the sheet to take along (R28)."""
    client = cast.ada.client()
    send(client, cast.path("new"), {**CALL, "by": together(client, cast)})
    assert "He evaded this: “Which groups" in listed(client, cast)
    assert "Last time" in listed(client, cast)
    assert "He evaded this: “Which groups" in text_of_page(client.get(cast.path("sheet")))


def test_a_missed_meeting_is_counted_by_whose_reason(cast: Cast) -> None:
    """He did not come, with and without a reason; once it was ours (R34)."""
    client = cast.ada.client()
    for reason in ("not-acceptable", "ours"):
        send(client, cast.path("new"), {"reached": "missed", "missed": reason})
    assert "1 without a reason that we accept and 1 because of us." in listed(client, cast)


def test_two_mails_are_read_together_and_sorted_once(cast: Cast) -> None:
    """One page, one save: his words, what he did with each question, the answer to a demand for its source (R26)."""
    client = cast.ada.client()
    pass_on(client, cast.path(f"list/{raise_one(cast, 'Tell the people you live with.')}/on"), outcome="")
    send(client, cast.path("new"), ASKED)
    send(client, cast.path("new"), {**ASKED, "asked": "Who knows?"})
    page = client.get(link_of(client, cast, "What he sent"))
    fields = form_on(page, holding="messages")[1]
    hows = [name for name in fields if name.startswith("how_")]
    assert len(hows) == 3
    answers = {"messages": "2", "account": "He asks if a book would do.", hows[0]: "partly", hows[2]: "refused"}
    assert post(client, cast.path("came"), page, answers).status_code == 303
    assert post(client, cast.path("came"), page, answers).status_code == 303
    assert (len(written(cast, SentByX)), len(written(cast, SentSorted))) == (1, 1)
    opened = cast.open(cast.ada)
    assert opened.state.contacts.last_reached_on == opened.today
    assert [message.asked for message in opened.state.contacts.open_messages] == ["Who knows?"]
    answer = cast.open(cast.sol).state.demands[0].current.passings[-1].item.entry.answer
    assert answer is not None
    assert answer.outcome is Outcome.REFUSED
    assert not cast.open(cast.sol).state.sent
    assert written(cast, DemandPassedOn)[-1].corrects is not None
    said = listed(client, cast)
    assert "He answered this in part: “When do you begin?”" in said
    assert "We wait for his answer to our message" in said
    assert "his account He asks if a book would do." in said


def test_a_mail_about_something_else_moves_nothing(cast: Cast) -> None:
    """However much he writes, and whatever he asks: his date stands, and the time since the last contact runs on."""
    client = cast.ada.client()
    send(client, cast.path("new"), ASKED)
    before = cast.open(cast.ada).state.contacts
    page = client.get(cast.path("came"))
    (how,) = (name for name in form_on(page, holding="messages")[1] if name.startswith("how_"))
    kept = post(client, cast.path("came"), page, {"messages": "7", how: "something-else"})
    assert "It moves no date." in text_of_page(client.get(kept["Location"]))
    after = cast.open(cast.ada).state.contacts
    assert after.open_messages == before.open_messages
    assert (after.last_reached_on, after.last_attempt_on) == (None, before.last_attempt_on)
    assert "This moves no date: no question was answered." in listed(client, cast)


def test_a_second_new_date_is_kept_with_a_mark_for_the_group(cast: Cast) -> None:
    """One the group grants; the second is written down, marked, and asks all of them (R26, R63)."""
    client = cast.ada.client()
    send(client, cast.path("new"), ASKED)
    first = client.get(link_of(client, cast, "Give him a new date"))
    assert "decide" not in text_of_page(first).lower()
    send(client, link_of(client, cast, "Give him a new date"), {})
    opened = cast.open(cast.ada)
    (message,) = opened.state.contacts.open_messages
    assert (message.new_dates, message.answer_by_on) == (1, opened.today + timedelta(days=14))
    assert "It has one new date." in listed(client, cast)
    again = link_of(client, cast, "Give him a new date")
    assert "One more is for the group to decide." in text_of_page(client.get(again))
    kept = send(client, again, {"answer_by": (opened.today + timedelta(days=30)).isoformat()})
    said = text_of_page(client.get(kept["Location"]))
    assert "put on the list: decide together." in said
    assert "Decide together: our message of" in said
    assert "This is its second new date." in said
    assert "more than one new date" in text_of_page(client.get(cast.path("now")))
    assert "This is its second new date." in text_of_page(client.get(cast.path("came")))


def test_a_second_new_date_becomes_a_question_to_decide(cast: Cast) -> None:
    """The question is filled in from the record, without his words; then the list leads to the decision (R26, R38)."""
    client = cast.ada.client()
    send(client, cast.path("new"), ASKED)
    ask = "Ask it as a question to decide"
    for _date in range(2):
        send(client, link_of(client, cast, "Give him a new date"), {})
    assert link_of(client, cast, ask) in client.get(cast.path("now")).content.decode()
    page = client.get(link_of(client, cast, ask))
    (question,) = form_on(page, holding="question")[1]["question"]
    assert "has no answer yet. This is its second new date. Do we give one more new date" in question
    assert ASKED["asked"] not in question
    path = link_of(client, cast, ask)
    refused = post(client, path, page, {"protects": ""})
    assert refused.status_code == 422
    assert not cast.open(cast.ada).state.decisions
    kept, again = (post(client, path, page, {"protects": "Those he lives with"}) for _twice in range(2))
    assert (kept.status_code, again.status_code) == (303, 303)
    (decision,) = cast.open(cast.ada).state.decisions
    (message,) = cast.open(cast.ada).state.contacts.open_messages
    assert decision.about == message.attempts[0].first_id
    assert [one.about for one in cast.open(cast.sol).state.decisions] == [None]
    assert "We are deciding about our message of" in listed(client, cast)
    assert link_of(client, cast, "See the decision") == kept["Location"]
    assert "Because of:" in text_of_page(client.get(kept["Location"]))
    assert "Because of:" not in text_of_page(cast.sol.client().get(kept["Location"]))
    assert "Look at how it stands." in text_of_page(client.get(path))
    assert post(client, path, page, {"protects": "x", "entry": text_of(bytes(16))}).status_code == 409
    send(client, f"{kept['Location']}/close", {"sort": "talk-on", "decided": "-", "reasons": "At the next meeting."})
    assert "Decided: our message of" in listed(client, cast)


def test_a_pause_is_said_to_the_support_group_and_ended_early(cast: Cast) -> None:
    """Two answers, one honest sentence that Sol reads; Now says it; "we are back" ends it (R34)."""
    client = cast.ada.client()
    send(client, cast.path("new"), ASKED)
    his_date = cast.open(cast.ada).state.contacts.open_messages[0].answer_by_on
    page = client.get(link_of(client, cast, "Take a pause"))
    assert form_on(page, holding="text")[1]["text"] == ["We are tired and need a pause."]
    assert post(client, cast.path("rest"), page, {"supervision": "on"}).status_code == 303
    assert "We pause until" in text_of_page(client.get(cast.path("now")))
    assert "We are tired and need a pause." in listed(client, cast)
    for reader, leads in ((cast.ada, True), (cast.sol, False), (cast.uma, False)):
        people = reader.client().get(cast.path("people"))
        assert "A pause of ours: until" in text_of_page(people).replace(" :", ":")
        assert (f'href="{cast.path("entries")}">A pause' in people.content.decode()) is leads
    for reader in (cast.sol, cast.uma):
        assert "We are tired and need a pause." in text_of_page(reader.client().get(cast.path("now")))
    assert cast.open(cast.ada).state.contacts.open_messages[0].answer_by_on == his_date
    back = cast.bo.client()
    action, values = form_on(back.get(cast.path("entries")), going="/over")
    assert back.post(action, values).status_code == 303
    assert back.post(action, values).status_code == 303
    assert "We pause until" not in text_of_page(client.get(cast.path("now")))
    (pause,) = cast.open(cast.uma).state.pauses.taken
    assert (pause.span, pause.ended is not None) == (None, True)


def test_a_pause_is_made_longer_by_correcting_it(cast: Cast) -> None:
    """The newer words stand for the same readers."""
    client = cast.ada.client()
    send(client, cast.path("rest"), {})
    (pause,) = cast.open(cast.ada).state.pauses.taken
    until = (cast.open(cast.ada).today + timedelta(days=60)).isoformat()
    again = cast.path(f"e/{text_of(pause.item.entry_id)}/again")
    assert send(client, again, {"until_on": until, "text": "Two of us are ill."}).status_code == 303
    (longer,) = cast.open(cast.sol).state.pauses.taken
    assert (longer.item.entry.until_on.isoformat(), longer.item.entry.text) == (until, "Two of us are ill.")
    assert written(cast, PauseTaken)[-1].corrects == pause.item.entry_id


def test_two_who_were_there_write_side_by_side(cast: Cast) -> None:
    """Bo writes how Bo saw the same contact; both stand on its page, and neither writes over the other (R28)."""
    client = cast.ada.client()
    kept = send(client, cast.path("new"), {**CALL, "account": "He was calm.", "by": together(client, cast)})
    assert "If it was hard: each who was there can write" in text_of_page(client.get(kept["Location"]))
    contact = cast.open(cast.ada).state.contacts.reached[0].entry_id
    path = cast.path(f"e/{text_of(contact)}")
    assert "Write my own note" not in text_of_page(client.get(path))
    assert client.get(f"{path}/own").status_code == 404
    bo = cast.bo.client()
    assert "Write my own note about it" in text_of_page(bo.get(path))
    refused = send(bo, f"{path}/own", {})
    assert refused.status_code == 422
    assert "Write something in one of the two boxes" in text_of_page(refused)
    assert send(bo, f"{path}/own", {"account": "He shouted.", "text": "I was afraid."}).status_code == 303
    for page in (text_of_page(client.get(path)), text_of_page(bo.get(path))):
        assert page.index("He was calm.") < page.index("He shouted.") < page.index("I was afraid.")
        assert "Side by side" in page
    assert "Write my own note" not in text_of_page(bo.get(path))
    assert "With a second note by Bo." in listed(client, cast)
    note = cast.open(cast.bo).state.contacts.beside[contact][0].entry_id
    own = cast.path(f"e/{text_of(note)}")
    assert client.get(f"{own}/again").status_code == 404
    assert send(bo, f"{own}/again", {"text": "I was afraid at first."}).status_code == 303
    assert "I was afraid at first." in text_of_page(client.get(path))
    assert "Both notes side by side" in text_of_page(bo.get(own))
    assert [entry.account for entry in written(cast, ContactReached)] == ["He was calm."]
