"""Refusals and ids: the duty page and the small forms of Now."""

import re

import pytest

from tests.filled import text_of_page
from tests.people import Cast, browser

pytestmark = pytest.mark.django_db


def test_a_duty_that_does_not_exist_answers_404(cast: Cast) -> None:
    """No shape of an id makes a difference."""
    for ident in ("a" * 26, "x", "A" * 26):
        assert cast.ada.client().get(cast.path(f"now/{ident}")).status_code == 404


def test_other_groups_take_no_duty_of_the_contact_group(cast: Cast) -> None:
    """They are told whose page it is."""
    for person in (cast.sol, cast.uma):
        assert person.client().get(cast.path(f"now/{'a' * 26}")).status_code == 403
        assert person.client().post(cast.path("now/looked"), {}).status_code == 403


@pytest.mark.parametrize("rest", ["now", "now/looked", "alarm", "alarm/seen"])
def test_outsiders_find_nothing(cast: Cast, rest: str) -> None:
    """Neither by reading nor by writing."""
    for person in (cast.out, cast.eve):
        assert person.client().get(cast.path(rest)).status_code in {404, 405}
        assert person.client().post(cast.path(rest), {}).status_code in {404, 405}
    assert browser().get(cast.path("now"))["Location"] == "/in"


def test_no_url_of_now_says_what_a_duty_is_about(cast: Cast) -> None:
    """The key of a duty names its kind; the URL holds a digest of it (C4)."""
    page = cast.ada.client().get(cast.path("now")).content.decode()
    idents = re.findall(rf"{cast.path('now')}/([a-z2-7]+)", page)
    assert idents
    assert all(len(ident) == 26 for ident in idents if ident != "looked")


def test_a_form_without_its_id_writes_nothing(cast: Cast) -> None:
    """A post that no page of ours holds leads back to Now."""
    size = cast.open(cast.ada).ledger.size
    for rest in ("now/looked", "alarm/seen"):
        assert cast.ada.client().post(cast.path(rest), {}).status_code == 303
    assert cast.open(cast.ada).ledger.size == size


def test_now_goes_to_locked_by_itself(cast: Cast) -> None:
    """A page that only reads carries the Refresh of the idle lock."""
    assert cast.ada.client().get(cast.path("now"))["Refresh"].endswith("url=/locked")


def test_german_is_complete_here(cast: Cast) -> None:
    """The first page speaks German to whoever asks for it."""
    client = cast.ada.client()
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    page = text_of_page(client.get(cast.path("now")))
    assert "Was ansteht" in page
    assert "Noch kein Kontakt." in page
    assert "What is due" not in page
