"""Content for tests, as small as it can be. Every value can be given."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from pages.models import (
    Contact,
    Funding,
    NewsIndexPage,
    NewsPage,
    Organisation,
    ProjectPage,
    SeriesPage,
    SiteDocument,
    SiteImage,
    StandardPage,
    Venue,
    WorkshopPage,
)

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2031, 3, 6, 11, 0, tzinfo=BERLIN)


def locale(code: str = "de") -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def home(**values: Any) -> HomePage:
    """The German home page and its site, in place of Wagtail's welcome page."""
    Page.objects.filter(depth=2, slug="home").delete()
    root = Page.get_first_root_node()
    values = {"title": "Start", "slug": "start", "locale": locale(), **values}
    page = root.add_child(instance=HomePage(**values))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=page, is_default_site=True)
    return page


def home_beside(home: HomePage) -> HomePage:
    """A German page beside the home page, on which no site begins yet."""
    root = Page.get_first_root_node()
    values = {"title": "Nebenan", "slug": "nebenan", "locale": home.locale}
    return root.add_child(instance=HomePage(**values))


def page(kind: type[Page], parent: Page, title: str, **values: Any) -> Any:
    """A live page below another one, in its language."""
    instance = kind(title=title, locale=parent.locale, **values)
    return parent.add_child(instance=instance)


def project(parent: Page, title: str = "Projekt", **values: Any) -> ProjectPage:
    return page(ProjectPage, parent, title, **values)


def series(parent: Page, title: str = "Reihe", **values: Any) -> SeriesPage:
    return page(SeriesPage, parent, title, **values)


def workshop(parent: Page, title: str = "Werkstatt", **values: Any) -> WorkshopPage:
    """A workshop on 6 March 2031, 11:00 to 16:00 in Berlin."""
    starts_at = values.setdefault("starts_at", START)
    values.setdefault("ends_at", starts_at and starts_at + timedelta(hours=5))
    return page(WorkshopPage, parent, title, **values)


def news_index(parent: Page, title: str = "Aktuelles", **values: Any) -> NewsIndexPage:
    return page(NewsIndexPage, parent, title, **values)


def news(parent: Page, title: str = "Meldung", **values: Any) -> NewsPage:
    return page(NewsPage, parent, title, **values)


def standard(parent: Page, title: str = "Impressum", **values: Any) -> StandardPage:
    return page(StandardPage, parent, title, **values)


def translated(original: Page, language: str = "en", **values: Any) -> Any:
    """A live version of a page in another language; its parents have one already."""
    copy = original.copy_for_translation(locale(language))
    for name, value in values.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


def published(page: Page) -> Any:
    """The page, published as editors do."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def contact(name: str = "Jo Wallner", **values: Any) -> Contact:
    return Contact.objects.create(name=name, locale=locale(), **values)


def organisation(name: str = "Stadt Lindenau", **values: Any) -> Organisation:
    return Organisation.objects.create(name=name, locale=locale(), **values)


def venue(name: str = "Rathaus", **values: Any) -> Venue:
    return Venue.objects.create(name=name, locale=locale(), **values)


def funding(programme: str = "Gute Orte", **values: Any) -> Funding:
    values = {"notice": "Gefördert von allen.", "locale": locale(), **values}
    return Funding.objects.create(programme=programme, **values)


def image(title: str = "Bild", **values: Any) -> SiteImage:
    content = BytesIO()
    Picture.new("RGB", (64, 48), "teal").save(content, "PNG")
    file = ContentFile(content.getvalue(), name="bild.png")
    return SiteImage.objects.create(title=title, file=file, **values)


def document(
    title: str = "Flyer",
    name: str = "flyer.txt",
    content: bytes = b"Flyer",
    **values: Any,
) -> SiteDocument:
    file = ContentFile(content, name=name)
    return SiteDocument.objects.create(title=title, file=file, **values)
