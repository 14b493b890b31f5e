"""Words that must not stand in what leaves: the support group's list, or words it sent, hashed and not kept (R12)."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import outgoing as deeds
from answerable.actions.reading import OpenProcess
from answerable.actions.writing import AlreadyWrittenError
from answerable.core import outgoing, protected
from answerable.core.circles import Role
from answerable.web.base import clock, pages, shells
from answerable.web.base.copied import Act, CopiedForm, FormPage, link_to
from answerable.web.base.forms import LONGEST_LINE, text
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.rules import CONTACT_SUPPORT
from answerable.web.base.telling import readers_sentence, words_of
from answerable.web.may_tell.forms import EVERYBODY
from answerable.wording import outgoing as wording

MOST = 200
CONFLICT = 409


class WordsForm(CopiedForm):
    """One word or name in a line; for members who enter what was sent, also where it comes from."""

    FOLDED: Sequence[str] = ("said_on", "from_whom", "how")
    field_order = ("words", "source", "said_on", "from_whom", "how")

    words = text(
        later("One word or name in a line"),
        margin=later("Endings, capitals and accents make no difference: Anna also finds Anna’s and Annas."),
    )

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        own = deeds.keeps_list(opened)
        super().__init__(data, today=opened.today, is_copy=not own, from_whom=_("Support group"), **kwargs)
        kept = opened.state.outgoing.words
        if own:
            del self.fields["said_on"]
            self.initial.setdefault("words", "\n".join(kept.entry.words) if kept else "")
        else:
            self.initial.setdefault("said_on", opened.today)
            self.initial.setdefault("source", _("A letter"))
            self.fields["source"].help_text = ""

    def clean_words(self) -> tuple[str, ...]:
        """Return the lines; refuse what would stand in every text, and a list that holds nothing where it only adds."""
        lines = tuple(dict.fromkeys(filter(None, (" ".join(one.split()) for one in self._lines()))))
        wrong = next((one for one in lines if len(one) > LONGEST_LINE or not protected.fits(one)), None)
        if wrong is not None:
            message = _("At least three letters, at most six words in a line. Look at this one: %(line)s")
            raise ValidationError(message % {"line": wrong[:LONGEST_LINE]})
        if len(lines) > MOST:
            raise ValidationError(_("At most 200 lines"))
        if not lines and self.is_copy:
            raise ValidationError(_("Write at least one word"))
        return lines

    def _lines(self) -> list[str]:
        return str(self.cleaned_data["words"]).splitlines()


@member(*CONTACT_SUPPORT, action="write", methods=READ_WRITE)
def words(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Show and change the list, or enter words that were sent; whose list it is not sees none of it."""
    if not deeds.may_enter(opened):
        status = CONFLICT if request.method == "POST" else None
        return _show(request, None, _page(opened, ()), status=status)
    form = WordsForm(request.POST or None, opened=opened)
    if request.method == "POST" and form.is_valid():
        request.visit.say(_keep(opened, form))
        return pages.go("protected", alias=opened.alias)
    own = deeds.keeps_list(opened)
    button = _("Keep this list") if own else _("Keep as hashes")
    return _show(request, form, _page(opened, (Act(button),)))


def _keep(opened: OpenProcess, form: WordsForm) -> str:
    """Keep a list once, and return what is said afterwards."""
    now, lines = clock.now(), form.cleaned_data["words"]
    copied = form.copied()
    with suppress(AlreadyWrittenError):
        if copied is None:
            deeds.keep_list(opened, form.entry_id, lines, now=now)
        else:
            deeds.enter_words(opened, form.entry_id, lines, copied, now=now)
    if copied is None:
        return _("Kept. Texts that leave are checked against this list from now on.")
    return _("Kept as hashes. The words themselves are not kept. Look after the sheet or mail they stand on.")


def _page(opened: OpenProcess, actions: tuple[Act, ...]) -> FormPage:
    own, may_enter = deeds.keeps_list(opened), deeds.may_enter(opened)
    if own:
        lead = _("Words, names and places that must not stand in what leaves our groups.")
        lines = [_("Only you see the list. The others get hashes: they can find a word, not read it.")]
    elif may_enter:
        lead = _("The support group can send you words that must not stand in what leaves. Enter them here.")
        lines = [_("They are hashed and not kept. Nobody can read them here again; entering more adds to them.")]
    else:
        lead = _("The support group can keep a list of words that must not stand in what leaves. It is not shown.")
        lines = []
    lines.append(_("Whole texts are checked, never single words. The answer is how many words stand in it, not which."))
    lines.append(_("This stops slips, not malice: a member of our groups could try out guesses."))
    lines.append(wording.counted(opened.state.outgoing, words_of(opened)))
    lines.append(wording.gone_out(outgoing.gone_out(opened.state), words_of(opened)))
    readers = (Role.SUPPORT,) if own else EVERYBODY
    back = Act(_("Go back"), link_to("may-tell", opened), plain=True)
    return FormPage(
        heading=_("Words that must not go out"),
        lead=lead,
        lines=tuple(filter(None, lines)),
        more=_("Which day, from whom, how it came"),
        reads=readers_sentence(opened, readers) if may_enter else "",
        actions=(*actions, back),
    )


def _show(
    request: MemberRequest, form: WordsForm | None, page: FormPage, *, status: int | None = None
) -> HttpResponseBase:
    title = shells.titles()[1]
    return pages.show(request, "base/form_page.html", title, place="may-tell", page=page, form=form, status=status)
