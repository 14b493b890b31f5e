"""The drafted update about people around X: through whom they know; talks as numbers (R35, R36)."""

import pytest

from answerable.core.entries import (
    AroundNoted,
    AskAnswered,
    MayTellAsked,
    PeopleTold,
    QuestionAsked,
    TalkNoted,
    UpdateDrafted,
    UpdateHandedOver,
)
from answerable.core.entries.around import AroundKind, AskOutcome, FromWhom, TalkStage
from answerable.core.entries.surroundings import LetterGiven
from tests.core.datebook import settled
from tests.core.examples import ADA, day
from tests.wording.test_update import DE, EN, written


@pytest.mark.parametrize("letter", [LetterGiven.NO, LetterGiven.UNKNOWN, LetterGiven.YES])
@pytest.mark.parametrize("from_whom", [FromWhom.US, FromWhom.SOMEBODY_ELSE, FromWhom.UNKNOWN])
def test_who_knows_from_others_than_him_is_told_so(letter: LetterGiven, from_whom: FromWhom) -> None:
    """Through whom they know stands beside the label (R35)."""
    book = settled()
    book.add(ADA, AroundNoted, demands=(), letter=letter, from_whom=from_whom)
    said = written(book, EN).who_knows
    assert said.startswith("He says this group knows")
    assert "he told" not in said
    assert written(book, DE).who_knows.startswith("Er sagt, diese Gruppe weiß es")


def test_talks_are_numbers_with_what_was_asked() -> None:
    """No word of theirs stands in the update; of a single person not even what was asked (R36)."""
    book = settled()
    talk = book.add(ADA, TalkNoted)
    book.add(ADA, TalkNoted, stage=TalkStage.OFFERED, asked=None)
    book.add(ADA, TalkNoted, label="K.", kind=AroundKind.PERSON, stage=TalkStage.DECLINED, asked="That K. asks him.")
    book.add(ADA, AskAnswered, talk=talk, outcome=AskOutcome.PARTLY)
    assert written(book, EN).who_knows == (
        "We have seen that this group knows, and do not know whether with the letter: Shared flat (we do not know from"
        " whom). We have seen that one single person knows. We talked with people around him once. We offered people"
        " around him a talk once. People around him did not want to talk once. We asked of them: “That they ask him for"
        " the letter.” They said yes to a part. We asked something of them. No answer yet."
    )
    assert "K." not in written(book, DE).who_knows
    draft_id = book.add(ADA, UpdateDrafted)
    book.add(ADA, UpdateHandedOver, draft=draft_id, on=day(3, 1))
    assert "talk" not in written(book, EN).who_knows


def test_whom_we_told_and_what_we_ask_a_yes_for_are_in_the_update() -> None:
    """The group by its label, from us; the question on a sheet of its own, without its words (R44, R54)."""
    book = settled()
    book.add(ADA, PeopleTold, label="Choir", plan=None)
    book.add(ADA, MayTellAsked)
    drafted = written(book, EN)
    assert "Choir (from us)" in drafted.who_knows
    assert drafted.we_ask == (
        "On a separate sheet: one question for your yes. You need not answer; until you do, it stays no."
    )
    assert "Lesekreis" not in written(book, DE).we_ask
    book.add(ADA, MayTellAsked)
    book.add(ADA, QuestionAsked, text="When do you meet?", copied=None)
    assert "On a separate sheet: two questions for your yes." in written(book, EN).we_ask
    assert "One question of ours is open." in written(book, EN).we_ask
