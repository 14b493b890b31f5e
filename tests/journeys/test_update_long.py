"""The long version of an update: chosen, changed, read, handed over, on paper; two clicks stay two (R53, content 8)."""

import pytest

from answerable.core.defaults.update_sections import LONG_UPDATE
from answerable.core.entries.updates import HandedOver
from tests.filled import form_on, post, send, text_of_page
from tests.journeys.handing import draft_path, drafted, press, read, sent_on, update_path
from tests.people import Cast
from tests.publishing.pdf_text import text_of

pytestmark = pytest.mark.django_db

NEW = "update/new"


def test_a_long_update_from_draft_to_pdf(cast: Cast) -> None:
    """Drafted from the record, a section changed by hand, read by Bo, sealed to Sol, and in the PDF behind the page."""
    send(cast.bo.client(), cast.path("new"), {"reached": "yes", "told": "someone", "whom": "Climbing group"})
    client = cast.ada.client()
    _action, values = form_on(client.get(cast.path(NEW)), holding="we_ask")
    assert "long" not in values
    assert "reached in a call, one of us." in values["long_contacts"][0]
    rest = drafted(cast, long="on", long_around="We offered his flat a talk. They think about it.")
    words = text_of_page(cast.bo.client().get(cast.path(rest)))
    assert "The long version" in words
    assert "We offered his flat a talk." in words
    assert "The long version, People around him: talks, disagreements." in words
    read(cast, cast.bo, rest)
    assert press(client, cast, rest, "/out").status_code == 303
    (entry,) = sent_on(cast)
    assert entry.how is HandedOver.SEALED_HERE
    assert [part.section for part in entry.sections] == [
        one.section for one in LONG_UPDATE if one.section not in {"inquiries", "we-ask"}
    ]
    sol = cast.sol.client()
    page = text_of_page(sol.get(cast.path(update_path(cast))))
    assert page.index("In solidarity") < page.index("The long version") < page.index("We offered his flat a talk.")
    _action, values = form_on(sol.get(cast.path(f"{update_path(cast)}/sheet")), going="#problem")
    pdf = sol.post(cast.path(f"{update_path(cast)}/sheet"), values | {"act": "pdf"}).content
    paper = text_of(pdf)
    assert paper.index("Record of") < paper.index("The long version") < paper.index("We offered his flat a talk.")
    assert paper.count("It says nothing he said about her.") == 2
    assert "We offered his flat a talk." in text_of_page(client.get(cast.path(f"e/{update_path(cast).split('/')[1]}")))


def test_without_the_tick_it_is_one_page(cast: Cast) -> None:
    """The boxes are filled all the same; nothing of them is kept."""
    drafted(cast)
    draft = cast.open(cast.ada).state.updates.open_draft
    assert draft is not None
    assert draft.item.entry.sections == ()
    assert "The long version, in" not in text_of_page(cast.ada.client().get(cast.path(draft_path(cast))))


def test_a_change_of_the_long_version_voids_the_reading(cast: Cast) -> None:
    """The second reader reads all of it (R12)."""
    read(cast, cast.bo, drafted(cast, long="on"))
    client = cast.ada.client()
    page = client.get(cast.path(NEW))
    assert form_on(page, holding="we_ask")[1]["long"] == ["on"]
    post(client, cast.path(NEW), page, {"long_plan": "We rest in August."})
    draft = cast.open(cast.ada).state.updates.open_draft
    assert draft is not None
    assert draft.item.entry.sections[-1].text == "We rest in August."
    assert not draft.readings


def test_a_long_version_without_a_section_is_refused(cast: Cast) -> None:
    """Nothing typed is lost, and the fold stands open."""
    empty = {f"long_{one.section.replace('-', '_')}": " " for one in LONG_UPDATE}
    answer = send(cast.ada.client(), cast.path(NEW), {"long": "on", "contact": "We met.", **empty})
    assert answer.status_code == 422
    assert "Write at least one section, or take the tick away" in text_of_page(answer)
    assert form_on(answer, holding="we_ask")[1]["contact"] == ["We met."]
    assert '<details class="fold" open>' in answer.content.decode()


def test_a_long_update_goes_on_paper_and_by_locked_mail(cast: Cast) -> None:
    """Whatever way it goes, the long version goes with it."""
    read(cast, cast.bo, drafted(cast, long="on", long_plan="We rest in August."))
    press(cast.ada.client(), cast, draft_path(cast), "/out", how="mailed-locked")
    (entry,) = sent_on(cast)
    assert (entry.how, entry.sections[-1].text) == (HandedOver.MAILED_LOCKED, "We rest in August.")
    words = text_of_page(cast.uma.client().get(cast.path(update_path(cast))))
    assert "We rest in August." in words
