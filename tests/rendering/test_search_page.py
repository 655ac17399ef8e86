"""The search page, as far as it goes for now."""

import pytest

from tests import factories


@pytest.fixture
def english(home):
    return factories.translated(home)


def test_search_finds_public_pages_of_its_language(read, home, english):
    factories.standard(home, "Linde")
    factories.standard(english, "Linde in English")
    factories.standard(english, "Linde draft", live=False)

    assert read("/en/search/?q=linde").all(".item") == ["Linde in English"]


@pytest.mark.parametrize("query", ['"linde', '"', "linde %26 tree"])
def test_search_understands_any_input(read, english, query):
    assert read(f"/en/search/?q={query}").status == 200


def test_search_that_finds_nothing_says_so(read, english):
    assert "Nothing found for “zzz”." in read("/en/search/?q=zzz").text


def test_search_without_words_asks_for_them(read, english):
    seen = read("/en/search/")

    assert seen.all("main label") == ["What are you looking for?"]
    assert seen.all(".item") == []
