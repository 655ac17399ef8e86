"""What is offered while somebody types, as JSON."""

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

SCRIPT = site.BASE_DIR / "search/static/search/js/suggestions.js"
ADDRESSES = {"de": "/suche/vorschlaege/", "en": "/en/search/suggestions/"}


@pytest.fixture
def suggested(client, english):
    """Ask for suggestions: ``suggested("lin", "en")``."""

    def ask(text, language="de"):
        return client.get(ADDRESSES[language], {"q": text})

    return ask


@pytest.fixture
def linden(home, english):
    page = factories.standard(home, "Linden pflegen")
    translation = factories.translated(page, title="Caring for lindens")
    call_command("rebuild_search", verbosity=0)
    return {"de": page, "en": translation}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ("Linden pflegen", "Seite", "1 Vorschlag")),
        ("en", ("Caring for lindens", "Page", "1 suggestion")),
    ],
)
def test_half_a_word_is_enough(suggested, linden, language, said):
    answer = suggested("lind", language)

    title, kind, message = said
    assert answer.json() == {
        "suggestions": [{"title": title, "url": linden[language].url, "kind": kind}],
        "message": message,
    }


@pytest.mark.parametrize("text", ["", "l", "zzz", '"', "\x00", "Linden " * 99])
def test_nothing_is_suggested_where_there_is_nothing(suggested, linden, text):
    answer = suggested(text, "en")

    assert answer.json() == {"suggestions": [], "message": "0 suggestions"}


def test_answer_is_for_no_index_and_sets_no_cookie(suggested, linden):
    answer = suggested("lind")

    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Content-Type"] == "application/json"
    assert not answer.cookies


def test_who_types_too_fast_gets_nothing_for_a_while(suggested, linden, settings):
    settings.SEARCHES_PER_MINUTE = 1

    answers = [suggested("lind") for _ in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].json()["suggestions"] == []
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_who_typed_too_fast_may_still_search(client, suggested, linden, settings):
    settings.SEARCHES_PER_MINUTE = 1
    for _ in range(9):
        suggested("lind")

    assert client.get("/suche/?q=linden").status_code == 200
    assert client.get("/suche/?q=linden").status_code == 429


def test_single_letters_and_long_texts_do_not_count(suggested, linden, settings):
    settings.SEARCHES_PER_MINUTE = 1
    for text in ["", "l", "Linden " * 99] * 5:
        suggested(text)

    assert suggested("lind").json()["suggestions"] != []


def test_browser_keeps_suggestions_for_a_minute_and_nobody_else(
    suggested, linden, settings
):
    kept = suggested("lind").headers["Cache-Control"]
    settings.SEARCHES_PER_MINUTE = 0.1
    waiting = suggested("lind").headers["Cache-Control"]

    assert set(kept.split(", ")) == {"private", "max-age=60"}
    assert set(waiting.split(", ")) == {"private", "no-store"}


@pytest.mark.parametrize("amount", [1, 6])
def test_suggestions_ask_as_much_for_one_as_for_many(suggested, home, amount):
    for number in range(amount):
        factories.standard(home, f"Linden {number}")
    call_command("rebuild_search", verbosity=0)
    suggested("lind")

    with CaptureQueriesContext(connection) as asked:
        answer = suggested("lind")

    assert len(answer.json()["suggestions"]) == amount
    assert len(asked) == {"sqlite": 10, "postgresql": 8}[connection.vendor]


def test_script_is_small():
    assert SCRIPT.stat().st_size < 3_000
