"""What the support group says about people around X, beside them: it alone says who may be told (R9)."""

from django.utils.translation import gettext as _
from msgspec import Struct

from answerable.actions.reading import OpenProcess
from answerable.core import may_tell
from answerable.core.entries.may_tell import Material
from answerable.core.may_tell import Verdict
from answerable.core.state import Around
from answerable.web.base.copied import link_to
from answerable.wording import may_tell as wording
from answerable.wording.may_tell import Said
from answerable.wording.words import Words


class Support(Struct, frozen=True, kw_only=True):
    """The support group's answer, and where to look it up or to ask for a yes; no link where nothing is asked."""

    said: Said
    sentence: str
    url: str
    link: str


def support_of(opened: OpenProcess, one: Around, words: Words) -> Support:
    """Return how far the support group's yes goes for these people, or why there is none."""
    found = may_tell.answers(opened.state, may_tell.whom_around(one), opened.today)
    said = wording.in_cell(found, words)
    url, link = link_to("may-tell", opened), _("Who may be told")
    if not any(about.verdict in (Verdict.YES, Verdict.NO, Verdict.ASK) for _material, about in found):
        url, link = link_to("may-tell-ask", opened), _("Ask for a yes")
    if one.no_contact is not None:
        url = link = ""
    return Support(said=said, sentence=wording.support_says(said, words), url=url, link=link)


def says_about_demands(opened: OpenProcess, one: Around, words: Words) -> str:
    """Return the answer for the demands, and what it means for people who know already (R35, R44)."""
    found = may_tell.answer(opened.state, may_tell.whom_around(one), Material.DEMANDS, opened.today)
    return wording.for_more(Material.DEMANDS, found, words)
