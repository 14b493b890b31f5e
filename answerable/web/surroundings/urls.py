"""Where the pages of this area stand."""

from answerable.web.base.rules import path
from answerable.web.surroundings import correcting, talks, views

urlpatterns = [
    path("g/<str:alias>/around", views.around, "around"),
    path("g/<str:alias>/around/new", views.new, "around-new"),
    path("g/<str:alias>/around/talk", talks.talk, "around-talk"),
    path("g/<str:alias>/around/<str:ident>", views.one, "around-one"),
    path("g/<str:alias>/around/<str:ident>/new", views.confirm, "around-confirm"),
    path("g/<str:alias>/around/<str:ident>/note", views.note, "around-note"),
    path("g/<str:alias>/around/<str:ident>/talk", talks.talk_with, "around-talk-with"),
    path("g/<str:alias>/around/<str:ident>/answer", talks.answer, "around-answer"),
    path("g/<str:alias>/around/<str:ident>/over", talks.over, "around-over"),
    path("g/<str:alias>/around/<str:ident>/on", talks.hear, "around-hear"),
    path("g/<str:alias>/around/<str:ident>/again", correcting.again, "around-again"),
]
