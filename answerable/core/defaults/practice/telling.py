"""What the contact group of the practice process asks itself about the climbing group, and why it does not tell now."""

from answerable.core.defaults.text import Text

FACT = Text(
    en="He goes there once a week, he says. He leads nobody and holds no key.",
    de="Er geht einmal in der Woche hin, sagt er. Er leitet niemanden an und hat keinen Schlüssel.",
)
SOMEBODY_WROTE = Text(en="Somebody from there asked who we are.", de="Jemand von dort hat gefragt, wer wir sind.")
TRUST_WHY = Text(
    en="Whoever climbs with him lets him hold the rope. That is trust, but everybody there does it with everybody.",
    de="Wer mit ihm klettert, lässt ihn das Seil halten. Das ist Vertrauen, aber alle dort tun das mit allen.",
)
POWER_WHY = Text(en="He is new there and decides nothing.", de="Er ist neu dort und bestimmt nichts.")
TURN = Text(
    en="At the next talk we ask who there knows, and by when he tells them.",
    de="Beim nächsten Gespräch fragen wir, wer dort davon weiß und bis wann er es ihnen sagt.",
)
LEAST = Text(
    en="Nothing. The support group says no, and it stays no.",
    de="Nichts. Die Unterstützungsgruppe sagt Nein, und es bleibt ein Nein.",
)
REASONS = Text(
    en="There is a no for them, and we do not ask why. He is asked first. If he begins to train new people, we look earlier.",
    de="Für sie gibt es ein Nein, und wir fragen nicht, warum. Zuerst wird er gefragt. Fängt er an, Neue anzuleiten, schauen wir früher hin.",
)
