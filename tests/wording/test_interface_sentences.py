"""The sentences that the design fixed word by word, in both languages (interface.md 3)."""

import re
from pathlib import Path

import pytest

import answerable
from answerable.core.calendar import Clock
from answerable.core.defaults.site import REMINDER_MAIL
from answerable.core.duties.lead import ContactCode, ContactLead
from answerable.core.entries.contacts import Reply
from answerable.core.telling import Asks, Condition, Stands
from answerable.wording.errors import Trouble, close_note, passphrase_note, trouble
from answerable.wording.lead import contact_lead
from answerable.wording.telling import condition
from tests.core.examples import day
from tests.wording.speech import english, german
from tools.catalogues import catalogues, read

EN, DE = english(), german()
NAMES_OF_CODE = re.compile(r"worksheet|arbeitsblatt|\bpolicy\b|\bmandate\b|consent|\bconcern\b(?!s)", re.IGNORECASE)
"""What stays in code and docs: people read the words of content 11a."""


@pytest.mark.parametrize(
    ("code", "en", "de"),
    [
        (Trouble.SAY_IF_REACHED, "Say whether you reached him", "Sag, ob ihr ihn erreicht habt"),
        (Trouble.AFTER_TODAY, "The contact cannot be after today", "Der Kontakt kann nicht nach heute liegen"),
        (
            Trouble.SIGN_IN,
            "That name and passphrase do not fit together. Check for a missing word.",
            "Name und Passphrase passen nicht zusammen. Prüfe, ob ein Wort fehlt.",
        ),
        (
            Trouble.LOCKED,
            "This page locked at 20:42. Your text is still here. Enter your passphrase to keep it.",
            "Die Seite wurde um 20:42 gesperrt. Dein Text ist noch da. Gib deine Passphrase ein, um ihn zu behalten.",
        ),
        (
            Trouble.GIVE_REASON,
            "Write why. People you answer to want to be able to follow or question it.",
            "Schreibt auf, warum. Andere sollen es nachvollziehen oder hinterfragen können.",
        ),
    ],
)
def test_errors_say_what_to_do(code: Trouble, en: str, de: str) -> None:
    """Rows 1 to 4 and 8."""
    assert trouble(code, EN, at="20:42") == en
    assert trouble(code, DE, at="20:42") == de


def test_the_reminder_says_nothing_on_purpose() -> None:
    """Row 9."""
    subject, body = REMINDER_MAIL.subject, REMINDER_MAIL.body
    assert subject.in_language("en").format(site="Allotment") == "Allotment: something is waiting"
    assert subject.in_language("de").format(site="Chorliste") == "Chorliste: etwas wartet"
    assert body.en == (
        "Something is waiting for you. Sign in when you are somewhere safe. This mail says no more on purpose."
    )
    assert body.de == (
        "Etwas wartet auf dich. Melde dich an, wenn du ungestört bist. Mehr steht hier mit Absicht nicht."
    )


def test_a_new_passphrase_says_that_nobody_can_reset_it() -> None:
    """Row 12."""
    assert passphrase_note(EN) == (
        "Nobody can reset this for you, the host neither. Without it and without the paper, your entries stay closed to"
        " you. Your group can let you in again."
    )
    assert passphrase_note(DE) == (
        "Niemand kann sie zurücksetzen, auch nicht wer den Server betreibt. Ohne sie und ohne das Blatt bleiben die"
        " Einträge für dich zu. Deine Gruppe kann dich neu hereinlassen."
    )


def test_close_says_that_the_history_stays() -> None:
    """Row 13."""
    assert close_note(EN) == (
        "This closes everything and opens a weather page. Your browser’s history still shows that you were here."
    )
    assert close_note(DE) == (
        "Das schließt alles und öffnet eine Wetterseite. Der Verlauf deines Browsers zeigt weiterhin, dass du hier"
        " warst."
    )


@pytest.mark.parametrize(
    ("attempts", "en", "de"),
    [
        (
            2,
            "90 days without contact. We wrote twice. He has not answered.",
            "90 Tage ohne Kontakt. Wir haben zweimal geschrieben. Er hat nicht geantwortet.",
        ),
        (
            0,
            "90 days without contact. We have not written yet.",
            "90 Tage ohne Kontakt. Wir haben noch nicht geschrieben.",
        ),
    ],
)
def test_the_limit_has_two_forms(attempts: int, en: str, de: str) -> None:
    """Row 15: whether he did not answer, or we did not write (R26)."""
    facts = ContactLead(
        code=ContactCode.LATE,
        clock=Clock.on(day(6, 1)),
        first=False,
        days=90,
        attempts=attempts,
        reply=Reply.NOTHING,
        missed=0,
        ours=0,
    )
    assert contact_lead(facts, EN) == en
    assert contact_lead(facts, DE) == de


def test_a_gate_has_no_name_only_its_sentence() -> None:
    """What is there is said with its day; nothing stands in front of it (content 11a)."""
    met = Condition(asks=Asks.YES, stands=Stands.MET, on=day(1, 12))
    assert condition(met, EN) == "Support group: yes, 12\u00a0January."
    assert condition(Condition(asks=Asks.SECOND, stands=Stands.MET), DE) == "Ein zweites Mitglied hat es bestätigt."


def test_the_names_of_code_stay_in_code() -> None:
    """No page says worksheet, policy, mandate or consent (content 11a)."""
    package = Path(answerable.__file__).parent
    texts = [
        str(text)
        for path in catalogues(package)
        for message in read(path)
        if message.id
        for text in (message.id, message.string)
    ]
    assert [text for text in texts if NAMES_OF_CODE.search(text)] == []
