"""Pictures in several sizes and formats, from which the browser takes the best."""

import logging
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Filter, Picture

__all__ = ["logo", "picture"]

logger = logging.getLogger(__name__)

# The widest one comes first: it gives the measures, whatever the browser takes.
PHOTO = "format-{avif,webp,jpeg} width-{960,480}"
# A logo keeps its transparency, which JPEG does not know.
LOGO = "format-{webp,png} max-480x160"


def picture(image: Any, alt: str, *, sizes: str, lazy: bool) -> SafeString:
    """Return a photo with its measures, so that nothing jumps while it loads.

    ``sizes`` tells how wide it is shown, as in HTML. Nothing is returned if there is
    no image or if its file is missing or broken: the page must not suffer from it.
    """
    attributes = {"alt": alt, "sizes": sizes, "decoding": "async"}
    if lazy:
        attributes["loading"] = "lazy"
    return markup(image, PHOTO, attributes)


def logo(image: Any, alt: str) -> SafeString:
    """Return a logo; nothing if there is none or its file is missing or broken."""
    return markup(image, LOGO, {"alt": alt})


def markup(image: Any, spec: str, attributes: dict[str, Any]) -> SafeString:
    if image is None:
        return SafeString()
    filters = [Filter(spec=one) for one in Filter.expand_spec(spec.split())]
    try:
        renditions = image.get_renditions(*filters)
    # Missing, unreadable or no picture at all; Willow has errors of each kind.
    except (OSError, ValueError, LookupError) as error:
        logger.warning("Image %s is not shown: %s", image.pk, error)
        return SafeString()
    html: SafeString = mark_safe(str(Picture(renditions, attributes)))  # noqa: S308 (Wagtail's own)
    return html
