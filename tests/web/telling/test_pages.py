"""The pages about one circle of people: what they refuse, what they keep, who may open them."""

import re

import pytest

from answerable.actions.decisions import NotYetError
from answerable.actions.telling import give_notice
from answerable.core.entries import NoticeGiven, PeopleTold, SupervisionAsked, WorksheetKept
from answerable.core.entries.base import Source
from answerable.core.entries.telling import SheetOutcome
from answerable.core.gates import Why
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.core.logbook import example
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db

SHEET = {
    "label": "Choir",
    "kind": "group",
    "fact1": "He leads the warm-up.",
    "source1": "ordinary-life",
    "trust": "yes",
    "trust_why": "New people ask him.",
    "power": "no",
    "power_why": "Others decide.",
    "outcome": "he-tells",
    "reasons": "It is his turn.",
}


def kept(cast: Cast, **fields: object) -> str:
    """Have Ada keep a worksheet about the reading circle; return the path of the circle."""
    on = cast.open(cast.ada).today
    entry = example(WorksheetKept, on=on, look_again_on=None, confronted_on=on, **fields)
    (ident,) = cast.write(cast.ada, entry)
    return cast.path(f"ask/{text_of(ident)}")


def test_a_worksheet_asks_for_what_counts(cast: Cast) -> None:
    """Without reasons, a source, or the day of what comes of it nothing is kept, and nothing typed is lost."""
    ada = cast.ada.client()
    refused = send(ada, cast.path("ask/new"), {"label": "  ", "fact1": "He leads it.", "fact2": "And more."})
    assert refused.status_code == 422
    page = text_of_page(refused)
    for sentence in (
        "Name a group, or a short label",
        "Say how you know it",
        "Say whether trust is being built",
        "Write why. People you answer to want to be able to follow or question it.",
    ):
        assert sentence in page
    assert "And more." in refused.content.decode()
    assert "Write a day after today" in text_of_page(send(ada, cast.path("ask/new"), SHEET))
    assert send(ada, cast.path("ask/new"), {**SHEET, "label": "?!"}).status_code == 422


def test_a_worksheet_can_be_kept_for_oneself(cast: Cast) -> None:
    """It stands there again, ticks too, until it is saved; for nobody else."""
    ada = cast.ada.client()
    path = cast.path("ask/new")
    mine = {**SHEET, "trust_ticked": ["a1", "a3"], "keep": "draft"}
    assert send(ada, path, mine).status_code == 303
    again = ada.get(path)
    assert "This is your own text, kept for you alone." in text_of_page(again)
    assert 'value="a3"' in again.content.decode()
    assert "New people ask him." in again.content.decode()
    assert "New people ask him." not in cast.bo.client().get(path).content.decode()
    by_on = cast.open(cast.ada).today.replace(year=cast.open(cast.ada).today.year + 1).isoformat()
    assert send(ada, path, {"he_tells_by_on": by_on}).status_code == 303
    (one,) = (filed.entry for filed in cast.open(cast.bo).filed if isinstance(filed.entry, WorksheetKept))
    assert (one.outcome, one.trust.ticked) == (SheetOutcome.HE_TELLS, ("a1", "a3"))
    assert "This is your own text" not in text_of_page(ada.get(path))
    circle = cast.path(f"ask/{text_of(cast.open(cast.ada).state.telling.circles[0].circle_id)}")
    assert send(ada, f"{circle}/new", {"keep": "draft", "reasons": "Not done."}).status_code == 303
    assert "Not done." in ada.get(f"{circle}/new").content.decode()


def test_a_notice_leaves_him_time_and_one_given_is_kept(cast: Cast) -> None:
    """While the gate is shut the page says why; what he got already is written down, marked where a no stood."""
    path = kept(cast)
    bo = cast.bo.client()
    page = text_of_page(bo.get(f"{path}/note"))
    assert "Not yet possible" in page
    assert "You have not decided it together yet." in page
    today = cast.open(cast.bo).today
    notice = {"words": "Tell them.", "proof": "A mail.", "on": today.isoformat(), "by_on": today.isoformat()}
    assert bo.post(f"{path}/note", notice).status_code == 409
    refused = send(bo, f"{path}/note/in", notice)
    assert "Give him a day after the one on which he hears it" in text_of_page(refused)
    said = {"whom": "group", "label": "Reading circle", "material": "process", "answer": "no"}
    send(cast.sol.client(), cast.path("who/new"), said)
    later = today.replace(year=today.year + 1).isoformat()
    assert send(bo, f"{path}/note/in", notice | {"by_on": later}).status_code == 303
    assert "It named people for whom the support group says no." in text_of_page(bo.get(path))
    assert [one for one in cast.open(cast.bo).filed if isinstance(one.entry, NoticeGiven)]


def test_a_notice_names_nobody_about_whom_it_was_not_asked(cast: Cast) -> None:
    """Without a worksheet a planned notice is refused by the deed itself; one he got already is kept (R44, R63)."""
    notice = example(NoticeGiven, concern=None, label="Band")
    opened = cast.open(cast.ada)
    with pytest.raises(NotYetError) as refused:
        give_notice(opened, b"n" * 16, notice, now=clock.now())
    assert [one.why for one in refused.value.reasons] == [Why.NO_WORKSHEET]
    give_notice(opened, b"n" * 16, notice, happened=True, now=clock.now())
    assert cast.open(cast.bo).state.telling.labelled("band") is not None


def test_supervision_reads_what_it_was_asked_and_no_more(cast: Cast) -> None:
    """A short record; where supervision is here, nobody can say that nobody is there."""
    path = kept(cast)
    ada = cast.ada.client()
    assert "Nobody is there to ask" not in text_of_page(ada.get(f"{path}/seen"))
    asked = {"asked_them": "written", "what": "We think of telling one group."}
    assert send(ada, f"{path}/seen", asked).status_code == 303
    uma = cast.open(cast.uma).filed
    assert [one for one in uma if isinstance(one.entry, SupervisionAsked)]
    assert not [one for one in uma if isinstance(one.entry, WorksheetKept)]


def test_no_plan_is_made_while_it_is_shut(cast: Cast) -> None:
    """Neither by the page nor by a form that is sent without it; the open letter is the last step (R44)."""
    path = kept(cast)
    ada = cast.ada.client()
    for rest in ("talk", "give"):
        assert "Not yet possible" in text_of_page(ada.get(f"{path}/{rest}"))
        assert ada.post(f"{path}/{rest}", {"words": "There is a process."}).status_code == 409
    assert "Not tried yet: telling them in spoken words." in text_of_page(ada.get(f"{path}/give"))
    german = text_of_page(ada.get(f"{path}/talk", headers={"accept-language": "de"}))
    assert "Noch nicht möglich" in german
    assert "Es gibt keinen Brief der Unterstützungsgruppe" in german


def test_what_is_not_there_and_what_is_others_is_not_found(cast: Cast) -> None:
    """An id of nothing, of something else, of no id at all; other groups do not come in."""
    path = kept(cast)
    ada = cast.ada.client()
    for ident in ("x", "a" * 26):
        for rest in ("", "/new", "/note", "/look", "/open", "/mark", "/out"):
            assert ada.get(cast.path(f"ask/{ident}{rest}")).status_code == 404
        assert ada.get(cast.path(f"who/ask/{ident}")).status_code == 404
        assert ada.get(cast.path(f"agenda/in/{ident}")).status_code == 404
    assert ada.get(f"{path}/look").status_code == 404
    assert ada.get(f"{path}/open").status_code == 404
    assert cast.sol.client().get(path).status_code == 403


def test_people_around_him_lead_to_the_question(cast: Cast) -> None:
    """From a label to its worksheet, to a yes that is asked for them, and to what was told (R9, R44)."""
    ada = cast.ada.client()
    around = {"label": "Band", "kind": "group", "knows": "unknown", "source": "ordinary-life"}
    assert send(ada, cast.path("around/new"), around).status_code == 303
    one = text_of(cast.open(cast.ada).state.surroundings.people[0].around_id)
    assert "Band" in text_of_page(ada.get(cast.path(f"ask/{one}/new")))
    assert 'value="Band"' in ada.get(cast.path(f"who/ask/{one}")).content.decode()
    assert ada.get(cast.path(f"ask/{one}")).status_code == 404
    told = {"label": "Band", "kind": "group", "material": "process", "words": "There is a process."}
    assert send(ada, cast.path("ask/out"), told).status_code == 303
    assert "We told them on" in text_of_page(ada.get(cast.path("around")))
    assert "We told them on" in text_of_page(ada.get(cast.path(f"around/{one}")))
    again = send(ada, cast.path(f"ask/{one}/again"), {"material": "demands", "words": "The demands."})
    assert again.status_code == 303
    assert len([two for two in cast.open(cast.sol).filed if isinstance(two.entry, PeopleTold)]) == 2


def test_a_question_about_a_circle_decided_at_a_meeting_names_all(cast: Cast) -> None:
    """Its question is filled in; all groups read who stood how (R47, R63)."""
    path = kept(cast)
    ada = cast.ada.client()
    ident = path.rpartition("/")[2]
    page = ada.get(cast.path(f"agenda/in/{ident}"))
    assert "Do we tell “Reading circle” ourselves" in text_of_page(page)
    answers = {"sort": "act", "decided": "We tell them.", "reasons": "He stalls.", "protects": "New people"}
    made = send(ada, cast.path(f"agenda/in/{ident}"), answers, holding="decided")
    assert made.status_code == 303
    assert "Ada Agrees." in text_of_page(cast.uma.client().get(made["Location"]))
    assert "Decided before enough of you had said how they stand." in text_of_page(ada.get(made["Location"]))


def test_a_worksheet_begins_with_what_the_record_has(cast: Cast) -> None:
    """From what does not cooperate: its label, facts and how they are known, milder steps, his confrontation (R39)."""
    ada = cast.ada.client()
    noted = {
        "how": "politics-without-informing",
        "fact1": "He sings in the band.",
        "source1": "someone-came",
        "label": "Band",
        "may_learn": "yes",
    }
    one = send(ada, cast.path("steps/new"), noted)["Location"]
    assert send(ada, f"{one}/next", {"step": "L3", "why": "It is time."}).status_code == 303
    (path,) = set(re.findall(r'href="([^"]+)"', ada.get(one).content.decode())) & {one.replace("steps", "ask") + "/new"}
    form = ada.get(path).content.decode()
    assert "He sings in the band." in form
    assert "Confront him together, prepared." in form
    today = cast.open(cast.ada).today
    assert f'value="{today.isoformat()}"' in form
    sheet = {"trust": "yes", "trust_why": "Yes.", "power": "no", "power_why": "No.", "outcome": "supervision"}
    assert send(ada, path, {**sheet, "reasons": "We ask."}).status_code == 303
    (circle,) = cast.open(cast.ada).state.telling.circles
    assert circle.sheet is not None
    kept_sheet = circle.sheet.entry
    assert (kept_sheet.label, kept_sheet.confronted_on, kept_sheet.x_may_learn) == ("Band", today, True)
    assert kept_sheet.facts[0].source is Source.SOMEONE_CAME
    assert "no step says so" not in text_of_page(ada.get(f"{path.removesuffix('/new')}/talk"))
    bare = kept(cast)
    assert "So you wrote when you asked yourselves; no step says so." in text_of_page(ada.get(f"{bare}/talk"))
