"""The sentence that opens the first page."""

import pytest

from answerable.core.calendar import Clock, weeks
from answerable.core.duties.lead import ContactCode, ContactLead, Lead, UpdateCode
from answerable.core.entries.contacts import Reply
from answerable.wording.days import NBSP
from answerable.wording.lead import lead, nothing_due
from answerable.wording.words import Words
from tests.core.examples import day
from tests.wording.speech import BOTH, english, german

EN, DE = english(), german()
CONTACT_CLOCK = Clock.on(day(10, 17), grace=weeks(2))
UPDATE_CLOCK = Clock.on(day(9, 20), grace=weeks(4))


def facts(
    contact: ContactCode = ContactCode.IN_TIME,
    update: UpdateCode = UpdateCode.IN_TIME,
    *,
    first: bool = False,
    attempts: int = 0,
    reply: Reply = Reply.NOTHING,
    missed: int = 0,
    ours: int = 0,
    paused: bool = False,
) -> Lead:
    """Return facts of a lead sentence."""
    return Lead(
        paused_until_on=day(10, 5) if paused else None,
        contact=ContactLead(
            code=contact,
            clock=None if contact is ContactCode.NOT_TAKEN_ON else CONTACT_CLOCK,
            first=first,
            days=110,
            attempts=attempts,
            reply=reply,
            missed=missed,
            ours=ours,
        ),
        update=update,
        update_clock=None if update is UpdateCode.NOT_TAKEN_ON else UPDATE_CLOCK,
    )


@pytest.mark.parametrize(
    ("given", "en", "de"),
    [
        (
            facts(update=UpdateCode.READY),
            "Contact with X is in time, and the update to the support group is ready to hand over.",
            "Der Kontakt mit X ist im Plan, und der Bericht an die Unterstützungsgruppe kann übergeben werden.",
        ),
        (
            facts(),
            "Contact with X is in time, and so is the update to the support group.",
            "Der Kontakt mit X ist im Plan, und der Bericht an die Unterstützungsgruppe auch.",
        ),
        (
            facts(update=UpdateCode.NOT_TAKEN_ON),
            "Contact with X is in time.",
            "Der Kontakt mit X ist im Plan.",
        ),
        (
            facts(ContactCode.SOON, UpdateCode.DUE),
            (
                f"The next contact with X is due on 17{NBSP}October,"
                f" and the update to the support group is due by 18{NBSP}October."
            ),
            (
                f"Der nächste Kontakt mit X ist am 17.{NBSP}Oktober fällig,"
                f" und der Bericht an die Unterstützungsgruppe ist fällig bis zum 18.{NBSP}Oktober."
            ),
        ),
        (
            facts(ContactCode.DUE, UpdateCode.WAITS_FOR_READER),
            f"Contact with X has been due since 17{NBSP}October, and the update waits for a second reader.",
            f"Der Kontakt mit X ist seit dem 17.{NBSP}Oktober fällig, und der Bericht muss noch gegengelesen werden.",
        ),
        (
            facts(ContactCode.LATE, UpdateCode.LATE, attempts=5, reply=Reply.ASKS_FOR_TIME, missed=1),
            (
                "110 days without contact. We wrote five times. He asked for more time. He did not come to a meeting."
                f" The update to the support group has been late since 19{NBSP}October."
            ),
            (
                "110 Tage ohne Kontakt. Wir haben fünfmal geschrieben. Er hat um mehr Zeit gebeten."
                " Er ist zu einem Treffen nicht gekommen."
                f" Der Bericht an die Unterstützungsgruppe ist seit dem 19.{NBSP}Oktober überfällig."
            ),
        ),
        (
            facts(ContactCode.LATE, UpdateCode.NOT_TAKEN_ON, missed=1),
            "110 days without contact. He did not come to a meeting.",
            "110 Tage ohne Kontakt. Er ist zu einem Treffen nicht gekommen.",
        ),
        (
            facts(ContactCode.SOON, UpdateCode.NOT_TAKEN_ON, first=True),
            f"No contact yet. The first one is due by 17{NBSP}October.",
            f"Noch kein Kontakt. Der erste ist bis zum 17.{NBSP}Oktober fällig.",
        ),
        (
            facts(ContactCode.NOT_TAKEN_ON, UpdateCode.SOON),
            f"The update to the support group is due on 20{NBSP}September.",
            f"Der Bericht an die Unterstützungsgruppe ist am 20.{NBSP}September fällig.",
        ),
        (facts(ContactCode.NOT_TAKEN_ON, UpdateCode.NOT_TAKEN_ON), "", ""),
        (
            facts(ContactCode.LATE, UpdateCode.NOT_TAKEN_ON, reply=Reply.SOMETHING_ELSE, missed=2, ours=1),
            (
                "110 days without contact. He answered nothing that we asked. He did not come to two meetings."
                " One meeting did not happen because of us."
            ),
            (
                "110 Tage ohne Kontakt. Auf unsere Fragen hat er nicht geantwortet."
                " Er ist zu zwei Treffen nicht gekommen. Ein Treffen ist wegen uns ausgefallen."
            ),
        ),
        (
            facts(update=UpdateCode.NOT_TAKEN_ON, paused=True),
            f"We pause until 5{NBSP}October. Contact with X is in time.",
            f"Wir machen bis zum 5.{NBSP}Oktober Pause. Der Kontakt mit X ist im Plan.",
        ),
    ],
)
def test_the_lead_tells_how_contact_and_update_stand(given: Lead, en: str, de: str) -> None:
    """A sentence, without blame and without praise."""
    assert lead(given, EN) == en
    assert lead(given, DE) == de


@pytest.mark.parametrize("words", BOTH)
def test_nothing_due_says_when_we_see_each_other(words: Words) -> None:
    """The empty state of the list."""
    assert nothing_due(words).endswith(".")
