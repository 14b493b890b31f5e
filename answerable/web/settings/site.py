"""The site's name and exit page, on a machine-local start; on a server the host sets them."""

from django.conf import settings
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.actions import site_settings
from answerable.actions.reading import OpenProcess
from answerable.store import host
from answerable.web.base import exit_page
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.pages import go, show
from answerable.web.base.rules import CONTACT
from answerable.web.settings.forms import SiteForm
from answerable.web.settings.page import Act, FormPage, url


@member(*CONTACT, action="host", methods=READ_WRITE)
def site(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """An ordinary word for the site, and where Close leads."""
    if not settings.LOOPBACK:
        raise Http404
    if opened.practice:
        request.visit.say(_("In practice the name of the site and the page that Close opens stay as they are."))
        return go("settings", alias=opened.alias)
    lines = "\n".join(site_settings.help_lines())
    initial = {"name": exit_page.site_name(), "exit_page": exit_page.url(), "help_lines": lines}
    form = SiteForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        host.keep_setting(exit_page.NAME, form.cleaned_data["name"])
        host.keep_setting(exit_page.EXIT, form.cleaned_data["exit_page"])
        site_settings.keep_help_lines(form.cleaned_data["help_lines"])
        request.visit.say(_("Kept."))
        return go("settings", alias=opened.alias)
    page = FormPage(
        lead=_("A name for this site that says nothing."),
        notes=(_("Everybody who uses this machine's site sees it, also before signing in."),),
        actions=(Act(_("Keep this")),),
        back=url("settings", opened),
    )
    return show(request, "settings/form.html", _("Settings"), place="settings", page=page, form=form)
