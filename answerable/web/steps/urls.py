"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.steps import correcting, sheet, views

urlpatterns = [
    path("g/<str:alias>/steps", views.listing, "steps"),
    path("g/<str:alias>/steps/new", views.note, "steps-new"),
    path("g/<str:alias>/steps/new/<str:ident>", views.note_from, "steps-for"),
    path("g/<str:alias>/steps/<str:ident>", views.one, "steps-one"),
    path("g/<str:alias>/steps/<str:ident>/new", views.note_more, "steps-more"),
    path("g/<str:alias>/steps/<str:ident>/next", views.take, "steps-next"),
    path("g/<str:alias>/steps/<str:ident>/sheet", sheet.sheet, "steps-sheet"),
    path("g/<str:alias>/steps/<str:ident>/answer", views.answer, "steps-answer"),
    path("g/<str:alias>/steps/<str:ident>/look", views.move, "steps-look"),
    path("g/<str:alias>/steps/<str:ident>/open", views.reopen, "steps-open"),
    path("g/<str:alias>/steps/<str:ident>/again", correcting.again, "steps-again"),
]
