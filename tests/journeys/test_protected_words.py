"""Words that must not go out: kept by the support group or entered for it, found in what leaves, never shown (R12)."""

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.entries import PresenceSet, ProtectedWords
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.journeys.handing import draft_path, drafted, press, read, sent_on
from tests.people import Cast, Person

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LIST = "who/list"
SLIP = "He moved out of the Lindenhof in March, as he told us when we met him last week."
BETTER = "He moved to another flat in March, as he told us when we met him last week."


def shown(cast: Cast, person: Person, rest: str) -> str:
    """Return a page in words."""
    page = person.client().get(cast.path(rest))
    assert page.status_code == 200, rest
    return text_of_page(page).replace("\N{NO-BREAK SPACE}", " ")


def look(cast: Cast, person: Person) -> None:
    """Have somebody open the page to which the draft leads, and say that the words have to stay."""
    page = person.client().get(cast.path(draft_path(cast)))
    place = f"over/{draft_path(cast).partition('/')[2]}"
    assert place in page.content.decode()
    assert send(person.client(), cast.path(place), {"stays": "on"}).status_code == 303


def test_a_word_of_the_list_is_found_changed_and_never_shown(cast: Cast) -> None:
    """Sol keeps two words; Ada's draft holds one in the genitive; she changes it, Bo reads it, it goes."""
    kept = send(cast.sol.client(), cast.path(LIST), {"words": "Lindenhofs\n\n  Jonas   Weber \nLindenhofs"})
    assert kept.status_code == 303
    page = shown(cast, cast.sol, LIST)
    assert "Lindenhofs\nJonas Weber" in cast.sol.client().get(cast.path(LIST)).content.decode()
    assert "There is a list. No text has been checked against it yet." in page
    rest = drafted(cast, contact=SLIP)
    page = shown(cast, cast.ada, rest)
    assert "One word that the support group protects stands in it. Ada looks at it first." in page
    assert press(cast.bo.client(), cast, rest, "/out", ready="1").status_code == 409
    assert "Which one is not shown here." in shown(cast, cast.ada, f"{rest}/sheet")
    assert cast.ada.client().post(cast.path(f"{rest}/sheet"), {"act": "pdf"}).status_code == 409
    rest = drafted(cast, contact=BETTER)
    assert "protects" not in shown(cast, cast.ada, rest)
    assert read(cast, cast.bo, rest, act="over").status_code == 303
    assert [one.sentences.contact for one in sent_on(cast)] == [BETTER]
    said = "Two texts were checked so far. Protected words were found in one text."
    assert said in shown(cast, cast.sol, LIST)
    assert said in shown(cast, cast.ada, "who")
    for person in (cast.ada, cast.uma):
        entries = cast.open(person).state.entries.values()
        assert not any(isinstance(one.entry, ProtectedWords) for one in entries)
        assert "Weber" not in shown(cast, person, "all")


def test_a_word_that_has_to_stay_is_looked_at_by_two(cast: Cast) -> None:
    """The author says so, then the second reader, whose look is her reading too; then it goes."""
    send(cast.sol.client(), cast.path(LIST), {"words": "Lindenhof"})
    rest = drafted(cast, contact=SLIP)
    look(cast, cast.ada)
    assert "Bo looks at it first." in shown(cast, cast.ada, rest)
    refused = send(cast.bo.client(), cast.path(f"over/{rest.partition('/')[2]}"), {})
    assert refused.status_code == 422
    assert "Tick this, or change the words" in text_of_page(refused)
    look(cast, cast.bo)
    page = shown(cast, cast.bo, rest)
    assert "You have read it." in page
    assert "It cannot be handed over yet." not in page
    assert press(cast.bo.client(), cast, rest, "/out").status_code == 303
    assert [one.sentences.contact for one in sent_on(cast)] == [SLIP]
    update = cast.open(cast.ada).state.updates.handed_over[-1].entry_id
    assert "protected words" not in shown(cast, cast.ada, f"e/{text_of(update)}")
    assert "has gone, and protected words stand in it." in shown(cast, cast.sol, LIST)


def test_it_was_handed_over_already(cast: Cast) -> None:
    """What happened is written down, with a mark (R63)."""
    send(cast.sol.client(), cast.path(LIST), {"words": "Lindenhof"})
    rest = drafted(cast, contact=SLIP)
    assert press(cast.ada.client(), cast, rest, "/out", how="printed", already="on").status_code == 303
    update = cast.open(cast.ada).state.updates.handed_over[-1].entry_id
    marked = "Handed over before two looked at the protected words in it."
    assert marked in shown(cast, cast.ada, f"update/{text_of(update)}")


def test_members_enter_words_that_were_sent_and_cannot_read_them_again(cast: Cast) -> None:
    """Where the support group is not here; more words add to them, and none is kept (R64)."""
    gone = PresenceSet(at=clock.now(), meant_for=tuple(sorted(Role)), role=Role.SUPPORT, state=Presence.MAIL)
    cast.write(cast.ada, gone)
    for words in ("Lindenhof", "Jonas Weber"):
        kept = send(cast.ada.client(), cast.path(LIST), {"words": words, "source": "A letter"})
        assert kept.status_code == 303
    assert "Lindenhof" not in cast.ada.client().get(cast.path(LIST)).content.decode()
    both = drafted(cast, contact=f"{SLIP} Jonas Weber was there.")
    assert "Two words that the support group protects stand in it." in shown(cast, cast.ada, both)


def test_own_notes_get_a_quiet_word(cast: Cast) -> None:
    """After saving and on the page of the entry; nothing is refused and nobody else is told."""
    send(cast.sol.client(), cast.path(LIST), {"words": "Lindenhof"})
    client = cast.ada.client()
    kept = send(client, cast.path("new"), {"reached": "yes", "account": SLIP})
    assert kept.status_code == 303
    hint = "One word that the support group protects stands in this text."
    assert hint in text_of_page(client.get(kept["Location"]))
    contact = cast.open(cast.ada).state.contacts.reached[0].entry_id
    assert hint in shown(cast, cast.bo, f"e/{text_of(contact)}")
    assert not cast.open(cast.sol).state.outgoing.checks


def test_reasons_we_can_tell_are_read_by_a_second_member(cast: Cast) -> None:
    """Ada writes them down; Now asks Bo; the page of the decision says who has read them, and when."""
    told = "We looked at it together and wait until summer. Ask us whenever you want to know more."
    answers = {"question": "Do we tell the choir?", "protects": "Those who sing there", "sort": "not-to-act"}
    answers |= {"decided": "Not now", "reasons": "He leaves it.", "tell": told}
    answer = send(cast.ada.client(), cast.path("agenda/in"), answers)
    assert answer.status_code == 303, text_of_page(answer)
    page = cast.ada.client().get(answer["Location"])
    assert "To be read by a second member." in text_of_page(page)
    assert "Read a text that goes out" in shown(cast, cast.bo, "now")
    assert told in shown(cast, cast.bo, "over")
    outcome = cast.open(cast.bo).state.decisions[0].outcome
    assert outcome is not None
    place = cast.path(f"over/{text_of(outcome.entry_id)}")
    assert place in cast.bo.client().get(cast.path("over")).content.decode()
    assert place not in cast.ada.client().get(cast.path("over")).content.decode()
    seen = send(cast.bo.client(), place, {})
    assert seen["Location"] == answer["Location"]
    assert "Read by Bo," in text_of_page(cast.ada.client().get(answer["Location"]))
    assert "No text waits." in shown(cast, cast.bo, "over")
    for other in (cast.sol, cast.uma):
        assert "Read by" not in text_of_page(other.client().get(answer["Location"]))
