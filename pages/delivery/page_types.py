"""Which types of pages there are, and how each is written.

A plugin describes its own by ``register_page_type`` in its ``ready()``. Without that
its pages say what all pages say.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union

from django.apps import apps
from pydantic import Field

from cms.api.active import described_plugins
from cms.api.late import LateChoice, LateType
from pages.delivery.blocks import children_of, write_stream
from pages.delivery.gathering import Gathered
from pages.delivery.kinds import kind_of
from pages.delivery.page_data import PluginPageData
from pages.delivery.reading import Reader
from pages.models import ContentPage
from pages.translation.marking import foreign_parts

__all__ = [
    "COMMON",
    "AnyPage",
    "FieldName",
    "KindName",
    "PageType",
    "Place",
    "is_summary",
    "page_type_of",
    "register_page_type",
]


@dataclass(frozen=True, slots=True)
class Place:
    """What the writer of a field may use: no field asks the database by itself."""

    reader: Reader
    gathered: Gathered

    def stream(self, value: Any) -> list[Any]:
        """Return a stream of the page, block by block."""
        return write_stream(value, self.reader)

    def blocks(self, page: Any, name: str) -> Iterable[Any]:
        """Return the blocks in a stream of the page, cheaper where nothing is marked.

        Marks stand in the values that Wagtail makes.
        """
        value = getattr(page, name)
        return value if name in foreign_parts(page) else children_of(value)


WriteField = Callable[[Any, Place], Any]


@dataclass(frozen=True, slots=True)
class PageType:
    """How a type of pages is written: its fields beside those that all have."""

    schema: type
    fields: Mapping[str, WriteField]
    summary: frozenset[str] = frozenset()
    """Fields that are shown in lists, too."""
    related: tuple[str, ...] = ()
    """Foreign keys to fetch with the page."""


COMMON: dict[str, WriteField] = {}
"""The fields of every page, filled by ``common_fields``."""
COMMON_SUMMARY: set[str] = set()
IDENTITY = ("id", "key", "type", "name", "language", "title", "path", "url")
EVERYTHING = "*"
REGISTERED: dict[type[ContentPage], PageType] = {}
UNKNOWN = PageType(PluginPageData, {})


def register_page_type(
    model: type[ContentPage],
    schema: type,
    fields: Mapping[str, WriteField],
    *,
    summary: Iterable[str] = (),
    related: Iterable[str] = (),
) -> None:
    """Let pages of a type say more than all pages say.

    ``schema`` is a ``TypedDict`` derived from ``CommonData`` whose ``type`` is a
    ``Literal``: the label of the model. ``fields`` has a function for each field of its
    own, given the page and a ``Place``. Those in ``summary`` must do without the page's
    streams, which lists do not fetch. ``related`` are foreign keys to fetch with it.
    """
    REGISTERED[model] = PageType(schema, fields, frozenset(summary), tuple(related))


def page_type_of(model: Any) -> PageType:
    return REGISTERED.get(model, UNKNOWN)


def described_models() -> list[type[ContentPage]]:
    """Return all page types of the plugins that are described, the core's included."""
    labels = {plugin.label for plugin in described_plugins()}
    models = (model for model in apps.get_models() if issubclass(model, ContentPage))
    return [model for model in models if model._meta.app_label in labels]


def union_of_types() -> Any:
    own = [
        REGISTERED[model].schema for model in described_models() if model in REGISTERED
    ]
    schemas = (*own, PluginPageData)
    return Annotated[Union[schemas], Field(discriminator="type")]  # noqa: UP007 (made here)


def kind_names() -> list[str]:
    return sorted(kind_of(model) for model in described_models())


def field_names() -> list[str]:
    """Return every name that ``fields`` may have."""
    own = {name for model in described_models() for name in page_type_of(model).fields}
    return [EVERYTHING, *sorted({*IDENTITY, *COMMON, *own})]


@cache
def summary_names() -> frozenset[str]:
    own = (page_type.summary for page_type in REGISTERED.values())
    return frozenset({*IDENTITY, *COMMON_SUMMARY}.union(*own))


def is_summary(fields: Iterable[str]) -> bool:
    """Whether pages can be written without their texts and what those refer to."""
    return summary_names().issuperset(fields)


AnyPage = Annotated[Any, LateType(union_of_types)]
KindName = Annotated[str, LateChoice(kind_names)]
FieldName = Annotated[str, LateChoice(field_names)]
