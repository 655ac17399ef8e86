"""Which pages a question finds, in which order and in which parts."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from pages.models import WorkshopPage
from tests import factories

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2031, 6, 1, 12, tzinfo=BERLIN)


@pytest.fixture
def site(home):
    """Two projects, a series with three workshops, and news about one of them."""
    project = factories.project(home, "Stadtlabor", lead="Wir forschen im Quartier.")
    other = factories.project(home, "Hofgrün", status="finished")
    series = factories.series(project, "Werkstätten")
    starts = [datetime(2031, month, 6, 11, tzinfo=BERLIN) for month in (3, 6, 9)]
    shops = [
        factories.workshop(series, f"Werkstatt {n}", number=n, starts_at=start)
        for n, start in enumerate(starts, start=1)
    ]
    index = factories.news_index(home)
    factories.news(index, "Bericht", about=shops[0])
    factories.news(index, "Anderes", about=other)
    return {"project": project, "series": series, "workshops": shops, "other": other}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=workshop", ["Werkstatt 1", "Werkstatt 2", "Werkstatt 3"]),
        ("type=project,series", ["Stadtlabor", "Werkstätten", "Hofgrün"]),
        ("status=finished", ["Hofgrün"]),
        ("status=planned&type=workshop&limit=1", ["Werkstatt 1"]),
        ("text=quartier", ["Stadtlabor"]),
        ("text=werkstatt 2", ["Werkstatt 2"]),
        ("starts_from=2031-06-06", ["Werkstatt 2", "Werkstatt 3"]),
        ("starts_until=2031-06-06", ["Werkstatt 1", "Werkstatt 2"]),
        ("starts_from=2031-03-07&starts_until=2031-09-05", ["Werkstatt 2"]),
        ("starts_from=0001-01-01&starts_until=0001-01-01", []),
        ("starts_from=9999-12-31", []),
        ("order=-starts_at&limit=2", ["Werkstatt 3", "Werkstatt 2"]),
        ("order=title&limit=2", ["Aktuelles", "Anderes"]),
    ],
)
def test_filters_and_orders(site, titles, query, found):
    assert titles(query) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "project",
            ["Werkstätten", "Werkstatt 1", "Werkstatt 2", "Werkstatt 3", "Bericht"],
        ),
        ("series", ["Werkstatt 1", "Werkstatt 2", "Werkstatt 3"]),
    ],
)
def test_what_belongs_to_a_project_or_series(site, titles, name, found):
    assert titles(f"{name}={site[name].pk}") == found


def test_what_lies_below_a_page(site, titles):
    assert titles(f"ancestor={site['project'].pk}&type=workshop&limit=1") == [
        "Werkstatt 1"
    ]


@time_machine.travel(NOW, tick=False)
def test_upcoming_and_past_are_as_on_the_pages(site, titles):
    WorkshopPage.objects.filter(title="Werkstatt 1").update(status="postponed")
    WorkshopPage.objects.filter(title="Werkstatt 2").update(
        starts_at=NOW - timedelta(days=2), ends_at=NOW - timedelta(days=1)
    )

    assert titles("when=upcoming") == ["Werkstatt 1", "Werkstatt 3"]
    assert titles("when=past") == ["Werkstatt 2"]


def test_published_and_updated_are_the_dates_of_readers(home, titles):
    old = factories.standard(home, "Alt", original_published_on=date(2019, 5, 2))
    new = factories.standard(home, "Neu")
    moment = datetime(2031, 5, 2, 23, 30, tzinfo=BERLIN)
    for page in (old, new):
        type(page).objects.filter(pk=page.pk).update(
            first_published_at=moment, content_updated_at=moment
        )

    assert titles("published_until=2020-01-01") == ["Alt"]
    assert titles("published_from=2031-05-02&published_until=2031-05-02") == ["Neu"]
    assert titles("updated_from=2031-05-02&updated_until=2031-05-02") == ["Alt", "Neu"]
    assert titles("order=-published_on&type=standard") == ["Neu", "Alt"]


@pytest.mark.parametrize(
    "order",
    [
        "path",
        "title",
        "starts_at",
        "-starts_at",
        "published_on",
        "-published_on",
        "updated_on",
        "-updated_on",
    ],
)
def test_parts_are_the_whole_in_every_order(site, ask, titles, order):
    whole = titles(f"order={order}&limit=50")
    parts, query = [], f"/pages?order={order}&limit=2"
    answer = ask(query)
    while answer["next"]:
        parts += answer["items"]
        answer = ask(f"{query}&cursor={answer['next']}")
    parts += answer["items"]

    assert [item["title"] for item in parts] == whole
    assert len(whole) == 10


def test_what_comes_meanwhile_shifts_nothing(site, ask):
    query = "/pages?type=workshop&order=starts_at&limit=2"
    first = ask(query)
    start = datetime(2031, 1, 1, tzinfo=BERLIN)
    factories.workshop(site["series"], "Werkstatt 0", starts_at=start)

    second = ask(f"{query}&cursor={first['next']}")

    assert [item["title"] for item in second["items"]] == ["Werkstatt 3"]


def test_language_and_fallback(site, english, titles, ask):
    project = factories.translated(site["project"], title="City lab")

    assert titles("language=en") == ["Home", "City lab"]
    answer = ask("/pages?language=en&fallback=de&type=project")
    assert [(item["title"], item["language"]) for item in answer["items"]] == [
        ("Hofgrün", "de"),
        ("City lab", "en"),
    ]
    assert project.pk in [item["id"] for item in answer["items"]]


def test_filter_names_a_page_in_any_language(site, english, titles):
    factories.translated(site["project"])
    factories.translated(site["series"])
    factories.translated(site["workshops"][0], title="Workshop 1")

    assert titles(f"language=en&series={site['series'].pk}") == ["Workshop 1"]


def test_summary_needs_no_further_request(site, ask):
    [item] = ask("/pages?type=workshop&limit=1")["items"]

    assert item["starts_at"] == "2031-03-06T11:00:00+01:00"
    assert item["series"]["title"] == "Werkstätten"
    assert item["project"]["title"] == "Stadtlabor"
    assert "agenda" not in item


def test_fields_are_those_and_which_page_it_is(site, ask):
    [item] = ask("/pages?type=workshop&limit=1&fields=lead,agenda")["items"]

    assert sorted(item) == sorted(
        ["id", "key", "type", "language", "title", "path", "url", "lead", "agenda"]
    )


def test_two_sites_do_not_show_each_others_pages(site, home, titles):
    outside = factories.home_beside(home)
    factories.standard(outside, "Drüben")

    assert "Drüben" not in titles("limit=50")


BAD = {
    "type=x": ("type", "“x” is none of: home, news"),
    "starts_from=5.3.2027": ("starts_from", "Write it as 2027-03-05."),
    "starts_from=2027-02-30": ("starts_from", "Write it as 2027-03-05."),
    "starts_from=20270305": ("starts_from", "Write it as 2027-03-05."),
    "cursor=x": ("cursor", "This is no cursor."),
    "cursor=WzFd": ("cursor", "This is no cursor."),
    "limit=0": ("limit", "This must be 1 or more."),
    "limit=-1": ("limit", "This must be 1 or more."),
    "limit=1000000000": ("limit", "This must be 50 or less."),
    f"limit={'9' * 500}": ("limit", "This must be 50 or less."),
    "limit=21&fields=agenda": ("limit", "at most 20 pages"),
    "text=%00": ("text", "no text in UTF-8"),
    "text=%ED%A0%80": ("text", "no text in UTF-8"),
    f"text={'x' * 100_000}": ("text", "At most 2000 characters"),
    f"text={'x' * 300}": ("text", "At most 200 characters"),
    "text=": ("text", "At least 1 character is needed."),
    "project=999": ("project", "no public page of this kind with the id 999"),
    "series=0": ("series", "This must be 1 or more."),
    f"ancestor={2**63}": ("ancestor", "This must be 9223372036854775807 or less."),
    "order=-title": ("order", "“-title” is none of"),
    "fields=": ("fields", "“” is none of"),
    "fields=lead,": ("fields", "“” is none of"),
    "status=open": ("status", "“open” is none of: planned, cancelled, postponed, "),
    "limit=1&limit=2": ("limit", "This parameter is there twice."),
    "categorie=3": ("categorie", "There is no such parameter. There are: ancestor"),
    "language=xx": ("language", "“xx” is none of: de, en."),
    "fallback=en": ("fallback", "“en” is none of: de."),
}


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:30])
def test_bad_question_is_refused_in_words(site, ask, query):
    parameter, words = BAD[query]

    problem = ask(f"/pages?{query}", status=400)

    assert problem["parameter"] == parameter
    assert words in problem["detail"]


def test_all_that_is_wrong_is_named_at_once(site, ask):
    problem = ask("/pages?limit=0&order=x", status=400)

    assert [fault["parameter"] for fault in problem["errors"]] == ["limit", "order"]


def test_cursor_of_another_question_is_refused(site, ask):
    cursor = ask("/pages?type=workshop&limit=1")["next"]

    problem = ask(f"/pages?type=project&limit=1&cursor={cursor}", status=400)

    assert "another question" in problem["detail"]


@pytest.mark.parametrize("place", [["x", 1], ["2031-01-01", "1"], [None, 1], ["x" * 9]])
def test_forged_place_in_a_cursor_is_refused(site, ask, place):
    from cms.api import cursors  # only this test forges

    cursor = ask("/pages?order=starts_at&limit=1")["next"]
    content = cursors.base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    asked = cursors.json.loads(content)[0]
    forged = cursors.json.dumps([asked, *place]).encode()
    text = cursors.base64.urlsafe_b64encode(forged).decode().rstrip("=")

    problem = ask(f"/pages?order=starts_at&limit=1&cursor={text}", status=400)

    assert problem["parameter"] == "cursor"
