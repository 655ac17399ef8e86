"""What results are called, one by one."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.models import WorkshopPage
from search.question import Hit, Kind

__all__ = ["hit_in_words", "kind_in_words", "status_in_words"]

ONE = {
    Kind.PAGE: _("Page"),
    Kind.WORKSHOP: _("Workshop"),
    Kind.NEWS: _("News item"),
    Kind.PERSON: _("Person"),
    Kind.DOCUMENT: _("Document"),
}


def kind_in_words(kind: Kind) -> str:
    return str(ONE[kind])


def hit_in_words(hit: Hit) -> str:
    """Return the kind of a result, or that it leads to another website."""
    return gettext("External website") if hit.is_external else kind_in_words(hit.kind)


def status_in_words(hit: Hit) -> str:
    """Return the status of a workshop that is not held as planned; else ""."""
    planned = WorkshopPage.Status.PLANNED
    is_known = hit.status in WorkshopPage.Status.values and hit.status != planned
    return str(WorkshopPage.Status(hit.status).label) if is_known else ""
