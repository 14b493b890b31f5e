"""URLs of the settings: neutral words (C4)."""

from answerable.web.base.rules import path
from answerable.web.settings import archive, home, own, site

urlpatterns = [
    path("g/<str:alias>/settings", home.settings, "settings"),
    path("g/<str:alias>/settings/list", home.own_sessions, "sessions"),
    path("g/<str:alias>/settings/new", home.another, "settings-another"),
    path("g/<str:alias>/settings/again", own.passphrase, "settings-passphrase"),
    path("g/<str:alias>/settings/sheet", own.paper, "settings-paper"),
    path("g/<str:alias>/settings/post", own.mail, "settings-mail"),
    path("g/<str:alias>/settings/pages", archive.archive, "archive"),
    path("g/<str:alias>/settings/around", site.site, "settings-site"),
]
