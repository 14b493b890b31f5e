"""What the first meetings talk through, in a short and in a long version (R18, content 2)."""

import msgspec

from answerable.core.defaults.text import Text

AGENDA_VERSION = 1


class AgendaItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One point of the long version, and what comes out of it."""

    number: int
    topic: Text
    outcome: Text


SHORT_AGENDA: tuple[Text, ...] = (
    Text(
        en="Who are we? What do we know, and from whom? How close is each of us to her, to X, to his friends?",
        de="Wer sind wir? Was wissen wir, und von wem? Wie nah sind wir ihr, X und seinen Freund*innen?",
    ),
    Text(
        en="The letter read aloud: agree, unclear, disagree, sentence by sentence. Out comes one finished mail to the"
        " support group.",
        de="Den Brief laut lesen, Satz für Satz: einverstanden, unklar, nicht einverstanden. Am Ende steht eine fertige"
        " Mail an die Unterstützungsgruppe.",
    ),
    Text(en="What can, cannot, will we not do?", de="Was können wir, was können wir nicht, was wollen wir nicht?"),
    Text(
        en="How much time do we have, until when? How long will this group exist?",
        de="Wie viel Zeit haben wir, und bis wann? Wie lange soll es diese Gruppe geben?",
    ),
    Text(en="How do we decide? Who does what?", de="Wie entscheiden wir? Wer macht was?"),
    Text(en="What may we tell whom?", de="Was dürfen wir wem sagen?"),
)

_LONG: tuple[tuple[str, str, str, str], ...] = (
    (
        "Arriving: how are we?",
        "language and confidentiality rules",
        "Ankommen: Wie geht es uns?",
        "Regeln für Sprache und Vertraulichkeit",
    ),
    (
        "Read the letter aloud; mark agree, unclear, disagree",
        "a feedback list to the support group",
        "Den Brief laut lesen; markieren: einverstanden, unklar, nicht einverstanden",
        "eine Liste mit Rückmeldungen an die Unterstützungsgruppe",
    ),
    (
        "What each of us knows, and from whom",
        "who needs which document",
        "Was wir jeweils wissen, und von wem",
        "wer welches Dokument braucht",
    ),
    (
        "Relations to her, X, his friends, the parent process",
        "what each has said, and what we agreed about it",
        "Beziehungen zu ihr, zu X, zu seinen Freund*innen, zum ursprünglichen Prozess",
        "wer was gesagt hat, und was wir dazu abgemacht haben",
    ),
    (
        "Ideas and fears about the process",
        "shared aims in three sentences",
        "Ideen und Sorgen zum Prozess",
        "gemeinsame Ziele in drei Sätzen",
    ),
    (
        "Stance and commitment",
        "the statement affirmed, or the sentence to talk about",
        "Haltung und Zusage",
        "die Erklärung bestätigt, oder der Satz, über den wir reden wollen",
    ),
    (
        "Her choice whom to tell",
        "the list read, open questions sent",
        "Ihre Entscheidung, wer es wissen darf",
        "die Liste gelesen, offene Fragen abgeschickt",
    ),
    (
        "The four tasks of the letter, one by one",
        "can, cannot, will not",
        "Die vier Aufgaben aus dem Brief, eine nach der anderen",
        "können, können nicht, wollen nicht",
    ),
    (
        "What is not expected of us",
        "a boundary list, and who says stop",
        "Was niemand von uns erwartet",
        "eine Liste der Grenzen, und wer Stopp sagt",
    ),
    (
        "Time, end dates, absence",
        "how much, until when",
        "Zeit, Enddaten, Abwesenheit",
        "wie viel, bis wann",
    ),
    (
        "Roles: coordination, contact pair, writing, mailbox, surroundings, update, supervision, keys",
        "names and deputies; they change every six months",
        "Rollen: Koordination, Kontakt zu zweit, Schreiben, Postfach, Umfeld, Bericht, Begleitgruppe, Schlüssel",
        "Namen und Vertretung; Wechsel alle sechs Monate",
    ),
    (
        "How we decide: consensus, quorum, different views, when it is urgent",
        "a rule",
        "Wie wir entscheiden: Konsens, Mindestzahl, andere Meinungen, wenn es eilt",
        "eine Regel",
    ),
    (
        "Form and rhythm of contact; the first message",
        "a date",
        "Form und Rhythmus des Kontakts; die erste Nachricht",
        "ein Datum",
    ),
    ("Possible steps", "the list we adopt", "Mögliche Schritte", "die Liste, die wir übernehmen"),
    (
        "Supervision group",
        "who asks whom; a first date",
        "Begleitgruppe",
        "wer wen fragt; ein erster Termin",
    ),
    (
        "Data: what we do not write, how long we keep it, devices, a lost phone",
        "adopted",
        "Daten: was wir nicht aufschreiben, wie lange wir es behalten, Geräte, ein verlorenes Telefon",
        "beschlossen",
    ),
    (
        "How long the group exists, the yearly look, ending",
        "a date",
        "Wie lange es die Gruppe gibt, der Blick einmal im Jahr, das Ende",
        "ein Datum",
    ),
    (
        "Our own care, conflict among us",
        "a way we agreed",
        "Wie wir für uns sorgen, Streit unter uns",
        "ein Weg, den wir abgemacht haben",
    ),
)

LONG_AGENDA: tuple[AgendaItem, ...] = tuple(
    AgendaItem(number=number, topic=Text(en=topic, de=thema), outcome=Text(en=outcome, de=ergebnis))
    for number, (topic, outcome, thema, ergebnis) in enumerate(_LONG, start=1)
)
