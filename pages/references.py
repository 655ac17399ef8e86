"""Everything a page refers to, looked up at once.

Left to themselves, each rich text and each chooser of a stream ask the database on
their own, so that a page costs more queries the more varied it is. Here all of them
say what they want first; then one query for each kind of object answers them all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, ForeignKey
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from pages.variants import documents_in_active_language

__all__ = [
    "References",
    "SharedLookup",
    "answered_by",
    "find_references",
    "load_references",
    "references_in",
    "stored_target",
    "without_references",
]

OPENING_TAG = re.compile(r"<a\b([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')

KINDS = ("document", "image", "page")


@dataclass(slots=True)
class References:
    """Objects by the ids under which a page's texts and streams refer to them.

    A page is there only if it is live, and in the active language if it exists in it.
    So is a document, if it has a variant in that language.
    """

    document: dict[int, Any] = field(default_factory=dict)
    image: dict[int, Any] = field(default_factory=dict)
    page: dict[int, Page] = field(default_factory=dict)


@dataclass(slots=True)
class Lookup:
    """What is wanted and, once it was fetched, what was found."""

    wanted: dict[str, set[int]] = field(
        default_factory=lambda: {kind: set() for kind in KINDS}
    )
    documents: Iterable[Any] = ()
    found: References | None = None

    def answer(self, kind: str, pks: Sequence[int | None]) -> list[Any]:
        """Return the objects in the order of their ids; while collecting, nothing."""
        if self.found is None:
            self.wanted[kind].update(pk for pk in pks if pk is not None)
            return [None] * len(pks)
        objects = getattr(self.found, kind)
        return [objects.get(pk) for pk in pks]

    def fetch(self) -> References:
        documents, images, pages = (self.wanted[kind] for kind in KINDS)
        self.found = References(
            documents_in_active_language(documents, known=self.documents),
            get_image_model().objects.in_bulk(images),
            pages_in_active_language(pages),
        )
        return self.found

    @contextmanager
    def active(self) -> Iterator[None]:
        """Let choosers ask this one."""
        token = CURRENT.set(self)
        try:
            yield
        finally:
            CURRENT.reset(token)


CURRENT: ContextVar[Lookup | None] = ContextVar("lookup", default=None)


class SharedLookup:
    """Mixin of chooser blocks that take part. ``kind`` is one of ``KINDS``."""

    kind: str

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        pks = list(values)
        if lookup := CURRENT.get():
            return lookup.answer(self.kind, pks)
        found: list[Any] = super().bulk_to_python(pks)  # type: ignore[misc]  # a chooser's
        return found


def load_references(page: Page, documents: Iterable[Any] = ()) -> References:
    """Fetch all that the texts, streams and foreign keys of a page refer to.

    Its streams are complete afterwards, and so are its own pictures and documents.
    ``documents`` belong to the page, too; they were fetched with their ``variant_of``.
    """
    found = find_references([page], documents)
    with answered_by(found):
        for stream in values_of(page, StreamField):
            list(stream)
    return found


def find_references(pages: Sequence[Page], documents: Iterable[Any] = ()) -> References:
    """Do so for several pages in as many queries as for one, but leave their streams.

    Those can be read within ``answered_by``. The pages are in the active language, or
    stand in for pages in it.
    """
    keys = [(page, *key) for page in pages for key in foreign_keys(page)]
    lookup = Lookup(documents=documents)
    with lookup.active():
        for page in pages:
            collect_links(lookup, values_of(page, RichTextField))
            for stream in values_of(page, StreamField):
                collect_stored(lookup, stream.stream_block, stream.get_prep_value())
    for page, kind, name in keys:
        lookup.answer(kind, [getattr(page, name)])
    found = lookup.fetch()
    for page, kind, name in keys:
        pk = getattr(page, name)
        if pk in getattr(found, kind):
            setattr(page, name.removesuffix("_id"), getattr(found, kind)[pk])
    return found


@contextmanager
def answered_by(found: References) -> Iterator[None]:
    """Let choosers take what was found, without a query."""
    with Lookup(found=found).active():
        yield


@contextmanager
def without_references() -> Iterator[None]:
    """Let streams be read without a query: what their choosers chose is None."""
    with Lookup().active():
        yield


def references_in(text: str) -> References:
    """Fetch what the links of one rich text refer to."""
    lookup = Lookup()
    collect_links(lookup, [text])
    return lookup.fetch()


def stored_target(attributes: str) -> tuple[str, int]:
    """Return kind and id of what a link refers to, from its attributes as stored.

    The id is 0 where there is none, as in a link to another website.
    """
    values = dict(ATTRIBUTE.findall(attributes))
    pk = values.get("id", "")
    return values.get("linktype", ""), int(pk) if pk.isdecimal() else 0


def collect_links(lookup: Lookup, texts: Iterable[str]) -> None:
    for text in texts:
        for attributes in OPENING_TAG.findall(text):
            kind, pk = stored_target(attributes)
            if pk and kind in KINDS:
                lookup.answer(kind, [pk])


def values_of(page: Page, kind: type[Field]) -> Iterator[Any]:
    for one in page._meta.get_fields():
        if isinstance(one, kind):
            yield getattr(page, one.name)


def collect_stored(lookup: Lookup, block: blocks.Block, stored: Any) -> None:
    """Note what choosers and links refer to in a value as it is stored.

    Read like this, and not through the blocks' own values: making those costs more than
    all the rest.
    """
    if isinstance(stored, str):
        collect_links(lookup, [stored] if "linktype" in stored else ())
    elif isinstance(block, CONTAINERS):
        children = referring_children(block)
        for name, value in inner_values(stored):
            if value and name in children:
                collect_stored(lookup, children[name], value)
    elif stored is not None:
        # Choosers note it; lists, and what plugins derive, read what is in them.
        block.bulk_to_python([stored])


def inner_values(stored: Any) -> Iterable[tuple[Any, Any]]:
    """Return what stands in a stream or a struct, with the names of its blocks."""
    if isinstance(stored, dict):
        return stored.items()
    return [(child.get("type"), child.get("value")) for child in stored or ()]


def referring_children(block: blocks.Block) -> dict[str, blocks.Block]:
    """Return the blocks inside of one in which anything can be chosen or linked."""
    known = vars(block)
    if REFERRING not in known:
        children = dict(known.get("child_blocks", {})).items()
        known[REFERRING] = {name: one for name, one in children if may_refer(one)}
    found: dict[str, blocks.Block] = known[REFERRING]
    return found


def may_refer(block: blocks.Block) -> bool:
    """Whether anything can be chosen or linked in a block: not in names and times."""
    if vars(block).get("child_blocks"):
        return bool(referring_children(block))
    return not isinstance(block, PLAIN)


CONTAINERS = (blocks.BaseStreamBlock, blocks.BaseStructBlock)
REFERRING = "_referring_children"
PLAIN = (
    blocks.BooleanBlock,
    blocks.CharBlock,
    blocks.DateBlock,
    blocks.TextBlock,
    blocks.TimeBlock,
    blocks.URLBlock,
)


def foreign_keys(page: Page) -> list[tuple[str, str]]:
    """Return kind and column of the page's own pictures and documents."""
    models = {get_document_model(): "document", get_image_model(): "image"}
    return [
        (models[one.related_model], one.attname)
        for one in page._meta.get_fields()
        if isinstance(one, ForeignKey) and one.related_model in models
    ]


def pages_in_active_language(pks: set[int]) -> dict[int, Page]:
    if not pks:
        return {}
    keys = Page.objects.filter(pk__in=pks).values("translation_key")
    versions = list(
        Page.objects.live().filter(translation_key__in=keys).select_related("locale")
    )
    preferred = {
        version.translation_key: version
        for version in versions
        if version.locale.language_code == get_language()
    }
    return {
        version.pk: preferred.get(version.translation_key, version)
        for version in versions
    }
