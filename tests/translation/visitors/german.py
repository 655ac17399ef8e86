"""A site whose English pages are German still: "Wort" stands in each of their texts."""

from collections import defaultdict
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.models import SiteSettings
from pages.models import (
    ChangeNote,
    Menu,
    MenuItem,
    PageContact,
    PageDocument,
    PlannedWorkshop,
    ProjectFunding,
)
from tests import factories

ENGLISH = {"string": 1, "text": ""}
GERMAN = {"string": None}


def with_ids(value):
    """Give each block of a stream an id, as the editor does on every level."""
    if isinstance(value, list):
        return [with_ids(item) for item in value]
    if isinstance(value, dict):
        inner = {name: with_ids(item) for name, item in value.items()}
        return {**inner, "id": str(uuid4())} if "type" in value else inner
    return value


def paths(instance):
    """How many strings wagtail-localize finds at each content path."""
    counted = defaultdict(int)
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            counted[segment.path] += 1
    return counted


def untranslated(instance, *names):
    """Note that all strings of a page or snippet, or some paths, are still German."""
    fresh = type(instance).objects.get(pk=instance.pk)
    wanted = {path: n for path, n in paths(fresh).items() if not names or path in names}
    origins = {path: [GERMAN] * number for path, number in wanted.items()}
    type(instance).objects.filter(pk=instance.pk).update(text_origins=origins)
    return type(instance).objects.get(pk=instance.pk)


def english(snippet):
    """An English version of a snippet, in which nothing is translated yet."""
    copy = snippet.copy_for_translation(factories.locale("en"))
    copy.save()
    return untranslated(copy)


class German:
    """``pages`` are English by their address only."""

    def __init__(self):
        factories.locale("en")
        self.image = factories.image(alt_texts={"de": "Wort Platz"})
        self.file = factories.document("Wort Datei", "d.pdf", b"%", language="de")
        self.home = factories.home(**self.texts("Start"))
        self.project = factories.project(
            self.home,
            "Wort Projekt",
            acronym="HOF",
            subtitle="Wort Untertitel",
            aims=self.rich("Ziele"),
            **self.texts("Projekt"),
        )
        self.series = factories.series(
            self.project, "Wort Reihe", **self.texts("Reihe")
        )
        self.workshop = self.make_workshop()
        self.index = factories.news_index(
            self.project, "Wort Neues", **self.texts("Neues")
        )
        self.news = factories.news(
            self.index,
            "Wort Meldung",
            image=self.image,
            about=self.workshop,
            **self.texts("Meldung"),
        )
        self.standard = factories.standard(
            self.home, "Wort Impressum", **self.texts("Impressum")
        )
        self.add_children()
        self.pages = self.translate()
        self.add_menu()
        site = self.home.get_site()
        SiteSettings.objects.create(site=site, site_name={"en": "City"})

    def texts(self, name):
        return {"lead": f"Wort Anriss {name}.", "body": with_ids(self.body())}

    def rich(self, name):
        link = f'<a linktype="document" id="{self.file.pk}">Wort Link</a>'
        return f"<p>Wort {name}.</p><ul><li>Wort <b>fett</b> und {link}</li></ul>"

    def body(self):
        figure = {"image": self.image.pk, "caption": "Wort Bildzeile"}
        item = {"type": "document", "value": self.file.pk}
        return [
            {"type": "heading", "value": "Wort & Überschrift"},
            {"type": "text", "value": self.rich("Absatz")},
            {"type": "figure", "value": figure},
            {
                "type": "gallery",
                "value": {
                    "title": "Wort Galerie",
                    "pictures": [{"type": "figure", "value": figure}],
                },
            },
            {
                "type": "quote",
                "value": {"quote": "Wort eins\n\nWort zwei", "source": "Wort Stimme"},
            },
            {
                "type": "documents",
                "value": {"title": "Wort Dateien", "documents": [item]},
            },
            {
                "type": "details",
                "value": {"summary": "Wort Frage", "text": self.rich("Antwort")},
            },
            {
                "type": "call_to_action",
                "value": {
                    "text": self.rich("Aufruf"),
                    "label": "Wort Knopf",
                    "url": "https://example.org/",
                },
            },
            {"type": "notices_notice", "value": {"text": "Wort Hinweis"}},
        ]

    def make_workshop(self):
        start = timezone.now() + timedelta(days=1)
        values = {
            "access_note": "Wort Stufe\nWort Tür",
            "arrival": "Wort Bahn",
            "country": "Wort Land",
            "street": "Lime Lane 1",
        }
        return factories.workshop(
            self.series,
            "Wort Werkstatt",
            number=1,
            starts_at=start,
            ends_at=start + timedelta(hours=5),
            venue=factories.venue("Hall", **values),
            status="postponed",
            status_note="Wort Zusatz",
            price="Wort frei",
            spoken_languages="Wort Sprachen",
            intro=self.rich("Einführung"),
            information=self.rich("Auskunft"),
            agenda=with_ids(self.agenda()),
            **self.texts("Werkstatt"),
        )

    def agenda(self):
        person = {"type": "person", "value": {"name": "Ada Roth"}}
        slides = [{"type": "document", "value": self.file.pk}]
        talk = {"title": "Wort Vortrag", "people": [person], "slides": slides}
        talks = [{"type": "contribution", "value": talk}]
        track = {
            "title": "Wort Gruppe",
            "room": "1.04",
            "abstract": self.rich("Gruppentext"),
            "contributions": talks,
        }
        return [
            {"type": "day", "value": {"date": "2031-03-06", "title": "Wort Tag"}},
            {"type": "section", "value": {"title": "Wort Abschnitt"}},
            {
                "type": "session",
                "value": {
                    "start": "11:00",
                    "title": "Wort Beginn",
                    "abstract": self.rich("Beschreibung"),
                    "contributions": talks,
                    "slides": slides,
                },
            },
            {"type": "break", "value": {"start": "12:00", "title": "Wort Pause"}},
            {
                "type": "parallel",
                "value": {
                    "start": "13:00",
                    "title": "Wort Gruppen",
                    "tracks": [{"type": "track", "value": track}],
                },
            },
        ]

    def originals(self):
        return [
            self.home,
            self.project,
            self.series,
            self.workshop,
            self.index,
            self.news,
            self.standard,
        ]

    def add_children(self):
        role = factories.contact("Jo Doe", role="Wort Leitung")
        grant = factories.funding("Grant", notice="Wort Dank\nWort an alle")
        ProjectFunding.objects.create(
            page=self.project, funding=grant, locale=self.project.locale
        )
        for page in self.originals():
            here = {"page": page, "locale": page.locale}
            PageContact.objects.create(contact=role, **here)
            PageDocument.objects.create(document=self.file, title="Wort Plan", **here)
            PageDocument.objects.create(document=self.file, **here)
            ChangeNote.objects.create(text="Wort Änderung", **here)
        PlannedWorkshop.objects.create(
            page=self.series, number=9, title="Wort geplant", locale=self.series.locale
        )

    def translate(self):
        pages = {}
        for original in self.originals():
            translation = untranslated(factories.translated(original))
            pages[type(original).__name__] = translation
        return pages

    def add_menu(self):
        locale = factories.locale("en")
        menu = Menu.objects.create(place="header", locale=locale)
        only_german = factories.standard(self.home, "Wort nur deutsch")
        for page, label in (
            (self.standard, "Wort Eintrag"),
            (self.standard, ""),
            (only_german, ""),
            (self.pages["StandardPage"], ""),
        ):
            MenuItem.objects.create(menu=menu, page=page, label=label, locale=locale)
        untranslated(menu)
