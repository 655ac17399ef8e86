"""What each page type tells programs, in both languages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from cms.models import SiteSettings
from pages.models import ProjectFunding, ProjectOrganisation
from tests import factories
from tests.plugins.notices.models import NoticePage
from tests.rendering.content import Content

HOST = "http://testserver"
KINDS = {
    "HomePage": None,
    "ProjectPage": "Project",
    "SeriesPage": "EventSeries",
    "WorkshopPage": "Event",
    "NewsIndexPage": None,
    "NewsPage": "NewsArticle",
    "StandardPage": None,
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("amount", [1, 3])
def test_every_page_type_keeps_to_the_vocabulary(db, told, language, amount):
    content = Content(amount)
    pages = content.pages if language == "de" else content.translate()

    found = {name: told(page) for name, page in pages.items()}

    around = {"Organization", "WebPage", "BreadcrumbList"}
    subjects = {
        name: next(iter(nodes.keys() - around), None) for name, nodes in found.items()
    }
    assert subjects == KINDS
    for name, nodes in found.items():
        assert nodes["WebPage"]["inLanguage"] == language
        assert ("BreadcrumbList" in nodes) == (name != "HomePage")
        assert nodes["Organization"]["name"] in {"Stadt Lindenau", "City of Lindenau"}
        assert nodes["Organization"]["logo"].startswith(f"{HOST}/media/")


def test_way_to_a_page_is_told(home, told):
    project = factories.project(home, "Labor", acronym="LAB")
    page = factories.standard(project, "Anfahrt")

    way = told(page)["BreadcrumbList"]["itemListElement"]

    assert [step["position"] for step in way] == [1, 2, 3]
    found = [(step["item"]["name"], step["item"]["@id"]) for step in way]
    assert found == [
        ("Start", f"{HOST}/"),
        ("LAB", f"{HOST}/labor/"),
        ("Anfahrt", f"{HOST}/labor/anfahrt/"),
    ]


def test_site_without_a_name_is_called_by_its_host(home, told):
    assert told(home)["Organization"]["name"] == "testserver"


def test_project_names_who_pays_and_who_takes_part(home, told):
    dates = {"starts_on": "2026-01-01", "ends_on": "2027-12-31"}
    page = factories.project(home, "Labor", **dates)
    partner = factories.organisation("Hochschule", url="https://hochschule.example/")
    grant = factories.funding("Gute Orte", funder="Bund", grant_number="01AB")
    ProjectOrganisation.objects.create(
        page=page, organisation=partner, locale=page.locale
    )
    ProjectFunding.objects.create(page=page, funding=grant, locale=page.locale)
    workshop = factories.workshop(page)

    project, event = told(page)["Project"], told(workshop)["Event"]

    grants = [
        {
            "@type": "Grant",
            "name": "Gute Orte",
            "identifier": "01AB",
            "funder": {"@type": "Organization", "name": "Bund"},
        }
    ]
    assert (project["foundingDate"], project["dissolutionDate"]) == (
        "2026-01-01",
        "2027-12-31",
    )
    assert [member["name"] for member in project["member"]] == ["Hochschule"]
    assert project["funding"] == event["funding"] == grants
    assert event["about"] == {"@type": "Project", "name": "Labor", "url": page.full_url}


@pytest.mark.parametrize(
    ("kind", "wanted"), [("project", "Project"), ("research", "ResearchProject")]
)
def test_project_is_one_of_research_if_its_editors_say_so(home, told, kind, wanted):
    page = factories.project(home, "Labor")
    page.kind = kind
    page.save()
    workshop = factories.workshop(page)

    nodes, event = told(page), told(workshop)["Event"]

    assert nodes[wanted]["name"] == "Labor"
    assert event["about"]["@type"] == wanted


def test_news_are_dated_as_their_readers_see_them(home, told):
    workshop = factories.workshop(home)
    page = factories.news(
        factories.news_index(home),
        "Neues",
        lead="Worum es geht.",
        about=workshop,
        image=factories.image(alt_texts={"de": "Ein Haus"}),
        original_published_on="2018-02-22",
        content_updated_at="2026-05-01T09:00:00Z",
    )

    article = told(page)["NewsArticle"]

    assert article["headline"] == "Neues"
    assert article["datePublished"] == "2018-02-22"
    assert article["dateModified"] == "2026-05-01T11:00:00+02:00"
    assert article["about"]["url"] == workshop.full_url
    photo, card = article["image"]
    assert (photo.rpartition(".")[2], card.rpartition(".")[2]) == ("jpg", "png")


def test_series_names_its_workshops(home, told):
    series = factories.series(home)
    for number in (2, 1):
        factories.workshop(series, f"Werkstatt {number}", number=number)

    found = told(series)["EventSeries"]

    assert [each["name"] for each in found["subEvent"]] == [
        "Werkstatt 1",
        "Werkstatt 2",
    ]
    assert (found["startDate"], found["endDate"]) == ("2031-03-06", "2031-03-06")


@pytest.mark.parametrize(
    "title",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "A & B \u2028 C",
        '"] }',
        "\x07",
    ],
)
def test_title_cannot_leave_the_data(client, home, told, title):
    page = factories.standard(home, title, slug="seite")

    name = told(page)["WebPage"]["name"]

    assert name == title
    html = client.get(page.url).content.decode()
    assert html.count("<script") == html.count("</script") == 1


def test_private_page_tells_nothing_to_strangers(client, home):
    page = factories.standard(home, "Geheim")
    PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="Lindenblüte"
    )

    html = client.get(page.url, follow=True).content.decode()

    assert "ld+json" not in html
    assert "Geheim" not in html


@pytest.mark.parametrize("amount", [1, 12])
def test_series_asks_as_much_for_any_number_of_workshops(client, home, amount):
    SiteSettings.objects.create(site=home.get_site())
    series = factories.series(home)
    for number in range(amount):
        factories.workshop(series, f"W {number}", venue=factories.venue(f"O {number}"))
    client.get(series.url)

    with CaptureQueriesContext(connection) as asked:
        client.get(series.url)

    assert len(asked) == 14


def test_page_type_of_a_plugin_is_a_page(home, told):
    project = factories.project(home)
    page = factories.page(NoticePage, project, "Hinweis")

    found = told(page)

    assert found.keys() == {"Organization", "WebPage", "BreadcrumbList"}
    assert found["WebPage"]["name"] == "Hinweis"
