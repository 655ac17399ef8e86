"""Pictures in templates. The work is done in cms.pictures."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from cms import pictures

register = template.Library()


@register.simple_tag(takes_context=True)
def picture(
    context: template.Context, image: Any, alt: str = "", sizes: str = "100vw"
) -> SafeString:
    """Write a photo. All but the first of a page wait until they are scrolled to."""
    request = context.get("request")
    lazy = getattr(request, "has_picture", False)
    if request is not None:
        request.has_picture = True
    return pictures.picture(image, alt, sizes=sizes, lazy=lazy)


@register.simple_tag
def logo(image: Any, alt: str = "") -> SafeString:
    return pictures.logo(image, alt)
