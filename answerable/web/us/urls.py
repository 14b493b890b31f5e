"""URLs of the people's pages: neutral words, random ids (C4)."""

from answerable.web.base.rules import path
from answerable.web.us import agreed, inviting, leaving, myself, overview, terms

urlpatterns = [
    path("g/<str:alias>/people", overview.people, "people"),
    path("g/<str:alias>/people/e/<str:ident>", overview.person, "person"),
    path("g/<str:alias>/people/start", myself.start, "people-start"),
    path("g/<str:alias>/people/me", myself.me, "people-me"),
    path("g/<str:alias>/people/read", myself.stance, "people-stance"),
    path("g/<str:alias>/people/new", inviting.new, "people-new"),
    path("g/<str:alias>/people/new/<str:ident>", inviting.invitation, "people-invitation"),
    path("g/<str:alias>/people/look/<str:ident>", inviting.vouch, "people-vouch"),
    path("g/<str:alias>/people/in/<str:ident>", inviting.let_in, "people-let-in"),
    path("g/<str:alias>/people/post", inviting.give, "people-give"),
    path("g/<str:alias>/people/again", inviting.keys, "people-keys"),
    path("g/<str:alias>/people/out/<str:ident>", leaving.say_out, "people-out"),
    path("g/<str:alias>/people/left/<str:ident>", leaving.left, "people-left"),
    path("g/<str:alias>/out", leaving.leave, "leave-group"),
    path("g/<str:alias>/people/list", agreed.agreed, "agreed"),
    path("g/<str:alias>/people/list/new", agreed.agreed_new, "agreed-new"),
    path("g/<str:alias>/people/list/change", agreed.quorum_new, "quorum-new"),
    path("g/<str:alias>/people/sheet", agreed.limits, "limits"),
    path("g/<str:alias>/people/sheet/new", agreed.limits_new, "limits-new"),
    path("g/<str:alias>/people/note", terms.terms, "terms"),
    path("g/<str:alias>/people/around", agreed.here, "people-here"),
]
