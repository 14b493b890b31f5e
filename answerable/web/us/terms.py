"""The words of this process, chosen by the support group or copied from what it says (C5)."""

from typing import Any

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.reading import OpenProcess
from answerable.core.circles import Role
from answerable.core.defaults.text import Language
from answerable.core.defaults.vocabulary import PROFILES, Profile, Terms
from answerable.core.entries import WordsChosen
from answerable.core.entries.process import ProfileChosen
from answerable.web.base import clock
from answerable.web.base.copied import Act, CopiedForm, FormPage
from answerable.web.base.forms import choice
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, keep, show
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.us.words import readers


def said(terms: Terms) -> str:
    """Return a profile as the words by which one knows it: "victim, perpetrator, perpetrator work"."""
    return f"{terms.harmed.bare}, {terms.perpetrator.bare}, {terms.programme}"


def _choices(language: Language) -> list[tuple[str, str]]:
    return [(profile.value, said(terms)) for profile, terms in PROFILES[language].items()]


class TermsForm(CopiedForm):
    """One profile of words for each language."""

    english = choice(
        later("English words"), _choices(Language.EN), required=later("Choose one of these"), initial=Profile.LETTER
    )
    german = choice(
        later("German words"), _choices(Language.DE), required=later("Choose one of these"), initial=Profile.LETTER
    )
    field_order = ("english", "german", "said_on", "source", "from_whom", "how")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_copy:
            del self.fields["said_on"]

    def to_entry(self, *, now: int) -> WordsChosen:
        """Return what was chosen, with its source where it is a copy."""
        chosen = ((Language.DE, "german"), (Language.EN, "english"))
        profiles = tuple(
            ProfileChosen(language=language, profile=Profile(self.cleaned_data[name])) for language, name in chosen
        )
        return WordsChosen(at=now, meant_for=(Role.CONTACT,), profiles=profiles, copied=self.copied())


def initial_of(opened: OpenProcess) -> dict[str, str]:
    """Return what is chosen now."""
    item = opened.state.process.words
    names = {Language.EN: "english", Language.DE: "german"}
    return {names[one.language]: one.profile for one in item.entry.profiles} if item else {}


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def terms(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Choose the words: the support group its own, a contact member as a copy of what it said."""
    is_copy = Role.SUPPORT not in opened.roles
    posted = request.POST if request.method == "POST" else None
    form = TermsForm(
        posted,
        today=opened.today,
        is_copy=is_copy,
        from_whom=_("The support group"),
        initial=initial_of(opened),
    )
    if request.method == "POST" and form.is_valid():
        entry = form.to_entry(now=clock.now())
        keep(request, opened, (form.entry_id, entry), said=_("Kept. These words count from now on."))
        return go("agreed", alias=opened.alias)
    page = FormPage(
        heading=_("Our words"),
        lead=_("Whose words do we use? The person harmed chooses."),
        lines=(_("They stand in the statement that members affirm, and wherever a page names her or him."),),
        more=_("From whom, and how it came"),
        reads=readers(tuple(Role)),
        actions=(Act(_("Use these words")),),
    )
    return show(request, "base/form_page.html", _("New entry"), place="people", page=page, form=form)
