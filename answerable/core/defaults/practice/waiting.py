"""What the practice process tells of waiting: a pause of ours, a second note, two mails about something else."""

from answerable.core.defaults.text import Text

WE_PAUSE = Text(
    en="Two of us are ill, and the others are tired. We need two weeks.",
    de="Zwei von uns sind krank, und die anderen sind müde. Wir brauchen zwei Wochen.",
)
NOOR_HEARD = Text(
    en="No to demand 2. After that one sentence that he was getting tired of this.",
    de="Nein zu Forderung 2. Danach ein Satz, dass er das allmählich leid ist.",
)
NOOR_SAW = Text(
    en="Sam found him friendly. I found him polite, and it was harder for me than the other times. Both can stand.",
    de="Sam fand ihn freundlich. Ich fand ihn höflich, und es war schwerer für mich als die anderen Male. Beides kann stehen bleiben.",
)
TWO_MAILS = Text(
    en="An article about prisons, and the question whether the next talk can be on the phone. Of the paper no word.",
    de="Ein Artikel über Gefängnisse, und die Frage, ob das nächste Gespräch am Telefon sein kann. Vom Zettel kein Wort.",
)
