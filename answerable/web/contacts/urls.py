"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.contacts import (
    agreement_pages,
    agreements,
    beside,
    correcting,
    entry,
    moves,
    new_date,
    notes,
    passages,
    pausing,
    sent,
    sheet,
    taking_out,
    views,
)

urlpatterns = [
    path("g/<str:alias>/entries", views.contacts, "contacts"),
    path("g/<str:alias>/new", views.new, "contact-new"),
    path("g/<str:alias>/sheet", sheet.show, "contact-sheet"),
    path("g/<str:alias>/came", sent.new, "sent-new"),
    path("g/<str:alias>/rest", pausing.new, "pause"),
    path("g/<str:alias>/note", notes.new, "note-new"),
    path("g/<str:alias>/e/<str:ident>", entry.show, "entry"),
    path("g/<str:alias>/e/<str:ident>/new", views.of_step, "contact-of"),
    path("g/<str:alias>/e/<str:ident>/again", correcting.again, "entry-again"),
    path("g/<str:alias>/e/<str:ident>/out", taking_out.out, "entry-out"),
    path("g/<str:alias>/e/<str:ident>/mark", passages.mark, "entry-mark"),
    path("g/<str:alias>/e/<str:ident>/answer", agreements.answer, "agreement-answer"),
    path("g/<str:alias>/e/<str:ident>/instead", agreements.replace, "agreement-replace"),
    path("g/<str:alias>/e/<str:ident>/next", agreements.follows, "agreement-follows"),
    path("g/<str:alias>/open", agreement_pages.agreements, "agreements"),
    path("g/<str:alias>/open/<str:ident>", agreement_pages.agreement, "agreement"),
    path("g/<str:alias>/change", moves.new, "change-new"),
    path("g/<str:alias>/change/look", moves.look, "change-look"),
    path("g/<str:alias>/e/<str:ident>/own", beside.new, "note-beside"),
    path("g/<str:alias>/e/<str:ident>/later", new_date.new, "new-date"),
    path("g/<str:alias>/e/<str:ident>/over", pausing.over, "pause-over"),
]
