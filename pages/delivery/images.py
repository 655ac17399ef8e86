"""Pictures in all sizes and formats that the pages show them in, and no others."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from cms.pictures import LOGO, PHOTO, renditions
from pages.delivery.data import ImageData, SourceData

__all__ = ["image_data", "prepare_images"]

SPECS = {"photo": PHOTO, "logo": LOGO}
TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}


def prepare_images(images: Iterable[Any]) -> None:
    """Fetch the renditions of pictures in one query; the pages may have made them."""
    found = {id(image): image for image in images if image}
    prefetch_related_objects(list(found.values()), "renditions")


def image_data(
    image: Any,
    absolute: Callable[[str], str],
    kind: str,
    is_decorative: bool = False,  # noqa: FBT001, FBT002 (a part of a key)
) -> ImageData | None:
    """Return a picture; None without a readable file."""
    found = [rendition for _filter, rendition in sized(image, SPECS[kind])]
    if not found:
        return None
    by_type: dict[str, list[Any]] = defaultdict(list)
    for rendition in found:
        by_type[rendition.file.name.rpartition(".")[2]].append(rendition)
    plain = by_type.get("jpg") or by_type.get("png") or found
    text, language = alternative_text(image)
    return {
        "id": image.pk,
        "key": str(image.key),
        "url": absolute(plain[0].url),
        "width": plain[0].width,
        "height": plain[0].height,
        "sources": [
            source(TYPES[ending], several, absolute)
            for ending, several in by_type.items()
            if ending in TYPES
        ],
        "alt": "" if is_decorative else text,
        "alt_language": language,
        "credit": image.credit,
        "licence": image.licence,
        "licence_url": image.licence_url,
    }


def sized(image: Any, spec: str) -> list[tuple[Any, Any]]:
    """Return renditions, the widest first, as the specification has them."""
    return list(renditions(image, spec).items())


def source(kind: str, several: Iterable[Any], absolute: Any) -> SourceData:
    # A picture that is not as wide as asked for has one width, twice.
    widths = {one.width: absolute(one.url) for one in several}
    candidates = [f"{url} {width}w" for width, url in widths.items()]
    return {"type": kind, "srcset": ", ".join(candidates)}


def alternative_text(image: Any) -> tuple[str, str]:
    """Return the text and its language: the active one, or that of originals."""
    code = get_language() or settings.LANGUAGE_CODE
    if text := image.alt_texts.get(code):
        return text, code
    return image.alt_texts.get(settings.LANGUAGE_CODE) or "", settings.LANGUAGE_CODE
