"""What one page says: completely, in its language, as its page in the browser does."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from wagtail.models import Site

from cms.api import delivery_api
from cms.drafts.stored import keep
from pages.models import ChangeNote, PageContact, PageDocument, SiteDocument
from tests import factories
from tests.plugins.notices.models import NoticePage
from tests.rendering.content import Content

pytestmark = pytest.mark.django_db


def test_every_type_of_page_keeps_to_its_description(ask):
    content = Content(2)
    english = content.translate()

    for page in (*content.pages.values(), *english.values()):
        data = ask(f"/pages/{page.pk}")
        assert (data["id"], data["language"]) == (page.pk, page.locale.language_code)
        assert data["url"] == page.full_url


def test_workshop_expands_all_that_it_refers_to(ask):
    content = Content(1)

    data = ask(f"/pages/{content.workshop.pk}")

    assert data["venue"]["name"] == "Ort 1"
    assert data["flyer"]["url"].startswith("http://testserver/documents/")
    assert data["flyer"]["media_type"] == "text/plain"
    assert data["flyer"]["size"] == 5
    assert data["contacts"][0]["organisation"]["name"] == "Stadt"
    assert data["funding"][0]["notice"] == "Gefördert von allen."
    assert data["funding"][0]["logo"]["sources"][0]["type"] == "image/webp"
    assert [one["title"] for one in data["ancestors"]] == ["Start", "Projekt", "Reihe"]
    assert data["changes"][0]["text"] == "Neuer Raum"


def test_picture_has_sizes_formats_words_and_credit(home, ask):
    image = factories.image(alt_texts={"de": "Ein Beet"}, credit="Foto: Jo")
    news = factories.news(factories.news_index(home), image=image)

    found = ask(f"/pages/{news.pk}")["image"]

    types = [source["type"] for source in found["sources"]]
    assert types == ["image/avif", "image/webp", "image/jpeg"]
    assert found["sources"][0]["srcset"].endswith(" 64w")
    assert (found["alt"], found["alt_language"]) == ("Ein Beet", "de")
    assert (found["width"], found["height"]) == (64, 48)
    assert found["credit"] == "Foto: Jo"


def test_picture_without_a_file_is_left_out(home, ask):
    image = factories.image()
    image.file.storage.delete(image.file.name)
    news = factories.news(factories.news_index(home), image=image)

    assert ask(f"/pages/{news.pk}")["image"] is None


def test_decoration_has_no_words(home, ask):
    image = factories.image(alt_texts={"de": "Ein Beet"})
    figure = {"image": image.pk, "caption": "", "is_decorative": True}
    page = factories.standard(home, body=[{"type": "figure", "value": figure}])

    [block] = ask(f"/pages/{page.pk}")["body"]

    assert block["image"]["alt"] == ""


AGENDA = [
    {"type": "section", "id": "s", "value": {"title": "Vormittag"}},
    {"type": "session", "id": "a", "value": {"start": "11:00", "title": "Beginn"}},
    {"type": "break", "id": "b", "value": {"start": "12:00", "end": "13:00"}},
    {
        "type": "parallel",
        "id": "p",
        "value": {
            "start": "13:00",
            "tracks": [{"type": "track", "id": "t", "value": {"title": "Orte"}}],
        },
    },
    {"type": "notices_vote", "id": "v", "value": {"start": "15:00", "question": "?"}},
    {"type": "gone_poll", "id": "g", "value": {"secret": 1}},
]


def test_agenda_has_types_and_computed_times(home, ask):
    workshop = factories.workshop(home, agenda=AGENDA)

    blocks = ask(f"/pages/{workshop.pk}")["agenda"]

    types = [block["type"] for block in blocks]
    assert types == ["section", "session", "break", "parallel", "plugin", "unavailable"]
    assert blocks[1]["start"] == "11:00"
    assert blocks[1]["ends_at"] == "2031-03-06T12:00:00+01:00"
    assert blocks[1]["end_is_computed"] is True
    assert blocks[2]["end_is_computed"] is False
    assert blocks[3]["tracks"][0]["title"] == "Orte"


def test_block_of_a_plugin_says_what_it_stores(home, ask):
    workshop = factories.workshop(home, agenda=AGENDA[4:5])

    assert ask(f"/pages/{workshop.pk}")["agenda"] == [
        {
            "type": "plugin",
            "id": "v",
            "name": "notices_vote",
            "value": {"start": "15:00:00", "question": "?"},
        }
    ]


def test_block_without_its_plugin_says_nothing_of_its_content(home, ask):
    workshop = factories.workshop(home, agenda=AGENDA[5:])

    assert ask(f"/pages/{workshop.pk}")["agenda"] == [
        {"type": "unavailable", "id": "g", "name": "gone_poll"}
    ]


def test_block_of_a_plugin_may_have_a_type_of_its_own(home, ask):
    notice = {"type": "notices_notice", "id": "n", "value": {"text": "Stufe!"}}
    page = factories.standard(home, body=[notice])

    described = delivery_api().described
    union = described["components"]["schemas"]["Workshop"]["properties"]["body"]

    assert ask(f"/pages/{page.pk}")["body"] == [
        {"type": "notices_notice", "id": "n", "text": "Stufe!"}
    ]
    assert {"$ref": "#/components/schemas/Notice"} in union["items"]["oneOf"]


def test_page_of_a_plugin_says_what_all_pages_say(home, ask):
    page = factories.page(NoticePage, factories.project(home), "Aushang", lead="Bald.")

    data = ask(f"/pages/{page.pk}")

    assert (data["type"], data["name"]) == ("plugin", "notices.NoticePage")
    assert (data["lead"], data["project"]["title"]) == ("Bald.", "Projekt")


# --- Languages ------------------------------------------------------------------


def test_links_in_a_text_lead_to_the_language_of_the_page(home, english, ask):
    about = factories.standard(home, "Über uns", slug="ueber-uns")
    factories.translated(about, title="About", slug="about")
    text = f'<p><a linktype="page" id="{about.pk}">Wir</a></p>'
    page = factories.standard(home, body=[{"type": "text", "value": text}])
    version = factories.translated(page)

    german, foreign = (ask(f"/pages/{one.pk}")["body"][0] for one in (page, version))

    assert 'href="http://testserver/ueber-uns/"' in german["html"]
    assert 'href="http://testserver/en/about/"' in foreign["html"]
    assert german["html"].endswith(">Wir</a></p>")


def test_file_is_that_of_the_language_and_names_the_other(home, english, ask):
    flyer = factories.document("Faltblatt", language="de")
    leaflet = factories.document("Leaflet", language="en", variant_of=flyer)
    workshop = factories.workshop(home, flyer=flyer)
    version = factories.translated(workshop)

    german, foreign = (ask(f"/pages/{one.pk}") for one in (workshop, version))

    assert german["flyer"]["title"] == "Faltblatt"
    assert [one["id"] for one in german["flyer"]["variants"]] == [leaflet.pk]
    assert foreign["flyer"]["title"] == "Leaflet"
    assert foreign["flyer"]["variants"][0]["language"] == "de"


def test_versions_and_how_true_they_are(home, english, ask):
    page = factories.published(factories.standard(home, "Über uns"))
    version = factories.translated(page, title="About")
    type(page).objects.filter(pk=version.pk).update(text_version=1)
    type(page).objects.filter(pk=page.pk).update(text_version=2)

    original, translation = (ask(f"/pages/{one.pk}") for one in (page, version))

    assert original["translation"] is None
    assert original["translations"][0]["is_behind"] is True
    assert translation["translation"]["is_behind"] is True
    assert translation["translation"]["original"]["id"] == page.pk


def test_words_still_in_german_are_marked(home, english, ask):
    page = factories.standard(home, "Über uns", lead="Wir sind hier.")
    version = factories.translated(page)
    origins = {"lead": [{"string": None}]}
    type(page).objects.filter(pk=version.pk).update(text_origins=origins)

    data = ask(f"/pages/{version.pk}")

    assert data["untranslated"] == ["lead"]
    assert data["translation"]["is_partial"] is True


# --- One page and no other ------------------------------------------------------


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.0", "9" * 30, "%00", "7/"])
def test_what_is_no_page_is_a_problem(home, client, page):
    response = client.get(f"/api/v1/pages/{page}")

    assert response.status_code in {400, 404}
    assert response["Content-Type"] == "application/problem+json"


def test_attached_documents_have_their_title_here(home, ask):
    page = factories.standard(home)
    document = factories.document("Datei")
    here = {"page": page, "locale": page.locale}
    PageDocument.objects.create(document=document, title="Einladung", **here)
    PageContact.objects.create(contact=factories.contact(role="Leitung"), **here)
    ChangeNote.objects.create(text="Neu", **here)

    data = ask(f"/pages/{page.pk}")

    assert data["documents"][0]["title"] == "Einladung"
    assert data["contacts"][0]["role"] == "Leitung"
    assert SiteDocument.objects.get().title == "Datei"


def test_files_of_a_workshop_can_be_read_in_its_language(home, english, ask, client):
    agenda = [entry for entry in AGENDA if not entry["type"].startswith("gone")]
    german = factories.workshop(home, agenda=agenda)
    page = factories.translated(german)

    for version, part in ((german, "programm"), (page, "en/programme")):
        files = ask(f"/pages/{version.pk}")["files"]
        assert files["text"].startswith(f"http://testserver/{part}/")
        answers = {name: client.get(url) for name, url in files.items()}
        assert {name: one["Content-Type"] for name, one in answers.items()} == {
            "calendar": "text/calendar; charset=utf-8",
            "pdf": "application/pdf",
            "text": "text/plain; charset=utf-8",
        }


NO_FILES = {"calendar": None, "pdf": None, "text": None}


PAST = datetime(2018, 2, 22, 11, tzinfo=UTC)


@pytest.mark.parametrize("values", [{"status": "cancelled"}, {"starts_at": PAST}])
def test_what_is_not_there_to_take_along_has_no_address(home, ask, values):
    workshop = factories.workshop(home, **values)

    assert ask(f"/pages/{workshop.pk}")["files"] == NO_FILES


def test_draft_of_what_was_never_public_has_no_files(home, ask):
    workshop = factories.workshop(home, agenda=AGENDA, live=False)
    token = keep(workshop, User.objects.create_user("editor"), Site.objects.get())

    [item] = ask(f"/drafts/{token}")["items"]

    assert item["page"]["files"] == NO_FILES


def test_programme_is_no_pdf_where_none_can_be_written(home, ask, monkeypatch):
    monkeypatch.setattr("pages.delivery.core_types.can_write_pdf", lambda: False)
    workshop = factories.workshop(home, agenda=AGENDA)

    files = ask(f"/pages/{workshop.pk}")["files"]

    assert [name for name, url in files.items() if url is None] == ["pdf"]
