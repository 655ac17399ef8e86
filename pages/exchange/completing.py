"""The second half of an import: everything becomes what the files say."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.signal_handlers import (
    disable_reference_index_auto_update,
    update_reference_index_on_save,
)

from pages.exchange.complaints import complain
from pages.exchange.contexts import Reading, Writing
from pages.exchange.creating import complain_of_database
from pages.exchange.descriptions import Description
from pages.exchange.entries import Entry
from pages.exchange.files import StoredFiles, hash_of
from pages.exchange.judging import judge
from pages.exchange.keys import Identity, family
from pages.exchange.publishing import current_content, is_published, save_page
from pages.exchange.reader import Content
from pages.exchange.records import (
    Record,
    apply_record,
    keep_missing,
    read_record,
    record_of,
    shown_record,
)
from pages.exchange.settings import SettingsEntry, load_settings

__all__ = ["Completer"]


def same_everywhere(model: type[models.Model], pk: Any) -> Identity:
    """Return an identity that is good enough to compare two states of one object."""
    return Identity(family(model) or model, UUID(int=int(pk)))


COMPARING = Writing(same_everywhere)


def is_same(first: Record, second: Record, description: Description) -> bool:
    """Whether two records would be written to a file in the same words."""
    shown = [shown_record(record, description, COMPARING) for record in (first, second)]
    return shown[0] == shown[1]


class Completer:
    """Gives every object all it shall have, and publishes the pages.

    As soon as there is a mistake, nothing more is saved; but everything is still
    judged, so that all mistakes are told at once.
    """

    def __init__(self, content: Content, files: StoredFiles) -> None:
        self.content = content
        self.mistakes = content.mistakes
        self.files = files
        self.count: Counter[str] = Counter()
        self.moved: list[Entry] = []
        self.saved: list[Entry] = []

    def complete(self, entry: Entry) -> None:
        if not entry.is_readable or entry.pk is None:
            return
        model: Any = entry.model
        instance = model.objects.get(pk=entry.pk)
        if isinstance(instance, Page):
            self.complete_page(entry, instance)
        else:
            self.complete_other(entry, instance)

    def complete_page(self, entry: Entry, page: Any) -> None:
        present = record_of(current_content(page), entry.description)
        record = self.full_record(entry, present)
        is_settled = not entry.is_new and entry.is_live == is_published(page)
        if is_settled and is_same(record, present, entry.description):
            self.count["changed" if entry in self.moved else "unchanged"] += 1
            return

        def save() -> None:
            save_page(page, live=entry.is_live, is_new=entry.is_new)
            self.set_after_save(entry, record, page)

        self.judge_and_save(entry, record, page, save)

    def complete_other(self, entry: Entry, instance: Any) -> None:
        present = record_of(instance, entry.description)
        record = self.full_record(entry, present)
        digest = hash_of(entry.file) if entry.file else ""
        has_new_file = bool(digest) and instance.get_file_hash() != digest
        is_settled = not (entry.is_new or has_new_file)
        if is_settled and is_same(record, present, entry.description):
            self.count["unchanged"] += 1
            return

        def save() -> None:
            if has_new_file and entry.file:
                self.files.put(instance, entry.file, digest)
                if hasattr(instance, "renditions"):
                    instance.renditions.all().delete()
            instance.save()
            self.set_after_save(entry, record, instance)

        self.judge_and_save(entry, record, instance, save)

    def full_record(self, entry: Entry, present: Record) -> Record:
        directory = self.content.directory
        before = directory.unresolved
        context = entry.reading(directory)
        record = read_record(entry.given, entry.description, context, entry.marks)
        keep_missing(record, present)
        # Who refers to what could not be created cannot be judged either.
        entry.is_readable = directory.unresolved == before
        return record

    def judge_and_save(
        self, entry: Entry, record: Record, instance: Any, save: Callable[[], None]
    ) -> None:
        if not entry.is_readable:
            return
        try:
            with transaction.atomic():
                apply_record(record, instance, entry.description)
                is_draft = not entry.is_live
                judge(instance, entry.description, entry.given, is_draft=is_draft)
                if not self.mistakes:
                    self.save_once_indexed(instance, save)
                    self.saved.append(entry)
                    self.count["created" if entry.is_new else "changed"] += 1
        except ValidationError as error:
            complain(entry.given, error)
        except DatabaseError as error:
            complain_of_database(entry, error)

    def save_once_indexed(self, instance: Any, save: Callable[[], None]) -> None:
        """Save an object and record what it refers to once, not with every step."""
        with disable_reference_index_auto_update():
            save()
        update_reference_index_on_save(instance)

    def set_after_save(self, entry: Entry, record: Record, instance: Any) -> None:
        for name, part in entry.description.parts.items():
            part.set_after_save(instance, record.values[name])

    def complete_settings(self, entry: SettingsEntry, site: Site | None) -> None:
        if site is None:
            entry.given.fail(_("There is no site yet that could have settings."))
            return
        instance = load_settings(entry.model, site)
        context = Reading(self.content.directory, entry.owner)
        record = read_record(entry.given, entry.description, context, entry.marks)
        present = record_of(instance, entry.description)
        keep_missing(record, present)
        if entry.is_readable and not is_same(record, present, entry.description):
            apply_record(record, instance, entry.description)
            judge(instance, entry.description, entry.given, is_draft=False)
            if not self.mistakes:
                instance.save()
