"""Words for tests: English as it is written, German from the catalogue, refusing what the catalogue lacks."""

from datetime import date
from functools import cache

from msgspec import structs

from answerable.core.calendar import Clock
from answerable.core.defaults.vocabulary import default_terms
from answerable.core.duties import Code, Duty, Facts
from answerable.core.duties.duty import View
from answerable.wording.words import Words
from tests.core.datebook import settled
from tests.core.examples import ADA, BO, CAY, UMA
from tools.catalogues import po_path, read
from tools.messages import PACKAGE

TODAY = date(2026, 9, 22)
NAMES = {ADA: "Noor", BO: "Ines", CAY: "Sam", UMA: "Jo"}


@cache
def _catalogue() -> dict[tuple[str | None, str], object]:
    """Return the German of this room by context and English."""
    found = read(po_path(PACKAGE, "wording", "de"))
    return {(one.context, one.id if isinstance(one.id, str) else one.id[0]): one.string for one in found if one.id}


def gettext(text: str) -> str:
    """Return the German of a text; a missing one is an error, never English."""
    return pgettext(None, text)


def pgettext(context: str | None, text: str) -> str:
    """Return the German of a text in a context."""
    found = _catalogue()[context, text]
    assert isinstance(found, str)
    assert found
    return found


def ngettext(one: str, _many: str, number: int) -> str:
    """Return the German form for a number."""
    found = _catalogue()[None, one]
    assert isinstance(found, tuple)
    assert all(found)
    return str(found[0 if number == 1 else 1])


def english(today: date = TODAY) -> Words:
    """Return the words of an English reader."""
    return Words(today=today, names=NAMES)


def german(today: date = TODAY) -> Words:
    """Return the words of a German reader."""
    return Words(
        language="de",
        today=today,
        names=NAMES,
        terms=default_terms("de"),
        gettext=gettext,
        ngettext=ngettext,
        pgettext=pgettext,
    )


BOTH = (english(), german())


def duty(code: Code, today: date, clock: Clock | None = None, **facts: object) -> Duty:
    """Return a duty of a settled group with some facts, standing as it does on a day."""
    view = View.of(settled().state(), today)
    made = view.duty(code, "example", clock, facts=Facts())
    return structs.replace(made, facts=structs.replace(made.facts, **facts))
