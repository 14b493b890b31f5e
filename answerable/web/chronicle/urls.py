"""Where the pages of this area stand; what is searched for is posted and stands in no URL (C4)."""

from answerable.web.base.rules import path
from answerable.web.chronicle import views

urlpatterns = [
    path("g/<str:alias>/all", views.everything, "everything"),
    path("g/<str:alias>/all/<str:number>", views.older, "everything-older"),
]
