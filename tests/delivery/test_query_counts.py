"""How much an answer asks the database: a literal number, however much is in it.

As on pages, the first request makes the renditions; the second one is counted.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import ChangeNote, PageContact, PageDocument, ProjectFunding
from tests import factories
from tests.rendering.content import Content

SUMMARIES = {"de": 8, "en": 8}
MIXED = {"de": 16, "en": 16}
WORKSHOPS = {"de": 17, "en": 18}
OTHERS = {
    "by-path": 19,
    "programme": 14,
    "site": 6,
    "navigation": 4,
    "contacts": 5,
    "documents": 6,
}
DETAIL = {
    "HomePage": (11, 12),
    "ProjectPage": (17, 18),
    "SeriesPage": (18, 19),
    "WorkshopPage": (17, 18),
    "NewsIndexPage": (16, 17),
    "NewsPage": (17, 18),
    "StandardPage": (16, 17),
}


class Workshops:
    """So many workshops in both languages, each with one of everything."""

    def __init__(self, amount):
        self.home = factories.home()
        factories.translated(self.home)
        self.project = factories.project(self.home)
        self.series = factories.series(self.project)
        funding = factories.funding(logo=factories.image())
        ProjectFunding.objects.create(
            page=self.project, funding=funding, locale=self.project.locale
        )
        self.about = factories.standard(self.home, "Über uns")
        pages = [self.about, self.project, self.series]
        self.workshops = [self.workshop(number) for number in range(amount)]
        for page in (*pages, *self.workshops):
            factories.translated(page)

    def workshop(self, number):
        flyer = factories.document(language="de")
        factories.document(language="en", variant_of=flyer)
        image = factories.image(alt_texts={"de": "Ein Beet"})
        link = f'<p><a linktype="page" id="{self.about.pk}">Wir</a></p>'
        slides = [{"type": "document", "value": flyer.pk}]
        page = factories.workshop(
            self.series,
            f"Werkstatt {number}",
            venue=factories.venue(f"Ort {number}"),
            flyer=flyer,
            intro=link,
            body=[
                {"type": "text", "value": link},
                {"type": "figure", "value": {"image": image.pk}},
            ],
            agenda=[{"type": "session", "value": {"start": "11:00", "slides": slides}}],
        )
        here = {"page": page, "locale": page.locale}
        office = factories.organisation(logo=factories.image())
        contact = factories.contact(organisation=office)
        PageContact.objects.create(contact=contact, **here)
        PageDocument.objects.create(document=flyer, **here)
        ChangeNote.objects.create(text="Neuer Raum", **here)
        return page


def queries(client, address, items=None):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200
    if items is not None:
        assert len(response.json()["items"]) == items
    return len(asked)


def both(client, address, items):
    return {
        code: queries(client, f"{address}&language={code}", items)
        for code in ("de", "en")
    }


@pytest.mark.django_db
@pytest.mark.parametrize("amount", [1, 3, 50])
def test_list_of_summaries(client, amount):
    Workshops(amount)

    asked = both(client, "/api/v1/pages?type=workshop&limit=50", amount)

    assert asked == SUMMARIES


@pytest.mark.django_db
@pytest.mark.parametrize("amount", [1, 3])
def test_list_of_summaries_of_all_types(client, amount):
    content = Workshops(amount)
    for _number in range(amount):
        index = factories.news_index(content.project)
        image = factories.image(alt_texts={"de": "Ein Beet"})
        news = factories.news(index, image=image, about=content.project)
        factories.translated(index)
        factories.translated(news)

    asked = both(client, "/api/v1/pages?limit=50", 4 + 3 * amount)

    assert asked == MIXED


@pytest.mark.django_db
@pytest.mark.parametrize("amount", [1, 3, 20])
def test_list_of_full_workshops(client, amount):
    Workshops(amount)

    asked = both(client, "/api/v1/pages?type=workshop&fields=*&limit=20", amount)

    assert asked == WORKSHOPS


@pytest.mark.django_db
@pytest.mark.parametrize("amount", [1, 3])
def test_detail_of_each_type(client, amount):
    content = Content(amount)
    pages, english = content.pages, content.translate()

    asked = {
        name: tuple(
            queries(client, f"/api/v1/pages/{page.pk}")
            for page in (pages[name], english[name])
        )
        for name in pages
    }

    assert asked == DETAIL


@pytest.mark.django_db
@pytest.mark.parametrize("amount", [1, 3])
def test_other_answers(client, amount):
    content = Content(amount)
    content.translate()
    document = content.documents[0]
    for page in content.workshops[1:]:
        PageDocument.objects.create(document=document, page=page, locale=page.locale)
    addresses = {
        "by-path": "pages/by-path?path=/en/projekt/reihe/",
        "programme": f"workshops/{content.workshop.pk}/programme",
        "site": "site?language=en",
        "navigation": "navigation?language=en",
        "contacts": "contacts?limit=50",
        "documents": "documents?limit=50",
    }

    asked = {
        name: queries(client, f"/api/v1/{address}")
        for name, address in addresses.items()
    }

    assert asked == OTHERS


def test_nothing_asks_more_than_promised():
    lists = (max(one.values()) for one in (SUMMARIES, MIXED, WORKSHOPS, OTHERS))
    details = (max(one) for one in DETAIL.values())

    assert max(*lists, *details) <= 20
