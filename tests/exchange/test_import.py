"""What an import writes."""

from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage
from wagtail.models import Page, ReferenceIndex, Site

from cms.models import SiteSettings
from home.models import HomePage
from pages.exchange.importer import ImportReport, import_content
from pages.exchange.keys import derived_key, key_of_word
from pages.models import (
    Contact,
    Menu,
    ProjectPage,
    SeriesPage,
    SiteDocument,
    SiteImage,
    StandardPage,
    Venue,
    WorkshopPage,
)
from tests.exchange.writing import EVERYTHING, START, stored_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def everything(importing):
    return importing(EVERYTHING.read_text("utf-8"))


def test_everything_is_created_once(everything):
    assert everything == ImportReport(created=34, changed=0, unchanged=0)


def test_new_site_begins_at_the_german_home_page(everything):
    site = Site.objects.get()

    assert site.root_page.specific == HomePage.objects.get(slug="start")
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert HomePage.objects.get(slug="home").url == "/en/"


def test_site_that_has_content_keeps_its_start(importing):
    importing(START)

    importing(START.replace("start", "zweiter"))

    assert Site.objects.get().root_page.slug == "start"


def test_settings_are_those_of_the_default_site(everything):
    settings = SiteSettings.for_site(Site.objects.get())

    assert settings.site_name == {"de": "Alles", "en": "Everything"}
    assert settings.logo == SiteImage.objects.get(title="Zeichen")


def test_given_dates_are_kept(everything):
    page = WorkshopPage.objects.get(slug="werkstatt")

    assert page.first_published_at == datetime(2018, 2, 22, 8, tzinfo=UTC)
    assert page.content_updated_at == datetime(2019, 5, 22, 8, tzinfo=UTC)
    assert page.last_published_at == datetime(2019, 5, 22, 8, tzinfo=UTC)
    assert page.latest_revision.as_object().content_updated_at == (
        page.content_updated_at
    )


def test_page_without_date_of_change_was_changed_when_it_was_published(everything):
    page = HomePage.objects.get(slug="home")

    assert page.content_updated_at == page.first_published_at
    assert page.first_published_at.microsecond == 123456


def test_page_without_dates_is_published_now(importing, time_machine):
    time_machine.move_to(datetime(2031, 3, 6, 11, tzinfo=UTC), tick=False)

    importing(START)

    page = HomePage.objects.get()
    assert page.first_published_at == datetime(2031, 3, 6, 11, tzinfo=UTC)
    assert page.content_updated_at == datetime(2031, 3, 6, 11, tzinfo=UTC)


def test_live_page_has_nothing_unpublished(everything):
    page = WorkshopPage.objects.get(slug="werkstatt")

    assert page.live
    assert not page.has_unpublished_changes
    assert page.live_revision == page.latest_revision
    assert page.revisions.count() == 1


def test_page_that_is_not_live_is_a_draft_with_all_its_content(everything):
    page = StandardPage.objects.get(slug="entwurf")

    draft = page.get_latest_revision_as_object()

    assert not page.live
    assert page.first_published_at is None
    assert [block.block_type for block in draft.body] == ["heading", "figure"]


def test_page_with_a_date_to_go_live_is_scheduled(everything):
    page = StandardPage.objects.get(slug="spaeter")

    assert not page.live
    assert page.approved_schedule
    assert page.latest_revision.approved_go_live_at.year == 2097  # in UTC


def test_translations_share_keys_also_of_what_is_below_them(everything):
    german, english = WorkshopPage.objects.order_by("locale__language_code")
    sessions = [
        [block.id for block in page.agenda if block.block_type in ("day", "session")]
        for page in (german, english)
    ]

    assert german.translation_key == english.translation_key
    assert sessions[0][:2] == sessions[1]
    assert Menu.objects.get(locale__language_code="de", place="header") in (
        Menu.objects.filter(translation_key=key_of_word("kopf"))
    )


def test_ids_are_derived_from_where_a_block_stands(everything):
    page = WorkshopPage.objects.get(slug="werkstatt")
    session = page.agenda[4]

    key = key_of_word("werkstatt")
    assert session.id == str(derived_key(key, "agenda", 4))
    assert session.value["contributions"][1].id == str(
        derived_key(key, "agenda", session.id, "contributions", 1)
    )


def test_key_given_to_an_inline_entry_is_kept(everything):
    keys = {
        note.text: note.translation_key
        for note in SeriesPage.objects.get(slug="reihe").change_notes.all()
    }

    assert keys == {
        "Berichtigt": derived_key(key_of_word("reihe"), "change_notes", 0),
        "Ergänzt": key_of_word("zweite-notiz"),
    }


def test_entries_keep_the_order_of_the_file(everything):
    page = SeriesPage.objects.get(slug="reihe")

    assert [
        (planned.sort_order, planned.title)
        for planned in page.planned_workshops.order_by("sort_order")
    ] == [(0, "Vierte"), (1, "Dritte")]


def test_links_in_rich_text_lead_to_the_objects(everything):
    page = WorkshopPage.objects.get(slug="werkstatt")
    news = Page.objects.get(slug="meldung")
    flyer = SiteDocument.objects.get(key=key_of_word("flyer"))

    assert page.intro == (
        f'<p>Siehe <a linktype="page" id="{news.pk}">Meldung</a> und '
        f'<a linktype="document" id="{flyer.pk}">Flyer</a> und '
        '<a href="https://example.org/?a=1&amp;b=2">mehr</a>.</p>'
    )


def test_reference_means_the_object_in_the_language_of_the_page(everything):
    english = WorkshopPage.objects.get(slug="workshop")

    assert english.venue.name == "Town hall"


def test_reference_to_what_is_not_translated_means_the_source(importing):
    importing(
        START + "snippets:\n"
        "- {type: pages.Organisation, key: o, locale: de, name: Stadt}\n"
        "- {type: pages.Contact, key: c, locale: en, name: Jo, organisation: o}\n"
    )

    assert Contact.objects.get().organisation.name == "Stadt"


def test_documents_know_size_hash_and_what_they_are_a_variant_of(everything):
    english = SiteDocument.objects.get(language="en")

    assert english.variant_of.language == "de"
    assert english.file_size == len(default_storage.open(english.file.name).read())
    assert len(english.file_hash) == 40
    assert [tag.name for tag in english.variant_of.tags.all()] == ["Flyer"]


def test_pages_of_a_document_are_counted_after_commit(
    importing, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        importing(
            "version: 1\n"
            "documents: [{key: f, file: documents/flyer.pdf, title: Flyer}]\n"
        )

    assert SiteDocument.objects.get().page_count == 2


def test_images_know_their_dimensions(everything):
    image = SiteImage.objects.get(title="Foto")

    assert (image.width, image.height, image.file.name) == (
        9,
        6,
        "original_images/foto.jpg",
    )


def test_where_used_is_known_at_once(everything):
    venue = Venue.objects.get(name="Rathaus")
    image = SiteImage.objects.get(title="Foto")

    users = [
        {str(reference) for reference, _rows in found}
        for found in (
            ReferenceIndex.get_grouped_references_to(venue),
            ReferenceIndex.get_grouped_references_to(image),
        )
    ]

    assert users == [{"Werkstatt"}, {"Werkstatt", "Meldung"}]


def test_stored_block_works_again_when_its_plugin_is_back(importing):
    importing(
        START.replace(
            "title: Start",
            "title: Start, body: [{type: notices_notice, stored: {text: Da}}]",
        )
    )

    block = HomePage.objects.get().body[0]

    assert block.value == {"text": "Da"}
    assert "Da" in str(block)


def test_value_with_an_anchor_can_be_used_again(importing):
    importing(
        START.replace("title: Start", "title: Start, lead: &lead Guten Tag")
        + "- {type: home.HomePage, key: start, locale: en, slug: home, title: Start,"
        " lead: *lead}\n"
    )

    assert [page.lead for page in HomePage.objects.all()] == ["Guten Tag"] * 2


def test_several_files_are_one_content(folder):
    (folder / "one.yaml").write_text(START)
    (folder / "two.yaml").write_text(
        "version: 1\npages:\n"
        "- {type: pages.ProjectPage, key: p, locale: de, parent: start, slug: p,"
        " title: P}\n"
    )

    import_content([folder / "two.yaml", folder / "one.yaml"])

    assert ProjectPage.objects.get().get_parent().slug == "start"


def test_children_may_stand_before_their_parents(importing):
    importing(
        "version: 1\npages:\n"
        "- {type: pages.ProjectPage, key: p, locale: de, parent: start, slug: p,"
        " title: P}\n" + START.split("pages:\n")[1]
    )

    assert ProjectPage.objects.get().url == "/p/"


def test_checking_changes_nothing(importing):
    report = importing(EVERYTHING.read_text("utf-8"), check=True)

    assert report.created == 34
    assert [page.title for page in Page.objects.filter(depth=2)] == [
        "Welcome to your new Wagtail site!"
    ]
    assert stored_files() == []
