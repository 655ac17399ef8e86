"""What a page says to programs. It is put together in pages.structured."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cms.addresses import absolute
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
        url=absolute("/", page.full_url),
        language=get_language() or "",
        logo=in_full(logo_url(site.logo), request),
        image=image,
        photo=in_full(photo_url(getattr(page, "image", None)), request),
    )
    return script(graph(page, around))


def in_full(url: str, request: Any) -> str:
    return absolute(url, request) if url else ""
