"""An import that fails leaves no trace: neither rows nor files."""

import pytest
from django.core.files.storage import InMemoryStorage
from django.db import DatabaseError
from wagtail.models import Page, Revision, Site

from pages.exchange.mistakes import ContentRefused
from pages.models import SiteDocument, SiteImage, WorkshopPage
from tests.exchange.writing import EVERYTHING, stored_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def nothing_changed():
    """Look before and after at everything an import could leave behind."""

    def look():
        return {
            "pages": list(Page.objects.values_list("pk", "title", "path", "slug")),
            "revisions": Revision.objects.count(),
            "sites": list(Site.objects.values_list("root_page", "hostname")),
            "images": SiteImage.objects.count(),
            "documents": SiteDocument.objects.count(),
            "files": stored_files(),
        }

    before = look()
    return lambda: look() == before


def test_mistake_in_the_last_line_changes_nothing(importing, nothing_changed):
    text = EVERYTHING.read_text("utf-8").replace("title: Notice}", "titel: Notice}")

    with pytest.raises(ContentRefused):
        importing(text)

    assert nothing_changed()


def test_mistake_that_only_the_whole_shows_changes_nothing(importing, nothing_changed):
    text = EVERYTHING.read_text("utf-8")
    text = text.replace("slug: notice", "slug: notice, lead: x, go_live_at: 7")
    text = text.replace("go_live_at: 7", "page_documents: [{document: flyer}]")
    text = text.replace("longitude: -0.5", "longitude: -180.5")

    with pytest.raises(ContentRefused) as refused:
        importing(text)

    assert [mistake.path for mistake in refused.value.mistakes] == [
        "snippets[4].longitude"
    ]
    assert nothing_changed()


def test_accident_while_writing_changes_nothing(
    importing, nothing_changed, monkeypatch
):
    def fail(self, *args, **kwargs):
        assert stored_files() != []
        raise RuntimeError("the power is gone")

    monkeypatch.setattr(WorkshopPage, "save_revision", fail)

    with pytest.raises(RuntimeError, match="the power is gone"):
        importing(EVERYTHING.read_text("utf-8"))

    assert nothing_changed()


def test_what_the_database_refuses_is_a_mistake(
    importing, nothing_changed, monkeypatch, folder
):
    def fail(self, *args, **kwargs):
        raise DatabaseError("disk full")

    monkeypatch.setattr(WorkshopPage, "save_revision", fail)

    with pytest.raises(ContentRefused) as refused:
        importing(EVERYTHING.read_text("utf-8"))

    assert [(mistake.path, mistake.sentence) for mistake in refused.value.mistakes] == [
        ("pages[6]", "The database refuses this: disk full")
    ]
    assert nothing_changed()


def test_file_that_cannot_be_removed_again_is_logged(importing, monkeypatch, caplog):
    def fail(self, name):
        raise OSError("read only")

    monkeypatch.setattr(InMemoryStorage, "delete", fail)

    with pytest.raises(ContentRefused):
        importing(
            "version: 1\nimages: [{key: f, file: images/foto.jpg, title: Foto}]\n"
            "pages: [{}]\n"
        )

    assert [record.getMessage() for record in caplog.records] == [
        "File original_images/foto.jpg was not removed: read only"
    ]
