"""Refusals, errors, ids of others, other groups: the pages about letters and copies."""

import pytest
from django.test import Client

from answerable.actions import letters as deeds
from answerable.core.entries import DocumentAdded
from answerable.core.entries.base import Copied
from answerable.core.entries.documents import DocumentSort
from answerable.sealing.randomness import draw
from answerable.web.base import clock
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast, Person, browser

pytestmark = pytest.mark.django_db

BAD_IDS = ("a" * 26, "A" * 26, "x", "0" * 26, text_of(bytes(16)), text_of(b"\xff" * 16))
WORDS = "We ask you to form a group."


def added(cast: Cast, person: Person, *, text: str = WORDS, language: str = "en") -> str:
    """Have somebody add a letter, copied unless it is Sol's own, and return its id as it stands in URLs."""
    today = clock.host_day(clock.now())
    copied = Copied(from_="Support group", said_on=today, source="The letter on paper", how="by post")
    entry = DocumentAdded(
        at=clock.now(),
        meant_for=(),
        sort=DocumentSort.MANDATE_LETTER,
        title="The letter",
        language=language,
        dated_on=today,
        text=text,
        copied=None if person is cast.sol else copied,
    )
    (entry_id,) = cast.write(person, entry)
    return text_of(entry_id)


@pytest.mark.parametrize("rest", ["pages", "pages/new", "read"])
def test_outsiders_find_nothing(cast: Cast, rest: str) -> None:
    """Who is in another process, has left, or is not signed in cannot tell that it exists."""
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code == 404
    assert browser().get(cast.path(rest))["Location"] == "/in"


def test_each_group_has_the_pages_that_are_for_it(cast: Cast) -> None:
    """Contact and support read letters; only the contact group reads copies against their source."""
    ident = added(cast, cast.ada)
    expected = {
        "pages": (200, 200, 403),
        "pages/new": (200, 200, 403),
        f"pages/{ident}": (200, 200, 403),
        f"pages/{ident}/list": (200, 403, 403),
        "read": (200, 403, 403),
        f"read/{ident}": (200, 403, 403),
        f"read/{ident}/again": (200, 200, 403),
    }
    clients = (cast.bo.client(), cast.sol.client(), cast.uma.client())
    for rest, codes in expected.items():
        assert tuple(client.get(cast.path(rest)).status_code for client in clients) == codes, rest


@pytest.mark.parametrize("rest", ["pages/{}", "pages/{}/list", "read/{}", "read/{}/again"])
def test_ids_that_do_not_exist_answer_404(cast: Cast, rest: str) -> None:
    """No shape of an id makes a difference, nor an id of another process, nor of another kind of entry."""
    client = cast.ada.client()
    member = text_of(cast.open(cast.ada).state.members[cast.ada.user].named.entry_id)
    for ident in (*BAD_IDS, member):
        assert client.get(cast.path(rest.format(ident))).status_code == 404
    ident = added(cast, cast.ada)
    assert cast.out.client().get(f"/g/{cast.others}/{rest.format(ident)}").status_code == 404


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"sort": None}, "Choose which letter it is"),
        ({"words": ""}, "Paste the words of the letter"),
        ({"words": "\u200b"}, "Paste the words of the letter"),
        ({"words": "x" * 20_001}, "at most 20,000 characters"),
        ({"dated_on": ""}, "Write the day of the letter"),
        ({"dated_on": "2999-01-01"}, "The letter cannot be of a day after today"),
        ({"title": "x" * 301}, "at most 300 characters"),
        ({"source": ""}, "Say what you copy it from"),
        ({"from_whom": ""}, "Say from whom it is"),
    ],
)
def test_a_refused_letter_says_why_and_loses_nothing(cast: Cast, answers: dict[str, object], said: str) -> None:
    """The message stands beside the field; the words are still in the box; nothing was kept."""
    filled = {"sort": "open-letter", "words": WORDS, "dated_on": "2026-01-12", **answers}
    page = send(cast.ada.client(), cast.path("pages/new"), filled)
    assert page.status_code == 422
    assert said in text_of_page(page)
    _action, values = form_on(page, holding="entry")
    assert values["words"] == [filled["words"]]
    assert not cast.open(cast.ada).state.documents


def test_a_letter_of_the_support_group_needs_no_second_reader(cast: Cast) -> None:
    """Sol adds her own letter in her own words: it counts, and its demands can be copied."""
    answers = {"sort": "open-letter", "words": WORDS, "dated_on": "2026-01-12", "language": "de"}
    assert send(cast.sol.client(), cast.path("pages/new"), answers).status_code == 303
    document = cast.open(cast.ada).state.documents[0]
    assert (document.counts, document.item.entry.copied, document.item.entry.language) == (True, None, "de")
    assert document.item.entry.title.startswith("The open letter, 12")
    page = cast.ada.client().get(cast.path(f"pages/{text_of(document.item.entry_id)}"))
    assert 'lang="de"' in page.content.decode()
    assert "Copy its demands" in text_of_page(page)


def test_the_same_letter_sent_twice_is_kept_once(cast: Cast) -> None:
    """A double click writes one document."""
    ada, path = cast.ada.client(), cast.path("pages/new")
    _action, values = form_on(ada.get(path), holding="entry")
    filled = {**values, "sort": "open-letter", "words": WORDS, "dated_on": "2026-01-12"}
    answers = [ada.post(path, filled) for _click in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(cast.open(cast.ada).state.documents) == 1


def rows(cast: Cast, client: Client, ident: str, answers: dict[str, object]) -> tuple[int, str]:
    """Send the rows of demands of a letter; return status and words of the answer."""
    answer = send(client, cast.path(f"pages/{ident}/list"), answers)
    return answer.status_code, text_of_page(answer)


def test_rows_are_checked_one_by_one(cast: Cast) -> None:
    """Empty rows fall away; words without what they are about, twice, or standing already are refused."""
    ident = added(cast, cast.ada)
    ada = cast.ada.client()
    assert rows(cast, ada, ident, {}) == (422, rows(cast, ada, ident, {})[1])
    assert "Copy at least one demand" in rows(cast, ada, ident, {})[1]
    status, said = rows(cast, ada, ident, {"words_1": "Answer us."})
    assert (status, "Choose what it is about" in said) == (422, True)
    twice: dict[str, object] = {"facet_0": "other", "words_0": "Answer us."}
    twice |= {"facet_1": "other", "words_1": "Answer  us."}
    status, said = rows(cast, ada, ident, twice)
    assert (status, "The same words stand here twice" in said) == (422, True)
    assert rows(cast, ada, ident, {"facet_0": "other", "words_0": "Answer us."})[0] == 303
    status, said = rows(cast, ada, ident, {"facet_0": "other", "words_0": "Answer us."})
    assert (status, "This demand stands already, as number 1." in said) == (422, True)
    assert len(cast.open(cast.ada).state.demands) == 1


def test_rows_sent_twice_write_once_and_a_row_added_is_kept(cast: Cast) -> None:
    """Back after saving, one row more: only that row is new."""
    ident = added(cast, cast.ada)
    ada, path = cast.ada.client(), cast.path(f"pages/{ident}/list")
    _action, values = form_on(ada.get(path), holding="entry")
    first = {**values, "facet_0": "other", "words_0": "Answer us."}
    assert ada.post(path, first).status_code == 303
    assert ada.post(path, first).status_code == 303
    assert len(cast.open(cast.ada).state.demands) == 1
    assert ada.post(path, {**first, "facet_1": "inform", "words_1": "Tell the flat."}).status_code == 303
    assert [demand.number for demand in cast.open(cast.ada).state.demands] == [1, 2]


@pytest.mark.parametrize("count", ["99999", "-5", "x", ""])
def test_the_number_of_rows_has_an_end(cast: Cast, count: str) -> None:
    """Whatever is posted as their number, there are between one and forty."""
    ident = added(cast, cast.ada)
    ada, path = cast.ada.client(), cast.path(f"pages/{ident}/list")
    _action, values = form_on(ada.get(path), holding="entry")
    page = ada.post(path, {**values, "rows": count, "more": "1"})
    assert page.status_code == 200
    assert 1 <= page.content.decode().count("<textarea") <= 40


def test_a_reading_is_of_exactly_the_words_that_stand(cast: Cast) -> None:
    """Bo reads while Ada copies again: his form keeps nothing, and he is led to the new words."""
    ident = added(cast, cast.ada)
    bo, path = cast.bo.client(), cast.path(f"read/{ident}")
    _action, values = form_on(bo.get(path), holding="entry")
    send(cast.ada.client(), cast.path(f"read/{ident}/again"), {"words": "Other words."})
    assert bo.post(path, values).status_code == 409
    assert not cast.open(cast.bo).state.documents[0].counts


def test_who_has_read_a_copy_reads_it_once(cast: Cast) -> None:
    """A second visit or a second click leads back to the letter; one reading stands."""
    ident = added(cast, cast.ada)
    bo, path = cast.bo.client(), cast.path(f"read/{ident}")
    _action, values = form_on(bo.get(path), holding="entry")
    assert [bo.post(path, values).status_code for _click in range(2)] == [303, 303]
    assert bo.get(path).status_code == 302 or bo.get(path)["Location"].endswith(f"pages/{ident}")
    assert len(cast.open(cast.ada).state.documents[0].readings) == 1


def test_the_deed_itself_refuses_ones_own_copy(cast: Cast) -> None:
    """Not only the page: who copied cannot append the reading, and nobody reads what is no copy."""
    ident = added(cast, cast.ada)
    opened = cast.open(cast.ada)
    target = opened.state.documents[0].item.entry_id
    with pytest.raises(deeds.OwnCopyError):
        deeds.read_against_source(opened, draw(16), target, now=clock.now())
    with pytest.raises(deeds.NoSuchCopyError):
        deeds.read_against_source(opened, draw(16), draw(16), now=clock.now())
    assert ident


def test_a_copy_again_without_a_change_is_refused(cast: Cast) -> None:
    """The words that stand, however a browser breaks their lines; empty words too."""
    ident = added(cast, cast.ada, text="One.\nTwo.")
    bo, path = cast.bo.client(), cast.path(f"read/{ident}/again")
    for words, said in (("One.\r\nTwo.", "These are the words that stand."), ("", "Write the words")):
        page = send(bo, path, {"words": words})
        assert page.status_code == 422
        assert said in text_of_page(page)
    assert not cast.open(cast.bo).state.corrected_by


def test_copying_again_twice_writes_once(cast: Cast) -> None:
    """A double click on a better copy leads to it both times."""
    ident = added(cast, cast.ada)
    bo, path = cast.bo.client(), cast.path(f"read/{ident}/again")
    _action, values = form_on(bo.get(path), holding="entry")
    filled = {**values, "words": "Better words."}
    assert [bo.post(path, filled).status_code for _click in range(2)] == [303, 303]
    assert len(cast.open(cast.bo).state.corrected_by) == 1


def test_whose_words_they_are_puts_them_right(cast: Cast) -> None:
    """Sol corrects what Ada copied: from then on it is her own word and counts at once (R64)."""
    ident = added(cast, cast.ada)
    sol = cast.sol.client()
    assert "These are not our words: put them right" in text_of_page(sol.get(cast.path(f"pages/{ident}")))
    page = send(sol, cast.path(f"read/{ident}/again"), {"words": "Our words."})
    assert page.status_code == 303
    document = cast.open(cast.ada).state.documents[0]
    assert (document.counts, document.item.author, document.item.entry.copied) == (True, cast.sol.user, None)


def test_somebody_alone_is_not_nagged(cast: Cast) -> None:
    """Out is the only member of her group: her copy waits, and nobody is asked for."""
    answers = {"sort": "open-letter", "words": WORDS, "dated_on": "2026-01-12"}
    out = cast.out.client()
    answer = send(out, f"/g/{cast.others}/pages/new", answers)
    assert "Nobody else is here yet." in text_of_page(out.get(answer["Location"]))


@pytest.mark.parametrize("hard", ["<script>alert(1)</script>", "#let x = 1 $y$", "أخبر من تسكن معهم.", "{{ page }}"])
def test_words_stay_as_they_were_typed(cast: Cast, hard: str) -> None:
    """A letter is text and nothing else, on every page that shows it."""
    ident = added(cast, cast.ada, text=hard, language="ar")
    bo = cast.bo.client()
    for rest in (f"pages/{ident}", f"pages/{ident}/list", f"read/{ident}", f"read/{ident}/again"):
        page = bo.get(cast.path(rest))
        assert hard in text_of_page(page)
        assert "<script>" not in page.content.decode()
