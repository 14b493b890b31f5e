"""A contact is written down, corrected, taken out; what he said stays his account (R26-R34, R14, R11, R60)."""

import re
from datetime import timedelta
from typing import Any

import pytest

from answerable.core.entries import AgreementAnswered, AgreementMade, ContactReached, NoteKept, ToldByX
from answerable.core.entries.contacts import ToldNew
from answerable.store import models
from answerable.web.base.forms import text_of
from tests.filled import form_on, post, send, text_of_page
from tests.people import PASSPHRASE, Cast

pytestmark = pytest.mark.django_db

FIVE = {
    "reached": "yes",
    "account": "He is on the waiting list.",
    "told": "someone",
    "whom": "Climbing group",
    "letter": "unknown",
    "plan": "He tells the reading circle.",
}


def written(cast: Cast, kind: type) -> list[Any]:
    """Return the entries of a kind that Ada can read, in the order of the log."""
    return [filed.entry for filed in cast.open(cast.ada).filed if isinstance(filed.entry, kind)]


def test_five_answers_are_one_save(cast: Cast) -> None:
    """One page, one save: the contact, whom he told, what he will do."""
    answer = send(cast.ada.client(), cast.path("new"), FIVE)
    assert answer.status_code == 303
    assert answer["Location"] == cast.path("now")
    state = cast.open(cast.bo).state
    contact = state.contacts.reached[0].entry
    assert (contact.account, contact.on, contact.by) == (FIVE["account"], cast.open(cast.ada).today, (cast.ada.user,))
    assert contact.told_new is ToldNew.SOMEONE
    assert state.surroundings.people[0].label == "Climbing group"
    assert state.agreements[0].item.entry.text == FIVE["plan"]


def test_only_the_first_answer_is_needed(cast: Cast) -> None:
    """Everything else stays "not asked"."""
    assert send(cast.ada.client(), cast.path("new"), {"reached": "yes"}).status_code == 303
    contact = cast.open(cast.ada).state.contacts.reached[0].entry
    assert contact.answers == ()
    assert contact.told_new is ToldNew.NOT_ASKED


def test_nobody_told_differs_from_not_asked(cast: Cast) -> None:
    """That he told nobody is an answer of his."""
    send(cast.ada.client(), cast.path("new"), {"reached": "yes", "told": "nobody"})
    assert cast.open(cast.ada).state.contacts.reached[0].entry.told_new is ToldNew.NOBODY
    assert not cast.open(cast.ada).state.surroundings.people


def test_a_form_without_the_first_answer_loses_nothing(cast: Cast) -> None:
    """The page says what is missing, next to the question and above, and shows all that was typed."""
    client = cast.ada.client()
    answer = send(client, cast.path("new"), {**FIVE, "reached": None, "q3_state": "evaded", "q3": "He looked away."})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'id="problem"' in page
    assert page.count("Say whether you reached him") == 2
    assert "<title>Error: New entry" in page
    shown = form_on(answer, holding="account")[1]
    assert (shown["account"], shown["whom"], shown["plan"]) == (
        [FIVE["account"]],
        [FIVE["whom"]],
        [FIVE["plan"]],
    )
    assert (shown["q3_state"], shown["q3"]) == (["evaded"], ["He looked away."])
    assert not written(cast, ContactReached)


def test_the_same_form_sent_twice_writes_once(cast: Cast) -> None:
    """A double click or the back button changes nothing."""
    client, path = cast.ada.client(), cast.path("new")
    page = client.get(path)
    assert post(client, path, page, FIVE).status_code == 303
    assert post(client, path, page, FIVE).status_code == 303
    assert len(written(cast, ContactReached)) == len(written(cast, ToldByX)) == len(written(cast, AgreementMade)) == 1


def test_an_attempt_resets_no_clock(cast: Cast) -> None:
    """An unanswered message is written down; the time since the last contact runs on (R26)."""
    client = cast.ada.client()
    answers = {"reached": "tried", "medium": "mail", "asked": "When do you tell them?", "account": "He wants time."}
    assert send(client, cast.path("new"), {**answers, "reply": "asks-for-time"}).status_code == 303
    opened = cast.open(cast.ada)
    assert opened.state.contacts.last_reached_on is None
    message = opened.state.contacts.open_messages[0]
    assert message.answer_by_on == opened.today + timedelta(days=14)
    assert opened.state.notes[0].entry.text == "He wants time."
    assert "When do you tell them?" in text_of_page(client.get(cast.path("entries")))
    assert "on the list for the next contact. See the list" in text_of_page(client.get(cast.path("now")))


def test_a_second_new_date_is_counted(cast: Cast) -> None:
    """The page says how often a message got a new date; the form offers it (R26)."""
    client = cast.ada.client()
    send(client, cast.path("new"), {"reached": "tried", "asked": "When?"})
    page = client.get(cast.path("new"))
    first = re.findall(r'<option value="([a-z2-7]{26})"', page.content.decode())
    for _ in range(2):
        send(client, cast.path("new"), {"reached": "tried", "asked": "When?", "new_date_for": first[-1]})
    assert cast.open(cast.ada).state.contacts.open_messages[0].new_dates == 2
    assert "second new date" in text_of_page(client.get(cast.path("entries")))


def test_a_missed_meeting_has_a_reason(cast: Cast) -> None:
    """Whose reason it was is asked where he did not come (R34)."""
    client = cast.ada.client()
    refused = send(client, cast.path("new"), {"reached": "missed"})
    assert refused.status_code == 422
    assert "Say whether his reason was acceptable" in text_of_page(refused)
    assert send(client, cast.path("new"), {"reached": "missed", "missed": "not-acceptable"}).status_code == 303
    assert cast.open(cast.ada).state.contacts.missed[0].entry.reason == "not-acceptable"


def test_agreements_open_the_next_contact(cast: Cast) -> None:
    """What he will do stands first on the next form, and can be answered there (R31)."""
    client = cast.ada.client()
    send(client, cast.path("new"), FIVE)
    page = client.get(cast.path("new"))
    assert "said what he will do: “He tells the reading circle.”" in text_of_page(page)
    field = next(name for name in form_on(page, holding="account")[1] if name.startswith("kept_"))
    post(client, cast.path("new"), page, {"reached": "yes", field: "not-kept", f"{field}_text": "He forgot."})
    answered = written(cast, AgreementAnswered)[0]
    assert (answered.kept, answered.note) == ("not-kept", "He forgot.")
    assert not cast.open(cast.ada).state.agreements[0].is_open


def test_the_last_pair_and_medium_are_filled_in(cast: Cast) -> None:
    """Nobody is asked for what can be derived (R28)."""
    client = cast.ada.client()
    page = client.get(cast.path("new"))
    both = re.findall(r'name="by" value="([a-z2-7]{26})"', page.content.decode())
    post(client, cast.path("new"), page, {"reached": "yes", "medium": "in-person", "place": "public", "by": both})
    again = form_on(cast.bo.client().get(cast.path("new")), holding="account")[1]
    assert again["medium"] == ["in-person"]
    assert sorted(again["by"]) == sorted(both)


def test_a_draft_is_for_its_author_alone(cast: Cast) -> None:
    """It is sealed, shows again only to her, and goes when she saves."""
    client = cast.ada.client()
    kept = send(client, cast.path("new"), {"account": "He spoke of the canary.", "keep": "draft"})
    assert kept.status_code == 303
    assert form_on(client.get(cast.path("new")), holding="account")[1]["account"] == ["He spoke of the canary."]
    assert "Go on with your draft" in text_of_page(client.get(cast.path("now")))
    assert form_on(cast.bo.client().get(cast.path("new")), holding="account")[1]["account"] == [""]
    assert b"canary" not in b"".join(bytes(box) for box in models.Draft.objects.values_list("box", flat=True))
    assert not written(cast, ContactReached)
    assert send(client, cast.path("new"), {"reached": "yes"}).status_code == 303
    assert not models.Draft.objects.exists()
    assert written(cast, ContactReached)[0].account == "He spoke of the canary."


def entry_path(cast: Cast, sign: str) -> str:
    """Return the page of the newest entry in the list of contacts whose title is this."""
    page = cast.ada.client().get(cast.path("entries")).content.decode()
    found = re.search(rf'<a href="(/g/[a-z2-7]+/e/[a-z2-7]{{26}})">{sign}', page)
    assert found
    return found[1]


def test_his_account_is_marked_wherever_it_shows(cast: Cast) -> None:
    """The list, the entry and the form all carry the tag (R14)."""
    client = cast.ada.client()
    send(client, cast.path("new"), FIVE)
    for path in (cast.path("entries"), entry_path(cast, "Contact"), cast.path("new")):
        assert '<span class="tag">his account</span>' in client.get(path).content.decode()


def test_a_correction_keeps_the_older_words_under_a_fold(cast: Cast) -> None:
    """Bo corrects Ada's contact by a new entry; the page says who and keeps the older wording."""
    send(cast.ada.client(), cast.path("new"), {**FIVE, "q3_state": "evaded", "q3": "He looked away."})
    path = entry_path(cast, "Contact")
    client = cast.bo.client()
    shown = form_on(client.get(f"{path}/again"), holding="account")[1]
    assert (shown["account"], shown["q3"]) == ([FIVE["account"]], ["He looked away."])
    assert send(client, f"{path}/again", {"account": "He says he is on the waiting list."}).status_code == 303
    state = cast.open(cast.ada).state
    assert [item.entry.account for item in state.contacts.reached] == ["He says he is on the waiting list."]
    page = text_of_page(client.get(path))
    assert "Corrected on" in page
    assert "by Bo" in page
    assert FIVE["account"] in page


@pytest.mark.django_db(transaction=True)
def test_words_taken_out_are_gone_and_their_place_stays(cast: Cast) -> None:
    """The author takes her words out: passphrase, key destroyed, tombstone, the log still verifies (R11, R60)."""
    client = cast.ada.client()
    assert cast.ada.account
    send(client, cast.path("new"), {"reached": "yes", "account": "Something about her."})
    path = entry_path(cast, "Contact")
    send(client, f"{path}/again", {"account": "Something else about her."})
    leaves, bodies = models.Leaf.objects.count(), models.Body.objects.count()
    wrong = send(client, f"{path}/out", {"why": "too much", "passphrase": "not this one at all"})
    assert wrong.status_code == 422
    assert "That passphrase does not fit" in text_of_page(wrong)
    done = send(client, f"{path}/out", {"why": "It was about her.", "passphrase": PASSPHRASE})
    assert done.status_code == 303
    assert models.Leaf.objects.count() == leaves + 4
    assert models.Body.objects.count() == bodies + 2
    opened = cast.open(cast.bo)
    assert not opened.alarmed
    assert not opened.state.contacts.reached
    assert opened.state.contacts.last_reached_on == opened.today
    page = text_of_page(cast.bo.client().get(path))
    assert "Something" not in page
    assert "It was about her." in page
    assert "taken out on" in page


def test_words_of_others_are_not_taken_out(cast: Cast) -> None:
    """Only who wrote them takes them out; Bo is not even told that there is such a page."""
    send(cast.ada.client(), cast.path("new"), FIVE)
    path = entry_path(cast, "Contact")
    assert cast.bo.client().get(f"{path}/out").status_code == 404
    assert "Take out my words" not in text_of_page(cast.bo.client().get(path))


def test_a_note_says_how_we_know(cast: Cast) -> None:
    """The source is a required choice; "someone came to us" keeps how we know to ourselves (R42)."""
    client = cast.ada.client()
    refused = send(client, cast.path("note"), {"text": "He gives talks there."})
    assert refused.status_code == 422
    assert "Say how you know it" in text_of_page(refused)
    assert "We do not look people up" in text_of_page(refused)
    note = {"text": "He gives talks there.", "source": "someone-came"}
    assert send(client, cast.path("note"), note).status_code == 303
    kept = written(cast, NoteKept)[0]
    assert (kept.source, kept.x_may_learn) == ("someone-came", False)


def test_a_note_can_be_for_supervision_too(cast: Cast) -> None:
    """Its author widens the readers beside the button; a correction keeps them (entries.md)."""
    client = cast.ada.client()
    note = {"text": "We are tired.", "source": "ordinary-life", "supervision": "on"}
    assert send(client, cast.path("note"), note).status_code == 303
    (kept,) = cast.open(cast.uma).state.notes
    again = cast.path(f"e/{text_of(kept.entry_id)}/again")
    assert send(client, again, {"text": "We are tired, all three of us."}).status_code == 303
    assert [item.entry.text for item in cast.open(cast.uma).state.notes] == ["We are tired, all three of us."]
    assert not cast.open(cast.sol).state.notes


def test_an_agreement_is_replaced_and_the_count_shows(cast: Cast) -> None:
    """Another agreement takes the place of one; nothing is rewritten (R31)."""
    client = cast.ada.client()
    send(client, cast.path("new"), FIVE)
    path = agreement_path(cast)
    assert send(client, f"{path}/instead", {"text": "He tells them in May."}).status_code == 303
    first, second = cast.open(cast.ada).state.agreements
    assert (first.is_open, second.is_open, second.replaced_times) == (False, True, 1)
    assert "Replaced once." in text_of_page(client.get(cast.path("entries")))


def agreement_path(cast: Cast) -> str:
    """Return the page of the one open agreement."""
    page = cast.ada.client().get(cast.path("entries")).content.decode()
    found = re.search(r'href="(/g/[a-z2-7]+/e/[a-z2-7]{26})/answer"', page)
    assert found
    return found[1]


def test_an_agreement_is_answered_outside_a_contact(cast: Cast) -> None:
    """Kept, partly, not kept, and how we know."""
    client = cast.ada.client()
    send(client, cast.path("new"), FIVE)
    answer = {"kept": "kept", "source": "someone-came", "note": "They told us."}
    assert send(client, f"{agreement_path(cast)}/answer", answer).status_code == 303
    assert not cast.open(cast.ada).state.agreements[0].is_open


def test_the_sheet_holds_eighteen_questions_and_room_for_a_pen(cast: Cast) -> None:
    """What is printed before a contact; open agreements stand on it."""
    client = cast.ada.client()
    send(client, cast.path("new"), FIVE)
    page = client.get(cast.path("sheet"))
    assert page.content.decode().count('<div class="pen">') >= 18
    assert "He tells the reading circle." in text_of_page(page)
