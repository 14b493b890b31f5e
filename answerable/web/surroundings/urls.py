"""Where the pages of this area stand."""

from answerable.web.base.rules import path
from answerable.web.surroundings import views

urlpatterns = [
    path("g/<str:alias>/around", views.around, "around"),
    path("g/<str:alias>/around/new", views.new, "around-new"),
    path("g/<str:alias>/around/<str:ident>/new", views.confirm, "around-confirm"),
    path("g/<str:alias>/around/<str:ident>/again", views.again, "around-again"),
]
