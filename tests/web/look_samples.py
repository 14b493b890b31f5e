"""Pages of invented content that show every part of the look; as a program it writes them as files.

Usage: python -m tests.web.look_samples FOLDER CATALOGUES (a folder with de/LC_MESSAGES/django.mo)
"""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.forms.renderers import BaseRenderer
from django.template.backends.django import DjangoTemplates, Template
from django.test import RequestFactory
from django.utils import translation

from tests.web.look_forms import contact_form, say, unlock_form

HERE = Path(__file__).parent
BASE = HERE.parents[1] / "answerable" / "web" / "base"
LANGUAGES = ("en", "de")
PAGES = ("now", "contact", "refused", "entry", "letter", "first_run", "invited", "sheet", "questions", "strained")
PLAIN_PAGES = ("400", "403", "404", "500", "another", "stale", "shut", "not_saved", "locked", "plain")


class Engine(BaseRenderer):
    """The templates of base and the samples, as the project's settings see them; also draws forms."""

    form_template_name = "django/forms/div.html"
    field_template_name = "django/forms/field.html"

    def __init__(self) -> None:
        self.backend = DjangoTemplates(
            {
                "NAME": "look",
                "DIRS": [BASE / "templates", HERE / "samples"],
                "APP_DIRS": False,
                "OPTIONS": {
                    "context_processors": ["django.template.context_processors.csrf"],
                    "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
                },
            }
        )

    def get_template(self, template_name: str) -> Template:
        """Return one template by its name."""
        return self.backend.get_template(template_name)


def shell(**changed: object) -> dict[str, Any]:
    """Return the frame of a page, as base/layout.html describes it."""
    en = translation.get_language() != "de"
    menu = (
        ("Now", "Contact", "Demands", "People around X", "Decisions", "Us")
        if en
        else ("Jetzt", "Kontakt", "Forderungen", "Umfeld", "Entscheidungen", "Wir")
    )
    more = (
        ("Updates", "Messages", "Letters", "Who may be told", "Settings")
        if en
        else ("Berichte", "Nachrichten", "Briefe", "Wer es erfahren darf", "Einstellungen")
    )
    frame = {
        "site_name": say("Allotment", "Gartenplan"),
        "title": say("Now", "Jetzt"),
        "refused": False,
        "language": "en" if en else "de",
        "dir": "ltr",
        "theme": "",
        "signed_in": True,
        "menu": [{"label": label, "url": "#", "current": at == 0} for at, label in enumerate(menu)],
        "more": [{"label": label, "url": "#", "current": False} for label in more],
        "menu_now": menu[0],
        "member_name": "Ada",
        "group_name": say("contact group", "Kontaktgruppe"),
        "reads": say(
            "What you see here is sealed for the contact group.",
            "Was du hier siehst, ist für die Kontaktgruppe verschlossen.",
        ),
        "locks_at": "20:42",
        "refresh_url": "/locked",
        "today": say("22 September", "22. September"),
        "alarms": [],
        "notice": "",
        "practice": None,
        "home_url": "#",
        "lock_url": "#",
        "close_url": "#",
        "language_url": "#",
        "sessions_url": "#",
        "danger_url": "#",
        "help_url": "#",
        "other_language": "de" if en else "en",
        "here": "/",
    }
    return frame | changed


def cell(text: str, **rest: str) -> dict[str, str]:
    """Return one cell of a table of rows."""
    return {"text": text, "url": "", "note": "", "kind": "", "tag": "", "label": ""} | rest


def rows() -> dict[str, Any]:
    """Return a table with every word of a demand's state."""
    states = (
        ("unknown", say("not asked", "nicht gefragt")),
        ("asked", say("asked, no answer yet", "gefragt, noch keine Antwort")),
        ("said", say("said", "gesagt")),
        ("seen", say("seen", "gesehen")),
        ("refused", say("refused", "abgelehnt")),
    )
    knows = say("How we know", "Woher wir das wissen")
    how = say("X says he is on a waiting list since May.", "X sagt, er steht seit Mai auf einer Warteliste.")
    title = say("Start perpetrator work", "Mit Täterarbeit anfangen")
    note = say("Reflect. Support group, 12 January", "Reflektieren. Unterstützungsgruppe, 12. Januar")
    tag = say("his account", "seine Darstellung")
    return {
        "caption": say(
            "“Seen” means: somebody other than X told us or showed us.",
            "„Gesehen“ heißt: Jemand anders als X hat es uns gesagt oder gezeigt.",
        ),
        "heads": (say("Demand", "Forderung"), say("State", "Stand"), knows),
        "rows": [
            (cell(title, url="#", note=note), cell(word, kind=kind), cell(how, label=knows, tag=tag))
            for kind, word in states
        ],
    }


def plot() -> dict[str, Any]:
    """Return a plot with every mark a bar can carry."""
    to_today = say("17 July to today", "17. Juli bis heute")
    met = say("21 April to 17 July, met", "21. April bis 17. Juli, getroffen")
    return {
        "caption": say(
            "Days between contacts. The upright line is the agreed limit; a striped bar went past it.",
            "Tage zwischen den Kontakten. Der Strich ist die vereinbarte Grenze; ein gestreifter Balken liegt darüber.",
        ),
        "heads": (say("From, to", "Von, bis"), say("Days", "Tage"), say("Drawn", "Gezeichnet")),
        "limit": 75,
        "rows": [
            {"label": to_today, "note": "", "number": say("67, running", "67, läuft"), "width": 56, "mark": "now"},
            {"label": met, "note": "", "number": "87", "width": 73, "mark": ""},
            {
                "label": met,
                "note": say("Late since 4 May.", "Zu spät seit 4. Mai."),
                "number": say("110, 20 over", "110, 20 darüber"),
                "width": 92,
                "mark": "late",
            },
            {
                "label": met,
                "note": "",
                "number": say("81, paused by us", "81, Pause von uns"),
                "width": 68,
                "mark": "paused",
            },
        ],
    }


def jobs() -> list[dict[str, str]]:
    """Return three due things, and the words soon, due, late and none of them."""
    update, contact = say("Hand over the update", "Den Bericht übergeben"), say("Contact X", "X kontaktieren")
    who = say("Three months were over on 20 September. Bo has it.", "Die drei Monate sind um. Bo kümmert sich darum.")
    words = (
        (update, "soon", say("Soon: by 18 October", "Bald: bis zum 18. Oktober")),
        (contact, "due", say("Due since 20 September", "Fällig seit dem 20. September")),
        (contact, "late", say("Late since 4 October", "Überfällig seit dem 4. Oktober")),
        (update, "", say("41 days left", "noch 41 Tage")),
    )
    return [{"label": label, "url": "#", "who": who, "kind": kind, "word": word} for label, kind, word in words]


def context(engine: Engine, page: str) -> dict[str, Any]:
    """Return what the sample page `page` is fed with, in the language that is on."""
    posted = {"reached": "tried", "on": "2026-09-22", "how": "call", "who": ["a", "b"], "topic": "on", "entry": "k7q2"}
    refused = posted | {
        "reached": "",
        "on": "next week",
        "account": say("He is on the list.", "Er steht auf der Liste."),
    }
    form = contact_form(engine, refused if page == "refused" else posted)
    frame = shell(refused=page == "refused", refresh_url="" if page in {"contact", "refused"} else "/locked")
    if page in {"first_run", "invited", "sheet"}:
        frame |= {"signed_in": False, "menu": [], "more": [], "member_name": "", "title": say("Sign in", "Anmelden")}
    if page == "strained":
        look = ((say("contact group", "Kontaktgruppe"), True), (say("support group", "Unterstützungsgruppe"), False))
        seats = [{"label": label, "value": str(at), "current": now} for at, (label, now) in enumerate(look)]
        frame |= {
            "notice": say("Kept. Sealed for the contact group.", "Aufgehoben. Verschlossen für die Kontaktgruppe."),
            "alarms": [{"text": say("Entry 41 of 3 May, by Bo.", "Eintrag 41 vom 3. Mai, von Bo."), "url": "#"}],
            "practice": {"url": "#", "leave_url": "#", "seats": seats},
        }
    return {"shell": frame, "form": form, "say": words(), "rows": rows(), "plot": plot(), "jobs": jobs()} | parts()


def words() -> dict[str, str]:
    """Return the sentences the sample pages are made of."""
    return {
        "lead": say(
            "Contact with X is in time, and the update to the support group is ready to hand over.",
            "Der Kontakt zu X ist im Zeitplan, und der Bericht an die Unterstützungsgruppe kann übergeben werden.",
        ),
        "due": say("What is due", "Was ansteht"),
        "contact": say("Write down a contact", "Einen Kontakt aufschreiben"),
        "note": say("Write a note", "Eine Notiz schreiben"),
        "entry": say("A contact of 17 July", "Ein Kontakt vom 17. Juli"),
        "day": say(
            "Tuesday 22 September. Last entry yesterday, by Bo.", "Dienstag, 22. September. Gestern schrieb Bo."
        ),
        "more": say("Change this", "Das ändern"),
        "telling": say("Telling them ourselves", "Es ihnen selbst sagen"),
        "safety": say("Safety words", "Sicherheitswörter"),
        "begin": say("Your passphrase", "Deine Passphrase"),
        "go_on": say("Go on", "Weiter"),
        "letter": say("June to September", "Juni bis September"),
        "sign": say("In solidarity, the contact group", "Solidarisch, die Kontaktgruppe"),
        "foot": say(
            "Record of 118 entries, checkpoint k7q2m 9fx3h 4wt2b z7kq2 m9fx3 h4wt2 bz7k2 q9mx3.",
            "Aufzeichnung mit 118 Einträgen, Prüfpunkt k7q2m 9fx3h 4wt2b z7kq2 m9fx3 h4wt2 bz7k2 q9mx3.",
        ),
        "sessions": say("Your devices and sessions", "Deine Geräte und Sitzungen"),
        "end": say("End this one", "Diese beenden"),
        "sentence": say(
            "We met X once, two of us, on 17 July; the next contact is due by 15 October.",
            "Zu zweit haben wir X einmal getroffen, am 17. Juli; der nächste Kontakt steht bis zum 15. Oktober an.",
        ),
    }


def parts() -> dict[str, Any]:
    """Return what each part is fed with."""
    save = {"label": say("Save for the group", "Für die Gruppe speichern"), "name": "", "value": "", "url": ""}
    draft = {
        "label": say("Keep as my draft", "Als meinen Entwurf behalten"),
        "name": "keep",
        "value": "draft",
        "url": "",
    }
    open_, met = say("open", "offen"), say("met", "erfüllt")
    decided = say("The group has not decided for it.", "Die Gruppe hat sich nicht dafür entschieden.")
    return {
        "actions": [save | {"plain": False}, draft | {"plain": True}],
        "readers": say("The contact group: Ada and Bo.", "Die Kontaktgruppe: Ada und Bo."),
        "readers_url": "#",
        "afterwards": say("You can take your words out for seven days.", "Du kannst es sieben Tage lang herausnehmen."),
        "account": say("I wrote to them.\n\nThey know.", "Ich habe ihnen geschrieben.\n\nSie wissen es."),
        "gate": {
            "sentence": say(
                "This is not yet possible. One thing is open.", "Das geht noch nicht. Ein Punkt ist offen."
            ),
            "conditions": [
                {"kind": "met", "word": met, "text": "17. 7.", "url": "", "link": ""},
                {"kind": "open", "word": open_, "text": decided, "url": "#", "link": say("Write it", "Aufschreiben")},
            ],
        },
        "pairs": [(say("Aim", "Ziel"), decided), (say("Afterwards", "Danach"), say("Bo is there.", "Bo ist da."))],
        "told": {"sentence": decided, "parts": [{"label": open_, "text": decided, "his": True}], "pairs": []},
        "quote": {"label": say("In his words", "In seinen Worten"), "text": decided, "pairs": [], "his": True},
        "reading": {"text": decided, "url": "#", "link": say("Read it", "Lesen")},
    } | paper()


def paper() -> dict[str, Any]:
    """Return what the parts are fed with that are compared, copied by hand, printed, taken out or carried."""
    ask = say("What of the last agreement did you do?", "Was von der letzten Vereinbarung hast du getan?")
    listed = say("not asked|answered|evaded|refused", "nicht gefragt|beantwortet|ausgewichen|abgelehnt").split("|")
    code = [["k7q2m", "9fx3h", "4wt2b", "z7kq2"], ["m9fx3", "h4wt2", "bz7k2", "q9mx3"]]
    return {
        "step": {"number": 4, "of": 9, "time": say("2 minutes", "2 Minuten")},
        "code": code[0],
        "six_words": ("cactus", "ladder", "proton", "violin", "meadow", "unsnapped"),
        "sheet": {
            "title": say("Recovery code", "Code für den Notfall"),
            "before": [say("Keep this sheet where only you find it.", "Leg das Blatt hin, wo nur du es findest.")],
            "rows": code,
            "after": [say("Printers keep copies.", "Drucker behalten Kopien.")],
        },
        "question_groups": [
            {"title": title, "questions": [{"number": at, "text": ask} for at in range(first, first + 3)]}
            for title, first in ((say("Opening", "Anfang"), 1), (say("Reflect", "Reflektieren"), 4))
        ],
        "outcomes": listed,
        "taken_out": {"what": say("Note by Bo", "Notiz von Bo"), "on": say("3 October", "3. Oktober"), "why": ""},
        "versions": [
            {"label": say("Contact", "Kontakt"), "by": "Bo", "on": "18. 7.", "url": "", "stands": True},
            {"label": say("Contact", "Kontakt"), "by": "Ada", "on": "17. 7.", "url": "#", "stands": False},
        ],
        "carried": [("account", 'He said:\n"yes" <b>, and that he is on the list.'), ("on", "2026-09-22")],
        "empty": say("No contact yet.", "Noch kein Kontakt."),
        "empty_url": "#",
        "empty_link": say("Write one down", "Einen aufschreiben"),
        "locked_at": "20:42",
        "has_text": True,
        "newer": False,
        "unlock_url": "#",
        "discard_url": "#",
        "home": "#",
        "action": "#",
    }


def draw(engine: Engine, name: str, fed: Mapping[str, Any]) -> str:
    """Return the page or part `name`, fed with `fed`, as a browser would get it."""
    return str(engine.get_template(name).render(dict(fed), RequestFactory().get("/")))


def everything(engine: Engine, language: str) -> dict[str, str]:
    """Return every sample page by name, in one language."""
    with translation.override(language):
        made = {page: draw(engine, f"{page}.html", context(engine, page)) for page in PAGES}
        frame = shell(signed_in=False, menu=[], more=[], member_name="", title=say("Entry", "Eintrag"), refused=True)
        fed = parts() | {"shell": frame, "form": unlock_form(Engine())}
        made |= {page: draw(engine, f"base/{page}.html", fed) for page in PLAIN_PAGES}
    return made


def main(target: Path, catalogues: Path) -> None:
    """Write every page in both languages, and the files they name, below `target`."""
    settings.configure(
        STATIC_URL="static/", LOCALE_PATHS=[catalogues], LANGUAGES=[("en", "English"), ("de", "Deutsch")], USE_TZ=True
    )
    django.setup()
    for language in LANGUAGES:
        folder = target / language
        shutil.copytree(BASE / "static", folder / "static", dirs_exist_ok=True)
        for name, text in everything(Engine(), language).items():
            (folder / f"{name}.html").write_text(text.replace('"/static/', '"static/'), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
