"""Writes pages: the fields that were asked for, each page in its own language."""

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from typing import Any

from django.contrib.contenttypes.models import ContentType

from cms.api import Problem, encoded
from pages.delivery.gathering import Gathered
from pages.delivery.kinds import kind_of
from pages.delivery.page_types import (
    COMMON,
    EVERYTHING,
    UNKNOWN,
    Place,
    is_summary,
    page_type_of,
    summary_names,
)
from pages.delivery.reading import Reader
from pages.models import ContentPage
from pages.references import answered_by

__all__ = ["encoded_pages", "fetch", "wanted", "written"]

Fields = frozenset[str] | None
"""Names of fields; None is all of them."""


def wanted(fields: Sequence[str] | None, *, everything: bool) -> Fields:
    """Return which fields to write, of a list or of one page."""
    if fields is None:
        return None if everything else summary_names()
    return None if EVERYTHING in fields else frozenset(fields)


def fetch(rows: Iterable[tuple[int, int]], fields: Fields) -> list[Any]:
    """Return pages of their types, in one query for each type, in the same order."""
    rows = list(rows)
    by_type: dict[int, list[int]] = defaultdict(list)
    for pk, content_type in rows:
        by_type[content_type].append(pk)
    found: dict[int, Any] = {}
    types = ContentType.objects.get_for_id
    for content_type, pks in by_type.items():
        model = types(content_type).model_class()
        # A page whose plugin is gone has no type any more.
        if model and issubclass(model, ContentPage):
            found |= {page.pk: page for page in of_type(model, pks, fields)}
    return [found[pk] for pk, _kind in rows if pk in found]


def of_type(model: type[ContentPage], pks: list[int], fields: Fields) -> Any:
    related = page_type_of(model).related
    pages = model.objects.filter(pk__in=pks).select_related("locale", *related)
    is_short = fields is not None and is_summary(fields)
    return pages.defer_streamfields() if is_short else pages


def encoded_pages(pages: Sequence[Any], reader: Reader, fields: Fields) -> list[str]:
    """Return pages as JSON, in their order.

    The data of a page is forgotten before that of the next is made. Long programmes
    are a million small objects otherwise, and looking whether they are still needed
    takes Python as long as everything else.
    """
    # The language is active while they are written: also a failure has to end that.
    with closing(written(pages, reader, fields)) as data_of_pages:
        found = {page.pk: encoded(data) for page, data in data_of_pages}
    return [found[page.pk] for page in pages]


def written(
    pages: Sequence[Any],
    reader: Reader,
    fields: Fields,
    gather: Callable[[Sequence[Any], Reader], Gathered] = Gathered,
) -> Generator[tuple[Any, dict[str, Any]], None, None]:
    """Yield pages with what is said of them, one language after the other."""
    by_language: dict[str, list[Any]] = defaultdict(list)
    for page in pages:
        by_language[page.locale.language_code].append(page)
    for language, several in by_language.items():
        with reader.writing_in(language):
            place = Place(reader, gather(several, reader))
            prepare(place, fields)
            with answered_by(reader.references):
                for page in several:
                    yield page, write(page, place, fields)


def prepare(place: Place, fields: Fields) -> None:
    if fields is not None and is_summary(fields):
        place.gathered.load_summaries()
    else:
        place.gathered.load_all()


def write(page: Any, place: Place, fields: Fields) -> dict[str, Any]:
    page_type = page_type_of(type(page))
    data = identity(page, place, is_known=page_type is not UNKNOWN)
    for name, write_field in (*COMMON.items(), *page_type.fields.items()):
        if fields is None or name in fields:
            data[name] = write_field(page, place)
    return data


def identity(page: Any, place: Place, *, is_known: bool) -> dict[str, Any]:
    link = place.reader.page(page)
    if link is None:  # it was public when it was found
        raise Problem(404)
    kind = kind_of(type(page))
    data = {**link, "key": str(page.translation_key)}
    return data if is_known else {**data, "type": "plugin", "name": kind}
