"""What every sentence needs: the language, today, who is called what; gettext comes in from outside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from answerable.core.defaults.text import Language
from answerable.core.defaults.vocabulary import Terms, default_terms, terms_of
from answerable.core.state import State

NOBODY: Mapping[bytes, str] = MappingProxyType({})


def _same(text: str) -> str:
    """Return the text as it is: English is what the sentences are written in."""
    return text


def _same_number(one: str, many: str, number: int) -> str:
    """Return the English form for a number."""
    return one if number == 1 else many


def _same_in_context(_context: str, text: str) -> str:
    """Return the text as it is, whatever its context."""
    return text


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of one reader on one day.

    `names` are the shown names of members, `person_x` is what X is called, `terms` the vocabulary of the process (C5).
    The defaults speak English without a catalogue.
    """

    language: str = Language.EN
    today: date
    person_x: str = "X"
    names: Mapping[bytes, str] = field(default_factory=lambda: NOBODY)
    terms: Terms = field(default_factory=lambda: default_terms(Language.EN))
    gettext: Callable[[str], str] = _same
    ngettext: Callable[[str, str, int], str] = _same_number
    pgettext: Callable[[str, str], str] = _same_in_context

    @property
    def german(self) -> bool:
        """Tell whether days and numbers are written in German."""
        return self.language.partition("-")[0].lower() == Language.DE

    def name(self, user: bytes) -> str:
        """Return what a member is called; somebody without a name here is somebody."""
        return self.names.get(user) or self.gettext("somebody")


def names_of(state: State) -> dict[bytes, str]:
    """Return what each member of a process is called."""
    return {user: member.named.entry.shown_name for user, member in state.members.items()}


def terms_for(state: State, language: str) -> Terms:
    """Return the vocabulary that the process chose for a language, the letter's own where it chose none (C5)."""
    chosen = state.process.words
    if chosen is not None:
        for one in chosen.entry.profiles:
            if one.language == language.partition("-")[0].lower():
                return terms_of(one.language, one.profile)
    return default_terms(language)


def words_for(
    state: State,
    today: date,
    *,
    language: str,
    gettext: Callable[[str], str],
    ngettext: Callable[[str, str, int], str],
    pgettext: Callable[[str, str], str],
) -> Words:
    """Return the words in which a process is shown to a reader."""
    return Words(
        language=language,
        today=today,
        person_x=state.process.person_x,
        names=names_of(state),
        terms=terms_for(state, language),
        gettext=gettext,
        ngettext=ngettext,
        pgettext=pgettext,
    )
