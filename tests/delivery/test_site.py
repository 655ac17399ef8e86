"""The site itself, its menus, its addresses, programmes, contacts and files."""

import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    Site,
)

from cms.models import SiteSettings
from pages.models import Menu, MenuItem, PageContact, PageDocument
from tests import factories
from tests.delivery.test_pages import AGENDA


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


# --- The site -------------------------------------------------------------------


def test_site_tells_its_name_and_languages(home, english, ask):
    site = Site.objects.get()
    logo = factories.image()
    names = {"de": "Stadt Lindenau", "en": "City of Lindenau"}
    SiteSettings.objects.create(site=site, site_name=names, logo=logo)

    data = ask("/site?language=en")

    assert (data["name"], data["url"]) == ("City of Lindenau", "http://testserver/")
    assert [(one["code"], one["name"]) for one in data["languages"]] == [
        ("de", "Deutsch"),
        ("en", "English"),
    ]
    assert data["languages"][1]["home"]["path"] == "/en/"
    assert data["logo"]["url"].endswith(".png")


@pytest.mark.parametrize("language", ["de", "en"])
def test_feeds_can_be_read_in_the_language_of_the_answer(
    home, english, ask, client, language
):
    feeds = ask(f"/site?language={language}")["feeds"]

    answers = {name: client.get(url) for name, url in feeds.items()}
    assert {
        name: one["Content-Type"].split(";")[0] for name, one in answers.items()
    } == {
        "news": "application/atom+xml",
        "changes": "application/atom+xml",
        "calendar": "text/calendar",
    }
    assert [url.startswith("http://testserver/en/") for url in feeds.values()] == [
        language == "en"
    ] * 3


def test_language_without_a_public_home_page_is_none(home, english, ask):
    hide(english)

    assert [one["code"] for one in ask("/site")["languages"]] == ["de"]


def test_menus_lead_to_pages_and_addresses(home, english, ask):
    about = factories.standard(home, "Über uns", slug="ueber-uns")
    factories.translated(about, title="About", slug="about")
    pages = [about, hide(factories.standard(home, "Intern"))]
    menu = Menu.objects.create(place="header", locale=factories.locale("en"))
    for order, page in enumerate(pages):
        MenuItem.objects.create(
            menu=menu, page=page, locale=menu.locale, sort_order=order
        )
    MenuItem.objects.create(
        menu=menu,
        url="https://example.org/",
        label="Elsewhere",
        locale=menu.locale,
        sort_order=9,
    )

    header = ask("/navigation?language=en")["header"]

    assert [(entry["label"], entry["url"]) for entry in header] == [
        ("About", "http://testserver/en/about/"),
        ("Elsewhere", "https://example.org/"),
    ]
    assert header[1]["page"] is None


# --- Addresses ------------------------------------------------------------------


@pytest.fixture
def about(home, english):
    page = factories.standard(home, "Über uns", slug="über-uns")
    factories.translated(page, title="About us", slug="about")
    return page


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Start"),
        ("/en/", "Home"),
        ("/über-uns/", "Über uns"),
        ("/%C3%BCber-uns/", "Über uns"),
        ("/über-uns", "Über uns"),
        ("/en/about/", "About us"),
        ("/en/about/?x=1%26y=2", "About us"),
    ],
)
def test_address_leads_to_its_page(about, ask, path, title):
    data = ask(f"/pages/by-path?path={path}")

    assert (data["kind"], data["page"]["title"]) == ("page", title)


def test_address_without_a_translation_leads_to_the_original(home, english, ask):
    page = factories.standard(home, "Impressum", slug="impressum")

    data = ask("/pages/by-path?path=/en/impressum/")
    instead = ask("/pages/by-path?path=/en/impressum/&fallback=de")

    assert (data["kind"], data["page"]["id"]) == ("redirect", page.pk)
    assert (data["path"], data["is_permanent"]) == ("/impressum/", False)
    assert (instead["kind"], instead["page"]["language"]) == ("page", "de")


def test_path_that_does_not_begin_with_a_slash_is_refused_in_words(home, ask):
    problem = ask("/pages/by-path?path=en/", status=400)

    assert problem["errors"] == [
        {"parameter": "path", "detail": "A path begins with “/”, as “/en/projects/”."}
    ]


def test_redirects_are_data(about, ask):
    Redirect.objects.create(old_path="/alt", redirect_page=about)
    Redirect.objects.create(
        old_path="/fort", redirect_link="https://example.org/x", is_permanent=False
    )

    here, away = (ask(f"/pages/by-path?path={path}") for path in ("/alt/", "/fort"))

    assert (here["page"]["id"], here["is_permanent"]) == (about.pk, True)
    assert here["path"] == "/%C3%BCber-uns/"
    assert (away["url"], away["path"], away["is_permanent"]) == (
        "https://example.org/x",
        "",
        False,
    )


@pytest.mark.parametrize("is_draft", [True, False])
def test_redirect_to_a_hidden_page_is_nothing(home, ask, is_draft):
    page = factories.standard(home, "Geheim", live=not is_draft)
    if not is_draft:
        hide(page)
    Redirect.objects.create(old_path="/alt", redirect_page=page)

    ask("/pages/by-path?path=/alt/", status=404)
    ask("/pages/by-path?path=/geheim/", status=404)
    ask("/pages/by-path?path=/en/geheim/&fallback=de", status=404)


@pytest.mark.parametrize(
    "path", ["/gibt/es/nicht/", "/en/nothing/", "//", "/../", "/a" * 900, "/%25"]
)
def test_address_of_nothing_is_not_found(home, english, client, path):
    response = client.get("/api/v1/pages/by-path", {"path": path})

    assert response.status_code in {200, 404}
    assert (response.status_code == 200) == (path == "//")


@pytest.mark.parametrize("path", ["", "en/about", "https://testserver/", "/%00"])
def test_what_is_no_address_is_refused(home, ask, path):
    assert ask(f"/pages/by-path?path={path}", status=400)["parameter"] == "path"


def test_address_is_needed(home, ask):
    problem = ask("/pages/by-path", status=400)

    assert problem["errors"] == [
        {"parameter": "path", "detail": "This parameter is needed."}
    ]


# --- Programmes -----------------------------------------------------------------


def test_programme_is_the_value_of_the_page(home, ask):
    workshop = factories.workshop(home, agenda=AGENDA)

    data = ask(f"/workshops/{workshop.pk}/programme")

    [day] = data["days"]
    assert day["date"] == "2031-03-06"
    [section] = day["sections"]
    assert section["title"] == "Vormittag"
    entries = [(entry["kind"], entry["starts_at"]) for entry in section["entries"]]
    assert entries == [
        ("session", "2031-03-06T11:00:00+01:00"),
        ("break", "2031-03-06T12:00:00+01:00"),
        ("parallel", "2031-03-06T13:00:00+01:00"),
        ("vote", "2031-03-06T15:00:00+01:00"),
    ]


@pytest.mark.parametrize("kind", ["draft", "private", "other"])
def test_programme_of_what_is_no_public_workshop(home, ask, kind):
    pages = {
        "draft": lambda: factories.workshop(home, live=False),
        "private": lambda: hide(factories.workshop(home)),
        "other": lambda: factories.standard(home),
    }

    ask(f"/workshops/{pages[kind]().pk}/programme", status=404)


# --- The directory --------------------------------------------------------------


def name_on(page, contact):
    PageContact.objects.create(contact=contact, page=page, locale=page.locale)


def test_contacts_are_those_of_public_pages(home, ask):
    shown, draft, private, idle = (factories.contact(name) for name in "ABCD")
    name_on(factories.standard(home), shown)
    name_on(factories.standard(home, "Entwurf", live=False), draft)
    name_on(hide(factories.standard(home, "Intern")), private)

    assert [one["name"] for one in ask("/contacts")["items"]] == ["A"]
    assert idle.pk


def test_documents_are_those_of_public_pages(home, ask):
    shown, draft, private, idle = (factories.document(name) for name in "ABCD")
    factories.workshop(home, flyer=shown)
    factories.workshop(home, "Entwurf", flyer=draft, live=False)
    hide(factories.workshop(home, "Intern", flyer=private))
    variant = factories.document("A in English", language="en", variant_of=shown)

    titles = [one["title"] for one in ask("/documents")["items"]]

    assert titles == ["A", "A in English"]
    assert ask("/documents?language=en")["items"][0]["id"] == variant.pk
    assert ask("/documents?text=english")["items"][0]["id"] == variant.pk
    assert idle.pk


def test_document_in_a_text_or_list_is_found(home, ask):
    in_text, in_list = factories.document("Text"), factories.document("Liste")
    link = f'<a linktype="document" id="{in_text.pk}">Datei</a>'
    page = factories.standard(home, body=[{"type": "text", "value": link}])
    PageDocument.objects.create(document=in_list, page=page, locale=page.locale)
    factories.published(page)

    assert [one["title"] for one in ask("/documents")["items"]] == ["Text", "Liste"]


def test_document_in_a_restricted_collection_is_not_listed(home, ask):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    factories.workshop(home, flyer=factories.document(collection=collection))

    assert ask("/documents")["items"] == []


def test_lists_go_on(home, ask):
    for name in "ABC":
        factories.workshop(home, name, flyer=factories.document(name))

    first = ask("/documents?limit=2")
    second = ask(f"/documents?limit=2&cursor={first['next']}")

    assert [one["title"] for one in first["items"]] == ["A", "B"]
    assert [one["title"] for one in second["items"]] == ["C"]
    assert second["next"] is None


def test_manual_names_every_address(client, home):
    html = client.get(reverse("api-manual")).content.decode()

    for path in ("/api/v1/pages", "/api/v1/pages/{page_id}", "/api/v1/notices/"):
        assert f"<code>{path}</code>" in html


def test_manual_links_types_to_where_they_are_explained(client, home):
    html = client.get(reverse("api-manual")).content.decode()

    linked = set(re.findall(r'href="#(type-\w+)"', html))
    assert "type-Session" in linked
    assert linked - set(re.findall(r'id="(type-\w+)"', html)) == set()


def test_manual_says_what_a_parameter_may_be(client, home):
    html = client.get(reverse("api-manual")).content.decode()

    start = html.index("<code>limit</code>")
    words = strip_tags(html[start : html.index("</dt>", start)]).split()
    assert words == ["limit", "integer", "–", "1–50", "–", "without", "it", "20"]
