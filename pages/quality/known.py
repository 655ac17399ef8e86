"""What the content of many objects refers to, looked up in one query for each kind."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from pages.models.quality import ExternalAddress
from pages.quality.content import Content

__all__ = ["Image", "Known", "digest_of", "look_up"]


@dataclass(frozen=True, slots=True)
class Image:
    title: str
    alt_texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """By the number or address under which content refers to them."""

    pages: dict[int, bool] = field(default_factory=dict)
    """Whether each is public."""
    documents: set[int] = field(default_factory=set)
    images: dict[int, Image] = field(default_factory=dict)
    addresses: dict[str, ExternalAddress] = field(default_factory=dict)


def digest_of(url: str) -> str:
    return sha256(url.encode()).hexdigest()


def look_up(contents: Iterable[Content]) -> Known:
    wanted: dict[str, set[Any]] = {"page": set(), "document": set(), "image": set()}
    digests: set[str] = set()
    for content in contents:
        for link in content.links:
            wanted.setdefault(link.kind, set()).add(link.pk)
        wanted["image"].update(picture.image for picture in content.pictures)
        digests.update(digest_of(address.url) for address in content.addresses)
    documents = get_document_model().objects.filter(pk__in=wanted["document"])
    return Known(
        known_pages(wanted["page"]),
        set(documents.values_list("pk", flat=True)),
        known_images(wanted["image"]),
        {one.url: one for one in ExternalAddress.objects.filter(digest__in=digests)},
    )


def known_pages(keys: set[int]) -> dict[int, bool]:
    return dict(Page.objects.filter(pk__in=keys).values_list("pk", "live"))


def known_images(keys: set[int]) -> dict[int, Image]:
    rows = get_image_model().objects.filter(pk__in=keys)
    return {
        pk: Image(title, alt_texts)
        for pk, title, alt_texts in rows.values_list("pk", "title", "alt_texts")
    }
