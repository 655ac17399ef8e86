"""The first half of an import: everything comes into existence.

Objects refer to each other in circles: a page to a contact, a menu to the page. So each
is created with what it can have while others are missing. Nothing is published yet.
"""

from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.exchange.complaints import complain
from pages.exchange.entries import Entry
from pages.exchange.files import StoredFiles, hash_of
from pages.exchange.keys import is_translatable, key_field
from pages.exchange.placing import parent_page
from pages.exchange.reader import Content
from pages.exchange.records import Record
from pages.exchange.texts import RichTextKind
from pages.exchange.tree import FinalTree
from pages.progress import Progress

__all__ = ["Creator", "complain_of_database"]


def complain_of_database(entry: Entry, error: DatabaseError) -> None:
    sentence = _("The database refuses this: %(reason)s")
    entry.given.fail(sentence % {"reason": error})


class Creator:
    """Creates what does not exist yet.

    Where mistakes are known already, everything will be undone; pages then get slugs
    of no meaning, because theirs may be what is wrong.
    """

    def __init__(self, content: Content, tree: FinalTree, files: StoredFiles) -> None:
        self.content = content
        self.tree = tree
        self.files = files
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.is_rehearsal = bool(content.mistakes)

    def create(self, entries: list[Entry], progress: Progress) -> None:
        """Create objects, in rounds: those that others cannot be without come first."""
        waiting = entries
        # What refers to what is recorded when objects are complete.
        with disable_reference_index_auto_update():
            while waiting:
                missing = [
                    entry
                    for entry in progress.over(waiting, _("Preparing"))
                    if not self.try_to_create(entry)
                ]
                if len(missing) == len(waiting):
                    break
                waiting = missing
        if not self.content.mistakes:
            for entry in waiting:
                entry.given.fail(_("This refers to what cannot exist before it."))

    def try_to_create(self, entry: Entry) -> bool:
        """Return False if something has to be created before."""
        record = self.first_record(entry)
        if self.lacks_something(entry, record):
            # What could not be read will never come.
            return False
        try:
            with transaction.atomic():
                self.create_one(entry, record)
        except ValidationError as error:
            complain(entry.given, error)
        except DatabaseError as error:
            if entry.is_readable:
                complain_of_database(entry, error)
        return True

    def lacks_something(self, entry: Entry, record: Record) -> bool:
        for name, part in entry.description.parts.items():
            if part.is_reference and part.needs_value and not record.values[name]:
                return True
        if entry.section != "pages":
            return False
        above = self.tree.place(entry).above
        return bool(above and above.entry and above.entry.pk is None)

    def first_record(self, entry: Entry) -> Record:
        """Return the values an object can have while others are missing."""
        context = entry.reading(self.content.directory)
        record = Record()
        for name, part in entry.description.parts.items():
            value = entry.record.values[name]
            if part.is_reference:
                value = part.read(entry.given, context)
            elif part.is_stream or isinstance(part.kind, RichTextKind):
                value = part.default()
            record.values[name] = value
        return record

    def create_one(self, entry: Entry, record: Record) -> None:
        instance: Any = entry.model()
        for name, part in entry.description.parts.items():
            value = record.values[name]
            if value is not None or getattr(part.field, "null", False):
                part.set(instance, value)
        setattr(instance, key_field(entry.model), entry.key)
        if is_translatable(entry.model):
            instance.locale = self.locale(entry.locale)
        if isinstance(instance, Page):
            self.add_page(entry, instance)
        else:
            self.add_other(entry, instance)
        entry.pk = instance.pk

    def add_page(self, entry: Entry, page: Page) -> None:
        page.live = False
        page.title = page.title or str(entry.key)
        if self.is_rehearsal:
            page.slug = str(uuid4())
        parent_page(entry, self.tree).add_child(instance=page)

    def add_other(self, entry: Entry, instance: Any) -> None:
        if entry.file is not None:
            self.files.put(instance, entry.file, hash_of(entry.file))
        if entry.is_readable:
            instance.validate_unique()
            instance.validate_constraints()
        instance.save()

    def locale(self, code: str) -> Locale:
        if code not in self.locales:
            self.locales[code] = Locale.objects.create(language_code=code)
        return self.locales[code]
