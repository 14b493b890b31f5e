"""Who may open which page: every view carries a rule, and a view without one does not load."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from django.core.exceptions import ImproperlyConfigured
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.urls import path as django_path

from answerable.core.circles import Role

View = Callable[..., HttpResponseBase]
Door = Literal["anyone", "signed-in", "circle"]
ALL = (Role.CONTACT, Role.SUPPORT, Role.SUPERVISION)
CONTACT = (Role.CONTACT,)
CONTACT_SUPPORT = (Role.CONTACT, Role.SUPPORT)


class Rule(NamedTuple):
    """Who may come through, to do what, by which methods.

    `loopback` exists only on a machine-local start; only with `files` a file that is sent is taken in at all.
    """

    door: Door
    circles: tuple[Role, ...]
    action: str
    methods: tuple[str, ...]
    loopback: bool = False
    files: bool = False


def path(route: str, view: View, name: str) -> URLPattern:
    """Return a URL pattern. Raises ImproperlyConfigured where the view declares no (circle, action)."""
    if not isinstance(getattr(view, "rule", None), Rule):
        message = f"the view {view.__module__}.{getattr(view, '__name__', '?')} does not say who may"
        raise ImproperlyConfigured(message)
    return django_path(route, view, name=name)


def rule_of(view: Any) -> Rule:
    """Return the rule that a guard put on a view."""
    rule: Rule = view.rule
    return rule
