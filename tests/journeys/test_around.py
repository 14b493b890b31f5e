"""Involving people around him: a claim, a friend who disagrees, a new demand, a last word (R29, R35, R36)."""

import re

import pytest

from answerable.core.entries.around import Hearing, Knows, TalkStage
from answerable.core.entries.demands import DemandWord
from answerable.core.state import Around
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db


def see(cast: Cast, rest: str) -> str:
    """Return what Bo reads on a page."""
    return text_of_page(cast.bo.client().get(cast.path(rest)))


def the(cast: Cast, label: str) -> Around:
    """Return who stands under a label."""
    found = cast.open(cast.ada).state.surroundings.labelled(label)
    assert found
    return found


def link(cast: Cast, rest: str, words: str) -> str:
    """Return where a link of a page leads."""
    page = cast.bo.client().get(cast.path(rest)).content.decode()
    found = re.search(rf'href="([^"]+)"[^>]*>{words}', page)
    assert found, words
    return found[1]


def he_claims_and_somebody_confirms(cast: Cast) -> None:
    """Have him claim at a check-in that he told his flat, and two of the flat come to us."""
    # At a check-in he claims that he told his flat. Whether with the letter, he did not say.
    contact = {"reached": "yes", "told": "someone", "whom": "Shared flat", "account": "They know, he says."}
    assert send(cast.ada.client(), cast.path("new"), contact).status_code == 303
    assert "Ask him: did he hand the letter to Shared flat? We do not know." in see(cast, "entries")
    assert "Shared flat" in see(cast, "now")
    assert the(cast, "shared flat").word is DemandWord.SAID

    # Somebody of the flat comes by themselves: from here on it is seen, and his account stays beside it.
    confirm = link(cast, "around", "Somebody confirms it")
    came = {"source": "someone-came", "knows": "semi-open-letter", "confirmed_by": "two of the three"}
    assert send(cast.bo.client(), confirm, came).status_code == 303
    page = see(cast, f"around/{text_of(the(cast, 'Shared flat').around_id)}")
    assert "two of the three" in page
    assert "Somebody other than X told us about" not in page
    assert (the(cast, "Shared flat").word, the(cast, "Shared flat").said is not None) == (DemandWord.SEEN, True)
    assert "did he hand the letter to Shared flat" not in see(cast, "entries")


def a_friend_disagrees(cast: Cast) -> None:
    """Have a friend write who disagrees: a talk is offered, held, and what was asked is answered."""
    # A friend writes and disagrees: a suggestion on Now, without a day until somebody takes it.
    wrote = {"label": "K.", "kind": "person", "knows": "demands", "from_whom": "him", "source": "someone-came"}
    wrote |= {"account": "K. wrote to us.", "disagrees": "All of it."}
    assert send(cast.ada.client(), cast.path("around/new"), wrote).status_code == 303
    assert "A talk can be offered: K." in see(cast, "now")
    assert "When you can" in see(cast, "now")
    talk = link(cast, "around", "Offer a talk")
    assert send(cast.bo.client(), talk, {"stage": "offered"}).status_code == 303
    assert "A talk can be offered" not in see(cast, "now")
    held = {"stage": "held", "said": "K. finds it hard.", "ask": "That K. asks him for the letter."}
    assert send(cast.bo.client(), talk, held).status_code == 303
    assert [one.item.entry.stage for one in the(cast, "K.").talks] == [TalkStage.OFFERED, TalkStage.HELD]
    answer = link(cast, f"around/{text_of(the(cast, 'K.').around_id)}", "They answered")
    assert send(cast.bo.client(), answer, {"outcome": "yes"}).status_code == 303


def test_from_a_claim_to_a_last_word(cast: Cast) -> None:
    """He claims he told his flat; a friend disagrees; a demand is new; somebody wants no contact: each in its place."""
    he_claims_and_somebody_confirms(cast)
    a_friend_disagrees(cast)

    # The support group raises a demand: once, who of those who know hears of it?
    raised = {"words": "Tell the people of the choir.", "facet": "inform"}
    assert send(cast.sol.client(), cast.path("list/new"), raised, holding="entry").status_code == 303
    assert "Who of those who know hears of demand 1, from whom?" in see(cast, "now")
    hear = link(cast, "around", "Who of those who know")
    flat, friend = (f"row_{text_of(the(cast, label).around_id)}" for label in ("Shared flat", "K."))
    first = "K. first, Ada stays with K. afterwards."
    assert send(cast.bo.client(), hear, {flat: "he-tells", friend: "we-tell", "sequence": first}).status_code == 303
    (settled,) = cast.open(cast.ada).state.surroundings.settled.values()
    assert first in see(cast, f"e/{text_of(settled.entry_id)}")
    assert "hears of demand 1" not in see(cast, "now")
    assert [one.hearing for one in the(cast, "K.").heard] == [Hearing.WE_TELL]
    assert "has he told Shared flat about demand 1?" in see(cast, "entries")

    # The friend wants no further contact: final, on every page, and nothing is suggested any more.
    over = link(cast, f"around/{text_of(the(cast, 'K.').around_id)}", "They want no further contact")
    assert send(cast.bo.client(), over, {"said": "Leave me out of it."}).status_code == 303
    for rest in ("around", f"around/{text_of(the(cast, 'K.').around_id)}"):
        assert "no further contact with us. That is final." in see(cast, rest)
    assert "K." not in see(cast, "entries")

    # In the update: the group by its label, single people and talks as numbers; no word of theirs.
    page = see(cast, "update/new")
    assert "We have seen that this group knows, with the letter: Shared flat (from him)." in page
    assert "We have seen that one single person knows." in page
    assert "We talked with people around him once." in page
    assert "K. finds it hard." not in page
    assert "Names and labels of single people around X." in page


def test_a_group_he_names_may_stand_here_and_a_person_who_knows_nothing_may_not(cast: Cast) -> None:
    """Such a person appears only where the group asks together whether they need to know (R35)."""
    group = {"label": "Climbing group", "kind": "group", "knows": "unknown", "source": "he-said"}
    assert send(cast.ada.client(), cast.path("around/new"), group).status_code == 303
    assert the(cast, "Climbing group").knows is Knows.UNKNOWN
    person = group | {"label": "M.", "kind": "person"}
    refused = send(cast.ada.client(), cast.path("around/new"), person)
    assert refused.status_code == 422
    assert "“Does this group need to know?”" in text_of_page(refused)
    assert "M." not in see(cast, "around")
