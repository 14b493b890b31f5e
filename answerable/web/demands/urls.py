"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.demands import parent, passing, telling_back, views, wordings

urlpatterns = [
    path("g/<str:alias>/list", views.demands, "demands"),
    path("g/<str:alias>/list/new", wordings.new, "demand-new"),
    path("g/<str:alias>/list/on", passing.all_that_wait, "demands-on"),
    path("g/<str:alias>/list/back", telling_back.back, "answers-back"),
    path("g/<str:alias>/list/<str:ident>", views.demand, "demand"),
    path("g/<str:alias>/list/<str:ident>/on", passing.one, "demand-on"),
    path("g/<str:alias>/list/<str:ident>/again", wordings.again, "demand-again"),
    path("g/<str:alias>/list/<str:ident>/out", wordings.out, "demand-out"),
    path("g/<str:alias>/far/new", parent.new, "parent-new"),
    path("g/<str:alias>/far/heard", parent.heard, "parent-heard"),
    path("g/<str:alias>/far/<str:ident>", parent.decision, "parent-decision"),
    path("g/<str:alias>/far/<str:ident>/on", passing.decision, "decision-on"),
]
