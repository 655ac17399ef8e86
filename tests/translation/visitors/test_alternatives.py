"""An address without a page in its language leads to the original, and says why."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from pages.models import ProjectPage
from tests import factories


@pytest.fixture
def project(home):
    """A German project with an English version: /projekt/ and /en/project/."""
    factories.translated(home)
    german = factories.project(home, "Projekt")
    factories.translated(german, title="Project", slug="project")
    return german


@pytest.fixture
def workshop(project):
    """A German workshop below it that has no English version."""
    return factories.workshop(project, "Werkstatt 1")


@pytest.fixture
def lead(client):
    """Where an address leads: ``lead("/en/…")`` is status and target."""

    def lead(address):
        response = client.get(address)
        return response.status_code, response.headers.get("Location")

    return lead


def notice(seen):
    return [
        (line.get_text(), line.get("lang"))
        for line in seen.html.select("main > .language-notice p")
    ]


ORIGINAL = (302, "/projekt/werkstatt-1/?from=en")


@pytest.mark.parametrize(
    "address", ["/en/projekt/werkstatt-1/", "/en/project/werkstatt-1/"]
)
def test_page_without_english_version_leads_to_the_german_one(lead, workshop, address):
    assert lead(address) == ORIGINAL


def test_unpublished_english_page_leads_to_the_german_one(lead, workshop):
    english = factories.translated(workshop, slug="workshop-1")
    english.unpublish()

    assert lead("/en/project/workshop-1/") == ORIGINAL


def test_way_through_an_unpublished_english_page_is_found(lead, project, workshop):
    ProjectPage.objects.get(slug="project").unpublish()

    assert lead("/en/project/werkstatt-1/") == ORIGINAL


def test_german_address_leads_to_the_english_page_where_there_is_one(lead, project):
    assert lead("/en/projekt/") == (302, "/en/project/")


def test_english_slug_comes_before_a_german_one(lead, home, workshop):
    """A German page has the slug of another English one."""
    factories.standard(home, "Andere", slug="project")

    assert lead("/en/project/werkstatt-1/") == ORIGINAL


def test_redirect_of_an_editor_comes_first(lead, workshop):
    Redirect.add_redirect("/en/project/werkstatt-1/", "/en/", is_permanent=False)

    assert lead("/en/project/werkstatt-1/") == (302, "/en/")


def test_redirect_follows_what_is_published_later(lead, workshop):
    assert lead("/en/project/werkstatt-1/") == ORIGINAL

    factories.translated(workshop)

    assert lead("/en/project/werkstatt-1/") == (200, None)


@pytest.mark.parametrize(
    "address",
    [
        "/en/nothing/",
        "/en/project/nothing/",
        "/en/nothing/werkstatt-1/",
        "/en/projekt/werkstatt-1/more/",
        "/en/werkstatt-1/",
        "/project/",
        "/nichts/",
    ],
)
def test_unknown_address_stays_unknown(lead, workshop, address):
    assert lead(address) == (404, None)


def test_draft_is_not_given_away(lead, workshop):
    workshop.unpublish()

    assert lead("/en/project/werkstatt-1/") == (404, None)


def test_private_page_is_not_given_away(lead, project, workshop):
    PageViewRestriction.objects.create(page=project, restriction_type="login")

    assert lead("/en/project/werkstatt-1/") == (404, None)


def test_nothing_but_reading_is_redirected(client, workshop):
    assert client.post("/en/project/werkstatt-1/").status_code == 404


def test_address_of_a_language_without_home_page_leads_to_the_german_page(lead, home):
    factories.standard(home, "Impressum")

    assert lead("/en/impressum/") == (302, "/impressum/?from=en")
    assert lead("/en/") == (302, "/?from=en")


def test_unpublished_english_home_page_leads_to_the_german_one(lead, home):
    factories.translated(home).unpublish()

    assert lead("/en/") == (302, "/?from=en")


@pytest.mark.parametrize("depth", [1, 3])
def test_search_for_the_original_costs_few_queries(client, home, depth):
    factories.translated(home)
    page = home
    for number in range(depth):
        page = factories.standard(page, f"Seite {number}")
    address = f"/en{page.url}"
    client.get(address)
    with CaptureQueriesContext(connection) as unknown:
        client.get("/en/unbekannt/")

    with CaptureQueriesContext(connection) as asked:
        client.get(address)

    assert len(asked) - len(unknown) == 2 * depth


def test_german_page_tells_whom_it_stands_in_for(read, workshop):
    seen = read("/projekt/werkstatt-1/?from=en")

    assert notice(seen) == [
        ("This page is not available in English yet. You see it in German.", "en"),
        ("Diese Seite gibt es noch nicht auf Englisch.", None),
    ]


@pytest.mark.parametrize(
    "query", ["", "?from=de", "?from=fr", "?from=", "?from=<b>en</b>", "?from=EN"]
)
def test_german_page_says_nothing_to_others(read, workshop, query):
    seen = read(f"/projekt/werkstatt-1/{query}")

    assert seen.status == 200
    assert notice(seen) == []
    assert "<b>en" not in seen.response.content.decode()


def test_notice_disappears_once_the_page_is_translated(read, workshop):
    factories.translated(workshop)

    assert notice(read("/projekt/werkstatt-1/?from=en")) == []


def test_notice_costs_no_query(client, workshop):
    client.get(workshop.url)
    with CaptureQueriesContext(connection) as without:
        client.get(workshop.url)

    with CaptureQueriesContext(connection) as asked:
        client.get(f"{workshop.url}?from=en")

    assert len(asked) == len(without)


def test_notice_varies_with_the_address_only(client, workshop):
    response = client.get(f"{workshop.url}?from=en")

    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.cookies == {}


def heads(seen):
    links = seen.html.select("head link[rel=canonical], head link[hreflang]")
    return [(link.get("hreflang", "canonical"), link["href"]) for link in links]


def test_search_engines_get_each_version_and_the_original_as_default(read, project):
    german = ("de", "http://testserver/projekt/")
    english = ("en", "http://testserver/en/project/")
    default = ("x-default", "http://testserver/projekt/")

    assert heads(read("/projekt/?from=en")) == [
        ("canonical", "http://testserver/projekt/"),
        german,
        english,
        default,
    ]
    assert heads(read("/en/project/")) == [
        ("canonical", "http://testserver/en/project/"),
        english,
        german,
        default,
    ]


@pytest.mark.parametrize("reason", ["draft", "private"])
def test_search_engines_get_no_version_that_nobody_may_read(read, project, reason):
    english = ProjectPage.objects.get(slug="project")
    if reason == "draft":
        english.unpublish()
    else:
        PageViewRestriction.objects.create(page=english, restriction_type="login")

    assert heads(read("/projekt/")) == [
        ("canonical", "http://testserver/projekt/"),
        ("de", "http://testserver/projekt/"),
        ("x-default", "http://testserver/projekt/"),
    ]


def test_page_below_an_unpublished_home_page_is_no_version(read, home, lead, project):
    home.get_translation(factories.locale("en")).unpublish()

    german = read("/projekt/")

    assert lead("/en/project/") == (302, "/projekt/?from=en")
    assert heads(german) == [
        ("canonical", "http://testserver/projekt/"),
        ("de", "http://testserver/projekt/"),
        ("x-default", "http://testserver/projekt/"),
    ]
    assert german.html.select(".menu__language a") == []


def test_english_page_without_original_is_nobodys_default(read, home):
    factories.standard(factories.translated(home), "Only English")

    assert heads(read("/en/only-english/")) == [
        ("canonical", "http://testserver/en/only-english/"),
        ("en", "http://testserver/en/only-english/"),
    ]


def test_each_slice_of_news_is_a_page_of_its_own(read, home):
    index = factories.news_index(home)
    for number in range(21):
        factories.news(index, f"Meldung {number}")

    first, second = read(index.url), read(f"{index.url}?page=2")

    assert heads(first)[0] == ("canonical", "http://testserver/aktuelles/")
    assert heads(second)[0] == ("canonical", "http://testserver/aktuelles/?page=2")


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/projekt/", "de"),
        ("/en/project/", "en"),
        ("/en/search/", "en"),
        ("/en/nothing/", "en"),
        ("/nichts/", "de"),
        ("/admin/login/", None),
        ("/api/v1/openapi.json", None),
        ("/health/", None),
    ],
)
def test_pages_for_visitors_name_their_language(client, project, address, language):
    response = client.get(address)

    assert response.headers.get("Content-Language") == language


def test_files_have_no_language(client, home):
    document = factories.document("Flyer", "flyer.html", b"<p>Flyer</p>")

    assert "Content-Language" not in client.get(document.url).headers
