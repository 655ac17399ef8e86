"""What the head of a page says to those who show it elsewhere: https://ogp.me/."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import get_language

from cms.addresses import absolute
from cms.alternatives import Alternative
from cms.models import SiteSettings
from pages.models import NewsPage
from pages.sharing.card import Card, card_of
from pages.sharing.drawing import HEIGHT, WIDTH

__all__ = ["Share", "share"]

# Open Graph wants a country with each language.
COUNTRIES = {"cs": "CZ", "da": "DK", "el": "GR", "en": "GB", "sv": "SE", "uk": "UA"}


@dataclass(frozen=True, slots=True)
class Share:
    """Open Graph's properties of a page, all addresses with scheme and host."""

    title: str
    description: str
    url: str
    site_name: str
    locale: str
    other_locales: tuple[str, ...]
    image: str
    alt: str
    is_article: bool
    published: str
    modified: str
    width: int = WIDTH
    height: int = HEIGHT


def share(
    request: HttpRequest,
    page: Any,
    site: SiteSettings,
    languages: Iterable[Alternative],
) -> Share:
    """Return what is said of a page. Costs no query."""
    card = card_of(page, site)
    text = str(page.search_description or page.lead)
    return Share(
        title=str(page.seo_title or page.title),
        description=Truncator(text).chars(200),
        url=page.full_url or "",
        site_name=site.name,
        locale=locale_of(get_language() or settings.LANGUAGE_CODE),
        other_locales=tuple(
            locale_of(each.code) for each in languages if each.is_translation
        ),
        image=absolute(address(page, card), request),
        alt=card.words,
        is_article=isinstance(page, NewsPage),
        published=page.published_on.isoformat() if page.published_on else "",
        modified=moment(page),
    )


def address(page: Any, card: Card) -> str:
    return reverse("share_image", kwargs={"pk": page.pk, "digest": card.digest})


def moment(page: Any) -> str:
    changed_at = page.content_updated_at
    return localtime(changed_at).isoformat() if changed_at else ""


def locale_of(code: str) -> str:
    """Return "de_DE" for "de", "pt_BR" for "pt-br"."""
    language, _, country = code.partition("-")
    return f"{language}_{(country or COUNTRIES.get(language, language)).upper()}"
