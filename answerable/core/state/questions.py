"""Questions between contact and support circle, and objections, as they stand."""

from collections.abc import Callable
from typing import assert_never

from answerable.core.audiences import needs_second_reader
from answerable.core.circles import Role
from answerable.core.entries import ObjectionAnswered, ObjectionRaised, QuestionAnswered, QuestionAsked
from answerable.core.entries.hashes import text_hash
from answerable.core.state.items import Filed, Item
from answerable.core.state.readings import Readings
from answerable.core.state.shape import Objection, Question
from answerable.core.state.standing import circle_speaking, item_of

QuestionEntry = QuestionAsked | QuestionAnswered | ObjectionRaised | ObjectionAnswered


class QuestionsBuilder:
    """Gathers questions, objections and the answers to them."""

    def __init__(self, first_of: Callable[[bytes], bytes]) -> None:
        self._first_of = first_of
        self.asked: dict[bytes, Item[QuestionAsked]] = {}
        self.answers: dict[bytes, list[Item[QuestionAnswered]]] = {}
        self.raised: dict[bytes, Item[ObjectionRaised]] = {}
        self.replies: dict[bytes, list[Item[ObjectionAnswered]]] = {}

    def add(self, filed: Filed, entry: QuestionEntry, first: bytes, seq: int) -> None:
        """Take an entry of this family."""
        match entry:
            case QuestionAsked():
                self.asked[first] = item_of(filed, entry, first, seq)
            case QuestionAnswered():
                self.answers.setdefault(self._first_of(entry.question), []).append(item_of(filed, entry, first, seq))
            case ObjectionRaised():
                self.raised[first] = item_of(filed, entry, first, seq)
            case ObjectionAnswered():
                self.replies.setdefault(self._first_of(entry.objection), []).append(item_of(filed, entry, first, seq))
            case _:
                assert_never(entry)

    def freeze_questions(self, readings: Readings, unplaced: list[bytes]) -> tuple[Question, ...]:
        """Return the questions in the order in which they were asked."""
        for question, answers in self.answers.items():
            if question not in self.asked:
                unplaced += [item.entry_id for item in answers]
        return tuple(
            Question(
                item=item,
                asked_by=circle_speaking(item),
                readings=readings.of(item, text_hash(item.entry)).readings,
                answers=tuple(self.answers.get(first, ())),
            )
            for first, item in self.asked.items()
        )

    def freeze_objections(self, readings: Readings, unplaced: list[bytes]) -> tuple[Objection, ...]:
        """Return the objections in the order in which they were raised."""
        for objection, replies in self.replies.items():
            if objection not in self.raised:
                unplaced += [item.entry_id for item in replies]
        return tuple(
            Objection(
                item=item,
                raised_by=_raised_by(item),
                readings=readings.of(item, text_hash(item.entry)).readings,
                answers=tuple(self.replies.get(first, ())),
            )
            for first, item in self.raised.items()
        )


def _raised_by(item: Item[ObjectionRaised]) -> Role | None:
    if needs_second_reader(item.entry, item.author_roles):
        return None
    return Role.SUPPORT if Role.SUPPORT in item.author_roles else Role.SUPERVISION
