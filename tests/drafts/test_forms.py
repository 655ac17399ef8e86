"""Previews through the forms of the admin: new and known objects, two languages."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

from cms.drafts.models import UnsavedDraft
from pages.models import Contact, StandardPage
from tests import factories
from tests.drafts.forms import sent_back, streams
from tests.drafts.looking import Looking, set_front_end
from tests.translation.people import address, browser, create_cast
from tests.translation.translating import english_of, start, translate, translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(home):
    start(home).save_revision().publish()
    return create_cast()


def preview_address(html):
    """Where the panel beside a form sends it, and what it shows then."""
    panel = BeautifulSoup(html, "html.parser").select_one("[data-w-preview-url-value]")
    return panel["data-w-preview-url-value"]


def shown(client, form, **changes):
    """Open a form, change it, and look at what the panel shows."""
    html = client.get(form).content.decode()
    data = {**sent_back(html), **changes}
    target = preview_address(html)
    answer = client.post(target, data)
    assert answer.json() == {"is_valid": True, "is_available": True}
    sign = "&" if "?" in target else "?"
    return Looking(client.get(f"{target}{sign}in_preview_panel=true"))


def title_of(ask, looking):
    [item] = ask(f"/drafts/{looking.token}")["items"]
    return item["page"]["title"]


def test_form_of_a_page_shows_what_is_not_saved(home, cast, ask):
    page = factories.standard(home, "Impressum")
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])

    looking = shown(browser(cast.editor), form, title="Neu", **streams("body"))

    assert title_of(ask, looking) == "Neu"
    assert StandardPage.objects.get().title == "Impressum"


def test_panel_offers_the_front_end_first(home, cast):
    page = factories.standard(home, "Impressum")
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])

    html = browser(cast.editor).get(form).content.decode()

    mode = f"front-end-{Site.objects.get().pk}"
    assert f'<option value="{mode}" selected>Separate front end</option>' in html
    assert '<option value="website">Website</option>' in html


def test_form_of_a_new_page_shows_the_address_it_will_get(home, cast, ask):
    form = reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk])
    new = {"title": "Ganz neu", "slug": "ganz-neu", **streams("body")}

    looking = shown(browser(cast.editor), form, **new)

    [item] = ask(f"/drafts/{looking.token}")["items"]
    page = item["page"]
    assert (page["id"], page["title"], page["path"]) == (0, "Ganz neu", "/ganz-neu/")
    assert looking.parameters["path"] == "/ganz-neu/"
    assert [one["title"] for one in page["ancestors"]] == ["Start"]


def test_two_forms_for_new_pages_have_one_draft_for_each_place(home, cast, ask):
    project = factories.project(home)
    editor = browser(cast.editor)
    forms = [
        reverse("wagtailadmin_pages:add", args=["pages", "standardpage", pk])
        for pk in (home.pk, project.pk)
    ]

    titles = [
        shown(editor, form, title=f"Neu {number}", slug="neu", **streams("body"))
        for number, form in enumerate(forms)
    ]

    assert [title_of(ask, one) for one in titles] == ["Neu 0", "Neu 1"]
    assert UnsavedDraft.objects.count() == 2


def test_form_of_a_contact_shows_what_is_not_saved(home, cast, ask):
    contact = factories.contact()
    form = reverse("wagtailsnippets_pages_contact:edit", args=[contact.pk])

    looking = shown(browser(cast.editor), form, name="Kim Neu")

    [item] = ask(f"/drafts/{looking.token}")["items"]
    assert item["contact"]["name"] == "Kim Neu"
    assert looking.parameters.keys() == {"token", "type", "language"}
    assert Contact.objects.get().name == "Jo Wallner"


@pytest.mark.parametrize("language", ["de", "en"])
def test_form_of_a_new_contact_knows_its_language(home, cast, ask, language):
    form = f"{reverse('wagtailsnippets_pages_contact:add')}?locale={language}"

    looking = shown(browser(cast.administrator), form, name="Kim Neu")

    [item] = ask(f"/drafts/{looking.token}")["items"]
    assert (item["contact"]["id"], item["contact"]["language"]) == (0, language)
    assert looking.parameters["language"] == language


def test_nobody_previews_a_new_contact_in_a_language_of_others(home, cast):
    target = reverse("wagtailsnippets_pages_contact:preview_on_add")

    answer = browser(cast.translator).post(f"{target}?locale=de", {"name": "Kim"})

    assert answer.status_code == 403


def test_form_of_a_menu_shows_its_entries(home, cast, ask):
    page = factories.standard(home, "Impressum")
    form = reverse("wagtailsnippets_pages_menu:add")
    entries = {
        "place": "footer",
        "items-TOTAL_FORMS": "1",
        "items-0-page": str(page.pk),
        "items-0-label": "Hier",
        "items-0-ORDER": "1",
    }

    looking = shown(browser(cast.administrator), form, **entries)

    [item] = ask(f"/drafts/{looking.token}")["items"]
    assert [entry["label"] for entry in item["menu"]["entries"]] == ["Hier"]


# --- The translation editor --------------------------------------------------------


def test_translation_editor_shows_the_english_page(home, cast, ask):
    german = factories.standard(home, "Impressum", lead="Wer wir sind.")
    start(german)
    translation = translation_of(german)
    translate(german, title="Imprint", lead="Who we are.")
    client = browser(cast.translator)

    looking = Looking(client.get(address("preview_translation", translation.pk)))

    [item] = ask(f"/drafts/{looking.token}")["items"]
    page = item["page"]
    assert (page["language"], page["title"]) == ("en", "Imprint")
    assert page["lead"] == "Who we are."
    assert page["id"] == english_of(german).pk
    assert looking.parameters["language"] == "en"
    assert looking.parameters["path"].startswith("/en/")


def test_translation_editor_offers_both_previews(home, cast):
    german = factories.standard(home, "Impressum")
    english = start(german)

    html = browser(cast.translator).get(
        reverse("wagtailadmin_pages:edit", args=[english.pk])
    )

    assert "Separate front end" in html.content.decode()
    assert "Website" in html.content.decode()


# --- The setting -----------------------------------------------------------------


def refusal(site, address):
    found = set_front_end(site, "")
    found.front_end_preview = address
    try:
        with override("de"):
            found.full_clean()
    except ValidationError as error:
        return str(error.message_dict["front_end_preview"][0])
    return ""


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("https://www.example.org/preview/", ""),
        ("https://www.example.org:8443/preview?site=2", ""),
        ("https://müller.example/preview/", ""),
        ("http://localhost:4321/preview/", ""),
        ("http://127.0.0.1:4321/", ""),
        ("http://[::1]:4321/", ""),
        ("http://site.localhost/", ""),
        ("http://www.example.org/preview/", "Unveröffentlichte Texte dürfen nur"),
        ("http://192.168.0.7/", "Unveröffentlichte Texte dürfen nur"),
        ("www.example.org", "Das ist keine Adresse einer Seite"),
        ("javascript:alert(1)", "Das ist keine Adresse einer Seite"),
        ("https://www.example.org:99999/", "Das ist keine Adresse einer Seite"),
        ("https://a;script-src *", "Das ist keine Adresse einer Seite"),
        ("https://user:secret@example.org/", "Lassen Sie den Benutzernamen"),
        ("https://example.org/#/preview", "Lassen Sie den Benutzernamen"),
    ],
)
def test_setting_takes_only_addresses_to_which_drafts_may_go(home, address, sentence):
    said = refusal(Site.objects.get(), address)

    assert said[: len(sentence) or None] == sentence
