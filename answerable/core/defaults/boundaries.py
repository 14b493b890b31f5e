"""What a contact group does not do, to start its own list from (R25, R57-R59, content 6)."""

from answerable.core.defaults.text import Text

BOUNDARIES_VERSION = 1

WE_DO_NOT: tuple[Text, ...] = (
    Text(en="We do not treat or counsel him.", de="Wir behandeln und beraten ihn nicht."),
    Text(en="We do not work through his past.", de="Wir arbeiten seine Vergangenheit nicht auf."),
    Text(en="We do not mediate between him and her.", de="Wir vermitteln nicht zwischen ihm und ihr."),
    Text(en="We do not carry his messages to her.", de="Wir überbringen ihr keine Nachrichten von ihm."),
    Text(
        en="We do not judge guilt, or whether she can be believed.",
        de="Wir urteilen nicht über Schuld und nicht darüber, ob ihr zu glauben ist.",
    ),
    Text(
        en="We do not vouch for him, certify anything, or bring him back into groups.",
        de="Wir bürgen nicht für ihn, bescheinigen ihm nichts und führen ihn nicht in Gruppen zurück.",
    ),
    Text(
        en="We do not find him a flat, a job or a group.",
        de="Wir suchen für ihn keine Wohnung, keine Arbeit und keine Gruppe.",
    ),
    Text(en="We do not do his tasks.", de="Wir übernehmen seine Aufgaben nicht."),
    Text(
        en="We do not watch, follow, search for or photograph him.",
        de="Wir beobachten, verfolgen, suchen und fotografieren ihn nicht.",
    ),
    Text(en="We do not publish anything.", de="Wir veröffentlichen nichts."),
    Text(
        en="We do not threaten anything beyond the steps we agreed.",
        de="Wir drohen mit nichts, was über die abgemachten Schritte hinausgeht.",
    ),
    Text(
        en="We do not promise to keep anything from supervision.",
        de="Wir versprechen niemandem, etwas vor der Begleitgruppe geheim zu halten.",
    ),
    Text(
        en="We do not replace police, courts or helplines, nor her choice to use them.",
        de="Wir ersetzen weder Polizei noch Gericht noch Beratungsstellen, und nicht ihre Entscheidung, dorthin zu gehen.",
    ),
)
