"""A site that moves goes on counting what its calendars have been told."""

from contextlib import suppress

import pytest
import yaml
from django.utils.translation import override
from icalendar import Calendar

from pages.calendars.links import path_of
from pages.exchange.exporter import export_content
from pages.exchange.importer import import_content
from pages.exchange.mistakes import ContentRefused
from pages.models import CalendarState, WorkshopPage
from tests import factories
from tests.exchange.test_round_trip import empty_site
from tests.translation.translating import edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def workshop(commit):
    """A workshop that was cancelled, and took place after all."""
    with commit():
        workshop = factories.workshop(factories.home(), "Werkstatt")
        workshop.save_revision().publish()
    for status in ("cancelled", "planned"):
        with commit():
            edit(workshop, status=status)
    return workshop


def exported(folder):
    folder.mkdir()
    export_content(folder)
    text = (folder / "content.yaml").read_text("utf-8")
    return {page["slug"]: page for page in yaml.safe_load(text)["pages"]}


def sequence_told(client, page):
    with override("de"):
        path = path_of(page)
    (event,) = Calendar.from_ical(client.get(path).content).events
    return event["sequence"]


def test_moved_site_counts_on(client, commit, workshop, tmp_path):
    told = sequence_told(client, workshop)
    exported(tmp_path / "old")
    empty_site()
    CalendarState.objects.all().delete()

    with commit():
        import_content([tmp_path / "old/content.yaml"])
    moved = WorkshopPage.objects.get()
    after_the_move = sequence_told(client, moved)
    with commit():
        edit(moved, status="cancelled")

    assert moved.translation_key == workshop.translation_key
    assert (told, after_the_move, sequence_told(client, moved)) == (2, 2, 3)


def test_old_file_does_not_count_back(commit, workshop, tmp_path):
    exported(tmp_path / "old")
    for status in ("cancelled", "planned"):
        with commit():
            edit(workshop, status=status)

    import_content([tmp_path / "old/content.yaml"])

    assert CalendarState.objects.get().sequence == 4


@pytest.mark.parametrize(
    ("number", "then"),
    # No integer of iCalendar (RFC 5545 §3.3.8) or PostgreSQL follows the second.
    [(1_000_000_000, 1_000_000_001), (2_147_483_647, 3)],
    ids=["accepted", "refused"],
)
def test_number_of_a_file_leaves_room_to_count_on(
    commit, workshop, tmp_path, number, then
):
    exported(tmp_path / "old")
    file = tmp_path / "old/content.yaml"
    text = file.read_text("utf-8")
    raised = text.replace("calendar_sequence: 2", f"calendar_sequence: {number}")
    file.write_text(raised, "utf-8")

    with suppress(ContentRefused):
        import_content([file])
    with commit():
        edit(WorkshopPage.objects.get(), status="cancelled")

    state = CalendarState.objects.get()
    assert (state.status, state.sequence) == ("cancelled", then)


def test_number_stands_once_for_all_languages_and_only_if_there_is_one(
    commit, workshop, tmp_path
):
    with commit():
        factories.workshop(workshop.get_parent(), "Andere").save_revision().publish()
    factories.translated(workshop.get_parent().specific, slug="home")
    factories.translated(workshop, slug="workshop")

    pages = exported(tmp_path / "all")

    told = {slug: page.get("calendar_sequence") for slug, page in pages.items()}
    assert told == {
        "start": None,
        "werkstatt": 2,
        "andere": None,
        "home": None,
        "workshop": None,
    }


def test_draft_begins_anew(commit, workshop, tmp_path):
    with commit():
        workshop.unpublish()

    assert "calendar_sequence" not in exported(tmp_path / "all")["werkstatt"]
