"""Who may be told: said by the support group here, copied where it is by mail, asked for, narrowed, stopped."""

import pytest
from django.urls import reverse

from answerable.core.entries.may_tell import Category, Material
from answerable.core.may_tell import Verdict, Whom, answer
from answerable.web.base.forms import text_of
from tests.filled import send, text_of_page
from tests.journeys.handing import press, ready, update_path
from tests.people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

FLAT = Whom(categories=(Category.LIVES_WITH,))
CIRCLE = Whom(group="Reading circle", categories=(Category.OTHER_GROUPS,))
ON_A_MAIL = {"source": "A mail"}


def verdict(cast: Cast, who: Whom, material: Material = Material.DEMANDS) -> Verdict:
    """Return what counts now, as Ada's group sees it."""
    opened = cast.open(cast.ada)
    return answer(opened.state, who, material, opened.today).verdict


def shown(cast: Cast, person: str = "ada", rest: str = "who") -> str:
    """Return a page in words."""
    return text_of_page(getattr(cast, person).client().get(cast.path(rest))).replace("\N{NO-BREAK SPACE}", " ")


def test_the_support_group_keeps_who_may_be_told(cast: Cast) -> None:
    """Sol says a standing rule, then a no for one group, then stop; each counts at once, and all stays to be seen."""
    sol = cast.sol.client()
    assert "There is no yes for anybody." in shown(cast)
    assert verdict(cast, FLAT) is Verdict.NOTHING
    rule = {"whom": "lives-with", "material": "demands", "answer": "yes"}
    kept = send(sol, cast.path("who/new"), rule)
    assert kept.status_code == 303
    assert verdict(cast, FLAT) is Verdict.YES
    page = text_of_page(sol.get(cast.path("who")))
    assert "People he lives with: yes," in page
    assert "At most: the demands." in page
    send(sol, cast.path("who/new"), {"whom": "other-groups", "material": "semi-open-letter", "answer": "yes"})
    assert verdict(cast, CIRCLE) is Verdict.YES
    forbidden = {"whom": "group", "label": "The reading circle", "material": "process", "answer": "no"}
    send(sol, cast.path("who/new"), forbidden)
    assert verdict(cast, CIRCLE) is Verdict.NO
    page = shown(cast)
    assert "The reading circle" in page
    assert "she agreed" not in page
    assert send(sol, cast.path("who/off"), {}).status_code == 303
    assert (verdict(cast, FLAT), verdict(cast, CIRCLE)) == (Verdict.STOPPED, Verdict.NO)
    page = shown(cast)
    assert "every yes from before is over" in page
    assert "People he lives with, the demands: yes. Said on" in page


def test_a_group_by_mail_is_copied_and_read(cast: Cast) -> None:
    """Ada copies a yes: it waits for Bo; she copies a no: it counts at once (R64)."""
    ada, bo = cast.ada.client(), cast.bo.client()
    rule = {"whom": "lives-with", "material": "demands", "answer": "yes", **ON_A_MAIL}
    assert send(ada, cast.path("who/new"), rule).status_code == 303
    assert verdict(cast, FLAT) is Verdict.NOTHING
    assert "Waiting for a second reader" in shown(cast)
    copy = text_of(cast.open(cast.bo).state.may_tell.rules[0].item.entry_id)
    assert "Read it against its source" in shown(cast, "bo")
    assert send(bo, reverse("copy-read", kwargs={"alias": cast.alias, "ident": copy}), {}).status_code == 303
    assert verdict(cast, FLAT) is Verdict.YES
    send(ada, cast.path("who/new"), {**rule, "answer": "no", "material": "process"})
    assert verdict(cast, FLAT) is Verdict.NO
    assert "Copied." in shown(cast)


def test_silence_is_no_and_a_question_stands_on_its_own_sheet(cast: Cast) -> None:
    """Ada asks; Sol sees it without being pressed; months later it is still no; then Sol answers (R54)."""
    ask = {"whom": "group", "label": "Reading circle", "material": "demands", "why": "He began to lead it."}
    assert send(cast.ada.client(), cast.path("who/ask"), ask).status_code == 303
    assert verdict(cast, CIRCLE) is Verdict.NOTHING
    now = shown(cast, "sol", "now")
    assert "May we tell “Reading circle” the demands?" in now
    assert "must" not in now
    sheet = shown(cast, "sol", "who/sheet")
    assert "As long as you say nothing, it stays no." in sheet
    assert "He began to lead it." in sheet
    german = cast.ada.client().get(cast.path("who/sheet"), headers={"accept-language": "de"})
    assert "We ask you for a yes, or a no." in text_of_page(german)  # the words of the process, whoever prints it
    assert "Forderungen" in text_of_page(german)
    asked = text_of(cast.open(cast.sol).state.may_tell.asked[0].entry_id)
    assert send(cast.sol.client(), cast.path(f"who/{asked}"), {"answer": "ask"}).status_code == 303
    assert verdict(cast, CIRCLE) is Verdict.ASK
    assert "Asked for" not in shown(cast)
    assert "Nothing is asked at present." in shown(cast, "ada", "who/sheet")


def test_stop_comes_through_anyone_she_trusts(cast: Cast) -> None:
    """Uma, of the supervision group, writes it down after a call; every yes is over; no reason is asked (R10)."""
    send(cast.sol.client(), cast.path("who/new"), {"whom": "friends", "material": "process", "answer": "yes"})
    assert "Somebody said stop?" in shown(cast, "uma", "now")
    answer_page = send(cast.uma.client(), cast.path("who/off"), {"source": "A call"})
    assert answer_page["Location"].endswith("/now")
    assert verdict(cast, Whom(categories=(Category.FRIENDS,)), Material.PROCESS) is Verdict.STOPPED
    assert "Stop, said on" in shown(cast, "ada", "now")


def test_a_narrowing_is_seen_on_now(cast: Cast) -> None:
    """The newest change stands there for two weeks."""
    rule = {"whom": "friends", "material": "process", "answer": "ask"}
    send(cast.sol.client(), cast.path("who/new"), rule)
    now = shown(cast, "ada", "now")
    assert "His friends, that there is a process: ask each time" in now


def test_the_support_group_takes_a_short_version_to_her(cast: Cast) -> None:
    """At most a page of the update's own first sentences, marked; supervision needs none (R13)."""
    rest = ready(cast, contact="We met him. He came. He was late. He left early. He said no more.")
    press(cast.ada.client(), cast, rest, "/out", how="sealed-here")
    newest = update_path(cast)
    sol = cast.sol.client()
    for rest in (newest, "now"):
        assert f"{newest}/short" in sol.get(cast.path(rest)).content.decode()
    assert "/short" not in cast.uma.client().get(cast.path("now")).content.decode()
    page = text_of_page(sol.get(cast.path(f"{newest}/short")))
    assert "Short version. The whole update says more." in page
    assert "We met him. He came. He was late." in page
    assert "He left early." not in page
    assert cast.uma.client().get(cast.path(f"{newest}/short")).status_code == 403
    for ident in ("x", "a" * 26):
        assert sol.get(cast.path(f"update/{ident}/short")).status_code == 404


def test_what_reaches_her_is_chosen_and_seen_where_it_matters(cast: Cast) -> None:
    """Sol writes down that only short versions reach her, through Mika; members see it with the updates (R13)."""
    assert "What reaches her, she has not said here." in shown(cast)
    assert send(cast.sol.client(), cast.path("who/way"), {"reach": "short", "through": "Mika"}).status_code == 303
    line = "Mika keeps what is for her. Only short versions reach her."
    for person, rest in (("ada", "who"), ("sol", "who"), ("sol", "now"), ("ada", "update")):
        assert line in shown(cast, person, rest), (person, rest)
    assert line not in shown(cast, "uma", "update")
