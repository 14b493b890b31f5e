"""The long list for a contact: eighteen questions to prepare from, print and fill in (R28, content 1)."""

from enum import StrEnum

import msgspec

from answerable.core.defaults.text import Text
from answerable.core.entries.demands import Facet


class Section(StrEnum):
    """The four parts of the list, in their order."""

    SINCE_LAST_TIME = "since-last-time"
    REFLECT = "reflect"
    INFORM = "inform"
    STAY_ACCOUNTABLE = "stay-accountable"


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question to X, read out as written."""

    number: int
    section: Section
    text: Text


class QuestionSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A version of the list; answers keep the wording that was asked, so old versions never change."""

    version: int
    questions: tuple[Question, ...]
    rules: tuple[Text, ...]

    def of(self, section: Section) -> tuple[Question, ...]:
        """Return the questions of one part."""
        return tuple(question for question in self.questions if question.section is section)

    def numbered(self, number: int) -> Question | None:
        """Return the question with this number, or nothing."""
        return next((question for question in self.questions if question.number == number), None)


_SINCE = Section.SINCE_LAST_TIME
_REFLECT = Section.REFLECT
_INFORM = Section.INFORM
_STAY = Section.STAY_ACCOUNTABLE

_TEXTS: tuple[tuple[Section, str, str], ...] = (
    (
        _SINCE,
        "What of the last agreement did you do? When, and what shows it?",
        "Was von der letzten Vereinbarung hast du getan? Wann, und woran sehen wir das?",
    ),
    (
        _SINCE,
        "What did you not do? What is the new date?",
        "Was hast du nicht getan? Bis wann tust du es?",
    ),
    (
        _REFLECT,
        "Are you in a programme of perpetrator work? Which stage, how many sessions, is the release signed?",
        "Bist du in einem Programm für Täterarbeit? Wo stehst du dort, wie viele Termine waren es seit dem letzten Mal? Hast du unterschrieben, dass man uns deine Teilnahme bestätigen darf?",
    ),
    (
        _REFLECT,
        "Therapy or other steps of your own: what, and since when? We ask for nothing more.",
        "Therapie oder andere eigene Schritte: was, und seit wann? Mehr fragen wir dazu nicht.",
    ),
    (
        _REFLECT,
        "Name a behaviour of yours this work was about, in your own words and without excuses.",
        "Nenne ein Verhalten von dir, um das es bei dieser Arbeit ging. Mit eigenen Worten und ohne Ausreden.",
    ),
    (
        _REFLECT,
        "Where did you notice that pattern in the last months? What did you do differently?",
        "Wo hast du dieses Muster in den letzten Monaten bemerkt? Was hast du anders gemacht?",
    ),
    (
        _INFORM,
        "Which groups, projects, events, offices, teaching or houses are you part of, or joining?",
        "In welchen Gruppen, Projekten, Ämtern, Kursen oder Wohngemeinschaften bist du? Wo kommst du neu dazu?",
    ),
    (
        _INFORM,
        "Who of them knows, and since when?",
        "Wer dort weiß davon, und seit wann?",
    ),
    (
        _INFORM,
        "What exactly did you tell them?",
        "Was genau hast du ihnen gesagt?",
    ),
    (
        _INFORM,
        "Did you hand over the letter? If not, how did they get her perspective?",
        "Hast du den Brief übergeben? Wenn nicht: Woher kennen sie die Sicht der Person, der du Gewalt angetan hast?",
    ),
    (
        _INFORM,
        "Who could confirm that to us, if you agree?",
        "Wer könnte uns das bestätigen, wenn du einverstanden bist?",
    ),
    (
        _INFORM,
        "New close relationships: were they told, by whom, with what? No names.",
        "Neue enge Beziehungen: Wissen sie davon, von wem, und womit? Ohne Namen.",
    ),
    (
        _INFORM,
        "Who does not know yet? By when will you tell them?",
        "Wer weiß es noch nicht? Bis wann sagst du es ihnen?",
    ),
    (
        _STAY,
        "Where do you gain trust, responsibility or attention at present?",
        "Wo bekommst du zurzeit Vertrauen, Verantwortung oder Aufmerksamkeit?",
    ),
    (
        _STAY,
        "How do you keep the agreed distance: places, contacts?",
        "Wie hältst du den vereinbarten Abstand ein: bei Orten, bei Kontakten?",
    ),
    (
        _STAY,
        "Answering and meeting: what hindered, what changes?",
        "Antworten und Treffen: Was hat dich gehindert, was änderst du?",
    ),
    (
        _STAY,
        "We read out demands and decisions: what is your answer, by when?",
        "Wir lesen dir Forderungen und Entscheidungen vor: Was ist deine Antwort? Bis wann tust du es?",
    ),
    (
        _STAY,
        "Agreements, dates, next contact. What is your job until then?",
        "Vereinbarungen, Termine, nächster Kontakt: Was ist bis dahin deine Aufgabe?",
    ),
)

QUESTION_SET = QuestionSet(
    version=1,
    questions=tuple(
        Question(number=number, section=section, text=Text(en=en, de=de))
        for number, (section, en, de) in enumerate(_TEXTS, start=1)
    ),
    rules=(
        Text(en="Read the questions out as they are written.", de="Lest die Fragen so vor, wie sie da stehen."),
        Text(en="Do not discuss her.", de="Sprecht mit ihm nicht über sie."),
        Text(
            en="If he shifts to her: stop, say so, and go back to the question.",
            de="Wenn er auf sie ablenkt: Stopp sagen, es benennen und zur Frage zurückkehren.",
        ),
        Text(
            en="After a hard contact two of you may write separately. Differences stay visible.",
            de="Nach einem schweren Kontakt können zwei von euch getrennt schreiben. Unterschiede bleiben sichtbar.",
        ),
    ),
)

QUESTION_SETS: tuple[QuestionSet, ...] = (QUESTION_SET,)


def question_set(version: int) -> QuestionSet | None:
    """Return the list of that version, or nothing where this program does not know it."""
    return next((one for one in QUESTION_SETS if one.version == version), None)


def section_of(facet: Facet) -> Section | None:
    """Return the part of the list that asks about a facet; nothing asks about what is none of the three."""
    return {
        Facet.REFLECT: Section.REFLECT,
        Facet.INFORM: Section.INFORM,
        Facet.STAY_ACCOUNTABLE: Section.STAY_ACCOUNTABLE,
    }.get(facet)
