"""Who is who in the practice process, and what they say about themselves and each other."""

from answerable.core.defaults.text import Text

CODENAME = Text(en="Linden", de="Linde")
PERSON_X = "X"

NOOR, INES, SAM, JO = "Noor", "Ines", "Sam", "Jo"
LOU, MIKA = "Lou", "Mika"
TOVE, REMI = "Tove", "Remi"

JO_WILL_NOT = Text(
    en="I do not meet X alone, and I do not phone him.",
    de="Ich treffe X nicht allein und telefoniere nicht mit ihm.",
)
SAM_WILL_NOT = Text(
    en="I used to be in a group with X. I do not vote on what follows if he refuses.",
    de="Ich war früher mit X in einer Gruppe. Ich stimme nicht mit ab, was folgt, wenn er sich weigert.",
)
NOOR_WILL_NOT = Text(
    en="In my second year I no longer keep the calendar. Somebody else learns it.",
    de="In meinem zweiten Jahr führe ich den Kalender nicht mehr. Das lernt jemand anderes.",
)

WE_CAN: tuple[Text, ...] = (
    Text(en="Meet him four times a year, two of us together.", de="Ihn viermal im Jahr treffen, immer zu zweit."),
    Text(en="Pass on demands word for word.", de="Forderungen Wort für Wort weitergeben."),
    Text(en="Look at our mail once a week.", de="Einmal in der Woche in unsere Mails schauen."),
)
WE_CANNOT: tuple[Text, ...] = (
    Text(en="Answer him at night or at weekends.", de="Ihm nachts oder am Wochenende antworten."),
    Text(en="Know what he does between two talks.", de="Wissen, was er zwischen zwei Gesprächen tut."),
)
WE_CANNOT_LATER = Text(
    en="Take his calls. He writes to our shared address.",
    de="Anrufe von ihm annehmen. Er schreibt an unsere gemeinsame Adresse.",
)

SAM_DECLINES = Text(
    en="I have exams until the end of the month and cannot look at the mail. Jo does it, and offered before I asked.",
    de="Ich habe bis zum Ende des Monats Prüfungen und kann nicht in die Mails schauen. Jo macht es und hat es angeboten, bevor ich gefragt habe.",
)
SAM_TOLD = Text(en="All of us, at the meeting.", de="Allen, beim Treffen.")
