"""What he says stays his account, and what his friends say stays theirs, wherever it shows (R14)."""

import io

import pyrage  # type: ignore[import-untyped]  # pyrage ships no types
import pytest

from answerable.actions import keeping
from answerable.actions.reading import open_rows
from answerable.sealing import archive
from answerable.store import log
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from answerable.web.base.telling import telling_of
from answerable.wording import entries
from tests import crawl
from tests.canary.markers import find
from tests.filled import form_on, send, text_of_page
from tests.journeys.handing import press, ready, update_path
from tests.people import Cast
from tests.publishing import pdf_text
from tests.tagged import FRIENDS, HIS, places, untagged

pytestmark = pytest.mark.django_db

SAID, THEY_SAID = "lanternfish", "nightingales"
LISTS = {"everything", "entry", "entry-again", "entry-mark"}


def he_and_a_friend_speak(cast: Cast) -> None:
    """Have him say one thing in every form that takes his words, and a friend one in theirs."""
    ada, sol = cast.ada.client(), cast.sol.client()
    raised = {"facet": "reflect", "words": "Say what you did."}
    assert send(sol, cast.path("list/new"), raised).status_code == 303
    demand = text_of(cast.open(cast.ada).state.demands[0].demand_id)
    on = {f"outcome_{demand}": "answered", f"said_{demand}": f"I read about the {SAID}."}
    assert send(ada, cast.path(f"list/{demand}/on"), on).status_code == 303
    call = {"reached": "yes", "account": f"He spoke of the {SAID}.", "q3_state": "evaded", "q3": f"He had a {SAID}."}
    call |= {"told": "someone", "whom": "Shared flat", "letter": "unknown"}
    assert send(ada, cast.path("new"), call).status_code == 303
    for rest, filled in (
        ("note", {"text": f"He mentioned a {SAID}.", "source": "he-said"}),
        ("change", {"sort": "joins", "text": f"A {SAID} club.", "source": "he-said"}),
        ("new", {"reached": "missed", "missed": "not-acceptable", "account": f"A {SAID} was ill."}),
        (
            "around/new",
            {"label": "Choir", "knows": "unknown", "source": "he-said", "account": f"They sing of a {SAID}."},
        ),
        (
            "around/new",
            {
                "label": "K.",
                "kind": "person",
                "knows": "demands",
                "source": "someone-came",
                "account": f"A {THEY_SAID}.",
            },
        ),
    ):
        answer = send(ada, cast.path(rest), {"kind": "group", **filled} if rest == "around/new" else filled)
        assert answer.status_code == 303, (rest, text_of_page(answer))
    friend = cast.open(cast.ada).state.surroundings.labelled("K.")
    assert friend
    talk = {"stage": "held", "said": f"K. fears for the {THEY_SAID}."}
    assert send(ada, cast.path(f"around/{text_of(friend.around_id)}/talk"), talk).status_code == 303


def test_it_is_tagged_on_every_page_that_anybody_reaches(cast: Cast) -> None:
    """All links are followed, as each of the three groups: a statement never stands without whose it is."""
    he_and_a_friend_speak(cast)
    shown: dict[str, set[str]] = {SAID: set(), THEY_SAID: set()}
    found: list[tuple[str, str]] = []
    for person in (cast.ada, cast.sol, cast.uma):
        browser = crawl.InProcess(person.client())
        for page in crawl.walk(
            browser,
            [cast.path("now")],
            each=2,
            more={"entry": 30, "entry-again": 12, "entry-mark": 12, "around-one": 4},
        ):
            for words, whose in ((SAID, HIS), (THEY_SAID, FRIENDS)):
                if words in page.text:
                    shown[words].add(crawl.route_of(page.path))
                    found += [(page.path, one) for one in untagged(page.text, words, whose)]
    assert found == []
    assert shown[SAID] >= {*LISTS, "now", "contacts", "demands", "demand", "around", "around-one", "change-look"}
    assert shown[THEY_SAID] >= {*LISTS - {"entry-again"}, "around", "around-one", "around-again"}


def test_a_search_shows_it_with_its_tag(cast: Cast) -> None:
    """Each line that is found says whose account it is, whichever part of the entry holds the word."""
    he_and_a_friend_speak(cast)
    for words, whose, least in ((SAID, HIS, 6), (THEY_SAID, FRIENDS, 2)):
        page = send(cast.bo.client(), cast.path("all"), {"words": words}, holding="words").content.decode()
        assert len(places(page, words)) >= least
        assert untagged(page, words, whose) == []


@pytest.mark.both_databases
def test_in_an_update_it_stays_what_he_says(cast: Cast) -> None:
    """Draft, page, PDF and locked file quote it after "he says", once; a friend's words not."""
    he_and_a_friend_speak(cast)
    ada = cast.ada.client()
    drafted = ada.get(cast.path("update/new")).content.decode()
    rest = ready(cast)
    pages = [drafted, ada.get(cast.path(rest)).content.decode()]
    press(ada, cast, rest, "/out", how="mailed-locked")
    pages.append(ada.get(cast.path(update_path(cast))).content.decode())
    pdf = ada.post(cast.path(update_path(cast) + "/sheet"), {"act": "pdf"}).content
    _action, values = form_on(ada.post(cast.path(update_path(cast) + "/post")), holding="words")
    words = values["words"][0]
    locked = ada.post(cast.path(update_path(cast) + "/post"), {"words": words}).content
    texts = [pdf_text.text_of(pdf), pdf_text.text_of(pyrage.passphrase.decrypt(locked, words))]
    for page in pages:
        assert places(page, SAID)
        assert untagged(page, SAID) == []
    for text in texts:
        before, found, after = text.partition(SAID)
        assert found
        assert SAID not in after
        assert "he says" in before.rpartition(". ")[2].lower() or "he says" in before[-200:].lower()
    assert not any(THEY_SAID in one for one in (*pages, *texts))


def test_an_archive_shows_it_to_members_alone_and_marked(cast: Cast) -> None:
    """Sealed there is nothing of it; a member with her keys sees it inside an entry that says whose account it is."""
    he_and_a_friend_speak(cast)
    stream = io.BytesIO()
    archive.write(stream, keeping.sealed_archive(cast.process))
    assert find([SAID, THEY_SAID], [("archive", stream.getvalue())]) == []
    stream.seek(0)
    rows = archive.read(stream).rows
    leaves = [log.LeafRow(*one) for one in rows.leaves]
    kept = log.LogRows(log.read_head(cast.process), leaves, dict(rows.bodies), dict(rows.wraps))
    opened = open_rows(cast.ada.identity, cast.process, kept, now=clock.now())
    told = [part for filed in opened.filed for part in entries.describe(filed.entry, telling_of(opened)).parts]
    for words in (SAID, THEY_SAID):
        holding = [part for part in told if words in part.text]
        assert len(holding) >= 2
        assert all(part.his for part in holding)
    for person in (cast.sol, cast.uma):
        seen = open_rows(person.identity, cast.process, kept, now=clock.now())
        assert THEY_SAID not in str([filed.entry for filed in seen.filed])


@pytest.mark.parametrize(
    "template",
    [
        "<main><p>He spoke of the {words}.</p></main>",
        "<main><p class='quiet'>What he says is his account.</p><ul><li>He spoke of the {words}.</li></ul></main>",
        "<ul><li><span class='tag'>his account</span> One.</li><li>He spoke of the {words}.</li></ul>",
        "<section><p><span class='tag'>his account</span> A {words}.</p><p>He spoke of the {words}.</p></section>",
        "<table><tr><td>We: {words}</td></tr><tr><td><span class='tag'>his account</span></td></tr></table>",
        "<form><div><label>Note</label><textarea>A {words}</textarea></div></form>",
        "<li><span class='tag'>his friends’ account</span> A {words}.</li>",
        "<p>He read about the {words}. He says no more.</p>",
    ],
)
def test_a_page_without_the_tag_is_found_out(template: str) -> None:
    """The check itself: a tag elsewhere, a tag of other words, prose about accounts or a wrong tag do not do."""
    assert untagged(template.format(words=SAID), SAID)


@pytest.mark.parametrize(
    "template",
    [
        "<li><p><span class='tag'>his account</span> <mark>{words}</mark> club</p></li>",
        "<div class='account'><p><span class='tag'>his account</span></p><div><p>A {words}.</p></div></div>",
        "<table><tr><td>Evaded. A {words}. <span class='tag'>his account</span></td></tr></table>",
        "<p>On reflecting, he says: “A {words}.”</p>",
        "<div><label>What did he say? <span>his account</span></label><textarea>A {words}</textarea></div>",
    ],
)
def test_a_page_with_the_tag_passes(template: str) -> None:
    """The tag before or after, in a label, or the sentence that says so."""
    assert untagged(template.format(words=SAID), SAID) == []
