"""News: newest first, in slices, with a link to what they are about."""

from datetime import date, timedelta

import pytest

from tests import factories


@pytest.fixture
def index(home):
    return factories.news_index(factories.translated(home))


def test_overview_shows_newest_first_in_slices(read, index):
    for number in range(21):
        day = date(2031, 1, 1) + timedelta(days=number)
        factories.news(index, f"News {number}", original_published_on=day)

    first = read(index)
    second = read(f"{index.url}?page=2")

    assert first.all(".item__title") == [f"News {n}" for n in range(20, 0, -1)]
    assert first.all(".pagination") == ["Page 1 of 2 Next page"]
    assert second.all(".item__title") == ["News 0"]
    assert second.all(".pagination") == ["Previous page Page 2 of 2"]


def test_overview_without_news_says_so(read, index):
    assert read(index).text == "Aktuelles There is no news yet."


def test_news_shows_picture_and_what_it_is_about(read, index):
    project = factories.project(index.get_parent(), "Lab")
    news = factories.news(index, image=factories.image(), about=project)

    seen = read(news)

    assert len(seen.html.select("main figure img")) == 1
    assert seen.links(".more a") == {"Lab": project.url}


def test_news_does_not_link_to_an_unpublished_page(read, index):
    project = factories.project(index.get_parent(), "Lab", live=False)

    assert read(factories.news(index, about=project)).all(".more") == []
