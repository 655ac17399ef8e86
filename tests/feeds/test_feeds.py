"""Feeds in both languages: valid, steady, and dated as the pages are."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from pages.models import ChangeNote
from tests import factories
from tests.feeds.atom import Feed

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
EARLY = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
LATE = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def home():
    cache.clear()
    return factories.home()


@pytest.fixture
def index(home):
    return factories.news_index(home)


@pytest.fixture
def project(home):
    return factories.project(
        home, "Quartierlabor", first_published_at=EARLY, content_updated_at=EARLY
    )


@pytest.fixture
def read(client):
    return lambda address: Feed(client.get(address))


def published(factory, parent, title, moment=EARLY, **values):
    dates = {"first_published_at": moment, "content_updated_at": moment}
    return factory(parent, title, **{**dates, **values})


def note(page, text, day, **values):
    return ChangeNote.objects.create(
        page=page, text=text, date=day, locale=page.locale, **values
    )


def test_news_feed_says_what_pages_say(read, index):
    published(factories.news, index, "Früher")
    late = published(
        factories.news, index, "Später", LATE, lead="A < B & „C“", slug="spaeter"
    )

    feed = read("/feeds/news.atom")

    entry = feed.entries[0]
    assert feed.titles == ["Später", "Früher"]
    assert (feed.language, feed.updated) == ("de", "2026-05-01T11:00:00+02:00")
    assert feed.links == {
        "self": f"{HOST}/feeds/aktuelles.atom",
        "alternate": f"{HOST}/",
    }
    assert (entry.url, entry.summary) == (late.full_url, "A &lt; B &amp; „C“")
    assert entry.published == entry.updated == "2026-05-01T11:00:00+02:00"


def test_feed_speaks_the_language_of_its_address(read, home, index):
    factories.translated(home)
    factories.translated(index)
    german = published(factories.news, index, "Neues", slug="neues")
    factories.translated(german, title="News item")
    published(factories.news, index, "Nur deutsch")

    feeds = read("/feeds/news.atom"), read("/en/feeds/news.atom")

    assert [sorted(feed.titles) for feed in feeds] == [
        ["Neues", "Nur deutsch"],
        ["News item"],
    ]
    assert [feed.language for feed in feeds] == ["de", "en"]
    assert feeds[0].id != feeds[1].id
    ids = [{entry.id for entry in feed.entries} for feed in feeds]
    assert not ids[0] & ids[1]


def test_ids_outlive_names_and_addresses(read, index, project):
    page = published(factories.news, index, "Neues")
    before = read("/feeds/news.atom").entries[0]

    page.title, page.slug = "Ganz anders", "ganz-anders"
    page.save()
    page.move(factories.news_index(project, "Mehr"), pos="last-child")

    after = read("/feeds/news.atom").entries[0]
    assert after.url != before.url
    assert after.id == before.id


def test_date_moves_with_changes_that_are_worth_one_only(read, index):
    page = published(factories.news, index, "Neues")
    dates = []

    page.save_revision().publish()
    dates.append(read("/feeds/news.atom").entries[0].updated)
    page.refresh_from_db()
    page.update_pending = True
    page.save_revision().publish()
    dates.append(read("/feeds/news.atom").entries[0].updated)

    assert dates[0] == "2026-03-01T10:00:00+01:00"
    assert dates[1] > dates[0]


def test_older_content_has_its_own_date(read, index):
    published(
        factories.news, index, "Alt", LATE, original_published_on=date(2018, 2, 22)
    )

    entry = read("/feeds/news.atom").entries[0]

    assert entry.published == "2018-02-22T00:00:00+01:00"


@pytest.mark.parametrize(
    "title",
    [
        "A < B & C > D",
        "]]> <script>alert(1)</script>",
        "Glocke \x07 und Sprung \x0c",
        "Ende \ufffe \uffff",
        "Haus 🏠",
        "&amp;amp;",
    ],
)
def test_feed_is_valid_whatever_is_in_a_title(read, index, title):
    published(factories.news, index, title, lead=title, slug="neues")

    feed = read("/feeds/news.atom")

    kept = "".join(sign for sign in title if sign not in "\x07\x0c\ufffe\uffff")
    assert feed.titles == [kept]


def test_feed_names_only_what_is_public(read, index, project):
    published(factories.news, index, "Entwurf", live=False)
    private = published(factories.news, index, "Privat")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    workshop = published(factories.workshop, project, "Werkstatt")
    note(workshop, "Geheim", date(2026, 4, 1))
    PageViewRestriction.objects.create(page=project, restriction_type="login")

    titles = [read(f"/feeds/{name}.atom").titles for name in ("news", "changes")]

    assert titles == [[], []]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_feeds_of_a_site_have_nothing_of_another(client, home, prefix):
    homes = {"testserver": home, "zweite.example": factories.home_beside(home)}
    Site.objects.create(hostname="zweite.example", root_page=homes["zweite.example"])
    for host, start in homes.items():
        below = factories.translated(start) if prefix else start
        published(factories.news, below, f"Neues auf {host}", slug="neues")
        workshop = published(factories.workshop, below, f"Werkstatt auf {host}")
        note(workshop, "Neu", date(2026, 4, 1))

    titles = {
        host: [
            Feed(
                client.get(f"{prefix}/feeds/{name}.atom", headers={"host": host})
            ).titles
            for name in ("news", "changes")
        ]
        for host in homes
    }

    assert titles == {
        host: [[f"Neues auf {host}"], [f"Werkstatt auf {host}: Neu"]] for host in homes
    }


@pytest.mark.parametrize("name", ["news", "changes", "projects/{key}"])
def test_feeds_are_only_read(client, project, name):
    address = f"/feeds/{name}.atom".format(key=project.translation_key)

    assert client.post(address).status_code == 405


def test_project_feed_has_all_that_belongs_to_it(read, home, project):
    series = published(factories.series, project, "Reihe")
    published(factories.workshop, series, "Werkstatt 1", LATE)
    other_index = factories.news_index(home)
    published(factories.news, other_index, "Über die Reihe", about=series)
    published(factories.news, other_index, "Anderes")

    feed = read(f"/feeds/projects/{project.translation_key}.atom")

    assert feed.titles[0] == "Werkstatt 1"
    assert sorted(feed.titles) == [
        "Quartierlabor",
        "Reihe",
        "Werkstatt 1",
        "Über die Reihe",
    ]
    assert (feed.title, feed.links["alternate"]) == ("Quartierlabor", project.full_url)


def test_project_feed_is_found_after_a_rename_and_only_where_there_is_one(
    client, read, home, project
):
    address = f"/feeds/projects/{project.translation_key}.atom"
    before = read(address).id

    project.slug = "labor"
    project.save()

    assert read(address).id == before
    assert client.get(f"/en{address}").status_code == 404
    assert client.get(f"/feeds/projects/{home.translation_key}.atom").status_code == 404
    PageViewRestriction.objects.create(page=project, restriction_type="login")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/feeds/news.atom", "/feeds/aktuelles.atom"),
        ("/feeds/changes.atom", "/feeds/aenderungen.atom"),
        ("/feeds/projects/{key}.atom", "/feeds/projekt/{key}.atom"),
    ],
)
def test_former_addresses_of_feeds_answer_the_same(client, project, old, new):
    former, now = (
        client.get(address.format(key=project.translation_key))
        for address in (old, new)
    )

    assert (former.status_code, now.status_code) == (200, 200)
    assert former.content == now.content


def test_nothing_below_an_unpublished_page_is_in_feeds(read, project):
    series = published(factories.series, project, "Reihe")
    workshop = published(factories.workshop, series, "Eine", LATE)
    note(workshop, "Neuer Raum", date(2026, 4, 1))
    addresses = (
        "/feeds/changes.atom",
        f"/feeds/projekt/{project.translation_key}.atom",
    )
    before = [read(address).titles for address in addresses]

    series.unpublish()

    assert before == [["Eine: Neuer Raum"], ["Eine", "Quartierlabor", "Reihe"]]
    assert [read(address).titles for address in addresses] == [[], ["Quartierlabor"]]


def test_changes_are_told_with_their_notes(read, project):
    workshop = published(factories.workshop, project, "Werkstatt", LATE)
    note(workshop, "Neuer Raum", date(2026, 4, 1))
    note(workshop, "Abgesagt", date(2026, 4, 20))
    note(project, "Kein Workshop", date(2026, 4, 21))

    feed = read("/feeds/changes.atom")

    told = [(entry.title, entry.updated, entry.url) for entry in feed.entries]
    assert told == [
        ("Werkstatt: Abgesagt", "2026-04-20T00:00:00+02:00", workshop.full_url),
        ("Werkstatt: Neuer Raum", "2026-04-01T00:00:00+02:00", workshop.full_url),
    ]


def test_page_without_a_date_is_not_told(read, index):
    factories.news(index, "Nie veröffentlicht")

    assert read("/feeds/news.atom").titles == []


@pytest.mark.parametrize("name", ["news", "changes"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_unchanged_feed_is_not_sent_again(client, index, project, name, prefix):
    published(factories.news, index, "Neues")
    note(published(factories.workshop, project, "Eine"), "Neu", date(2026, 4, 1))
    address = f"{prefix}/feeds/{name}.atom"
    first = client.get(address)

    again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304


@pytest.mark.parametrize("amount", [1, 12])
def test_feeds_ask_as_much_for_any_number_of_entries(client, index, project, amount):
    for number in range(amount):
        published(factories.news, index, f"Neues {number}")
        workshop = published(factories.workshop, project, f"Werkstatt {number}")
        note(workshop, "Neuer Raum", date(2026, 4, 1))
    addresses = (
        "/feeds/news.atom",
        "/feeds/changes.atom",
        f"/feeds/projects/{project.translation_key}.atom",
    )
    counted = []

    for address in addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counted.append(len(asked))

    assert counted == [3, 3, 6]


def test_feed_ends_after_50_entries(read, index):
    for number in range(51):
        published(factories.news, index, f"Neues {number}")

    assert len(read("/feeds/news.atom").entries) == 50


FEEDS = {
    "": [
        "/feeds/projekt/{key}.atom",
        "/feeds/aktuelles.atom",
        "/feeds/aenderungen.atom",
    ],
    "/en": [
        "/en/feeds/projects/{key}.atom",
        "/en/feeds/news.atom",
        "/en/feeds/changes.atom",
    ],
}


@pytest.mark.parametrize("prefix", FEEDS)
def test_pages_say_where_their_feeds_are(client, read, home, project, prefix):
    factories.translated(home)
    factories.translated(project)
    workshop = factories.workshop(project, "Werkstatt")
    page = factories.translated(workshop) if prefix else workshop

    html = BeautifulSoup(client.get(page.url).content, "html.parser")

    found = html.select('link[rel=alternate][type="application/atom+xml"]')
    assert [link["href"].removeprefix(HOST) for link in found] == [
        address.format(key=project.translation_key) for address in FEEDS[prefix]
    ]
    assert all(link["title"] for link in found)
    assert [read(link["href"]).language for link in found] == [prefix[1:] or "de"] * 3
