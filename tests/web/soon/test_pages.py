"""Something she may need to know soon: the form, its refusals, who sees the page of a note (R66)."""

import re
from typing import Any

import pytest

from answerable.actions import members
from answerable.core.circles import Presence, Role
from answerable.core.entries import PresenceSet
from answerable.core.entries.base import Source
from answerable.core.entries.soon import SoonSort, Way
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import PASSPHRASE, Cast, Person, found

pytestmark = pytest.mark.django_db

THREAT = {"sort": "threat", "text": "He says he will come to the fair.", "source": "someone-came"}


def agree(cast: Cast, **answers: object) -> None:
    """Have Sol say that it goes to her, and by phone."""
    given = {"here": text_of(cast.sol.user), "way": "call", **answers}
    assert send(cast.sol.client(), cast.path("soon/people"), given).status_code == 303


def write(cast: Cast, **answers: object) -> Any:
    """Have Ada write it down."""
    return send(cast.ada.client(), cast.path("soon/new"), {**THREAT, "along": "nobody", **answers})


def path_of(cast: Cast, rest: str = "") -> str:
    """Return the page of the newest note of Ada's."""
    note = cast.open(cast.ada).state.soon.notes[-1]
    return cast.path(f"soon/e/{text_of(note.item.entry_id)}{rest}")


def test_it_is_written_for_the_named_contact_and_kept_from_all_others(cast: Cast) -> None:
    """Sol is ticked by default; Bo, who is not named, cannot tell that the page exists."""
    agree(cast)
    answer = write(cast)
    assert answer.status_code == 303
    entry = cast.open(cast.ada).state.soon.notes[0].item.entry
    assert entry.named == tuple(sorted((cast.ada.user, cast.sol.user)))
    assert (entry.sort, entry.source, entry.x_may_learn, entry.contacts) == (
        SoonSort.THREAT,
        Source.SOMEONE_CAME,
        False,
        ("Sol",),
    )
    page = text_of_page(cast.sol.client().get(path_of(cast)))
    assert "He says he will come to the fair." in page
    assert "Only Ada and Sol. Nobody else, whatever their group." in page
    for person in (cast.bo, cast.uma, cast.out):
        assert cast.bo.client().get(path_of(cast)).status_code == 404
        assert person.client().get(path_of(cast)).status_code in (403, 404)


def test_another_of_us_reads_along(cast: Cast) -> None:
    """Whom Ada picks; she finds it on her first page."""
    agree(cast)
    write(cast, along=text_of(cast.bo.user))
    now = text_of_page(cast.bo.client().get(cast.path("now")))
    assert "Ada wrote something for you by name, today." in now
    assert "fair" not in now
    assert "He says he will come to the fair." in text_of_page(cast.bo.client().get(path_of(cast)))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"sort": ""}, "Say what it is"),
        ({"text": ""}, "Write what she may need to know"),
        ({"text": "x" * 20_001}, "This text is too long"),
        ({"source": ""}, "Say how you know it"),
        ({"contacts": []}, "Choose whom it is for"),
        ({"contacts": ["7"]}, "Choose one of these."),
        ({"along": ""}, "Choose one, or nobody"),
        ({"along": "somebody"}, "Choose one of these."),
    ],
)
def test_a_form_that_lacks_something_loses_nothing(cast: Cast, answers: dict[str, object], said: str) -> None:
    """The message stands at the field, what was typed is still there, and nothing is kept."""
    agree(cast)
    answer = write(cast, **answers)
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    if "text" not in answers:
        assert THREAT["text"] in answer.content.decode()
    assert cast.open(cast.ada).state.soon.notes == ()


def test_sending_it_twice_keeps_it_once(cast: Cast) -> None:
    """By the back button or a second press."""
    agree(cast)
    client = cast.ada.client()
    action, values = form_on(client.get(cast.path("soon/new")), holding="text")
    filled = {**values, **THREAT, "along": "nobody"}
    for _time in range(2):
        assert client.post(cast.path("soon/new"), filled).status_code == 303
    assert action
    assert len(cast.open(cast.ada).state.soon.notes) == 1


def test_agreed_words_count_where_none_are_written(cast: Cast) -> None:
    """The support group agreed on words for a threat; Ada only says that it is one."""
    agree(cast, words_threat="Something happened. Call us, we will tell you.")
    page = text_of_page(cast.ada.client().get(cast.path("soon/new")))
    assert "Agreed words: Something happened. Call us, we will tell you." in page
    write(cast, text="")
    entry = cast.open(cast.sol).state.soon.notes[0].item.entry
    assert entry.text == "Something happened. Call us, we will tell you."


def test_without_a_named_contact_it_can_be_written_all_the_same(cast: Cast) -> None:
    """The page says whom to ask (R63, R64)."""
    page = text_of_page(cast.ada.client().get(cast.path("soon/new")))
    assert "The support group has not said yet to whom it goes. Ask it" in page
    assert write(cast).status_code == 303
    entry = cast.open(cast.ada).state.soon.notes[0].item.entry
    assert (entry.named, entry.contacts) == ((cast.ada.user,), ())
    one = text_of_page(cast.ada.client().get(path_of(cast)))
    assert "Only Ada. Nobody else." in one
    assert "has not been told yet" in one


def test_who_is_alone_in_the_group_is_not_asked_who_reads_along(db: None) -> None:
    """A founder alone with a letter on paper."""
    ada = Person("Ada")
    opened = found(ada)
    path = f"/g/{opened.alias}/soon/new"
    assert send(ada.client(), path, THREAT).status_code == 303


def test_the_named_contact_says_that_she_has_it(cast: Cast) -> None:
    """With a word back; after that no line waits on her first page, and Ada reads it."""
    agree(cast)
    write(cast)
    sol = cast.sol.client()
    assert "Ada wrote something for you by name, today." in text_of_page(sol.get(cast.path("now")))
    assert send(sol, path_of(cast), {"text": "We told her together."}).status_code == 303
    assert "for you by name" not in text_of_page(sol.get(cast.path("now")))
    page = text_of_page(cast.ada.client().get(path_of(cast)))
    assert "Sol has it" in page
    assert "We told her together." in page
    assert send(cast.sol.client(), path_of(cast, "/answer"), {"text": ""}).status_code == 303
    assert cast.bo.client().get(path_of(cast, "/answer")).status_code == 404


def test_how_it_was_told_outside_is_noted(cast: Cast) -> None:
    """By phone, as agreed: filled in already but for the button."""
    agree(cast)
    write(cast)
    assert send(cast.ada.client(), path_of(cast, "/post"), {}).status_code == 303
    (told,) = cast.open(cast.sol).state.soon.notes[0].handed_on
    assert (told.entry.contact, told.entry.way, told.entry.by) == ("Sol", Way.CALL, (cast.ada.user,))
    assert "Sol was told by phone on" in text_of_page(cast.sol.client().get(path_of(cast)))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"contact": ""}, "Write who was told"),
        ({"on": "2999-01-01"}, "The day cannot be after today"),
        ({"way": ""}, "Say how"),
        ({"by": []}, "Say who of you"),
    ],
)
def test_a_hand_over_that_lacks_something(cast: Cast, answers: dict[str, object], said: str) -> None:
    """Is refused at its field."""
    write(cast)
    answer = send(cast.ada.client(), path_of(cast, "/post"), {"contact": "Fern", **answers})
    assert answer.status_code == 422
    assert said in text_of_page(answer)


def test_only_its_author_puts_it_right(cast: Cast) -> None:
    """For the same people; Bo, who reads along, cannot change her words."""
    agree(cast)
    write(cast, along=text_of(cast.bo.user))
    assert cast.bo.client().get(path_of(cast, "/again")).status_code == 404
    assert send(cast.ada.client(), path_of(cast, "/again"), {"text": ""}).status_code == 422
    better = {"text": "He says he will come on Sunday."}
    assert send(cast.ada.client(), path_of(cast, "/again"), better).status_code == 303
    entry = cast.open(cast.sol).state.soon.notes[0].item.entry
    assert (entry.text, len(entry.named)) == ("He says he will come on Sunday.", 3)


@pytest.mark.django_db(transaction=True)
def test_its_author_takes_it_out(cast: Cast) -> None:
    """Within seven days, with her passphrase; those it named see that it was, and why."""
    cast.ada.account  # noqa: B018  # her slot is made when first asked for
    agree(cast)
    write(cast)
    ident = re.sub(r".*/", "", path_of(cast))
    client, path = cast.ada.client(), cast.path(f"e/{ident}/out")
    assert "Take out my words" in text_of_page(client.get(path_of(cast)))
    assert cast.sol.client().get(path).status_code == 404
    assert send(client, path, {"why": "wrong person", "passphrase": PASSPHRASE}).status_code == 303
    assert cast.open(cast.sol).state.soon.notes == ()
    assert "wrong person" in text_of_page(cast.sol.client().get(cast.path("soon")))
    assert "wrong person" not in text_of_page(cast.bo.client().get(cast.path("soon")))
    assert client.get(path).status_code == 303
    assert client.get(cast.path(f"e/{ident}")).status_code == 404


def test_the_general_page_of_an_entry_has_none_of_it(cast: Cast) -> None:
    """It has a page of its own; the other answers as if it were nothing, also for Ada."""
    write(cast)
    ident = re.sub(r".*/", "", path_of(cast))
    for person in (cast.ada, cast.bo):
        assert person.client().get(cast.path(f"e/{ident}")).status_code == 404
        assert person.client().get(cast.path(f"e/{ident}/again")).status_code == 404
    assert cast.ada.client().get(cast.path("soon/e/nothing")).status_code == 404


def test_what_was_looked_up_is_marked_on_its_page(cast: Cast) -> None:
    """Taken with the explanation why we do not do that (R42)."""
    write(cast, source="looked-up")
    assert "We looked this up." in text_of_page(cast.ada.client().get(path_of(cast)))


def test_members_copy_to_whom_it_goes(cast: Cast) -> None:
    """A support group by mail and paper: its words with their source, read by a second member (R64)."""
    gone = PresenceSet(at=clock.now(), meant_for=tuple(Role), role=Role.SUPPORT, state=Presence.MAIL)
    cast.write(cast.ada, gone)
    today = cast.open(cast.ada).today.isoformat()
    answers = {"others": "Fern\nMoss\n", "way": "call", "said_on": today, "source": "A mail"}
    assert send(cast.ada.client(), cast.path("soon/people"), answers).status_code == 303
    page = text_of_page(cast.bo.client().get(cast.path("soon/new")))
    assert "It goes to Fern and Moss, also by phone outside this software." in page
    assert "Read it against its source" in page
    agreed = cast.open(cast.bo).state.soon.agreed
    assert agreed is not None
    assert not agreed.read.counts
    shown = cast.bo.client().get(cast.path(f"read/{text_of(agreed.item.entry_id)}"))
    assert "Fern and Moss" in text_of_page(shown)
    assert send(cast.bo.client(), cast.path(f"read/{text_of(agreed.item.entry_id)}"), {}).status_code == 303
    agreed = cast.open(cast.ada).state.soon.agreed
    assert agreed is not None
    assert agreed.read.counts
    assert write(cast).status_code == 303
    entry = cast.open(cast.ada).state.soon.notes[0].item.entry
    assert (entry.named, entry.contacts) == ((cast.ada.user,), ("Fern", "Moss"))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"here": []}, "Say who the contact is"),
        ({"others": "x" * 301}, "This line is too long"),
        ({"words_threat": "x" * 20_001}, "This text is too long"),
    ],
)
def test_to_whom_it_goes_lacks_something(cast: Cast, answers: dict[str, object], said: str) -> None:
    """Is refused at its field, with nothing typed lost."""
    answer = send(cast.sol.client(), cast.path("soon/people"), {"here": text_of(cast.sol.user), **answers})
    assert answer.status_code == 422
    assert said in text_of_page(answer)


def test_that_it_reaches_her_directly_is_her_choice(cast: Cast) -> None:
    """Said on the page, never by default (R13); what is agreed is filled in when it is changed."""
    agree(cast, words_approach="He may be near.")
    assert "It never goes to her directly." in text_of_page(cast.ada.client().get(cast.path("soon")))
    agree(cast, directly="on", others="Fern")
    assert "She chose that it may also reach her directly." in text_of_page(cast.ada.client().get(cast.path("soon")))
    _action, values = form_on(cast.sol.client().get(cast.path("soon/people")), holding="here")
    assert values["words_approach"] == ["He may be near."]


def test_who_has_left_is_no_longer_a_reader(cast: Cast) -> None:
    """The name stays, as somebody to be reached in another way."""
    agree(cast)
    nothing = members.Handover(cast.open(cast.sol).today, (), None)
    members.leave(cast.open(cast.sol), draw(16), (Role.SUPPORT,), nothing, now=clock.now())
    write(cast)
    entry = cast.open(cast.ada).state.soon.notes[0].item.entry
    assert (entry.named, entry.contacts) == ((cast.ada.user,), ("Sol",))


def test_the_list_says_what_will_stand_there(cast: Cast) -> None:
    """Alike for everybody whom nothing names; supervision has no such page."""
    for person in (cast.ada, cast.sol):
        assert "Nothing is written here that names you." in text_of_page(person.client().get(cast.path("soon")))
    assert "You have not said yet to whom it goes." in text_of_page(cast.sol.client().get(cast.path("soon")))
    assert cast.uma.client().get(cast.path("soon")).status_code in (403, 404)


@pytest.mark.parametrize("rest", ["now", "entries"])
def test_it_is_one_click_away(cast: Cast, rest: str) -> None:
    """From the first page and from Contact."""
    assert cast.path("soon/new") in cast.ada.client().get(cast.path(rest)).content.decode()
