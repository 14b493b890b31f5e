"""Where the pages of this area stand."""

from answerable.web.base.rules import path
from answerable.web.now import alarm, danger, duty, views

urlpatterns = [
    path("g/<str:alias>/now", views.now, "now"),
    path("g/<str:alias>/now/looked", views.looked, "looked"),
    path("g/<str:alias>/now/<str:ident>", duty.duty, "duty"),
    path("g/<str:alias>/help", danger.danger, "danger"),
    path("g/<str:alias>/alarm", alarm.alarm, "alarm"),
    path("g/<str:alias>/alarm/seen", alarm.seen, "alarm-seen"),
]
