"""The site that editors find: little of everything, in both languages."""

from django.contrib.auth.models import Group
from django.core.cache import cache
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, Site

from cms.models import SiteSettings
from pages.models import (
    Contact,
    Funding,
    Menu,
    MenuItem,
    Organisation,
    PageContact,
    PageDocument,
    ProjectFunding,
    ProjectOrganisation,
    SiteDocument,
    SiteImage,
    Venue,
)
from tests import factories
from tests.outbox.conftest import fresh
from tests.translation.translating import published

LEFT_OVER = (Menu, Contact, Organisation, Venue, Funding, SiteDocument, SiteImage)


def clear():
    """Delete what another example has left, as nobody would: without a signal."""
    for page in Page.objects.filter(depth=2):
        fresh(page).delete()
    for model in (Redirect, *LEFT_OVER):
        model.objects.all().delete()
    for collection in Collection.objects.filter(depth=2):
        collection.delete()
    cache.clear()


class World:
    """What is there at first. Editors find it by itself, whatever becomes of it."""

    def __init__(self):
        clear()
        self.home = factories.home()
        self.english_home = published(self.home)
        self.group = Group.objects.get_or_create(name="Nachbarn")[0]
        self.make_directory()
        self.make_files()
        self.make_pages()
        self.make_settings()

    def make_directory(self):
        self.logo = factories.image("Logo")
        self.organisation = factories.organisation(logo=self.logo)
        self.contact = factories.contact(organisation=self.organisation)
        factories.contact("Noch niemand")
        self.venue = factories.venue()
        self.funding = factories.funding(logo=self.logo)

    def make_files(self):
        root = Collection.get_first_root_node()
        self.collection = root.add_child(instance=Collection(name="Protokolle"))
        self.inner = self.collection.add_child(instance=Collection(name="Anlagen"))
        self.document = factories.document(language="de")
        self.variant = factories.document(
            "Leaflet", "en.txt", b"En", language="en", variant_of=self.document
        )
        self.minutes = factories.document(
            "Protokoll", "p.txt", b"P", collection=self.inner
        )
        self.image = factories.image(
            alt_texts={"de": "Ein Bild", "en": "A picture"}, collection=self.collection
        )

    def make_pages(self):
        self.project = factories.project(self.home)
        own = {"page": self.project, "locale": self.home.locale}
        ProjectFunding.objects.create(funding=self.funding, **own)
        ProjectOrganisation.objects.create(organisation=self.organisation, **own)
        published(factories.published(fresh(self.project)))
        self.series = factories.series(fresh(self.project))
        for number in (1, 2):
            self.make_workshop(number)
        self.closed = factories.standard(self.home, "Intern")
        self.closed.view_restrictions.create(restriction_type="login")
        text = f'<p><a linktype="page" id="{self.project.pk}">Dort</a></p>'
        body = [{"type": "text", "value": text}]
        factories.published(factories.standard(self.home, "Über uns", body=body))
        index = factories.news_index(self.home)
        news = factories.news(index, about=self.series, image=self.image)
        factories.published(news)

    def make_workshop(self, number):
        page = factories.workshop(
            fresh(self.series), f"Werkstatt {number}", number=number, venue=self.venue
        )
        locale = page.locale
        page.page_contacts = [PageContact(contact=self.contact, locale=locale)]
        page.page_documents = [PageDocument(document=self.minutes, locale=locale)]
        page.flyer = self.document
        factories.published(page)

    def make_settings(self):
        menu = Menu.objects.create(place="header", locale=self.home.locale)
        MenuItem.objects.create(menu=menu, page=self.project, locale=menu.locale)
        Redirect.objects.create(old_path="/alt", redirect_page=self.project)
        names = {"de": "Stadt", "en": "City"}
        SiteSettings.objects.create(site=Site.objects.get(), site_name=names)
