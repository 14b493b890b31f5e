"""The semi-open letter of the practice process, who may receive it, and a file beside it."""

from answerable.core.defaults.text import Text

SEMI_OPEN_TITLE = Text(en="Semi-open letter", de="Halboffener Brief")
SEMI_OPEN = Text(
    en="""To people who are close to X,

X has used sexualised violence. We are friends of the person he did it to. We believe her.

Where he lived before, people spoke with him for a year about what he did. Then he moved. He knows what we ask of him: work on it with people who are trained for that, tell those he is close to, stay reachable.

We do not ask you to drop him. We ask you to know, to talk with him about it, and not to pass this on.

The support group""",
    de="""An Menschen, die X nahe sind,

X hat sexualisierte Gewalt ausgeübt. Wir sind mit der Person befreundet, der er das angetan hat. Wir glauben ihr.

Dort, wo er vorher gewohnt hat, haben Menschen ein Jahr lang mit ihm über das gesprochen, was er getan hat. Dann ist er weggezogen. Er weiß, was wir von ihm fordern: mit ausgebildeten Leuten daran arbeiten, es denen sagen, denen er nahe ist, erreichbar bleiben.

Wir bitten euch nicht, ihn fallen zu lassen. Wir bitten euch, es zu wissen, mit ihm darüber zu reden und das hier nicht weiterzugeben.

Die Unterstützungsgruppe""",
)
BY_WHOM = Text(en="Support group, all of us", de="Unterstützungsgruppe, wir alle")
TO_WHOM = Text(
    en="The people he lives with. Two of you are there. Nobody keeps a copy.",
    de="Die Menschen, mit denen er wohnt. Zwei von euch sind dabei. Niemand behält eine Kopie.",
)
FILE_NAME = Text(en="for reading aloud.txt", de="zum vorlesen.txt")
FILE = Text(
    en="""Sit down first. Say who you are and that it takes four minutes.
Read slowly, to the end. Then ask: what do you need now?
Take the paper along again.
""",
    de="""Setzt euch erst hin. Sagt, wer ihr seid und dass es vier Minuten dauert.
Lest langsam, bis zum Ende. Fragt dann: was braucht ihr jetzt?
Nehmt das Papier wieder mit.
""",
)
