"""Questions and objections, folded."""

from answerable.core.circles import Role
from answerable.core.entries import ObjectionAnswered, ObjectionRaised, QuestionAnswered, QuestionAsked
from tests.core.examples import ADA, BO, COPIED, SOL, SOME_ID, UMA
from tests.core.logbook import Log


def test_the_other_circle_answers() -> None:
    """Ada asks, Sol answers; Bo's answer to it does not fit (R5)."""
    log = Log()
    asked = log.add(ADA, QuestionAsked)
    answered = log.add(SOL, QuestionAnswered, question=asked, copied=None)
    log.add(BO, QuestionAnswered, question=asked, copied=None)
    (question,) = log.state().questions
    assert (question.asked_by, [one.entry_id for one in question.answers]) == (Role.CONTACT, [answered])
    assert [one.why for one in log.state().does_not_fit] == ["own-question"]


def test_an_absent_support_circle_answers_through_a_copy() -> None:
    """Its mail is copied by a member (R64)."""
    log = Log()
    asked = log.add(ADA, QuestionAsked)
    log.add(BO, QuestionAnswered, question=asked, copied=COPIED)
    assert len(log.state().questions[0].answers) == 1


def test_a_copied_question_is_the_support_circles_own() -> None:
    """Members answer it, and a second member reads the copy."""
    log = Log()
    asked = log.add(ADA, QuestionAsked, copied=COPIED)
    log.read(BO, asked)
    log.add(ADA, QuestionAnswered, question=asked, copied=None)
    (question,) = log.state().questions
    assert (question.asked_by, len(question.readings), len(question.answers)) == (Role.SUPPORT, 1, 1)


def test_sols_question_is_the_support_circles() -> None:
    """Without any copying."""
    log = Log()
    log.add(SOL, QuestionAsked)
    assert log.state().questions[0].asked_by is Role.SUPPORT


def test_answers_to_what_cannot_be_read_are_not_lost() -> None:
    """They are listed as unplaced, also where an answer names something that is no question."""
    log = Log()
    lost = [
        log.add(SOL, QuestionAnswered, question=SOME_ID, copied=None),
        log.add(SOL, QuestionAnswered, question=log.filed[0].entry_id, copied=None),
        log.add(ADA, ObjectionAnswered, objection=SOME_ID),
    ]
    assert [one.entry_id for one in log.state().unplaced] == lost


def test_objections_are_raised_from_a_distance_and_answered() -> None:
    """By support or supervision, or in a copy of their words (R47)."""
    log = Log()
    raised = log.add(UMA, ObjectionRaised)
    log.add(SOL, ObjectionRaised)
    log.add(ADA, ObjectionRaised, copied=COPIED)
    log.add(ADA, ObjectionRaised)
    answered = log.add(BO, ObjectionAnswered, objection=raised)
    objections = log.state().objections
    assert [one.raised_by for one in objections] == [Role.SUPERVISION, Role.SUPPORT, None]
    assert [one.entry_id for one in objections[0].answers] == [answered]
    assert [one.why for one in log.state().does_not_fit] == ["circle"]
