"""What the practice process tells of people around X: what they know, a friend who disagrees, talks, a last word."""

from answerable.core.defaults.text import Text

LIVES_THERE = Text(en="He lives there.", de="Er wohnt dort.")
FLAT_HEARD = Text(
    en="He read demand 5 to them at breakfast, he says. Nobody said much.",
    de="Er hat ihnen Forderung 5 beim Frühstück vorgelesen, sagt er. Viel gesagt hat niemand.",
)
CLIMBING = Text(en="Climbing group", de="Klettergruppe")
CLIMBS = Text(en="He has gone there for a few weeks.", de="Seit ein paar Wochen geht er dorthin.")
CLIMBING_ACCOUNT = Text(
    en="Who there knows, he did not want to say.",
    de="Wer dort davon weiß, wollte er nicht sagen.",
)

FRIEND_IS = Text(en="A friend, since a few weeks.", de="Eine befreundete Person, seit ein paar Wochen.")
FRIEND_WROTE = Text(
    en="K. wrote to our address. He told K. the demands on a walk, and K. has not slept well since. K. wants to know who we are before K. believes anybody.",
    de="K. hat an unsere Adresse geschrieben. Er hat K. auf einem Spaziergang von den Forderungen erzählt, und seitdem schläft K. schlecht. K. will wissen, wer wir sind, und erst dann jemandem glauben.",
)
FRIEND_DISAGREES = Text(
    en="That he is to tell everybody in the reading circle. K. finds that it shames him.",
    de="Dass er es allen im Lesekreis sagen soll. K. findet, dass es ihn bloßstellt.",
)
FRIEND_TALK = Text(
    en="K. likes him and does not want to choose. At first K. talked about him only; later K. asked how we are with it.",
    de="K. mag ihn und will sich nicht entscheiden müssen. Erst ging es nur um ihn, später fragte K., wie es uns damit geht.",
)
FRIEND_STILL = Text(
    en="The demand about the reading circle. K. understands it better now and still finds it hard.",
    de="Die Forderung zum Lesekreis. K. versteht sie jetzt besser und findet sie immer noch hart.",
)
FRIEND_ASKED = Text(
    en="That K. asks him what he has told the others, and does not leave it at “roughly”.",
    de="Dass K. ihn fragt, was er den anderen gesagt hat, und es nicht bei „ungefähr“ lässt.",
)
FRIEND_ANSWERED = Text(
    en="K. asked him once. He changed the subject, and K. let him. K. will ask again, but not write to us about it.",
    de="K. hat ihn einmal gefragt. Er hat das Thema gewechselt, und K. hat ihn gelassen. K. fragt noch einmal, will uns aber nicht davon schreiben.",
)

ORGANISER = "R."
ORGANISES = Text(en="Organises the reading circle.", de="Organisiert den Lesekreis.")
ORGANISER_WROTE = Text(
    en="Three lines: he told R. after an evening, without the letter. R. heard him out.",
    de="Drei Zeilen: Er hat es R. nach einem Abend gesagt, ohne den Brief. R. hat ihm zugehört.",
)
ORGANISER_ENDS = Text(
    en="“I wish you strength. I do not want to be in the middle of this. Do not write to me again.”",
    de="„Ich wünsche euch Kraft. Ich will nicht dazwischen stehen. Schreibt mir nicht mehr.“",
)
