"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.decisions import closing, proposing, views

urlpatterns = [
    path("g/<str:alias>/agenda", views.decisions, "decisions"),
    path("g/<str:alias>/agenda/new", proposing.new, "decision-new"),
    path("g/<str:alias>/agenda/new/<str:ident>", proposing.about, "decision-for"),
    path("g/<str:alias>/agenda/in", closing.met, "decision-met"),
    path("g/<str:alias>/agenda/in/<str:ident>", closing.met_about, "decision-met-about"),
    path("g/<str:alias>/agenda/<str:ident>", views.decision, "decision"),
    path("g/<str:alias>/agenda/<str:ident>/answer", proposing.position, "decision-view"),
    path("g/<str:alias>/agenda/<str:ident>/close", closing.close, "decision-close"),
    path("g/<str:alias>/agenda/<str:ident>/again", proposing.again, "decision-again"),
    path("g/<str:alias>/agenda/<str:ident>/look", closing.stays, "decision-stays"),
    path("g/<str:alias>/agenda/<str:ident>/note", closing.questioned, "decision-questioned"),
]
