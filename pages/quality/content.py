"""What an object's fields and streams contain, read without a query."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.db.models import Field, ForeignKey, Model, URLField
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from pages.links.hosts import host_of

__all__ = ["Address", "Content", "Heading", "Link", "Picture", "read_fields"]

# What stands in a form's place for "there is no alternative text, and rightly so".
DECORATIVE = ("is_decorative", "decorative", "alt_text")


@dataclass(frozen=True, slots=True)
class Heading:
    place: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that needs an alternative text."""

    place: str
    image: int


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to a page or document of ours."""

    place: str
    kind: str
    """"page", "document" or "image"."""
    pk: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    place: str
    url: str
    words: str = ""


@dataclass(slots=True)
class Content:
    headings: dict[str, list[Heading]] = field(default_factory=dict)
    """By the field they stand in, each in reading order."""
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    """Of other websites."""
    own_hosts: frozenset[str] = frozenset()
    """Addresses there are not asked: this server may know other ways to itself."""

    def add_heading(self, found: Heading) -> None:
        stream = found.place.partition(".")[0]
        self.headings.setdefault(stream, []).append(found)

    def add_address(self, place: str, url: Any, words: str = "") -> None:
        address = str(url or "").strip()
        is_web = address.lower().startswith(("http://", "https://"))
        if is_web and host_of(address) not in self.own_hosts:
            self.addresses.append(Address(place, address, words))

    def add_reference(self, place: str, kind: str, pk: Any, words: str = "") -> None:
        if str(pk or "").isdecimal():
            self.links.append(Link(place, kind, int(pk), words))


def read_fields(instance: Model, content: Content, prefix: str = "") -> None:
    """Add what the fields of an object contain; not what is attached to it."""
    for one in instance._meta.get_fields():
        if isinstance(one, Field) and not is_machinery(one):
            value = one.value_from_object(instance)
            read_field(one, value, content, f"{prefix}{one.name}")


def is_machinery(one: Field) -> bool:
    """Whether a field is how Django and Wagtail keep a page together."""
    remote = one.remote_field
    return one.name == "alias_of" or bool(remote and getattr(remote, "parent_link", 0))


def read_field(one: Field, value: Any, content: Content, place: str) -> None:
    if isinstance(one, StreamField):
        walk(one.stream_block, value.get_prep_value(), content, place)
    elif isinstance(one, RichTextField):
        read_text(value, content, place)
    elif isinstance(one, URLField):
        content.add_address(place, value, str(one.verbose_name))
    elif isinstance(one, ForeignKey):
        read_key(one, value, content, place)


def read_key(one: ForeignKey, pk: int | None, content: Content, place: str) -> None:
    target, words = one.related_model, str(one.verbose_name)
    if pk is None:
        return
    if target is Page:
        content.add_reference(place, "page", pk, words)
    elif target is get_document_model():
        content.add_reference(place, "document", pk, words)
    elif target is get_image_model() and issubclass(one.model, Page):
        # A logo is described by the name it belongs to; a page's picture by itself.
        content.pictures.append(Picture(place, pk))


def walk(block: blocks.Block, value: Any, content: Content, place: str) -> None:
    """Add what a block contains; ``value`` is as it is stored."""
    if value in (None, ""):
        read_nothing(block, content, place)
    elif isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            inner = block.child_blocks.get(child["type"])
            if inner is not None:
                walk(inner, child["value"], content, place_of(child, place))
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            inner_value = child["value"] if is_item(child) else child
            walk(block.child_block, inner_value, content, place_of(child, place))
    elif isinstance(block, blocks.BaseStructBlock):
        walk_struct(block, value, content, place)
    else:
        read_leaf(block, value, content, place)


def is_item(child: Any) -> bool:
    """Whether an item of a list is stored with an id; bare is how Wagtail once did."""
    return isinstance(child, dict) and child.get("type") == "item" and "value" in child


def place_of(child: Any, place: str) -> str:
    """Return the place of a block in a stream or list: theirs, if it has no id."""
    number = child.get("id") if isinstance(child, dict) and "value" in child else None
    return f"{place}.{number}" if number else place


def read_nothing(block: Any, content: Content, place: str) -> None:
    """A heading without words is printed all the same, unless it may be left out."""
    level = getattr(block.meta, "heading_level", 0)
    if level and block.required:
        content.add_heading(Heading(place, level, ""))


def walk_struct(block: Any, value: Any, content: Content, place: str) -> None:
    needs_no_text = any(value.get(name) for name in DECORATIVE)
    for name, inner in block.child_blocks.items():
        is_picture = isinstance(inner, ImageChooserBlock)
        if not (is_picture and needs_no_text):
            walk(inner, value.get(name), content, f"{place}.{name}")


def read_leaf(block: Any, value: Any, content: Content, place: str) -> None:
    if isinstance(block, blocks.RichTextBlock):
        read_text(value, content, place)
    elif isinstance(block, ImageChooserBlock):
        content.pictures.append(Picture(place, value))
    elif isinstance(block, DocumentChooserBlock):
        content.add_reference(place, "document", value, str(block.label))
    elif isinstance(block, blocks.PageChooserBlock):
        content.add_reference(place, "page", value, str(block.label))
    elif isinstance(block, blocks.URLBlock):
        content.add_address(place, value, str(block.label))
    elif level := getattr(block.meta, "heading_level", 0):
        content.add_heading(Heading(place, level, str(value).strip()))


def read_text(source: Any, content: Content, place: str) -> None:
    reader = TextReader()
    reader.feed(str(source or ""))
    reader.close()
    for attributes, words in reader.links:
        kind = attributes.get("linktype") or ""
        content.add_reference(place, kind, attributes.get("id"), words)
        content.add_address(place, attributes.get("href"), words)
    for level, words in reader.headings:
        content.add_heading(Heading(place, level, words))


class TextReader(HTMLParser):
    """Collects links and headings of rich text as it is stored."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[dict[str, str | None], str]] = []
        self.headings: list[tuple[int, str]] = []
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" or is_heading(tag):
            self.open.append((tag, dict(attrs), []))

    def handle_data(self, data: str) -> None:
        for _tag, _attributes, words in self.open:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            return
        _tag, attributes, words = self.open.pop()
        text = " ".join("".join(words).split())
        if tag == "a":
            self.links.append((attributes, text))
        else:
            self.headings.append((int(tag[1]), text))


def is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal()
