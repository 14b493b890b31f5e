"""The statement that members affirm, sentence by sentence (R15, content 3)."""

import msgspec

from answerable.core.defaults.vocabulary import TermedText


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A version of the statement; a member affirms a version, so old versions never change."""

    version: int
    sentences: tuple[TermedText, ...]


STATEMENT = Statement(
    version=1,
    sentences=(
        TermedText(
            en="I believe {harmed.accusative} and act from solidarity with her. My responsibility is towards her,"
            " people who could be harmed, and others affected. It is not towards X.",
            de="Ich glaube {harmed.dative} und handle solidarisch mit ihr. Meine Verantwortung gilt ihr, allen, denen"
            " noch Gewalt drohen könnte, und anderen Betroffenen. Sie gilt nicht X.",
        ),
        TermedText(
            en="I keep her privacy. I follow her decision on who may know. I do not let talk about X’s acts become talk"
            " about her.",
            de="Ich schütze ihre Privatsphäre. Ich halte mich an ihre Entscheidung, wer davon wissen darf. Ich lasse"
            " nicht zu, dass aus dem Gespräch über die Taten von X ein Gespräch über sie wird.",
        ),
        TermedText(
            en="I treat what X says as his account.",
            de="Was X sagt, behandle ich als seine Darstellung.",
        ),
        TermedText(
            en="I think for myself and give reasons. I make my decisions open to those we answer to. If my stance"
            " wavers, I say so.",
            de="Ich denke selbst und nenne meine Gründe. Ich mache meine Entscheidungen offen für die, denen wir"
            " Rechenschaft geben. Wenn ich in meiner Haltung unsicher werde, sage ich es.",
        ),
        TermedText(
            en="I am not here as his friend, advocate, therapist, helper or detective, and I do not do his tasks. If I am"
            " close to him, I have said so, and we agreed what I do not do.",
            de="Ich bin nicht hier, um mit ihm befreundet zu sein, für ihn zu sprechen, ihn zu therapieren, ihm zu helfen"
            " oder ihm nachzuspüren. Ich übernehme seine Aufgaben nicht. Wenn ich ihm nahestehe, habe ich es gesagt,"
            " und wir haben abgemacht, was ich nicht tue.",
        ),
        TermedText(
            en="I give about the hours a month that I named, until the day that I named. I say early when I leave, and"
            " hand over.",
            de="Ich gebe ungefähr so viele Stunden im Monat, wie ich gesagt habe, bis zu dem Tag, den ich genannt habe."
            " Wenn ich gehe, sage ich es früh und übergebe meine Aufgaben.",
        ),
        TermedText(
            en="I bring mistakes into supervision. I meet others’ mistakes critically and with solidarity.",
            de="Ich spreche Fehler in der Begleitgruppe an. Fehlern von anderen begegne ich kritisch und solidarisch.",
        ),
    ),
)

STATEMENTS: tuple[Statement, ...] = (STATEMENT,)


def statement(version: int) -> Statement | None:
    """Return the statement of that version, or nothing where this program does not know it."""
    return next((one for one in STATEMENTS if one.version == version), None)
