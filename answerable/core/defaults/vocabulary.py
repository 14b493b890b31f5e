"""Which words a process uses: profiles that the person harmed chooses among (C5, content 12)."""

from enum import StrEnum

import msgspec

from answerable.core.defaults.text import Language

VOCABULARY_VERSION = 1


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun with its article in the cases a sentence can need; `bare` stands alone, as in a heading."""

    bare: str
    subject: str
    accusative: str
    dative: str
    genitive: str


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All the words of one profile in one language."""

    harmed: Noun
    perpetrator: Noun
    contact_group: str
    support_group: str
    supervision_group: str
    process: str
    violence: str
    programme: str
    surroundings: str
    consequence: str


class Profile(StrEnum):
    """The profiles; each language has those of its own in PROFILES, and `letter` is the default of both."""

    LETTER = "letter"
    SURVIVOR = "survivor"
    PERSON_HARMED = "person-harmed"
    VICTIM = "victim"
    SHORT = "short"


class NoSuchProfileError(Exception):
    """A language has no profile of this name."""

    def __init__(self, *, language: str, profile: str) -> None:
        super().__init__("no such profile in this language")
        self.language = language
        self.profile = profile


def _english(bare: str) -> Noun:
    """Return an English noun in all its forms."""
    the = f"the {bare}"
    return Noun(bare=bare, subject=the, accusative=the, dative=the, genitive=f"{the}’s")


def _feminine(bare: str) -> Noun:
    """Return a German feminine noun that never changes its ending."""
    return Noun(
        bare=bare, subject=f"die {bare}", accusative=f"die {bare}", dative=f"der {bare}", genitive=f"der {bare}"
    )


_EN_LETTER = Terms(
    harmed=_english("victim"),
    perpetrator=_english("perpetrator"),
    contact_group="perpetrator contact group",
    support_group="support group",
    supervision_group="supervision group",
    process="accountability process",
    violence="sexualised violence",
    programme="perpetrator work",
    surroundings="close surroundings",
    consequence="consequence",
)
_EN_SURVIVOR = Terms(
    harmed=_english("survivor"),
    perpetrator=_english("person who caused harm"),
    contact_group="accountability team",
    support_group="survivor support team",
    supervision_group="supervision group",
    process="community accountability process",
    violence="sexual harm",
    programme="behaviour-change programme",
    surroundings="community",
    consequence="consequence",
)
_DE_LETTER = Terms(
    harmed=Noun(
        bare="betroffene Person",
        subject="die betroffene Person",
        accusative="die betroffene Person",
        dative="der betroffenen Person",
        genitive="der betroffenen Person",
    ),
    perpetrator=Noun(
        bare="Täter", subject="der Täter", accusative="den Täter", dative="dem Täter", genitive="des Täters"
    ),
    contact_group="Täter-Kontaktgruppe",
    support_group="Unterstützungsgruppe",
    supervision_group="Begleitgruppe",
    process="Aufarbeitungsprozess",
    violence="sexualisierte Gewalt",
    programme="professionelle Täterarbeit",
    surroundings="Umfeld",
    consequence="Konsequenz",
)

PROFILES: dict[Language, dict[Profile, Terms]] = {
    Language.EN: {
        Profile.LETTER: _EN_LETTER,
        Profile.SURVIVOR: _EN_SURVIVOR,
        Profile.PERSON_HARMED: msgspec.structs.replace(_EN_SURVIVOR, harmed=_english("person harmed")),
    },
    Language.DE: {
        Profile.LETTER: _DE_LETTER,
        Profile.VICTIM: msgspec.structs.replace(
            _DE_LETTER,
            harmed=Noun(
                bare="Opfer", subject="das Opfer", accusative="das Opfer", dative="dem Opfer", genitive="des Opfers"
            ),
        ),
        Profile.SURVIVOR: msgspec.structs.replace(
            _DE_LETTER,
            harmed=Noun(
                bare="Überlebende",
                subject="die Überlebende",
                accusative="die Überlebende",
                dative="der Überlebenden",
                genitive="der Überlebenden",
            ),
        ),
        Profile.SHORT: msgspec.structs.replace(
            _DE_LETTER,
            harmed=_feminine("bP"),
            perpetrator=_feminine("gaP"),
            contact_group="gaP-Gruppe",
            process="TG-Prozess",
            programme="Verantwortungstraining",
        ),
    },
}


def terms_of(language: str, profile: str) -> Terms:
    """Return the words of a profile; raises NoSuchProfileError where the language has none of that name."""
    try:
        return PROFILES[Language(language)][Profile(profile)]
    except (KeyError, ValueError):
        raise NoSuchProfileError(language=language, profile=profile) from None


def default_terms(language: str) -> Terms:
    """Return the letter's own words in that language, the English ones where there are none."""
    return _DE_LETTER if language.partition("-")[0].lower() == Language.DE else _EN_LETTER


class TermedText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that speaks of the person harmed: it can only be read in the words of a profile."""

    en: str
    de: str

    def in_words(self, language: str, terms: Terms) -> str:
        """Return the text of that language with the profile's nouns put in."""
        raw = self.de if language.partition("-")[0].lower() == Language.DE else self.en
        return raw.format(harmed=terms.harmed, programme=terms.programme)
