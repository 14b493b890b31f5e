"""Forms for questions, objections and answers: in own words, or copied from a mail."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions.questions import speaks_for
from answerable.actions.reading import OpenProcess
from answerable.core.circles import Presence, Role
from answerable.core.entries import ObjectionAnswered, ObjectionRaised, QuestionAnswered, QuestionAsked
from answerable.core.entries.demands import Origin
from answerable.web.base.copied import CopiedForm, refuse_whitespace
from answerable.web.base.forms import text, tick
from answerable.web.base.telling import words_of
from answerable.wording import names

BETWEEN = (Role.CONTACT, Role.SUPPORT)
EVERYBODY = tuple(sorted(Role))


class WordsForm(CopiedForm):
    """Words of one's own, or words that came by mail and are copied."""

    FOLDED: Sequence[str] = ("from_whom", "how")
    field_order = ("words", "said_on", "source", "from_whom", "how")

    words = text(later("Your words"), required=later("Write the words"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, is_copy: bool, **kwargs: Any) -> None:
        whose = names.origin(Origin.SUPPORT, words_of(opened))
        super().__init__(data, today=opened.today, is_copy=is_copy, from_whom=whose, **kwargs)
        if is_copy:
            self.fields["words"].label = _("Their words, word for word")
            self.initial.setdefault("said_on", opened.today)
            self.initial.setdefault("source", _("A mail"))
        else:
            del self.fields["said_on"]

    def clean_words(self) -> str:
        """Refuse words that nobody can see."""
        return refuse_whitespace(str(self.cleaned_data["words"]), _("Write the words"))


class QuestionForm(WordsForm):
    """A question, a disagreement, a proposal; the supervision circle reads it where somebody ticks that."""

    FOLDED: Sequence[str] = ("from_whom", "how", "supervision")

    supervision = tick(later("The supervision group can read this too"))

    def __init__(self, data: Any = None, *, opened: OpenProcess, is_copy: bool, **kwargs: Any) -> None:
        super().__init__(data, opened=opened, is_copy=is_copy, **kwargs)
        if opened.state.process.supervision is Presence.NOT_YET:
            del self.fields["supervision"]
        if not is_copy:
            self.fields["words"].label = _("What do you ask, or disagree with, or propose?")

    @property
    def with_supervision(self) -> bool:
        """Whether the supervision circle reads it too (of a valid form)."""
        return bool(self.cleaned_data.get("supervision"))

    def to_entry(self, *, now: int) -> QuestionAsked:
        """Return the question as an entry."""
        return QuestionAsked(at=now, meant_for=BETWEEN, text=self.cleaned_data["words"], copied=self.copied())


class AnswerForm(WordsForm):
    """An answer to a question or to an objection."""

    def to_answer(self, question: bytes, *, now: int) -> QuestionAnswered:
        """Return the answer to a question as an entry."""
        words = self.cleaned_data["words"]
        return QuestionAnswered(at=now, meant_for=BETWEEN, question=question, text=words, copied=self.copied())

    def to_reply(self, objection: bytes, *, now: int) -> ObjectionAnswered:
        """Return the answer to an objection as an entry."""
        return ObjectionAnswered(at=now, meant_for=EVERYBODY, objection=objection, text=self.cleaned_data["words"])


class ObjectionForm(WordsForm):
    """An objection to an entry; the contact circle owes an answer (R47)."""

    def __init__(self, data: Any = None, *, opened: OpenProcess, **kwargs: Any) -> None:
        super().__init__(data, opened=opened, is_copy=speaks_for(opened) is Role.CONTACT, **kwargs)
        if self.is_copy:
            self.fields["from_whom"].help_text = _("The support group, or the supervision group.")
        else:
            self.fields["words"].label = _("What do you object to, and why?")

    def to_entry(self, about: bytes, *, now: int) -> ObjectionRaised:
        """Return the objection as an entry."""
        words = self.cleaned_data["words"]
        return ObjectionRaised(at=now, meant_for=EVERYBODY, entry=about, text=words, copied=self.copied())
