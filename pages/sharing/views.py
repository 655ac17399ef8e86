"""Answers with the picture of a page, made when it is first asked for."""

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.answers import A_DAY, for_everybody
from cms.models import SiteSettings
from cms.visibility import public
from pages.models import ContentPage
from pages.sharing.card import Card, card_of
from pages.sharing.drawing import draw

__all__ = ["share_image"]

KEPT = 30 * A_DAY
"""How long a picture is kept in the cache, in seconds."""


@require_safe
def share_image(request: HttpRequest, pk: int, digest: str) -> HttpResponse:
    """Answer with the picture of a public page in the language of the address.

    Caches keep it for a day, so that a page that is withdrawn is not seen there for
    longer. An older address leads to that of today: nobody can ask for a picture that
    is on no page.
    """
    card = card_of(public_page(pk), SiteSettings.for_request(request))
    if digest != card.digest:
        elsewhere = redirect("share_image", pk=pk, digest=card.digest)
        return for_everybody(elsewhere)
    response = HttpResponse(content_type="image/png")
    response["ETag"] = f'"{card.digest}"'
    for_everybody(response, seconds=A_DAY)
    if request.headers.get("If-None-Match") != response["ETag"]:
        response.content = picture(card)
    return response


def public_page(pk: int) -> ContentPage:
    pages = Page.objects.filter(pk=pk, locale__language_code=get_language())
    page = public(pages).first()
    found = page.specific if page else None
    if not isinstance(found, ContentPage):
        raise Http404
    return found


def picture(card: Card) -> bytes:
    key = f"pages.sharing.{card.digest}"
    found: bytes | None = cache.get(key)
    if found is None:
        found = draw(card)
        cache.set(key, found, KEPT)
    return found
