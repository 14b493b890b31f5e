"""The sealed archive: all that is kept of the group, locked as it is, to lie somewhere else (C7)."""

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from answerable.actions import keeping
from answerable.actions.reading import OpenProcess
from answerable.sealing import archive as archives
from answerable.store import people
from answerable.web.base.forms import PaperForm, tick
from answerable.web.base.guard import READ_WRITE, MemberRequest, member
from answerable.web.base.pages import show
from answerable.web.base.rules import ALL
from answerable.web.settings.page import Act, FormPage, url


class ArchiveForm(PaperForm):
    """Whether one's own paper opens the archive."""

    paper = tick(
        later("My paper may open what I can read in it"),
        hint=later("Then the archive holds your keys, locked by the code on your paper. Without it nobody opens it."),
    )


@member(*ALL, action="export", methods=READ_WRITE)
def archive(request: MemberRequest, opened: OpenProcess) -> HttpResponseBase:
    """Say what the archive is and give it: no key is needed to make it, and nobody reads it without one."""
    agreed = people.agrees_to_archive(opened.user_id)
    form = ArchiveForm(request.POST if request.method == "POST" else None, initial={"paper": agreed})
    if request.method == "POST" and form.is_valid():
        people.agree_to_archive(opened.user_id, agrees=form.cleaned_data["paper"])
        return _file(opened)
    page = FormPage(
        lead=_("All that is kept of this group, locked as it is."),
        notes=(
            _("Keep it where this site is not. With it you can show later that nothing was changed or left out."),
            _("The file lies in your downloads, and its name stays in the browser’s list."),
        ),
        actions=(Act(_("Download the sealed archive")),),
        back=url("settings", opened),
        afterwards=_("Check it with: answerable verify, and the file’s name."),
    )
    return show(request, "settings/form.html", _("Settings"), place="settings", page=page, form=form)


def _file(opened: OpenProcess) -> StreamingHttpResponse:
    """Return the archive piece by piece: with its files it can be larger than the memory."""
    pieces = archives.pieces(keeping.sealed_archive(opened.process))
    response = StreamingHttpResponse(pieces, content_type="application/x-tar")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = f'attachment; filename="archive-{opened.today:%Y-%m}.tar"'
    return response
