"""Refusals, errors, ids of others, other groups: the pages of updates."""

from datetime import timedelta
from typing import Any

import pytest
import typst
from django.utils.html import escape

from answerable.actions import updates
from answerable.core.entries import AnyEntry, UpdateDrafted
from answerable.core.entries.updates import HandedOver, Period, Remark, Sentences
from answerable.core.gates import Why
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, post, send, text_of_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db

MARKUP = '<script>alert("x")</script> & #strong[x] *a* {{ page }} {% now %} %(name)s שלום'
BOXES = ("contact", "demands", "who_knows", "decisions", "ourselves", "we_ask")
WRITING = ("update/new", "update/again")
BAD_IDS = ("a" * 26, "A" * 26, "x", "0" * 26, text_of(bytes(16)), text_of(b"\xff" * 16))


def drafted(cast: Cast, **answers: str) -> str:
    """Have Ada keep a draft, and return the path of its page."""
    return str(send(cast.ada.client(), cast.path("update/new"), answers)["Location"])


def handed_over(cast: Cast, **answers: str) -> str:
    """Have an update drafted by Ada, read and handed over by Bo, and return the path of its page."""
    page = cast.bo.client().get(path := drafted(cast, **answers))
    _action, values = form_on(page, going="/read")
    answer = cast.bo.client().post(f"{path}/read", values | {"act": ["over"]})
    assert answer.status_code == 303, text_of_page(answer)
    return str(answer["Location"])


@pytest.mark.parametrize("rest", WRITING)
def test_only_the_contact_group_writes(cast: Cast, rest: str) -> None:
    """Others are told whose page it is; strangers find nothing."""
    for person in (cast.sol, cast.uma):
        assert person.client().get(cast.path(rest)).status_code == 403
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code == 404
    assert browser().get(cast.path(rest))["Location"] == "/in"


@pytest.mark.parametrize("end", ["", "/sheet"])
def test_a_draft_is_for_the_contact_group_alone(cast: Cast, end: str) -> None:
    """Its id is nothing to anybody else (404), whatever the page."""
    path = drafted(cast) + end
    assert cast.bo.client().get(path).status_code == 200
    for person in (cast.sol, cast.uma, cast.out, cast.eve):
        assert person.client().get(path).status_code == 404
        assert person.client().post(path).status_code in {404, 405}


def test_handing_over_is_for_the_contact_group_alone(cast: Cast) -> None:
    """Neither reading nor handing over is offered to others."""
    path = drafted(cast)
    for person in (cast.sol, cast.uma):
        assert person.client().post(f"{path}/read").status_code == 403
        assert person.client().post(f"{path}/out").status_code == 403
    assert cast.open(cast.ada).state.updates.open_draft is not None


@pytest.mark.parametrize("end", ["", "/out", "/sheet", "/post"])
@pytest.mark.parametrize("ident", BAD_IDS)
def test_ids_that_do_not_exist_answer_404(cast: Cast, ident: str, end: str) -> None:
    """No shape of an id makes a difference."""
    assert cast.ada.client().get(cast.path(f"update/{ident}{end}")).status_code == 404


def test_entries_of_another_kind_are_no_update(cast: Cast) -> None:
    """The id of a name is not that of a letter."""
    ident = text_of(cast.open(cast.ada).filed[1].entry_id)
    for end in ("", "/sheet", "/post", "/out"):
        assert cast.ada.client().get(cast.path(f"update/{ident}{end}")).status_code == 404
    assert cast.ada.client().post(cast.path(f"update/{ident}/read")).status_code == 404


def test_an_update_of_another_process_is_not_there(cast: Cast) -> None:
    """Neither by its id within one's own process nor by its place."""
    path = handed_over(cast)
    assert cast.out.client().get(path).status_code == 404
    assert cast.out.client().get(path.replace(cast.alias, cast.others)).status_code == 404


@pytest.mark.parametrize("box", BOXES)
def test_markup_in_any_box_shows_as_typed(cast: Cast, box: str) -> None:
    """On the page of the draft, in the boxes again, and in the letter as others get it."""
    path = handed_over(cast, **{box: MARKUP})
    for person in (cast.ada, cast.sol):
        page = person.client().get(path)
        assert escape(MARKUP) in page.content.decode()
        assert "<script>" not in page.content.decode()


@pytest.mark.parametrize("box", BOXES)
def test_too_long_a_text_is_refused_and_still_there(cast: Cast, box: str) -> None:
    """Over 20,000 characters: said beside the box, nothing cut off."""
    long = "a" * 20_001
    client = cast.ada.client()
    answer = send(client, cast.path("update/new"), {box: long})
    assert answer.status_code == 422
    assert "This text is too long: at most 20,000 characters." in text_of_page(answer)
    assert form_on(answer, holding="we_ask")[1][box] == [long]
    assert send(client, cast.path("update/new"), {box: "a" * 20_000}).status_code == 303


def test_six_empty_boxes_are_no_update(cast: Cast) -> None:
    """One sentence is enough; an empty one leaves its heading out."""
    answer = send(cast.ada.client(), cast.path("update/new"), dict.fromkeys(BOXES, " "))
    assert answer.status_code == 422
    assert "Write at least one sentence" in text_of_page(answer)
    path = drafted(cast, **(dict.fromkeys(BOXES, "") | {"ourselves": "We are tired."}))
    page = cast.ada.client().get(path).content.decode()
    assert "<h3>Ourselves</h3>" in page
    assert "<h3>Decisions</h3>" not in page


@pytest.mark.parametrize("seen", ["", "-1", "0", "x", str(2**60), "1", "9999"])
def test_a_form_that_was_tampered_with_is_no_crash(cast: Cast, seen: str) -> None:
    """How long the record was is only a help: nonsense is refused or taken as now."""
    answer = send(cast.ada.client(), cast.path("update/new"), {"seen": seen})
    assert answer.status_code in {303, 422}


@pytest.mark.parametrize("base", ["x", "a" * 26, text_of(bytes(16))])
def test_a_draft_that_is_not_there_is_no_base(cast: Cast, base: str) -> None:
    """The words are kept; they then rest on the record."""
    assert send(cast.ada.client(), cast.path("update/new"), {"base": base}).status_code == 303
    draft = cast.open(cast.ada).state.updates.open_draft
    assert draft is not None
    assert draft.item.entry.used


def test_going_on_from_a_draft_keeps_what_it_rests_on(cast: Cast) -> None:
    """Changed words of a draft rest on the same entries and the same days."""
    drafted(cast)
    send(cast.bo.client(), cast.path("new"), {"reached": "yes"})
    drafted(cast, decisions="We wait.")
    first, second = (one.item.entry for one in cast.open(cast.ada).state.updates.drafts)
    assert (first.used, first.period) == (second.used, second.period)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"on": "2999-01-01"}, "It cannot be handed over after today."),
        ({"on": "1800-01-01"}, "Check the year of this day."),
        ({"on": "soon"}, "Write the day like 2026-09-30."),
        ({"on": ""}, "Write the day"),
        ({"how": "by-pigeon"}, "Choose one of these."),
        ({"how": None}, "Say how it is handed over"),
    ],
)
def test_a_hand_over_that_cannot_be_is_refused(cast: Cast, answers: dict[str, Any], said: str) -> None:
    """The message stands beside the question; nothing is handed over."""
    path = drafted(cast)
    bo = cast.bo.client()
    _action, values = form_on(bo.get(path), going="/read")
    bo.post(f"{path}/read", values | {"act": ["read"]})
    answer = post(bo, path, bo.get(path), {"how": "printed"} | answers, holding="how")
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert not cast.open(cast.ada).state.updates.handed_over


def test_the_day_after_today_is_that_of_the_process(cast: Cast) -> None:
    """Tomorrow is refused, today and before are taken."""
    path = drafted(cast)
    client = cast.ada.client()
    today = cast.open(cast.ada).today
    said = {"how": "printed", "already": "on"}
    tomorrow = post(client, path, client.get(path), said | {"on": str(today + timedelta(days=1))}, holding="on")
    assert tomorrow.status_code == 422
    assert post(client, path, client.get(path), said | {"on": str(today)}, holding="on").status_code == 303


def test_a_reading_without_its_hash_is_none(cast: Cast) -> None:
    """A form in another shape is answered by the page, not by a crash."""
    path = drafted(cast)
    assert cast.bo.client().post(f"{path}/read", {"entry": text_of(draw(16)), "seen": "zz"}).status_code == 409
    assert cast.bo.client().get(f"{path}/read").status_code == 405


def test_a_plain_visit_to_the_hand_over_leads_to_the_draft(cast: Cast) -> None:
    """After a lock the address bar may hold it."""
    path = drafted(cast)
    assert cast.ada.client().get(f"{path}/out")["Location"] == path


def test_a_draft_of_nobodys_entries_is_still_a_page(cast: Cast) -> None:
    """A draft whose lists were made up elsewhere shows its words and no counts."""
    opened = cast.open(cast.bo)
    made_up: AnyEntry = UpdateDrafted(
        at=clock.now(),
        meant_for=(),
        period=Period(from_on=opened.today, to_on=opened.today),
        sentences=Sentences(contact="Hello", demands="", who_knows="", decisions="", ourselves="", we_ask=""),
        used=(bytes(16),),
        left_out=(Remark(code="of-tomorrow", entries=()),),
        missing=(Remark(code="of-tomorrow", entries=()),),
    )
    (ident,) = cast.write(cast.bo, made_up)
    words = text_of_page(cast.ada.client().get(cast.path(f"update/{text_of(ident)}")))
    assert "Words of our own; they rest on no entries." in words


def test_a_pdf_that_cannot_be_made_is_said(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says what works instead; the words of the error stay out of it."""

    def broken(**_given: object) -> bytes:
        raise typst.TypstError("Hello from Typst", "", [], [])

    path = f"{drafted(cast)}/sheet"
    monkeypatch.setattr(typst, "compile", broken)
    answer = cast.ada.client().post(path, {"act": "pdf"})
    assert answer.status_code == 500
    assert "Print the page of the letter instead." in text_of_page(answer)
    assert "Hello from Typst" not in answer.content.decode()


def test_a_draft_has_no_checkpoint_and_no_locked_file(cast: Cast) -> None:
    """Both belong to what was handed over."""
    path = drafted(cast)
    client = cast.ada.client()
    assert client.post(f"{path}/sheet", {"act": "checkpoint"}).status_code == 404
    assert client.get(f"{path}/post").status_code == 404


@pytest.mark.parametrize("words", ["", "one", "a a a a a a", "seven quiet otters knit blue", "x" * 300])
def test_a_file_is_never_locked_with_less_than_six_words(cast: Cast, words: str) -> None:
    """What the form brings is checked against the list."""
    answer = cast.ada.client().post(f"{handed_over(cast)}/post", {"words": words})
    assert answer.status_code == 422
    assert not answer.headers.get("Content-Disposition")


def test_others_cannot_have_a_locked_file_made(cast: Cast) -> None:
    """It is how the contact group hands over."""
    path = f"{handed_over(cast)}/post"
    assert cast.sol.client().get(path).status_code == 403
    assert cast.sol.client().post(path).status_code == 403


def test_support_and_supervision_can_object(cast: Cast) -> None:
    """The page leads there; the contact group has no such link."""
    path = handed_over(cast)
    for person in (cast.sol, cast.uma):
        assert "Object to it" in text_of_page(person.client().get(path))
    assert "Object to it" not in text_of_page(cast.ada.client().get(path))


@pytest.mark.parametrize("language", ["en", "de"])
def test_nobody_is_told_that_an_answer_is_owed(cast: Cast, language: str) -> None:
    """Support sees when the next one comes, never a reminder of its own."""
    handed_over(cast)
    words = text_of_page(cast.sol.client().get(cast.path("update"), headers={"accept-language": language}))
    assert {"en": "You never have to answer.", "de": "Ihr müsst nie antworten."}[language] in words
    assert "no reply" not in words.lower()


@pytest.mark.parametrize("language", ["en", "de"])
def test_titles_say_nothing(cast: Cast, language: str) -> None:
    """One of the neutral words on every page (C4)."""
    path = handed_over(cast)
    drafted(cast)
    title = {"en": "<title>Update – ", "de": "<title>Bericht – "}[language]
    rests = ("update", *WRITING)
    for place in (*map(cast.path, rests), path, f"{path}/sheet", f"{path}/post"):
        page = cast.ada.client().get(place, headers={"accept-language": language})
        assert title in page.content.decode()


def test_sealing_to_a_group_without_keys_is_shut(cast: Cast) -> None:
    """Where the support group has none now, the reasons say so beside the missing reader."""
    assert updates.can_seal(cast.open(cast.ada))
    drafted(cast)
    state = cast.open(cast.ada).state
    draft = state.updates.open_draft
    assert draft is not None
    reasons = updates.reasons_against(state, draft.item.entry_id, HandedOver.SEALED_HERE, can_seal=False)
    assert [one.why for one in reasons] == [Why.NOT_READ, Why.SUPPORT_NOT_HERE]
