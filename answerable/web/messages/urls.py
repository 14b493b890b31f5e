"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.messages import answering, asking, views

urlpatterns = [
    path("g/<str:alias>/post", views.messages, "messages"),
    path("g/<str:alias>/post/new", asking.new, "message-new"),
    path("g/<str:alias>/post/in", asking.copied, "message-in"),
    path("g/<str:alias>/post/about/<str:ident>", asking.objection, "objection-new"),
    path("g/<str:alias>/post/<str:ident>", answering.message, "message"),
    path("g/<str:alias>/post/<str:ident>/in", answering.copied, "message-answer-in"),
]
