"""The sitemap names what is public, in all languages, and when it was changed."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from cms.last_change import note_change
from tests import factories

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
HOST = "http://testserver"
CHANGED = datetime(2026, 12, 17, 23, 30, tzinfo=UTC)  # in Berlin it is the 18th


@pytest.fixture
def home():
    cache.clear()
    return factories.home(content_updated_at=CHANGED)


def read(client, address="/sitemap.xml", **headers):
    response = client.get(address, **headers)
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def entries(root):
    """What a sitemap says of each address: its day and its other versions."""
    return {
        url.findtext(f"{SITEMAP}loc"): (
            url.findtext(f"{SITEMAP}lastmod"),
            {link.get("hreflang"): link.get("href") for link in url.iter(LINK)},
        )
        for url in root.iter(f"{SITEMAP}url")
    }


def addresses(root):
    return [loc.text for loc in root.iter(f"{SITEMAP}loc")]


def test_sitemap_lists_both_languages_with_their_versions(client, home):
    factories.translated(home, content_updated_at=CHANGED)
    factories.standard(home, "Nur Deutsch")

    found = entries(read(client))

    both = {
        "de": f"{HOST}/",
        "en": f"{HOST}/en/",
        "x-default": f"{HOST}/",
    }
    alone = f"{HOST}/nur-deutsch/"
    assert found == {
        f"{HOST}/": ("2026-12-18", both),
        f"{HOST}/en/": (found[f"{HOST}/en/"][0], both),
        alone: (None, {"de": alone, "x-default": alone}),
    }


@pytest.mark.parametrize("slug", ["gärten-für-alle", "a_b-c", "straße"])
def test_addresses_are_those_of_the_pages(client, home, slug):
    english = factories.translated(home)
    pages = [home, english]
    for parent in (home, english):
        page = factories.standard(parent, "Seite", slug=slug)
        pages += [page, factories.standard(page, "Darunter")]

    found = addresses(read(client))

    assert sorted(found) == sorted(page.full_url for page in pages)


def test_sitemap_says_the_same_as_the_head_of_the_page(client, home):
    factories.translated(home)
    page = factories.translated(factories.standard(home, "Angaben"))

    versions = entries(read(client))[page.full_url][1]

    html = client.get(page.url).content.decode()
    for language, url in versions.items():
        assert f'hreflang="{language}" href="{url}"' in html


def test_day_of_change_is_never_that_of_a_republication(client, home):
    home.save_revision().publish()

    home.refresh_from_db()
    home.minor_change = True
    home.save_revision().publish()

    assert entries(read(client))[f"{HOST}/"][0] == "2026-12-18"


def test_sitemap_lists_only_what_is_public(client, home):
    factories.standard(home, "Entwurf", live=False)
    private = factories.standard(home, "Privat")
    factories.standard(private, "Darunter")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    factories.standard(home, "Kopie", alias_of=home)

    assert addresses(read(client)) == [f"{HOST}/"]


def test_sitemap_lists_the_pages_of_the_site_asked_for(client, home):
    project = factories.project(home)
    factories.standard(home, "Angaben")
    Site.objects.create(hostname="projekt.example", root_page=project)
    cache.clear()

    found = read(client, headers={"host": "projekt.example"})

    assert addresses(found) == ["http://projekt.example/"]


@pytest.mark.parametrize("limit", [2, 3])
def test_too_many_addresses_are_split(client, home, settings, limit):
    factories.translated(home)
    for number in range(3):
        factories.translated(factories.standard(home, f"Seite {number}"))
    whole = entries(read(client))
    settings.SITEMAP_LIMIT = limit

    index = read(client)

    assert index.tag == f"{SITEMAP}sitemapindex"
    files = [entries(read(client, url)) for url in addresses(index)]
    assert len(files) == -(-8 // limit)
    assert max(map(len, files)) == limit
    joined = {url: entry for part in files for url, entry in part.items()}
    assert joined == whole
    assert client.get(f"/sitemap-{len(files) + 1}.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_unchanged_sitemap_is_not_sent_again(client, home):
    first = client.get("/sitemap.xml")

    again = client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
    assert client.head("/sitemap.xml")["ETag"] == first["ETag"]


@pytest.mark.parametrize("amount", [1, 30])
def test_sitemap_asks_as_much_for_any_number_of_pages(client, home, amount):
    for number in range(amount):
        factories.standard(home, f"Seite {number}")
    client.get("/sitemap.xml")
    note_change()

    counted = [asked_for(client) for _visit in range(2)]

    assert counted == [5, 1]


def asked_for(client):
    with CaptureQueriesContext(connection) as asked:
        client.get("/sitemap.xml")
    return len(asked)


def test_sitemap_is_written_anew_after_a_change(
    client, home, django_capture_on_commit_callbacks
):
    note_change()
    before = client.get("/sitemap.xml")

    with django_capture_on_commit_callbacks(execute=True):
        factories.standard(home, "Neu").save_revision().publish()
    after = client.get("/sitemap.xml", headers={"if-none-match": before["ETag"]})

    assert after.status_code == 200
    assert f"{HOST}/neu/" in after.content.decode()


def test_nothing_below_an_unpublished_page_is_in_the_sitemap(client, home):
    english = factories.translated(home)
    draft = factories.standard(home, "Entwurf")
    factories.standard(factories.standard(draft, "Darunter"), "Weit darunter")
    factories.translated(factories.standard(home, "Angaben"))

    for page in (draft, english):
        page.unpublish()

    assert sorted(addresses(read(client))) == [f"{HOST}/", f"{HOST}/angaben/"]


def test_unknown_host_without_a_site_has_an_empty_sitemap(client, home):
    Site.objects.all().delete()
    cache.clear()

    assert addresses(read(client)) == []
