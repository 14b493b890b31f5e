"""The way from a message or an agreement to a question about it that the group decides together (R26, R31, R38)."""

from django.utils.translation import gettext as _

from answerable.actions.reading import OpenProcess
from answerable.core import deciding
from answerable.core.deciding import Subject
from answerable.web.base.copied import Act, link_to


def act_about(opened: OpenProcess, subject: Subject) -> Act:
    """Return the link to the question that was asked about it, or to asking one."""
    decision = deciding.asked_about(opened.state, subject)
    if decision is not None:
        return Act(_("See the decision"), link_to("decision", opened, decision.item.first_id), plain=True)
    url = link_to("decision-for", opened, deciding.subject_id(subject))
    return Act(_("Ask it as a question to decide"), url, plain=True)
