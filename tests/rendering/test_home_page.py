"""The home page, and how pages below it are found."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

BEFORE = "2031-03-01 12:00+01:00"


def test_home_page_shows_what_comes_what_is_new_and_the_projects(read, home):
    english = factories.translated(home, lead="Take part.")
    project = factories.project(english, "Lab", acronym="NL")
    factories.workshop(project, "Walk", venue=factories.venue("Hall", city="Lindenau"))
    index = factories.news_index(english)
    day = date(2031, 1, 7)
    factories.news(index, "Opening", lead="We open.", original_published_on=day)

    with time_machine.travel(BEFORE):
        seen = read(english)

    assert seen.all("main h2") == ["Next workshops", "Latest news", "Projects"]
    assert seen.all(".item") == [
        "Thursday, 6 March 2031 , 11:00 am to 4:00 pm Walk Hall, Lindenau",
        "7 January 2031 Opening We open.",
        "NL: Lab",
    ]


def test_page_is_found_in_as_many_queries_at_any_depth(client, home):
    depths = [factories.standard(home, "A", slug="a")]
    for slug in "bcd":
        depths.append(factories.standard(depths[-1], slug, slug=slug))
    client.get(home.url)

    counted = []
    for page in depths:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page.url).status_code == 200
        counted.append(len(asked))

    assert len(set(counted)) == 1


@pytest.mark.parametrize(
    "path", ["/a/nothing/", "/nothing/", "/nothing/b/", "/b/", "/a/b/b/", "/a/draft/"]
)
def test_wrong_address_finds_nothing(client, home, path):
    parent = factories.standard(home, "A", slug="a")
    factories.standard(parent, "B", slug="b")
    factories.standard(parent, "Draft", slug="draft", live=False)

    assert client.get(path).status_code == 404


def test_page_below_an_unpublished_one_is_still_found(read, home):
    parent = factories.standard(home, "A", slug="a", live=False)
    child = factories.standard(parent, "B", slug="b")

    assert read(child).all("h1") == ["B"]


def test_page_that_resolves_addresses_by_itself_does_so(rf, home, monkeypatch):
    parent = factories.standard(home, "A", slug="a")
    factories.standard(parent, "B", slug="b")
    asked = []
    monkeypatch.setattr(
        type(parent), "route", lambda *arguments: asked.append(arguments[2])
    )

    home.route(rf.get("/a/b/c/"), ["a", "b", "c"])

    assert asked == [["b", "c"]]


def test_way_to_a_page_is_known_without_asking_again(rf, home):
    parent = factories.standard(home, "A", slug="a")
    factories.standard(parent, "B", slug="b")

    page, _args, _kwargs = home.route(rf.get("/a/b/"), ["a", "b"])

    assert [above.title for above in page.trail] == ["Start", "A"]
