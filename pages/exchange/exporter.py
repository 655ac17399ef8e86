"""Writes the whole content into a folder: a YAML file, and the files beside it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction, Site

from cms.languages import language_codes
from cms.models import SiteSettings
from pages.exchange.contexts import Writing
from pages.exchange.counting import sequences
from pages.exchange.descriptions import describe, page_models, snippet_models
from pages.exchange.emitter import emit
from pages.exchange.lookups import Lookup
from pages.exchange.publishing import current_content, is_published
from pages.exchange.reader import FIXED, VERSION
from pages.exchange.records import Record, record_of, shown_record
from pages.exchange.settings import load_settings, other_settings
from pages.progress import Progress

__all__ = ["CONTENT_FILE", "ExportReport", "export_content"]

CONTENT_FILE = "content.yaml"


@dataclass
class ExportReport:
    """How many objects a file has, and what a person should know about them."""

    count: int = 0
    warnings: list[str] = field(default_factory=list)


def export_content(folder: Path, progress: Progress | None = None) -> ExportReport:
    """Write the content into an existing folder.

    The same content gives the same bytes, in whatever database it is.
    """
    exporter = Exporter(folder, progress or Progress())
    content = exporter.content()
    (folder / CONTENT_FILE).write_text(emit(content), encoding="utf-8", newline="\n")
    exporter.progress.finish()
    return exporter.report


class Exporter:
    def __init__(self, folder: Path, progress: Progress) -> None:
        self.folder = folder
        self.progress = progress
        self.lookup = Lookup()
        self.report = ExportReport()
        self.names: set[str] = set()

    def content(self) -> dict[str, Any]:
        sections: dict[str, Any] = {"settings": self.settings()}
        for section, get_model in FIXED.items():
            sections[section] = list(self.media(section, get_model()))
        sections["snippets"] = list(self.snippets())
        sections["pages"] = list(self.pages())
        filled = {name: rows for name, rows in sections.items() if rows}
        return {"version": VERSION, **filled}

    def shown(
        self, instance: models.Model, name: str, locale: str = ""
    ) -> dict[str, Any]:
        """Return the values of an object; warns if it refers to what is gone."""
        description = describe(type(instance))
        context = Writing(self.lookup.key_of, locale)
        before = self.lookup.dangling
        shown = shown_record(record_of(instance, description), description, context)
        if self.lookup.dangling > before:
            sentence = _(
                "%(name)s refers to something that was deleted. It is left out."
            )
            self.report.warnings.append(sentence % {"name": name})
        self.report.count += 1
        return shown

    # --- Sections

    def settings(self) -> dict[str, Any]:
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            return {}
        shown = self.shown(load_settings(SiteSettings, site), _("Settings"))
        for label, model in other_settings().items():
            if values := self.shown(load_settings(model, site), label):
                shown[label] = values
        self.report.count = 0  # they are no objects of their own
        return shown

    def media(self, section: str, model: Any) -> Iterator[dict[str, Any]]:
        found = sorted(model.objects.all(), key=lambda one: (one.title, str(one.key)))
        for instance in self.progress.over(found, _("Copying")):
            yield {
                "key": str(instance.key),
                "file": self.copy_file(section, instance),
                **self.shown(instance, quoted(instance.title)),
            }

    def snippets(self) -> Iterator[dict[str, Any]]:
        for label, model in snippet_models().items():
            objects: Any = model.objects.select_related("locale")  # type: ignore[attr-defined]
            for instance in in_stable_order(list(objects)):
                locale = instance.locale.language_code
                yield {
                    "type": label,
                    "key": str(instance.translation_key),
                    "locale": locale,
                    **self.shown(instance, quoted(instance), locale),
                }

    def pages(self) -> Iterator[dict[str, Any]]:
        self.warn_of_restrictions()
        labels, counted = page_models(), sequences()
        rows = Page.objects.filter(depth__gt=1).order_by("path").only("pk", "path")
        gone: tuple[str, ...] = ()
        above: dict[str, Page] = {}
        for row in self.progress.over(list(rows), _("Writing")):
            page = Page.objects.get(pk=row.pk).specific
            above[page.path] = page
            if page.path.startswith(gone) and gone:
                self.warn_of_left_out(page)
            elif type(page)._meta.label not in labels:
                gone = (*gone, page.path)
                self.warn_of_left_out(page)
            else:
                shown = self.page(page, above.get(page.path[: -Page.steplen]))
                # Of the versions of a workshop, the first one says it.
                is_public = shown.get("live", True)
                more = counted.pop(page.translation_key, {}) if is_public else {}
                yield {**shown, **more}

    def page(self, page: Any, parent: Page | None) -> dict[str, Any]:
        locale = page.locale.language_code
        name = name_of(page)
        shown: dict[str, Any] = {
            "type": type(page)._meta.label,
            "key": str(page.translation_key),
            "locale": locale,
        }
        if parent is not None:
            shown["parent"] = str(parent.translation_key)
        content = self.shown(current_content(page), name, locale)
        shown |= {key: content.pop(key) for key in ("title", "slug") if key in content}
        if not is_published(page):
            shown["live"] = False
        elif page.live and page.has_unpublished_changes:
            sentence = _(
                "%(name)s has changes that are not published. They are left out."
            )
            self.report.warnings.append(sentence % {"name": name})
        return {**shown, **content}

    # --- What cannot be carried

    def warn_of_left_out(self, page: Page) -> None:
        if page.depth == 2 and not page.latest_revision_id and page.is_leaf():
            return  # Wagtail's own welcome page
        sentence = _(
            "%(name)s is left out with all below it: its type is not installed or is "
            "not for content."
        )
        values = {"name": name_of(page)}
        self.report.warnings.append(sentence % values)

    def warn_of_restrictions(self) -> None:
        sentence = _("%(name)s is not public. An import would make it public.")
        restricted = PageViewRestriction.objects.select_related("page")
        for restriction in restricted.order_by("page__path"):
            name = name_of(restriction.page)
            self.report.warnings.append(sentence % {"name": name})

    # --- Files

    def copy_file(self, section: str, instance: Any) -> str:
        """Copy a file beside the content; return its path as the content has it."""
        name = self.unique_name(section, instance)
        target = self.folder / section / PurePosixPath(name).name
        target.parent.mkdir(exist_ok=True)
        try:
            stored = instance.file.storage.open(instance.file.name)
            with stored as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        except OSError:
            sentence = _(
                "The file of “%(name)s” is missing. An import will say so too."
            )
            self.report.warnings.append(sentence % {"name": instance.title})
        return name

    def unique_name(self, section: str, instance: Any) -> str:
        """Return the file's own name; with the key, if another one has it already.

        Names that differ in capital letters only are one name on some systems.
        """
        own = PurePosixPath(instance.file.name)
        name = f"{section}/{own.name}"
        if name.lower() in self.names:
            name = f"{section}/{own.stem}-{instance.key}{own.suffix}"
        self.names.add(name.lower())
        return name


def quoted(title: object) -> str:
    """Return a title in the quotation marks of the active language."""
    return _("“%(title)s”") % {"title": title}


def name_of(page: Page) -> str:
    return f"{quoted(page.title)} ({page.url_path})"


def in_stable_order(instances: list[Any]) -> list[Any]:
    """Return snippets by their first text, translations side by side.

    Their own order can depend on the language or on the database.
    """
    languages = {code: number for number, code in enumerate(language_codes())}

    def rank(instance: Any) -> tuple[int, str]:
        code = instance.locale.language_code
        return languages.get(code, len(languages)), code

    instances.sort(key=rank)
    texts: dict[Any, str] = {}
    for instance in instances:
        texts.setdefault(instance.translation_key, first_text(instance))
    return sorted(
        instances,
        key=lambda one: (texts[one.translation_key], str(one.translation_key)),
    )


def first_text(instance: models.Model) -> str:
    record: Record = record_of(instance, describe(type(instance)))
    return next((v for v in record.values.values() if isinstance(v, str) and v), "")
