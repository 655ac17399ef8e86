"""The picture of a page: made once, for public pages only, named by what it shows."""

from io import BytesIO
from time import perf_counter

import pytest
from django.core.cache import cache
from django.utils.translation import override
from PIL import Image
from wagtail.models import PageViewRestriction

from cms.models import SiteSettings
from pages.models import WorkshopPage
from pages.sharing import views
from pages.sharing.card import Card, card_of
from pages.sharing.drawing import draw
from tests import factories

pytestmark = pytest.mark.django_db

RED = "#9c2f1f"


@pytest.fixture
def home():
    cache.clear()
    home = factories.home()
    names = {"de": "Stadt Lindenau", "en": "City of Lindenau"}
    SiteSettings.objects.create(site=home.get_site(), site_name=names, accent=RED)
    return home


@pytest.fixture
def workshop(home):
    return factories.workshop(home, venue=factories.venue("Rathaus", city="Lindenau"))


def card(page):
    return card_of(page, SiteSettings.objects.get())


def address(page, language="de"):
    prefix = "" if language == "de" else f"/{language}"
    way = "/en/share" if prefix else "/teilen"
    return f"{way}/{page.pk}/{card(page).digest}.png"


def opened(content):
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def test_picture_is_a_png_in_the_colour_of_the_site(client, workshop):
    response = client.get(address(workshop))

    picture = opened(response.content)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert picture.convert("RGB").getpixel((1190, 10)) == (0x9C, 0x2F, 0x1F)


def test_workshop_is_shown_with_date_and_place(workshop):
    assert card(workshop) == Card(
        title="Werkstatt",
        details=("Donnerstag, 6. März 2031, 11:00 bis 16:00 Uhr", "Rathaus, Lindenau"),
        site="Stadt Lindenau",
        accent=RED,
    )


def test_translation_is_shown_in_its_language(client, home, workshop):
    factories.translated(home)
    page = factories.translated(workshop, title="Workshop")

    with override("en"):
        shown, url = card(page), address(page, "en")

    assert (shown.title, shown.site) == ("Workshop", "City of Lindenau")
    assert shown.details[0] == "Thursday, 6 March 2031, 11:00 am to 4:00 pm"
    assert client.get(url).status_code == 200
    assert client.get(url.removeprefix("/en")).status_code == 404


@pytest.mark.parametrize("status", WorkshopPage.Status.values)
def test_what_became_of_a_workshop_is_shown_first(home, status):
    workshop = factories.workshop(home, status=status)

    assert bool(card(workshop).notice) == (status != "planned")


def test_other_pages_show_what_they_are_about(home):
    project = factories.project(home, subtitle="Ein Garten für alle")
    news = factories.news(
        factories.news_index(home), original_published_on="2018-02-22"
    )
    news.refresh_from_db()

    found = [card(page).details for page in (project, news, home)]

    assert found == [("Ein Garten für alle",), ("22. Februar 2018",), ()]


def test_change_of_words_gives_another_address_and_the_old_one_leads_there(
    client, workshop
):
    before = address(workshop)

    workshop.title = "Ganz anders"
    workshop.save()

    after = address(workshop)
    answer = client.get(before)
    assert before != after
    former = client.get(before.replace("/teilen/", "/share/"))
    assert (answer.status_code, answer["Location"]) == (302, after)
    assert (former.status_code, former["Location"]) == (302, after)
    assert answer["Cache-Control"] == "public, no-cache"


def test_change_that_is_not_shown_leaves_the_address(workshop):
    before = address(workshop)

    workshop.intro = "<p>Anderes</p>"
    workshop.save()

    assert address(workshop) == before


def test_picture_is_kept_for_a_day_and_not_sent_again(client, workshop):
    first = client.get(address(workshop))

    again = client.get(address(workshop), headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=86400"
    assert (again.status_code, again.content) == (304, b"")


def test_picture_is_drawn_once(client, workshop, monkeypatch):
    drawn = []
    monkeypatch.setattr(views, "draw", lambda card: drawn.append(card) or draw(card))

    for _time in range(3):
        client.get(address(workshop))
    client.get(f"/share/{workshop.pk}/0123456789abcdef.png")

    assert len(drawn) == 1


def test_only_public_pages_have_a_picture(client, home):
    draft = factories.standard(home, "Entwurf", live=False)
    private = factories.standard(home, "Privat")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    for page in (draft, private):
        assert client.get(address(page)).status_code == 404
    assert client.get("/share/999999/0123456789abcdef.png").status_code == 404


@pytest.mark.parametrize(
    "title", ["W" * 255, "Wort " * 51, "🏠", "\x00\x07", "<b>&amp;</b>", "א ב ג"]
)
def test_no_title_is_a_fault(title):
    shown = Card(title, ("M" * 300, "ä " * 150), "Abgesagt", "X" * 255)

    began = perf_counter()
    content = draw(shown)
    took = perf_counter() - began

    assert opened(content).size == (1200, 630)
    assert len(content) < 100_000
    assert took < 5  # a tenth of it on an idle machine


def test_pictures_of_different_words_differ():
    contents = {
        draw(Card(title, site=site))
        for title in ("Eins", "Zwei")
        for site in ("Stadt", "Land")
    }

    assert len(contents) == 4


def test_same_card_is_the_same_picture():
    assert draw(Card("Eins")) == draw(Card("Eins"))
