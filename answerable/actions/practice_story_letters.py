"""The practice year, letters: a semi-open one that may be read aloud and shown on paper, and a file beside it (R3)."""

from answerable.actions import files
from answerable.actions.practice_story_stage import HEAD, Stage
from answerable.core.defaults.practice import letters as said
from answerable.core.defaults.practice import people as cast
from answerable.core.entries import CirculationSet, DocumentAdded
from answerable.core.entries.documents import DocumentSort
from answerable.core.entries.hashes import text_hash
from answerable.core.entries.letters import LetterForm
from answerable.sealing.attachments import seal_file
from answerable.sealing.randomness import draw

AGO = 342


def what_may_be_given(stage: Stage) -> None:
    """Let Mika bring the semi-open letter and say how it may be given; Ines notes how they want to read it."""
    letter = DocumentAdded(
        **HEAD,
        sort=DocumentSort.SEMI_OPEN_LETTER,
        title=stage.say(said.SEMI_OPEN_TITLE),
        language=stage.language,
        dated_on=stage.day(AGO),
        text=stage.say(said.SEMI_OPEN),
    )
    (document,) = stage.write(cast.MIKA, AGO, letter)
    given = CirculationSet(
        **HEAD,
        document=document,
        text_hash=text_hash(letter),
        authorised_by=stage.say(said.BY_WHOM),
        forms=(LetterForm.READ_ALOUD, LetterForm.PRINT),
        to_whom=stage.say(said.TO_WHOM),
        said_on=stage.day(AGO),
    )
    stage.write(cast.MIKA, AGO, given)
    data, name = stage.say(said.FILE).encode(), stage.say(said.FILE_NAME)
    sealed = files.prepared(seal_file(data), data[: files.HEAD], is_text=True, keep_details=False)
    stage.do(
        cast.INES,
        AGO - 1,
        lambda opened, now: files.add(opened, draw(16), sealed, document=document, name=name, now=now),
    )
