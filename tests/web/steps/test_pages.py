"""Refusals, other groups, forms sent twice, corrections: the pages of possible steps."""

from datetime import timedelta

import pytest
from msgspec import structs

from answerable.core.circles import Role
from answerable.core.defaults.steps import Step
from answerable.core.entries import AnyEntry, MeetingMissed, StepTaken, ToldByX
from answerable.core.entries.base import Source
from answerable.core.entries.contacts import MissedReason
from answerable.core.entries.surroundings import LetterGiven
from answerable.core.state import Concern
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import post, send, text_of_page
from tests.people import PASSPHRASE, Cast, browser

pytestmark = pytest.mark.django_db

NOTED = {"how": "broken-agreement", "fact1": "He did not bring the paper.", "source1": "ordinary-life"}
STEP = {"step": "L1", "why": "It is the mildest."}
ENDS = ["", "/new", "/next", "/sheet", "/look", "/open", "/again"]


def noted(cast: Cast, **answers: object) -> str:
    """Have Ada note that he does not cooperate; return the path of what is open."""
    return str(send(cast.ada.client(), cast.path("steps/new"), {**NOTED, **answers})["Location"])


def concern(cast: Cast) -> Concern:
    """Return the first that was opened."""
    return cast.open(cast.ada).state.concerns[0]


def stepped(cast: Cast, path: str, **answers: object) -> StepTaken:
    """Have Ada write down a step; return it."""
    assert send(cast.ada.client(), f"{path}/next", {**STEP, **answers}).status_code == 303
    return concern(cast).steps[-1].item.entry


def test_who_comes_in(cast: Cast) -> None:
    """Steps are the contact group's; others see what was decided. Strangers find nothing."""
    path, ada = noted(cast), cast.ada.client()
    for client, status in ((cast.sol.client(), 403), (cast.uma.client(), 403), (cast.out.client(), 404)):
        assert {client.get(path + end).status_code for end in ENDS} == {status}
    assert browser().get(path)["Location"] == "/in"
    for ident in ("x", "a" * 26, text_of(draw(16))):
        assert {ada.get(cast.path(f"steps/{ident}{end}")).status_code for end in (*ENDS, "/answer")} == {404}


LACKING: tuple[tuple[dict[str, object], str], ...] = (
    ({"how": None}, "Say in which way"),
    ({"fact1": ""}, "Write what happened, in a line"),
    ({"source1": ""}, "Say how you know it"),
    ({"fact2": "He laughed."}, "Say how you know it"),
    ({"on": "2999-01-01"}, "The day cannot be after today"),
    ({"fact1": "x" * 301}, "This line is too long"),
)


def test_a_note_that_lacks_something_loses_nothing(cast: Cast) -> None:
    """The message stands beside the question; what was typed is still there."""
    client, path = cast.ada.client(), cast.path("steps/new")
    for answers, said in LACKING:
        answer = send(client, path, {**NOTED, "label": "The choir", **answers})
        assert answer.status_code == 422
        assert said in text_of_page(answer)
        assert "The choir" in answer.content.decode()
    assert not cast.open(cast.ada).state.concerns


def test_a_note_sent_twice_is_written_once_and_more_belongs_to_it(cast: Cast) -> None:
    """Whoever came to us decides whether he may learn it; what was looked up comes to supervision (R42)."""
    client, path = cast.ada.client(), cast.path("steps/new")
    page = client.get(path)
    for _ in range(2):
        assert post(client, path, page, NOTED).status_code == 303
    one = cast.path(f"steps/{text_of(concern(cast).concern_id)}")
    came = {"fact2": "He says it is ours.", "source2": "someone-came", "may_learn": "yes"}
    assert send(client, f"{one}/new", {**NOTED, "source1": "looked-up", **came})["Location"] == one
    more = concern(cast).notes[1].entry
    assert (more.concern, more.x_may_learn) == (concern(cast).concern_id, True)
    assert Role.SUPERVISION in more.meant_for
    said = text_of_page(client.get(one))
    assert "Two notes wait for one decision of the group." in said
    assert "We looked this up." in said
    fresh = send(client, path, {**NOTED, "belongs": ""})
    assert fresh["Location"] != one
    assert len(cast.open(cast.ada).state.concerns) == 2


def test_what_the_record_suggests_is_filled_in_and_kept_once(cast: Cast) -> None:
    """A missed meeting; sent again from an old page it stands once, with what it rests on."""
    on = cast.open(cast.ada).today - timedelta(days=3)
    missed = MeetingMissed(
        at=clock.now(), meant_for=(Role.CONTACT,), planned_on=on, reason=MissedReason.NOT_ACCEPTABLE, note=""
    )
    (entry_id,) = cast.write(cast.ada, missed)
    client, path = cast.ada.client(), cast.path(f"steps/new/{text_of(entry_id)}")
    page = client.get(path)
    assert "He did not come to a meeting" in page.content.decode()
    for _ in range(2):
        answer = post(client, path, page, {})
        assert answer.status_code == 303
    (one,) = cast.open(cast.ada).state.concerns
    assert [item.entry.rests_on for item in one.notes] == [(entry_id,)]
    assert client.get(path)["Location"] == cast.path("steps")
    assert "A meeting that did not happen" not in text_of_page(client.get(cast.path("steps")))


STEP_LACKING: tuple[tuple[dict[str, object], str], ...] = (
    ({"step": None}, "Say what you did"),
    ({"why": ""}, "Write why. People you answer to"),
    ({"step": "own"}, "Write what you did, in a line"),
    ({"step": "L4"}, "Say whom you asked or told"),
    ({"step": "L5", "to_other": ",".join(f"A{one}" for one in range(21))}, "At most twenty labels"),
    ({"by": None}, "Say who of you"),
    ({"on": "2999-01-01"}, "The day cannot be after today"),
    ({"answer_by_on": "2020-01-01"}, "His day cannot be before the step"),
    ({"look_again_on": "2020-01-01"}, "Choose a day from today on"),
    ({"own_words": "We wrote a song."}, "You chose a step of the list"),
    ({"to_other": "Choir"}, "goes to him alone"),
)


def test_a_step_that_lacks_something_loses_nothing(cast: Cast) -> None:
    """Asked is what makes it understood; what was not there before is no ground to refuse it (R63)."""
    path, client = noted(cast), cast.ada.client()
    for answers, said in STEP_LACKING:
        answer = send(client, f"{path}/next", {**STEP, "words": "Dear X", **answers})
        assert answer.status_code == 422
        assert said in text_of_page(answer)
        assert "Dear X" in answer.content.decode()
    assert not concern(cast).steps


def test_what_was_done_before_is_taken_and_marked(cast: Cast) -> None:
    """Nobody who knows, nobody decided, nobody asked him: it stands, with a mark for each (R41, R63)."""
    path = noted(cast)
    told = ToldByX(
        at=clock.now(),
        meant_for=(Role.CONTACT,),
        label="Shared flat",
        on=None,
        account="",
        letter=LetterGiven.YES,
        perspective=None,
        source=Source.HE_SAID,
        x_may_learn=False,
        confirmed_by=None,
    )
    cast.write(cast.ada, told)
    form = cast.ada.client().get(f"{path}/next")
    assert "Shared flat" in text_of_page(form)
    step = stepped(cast, path, step="L4", to=["Shared flat"], to_other="Choir,  The band ,")
    assert step.to == ("Shared flat", "Choir", "The band")
    assert Role.SUPERVISION in step.meant_for
    page = text_of_page(cast.ada.client().get(path))
    assert "Done before the group decided it." in page
    assert "Done before he was asked with a date." in page
    assert "Done before anything here said that these people know." in page
    own = stepped(cast, path, step="own", own_words="We wrote a song.")
    assert (own.to, own.own_words) == ((), "We wrote a song.")
    assert Role.SUPERVISION not in stepped(cast, path).meant_for


def test_a_step_sent_twice_is_written_once(cast: Cast) -> None:
    """Who last met him together is filled in, where the one who writes was there."""
    path, client = noted(cast), cast.ada.client()
    page = client.get(f"{path}/next")
    for _ in range(2):
        assert post(client, f"{path}/next", page, STEP).status_code == 303
    assert len(concern(cast).steps) == 1
    assert concern(cast).steps[0].item.entry.by == (cast.ada.user,)


def test_an_answer_of_people_around_him_is_theirs(cast: Cast) -> None:
    """After a step that reached them their answer is filled in as theirs (R14)."""
    path = noted(cast)
    stepped(cast, path, step="L5", to_other="K.", words="He has not answered us.")
    answer = cast.path(f"steps/{text_of(concern(cast).steps[0].item.entry_id)}/answer")
    client = cast.ada.client()
    assert "He has not answered us." in text_of_page(client.get(answer))
    assert send(client, answer, {"on": "2999-01-01"}).status_code == 422
    assert send(client, answer, {"outcome": "refused", "said": "K. wants none of it."}).status_code == 303
    assert "his friends’ account K. wants none of it." in text_of_page(client.get(path))


def test_how_it_goes_on_is_said_with_its_reason(cast: Cast) -> None:
    """Nothing can go down before a step; closed, it takes no more steps until it is opened again."""
    path, client = noted(cast), cast.ada.client()
    form = client.get(f"{path}/look")
    assert "A step down" not in text_of_page(form)
    assert send(client, f"{path}/look", {"sort": "held"}).status_code == 422
    past = {"sort": "held", "why": "He is ill.", "look_again_on": "2020-01-01"}
    assert send(client, f"{path}/look", past).status_code == 422
    assert client.get(f"{path}/open")["Location"] == path
    for _ in range(2):
        assert post(client, f"{path}/look", form, {"sort": "closed", "why": "He moved on."}).status_code == 303
    assert len(concern(cast).moves) == 1
    for end in ("/look", "/new"):
        assert client.get(path + end)["Location"] == path
    assert "Open it again" in text_of_page(client.get(path))
    assert "Closed" in text_of_page(client.get(cast.path("steps")))
    form = client.get(f"{path}/open")
    for _ in range(2):
        assert post(client, f"{path}/open", form, {"why": "It began anew."}).status_code == 303
    assert concern(cast).is_open


def corrected(cast: Cast, entry: bytes, answers: dict[str, object]) -> AnyEntry:
    """Have Ada correct an entry by its page; return the words that stand."""
    client = cast.ada.client()
    again = cast.path(f"steps/{text_of(entry)}/again")
    assert again in client.get(cast.path(f"e/{text_of(entry)}")).content.decode()
    page = client.get(again)
    for _ in range(2):
        assert post(client, again, page, answers).status_code == 303
    return next(item.entry for item in concern(cast).story if item.first_id == entry)


def test_each_kind_is_corrected_by_its_form(cast: Cast) -> None:
    """The older words stay; what it belongs to stays; a step that reaches others comes to supervision."""
    path, client = noted(cast, label="Choir"), cast.ada.client()
    assert path.replace("/steps/", "/ask/") + "/new" in client.get(path).content.decode()
    opened = concern(cast).concern_id
    assert "A choir" in str(corrected(cast, opened, {"label": "A choir"}))
    step = stepped(cast, path, answer_by_on=cast.open(cast.ada).today.isoformat())
    entry_id = concern(cast).steps[0].item.first_id
    fixed = corrected(cast, entry_id, {"step": "L4", "to_other": "Flat"})
    assert isinstance(fixed, StepTaken)
    assert (fixed.step, fixed.answer_by_on, fixed.decision) == (Step.L4, step.answer_by_on, None)
    assert Role.SUPERVISION in fixed.meant_for
    send(client, cast.path(f"steps/{text_of(entry_id)}/answer"), {"outcome": "evaded", "said": "Later."})
    answer = concern(cast).steps[0].answers[0].first_id
    assert "Much later." in str(corrected(cast, answer, {"said": "Much later."}))
    send(client, f"{path}/look", {"sort": "down", "step": "L1", "why": "He told them."})
    move = concern(cast).moves[0].first_id
    assert "He told us." in str(corrected(cast, move, {"why": "He told us."}))
    assert send(client, cast.path(f"steps/{text_of(move)}/again"), {"why": ""}).status_code == 422
    told = cast.write(cast.ada, structs.replace(step, step=Step.L6, to=("Choir",)))[0]
    again = cast.path(f"steps/{text_of(told)}/again")
    assert client.get(again).status_code == 404
    assert again not in client.get(cast.path(f"e/{text_of(told)}")).content.decode()
    assert "From the newest to the first" in text_of_page(client.get(cast.path(f"steps/{text_of(answer)}")))


def test_the_opening_again_is_corrected_too(cast: Cast) -> None:
    """Its reason and day, not what it is."""
    path, client = noted(cast), cast.ada.client()
    send(client, f"{path}/look", {"sort": "closed", "why": "He moved on."})
    send(client, f"{path}/open", {"why": "It began anew."})
    again = concern(cast).moves[-1].first_id
    assert "It began." in str(corrected(cast, again, {"why": "It began."}))


def test_the_sheet_says_what_he_may_not_learn(cast: Cast) -> None:
    """Facts by source, accounts marked, lines for a pen (R14, R42)."""
    came = {"fact2": "Nobody there knows.", "source2": "someone-came", "fact3": "He sings there.", "source3": "he-said"}
    path = noted(cast, **came)
    page = cast.ada.client().get(f"{path}/sheet")
    said = text_of_page(page)
    assert "He said it He sings there. his account" in said
    assert "Someone came to us Nobody there knows. his friends’ account He may not learn how we know." in said
    assert "By which day?" in said
    assert "Do not discuss her." in said


def test_a_decision_is_asked_with_the_facts_in_sight(cast: Cast) -> None:
    """The fold with the facts stands open, because others will read them; while it is open it is led to (R47)."""
    path, client = noted(cast), cast.ada.client()
    ask = cast.path(f"agenda/new/{text_of(concern(cast).concern_id)}")
    page = client.get(ask)
    assert b'<details class="fold" open>' in page.content
    assert "He did not bring the paper." in page.content.decode()
    assert ask in client.get(path).content.decode()
    answer = post(client, ask, page, {"protects": "Us all"}, holding="question")
    assert answer.status_code == 303
    assert "See the decision" in text_of_page(client.get(path))
    assert "Nothing was changed." in text_of_page(client.get(ask))


def test_a_confrontation_is_written_down_as_a_contact_too(cast: Cast) -> None:
    """Day, who was there, his answer are filled in until a contact of that day stands; no step to others (R26)."""
    path, client = noted(cast, label="Choir"), cast.ada.client()
    stepped(cast, path, step="L5", to_other="K.")
    others = text_of(concern(cast).steps[0].item.entry_id)
    day = (cast.open(cast.ada).today - timedelta(days=3)).isoformat()
    stepped(cast, path, step="L3", on=day, words="You tell them.", why="It is time.")
    step = next(one.item for one in concern(cast).steps if one.item.entry.step is Step.L3)
    link = cast.path(f"e/{text_of(step.entry_id)}/new")
    page = client.get(path).content.decode()
    assert link in page
    assert cast.path(f"e/{others}/new") not in page
    assert client.get(cast.path(f"e/{others}/new")).status_code == 404
    assert "You tell them." in client.get(link).content.decode()
    answer = {"outcome": "evaded", "said": "Later, he says."}
    assert send(client, cast.path(f"steps/{text_of(step.entry_id)}/answer"), answer).status_code == 303
    assert "Later, he says." in client.get(link).content.decode()
    assert send(client, link, {}).status_code == 303
    (reached,) = cast.open(cast.bo).state.contacts.reached
    assert (reached.entry.on, reached.entry.account) == (step.entry.on, "Later, he says.")
    assert link not in client.get(path).content.decode()


def test_what_was_done_stays_in_sight_without_the_first_note(cast: Cast) -> None:
    """Who takes out the note that opened it leaves its steps on a page that works (R11)."""
    path, client = noted(cast), cast.ada.client()
    stepped(cast, path)
    first = concern(cast).concern_id
    out = {"passphrase": PASSPHRASE}
    assert cast.ada.account
    assert send(client, cast.path(f"e/{text_of(first)}/out"), out).status_code == 303
    for page in (cast.path("steps"), path):
        assert "What was noted was taken out" in text_of_page(client.get(page))
    assert "It is the mildest." in text_of_page(client.get(path))
    for rest in ("next", "new", "sheet", "look"):
        assert client.get(f"{path}/{rest}").status_code == 200
    assert client.get(cast.path("update/new")).status_code == 200
    assert client.get(cast.path(f"agenda/new/{text_of(first)}")).status_code == 200
