"""Pictures in several sizes and formats, from which the browser takes the best."""

import logging
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Filter, Picture

from cms.foreign import language_of, plain

__all__ = ["LOGO", "PHOTO", "logo", "logo_url", "photo_url", "picture", "renditions"]

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
    attributes = {**words(alt), "sizes": sizes, "decoding": "async"}
    if lazy:
        attributes["loading"] = "lazy"
    return markup(image, PHOTO, attributes)


def logo(image: Any, alt: str) -> SafeString:
    """Return a logo; nothing if there is none or its file is missing or broken."""
    return markup(image, LOGO, words(alt))


def words(alt: str) -> dict[str, str]:
    """Return the attributes for an alternative text, which may be a foreign one."""
    attributes = {"alt": plain(alt)}
    if code := language_of(alt):
        attributes["lang"] = code
    return attributes


def logo_url(image: Any) -> str:
    """Return where the PNG file is that ``logo`` shows; "" where it shows nothing."""
    return address_of(renditions(image, LOGO), ".png")


def photo_url(image: Any) -> str:
    """Return where the largest JPEG file is that ``picture`` shows; "" for none."""
    return address_of(renditions(image, PHOTO), ".jpg")


def address_of(found: dict[str, Any], ending: str) -> str:
    urls = (each.url for each in found.values() if each.file.name.endswith(ending))
    return next(urls, "")


def markup(image: Any, spec: str, attributes: dict[str, Any]) -> SafeString:
    found = renditions(image, spec)
    if not found:
        return SafeString()
    html: SafeString = mark_safe(str(Picture(found, attributes)))  # noqa: S308 (Wagtail's own)
    return html


def renditions(image: Any, spec: str) -> dict[str, Any]:
    """Return the sizes and formats of an image; none without a readable file."""
    if image is None:
        return {}
    specs = expanded(spec)
    if fetched := already_fetched(image, specs):
        return fetched
    filters = [Filter(spec=one) for one in specs]
    try:
        found: dict[str, Any] = image.get_renditions(*filters)
    # Missing, unreadable or no picture at all; Willow has errors of each kind.
    except (OSError, ValueError, LookupError) as error:
        logger.warning("Image %s is not shown: %s", image.pk, error)
        return {}
    return found


@cache
def expanded(spec: str) -> list[str]:
    """Return the specifications of single renditions, as Wagtail stores them."""
    return [Filter(spec=one).spec for one in Filter.expand_spec(spec.split())]


def already_fetched(image: Any, specs: Sequence[str]) -> dict[str, Any]:
    """Return renditions that were fetched with an image, if all of them were.

    None of ours depends on a focal point. Wagtail finds the same, and takes each
    specification apart for that.
    """
    known = getattr(image, "_prefetched_objects_cache", {}).get("renditions", ())
    by_spec = {one.filter_spec: one for one in known if not one.focal_point_key}
    found = {spec: by_spec[spec] for spec in specs if spec in by_spec}
    return found if len(found) == len(specs) else {}
