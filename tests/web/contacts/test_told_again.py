"""What was heard, told and decided is put right by a new entry; what others stood to stays."""

from collections.abc import Mapping
from datetime import date

import pytest
from msgspec import structs

from answerable.actions import record
from answerable.core.entries import (
    AnswersReported,
    AnyEntry,
    DecisionConfirmed,
    DecisionProposed,
    DecisionQuestioned,
    DecisionReached,
    ParentHeard,
)
from answerable.web.base.forms import text_of
from tests.core.logbook import example
from tests.filled import send, text_of_page
from tests.people import Cast

pytestmark = pytest.mark.django_db


def placed(cast: Cast, kind: type[AnyEntry]) -> bytes:
    """Write an entry of this kind where it belongs; return its id."""
    if kind in (ParentHeard, AnswersReported):
        return cast.write(cast.ada, example(kind))[0]
    asked = structs.replace(example(DecisionProposed), asked=(cast.ada.user, cast.bo.user), recused=())
    (proposal,) = cast.write(cast.ada, asked)
    (outcome,) = cast.write(cast.ada, structs.replace(example(DecisionReached), proposal=proposal))
    if kind is DecisionReached:
        return outcome
    return cast.write(cast.ada, structs.replace(example(kind), decision=outcome))[0]


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (ParentHeard, {"on": "2026-01-05", "text": "A letter came."}),
        (AnswersReported, {"on": "2026-01-05", "how": "read out"}),
        (DecisionQuestioned, {"on": "2026-01-05", "by": "the choir", "question": "Why now?", "answer": "Because."}),
        (DecisionConfirmed, {"why": "Nothing has changed."}),
        (DecisionReached, {"reasons": "He did not answer.", "protects": "Those who sing", "tell": "We waited."}),
    ],
)
def test_a_slip_is_put_right_by_either_member(cast: Cast, kind: type[AnyEntry], typed: Mapping[str, str]) -> None:
    """Bo corrects what Ada wrote: what he typed stands, everything else is as it was, the older words stay."""
    ident = placed(cast, kind)
    client, path = cast.bo.client(), cast.path(f"e/{text_of(ident)}")
    assert f"{path}/again" in client.get(path).content.decode()
    assert send(client, f"{path}/again", typed).status_code == 303
    older, newer = (filed.entry for filed in record.versions_of(cast.open(cast.ada), ident))
    said = {name: date.fromisoformat(value) if name == "on" else value for name, value in typed.items()}
    assert newer == structs.replace(older, **said, at=newer.at, corrects=ident)
    assert not cast.open(cast.ada).state.does_not_fit
    assert next(iter(set(typed.values()) - {"2026-01-05"})) in text_of_page(client.get(path))


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (ParentHeard, {"on": "2999-01-01"}, "The day cannot be after today"),
        (AnswersReported, {"how": ""}, "Say how you told them"),
        (DecisionReached, {"reasons": " \n"}, "Write why."),
        (DecisionConfirmed, {"why": ""}, "Write why."),
    ],
)
def test_what_cannot_stand_is_refused(cast: Cast, kind: type[AnyEntry], typed: Mapping[str, str], said: str) -> None:
    """A sentence beside the field; nothing is written."""
    ident = placed(cast, kind)
    answer = send(cast.ada.client(), cast.path(f"e/{text_of(ident)}/again"), typed)
    assert answer.status_code == 422
    assert said in text_of_page(answer)
    assert len(record.versions_of(cast.open(cast.ada), ident)) == 1


def test_the_support_group_corrects_what_it_heard(cast: Cast) -> None:
    """Sol wrote it; supervision, who does not read it, finds no such page."""
    (ident,) = cast.write(cast.sol, example(ParentHeard))
    path = cast.path(f"e/{text_of(ident)}/again")
    assert send(cast.sol.client(), path, {"on": "2026-01-05", "text": "A call."}).status_code == 303
    assert cast.open(cast.ada).state.parent.heard[-1].entry.text == "A call."
    assert cast.uma.client().get(path).status_code == 403


def test_a_question_and_views_are_not_rewritten(cast: Cast) -> None:
    """Others answered them: a question is taken up once more instead."""
    asked = structs.replace(example(DecisionProposed), asked=(cast.ada.user, cast.bo.user), recused=())
    (proposal,) = cast.write(cast.ada, asked)
    path = cast.path(f"e/{text_of(proposal)}")
    client = cast.ada.client()
    assert f"{path}/again" not in client.get(path).content.decode()
    assert client.get(f"{path}/again").status_code == 404
