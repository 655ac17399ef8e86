"""Pictures on a page: whether somebody who cannot see them is told what they show."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import ForeignKey
from django.utils.translation import gettext, ngettext
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.images import get_image_model

from cms.fields import in_language
from pages.blocks.body import FigureBlock

if TYPE_CHECKING:
    from pages.models import ContentPage

__all__ = ["pictures_in_other_words", "refusals_of_pictures"]


def refusals_of_pictures(page: "ContentPage") -> dict[str, str]:
    """Return by field which pictures have no alternative text and need one.

    A text in the language of the originals will do for a translation: it is shown
    marked as such until there is one of its own.
    """
    code = page.locale.language_code
    missing: dict[str, list[Any]] = {}
    for name, image in pictures_of(page):
        listed = missing.setdefault(name, [])
        if image not in listed and not in_language(image.alt_texts, code):
            listed.append(image)
    return {
        name: sentence(images, is_stream=isinstance(field_of(page, name), StreamField))
        for name, images in missing.items()
        if images
    }


def field_of(page: "ContentPage", name: str) -> Any:
    return page._meta.get_field(name)


def pictures_in_other_words(page: "ContentPage", language: str) -> list[Any]:
    """Return the pictures of a page that have no alternative text in a language yet."""
    found = {image.pk: image for _name, image in pictures_of(page)}
    return [image for image in found.values() if not image.alt_texts.get(language)]


def sentence(images: list[Any], *, is_stream: bool) -> str:
    quoted = [gettext("“%(title)s”") % {"title": image.title} for image in images]
    names = ", ".join(quoted)
    if not is_stream:
        text = gettext(
            "The picture %(names)s has no alternative text. Open the picture and say "
            "what it shows."
        )
        return text % {"names": names}
    text = ngettext(
        "The picture %(names)s has no alternative text. Open the picture and say what "
        "it shows, or mark it as “only decoration” here.",
        "The pictures %(names)s have no alternative text. Open each picture and say "
        "what it shows, or mark it as “only decoration” here.",
        len(images),
    )
    return text % {"names": names}


def pictures_of(page: "ContentPage") -> Iterator[tuple[str, Any]]:
    """Yield the pictures that a page shows itself, and the fields they stand in."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            figures = figures_in(getattr(page, field.name))
            yield from ((field.name, image) for image in figures)
        elif refers_to_picture(field) and (image := getattr(page, field.name)):
            yield field.name, image


def refers_to_picture(field: Any) -> bool:
    return isinstance(field, ForeignKey) and field.related_model == get_image_model()


def figures_in(value: Any) -> Iterator[Any]:
    """Yield the pictures of all figures that are no decoration, however deep."""
    if isinstance(value, StructValue) and isinstance(value.block, FigureBlock):
        if value["image"] and not value["is_decorative"]:
            yield value["image"]
        return
    for inner in values_in(value):
        yield from figures_in(inner)


def values_in(value: Any) -> Iterator[Any]:
    if isinstance(value, StreamValue):
        return (child.value for child in value)
    if isinstance(value, StructValue):
        return iter(value.values())
    return iter(value if isinstance(value, ListValue) else ())
