"""An agreement replaced three times and then not kept; a move, and another look (R31, R33, R38, R59)."""

import pytest

from answerable.core.circles import Role
from answerable.core.entries import AgreementMade, ChangeNoted, LookedAgain
from answerable.core.entries.agreements import Follows, Kept
from answerable.core.entries.base import Source
from answerable.core.entries.moves import ChangeSort
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def agreed(cast: Cast, text: str = "He sends the name of the programme.") -> str:
    """Have Ada write down what he will do, and return its id."""
    opened = cast.open(cast.ada)
    entry = AgreementMade(
        at=clock.now(), meant_for=(Role.CONTACT,), on=opened.today, text=text, by_on=opened.today, replaces=None
    )
    return text_of(cast.write(cast.ada, entry)[0])


def test_an_agreement_is_replaced_three_times_and_then_not_kept(cast: Cast) -> None:
    """The count shows, nothing is rewritten, and what follows is said: together (R31, R38)."""
    ada, ident = cast.ada.client(), agreed(cast)
    for number in range(3):
        answers = {"kept": Kept.PARTLY.value, "note": "He had begun, he says.", "follows": "another"}
        answer = send(ada, cast.path(f"e/{ident}/answer"), answers)
        assert answer["Location"] == cast.path(f"e/{ident}/instead")
        assert send(ada, cast.path(f"e/{ident}/instead"), {"text": f"He sends it, try {number}."}).status_code == 303
        ident = text_of(cast.open(cast.ada).state.agreements[-1].item.first_id)
    assert "Replaced 3 times." in text_of_page(ada.get(cast.path("open")))
    answers = {"kept": "not-kept", "note": "Nothing came.", "source": "ordinary-life", "follows": "together"}
    answer = send(ada, cast.path(f"e/{ident}/answer"), answers)
    assert answer["Location"] == cast.path(f"open/{ident}")
    page = text_of_page(cast.bo.client().get(cast.path(f"open/{ident}")))
    assert "not kept" in page
    assert "Replaced 3 times." in page
    assert "for the group to answer together" in page
    assert [page.index(text) for text in ("try 0", "try 1")] == sorted(page.index(t) for t in ("try 0", "try 1"))
    assert page.count("his account He had begun, he says.") == 3
    assert "his account Nothing came." not in page
    newest = cast.open(cast.ada).state.agreements[-1]
    assert (newest.replaced_times, newest.follows) == (3, Follows.TOGETHER)
    assert "The group answers these together" in text_of_page(ada.get(cast.path("open")))
    asking = cast.path(f"agenda/new/{ident}")
    assert asking in ada.get(cast.path(f"open/{ident}")).content.decode()
    (question,) = form_on(ada.get(asking), holding="question")[1]["question"]
    assert "did not keep all of the agreement of" in question
    assert send(ada, asking, {"protects": "Those around him"}, holding="question").status_code == 303
    assert "The group is deciding what we do now." in text_of_page(ada.get(cast.path(f"open/{ident}")))
    (decision,) = cast.open(cast.bo).state.decisions
    closing = f"agenda/{text_of(decision.item.first_id)}/close"
    send(ada, cast.path(closing), {"sort": "talk-on", "decided": "-", "reasons": "At the next meeting."})
    assert "The group has decided what we do now." in text_of_page(ada.get(cast.path(f"open/{ident}")))
    older = text_of(cast.open(cast.ada).state.agreements[0].item.first_id)
    assert "See the one in its place" in text_of_page(ada.get(cast.path(f"open/{older}")))


def test_what_follows_can_be_said_later_and_stays_on_the_list(cast: Cast) -> None:
    """Unsaid it stands on the list for the next contact as a question to the group; then he is asked again."""
    ada, ident = cast.ada.client(), agreed(cast)
    assert send(ada, cast.path(f"e/{ident}/answer"), {"kept": "not-kept"}).status_code == 303
    contact = text_of_page(ada.get(cast.path("entries")))
    assert "He did not keep this: “He sends the name of the programme.” What follows? Say what follows" in contact
    assert "What follows is not said yet." in text_of_page(ada.get(cast.path(f"open/{ident}")))
    page = send(ada, cast.path(f"e/{ident}/next"), {})
    assert page.status_code == 422
    assert "Choose what follows" in text_of_page(page)
    path = cast.path(f"e/{ident}/next")
    _action, values = form_on(ada.get(path), holding="entry")
    for _twice in range(2):
        assert ada.post(path, {**values, "follows": "stays"}).status_code == 303
    assert len(cast.open(cast.ada).state.agreements[0].followed) == 1
    contact = text_of_page(ada.get(cast.path("entries")))
    assert "Ask again about the agreement: “He sends the name of the programme.”" in contact
    assert f"kept_{ident}" in ada.get(cast.path("new")).content.decode()
    assert send(ada, path, {"follows": "another"})["Location"] == cast.path(f"e/{ident}/instead")
    assert send(ada, cast.path(f"e/{ident}/answer"), {"kept": "kept", "follows": "together"}).status_code == 303
    (agreement,) = cast.open(cast.ada).state.agreements
    assert (agreement.kept, agreement.is_broken) == (Kept.KEPT, False)
    assert ada.get(path)["Location"] == cast.path(f"open/{ident}")
    shown = text_of_page(ada.get(cast.path("open")))
    assert "Over: 1" in shown


def test_an_agreement_is_his_task_alone(cast: Cast) -> None:
    """No form about one has a box for a member, and the pages say whose task it is (R59)."""
    ada, ident = cast.ada.client(), agreed(cast)
    for rest in (f"e/{ident}/answer", f"e/{ident}/instead", f"e/{ident}/again"):
        page = ada.get(cast.path(rest))
        _action, values = form_on(page, holding="entry")
        assert not {"by", "who", "owner", "member"} & set(values)
        assert text_of(cast.bo.user) not in page.content.decode()
    assert "None of us does it for him." in text_of_page(ada.get(cast.path(f"open/{ident}")))
    assert "user" not in AgreementMade.__struct_fields__


def test_a_move_asks_for_another_look(cast: Cast) -> None:
    """One line, one job on Now, met by what was looked at and agreed (R33)."""
    ada = cast.ada.client()
    assert "Nothing waits to be looked at again." in text_of_page(ada.get(cast.path("change/look")))
    form = ada.get(cast.path("change")).content.decode()
    for word in ("address", "workplace", "handle", "photo"):
        assert f'name="{word}"' not in form
    moved = {"sort": "moves", "text": "He moves to another part of town.", "source": "he-said"}
    assert send(ada, cast.path("change"), moved).status_code == 303
    assert "Look again at contact and the people around X" in text_of_page(ada.get(cast.path("now")))
    came = {"sort": "joins", "text": "He joins a choir.", "source": "someone-came", "may_learn": "yes"}
    assert send(ada, cast.path("change"), came).status_code == 303
    first, second = cast.open(cast.bo).state.changes
    assert (first.item.entry.sort, first.item.entry.x_may_learn) == (ChangeSort.MOVES, False)
    assert second.item.entry.x_may_learn
    page = text_of_page(ada.get(cast.path("change/look")))
    assert "his account He moves to another part of town." in page
    path = cast.path("change/look")
    _action, values = form_on(ada.get(path), holding="entry")
    filled = {**values, "text": "All as before. We ask him who in the choir knows.", "changes": values["changes"][1:]}
    assert ada.post(path, filled).status_code == 303
    assert len([one for one in cast.open(cast.bo).state.changes if one.looked]) == 1
    answer = send(cast.bo.client(), path, {"text": "We meet as before."})
    assert answer.status_code == 303
    assert "Look again" not in text_of_page(ada.get(cast.path("now")))
    assert ada.post(path, filled)["Location"] == cast.path("entries")
    assert len([one for one in cast.open(cast.bo).state.timeline if isinstance(one.entry, LookedAgain)]) == 2


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"sort": None}, "Choose what changes"),
        ({"text": ""}, "Write it in a line"),
        ({"text": "x" * 301}, "at most 300 characters"),
        ({"source": None}, "Say how you know it"),
        ({"on": "1700-01-01"}, "Check the year of this day."),
    ],
)
def test_a_refused_change_says_why(cast: Cast, answers: dict[str, object], said: str) -> None:
    """The message stands beside the field, and nothing is kept."""
    filled = {"sort": "other", "text": "Something.", "source": "looked-up", **answers}
    page = send(cast.ada.client(), cast.path("change"), filled)
    assert page.status_code == 422
    assert said in text_of_page(page)
    assert cast.open(cast.ada).state.changes == ()


def test_a_look_and_a_change_can_be_corrected(cast: Cast) -> None:
    """The older words stay under a fold; a look stays about the same changes."""
    opened, ada = cast.open(cast.ada), cast.ada.client()
    change = ChangeNoted(
        at=clock.now(),
        meant_for=(Role.CONTACT,),
        on=opened.today,
        sort=ChangeSort.JOINS,
        text="A chor.",
        source=Source.SOMEONE_CAME,
        x_may_learn=True,
    )
    (changed,) = cast.write(cast.ada, change)
    look = LookedAgain(at=clock.now(), meant_for=(Role.CONTACT,), changes=(changed,), on=opened.today, text="Fine.")
    (looked,) = cast.write(cast.ada, look)
    again = cast.path(f"e/{text_of(changed)}/again")
    assert send(ada, again, {"text": "A choir."}).status_code == 303
    again = cast.path(f"e/{text_of(looked)}/again")
    assert send(ada, again, {"text": "Fine.", "on": "2999-01-01"}).status_code == 422
    assert send(ada, again, {"text": "We meet as before."}).status_code == 303
    (one,) = cast.open(cast.bo).state.changes
    assert (one.item.entry.text, one.item.entry.x_may_learn) == ("A choir.", True)
    assert one.looked[0].entry.text == "We meet as before."
    assert "A chor." in text_of_page(ada.get(cast.path(f"e/{text_of(changed)}")))
