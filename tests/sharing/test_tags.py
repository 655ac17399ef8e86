"""What the head of each page says to those who show it elsewhere, in both languages."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from pages.sharing.tags import locale_of
from tests import factories
from tests.rendering.content import Content

pytestmark = pytest.mark.django_db

HOST = "http://testserver"


@pytest.fixture
def properties(client):
    """Open Graph's properties of a page, by name."""

    def properties(page):
        html = BeautifulSoup(client.get(page.url).content, "html.parser")
        metas = html.select("head meta[property]")
        found = {meta["property"]: meta["content"] for meta in metas}
        assert len(found) == len(metas)
        return found

    return properties


@pytest.fixture
def home():
    cache.clear()
    return factories.home()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_type_can_be_shared(client, properties, language):
    cache.clear()
    content = Content()
    translated = content.translate()
    pages = content.pages if language == "de" else translated

    for name, page in pages.items():
        found = properties(page)
        image = client.get(found["og:image"])
        assert found["og:title"] == page.title
        assert found["og:url"] == page.full_url
        assert found["og:type"] == ("article" if name == "NewsPage" else "website")
        assert (found["og:locale"], found["og:locale:alternate"]) == (
            ("de_DE", "en_GB") if language == "de" else ("en_GB", "de_DE")
        )
        assert (image.status_code, image["Content-Type"]) == (200, "image/png")
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert page.title in found["og:image:alt"]


def test_page_in_one_language_names_no_other(home, properties):
    factories.translated(home)

    found = properties(factories.standard(home, "Nur deutsch"))

    assert "og:locale:alternate" not in found


def test_news_say_when_they_were_written_and_changed(home, properties):
    page = factories.news(
        factories.news_index(home),
        original_published_on="2018-02-22",
        content_updated_at="2026-05-01T09:00:00Z",
    )

    found = properties(page)

    assert found["article:published_time"] == "2018-02-22"
    assert found["article:modified_time"] == "2026-05-01T11:00:00+02:00"


def test_words_for_search_engines_come_first(home, properties):
    page = factories.standard(
        home,
        "Titel",
        seo_title="Anderer Titel",
        search_description="Worum es geht.",
        lead="Vorspann.",
    )

    found = properties(page)

    assert found["og:title"] == "Anderer Titel"
    assert found["og:description"] == "Worum es geht."


def test_title_cannot_leave_the_attribute(home, properties):
    title = '"><script>alert(1)</script>'

    assert properties(factories.standard(home, title, slug="x"))["og:title"] == title


def test_page_behind_a_password_says_nothing(client, home):
    page = factories.standard(home, "Geheim")
    PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="Lindenblüte"
    )

    html = client.get(page.url, follow=True).content.decode()

    assert "og:" not in html


@pytest.mark.parametrize(
    ("code", "locale"),
    [("de", "de_DE"), ("en", "en_GB"), ("fr", "fr_FR"), ("pt-br", "pt_BR")],
)
def test_language_has_a_country(code, locale):
    assert locale_of(code) == locale
