"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.letters import circulation, copying, files, printing, reading, views

urlpatterns = [
    path("g/<str:alias>/pages", views.letters, "letters"),
    path("g/<str:alias>/pages/new", copying.new, "letter-new"),
    path("g/<str:alias>/pages/<str:ident>", views.letter, "letter"),
    path("g/<str:alias>/pages/<str:ident>/list", copying.demands, "letter-demands"),
    path("g/<str:alias>/pages/<str:ident>/who", circulation.circulation, "letter-who"),
    path("g/<str:alias>/pages/<str:ident>/sheet", printing.sheet, "letter-sheet"),
    path("g/<str:alias>/pages/<str:ident>/new", files.with_letter, "letter-file"),
    path("g/<str:alias>/paper/new", files.new, "file-new"),
    path("g/<str:alias>/paper/<str:ident>", files.file, "file"),
    path("g/<str:alias>/read", reading.waiting, "copies"),
    path("g/<str:alias>/read/<str:ident>", reading.read, "copy-read"),
    path("g/<str:alias>/read/<str:ident>/again", reading.again, "copy-again"),
]
