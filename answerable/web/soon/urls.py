"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.soon import agreed, views

urlpatterns = [
    path("g/<str:alias>/soon", views.notes, "soon"),
    path("g/<str:alias>/soon/new", views.new, "soon-new"),
    path("g/<str:alias>/soon/people", agreed.agreed, "soon-agreed"),
    path("g/<str:alias>/soon/e/<str:ident>", views.one, "soon-note"),
    path("g/<str:alias>/soon/e/<str:ident>/again", views.again, "soon-again"),
    path("g/<str:alias>/soon/e/<str:ident>/post", views.handed_on, "soon-handed-on"),
    path("g/<str:alias>/soon/e/<str:ident>/answer", views.answer, "soon-answer"),
]
