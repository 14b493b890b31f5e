"""An update is drafted from the record, read by a second member, handed over, taken along (R53, R12, R63-R65, C2)."""

from datetime import timedelta

import pytest

from answerable.actions import keeping, record, updates
from answerable.core import drafting
from answerable.core.circles import Presence, Role
from answerable.core.entries import PresenceSet, UpdateDrafted
from answerable.core.entries.updates import HandedOver
from answerable.sealing.spoken import short_root
from answerable.sealing.verify import verify_log
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from answerable.web.updates.letter import in_its_language
from answerable.wording import update as wording
from tests.filled import form_on, post, send, text_of_page
from tests.journeys.handing import draft_path, drafted, press, read, ready, sent_on, update_path
from tests.people import Cast, Person, found

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NEW, AGAIN, ALL = "update/new", "update/again", "update"


def test_six_boxes_come_filled_from_the_record(cast: Cast) -> None:
    """What was written down stands in the boxes; beside it what is in, left out, missing."""
    send(cast.bo.client(), cast.path("new"), {"reached": "yes", "told": "someone", "whom": "Climbing group"})
    page = cast.ada.client().get(cast.path(NEW))
    _action, values = form_on(page, holding="we_ask")
    assert "We reached X" in values["contact"][0]
    assert "Climbing group" in values["who_knows"][0]
    assert "Stay accountable: We do not know." in values["demands"][0]
    words = text_of_page(page)
    assert "In it One contact and one group that knows." in words
    assert "Left out" in words
    assert "Missing" in words


def test_a_draft_tells_from_which_entries_it_was_made(cast: Cast) -> None:
    """Whoever has those entries comes to the same six sentences (R53, C6)."""
    send(cast.bo.client(), cast.path("new"), {"reached": "yes", "told": "someone", "whom": "Climbing group"})
    drafted(cast)
    send(cast.bo.client(), cast.path("new"), {"reached": "yes"})
    opened = cast.open(cast.bo)
    entry = next(one.entry for one in opened.filed if isinstance(one.entry, UpdateDrafted))
    facts = drafting.redraft(opened.state, entry.used, entry.period)
    with in_its_language(opened) as words:
        assert wording.drafted(facts, words) == entry.sentences
    assert (facts.used, facts.left_out) == (entry.used, entry.left_out)


def test_what_came_while_the_boxes_stood_open_is_not_claimed(cast: Cast) -> None:
    """A contact written down meanwhile is not among the entries of words that do not tell it."""
    client = cast.ada.client()
    page = client.get(cast.path(NEW))
    send(cast.bo.client(), cast.path("new"), {"reached": "yes"})
    post(client, cast.path(NEW), page, {})
    draft = cast.open(cast.ada).state.updates.open_draft
    contact = cast.open(cast.ada).state.contacts.reached[0]
    assert draft is not None
    assert contact.entry_id not in draft.item.entry.used
    words = text_of_page(client.get(cast.path(draft_path(cast))))
    assert "One entry came after it was drafted. It does not tell it. Draft it anew" in words
    _action, values = form_on(client.get(cast.path(AGAIN)), holding="we_ask")
    assert "We reached X" in values["contact"][0]


def test_words_changed_by_hand_are_pointed_out_to_the_second_reader(cast: Cast) -> None:
    """Who reads it sees which of the six do not come from the record."""
    rest = drafted(cast, decisions="We decided to wait.")
    assert "Changed by hand: Decisions." in text_of_page(cast.bo.client().get(cast.path(rest)))


def test_nothing_happened_is_one_button(cast: Cast) -> None:
    """A quiet time: the author opens the page and presses its button, the second reader presses one (R53)."""
    press(cast.ada.client(), cast, ready(cast), "/out")
    client = cast.ada.client()
    assert cast.path(NEW) in client.get(cast.path(ALL)).content.decode()
    page = client.get(cast.path(NEW))
    assert "Nothing happened: keep this" in text_of_page(page)
    assert post(client, cast.path(NEW), page, {}).status_code == 303
    answer = read(cast, cast.bo, draft_path(cast), act="over")
    assert answer.status_code == 303
    handed = sent_on(cast)
    assert [one.how for one in handed] == [HandedOver.SEALED_HERE, HandedOver.SEALED_HERE]
    assert "Nothing we know has changed" in handed[1].sentences.demands


def test_unsaved_text_is_for_its_author_alone(cast: Cast) -> None:
    """Kept for me alone: neither the group nor the record knows of it; keeping the draft clears it."""
    client = cast.ada.client()
    answer = send(client, cast.path(NEW), {"keep": "draft", "contact": "Half a sentence"})
    assert answer["Location"] == cast.path(NEW)
    page = client.get(cast.path(NEW))
    assert form_on(page, holding="we_ask")[1]["contact"] == ["Half a sentence"]
    assert "This is your own text" in text_of_page(page)
    assert "Half a sentence" not in text_of_page(cast.bo.client().get(cast.path(NEW)))
    assert cast.open(cast.ada).state.updates.open_draft is None
    post(client, cast.path(NEW), page, {})
    assert record.draft_of(cast.open(cast.ada), updates.FORM) is None


def test_two_members_on_one_update_see_each_other(cast: Cast) -> None:
    """Each save is a draft of its own; the page says whose is newer, and the older one does not go."""
    client = cast.ada.client()
    page = client.get(cast.path(NEW))
    drafted(cast, "bo", contact="Words of Bo")
    answer = post(client, cast.path(NEW), page, {"contact": "Words of Ada"})
    assert answer.status_code == 303
    assert len(cast.open(cast.ada).state.updates.drafts) == 2
    older = cast.open(cast.ada).state.updates.drafts[0]
    words = text_of_page(cast.ada.client().get(cast.path(f"update/{text_of(older.item.entry_id)}")))
    assert "There is a newer version by Ada." in words
    assert read(cast, cast.ada, f"update/{text_of(older.item.entry_id)}", act="over").status_code == 409
    assert not sent_on(cast)


def test_the_boxes_say_that_somebody_wrote_a_newer_version(cast: Cast) -> None:
    """Ada's own unsaved text is older than what Bo kept since."""
    send(cast.ada.client(), cast.path(NEW), {"keep": "draft", "contact": "Words of Ada"})
    drafted(cast, "bo", contact="Words of Bo")
    assert "There is a newer version by Bo." in text_of_page(cast.ada.client().get(cast.path(NEW)))


def test_the_author_is_not_her_own_second_reader(cast: Cast) -> None:
    """Her page has no such button; who posts it all the same is told who can."""
    rest = drafted(cast)
    page = cast.ada.client().get(cast.path(rest))
    assert "I have read it" not in text_of_page(page)
    assert "A second reader is missing. Bo can read it." in text_of_page(page)
    _action, values = form_on(cast.bo.client().get(cast.path(rest)), going="/read")
    answer = cast.ada.client().post(cast.path(f"{rest}/read"), values | {"act": ["read"], "_who": []})
    assert answer.status_code == 409
    assert "You wrote it. Somebody else reads it: Bo can do it." in text_of_page(answer)
    draft = cast.open(cast.ada).state.updates.open_draft
    assert draft is not None
    assert not draft.readings


def test_a_later_change_voids_the_reading(cast: Cast) -> None:
    """Bo read one wording; the next one is a draft that nobody read."""
    rest = ready(cast)
    assert "Hand over to the support group" in text_of_page(cast.ada.client().get(cast.path(rest)))
    newer = drafted(cast, contact="Other words")
    words = text_of_page(cast.ada.client().get(cast.path(newer)))
    assert "It cannot be handed over yet." in words
    assert "A second reader is missing." in words


def test_sealed_here_it_reaches_all_three_circles(cast: Cast) -> None:
    """Support and supervision read the letter; neither is asked for an answer, neither sees the draft."""
    rest = ready(cast, contact="We met once.")
    answer = press(cast.ada.client(), cast, rest, "/out")
    assert answer["Location"] == cast.path(update_path(cast))
    for person in (cast.sol, cast.uma, cast.bo):
        words = text_of_page(person.client().get(cast.path(update_path(cast))))
        assert "We met once." in words
        assert "Ada, for the contact group" in words
        assert "DRAFT" not in words
    sol = cast.sol.client()
    assert "You never have to answer." in text_of_page(sol.get(cast.path(ALL)))
    assert sol.get(cast.path(rest)).status_code == 404
    assert "must answer" not in text_of_page(sol.get(cast.path(update_path(cast))))


def test_supervision_reads_it_unless_unticked(cast: Cast) -> None:
    """Without the tick it is neither listed nor there for the supervision group."""
    press(cast.ada.client(), cast, ready(cast), "/out", supervision=None)
    uma = cast.uma.client()
    assert uma.get(cast.path(update_path(cast))).status_code == 404
    assert "No update yet." in text_of_page(uma.get(cast.path(ALL)))
    assert cast.sol.client().get(cast.path(update_path(cast))).status_code == 200


def test_a_hand_over_carries_the_head_under_a_cosignature(cast: Cast) -> None:
    """Size and root of the record before it, printed in the letter, and signed by the member who hands it over (C2)."""
    rest = ready(cast)
    before = cast.open(cast.ada).ledger
    size, root = before.size, before.root
    press(cast.ada.client(), cast, rest, "/out")
    entry = sent_on(cast)[0]
    assert (entry.size, entry.root) == (size, root)
    rows = keeping.stored_rows(cast.process)
    assert verify_log(cast.process, rows, older=[(size, root)]).outcome == "complete"
    assert keeping.check(cast.process, rows, size=size, root=short_root(root)).outcome == "complete"
    assert keeping.check(cast.process, rows, size=size, root=short_root(bytes(32))).outcome == "altered"
    text = updates.checkpoint_of(cast.open(cast.ada), entry)
    assert text is not None
    assert f"answerable/u/{cast.ada.user.hex()}" in text
    words = text_of_page(cast.sol.client().get(cast.path(update_path(cast))))
    assert f"Record of {size} entries." in words
    assert short_root(root) in words
    assert root.hex() in words


@pytest.mark.parametrize("how", ["printed", "mailed-locked", "read-out"])
def test_other_ways_are_noted_with_their_day(cast: Cast, how: str) -> None:
    """On paper, by mail, read out: how and when (R64)."""
    yesterday = cast.open(cast.ada).today - timedelta(days=1)
    press(cast.ada.client(), cast, ready(cast), "/out", how=how, on=yesterday.isoformat())
    assert [(one.how, one.on) for one in sent_on(cast)] == [(HandedOver(how), yesterday)]


def test_a_support_group_on_paper_gets_it_by_hand(db: None) -> None:
    """Where nobody has accounts there is nothing to seal to: paper, mail, or read out (R64)."""
    ada = Person("Ada")
    opened = found(ada)
    client = ada.client()
    base = f"/g/{opened.alias}/"
    draft = send(client, base + NEW, {})["Location"]
    page = client.get(draft)
    assert "you are alone. Invite somebody first." in text_of_page(page)
    assert "Sealed, here" not in text_of_page(page)
    action, values = form_on(page, going="/out")
    said = values | {"how": ["printed"], "already": ["on"]}
    assert client.post(action.partition("#")[0], said).status_code == 303
    words = text_of_page(client.get(base + ALL))
    assert "On paper" in words
    assert "Handed over before a second member read it." in words


def test_what_happened_without_a_second_reader_is_kept_and_marked(cast: Cast) -> None:
    """It was given to them on paper before anybody else read it: written down, and said beside it (R63)."""
    rest = drafted(cast)
    refused = press(cast.ada.client(), cast, rest, "/out", how="printed")
    assert refused.status_code == 422
    assert "Tick this if it has happened." in text_of_page(refused)
    assert press(cast.ada.client(), cast, rest, "/out", how="printed", already="on").status_code == 303
    assert "Handed over before a second member read it." in text_of_page(
        cast.bo.client().get(cast.path(update_path(cast)))
    )
    assert "Handed over before" not in text_of_page(cast.sol.client().get(cast.path(update_path(cast))))


def test_nothing_is_sealed_unread_by_saying_that_it_happened(cast: Cast) -> None:
    """What the program itself hands out waits for the second reader, whatever the form says (R12)."""
    rest = drafted(cast)
    answer = press(cast.ada.client(), cast, rest, "/out", how="sealed-here", already="on")
    assert answer.status_code == 422
    assert not sent_on(cast)


def test_sending_the_form_twice_hands_over_once(cast: Cast) -> None:
    """Double click, back button, and a second tab with a form of its own."""
    rest = ready(cast)
    client = cast.ada.client()
    first, second = client.get(cast.path(rest)), client.get(cast.path(rest))
    for page in (first, first, second):
        action, values = form_on(page, going="/out")
        answer = client.post(action.partition("#")[0], values)
        assert answer.status_code == 303
    assert len(sent_on(cast)) == 1
    assert client.get(cast.path(rest))["Location"] == cast.path(update_path(cast))


def test_a_draft_that_changed_meanwhile_does_not_go(cast: Cast) -> None:
    """Bo keeps a newer version while Ada's page stands open: nothing is handed over, the page says why."""
    rest = ready(cast)
    client = cast.ada.client()
    action, values = form_on(client.get(cast.path(rest)), going="/out")
    newer = drafted(cast, "bo", contact="Newer words")
    answer = client.post(action.partition("#")[0], values)
    assert answer.status_code == 409
    assert "Choose one of these." not in text_of_page(answer)
    assert "There is a newer version by Bo." in text_of_page(answer)
    assert cast.path(newer) in answer.content.decode()
    assert not sent_on(cast)


def test_reading_other_words_than_those_shown_is_not_a_reading(cast: Cast) -> None:
    """A form that names another wording is answered with the words as they are."""
    rest = drafted(cast)
    answer = press(cast.bo.client(), cast, rest, "/read", act="read", seen="0" * 64)
    assert answer.status_code == 409
    assert "These are not the words you had before you." in text_of_page(answer)


def test_taken_out_words_show_before_it_goes(cast: Cast) -> None:
    """A draft that rests on words which were destroyed since says so."""
    send(cast.ada.client(), cast.path("new"), {"reached": "yes", "account": "About her"})
    rest = drafted(cast)
    contact = cast.open(cast.ada).state.contacts.reached[0]
    record.take_out(cast.open(cast.ada), contact.entry_id, entry_id=b"\x05" * 16, why="about her", now=clock.now())
    words = text_of_page(cast.ada.client().get(cast.path(rest)))
    assert "Words that it was drafted from were taken out since. Draft it anew" in words


def test_a_group_in_german_writes_german_whatever_its_reader_speaks(cast: Cast) -> None:
    """The letter is in the process's language, the page round it in the reader's."""
    page = cast.ada.client().get(cast.path(NEW), headers={"accept-language": "de"})
    words = text_of_page(page)
    assert "Kontakt" in words
    assert "We have not reached X" in form_on(page, holding="we_ask")[1]["contact"][0]


def test_an_update_on_paper_is_given_to_a_circle_that_comes_later(cast: Cast) -> None:
    """It is meant for support and supervision, also where they are not here yet (R64)."""
    cast.write(
        cast.ada,
        PresenceSet(at=clock.now(), meant_for=tuple(sorted(Role)), role=Role.SUPPORT, state=Presence.MAIL),
    )
    page = cast.ada.client().get(cast.path(ready(cast)))
    assert "It is kept for the support group until they have accounts here." in text_of_page(page)
    press(cast.ada.client(), cast, draft_path(cast), "/out", how="printed")
    assert sent_on(cast)[0].meant_for == tuple(sorted(Role))
