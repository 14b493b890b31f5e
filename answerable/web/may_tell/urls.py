"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.may_tell import protected, saying, views

urlpatterns = [
    path("g/<str:alias>/who", views.may_tell, "may-tell"),
    path("g/<str:alias>/who/new", saying.new, "may-tell-new"),
    path("g/<str:alias>/who/off", saying.stop, "may-tell-stop"),
    path("g/<str:alias>/who/still", saying.still, "may-tell-still"),
    path("g/<str:alias>/who/ask", saying.ask, "may-tell-ask"),
    path("g/<str:alias>/who/ask/<str:ident>", saying.ask_for, "may-tell-ask-for"),
    path("g/<str:alias>/who/sheet", views.sheet, "may-tell-sheet"),
    path("g/<str:alias>/who/way", saying.reach, "reach"),
    path("g/<str:alias>/who/list", protected.words, "protected"),
    path("g/<str:alias>/who/<str:ident>", saying.about, "may-tell-for"),
    path("g/<str:alias>/who/<str:ident>/again", saying.again, "may-tell-again"),
]
