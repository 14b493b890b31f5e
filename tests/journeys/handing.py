"""What members do with an update: keep a draft, read it, hand it over."""

from typing import Any

from django.test import Client

from answerable.core.entries import UpdateHandedOver
from answerable.web.base.forms import text_of
from tests.filled import form_on, send, text_of_page
from tests.people import Cast, Person


def sent_on(cast: Cast) -> list[UpdateHandedOver]:
    """Return the updates that Ada's group handed over."""
    return [item.entry for item in cast.open(cast.ada).state.updates.handed_over]


def draft_path(cast: Cast) -> str:
    """Return the path of the draft that lies open."""
    draft = cast.open(cast.ada).state.updates.open_draft
    assert draft is not None
    return f"update/{text_of(draft.item.entry_id)}"


def update_path(cast: Cast) -> str:
    """Return the path of the newest update that was handed over."""
    return f"update/{text_of(cast.open(cast.ada).state.updates.handed_over[-1].entry_id)}"


def drafted(cast: Cast, by: str = "ada", **answers: str) -> str:
    """Have Ada (or another) keep a draft, and return the path of its page."""
    answer = send(getattr(cast, by).client(), cast.path("update/new"), answers)
    assert answer.status_code == 303, text_of_page(answer)
    return draft_path(cast)


def press(client: Client, cast: Cast, rest: str, going: str, **answers: str | None) -> Any:
    """Open a page and press a button of the form that goes to a place."""
    page = client.get(cast.path(rest))
    action, values = form_on(page, going=going)
    filled = {**values, **answers}
    return client.post(action.partition("#")[0], {name: value for name, value in filled.items() if value is not None})


def read(cast: Cast, person: Person, rest: str, act: str = "read") -> Any:
    """Have a second member press the button below the draft."""
    return press(person.client(), cast, rest, "/read", act=act)


def ready(cast: Cast, **answers: str) -> str:
    """Have a draft written by Ada and read by Bo."""
    rest = drafted(cast, **answers)
    read(cast, cast.bo, rest)
    return rest
