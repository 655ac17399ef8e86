"""The same keys again: what changed is changed, nothing is there twice."""

from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage
from wagtail.models import Page, Revision

from pages.exchange.importer import ImportReport
from pages.models import (
    ChangeNote,
    Contact,
    PageContact,
    ProjectPage,
    SiteDocument,
    SiteImage,
    StandardPage,
    WorkshopPage,
)
from tests.exchange.writing import EVERYTHING, START

pytestmark = pytest.mark.django_db


@pytest.fixture
def text():
    return EVERYTHING.read_text("utf-8")


def page(key: str, **values: str) -> str:
    shown = {
        "type": "pages.StandardPage",
        "key": key,
        "locale": "de",
        "parent": "start",
        "slug": key,
        "title": key.title(),
        **values,
    }
    return f"- {{{', '.join(f'{name}: {value}' for name, value in shown.items())}}}\n"


def test_same_file_again_changes_nothing(importing, text):
    importing(text)
    revisions = set(Revision.objects.values_list("pk", flat=True))
    dates = list(Page.objects.values_list("pk", "last_published_at", "path"))
    files = default_storage.listdir("original_images")

    report = importing(text)

    assert report == ImportReport(created=0, changed=0, unchanged=34)
    assert set(Revision.objects.values_list("pk", flat=True)) == revisions
    assert list(Page.objects.values_list("pk", "last_published_at", "path")) == dates
    assert default_storage.listdir("original_images") == files


def test_only_what_changed_is_published_again(importing, text):
    importing(text)
    before = WorkshopPage.objects.get(slug="werkstatt")

    report = importing(text.replace("title: Kaffee", "title: Tee"))

    page = WorkshopPage.objects.get(slug="werkstatt")
    assert (report.created, report.changed) == (0, 1)
    assert page.agenda[5].value["title"] == "Tee"
    assert page.revisions.count() == 2
    assert page.first_published_at == before.first_published_at
    assert page.content_updated_at == before.content_updated_at


def test_dates_of_the_file_count_also_when_they_go_back(importing):
    importing(START)
    date = "content_updated_at: 2018-01-01T10:00:00+01:00"

    importing(START.replace("title: Start", f"title: Start, {date}"))

    assert Page.objects.get(slug="start").specific.content_updated_at == datetime(
        2018, 1, 1, 9, tzinfo=UTC
    )


def test_file_without_dates_keeps_those_of_the_page(importing):
    importing(START)
    before = Page.objects.get(slug="start").specific

    importing(START.replace("title: Start", "title: Anfang"))

    after = Page.objects.get(slug="start").specific
    assert after.title == "Anfang"
    assert after.first_published_at == before.first_published_at
    assert after.content_updated_at == before.content_updated_at


def test_value_that_is_left_out_is_the_default_again(importing):
    importing(START.replace("title: Start", "title: Start, lead: Hallo"))

    importing(START)

    assert Page.objects.get(slug="start").specific.lead == ""


def test_date_of_a_note_that_is_left_out_stays(importing, time_machine):
    text = START.replace("title: Start", "title: Start, change_notes: [{text: Neu}]")
    time_machine.move_to(datetime(2031, 3, 6, 11, tzinfo=UTC))
    importing(text)
    time_machine.move_to(datetime(2031, 3, 9, 11, tzinfo=UTC))

    report = importing(text)

    assert report.unchanged == 1
    assert str(ChangeNote.objects.get().date) == "2031-03-06"


def test_entry_that_is_left_out_is_removed(importing, text):
    importing(text)

    importing(text.replace("  page_contacts: [{contact: wallner}]\n", ""))

    assert not PageContact.objects.exists()


def test_page_that_no_file_names_stays(importing):
    importing(START + page("eins"))

    importing(START)

    assert StandardPage.objects.get().title == "Eins"


def test_page_moves_to_the_parent_in_the_file(importing):
    importing(START + page("eins") + page("zwei") + page("drei", parent="zwei"))

    report = importing(START + page("zwei", parent="eins") + page("eins"))

    assert report == ImportReport(created=0, changed=1, unchanged=2)
    assert StandardPage.objects.get(slug="drei").url == "/eins/zwei/drei/"
    assert StandardPage.objects.get(slug="zwei").revisions.count() == 1


def test_parent_and_child_change_places(importing):
    importing(START + page("eins") + page("zwei", parent="eins"))

    importing(START + page("zwei") + page("eins", parent="zwei"))

    assert StandardPage.objects.get(slug="eins").url == "/zwei/eins/"
    assert Page.find_problems() == ([], [], [], [], [])


def test_pages_exchange_their_slugs(importing):
    importing(START + page("eins") + page("zwei") + page("drei", parent="eins"))

    importing(START + page("eins", slug="zwei") + page("zwei", slug="eins"))

    addresses = {page.title: page.url for page in StandardPage.objects.all()}
    assert addresses == {"Eins": "/zwei/", "Zwei": "/eins/", "Drei": "/zwei/drei/"}


def test_slug_that_becomes_free_is_taken_by_a_new_page(importing):
    importing(START + page("eins"))

    importing(START + page("neu", slug="eins") + page("eins", slug="alt"))

    assert StandardPage.objects.get(slug="eins").title == "Neu"


def test_live_page_becomes_a_draft_and_live_again(importing):
    importing(START + page("eins"))
    published = StandardPage.objects.get().first_published_at

    importing(START + page("eins", live="false"))
    draft = StandardPage.objects.get()
    importing(START + page("eins"))

    page_now = StandardPage.objects.get()
    assert (draft.live, page_now.live) == (False, True)
    assert page_now.first_published_at == published


def test_draft_is_compared_with_its_newest_version(importing):
    importing(START + page("eins", live="false"))
    draft = StandardPage.objects.get()
    draft.lead = "Von Hand"
    draft.save_revision()

    same = importing(START + page("eins", live="false", lead="Von Hand"))

    assert same.unchanged == 2


def test_editors_changes_that_wait_are_kept_in_the_history(importing):
    importing(START + page("eins"))
    waiting = StandardPage.objects.get()
    waiting.lead = "Von Hand"
    waiting.save_revision()

    importing(START + page("eins", lead="Aus der Datei"))

    leads = [
        revision.as_object().lead
        for revision in StandardPage.objects.get().revisions.order_by("created_at")
    ]
    assert leads == ["", "Von Hand", "Aus der Datei"]


def test_alias_becomes_a_page_of_its_own(importing):
    importing(START + page("eins"))
    source = StandardPage.objects.get()
    alias = source.create_alias(update_slug="zwei")

    importing(
        START
        + page("eins")
        + page(str(alias.translation_key), slug="zwei", title="Zwei")
    )

    alias.refresh_from_db()
    assert (alias.alias_of, alias.title) == (None, "Zwei")


def test_changed_file_replaces_the_old_one(
    importing, folder, django_capture_on_commit_callbacks
):
    text = "version: 1\nimages: [{key: f, file: images/foto.jpg, title: Foto}]\n"
    importing(text)
    SiteImage.objects.get().get_rendition("width-3")
    picture = (folder / "images/zeichen.png").read_bytes()
    (folder / "images/foto.png").write_bytes(picture)

    with django_capture_on_commit_callbacks(execute=True):
        importing(text.replace("foto.jpg", "foto.png"))

    image = SiteImage.objects.get()
    assert (image.width, image.file.name) == (8, "original_images/foto.png")
    assert not image.renditions.filter(filter_spec="width-3").exists()
    assert default_storage.listdir("original_images") == ([], ["foto.png"])


def test_count_of_pages_stays_when_the_file_is_silent(importing):
    text = "version: 1\ndocuments: [{key: f, file: documents/flyer.pdf, title: F}]\n"
    importing(text)
    SiteDocument.objects.update(page_count=2)

    report = importing(text)

    assert report.unchanged == 1
    assert SiteDocument.objects.get().page_count == 2


def test_snippet_is_changed_and_not_doubled(importing):
    text = (
        "version: 1\nsnippets: [{type: pages.Contact, key: c, locale: de, name: Jo}]\n"
    )
    importing(text)

    report = importing(text.replace("Jo", "Jo Doe"))

    assert report == ImportReport(created=0, changed=1, unchanged=0)
    assert Contact.objects.get().name == "Jo Doe"


def test_two_pages_in_a_circle_of_references_find_each_other(importing):
    text = START.replace(
        "title: Start",
        "title: Start, body: [{type: call_to_action, text: <p>a</p>, page: p,"
        " label: b}]",
    )
    importing(
        text + "- {type: pages.ProjectPage, key: p, locale: de, parent: start,"
        ' slug: p, title: P, aims: \'<p><a linktype="page" key="start">S</a></p>\'}\n'
    )

    start, project = Page.objects.get(slug="start"), ProjectPage.objects.get()

    assert start.specific.body[0].value["page"].pk == project.pk
    assert f'id="{start.pk}"' in project.aims
