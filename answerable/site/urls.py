"""All URLs: each area brings its own; ids are random, words are neutral (C4)."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern

AREAS = (
    "account",
    "now",
    "chronicle",
    "contacts",
    "demands",
    "letters",
    "surroundings",
    "may_tell",
    "decisions",
    "steps",
    "telling",
    "soon",
    "us",
    "updates",
    "responsibility",
    "messages",
    "settings",
    "practice",
)

urlpatterns: list[URLPattern] = []
for area in AREAS:
    if find_spec(f"answerable.web.{area}") and find_spec(f"answerable.web.{area}.urls"):
        urlpatterns += import_module(f"answerable.web.{area}.urls").urlpatterns

handler400 = "answerable.web.base.errors.bad_request"
handler403 = "answerable.web.base.errors.forbidden"
handler404 = "answerable.web.base.errors.not_found"
handler500 = "answerable.web.base.errors.failed"
