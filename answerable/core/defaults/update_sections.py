"""The parts of an update: the page of six sentences, and the long version of twelve (R53, content 8)."""

from enum import StrEnum

import msgspec

from answerable.core.defaults.text import Text

UPDATE_SECTIONS_VERSION = 1


class Sentence(StrEnum):
    """The six sentences of the short update, in their order."""

    CONTACT = "contact"
    DEMANDS = "demands"
    WHO_KNOWS = "who-knows"
    DECISIONS = "decisions"
    OURSELVES = "ourselves"
    WE_ASK = "we-ask"


class SectionText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The heading of one of the six, and what stands in it."""

    sentence: Sentence
    heading: Text
    hint: Text


class LongSection(StrEnum):
    """The twelve sections of the long version, in their order."""

    PERIOD = "period"
    CONTACTS = "contacts"
    PASSED_ON = "passed-on"
    FACETS = "facets"
    AGREEMENTS = "agreements"
    INFORMED = "informed"
    AROUND = "around"
    DECISIONS = "decisions"
    OURSELVES = "ourselves"
    INQUIRIES = "inquiries"
    WE_ASK = "we-ask"
    PLAN = "plan"


class LongHeading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The heading of one section of the long version."""

    section: LongSection
    heading: Text


SIX_SENTENCES: tuple[SectionText, ...] = (
    SectionText(
        sentence=Sentence.CONTACT,
        heading=Text(en="Contact", de="Kontakt"),
        hint=Text(en="Reached him when and how, or why not.", de="Wann und wie erreicht, oder warum nicht."),
    ),
    SectionText(
        sentence=Sentence.DEMANDS,
        heading=Text(en="The demands", de="Die Forderungen"),
        hint=Text(
            en="For each part: he says, we have seen, we do not know.",
            de="Zu jedem Teil: er sagt, wir haben gesehen, wir wissen es nicht.",
        ),
    ),
    SectionText(
        sentence=Sentence.WHO_KNOWS,
        heading=Text(en="Who knows", de="Wer davon weiß"),
        hint=Text(
            en="Which groups know now, through whom, with the letter?",
            de="Welche Gruppen wissen es jetzt, durch wen, mit dem Brief?",
        ),
    ),
    SectionText(
        sentence=Sentence.DECISIONS,
        heading=Text(en="Decisions", de="Entscheidungen"),
        hint=Text(
            en="What we decided and why, also what we decided not to do; different views.",
            de="Was wir entschieden haben und warum, auch was wir nicht tun; andere Meinungen.",
        ),
    ),
    SectionText(
        sentence=Sentence.OURSELVES,
        heading=Text(en="Ourselves", de="Wir selbst"),
        hint=Text(en="People, time, supervision, mistakes.", de="Menschen, Zeit, Begleitgruppe, Fehler."),
    ),
    SectionText(
        sentence=Sentence.WE_ASK,
        heading=Text(en="We ask you", de="Wir fragen euch"),
        hint=Text(
            en="What needs her yes goes on a separate sheet.",
            de="Was ihr Ja braucht, kommt auf ein eigenes Blatt.",
        ),
    ),
)

LONG_UPDATE: tuple[LongHeading, ...] = (
    LongHeading(
        section=LongSection.PERIOD,
        heading=Text(en="Period, authors, what this leaves out", de="Zeitraum, wer schreibt, was fehlt"),
    ),
    LongHeading(
        section=LongSection.CONTACTS,
        heading=Text(en="Contacts reached and tried", de="Kontakte, erreicht und versucht"),
    ),
    LongHeading(
        section=LongSection.PASSED_ON,
        heading=Text(
            en="Demands and decisions passed on, answers", de="Weitergegebene Forderungen und Entscheidungen, Antworten"
        ),
    ),
    LongHeading(
        section=LongSection.FACETS,
        heading=Text(
            en="Reflect, inform, stay accountable",
            de="Reflektieren, informieren, sich der Verantwortung stellen",
        ),
    ),
    LongHeading(
        section=LongSection.AGREEMENTS,
        heading=Text(en="Agreements, kept and not kept", de="Vereinbarungen, eingehalten und nicht eingehalten"),
    ),
    LongHeading(
        section=LongSection.INFORMED,
        heading=Text(
            en="Who was informed, by him, by us; what we do not know",
            de="Wer informiert ist, von ihm, von uns; was offen ist",
        ),
    ),
    LongHeading(
        section=LongSection.AROUND,
        heading=Text(en="People around him: talks, disagreements", de="Umfeld: Gespräche, andere Meinungen"),
    ),
    LongHeading(
        section=LongSection.DECISIONS,
        heading=Text(
            en="Where he did not cooperate; what we decided, also not to act; reasons, different views",
            de="Wo er nicht mitgearbeitet hat; was wir entschieden haben, auch nicht zu handeln; Gründe, andere Meinungen",
        ),
    ),
    LongHeading(
        section=LongSection.OURSELVES,
        heading=Text(
            en="Ourselves: members, time, leaving, conflicts, supervision, mistakes",
            de="Wir selbst: Mitglieder, Zeit, Ausscheiden, Konflikte, Begleitgruppe, Fehler",
        ),
    ),
    LongHeading(
        section=LongSection.INQUIRIES,
        heading=Text(
            en="Questions from outside: how many of which sort", de="Anfragen von außen: wie viele welcher Art"
        ),
    ),
    LongHeading(
        section=LongSection.WE_ASK,
        heading=Text(en="Questions to you (separate sheet)", de="Fragen an euch (eigenes Blatt)"),
    ),
    LongHeading(section=LongSection.PLAN, heading=Text(en="Plan for three months", de="Plan für drei Monate")),
)

CONTENT_NOTE = Text(
    en="This page speaks about what X does, and about who knows. It says nothing he said about her.",
    de="Diese Seite handelt davon, was X tut und wer davon weiß. Was er über sie gesagt hat, steht hier nicht.",
)
