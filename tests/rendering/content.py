"""A site in both languages, in which there is one of everything, or ten."""

from datetime import timedelta

from django.utils import timezone

from cms.models import SiteSettings
from pages.models import (
    ChangeNote,
    Menu,
    MenuItem,
    PageContact,
    PageDocument,
    PlannedWorkshop,
    ProjectFunding,
    ProjectOrganisation,
)
from tests import factories


class Content:
    """German pages by name and, below ``english``, their translations.

    ``amount`` says how many there are of whatever a page may have several of.
    """

    def __init__(self, amount=1):
        self.numbers = range(1, amount + 1)
        self.home = factories.home(lead="Hier gestalten alle mit.")
        factories.locale("en")
        self.images = [
            factories.image(f"Bild {n}", alt_texts={"de": f"Was Bild {n} zeigt"})
            for n in self.numbers
        ]
        self.documents = [factories.document(f"Datei {n}") for n in self.numbers]
        self.about = factories.standard(self.home, "Über uns")
        self.project = self.make_project()
        self.series = factories.series(self.project, "Reihe", **self.text())
        self.workshops = [self.make_workshop(number) for number in self.numbers]
        self.workshop = self.workshops[0]
        self.index = factories.news_index(self.project, **self.text())
        self.all_news = [self.make_news(number) for number in self.numbers]
        self.news = self.all_news[0]
        self.standard = factories.standard(self.project, "Impressum", **self.text())
        self.close_all()
        self.make_menus()
        self.name_site()

    @property
    def pages(self):
        return {
            "HomePage": self.home,
            "ProjectPage": self.project,
            "SeriesPage": self.series,
            "WorkshopPage": self.workshop,
            "NewsIndexPage": self.index,
            "NewsPage": self.news,
            "StandardPage": self.standard,
        }

    def translate(self):
        """Add an English version of every page; return them by type."""
        order = [self.home, self.about, self.project, self.series, *self.workshops]
        order += [self.index, *self.all_news, self.standard]
        translated = {page.pk: factories.translated(page) for page in order}
        self.make_menus("en", translated[self.standard.pk])
        return {name: translated[page.pk] for name, page in self.pages.items()}

    def text(self):
        return {"lead": "Worum es geht.", "body": self.stream()}

    def stream(self):
        """Every kind of block that asks the database for something."""
        figure = {"type": "figure", "value": {"image": self.images[0].pk}}
        figures = [
            {"type": "figure", "value": {"image": image.pk}} for image in self.images
        ]
        files = [
            {"type": "document", "value": document.pk} for document in self.documents
        ]
        link = {"label": "Weiter", "page": self.about.pk, "text": self.rich_text()}
        return [
            *({"type": "text", "value": self.rich_text()} for _number in self.numbers),
            *(figure for _number in self.numbers),
            {"type": "gallery", "value": {"pictures": figures}},
            {"type": "documents", "value": {"documents": files}},
            *({"type": "call_to_action", "value": link} for _number in self.numbers),
        ]

    def rich_text(self):
        links = [
            f'<a linktype="document" id="{document.pk}">Datei</a>'
            for document in self.documents
        ]
        page = f'<a linktype="page" id="{self.about.pk}">Über uns</a>'
        return f"<p>{page} {' '.join(links)}</p>"

    def make_project(self):
        project = factories.project(
            self.home, "Projekt", aims=self.rich_text(), **self.text()
        )
        for number in self.numbers:
            logo = factories.image("Logo")
            partner = factories.organisation(f"Partner {number}", logo=logo)
            grant = factories.funding(f"Programm {number}", logo=logo)
            ProjectOrganisation.objects.create(
                page=project, organisation=partner, locale=project.locale
            )
            ProjectFunding.objects.create(
                page=project, funding=grant, locale=project.locale
            )
        return project

    def make_workshop(self, number):
        start = timezone.now() + timedelta(days=number)
        return factories.workshop(
            self.series,
            f"Werkstatt {number}",
            number=number,
            starts_at=start,
            ends_at=start + timedelta(hours=5),
            venue=factories.venue(f"Ort {number}"),
            flyer=self.documents[0],
            intro=self.rich_text(),
            information=self.rich_text(),
            agenda=[entry for _number in self.numbers for entry in self.entries()],
            **self.text(),
        )

    def entries(self):
        """A session and parallel groups with slides wherever they may be."""
        slides = [{"type": "document", "value": self.documents[0].pk}]
        talk = {"title": "Beitrag", "slides": slides}
        talks = [{"type": "contribution", "value": talk}]
        session = {"start": "11:00", "slides": slides, "contributions": talks}
        group = {"title": "Gruppe", "abstract": self.rich_text()}
        group["contributions"] = talks
        groups = [{"type": "track", "value": group}]
        return [
            {"type": "session", "value": {**session, "abstract": self.rich_text()}},
            {"type": "parallel", "value": {"start": "12:00", "tracks": groups}},
        ]

    def make_news(self, number):
        image = self.images[number - 1]
        about = self.workshop
        title = f"Meldung {number}"
        return factories.news(
            self.index, title, image=image, about=about, **self.text()
        )

    def close_all(self):
        """Give every page contacts, documents and change notes."""
        partner = factories.organisation("Stadt")
        contacts = [
            factories.contact(f"Person {number}", organisation=partner)
            for number in self.numbers
        ]
        for page in self.pages.values():
            here = {"page": page, "locale": page.locale}
            for contact, document in zip(contacts, self.documents, strict=True):
                PageContact.objects.create(contact=contact, **here)
                PageDocument.objects.create(document=document, **here)
                ChangeNote.objects.create(text="Neuer Raum", **here)
        for number in self.numbers:
            PlannedWorkshop.objects.create(
                page=self.series,
                number=100 + number,
                title="Geplant",
                locale=self.series.locale,
            )

    def make_menus(self, language="de", page=None):
        locale = factories.locale(language)
        for place in Menu.Place:
            menu = Menu.objects.create(place=place, locale=locale)
            for _number in self.numbers:
                MenuItem.objects.create(
                    menu=menu, page=page or self.standard, locale=locale
                )

    def name_site(self):
        site = self.home.get_site()
        names = {"de": "Stadt Lindenau", "en": "City of Lindenau"}
        logo = factories.image("Wappen")
        SiteSettings.objects.create(site=site, site_name=names, logo=logo)
