"""Promoted results, synonyms and the report of searches: who may do what with them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search.models import PromotedResult, SearchedWords, Synonyms
from tests import factories
from tests.translation.people import browser

pytestmark = pytest.mark.django_db

MARCH, APRIL = "2026-03-01", "2026-04-01"
EVERYBODY = ("editor", "moderator", "translator", "stranger")


def statuses(cast, address):
    return {
        name: browser(getattr(cast, name)).get(address).status_code
        for name in EVERYBODY
    }


@pytest.mark.parametrize(
    "name",
    ["promoted_results:index", "promoted_results:add", "synonyms:add", "search_report"],
)
def test_only_editors_and_moderators_get_in(cast, name):
    assert statuses(cast, reverse(name)) == {
        "editor": 200,
        "moderator": 200,
        "translator": 302,
        "stranger": 302,
    }


@pytest.mark.parametrize(("person", "shown"), [("editor", True), ("translator", False)])
def test_menu_shows_only_what_one_may_do(cast, person, shown):
    page = browser(getattr(cast, person)).get(reverse("wagtailadmin_home"))

    menu = page.content.decode()
    assert (reverse("synonyms:index") in menu) is shown
    assert (reverse("search_report") in menu) is shown


def test_editor_promotes_a_page(cast, english):
    page = factories.standard(english, "Trees")
    data = {
        "language": "en",
        "words": "linden, lime tree",
        "page": page.pk,
        "document": "",
        "url": "",
        "title": "",
        "description": "",
        "order": 1,
    }

    answer = browser(cast.editor).post(reverse("promoted_results:add"), data)

    [kept] = PromotedResult.objects.all()
    assert answer.status_code == 302
    assert (kept.page_id, kept.searches) == (page.pk, ("linden", "lime tree"))


def test_promoted_result_without_a_target_is_refused_in_a_sentence(cast):
    data = {"language": "en", "words": "linden", "order": 1}

    answer = browser(cast.editor).post(reverse("promoted_results:add"), data)

    assert "Choose a page, a document or an address." in answer.content.decode()
    assert not PromotedResult.objects.exists()


def test_editor_keeps_and_deletes_synonyms(cast):
    editor = browser(cast.editor)
    editor.post(reverse("synonyms:add"), {"language": "en", "words": "town, city"})
    [kept] = Synonyms.objects.all()

    editor.post(reverse("synonyms:delete", args=[kept.pk]))

    assert kept.group == ("town", "city")
    assert not Synonyms.objects.exists()


def test_lists_are_searched_and_filtered(cast, english):
    page = factories.standard(english, "Trees")
    for words, language in (("linden", "en"), ("eiche", "de")):
        PromotedResult.objects.create(words=words, language=language, page=page)
        Synonyms.objects.create(words=f"{words}, x", language=language)
    editor = browser(cast.editor)

    shown = {
        (name, *query): editor.get(reverse(f"{name}:index"), dict([query]))
        for name in ("promoted_results", "synonyms")
        for query in (("q", "lind"), ("language", "de"))
    }

    assert {
        key: [row.words.split(",")[0] for row in answer.context["object_list"]]
        for key, answer in shown.items()
    } == {
        ("promoted_results", "q", "lind"): ["linden"],
        ("promoted_results", "language", "de"): ["eiche"],
        ("synonyms", "q", "lind"): ["linden"],
        ("synonyms", "language", "de"): ["eiche"],
    }


def note(words, number, results, language="en", month=MARCH):
    SearchedWords.objects.create(
        words=words, language=language, month=month, number=number, results=results
    )


@pytest.fixture
def searches():
    note("lime tree", 3, 0)
    note("lime tree", 4, 0, month=APRIL)
    note("oak", 9, 0)
    note("oak", 1, 2, month=APRIL)
    note("oak", 2, 0, language="de")
    note("=1+1", 1, 0)


def report(cast, **query):
    return browser(cast.editor).get(reverse("search_report"), query)


def rows(cast, **query):
    return [
        (row["words"], row["language"], row["searches"], row["last_results"])
        for row in report(cast, **query).context["object_list"]
    ]


def test_report_begins_with_what_is_missed_most(cast, searches):
    assert rows(cast) == [
        ("lime tree", "English", 7, 0),
        ("oak", "German", 2, 0),
        ("=1+1", "English", 1, 0),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"outcome": "found"}, [("oak", 10)]),
        (
            {"outcome": "all", "language": "en"},
            [("oak", 10), ("lime tree", 7), ("=1+1", 1)],
        ),
        ({"language": "de"}, [("oak", 2)]),
        ({"month": APRIL}, [("lime tree", 4)]),
        ({"outcome": "found", "month": MARCH}, [("oak", 9)]),
    ],
)
def test_report_is_filtered(cast, searches, query, found):
    assert [(words, number) for words, _l, number, _r in rows(cast, **query)] == found


def test_report_is_exported_without_formulas(cast, searches):
    answer = report(cast, export="csv")

    _heading, *lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines == [
        "lime tree,English,7,0,2026-04-01",
        "oak,German,2,0,2026-03-01",
        "'=1+1,English,1,0,2026-03-01",
    ]


def test_report_leads_to_what_helps(cast, searches):
    shown = report(cast).content.decode()

    assert reverse("synonyms:index") in shown
    assert reverse("promoted_results:index") in shown
    assert "April 2026" in shown


@pytest.mark.parametrize("amount", [1, 40])
def test_report_asks_as_much_for_any_number_of_searches(cast, amount):
    for number in range(amount):
        note(f"tree {number}", 1, 0)
    editor, address = browser(cast.editor), reverse("search_report_results")
    editor.get(address)

    with CaptureQueriesContext(connection) as asked:
        answer = editor.get(address)

    assert len(answer.context["object_list"]) == amount
    assert len(asked) == 7
