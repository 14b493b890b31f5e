"""Refusals, errors, ids of others, other groups: the pages about questions and objections."""

import pytest

from answerable.actions import questions as deeds
from answerable.core.circles import Role
from answerable.core.entries import MailboxLookedAt, ObjectionAnswered, ObjectionRaised, QuestionAnswered, QuestionAsked
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast, Person, browser

pytestmark = pytest.mark.django_db

BAD_IDS = ("a" * 26, "A" * 26, "x", "0" * 26, text_of(bytes(16)), text_of(b"\xff" * 16))


def asked(cast: Cast, person: Person, text: str = "Did he start?") -> str:
    """Have somebody ask, and return the question's id as it stands in URLs."""
    (entry_id,) = cast.write(person, QuestionAsked(at=clock.now(), meant_for=(), text=text))
    return text_of(entry_id)


def opening(cast: Cast) -> bytes:
    """Return the entry that opened the process: all three circles read it."""
    return next(filed.entry_id for filed in cast.open(cast.uma).state.timeline if filed.seq >= 0)


def objected(cast: Cast, person: Person) -> str:
    """Have somebody object, and return the objection's id as it stands in URLs."""
    entry = ObjectionRaised(at=clock.now(), meant_for=(), entry=opening(cast), text="We see that otherwise.")
    (entry_id,) = cast.write(person, entry)
    return text_of(entry_id)


@pytest.mark.parametrize("rest", ["post", "post/new", "post/in"])
def test_outsiders_find_nothing(cast: Cast, rest: str) -> None:
    """Who is in another process, has left, or is not signed in cannot tell that it exists."""
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code == 404
    assert browser().get(cast.path(rest))["Location"] == "/in"


def test_each_group_has_the_pages_that_are_for_it(cast: Cast) -> None:
    """Contact and support ask each other; members copy; all three object and read objections."""
    question, objection = asked(cast, cast.ada), objected(cast, cast.uma)
    about = text_of(opening(cast))
    expected = {
        "post": (200, 200, 200),
        "post/new": (200, 200, 403),
        "post/in": (200, 403, 403),
        f"post/{question}": (200, 200, 404),
        f"post/{question}/in": (200, 403, 403),
        f"post/{objection}": (200, 200, 200),
        f"post/{objection}/in": (404, 403, 403),
        f"post/about/{about}": (200, 200, 200),
    }
    clients = (cast.ada.client(), cast.sol.client(), cast.uma.client())
    for rest, codes in expected.items():
        assert tuple(client.get(cast.path(rest)).status_code for client in clients) == codes, rest


@pytest.mark.parametrize("rest", ["post/{}", "post/{}/in", "post/about/{}"])
def test_ids_that_do_not_exist_answer_404(cast: Cast, rest: str) -> None:
    """No shape of an id makes a difference, nor an id of another process; nothing is answered that is not there."""
    client = cast.ada.client()
    for ident in BAD_IDS:
        assert client.get(cast.path(rest.format(ident))).status_code == 404
        assert client.post(cast.path(rest.format(ident)), {"entry": "a" * 26, "words": "x"}).status_code == 404
    ident = asked(cast, cast.ada)
    assert cast.out.client().get(f"/g/{cast.others}/{rest.format(ident)}").status_code == 404


def test_what_only_the_contact_group_reads_is_no_ground_for_an_objection(cast: Cast) -> None:
    """An id of a kind that support and supervision never read answers 404, for members who copy too (R47)."""
    entry = MailboxLookedAt(at=clock.now(), meant_for=(), on=clock.host_day(clock.now()))
    (entry_id,) = cast.write(cast.ada, entry)
    for person in (cast.ada, cast.sol, cast.uma):
        assert person.client().get(cast.path(f"post/about/{text_of(entry_id)}")).status_code == 404


def test_nobody_answers_for_the_other_circle(cast: Cast) -> None:
    """A form sent to one's own question, or to an objection as support or supervision, keeps nothing."""
    mine, theirs, objection = asked(cast, cast.ada), asked(cast, cast.sol), objected(cast, cast.uma)
    sent = {"entry": text_of(draw(16)), "words": "An answer."}
    for person, ident in ((cast.ada, mine), (cast.sol, theirs), (cast.sol, objection), (cast.uma, objection)):
        assert person.client().post(cast.path(f"post/{ident}"), sent).status_code == 403
    state = cast.open(cast.ada).state
    assert not any(question.answers for question in state.questions)
    assert not any(one.answers for one in state.objections)


def test_the_deeds_refuse_as_well(cast: Cast) -> None:
    """Not only the pages: an answer to oneself, to nothing, an objection to nothing."""
    question = asked(cast, cast.ada)
    opened, now = cast.open(cast.ada), clock.now()
    target = opened.state.questions[0].item.entry_id
    assert text_of(target) == question
    answer = QuestionAnswered(at=now, meant_for=(), question=target, text="An answer.")
    with pytest.raises(deeds.NotTheirsError):
        deeds.file(opened, draw(16), answer, now=now)
    for entry in (
        QuestionAnswered(at=now, meant_for=(), question=draw(16), text="x"),
        ObjectionRaised(at=now, meant_for=(), entry=draw(16), text="x"),
        ObjectionAnswered(at=now, meant_for=(), objection=draw(16), text="x"),
    ):
        with pytest.raises(deeds.NothingThereError):
            deeds.file(opened, draw(16), entry, now=now)


@pytest.mark.parametrize("words", ["", "   ", "\u200b", "x" * 20_001])
def test_refused_words_say_why_and_are_not_lost(cast: Cast, words: str) -> None:
    """Empty, unseen or too long: the message stands beside the field, nothing is kept."""
    page = send(cast.ada.client(), cast.path("post/new"), {"words": words})
    assert page.status_code == 422
    said = "at most 20,000 characters" if len(words) > 3 else "Write the words"
    assert said in text_of_page(page)
    assert form_on(page, holding="entry")[1]["words"] == [words]
    assert not cast.open(cast.ada).state.questions


def test_a_copy_says_what_it_is_copied_from(cast: Cast) -> None:
    """Without day or source, or from a day to come, nothing is filed."""
    question = asked(cast, cast.ada)
    for path in ("post/in", f"post/{question}/in"):
        page = send(cast.ada.client(), cast.path(path), {"words": "x", "source": "", "said_on": "2999-01-01"})
        assert page.status_code == 422
        assert "Say what you copy it from" in text_of_page(page)
        assert "This day cannot be after today" in text_of_page(page)


@pytest.mark.parametrize("rest", ["post/new", "post/in", "post/{question}", "post/{question}/in", "post/about/{about}"])
def test_the_same_form_sent_twice_writes_once(cast: Cast, rest: str) -> None:
    """A double click keeps one question, answer or objection."""
    question = asked(cast, cast.sol if rest == "post/{question}" else cast.ada)
    client = cast.ada.client()
    path = cast.path(rest.format(question=question, about=text_of(opening(cast))))
    _action, values = form_on(client.get(path), holding="entry")
    filled = {**values, "words": "Some words."}
    assert client.post(path, filled).status_code == 303
    size = cast.open(cast.ada).ledger.size
    assert client.post(path, filled).status_code == 303
    assert cast.open(cast.ada).ledger.size == size


def test_somebody_in_two_circles_speaks_for_the_contact_group(cast: Cast) -> None:
    """Whoever is in both asks and answers as a member of the contact group (R17)."""
    opened = cast.open(cast.ada)
    assert deeds.speaks_for(opened) is Role.CONTACT
    assert deeds.speaks_for(cast.open(cast.uma)) is Role.SUPERVISION


def test_a_due_answer_is_said_in_a_sentence(cast: Cast) -> None:
    """After two weeks the line says that the answer was due; it blames nobody."""
    three_weeks = 21 * 24 * 60 * 60
    entry = ObjectionRaised(at=clock.now() - three_weeks, meant_for=(), entry=opening(cast), text="Otherwise.")
    (entry_id,) = cast.write(cast.uma, entry)
    page = text_of_page(cast.uma.client().get(cast.path(f"post/{text_of(entry_id)}")))
    assert "The answer was due on" in page


@pytest.mark.parametrize("hard", ["<script>alert(1)</script>", "#let x = 1 $y$", "هل بدأ؟", "{{ page }}"])
def test_words_stay_as_they_were_typed(cast: Cast, hard: str) -> None:
    """Questions and answers are text and nothing else."""
    question = asked(cast, cast.sol, hard)
    ada = cast.ada.client()
    assert send(ada, cast.path(f"post/{question}"), {"words": hard}).status_code == 303
    for rest in ("post", f"post/{question}"):
        page = ada.get(cast.path(rest))
        assert hard in text_of_page(page)
        assert "<script>" not in page.content.decode()
