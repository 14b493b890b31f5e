"""What the people of the practice process think she may need to know soon, and how it is told (R66)."""

from answerable.core.defaults.text import Text

AGREED_THREAT = Text(
    en="Something came up that she may want to know. Nothing has happened. Call us when you have quiet.",
    de="Es gibt etwas, das sie vielleicht wissen will. Passiert ist nichts. Ruft uns an, wenn ihr Ruhe habt.",
)
HEARD = Text(
    en="The person from the bike workshop says: X asks around who goes to the midsummer fair, and says he wants to talk to her there.",
    de="Die Person aus der Fahrradwerkstatt sagt: X fragt herum, wer zum Mittsommerfest geht, und sagt, er will dort mit ihr sprechen.",
)
HAS_IT = Text(
    en="Thank you for calling at once. She decides herself whether she goes. You need not do anything more.",
    de="Danke, dass ihr gleich angerufen habt. Sie entscheidet selbst, ob sie hingeht. Ihr müsst nichts weiter tun.",
)
