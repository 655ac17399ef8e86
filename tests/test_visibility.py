"""Drafts and private pages are nowhere told of to those who may not read them."""

import pytest
from wagtail.models import PageViewRestriction

from cms.visibility import (
    best_version,
    hidden_paths,
    is_below,
    public,
    public_version,
)
from home.models import HomePage
from pages.listings import gather
from pages.models import Menu, MenuItem, WorkshopPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return factories.home()


def hide(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def text_at(client, page):
    return client.get(page.get_url()).content.decode()


def test_private_page_hides_everything_below_it(home):
    project = factories.project(home, "Geheim")
    factories.workshop(project)

    hide(project)

    assert list(WorkshopPage.objects.listed()) == []


def test_private_project_shows_its_readers_what_lies_below(home):
    project = factories.project(home)
    workshop = factories.workshop(project)
    secret = factories.workshop(project, "Geheim")

    hide(project)
    hide(secret)

    assert gather(project).upcoming == [workshop]


def test_neighbour_whose_path_begins_alike_stays_visible(home):
    hidden, *others = [factories.workshop(home, f"Werkstatt {n}") for n in range(3)]

    hide(hidden)

    assert list(WorkshopPage.objects.listed()) == others


def test_menu_leaves_out_private_and_draft_pages(client, home):
    pages = [factories.standard(home, title) for title in ("Offen", "Geheim", "Bald")]
    menu = Menu.objects.create(place="header", locale=home.locale)
    for order, page in enumerate(pages):
        item = {"page": page, "locale": home.locale, "sort_order": order}
        MenuItem.objects.create(menu=menu, **item)
    MenuItem.objects.create(
        menu=menu, url="https://example.org/", label="Draußen", locale=home.locale
    )
    hide(pages[1])
    pages[2].unpublish()

    html = text_at(client, home)

    shown = [title for title in ("Offen", "Geheim", "Bald", "Draußen") if title in html]
    assert shown == ["Offen", "Draußen"]


def test_draft_project_is_not_told_of_on_its_workshop(client, home):
    project = factories.project(home, "Noch geheim", live=False, lead="Streng geheim")
    workshop = factories.workshop(project)

    html = text_at(client, workshop)

    assert "Noch geheim" not in html
    assert "Streng geheim" not in html


def test_news_does_not_name_a_private_subject(client, home):
    subject = factories.project(home, "Geheimsache")
    news = factories.news(factories.news_index(home), about=subject)
    hide(subject)

    assert "Geheimsache" not in text_at(client, news)


def test_news_in_english_belongs_to_the_english_project(home):
    project = factories.project(home)
    news = factories.news(factories.news_index(home), about=project)
    factories.translated(home)
    english_project = factories.translated(project)
    factories.translated(news.get_parent())
    english_news = factories.translated(news)

    assert gather(project).news == [news]
    assert gather(english_project).news == [english_news]
    assert english_news.subject == english_project.page_ptr


def test_private_translation_is_not_linked(client, home):
    english = factories.translated(home, title="Welcome")
    hide(english)

    assert 'hreflang="en"' not in text_at(client, home)


def test_language_without_a_home_page_leads_to_the_original(client, home):
    page = factories.standard(home)

    response = client.get("/en/impressum/")

    assert (response.status_code, response.url) == (
        302,
        f"{page.get_url()}?from=en",
    )
    assert HomePage.objects.count() == 1


def test_page_with_an_umlaut_in_its_address_is_shown(client, home):
    page = factories.standard(home, "Überblick", slug="überblick")

    response = client.get(page.get_url())

    assert (page.get_url(), response.status_code) == ("/%C3%BCberblick/", 200)


def test_postponed_workshop_is_not_past(home):
    start = factories.START.replace(year=2020)
    workshop = factories.workshop(home, starts_at=start, status="postponed")

    assert workshop.is_past is False
    assert list(WorkshopPage.objects.listed().upcoming()) == [workshop]


def test_workshop_counts_itself_in_the_preview_of_its_series(home):
    series = factories.series(home)
    factories.workshop(series, number=1)
    draft = factories.workshop(series, "Entwurf", number=3, live=False)

    assert draft.series.size == 3
    assert [entry.page for entry in draft.series.entries][-1] == draft


@pytest.mark.parametrize("depth", [1, 2])
def test_nothing_below_an_unpublished_page_is_told_of(home, depth):
    project = factories.project(home)
    above = factories.series(project) if depth == 2 else project
    workshop = factories.workshop(above)
    other = factories.workshop(home, "Andere")
    before = list(WorkshopPage.objects.listed())

    project.unpublish()

    assert before == [workshop, other]
    assert list(WorkshopPage.objects.listed()) == [other]
    assert is_below(workshop.path, hidden_paths())
    assert not is_below(other.path, hidden_paths())


def test_nothing_in_english_is_told_of_without_an_english_home_page(home):
    english = factories.translated(home)
    workshop = factories.workshop(home)
    translation = factories.translated(workshop)
    key = workshop.translation_key

    before = public_version(WorkshopPage, key, "en")
    english.unpublish()

    assert before == translation
    assert public_version(WorkshopPage, key, "en") is None
    assert best_version(WorkshopPage, key, "en") == workshop


def test_preview_of_a_draft_shows_what_lies_below_it(home):
    project = factories.project(home, live=False)
    workshop = factories.workshop(project)

    assert gather(project).upcoming == [workshop]


def test_one_question_finds_what_may_be_told(home, django_assert_num_queries):
    for number in range(3):
        project = factories.project(home, f"Projekt {number}", live=number != 1)
        factories.workshop(project, f"Werkstatt {number}")
    hide(project)

    with django_assert_num_queries(1):
        found = [page.title for page in public(WorkshopPage.objects.all())]

    assert found == ["Werkstatt 0"]
