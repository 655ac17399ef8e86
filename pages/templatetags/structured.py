"""What a page says to programs. It is put together in pages.structured."""

from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cms.pictures import logo_url, photo_url
from pages.structured.graph import graph, script
from pages.structured.parts import Surroundings

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(
    context: template.Context, page: Any, image: str = ""
) -> SafeString:
    """Write JSON-LD about a page; ``image`` is the address of a picture of it."""
    request, site = context["request"], context["site"]
    around = Surroundings(
        name=site.name or request.get_host(),
        url=site_of(page.full_url),
        language=get_language() or "",
        logo=absolute(request, logo_url(site.logo)),
        image=image,
        photo=absolute(request, photo_url(getattr(page, "image", None))),
    )
    return script(graph(page, around))


def absolute(request: Any, url: str) -> str:
    return request.build_absolute_uri(url) if url else ""


def site_of(url: str) -> str:
    """Return where the site begins at which search engines find a page."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"
