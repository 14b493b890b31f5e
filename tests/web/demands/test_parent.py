"""Refusals, ids of others, other groups: decisions of the parent process, and answers told back."""

import pytest

from answerable.core.circles import Presence, Role
from answerable.core.entries import DemandPassedOn, DemandRaised, ParentDecided, PresenceSet
from answerable.core.entries.base import Copied, Medium, Outcome
from answerable.core.entries.demands import Facet, HisAnswer, Origin
from answerable.core.entries.hashes import text_hash
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

WORDS = "He is not to come to the camp."
BAD_IDS = ("a" * 26, "x", "0" * 26, text_of(bytes(16)))


def decided(cast: Cast) -> bytes:
    """Have Sol enter a decision of the parent process, and return its id."""
    today = cast.open(cast.sol).today
    copied = Copied(from_="Parent process", said_on=today, source="A mail", how="")
    entry = ParentDecided(at=clock.now(), meant_for=(), text=WORDS, said_on=today, copied=copied)
    return cast.write(cast.sol, entry)[0]


def answered(cast: Cast) -> None:
    """Have X answer a demand of a support group that is reached by mail, and a decision of the parent process."""
    now, today = clock.now(), cast.open(cast.ada).today
    demand = DemandRaised(
        at=now, meant_for=(), number=1, facet=Facet.INFORM, text=WORDS, said_on=today, origin=Origin.SUPPORT
    )
    (raised,) = cast.write(cast.sol, demand)
    decision = decided(cast)
    cast.write(cast.ada, PresenceSet(at=now, meant_for=(), role=Role.SUPPORT, state=Presence.MAIL))
    for words in (raised, decision):
        entry = DemandPassedOn(
            at=now,
            meant_for=(),
            demand=words,
            text_hash=text_hash(demand),
            on=today,
            medium=Medium.CALL,
            by=(cast.ada.user,),
            answer=HisAnswer(outcome=Outcome.REFUSED, text=""),
            answer_by_on=None,
        )
        cast.write(cast.ada, entry)


def test_each_group_has_the_pages_that_are_for_it(cast: Cast) -> None:
    """All read a decision; contact and support group enter one; only the contact group passes on and tells back."""
    ident = text_of(decided(cast))
    expected = {
        f"far/{ident}": (200, 200, 200),
        "far/new": (200, 200, 403),
        "far/heard": (200, 200, 403),
        f"far/{ident}/on": (200, 403, 403),
        "list/back": (200, 403, 403),
        "open": (200, 403, 403),
        "change": (200, 403, 403),
        "change/look": (200, 403, 403),
    }
    clients = (cast.ada.client(), cast.sol.client(), cast.uma.client())
    for rest, codes in expected.items():
        assert tuple(client.get(cast.path(rest)).status_code for client in clients) == codes, rest


@pytest.mark.parametrize("rest", ["far/{}", "far/{}/on", "open/{}", "e/{}/next"])
def test_ids_that_do_not_exist_answer_404(cast: Cast, rest: str) -> None:
    """No shape of an id makes a difference."""
    client = cast.ada.client()
    for ident in BAD_IDS:
        assert client.get(cast.path(rest.format(ident))).status_code == 404


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"words": ""}, "Write the words of the decision"),
        ({"words": "\u200b"}, "Write the words of the decision"),
        ({"words": "He is not to come\nto the camp."}, "This decision stands already."),
        ({"said_on": "2999-01-01"}, "This day cannot be after today"),
        ({"source": ""}, "Say what you copy it from"),
        ({"from_whom": ""}, "Say from whom it is"),
    ],
)
def test_a_refused_decision_says_why(cast: Cast, answers: dict[str, object], said: str) -> None:
    """The message stands beside the field, and nothing was kept."""
    decided(cast)
    today = cast.open(cast.ada).today.isoformat()
    filled = {"words": "Another one.", "said_on": today, "source": "A mail", **answers}
    page = send(cast.ada.client(), cast.path("far/new"), filled)
    assert page.status_code == 422
    assert said in text_of_page(page)
    assert len(cast.open(cast.ada).state.parent.decisions) == 1


def test_a_decision_sent_twice_stands_once(cast: Cast) -> None:
    """A double click, or the back button after saving."""
    ada, path = cast.ada.client(), cast.path("far/new")
    _action, values = form_on(ada.get(path), holding="entry")
    filled = {**values, "words": WORDS, "said_on": cast.open(cast.ada).today.isoformat(), "source": "A mail"}
    for _twice in range(2):
        assert ada.post(path, filled).status_code == 303
    assert len(cast.open(cast.ada).state.parent.decisions) == 1


def test_a_day_to_come_was_not_heard_yet(cast: Cast) -> None:
    """Refused beside the field."""
    page = send(cast.ada.client(), cast.path("far/heard"), {"on": "2999-01-01"})
    assert page.status_code == 422
    assert "This day cannot be after today" in text_of_page(page)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"how": ""}, "Say how you told them"),
        ({"answers": []}, "Tick at least one"),
        ({"answers": ["a" * 26]}, "Choose one of these."),
        ({"on": "2999-01-01"}, "This day cannot be after today"),
    ],
)
def test_a_refused_telling_back_says_why(cast: Cast, answers: dict[str, object], said: str) -> None:
    """Nothing is kept, and both answers still wait."""
    answered(cast)
    page = send(cast.ada.client(), cast.path("list/back"), {"how": "By mail", **answers})
    assert page.status_code == 422
    assert said in text_of_page(page)
    assert cast.open(cast.ada).state.parent.reported == ()


def test_telling_two_at_once_keeps_one_entry_for_each(cast: Cast) -> None:
    """The support group and the parent process are told in one go; sent twice it stands once."""
    answered(cast)
    ada, path = cast.ada.client(), cast.path("list/back")
    page = ada.get(path)
    assert "his account Without words." in text_of_page(page)
    _action, values = form_on(page, holding="entry")
    for _twice in range(2):
        assert ada.post(path, {**values, "how": "By mail"}).status_code == 303
    told = [item.entry.to for item in cast.open(cast.bo).state.parent.reported]
    assert sorted(told) == [Origin.PARENT_PROCESS, Origin.SUPPORT]
    assert "They know all that he answered." in text_of_page(ada.get(path))
