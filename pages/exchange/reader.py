"""Reads content files: everything in them, with every mistake, changing nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from pages.exchange.counting import marks_of, read_sequence
from pages.exchange.descriptions import page_models, snippet_models
from pages.exchange.entries import Directory, Entry
from pages.exchange.files import check_file
from pages.exchange.given import Given, did_you_mean, quoted
from pages.exchange.keys import Identity, family, is_translatable
from pages.exchange.mistakes import Mistake, Mistakes
from pages.exchange.records import read_record
from pages.exchange.references import read_key, read_locale
from pages.exchange.settings import SettingsEntry, read_settings
from pages.exchange.source import read_source
from pages.progress import Progress

__all__ = ["VERSION", "Content", "read_content"]

VERSION = 1
SECTIONS = ("settings", "images", "documents", "snippets", "pages")
MARKS = {
    "images": ("key", "file"),
    "documents": ("key", "file"),
    "snippets": ("type", "key", "locale"),
    "pages": ("type", "key", "locale", "parent", "live"),
}


class Content:
    """What some files say together."""

    def __init__(self) -> None:
        self.mistakes = Mistakes()
        self.directory = Directory()
        self.settings: list[SettingsEntry] = []

    @property
    def entries(self) -> list[Entry]:
        return list(self.directory.entries.values())


def read_content(paths: list[Path], progress: Progress) -> Content:
    """Return what the files say. All that is wrong with them is in its ``mistakes``."""
    content = Content()
    roots = [
        root for path in paths if (root := read_root(path, content.mistakes, progress))
    ]
    headers = [found for root in roots for found in read_headers(root, content)]
    content.directory.meet_database()
    for entry in progress.over(headers, _("Reading")):
        read_entry(entry, content)
    for root in roots:
        settings = root.entry("settings")
        if settings is not None and settings.is_mapping():
            content.settings += read_settings(settings, content.directory)
    return content


def read_root(path: Path, mistakes: Mistakes, progress: Progress) -> Given | None:
    """Return the top of a file, if it is one of a version that can be read."""
    before = len(mistakes)
    node = read_source(path, mistakes, progress)
    if node is None:
        if len(mistakes) == before:
            mistakes.add(Mistake(str(path), 1, "", _("The file is empty.")))
        return None
    root = Given(node, "", str(path), mistakes)
    if not root.is_mapping():
        return None
    root.refuse_others(("version", *SECTIONS))
    version = root.entry("version")
    if version is None:
        root.fail(
            _("The first line has to be “version: %(number)d”.") % {"number": VERSION}
        )
    elif version.value != VERSION or isinstance(version.value, bool):
        sentence = _("Version %(given)s is not known; this is version %(number)d.")
        values = {"given": quoted(version.value), "number": VERSION}
        version.fail(sentence % values)
        return None
    return root


def read_headers(root: Given, content: Content) -> Iterator[Entry]:
    """Yield an entry for each object of a file whose type and key can be read."""
    for section in MARKS:
        place = root.entry(section)
        for item in place.items() if place else ():
            entry = read_header(section, item) if item.is_mapping() else None
            if entry is None:
                continue
            if first := content.directory.add(entry):
                say_double(entry, first)
            else:
                yield entry


def read_header(section: str, item: Given) -> Entry | None:
    model = read_model(section, item)
    key = required(item, "key")
    uuid = read_key(key) if key else None
    needs_locale = model is None or is_translatable(model)
    place = required(item, "locale") if needs_locale else None
    locale = read_locale(item) if place else ""
    if model is None or uuid is None or (needs_locale and not locale):
        return None
    root = family(model)
    assert root is not None  # noqa: S101 (all models of sections have keys)
    marks = (*MARKS[section], *marks_of(model))
    return Entry(section, model, Identity(root, uuid, locale), item, marks)


def required(item: Given, name: str) -> Given | None:
    place = item.entry(name)
    if place is None:
        item.step(name).fail(_("This is required."))
    return place


FIXED: dict[str, Callable[[], type[models.Model]]] = {
    "images": get_image_model,
    "documents": get_document_model,
}


def read_model(section: str, item: Given) -> type[models.Model] | None:
    if section in FIXED:
        return FIXED[section]()
    place = required(item, "type")
    if place is None:
        return None
    known: dict[str, Any] = page_models() if section == "pages" else snippet_models()
    if isinstance(place.value, str) and place.value in known:
        model: type[models.Model] = known[place.value]
        return model
    sentence = _("There is no type “%(name)s”.") % {"name": quoted(place.value)}
    place.fail(did_you_mean(sentence, str(place.value), known))
    return None


def say_double(entry: Entry, first: Entry) -> None:
    sentence = _("The key “%(key)s” is given twice, first in %(file)s, line %(line)d.")
    values = {
        "key": quoted(entry.given.step("key").value),
        "file": Path(first.given.file).name,
        "line": first.given.node.line,
    }
    entry.given.step("key").fail(sentence % values)


def read_entry(entry: Entry, content: Content) -> None:
    """Read the values of an object."""
    before = len(content.mistakes)
    stored = content.directory.stored.get(entry.identity)
    if stored and stored.model is not entry.model:
        sentence = _("On the site, this key belongs to a %(kind)s.")
        kind = stored.model._meta.verbose_name
        entry.given.step("key").fail(sentence % {"kind": kind})
    if entry.section == "pages":
        read_place(entry)
        read_sequence(entry)
    elif entry.section in FIXED:
        entry.file = check_file(entry)
    context = entry.reading(content.directory)
    entry.record = read_record(entry.given, entry.description, context, entry.marks)
    entry.is_readable = len(content.mistakes) == before


def read_place(entry: Entry) -> None:
    """Read where a page stands in the tree, and whether it is published."""
    live = entry.given.entry("live")
    if live is not None:
        if isinstance(live.value, bool):
            entry.is_live = live.value
        else:
            sentence = _("%(value)s is neither true nor false.")
            live.fail(sentence % {"value": quoted(live.value)})
    parent = entry.given.entry("parent")
    uuid = read_key(parent) if parent else None
    if uuid:
        entry.parent = Identity(entry.identity.family, uuid, entry.locale)
