"""Export, import into an empty site, export: the same bytes."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from wagtail.models import Page, Revision, Site

from pages.blocks import AgendaStream, BodyStream
from pages.exchange.descriptions import describe, page_models, snippet_models
from pages.exchange.exporter import export_content
from pages.exchange.importer import import_content
from pages.models import SiteDocument, SiteImage, WorkshopPage
from tests.exchange.writing import EVERYTHING

pytestmark = pytest.mark.django_db


def export(folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    export_content(folder)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def empty_site() -> None:
    """Leave nothing but the root of the tree, as far as content is concerned."""
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
    for model in snippet_models().values():
        model.objects.all().delete()
    SiteDocument.objects.all().delete()
    SiteImage.objects.all().delete()
    Revision.objects.all().delete()


@pytest.fixture
def everything(importing):
    return importing(EVERYTHING.read_text("utf-8"))


def test_content_is_the_same_after_export_and_import(everything, tmp_path):
    first = export(tmp_path / "first")

    empty_site()
    import_content([tmp_path / "first/content.yaml"])
    second = export(tmp_path / "second")

    assert second == first
    assert sorted(first) == [
        "content.yaml",
        "documents/flyer-en.pdf",
        "documents/flyer.pdf",
        "documents/tabelle.xlsx",
        "images/foto.jpg",
        "images/zeichen.png",
    ]


def test_content_is_the_same_when_the_storage_was_lost_too(
    everything, tmp_path, settings
):
    first = export(tmp_path / "first")

    empty_site()
    settings.STORAGES = {**settings.STORAGES}
    import_content([tmp_path / "first/content.yaml"])

    assert export(tmp_path / "second") == first


def test_export_changes_nothing_where_it_came_from(everything, tmp_path):
    first = export(tmp_path / "first")
    before = Revision.objects.count()

    report = import_content([tmp_path / "first/content.yaml"])

    assert (report.created, report.changed) == (0, 0)
    assert Revision.objects.count() == before
    assert default_storage.listdir("original_images")[1] == ["zeichen.png", "foto.jpg"]
    assert export(tmp_path / "second") == first


def test_blocks_of_a_plugin_that_is_gone_come_back_word_for_word(everything):
    page = WorkshopPage.objects.get(slug="werkstatt")

    gone = {
        block["type"]: block["value"]
        for stream in (page.body, page.agenda)
        for block in stream.raw_data
        if block["type"].startswith("gone_")
    }

    assert gone == {
        "gone_agenda": {"start": "15:00", "page": 12},
        "gone_map": {"points": [1, 2.5, None, True, {"a": "ä\tb"}], "page": 77},
        "gone_word": "nur ein Wort",
    }


def test_everything_has_each_type_of_page_and_snippet_in_both_languages(everything):
    pages = Page.objects.filter(depth__gt=1).specific()

    found = {(type(page)._meta.label, page.locale.language_code) for page in pages}

    types = {(label, code) for label in page_models() for code in ("de", "en")}
    assert found == types
    assert [
        (label, model.objects.filter(locale__language_code=code).exists())
        for label, model in snippet_models().items()
        for code in ("de", "en")
        if not model.objects.filter(locale__language_code=code).exists()
    ] == []


@pytest.mark.parametrize(
    ("name", "stream"), [("body", BodyStream), ("agenda", AgendaStream)]
)
def test_everything_has_each_block(everything, name, stream):
    page = WorkshopPage.objects.get(slug="werkstatt")

    used = {block.block_type for block in getattr(page, name)}

    assert set(stream().child_blocks) - used == set()


def test_everything_has_each_field(everything):
    models = [*page_models().values(), *snippet_models().values()]
    unused = []
    for model in [*models, SiteImage, SiteDocument]:
        described = describe(model)
        objects = list(model.objects.all())
        for name, part in described.parts.items():
            if all(part.is_default(part.get(instance)) for instance in objects):
                unused.append(f"{model.__name__}.{name}")
        unused += [
            f"{model.__name__}.{name}"
            for name in described.children
            if not any(getattr(instance, name).exists() for instance in objects)
        ]

    common = ("seo_title", "search_description", "show_in_menus", "lead", "body")
    shared = [*common, "go_live_at", "expire_at", "original_published_on"]
    shared += ["first_published_at", "page_contacts", "page_documents", "change_notes"]
    assert [name for name in unused if name.split(".")[1] not in shared] == []
