"""Where the pages of this area stand; the words in them say nothing (C4)."""

from answerable.web.base.rules import path
from answerable.web.responsibility import indicators, views

urlpatterns = [
    path("g/<str:alias>/entries/list", views.over_time, "over-time"),
    path("g/<str:alias>/entries/look", indicators.show, "indicators"),
    path("g/<str:alias>/entries/look/<str:number>/new", indicators.new, "indicator-new"),
    path("g/<str:alias>/entries/look/<str:ident>/again", indicators.again, "indicator-again"),
    path("g/<str:alias>/people/list/look", indicators.agreed, "indicators-agreed"),
]
