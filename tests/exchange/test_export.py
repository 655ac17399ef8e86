"""What an export writes, and what it warns of."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from wagtail.models import Page, PageViewRestriction

from pages.exchange.exporter import export_content
from pages.exchange.given import plain
from pages.exchange.mistakes import Mistakes
from pages.exchange.source import read_source
from pages.models import SiteImage, StandardPage, Venue, WorkshopPage
from tests.exchange.writing import EVERYTHING, START
from tests.factories import home

pytestmark = pytest.mark.django_db


@pytest.fixture
def exporting(tmp_path: Path):
    """Export and return the content and the warnings."""
    target = tmp_path / "export"
    target.mkdir()

    def run():
        report = export_content(target)
        content = plain(read_source(target / "content.yaml", Mistakes()))
        return content, report.warnings

    return run


def by_slug(content: dict) -> dict:
    return {page["slug"]: page for page in content["pages"]}


def test_export_has_only_what_is_not_the_default(importing, exporting):
    importing(START)

    content, warnings = exporting()

    page = content["pages"][0]
    assert list(page) == [
        "type",
        "key",
        "locale",
        "title",
        "slug",
        "first_published_at",
        "content_updated_at",
    ]
    assert list(content) == ["version", "pages"]
    assert warnings == []


def test_pages_stand_in_the_order_of_the_tree(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))

    content, _warnings = exporting()

    assert [page["slug"] for page in content["pages"]] == [
        "start",
        "projekt",
        "reihe",
        "werkstatt",
        "aushang",
        "aktuelles",
        "meldung",
        "impressum",
        "entwurf",
        "spaeter",
        "home",
        "project",
        "series",
        "workshop",
        "notice",
        "news",
        "item",
        "imprint",
    ]


def test_times_are_written_in_the_zone_of_the_site(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))

    content, _warnings = exporting()

    workshop = by_slug(content)["werkstatt"]
    assert workshop["starts_at"] == "2018-03-04T19:00:00+01:00"
    assert workshop["content_updated_at"] == "2019-05-22T10:00:00+02:00"


def test_reference_into_another_language_names_it(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))
    keys = dict(Page.objects.values_list("slug", "translation_key"))

    content, _warnings = exporting()

    menus = [row for row in content["snippets"] if row["type"] == "pages.Menu"]
    pages = [item.get("page") for menu in menus for item in menu.get("items", ())]
    assert pages == [
        str(keys["projekt"]),
        None,
        {"key": str(keys["meldung"]), "locale": "de"},
    ]


def test_reference_to_what_is_gone_is_left_out_with_a_warning(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))
    SiteImage.objects.filter(title="Foto").delete()
    Page.objects.get(slug="meldung").delete()

    content, warnings = exporting()

    workshop = by_slug(content)["werkstatt"]
    figure = next(block for block in workshop["body"] if block["type"] == "figure")
    text = next(block for block in workshop["body"] if block["type"] == "text")
    assert "image" not in figure
    assert text["value"] == "<p>Text mit </p>"
    assert workshop["intro"].startswith("<p>Siehe <a>Meldung</a> und <a linktype=")
    assert warnings == [
        (
            "“Werkstatt” (/start/projekt/reihe/werkstatt/) refers to something that was "
            "deleted. It is left out."
        )
    ]


def test_changes_that_wait_are_left_out_with_a_warning(importing, exporting):
    importing(START)
    page = Page.objects.get(slug="start").specific
    page.lead = "Noch nicht"
    page.save_revision()

    content, warnings = exporting()

    assert "lead" not in content["pages"][0]
    assert warnings == [
        "“Start” (/start/) has changes that are not published. They are left out."
    ]


def test_newest_version_of_a_draft_is_exported(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))
    draft = StandardPage.objects.get(slug="entwurf").get_latest_revision_as_object()
    draft.lead = "Fast fertig"
    draft.save_revision()

    content, _warnings = exporting()

    page = by_slug(content)["entwurf"]
    assert (page["live"], page["lead"]) == (False, "Fast fertig")


def test_restricted_page_is_told(importing, exporting):
    importing(START)
    page = Page.objects.get(slug="start")
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    _content, warnings = exporting()

    assert warnings == [
        "“Start” (/start/) is not public. An import would make it public."
    ]


def test_page_without_a_type_is_left_out_with_all_below_it(exporting):
    start = home()
    folder = start.add_child(instance=Page(title="Alt", slug="alt"))
    folder.add_child(instance=StandardPage(title="Unten", slug="unten"))

    content, warnings = exporting()

    assert [page["slug"] for page in content["pages"]] == ["start"]
    assert warnings == [
        f"“{title}” ({path}) is left out with all below it: its type is not installed "
        "or is not for content."
        for title, path in (("Alt", "/start/alt/"), ("Unten", "/start/alt/unten/"))
    ]


def test_new_site_has_nothing_to_export(exporting):
    content, warnings = exporting()

    assert content == {"version": 1}
    assert warnings == []


def test_file_that_is_missing_is_told(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))
    default_storage.delete(SiteImage.objects.get(title="Foto").file.name)

    content, warnings = exporting()

    assert [image["file"] for image in content["images"]] == [
        "images/foto.jpg",
        "images/zeichen.png",
    ]
    assert warnings == ["The file of “Foto” is missing. An import will say so too."]


def test_files_of_the_same_name_are_told_apart(importing, exporting, tmp_path):
    importing(
        "version: 1\nimages:\n"
        "- {key: a, file: images/foto.jpg, title: A}\n"
        "- {key: b, file: images/zeichen.png, title: B}\n"
    )
    second = SiteImage.objects.get(title="B")
    upper = default_storage.save("other/FOTO.jpg", second.file)
    SiteImage.objects.filter(pk=second.pk).update(file=upper)

    content, _warnings = exporting()

    files = [image["file"] for image in content["images"]]
    assert files == ["images/foto.jpg", f"images/FOTO-{second.key}.jpg"]
    assert all((tmp_path / "export" / name).is_file() for name in files)


def test_coordinates_are_numbers(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))
    Venue.objects.filter(name="Town hall").update(latitude="51.000000", longitude="-7")

    content, _warnings = exporting()

    places = [
        (row["latitude"], row["longitude"])
        for row in content["snippets"]
        if row["type"] == "pages.Venue"
    ]
    assert places == [(51.4462, -0.5), (51, -7)]


def test_block_that_lacks_values_of_later_days_is_exported(importing, exporting):
    importing(EVERYTHING.read_text("utf-8"))
    page = WorkshopPage.objects.get(slug="workshop")
    page.agenda = [{"type": "break", "value": {"start": "10:00:00"}, "id": "old"}]
    page.save()

    content, _warnings = exporting()

    assert by_slug(content)["workshop"]["agenda"] == [
        {"type": "break", "id": "old", "start": "10:00"}
    ]
