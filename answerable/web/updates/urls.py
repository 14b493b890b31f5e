"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.updates import drafts, handing_over, outgoing, papers, short, views

urlpatterns = [
    path("g/<str:alias>/update", views.updates, "updates"),
    path("g/<str:alias>/update/new", drafts.new, "update-new"),
    path("g/<str:alias>/update/again", drafts.again, "update-again"),
    path("g/<str:alias>/update/<str:ident>", views.update, "update"),
    path("g/<str:alias>/update/<str:ident>/read", handing_over.read, "update-read"),
    path("g/<str:alias>/update/<str:ident>/out", handing_over.over, "update-out"),
    path("g/<str:alias>/update/<str:ident>/sheet", papers.sheet, "update-paper"),
    path("g/<str:alias>/update/<str:ident>/short", short.short, "update-short"),
    path("g/<str:alias>/update/<str:ident>/post", papers.post, "update-post"),
    path("g/<str:alias>/over", outgoing.waiting, "outgoing"),
    path("g/<str:alias>/over/<str:ident>", outgoing.read, "outgoing-one"),
]
