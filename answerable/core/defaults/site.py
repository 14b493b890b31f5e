"""Words for the outside: site names and reminder mails that tell nothing (C4, content 11a)."""

import msgspec

from answerable.core.defaults.text import Language, Text

SITE_NAMES: dict[Language, tuple[str, ...]] = {
    Language.EN: (
        "Allotment",
        "Choir list",
        "Rota",
        "Book table",
        "Kitchen notes",
        "Garden plan",
        "Tool shelf",
        "Seed box",
        "Tea round",
        "Noticeboard",
        "Lending shelf",
        "House diary",
        "Sewing box",
        "Walking list",
    ),
    Language.DE: (
        "Chorliste",
        "Notizheft",
        "Gartenplan",
        "Büchertisch",
        "Küchenzettel",
        "Werkzeugregal",
        "Samenkiste",
        "Teerunde",
        "Pinnwand",
        "Leihregal",
        "Hauskalender",
        "Nähkasten",
        "Wanderliste",
        "Putzplan",
    ),
}


class MailText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A subject and a body; `{site}` in the subject is the site's own neutral name."""

    subject: Text
    body: Text


REMINDER_MAIL = MailText(
    subject=Text(en="{site}: something is waiting", de="{site}: etwas wartet"),
    body=Text(
        en="Something is waiting for you. Sign in when you are somewhere safe. This mail says no more on purpose.",
        de="Etwas wartet auf dich. Melde dich an, wenn du ungestört bist. Mehr steht hier mit Absicht nicht.",
    ),
)

TEST_MAIL = MailText(
    subject=Text(en="{site}: a test", de="{site}: ein Test"),
    body=Text(
        en="This mail tests whether mail reaches you. There is nothing to do.",
        de="Diese Mail prüft, ob Mails bei dir ankommen. Du musst nichts tun.",
    ),
)
