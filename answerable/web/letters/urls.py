"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.letters import copying, reading, views

urlpatterns = [
    path("g/<str:alias>/pages", views.letters, "letters"),
    path("g/<str:alias>/pages/new", copying.new, "letter-new"),
    path("g/<str:alias>/pages/<str:ident>", views.letter, "letter"),
    path("g/<str:alias>/pages/<str:ident>/list", copying.demands, "letter-demands"),
    path("g/<str:alias>/read", reading.waiting, "copies"),
    path("g/<str:alias>/read/<str:ident>", reading.read, "copy-read"),
    path("g/<str:alias>/read/<str:ident>/again", reading.again, "copy-again"),
]
