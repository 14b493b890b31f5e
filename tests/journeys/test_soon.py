"""Ada hears a threat against her: written in a minute, read by whom it names, and found by nobody else (R66)."""

import io
from collections.abc import Iterator

import pytest

from answerable.actions import keeping
from answerable.core.circles import Presence, Role
from answerable.core.entries import PresenceSet
from answerable.sealing import archive
from answerable.sealing.log import Ledger
from answerable.sealing.open import key_ring, open_all
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests import crawl
from tests.filled import send, text_of_page
from tests.people import Cast, Person, join

pytestmark = pytest.mark.django_db

MARK = "heronfeather"
THREAT = {"sort": "threat", "text": f"He says: {MARK}, I will come to the fair.", "source": "someone-came"}
OWN_PAGES = {"soon-note", "soon-answer", "soon-handed-on", "soon-again", "entry-out"}
"""The only pages on which its words stand, for those it names."""
STARTS = ("now", "entries", "update/new", "people", "soon", "settings")


def everything(cast: Cast, person: Person) -> Iterator[crawl.Page]:
    """Yield every page that links lead this person to, from all that others have linked too."""
    yield from crawl.walk(crawl.InProcess(person.client()), [cast.path(start) for start in STARTS], each=6)


def written(cast: Cast) -> str:
    """Have Sol say that it goes to her, Ada write it down, and Ada draft an update after it."""
    send(cast.sol.client(), cast.path("soon/people"), {"here": text_of(cast.sol.user), "way": "call"})
    assert send(cast.ada.client(), cast.path("soon/new"), {**THREAT, "along": "nobody"}).status_code == 303
    assert send(cast.ada.client(), cast.path("update/new"), {}).status_code == 303
    (note,) = cast.open(cast.ada).state.soon.notes
    return f"soon/e/{text_of(note.item.entry_id)}"


@pytest.mark.timeout(300)
def test_nobody_else_finds_a_word_of_it_anywhere(cast: Cast) -> None:
    """Not Bo of the same group, not Fay of Sol's, not Uma: on no page that leads anywhere, in no draft or paper."""
    fay = Person("Fay")
    join(cast.process, fay, Role.SUPPORT, voucher=cast.sol, admitter=cast.sol)
    path = written(cast)
    assert f"his friends’ account He says: {MARK}" in text_of_page(cast.sol.client().get(cast.path(path)))
    for person in (cast.bo, fay, cast.uma):
        seen = list(everything(cast, person))
        assert len(seen) > 10
        assert not [page.path for page in seen if MARK in page.text]
        assert not [page.path for page in seen if path in page.text]
        assert person.client().get(cast.path(path)).status_code in (403, 404)


@pytest.mark.timeout(300)
def test_for_those_it_names_it_stands_on_its_own_pages_only(cast: Cast) -> None:
    """In no list, no timeline, no draft of theirs either: a screen that somebody looks at tells nothing."""
    written(cast)
    for person in (cast.ada, cast.sol):
        found = {crawl.route_of(page.path) for page in everything(cast, person) if MARK in page.text}
        assert "soon-note" in found
        assert found <= OWN_PAGES


def test_the_sealed_archive_opens_for_nobody_else(cast: Cast) -> None:
    """What leaves the machine has it sealed: with Bo's or Uma's keys not an entry of it opens."""
    written(cast)
    stream = io.BytesIO()
    archive.write(stream, keeping.sealed_archive(cast.process))
    assert MARK.encode() not in stream.getvalue()
    rows = keeping.stored_rows(cast.process)
    for person, reads in ((cast.ada, True), (cast.sol, True), (cast.bo, False), (cast.uma, False), (cast.eve, False)):
        ledger = Ledger.start(cast.process)
        ledger.follow_all((leaf.header, leaf.body_hash, rows.bodies.get(leaf.seq)) for leaf in rows.leaves)
        ring = key_ring(person.identity, ledger, rows.wraps.get)
        opened, _failed = open_all(ledger, ring, ledger.entries, rows.bodies.get, rows.wraps.get)
        assert any(MARK.encode() in entry.payload for entry in opened) is reads


def test_a_support_group_on_paper_is_told_by_phone(cast: Cast) -> None:
    """Members copy to whom it goes, write it down at once, call, and note that they called (R63, R64)."""
    gone = PresenceSet(at=clock.now(), meant_for=tuple(Role), role=Role.SUPPORT, state=Presence.MAIL)
    cast.write(cast.ada, gone)
    ada = cast.ada.client()
    assert "Copy what it said" in text_of_page(ada.get(cast.path("soon/new")))
    today = cast.open(cast.ada).today.isoformat()
    words = {"others": "Fern", "way": "call", "said_on": today, "source": "A mail"}
    assert send(ada, cast.path("soon/people"), words).status_code == 303
    assert send(ada, cast.path("soon/new"), {**THREAT, "along": text_of(cast.bo.user)}).status_code == 303
    (note,) = cast.open(cast.ada).state.soon.notes
    path = cast.path(f"soon/e/{text_of(note.item.entry_id)}")
    assert "has not been told yet" in text_of_page(ada.get(path))
    assert send(ada, f"{path}/post", {}).status_code == 303
    page = text_of_page(cast.bo.client().get(path))
    assert "Fern was told by phone on" in page
    assert "Only Ada and Bo. Nobody else, whatever their group." in page
    for person in (cast.sol, cast.uma):
        assert person.client().get(path).status_code in (403, 404)
