"""URLs of the door: neutral words, no ids but random ones (C4)."""

from answerable.web.account import door, first_run, joining, recovery
from answerable.web.base.rules import path

urlpatterns = [
    path("", door.welcome, "welcome"),
    path("in", door.sign_in, "sign-in"),
    path("out", door.sign_out, "sign-out"),
    path("lock", door.lock, "lock"),
    path("locked", door.locked, "locked"),
    path("unlock", door.unlock_keys, "unlock"),
    path("discard", door.discard, "discard"),
    path("close", door.close, "close"),
    path("language", door.language, "language"),
    path("theme", door.theme, "theme"),
    path("help", door.help_page, "help"),
    path("g", door.groups, "groups"),
    path("g/<str:alias>/in", joining.waiting, "waiting"),
    path("i/<str:token>", joining.invited, "invited"),
    path("i/<str:token>/1", joining.name, "invited-name"),
    path("i/<str:token>/2", joining.passphrase, "invited-passphrase"),
    path("i/<str:token>/again", joining.myself, "invited-myself"),
    path("again", recovery.recover, "recover"),
    path("start", first_run.start, "start"),
    path("start/1", first_run.site, "start-site"),
    path("start/2", first_run.name, "start-name"),
    path("start/3", first_run.passphrase, "start-passphrase"),
    path("start/4", first_run.paper, "start-paper"),
    path("start/5", first_run.codename, "start-codename"),
    path("start/6", first_run.leaving, "start-leaving"),
    path("start/7", first_run.rhythm, "start-rhythm"),
    path("start/8", first_run.others, "start-others"),
    path("start/9", first_run.ready, "start-ready"),
    path("start/<str:token>", first_run.link, "start-link"),
]
