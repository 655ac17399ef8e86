"""PO files in the admin: of one page from its editor, of several from the work list."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.answers import named
from pages.translation.access import find_translation, may_read
from pages.translation.po.exporting import export_po
from pages.translation.po.files import MAX_MEGABYTES, UnusableFileError, read_po
from pages.translation.po.importing import import_po
from pages.translation.po.sentences import numbers_in

__all__ = ["download_po", "export_selection", "import_selection", "upload_po"]

MAX_PAGES = 300
"""A file of more takes longer than anybody waits for a download."""


@require_GET
def download_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Return the texts of one page or snippet. Who may read them is checked before."""
    rows = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(rows, pk=translation_id)
    name = slugify(translation.source.object_repr) or "text"
    return attachment([translation], translation.target_locale, name)


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Save the texts of a file for one page or snippet."""
    translation = find_translation(request.user, translation_id)
    return take_file(request, only=translation)


@require_GET
def export_selection(request: HttpRequest) -> HttpResponse:
    """Return the texts of several pages into one language.

    ``?language=en&page=1&page=2``; a page may be named by its original or by its
    translation. Snippets are named by ``translation=``.
    """
    locale = get_object_or_404(Locale, language_code=request.GET.get("language", ""))
    chosen = selected(request, locale)
    if len(chosen) > MAX_PAGES:
        sentence = _("Please choose no more than %(number)d pages at once.")
        messages.error(request, sentence % {"number": MAX_PAGES})
        return back(request)
    allowed = [one for one in chosen if may_read(request.user, one)]
    if not allowed:
        messages.error(request, nothing_to_export(request))
        return back(request)
    if missing := len(chosen) - len(allowed):
        sentence = ngettext(
            "%(number)d page is not in the file, because you may not change it.",
            "%(number)d pages are not in the file, because you may not change them.",
            missing,
        )
        messages.warning(request, sentence % {"number": missing})
    return attachment(allowed, locale, "texts")


def nothing_to_export(request: HttpRequest) -> str:
    if not keys_in(request, "page") + keys_in(request, "translation"):
        return _("Nothing is chosen. Tick the entries whose texts you want to export.")
    return _("None of the chosen pages has a translation that you may change.")


def import_selection(request: HttpRequest) -> HttpResponse:
    """Ask for a file with texts of any pages, and save them."""
    if request.method == "POST":
        return take_file(request)
    context = {"next": next_url(request), "size": MAX_MEGABYTES}
    return render(request, "pages/admin/po_import.html", context)


def selected(request: HttpRequest, locale: Locale) -> "QuerySet[Translation]":
    pages = Page.objects.filter(pk__in=keys_in(request, "page"))
    rows: QuerySet[Translation] = Translation.objects.filter(
        Q(source__object_id__in=pages.values("translation_key"))
        | Q(pk__in=keys_in(request, "translation")),
        target_locale=locale,
    )
    return rows.select_related("source__locale", "target_locale").order_by("pk")


def keys_in(request: HttpRequest, name: str) -> list[int]:
    # Longer ones are too large for a database's keys.
    values = request.GET.getlist(name)
    return [int(value) for value in values if value.isdecimal() and len(value) < 10]


def attachment(
    translations: list[Translation], locale: Locale, name: str
) -> HttpResponse:
    po = export_po(translations, locale)
    response = HttpResponse(str(po), content_type="text/x-gettext-translation")
    file = f"{name}-{locale.language_code}.po"
    return named(response, file, is_saved=True)


def take_file(request: HttpRequest, only: Translation | None = None) -> HttpResponse:
    """Import the file of a form, and show what came of it."""
    try:
        outcome = import_po(
            read_po(data_of(request)),
            request.user,
            only=only,
        )
    except UnusableFileError as error:
        messages.error(request, str(error))
        return back(request)
    if outcome.is_clean:
        messages.success(request, " ".join(numbers_in(outcome)))
        return back(request)
    context = {
        "outcome": outcome,
        "numbers": list(numbers_in(outcome)),
        "next": next_url(request),
    }
    return render(request, "pages/admin/po_outcome.html", context)


def data_of(request: HttpRequest) -> bytes:
    file = request.FILES.get("file")
    if file is None:
        raise UnusableFileError(_("Please choose a file."))
    if (file.size or 0) > MAX_MEGABYTES * 1024 * 1024:
        sentence = _("The file is larger than %(size)d MB. Please divide it.")
        raise UnusableFileError(sentence % {"size": MAX_MEGABYTES})
    data: bytes = file.read()
    return data


def next_url(request: HttpRequest) -> str:
    url: str = get_valid_next_url_from_request(request)
    return url or reverse("wagtailadmin_home")


def back(request: HttpRequest) -> HttpResponse:
    return redirect(next_url(request))
