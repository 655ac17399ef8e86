"""The addresses of handouts, one for each language and form."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from cms.addresses import absolute
from cms.answers import for_everybody, hidden_from_indexes, named
from cms.visibility import public_version
from pages.handouts.pdf import can_write_pdf, write_pdf
from pages.handouts.text import programme_as_text
from pages.models import ShortLink, WorkshopPage
from pages.short_links.qr import qr_code

__all__ = ["pdf", "programme", "text"]


@require_safe
def programme(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with the programme as a sheet of its own, ready to print."""
    return asked_each_time(HttpResponse(sheet(request, find_workshop(code))))


@require_safe
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with the same sheet as a PDF; without Pango there is none."""
    if not can_write_pdf():
        raise Http404
    page = find_workshop(code)
    content = write_pdf(sheet(request, page), absolute("/", request))
    response = HttpResponse(content, content_type="application/pdf")
    name = gettext("programme-%(page)s.pdf") % {"page": page.slug}
    return asked_each_time(named(response, name))


@require_safe
def text(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with the programme in lines, to paste into a mail."""
    page = find_workshop(code)
    content = programme_as_text(page)
    return asked_each_time(
        HttpResponse(content, content_type="text/plain; charset=utf-8")
    )


def find_workshop(code: str) -> WorkshopPage:
    """Return the public workshop of a code in the language of the address.

    Raises Http404 where there is none, or none in that language, or no programme.
    """
    link = get_object_or_404(ShortLink, kind=ShortLink.Kind.WORKSHOP, code=code.lower())
    page: WorkshopPage | None
    page = public_version(WorkshopPage, link.key, get_language(), "venue")
    if page is None:
        raise Http404
    page.short_link = link
    page.mark_foreign_words()
    if not page.programme:
        raise Http404
    return page


def sheet(request: HttpRequest, page: WorkshopPage) -> str:
    address = page.short_link.full_url if page.short_link else ""
    title = gettext("QR code of %(address)s") % {"address": address}
    context = {"page": page, "address": address, "qr_code": qr_code(address, title)}
    return render_to_string("pages/handouts/programme.html", context, request)


def asked_each_time(response: HttpResponse) -> HttpResponse:
    """Let caches ask each time; the answer is 304 unless the programme has changed."""
    return for_everybody(hidden_from_indexes(response))
