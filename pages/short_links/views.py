"""Where short addresses lead."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.answers import SOON, for_everybody, hidden_from_indexes
from cms.visibility import best_version
from pages.models import ShortLink, SiteDocument, WorkshopPage
from pages.short_links.qr import qr_code

__all__ = ["document", "picture", "workshop"]

Kind = ShortLink.Kind


@require_safe
def workshop(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to a workshop in the language of the address, else in German or another."""
    link = find(Kind.WORKSHOP, code)
    if target := best_version(WorkshopPage, link.key, get_language()):
        return lead_to(target.get_url(request) or target.url)
    return say_gone(request, link)


@require_safe
def document(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the newest file of a document.

    Below the prefix of a language it is the variant in that language, if there is one.
    """
    link = find(Kind.DOCUMENT, code)
    if found := SiteDocument.objects.filter(key=link.key).first():
        return lead_to(variant_of(found).url)
    return say_gone(request, link)


@require_safe
def picture(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """Answer with the QR code of a short address in the language of this one."""
    link = find(kind, code)
    response = HttpResponse(qr_code(link.full_url), content_type="image/svg+xml")
    return for_everybody(response, seconds=SOON)


def find(kind: str, code: str) -> ShortLink:
    """Return a link. Codes may be typed in capitals, as some keyboards begin."""
    return get_object_or_404(ShortLink, kind=kind, code=code.lower())


def variant_of(found: SiteDocument) -> Any:
    language = get_language()
    if language in {settings.LANGUAGE_CODE, found.language}:
        return found
    family = found.variant_of_id or found.pk
    variants = SiteDocument.objects.filter(variant_of=family, language=language)
    return variants.first() or found


def lead_to(url: str) -> HttpResponse:
    """Redirect for now: the target may have another address tomorrow."""
    response: HttpResponse = redirect(url)
    return for_everybody(hidden_from_indexes(response), seconds=SOON)


def say_gone(request: HttpRequest, link: ShortLink) -> HttpResponse:
    """Say since when there is nothing. Raise Http404 if there has never been.

    What is there but not for everybody is not found, as if it had never been.
    """
    if link.gone_at is None:
        raise Http404
    return hidden_from_indexes(
        render(request, "pages/gone.html", {"link": link}, status=410)
    )
