"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.responsibility import views

urlpatterns = [
    path("g/<str:alias>/entries/list", views.over_time, "over-time"),
]
