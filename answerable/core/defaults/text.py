"""A piece of content that ships in both languages, side by side."""

from enum import StrEnum

import msgspec


class Language(StrEnum):
    """The languages every default is written in (C3)."""

    EN = "en"
    DE = "de"


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in English and in German; neither is a translation note of the other."""

    en: str
    de: str

    def in_language(self, language: str) -> str:
        """Return the German text for German (also for `de-AT`), the English one for everything else."""
        return self.de if language.partition("-")[0].lower() == Language.DE else self.en
