"""URLs of the practice process."""

from answerable.web.base.rules import path
from answerable.web.practice import views

urlpatterns = [
    path("try", views.start, "practice-start"),
    path("try/as", views.seat, "practice-seat"),
    path("try/out", views.leave, "practice-leave"),
]
