"""Workshops with a given number of texts, and what is needed to translate them."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation
from wagtail_localize.segments import StringSegmentValue

from benchmarks.content.agenda import Agenda
from benchmarks.content.words import paragraphs
from home.models import HomePage
from pages.models import (
    Contact,
    PageContact,
    PageDocument,
    SiteDocument,
    Venue,
    WorkshopPage,
)
from pages.translation.extraction import segments_of
from pages.translation.snapshots import find_source, pieces_of

__all__ = ["Workshops", "make_home", "translate_texts"]

START = datetime(2031, 3, 6, 10, tzinfo=UTC)


def make_home() -> HomePage:
    """Put a German home page in place of Wagtail's welcome page."""
    Page.objects.filter(depth=2).delete()
    Site.objects.all().delete()
    root = Page.get_first_root_node()
    home: HomePage = root.add_child(
        instance=HomePage(title="Start", slug="start", locale=Locale.get_default())
    )
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    return home


class Workshops:
    """Makes German workshops that differ in their number only, each published."""

    def __init__(self, parent: Page, strings: int) -> None:
        self.parent = parent
        locale = parent.locale
        file = ContentFile(b"Flyer", name="flyer.txt")
        self.document = SiteDocument.objects.create(title="Flyer", file=file)
        self.venue = Venue.objects.create(name="Rathaus", locale=locale)
        self.contact = Contact.objects.create(name="Jo Wallner", locale=locale)
        self.numbers = count(1)
        self.entries, self.paragraphs = self.fit(strings)

    def fit(self, strings: int) -> tuple[int, int]:
        """Return how many entries and paragraphs have that many texts together."""
        entries = 0
        while count_strings(self.unsaved(entries + 1, 1)) <= strings:
            entries += 1
        rest = strings - count_strings(self.unsaved(entries, 1))
        return entries, 1 + rest

    def unsaved(self, entries: int, texts: int) -> WorkshopPage:
        """Return a workshop as it is before it has a place."""
        agenda = Agenda("de", date(2031, 3, 6), [self.document.pk])
        intro = "".join(f"<p>{text}</p>" for text in paragraphs("de", 0, texts))
        page = WorkshopPage(
            title=f"Werkstatt {next(self.numbers)}",
            locale=self.parent.locale,
            lead="Machen Sie mit.",
            intro=intro,
            agenda=agenda.write(entries),
            starts_at=START,
            ends_at=START + timedelta(days=3),
            venue=self.venue,
        )
        page.page_contacts = [PageContact(contact=self.contact, locale=page.locale)]
        page.page_documents = [
            PageDocument(document=self.document, title="Flyer", locale=page.locale)
        ]
        return page

    def add(self) -> WorkshopPage:
        page = self.parent.add_child(
            instance=self.unsaved(self.entries, self.paragraphs)
        )
        page.save_revision().publish()
        return WorkshopPage.objects.get(pk=page.pk)


def count_strings(page: WorkshopPage) -> int:
    values = segments_of(page)
    return sum(isinstance(value, StringSegmentValue) for value in values)


def translate_texts(original: Any, locale: Locale) -> None:
    """Save a translation of each text, as translators do; publish nothing."""
    source = find_source(original)
    places = source.stringsegment_set.values_list("context__path", "context_id")
    contexts = dict(places)
    StringTranslation.objects.bulk_create(
        (
            StringTranslation(
                translation_of_id=piece.string,
                locale=locale,
                context_id=contexts[piece.path],
                data=f"EN {piece.text}",
                translation_type="manual",
            )
            for piece in pieces_of(source)
        ),
        ignore_conflicts=True,
    )
