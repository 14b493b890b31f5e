"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.telling import correcting, plans, sheets, views

urlpatterns = [
    path("g/<str:alias>/ask", views.listing, "sheets"),
    path("g/<str:alias>/ask/new", sheets.new, "sheet-new"),
    path("g/<str:alias>/ask/out", plans.told_already, "sheet-told-already"),
    path("g/<str:alias>/ask/<str:ident>", views.one, "sheet"),
    path("g/<str:alias>/ask/<str:ident>/new", sheets.about, "sheet-for"),
    path("g/<str:alias>/ask/<str:ident>/change", correcting.change, "sheet-change"),
    path("g/<str:alias>/ask/<str:ident>/note", plans.notice, "sheet-notice"),
    path("g/<str:alias>/ask/<str:ident>/note/in", plans.notice_given, "sheet-notice-given"),
    path("g/<str:alias>/ask/<str:ident>/look", views.proof, "sheet-proof"),
    path("g/<str:alias>/ask/<str:ident>/seen", views.supervision, "sheet-supervision"),
    path("g/<str:alias>/ask/<str:ident>/talk", plans.tell, "sheet-tell"),
    path("g/<str:alias>/ask/<str:ident>/give", plans.letter, "sheet-letter"),
    path("g/<str:alias>/ask/<str:ident>/open", plans.plan, "sheet-plan"),
    path("g/<str:alias>/ask/<str:ident>/mark", plans.confirm, "sheet-confirm"),
    path("g/<str:alias>/ask/<str:ident>/out", plans.told, "sheet-told"),
    path("g/<str:alias>/ask/<str:ident>/again", plans.told_them, "sheet-told-them"),
]
