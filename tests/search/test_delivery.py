"""The search for programs: as its page, with what narrows, and nothing hidden."""

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from tests import factories
from tests.delivery.conftest import ask

__all__ = ["ask"]


@pytest.fixture(autouse=True)
def empty_cache():
    """Nobody has searched in this minute."""
    cache.clear()


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks(execute=True)


def test_results_are_those_of_the_page(home, commit, ask):
    with commit:
        fest = factories.workshop(home, "Lindenfest", lead="Wir pflanzen Linden.")
        trees = factories.standard(home, "Linden und Eichen")

    data = ask("/search?q=Linden")

    assert data["total"] == 2
    assert {hit["kind"] for hit in data["items"]} == {"workshop", "page"}
    assert {hit["page"] for hit in data["items"]} == {fest.pk, trees.pk}
    assert all(hit["url"].startswith("http://testserver/") for hit in data["items"])
    assert "<mark>" in data["items"][0]["excerpt"] + data["items"][1]["excerpt"]
    assert {one["value"]: one["number"] for one in data["types"]} == {
        "page": 1,
        "workshop": 1,
    }


def test_results_go_on(home, commit, ask):
    with commit:
        for number in range(3):
            factories.standard(home, f"Linde {number}")

    first = ask("/search?q=Linde&limit=2")
    second = ask(f"/search?q=Linde&limit=2&cursor={first['next']}")

    titles = [hit["title"] for hit in (*first["items"], *second["items"])]
    assert sorted(titles) == ["Linde 0", "Linde 1", "Linde 2"]
    assert second["next"] is None


@pytest.mark.parametrize("kind", ["draft", "private"])
def test_hidden_page_is_no_result(home, commit, ask, kind):
    with commit:
        page = factories.standard(home, "Linde")
    # Past all signals: the index still has it.
    if kind == "draft":
        type(page).objects.filter(pk=page.pk).update(live=False)
    else:
        PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page=page, restriction_type="login")]
        )

    assert ask("/search?q=Linde")["items"] == []


def test_search_is_limited(home, ask, settings, client):
    settings.SEARCHES_PER_MINUTE = 2
    for _number in range(2):
        ask("/search?q=Linde")

    problem = ask("/search?q=Linde", status=429)

    assert problem["title"] == "Too many requests"
    assert client.get("/api/v1/search?q=Linde")["Retry-After"].isdecimal()


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "q"),
        ("q=", "q"),
        (f"q={'x' * 100_000}", "q"),
        ("q=%00", "q"),
        ("q=a&type=x", "type"),
        ("q=a&cursor=WzFd", "cursor"),
        ("q=a&year=0", "year"),
        ("q=a&page=2", "page"),
        (f"q=a&project={10**30}", "project"),
    ],
)
def test_bad_question_is_refused(home, ask, query, parameter):
    assert ask(f"/search?{query}", status=400)["parameter"] == parameter


@pytest.mark.parametrize("text", ["%20", "%22", "*", "(", "a%20AND", "%F0%9F%8C%B3"])
def test_strange_question_has_an_answer(home, ask, text):
    assert ask(f"/search?q={text}")["items"] == []
