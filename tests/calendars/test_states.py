"""SEQUENCE counts changes of time, place and status, and nothing else."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from pages.calendars.states import record_all
from pages.exchange.exporter import export_content
from pages.exchange.importer import import_content
from pages.models import CalendarState, Venue, WorkshopPage
from tests import factories
from tests.calendars.scenario import AUTUMN, LATER, key
from tests.translation.translating import edit, english_of, publish, translate


def sequence(page):
    return CalendarState.objects.get(uid=page.translation_key).sequence


def rows():
    return list(CalendarState.objects.order_by("uid").values())


def move_to_summer(page):
    edit(page, starts_at=AUTUMN - timedelta(days=60), ends_at=AUTUMN)


@pytest.mark.parametrize(
    ("values", "times"),
    [
        ({"starts_at": AUTUMN - timedelta(hours=1)}, 1),
        ({"ends_at": AUTUMN + timedelta(hours=4)}, 1),
        ({"time_zone": "Europe/London"}, 1),
        ({"status": "cancelled"}, 1),
        ({"attendance": "online"}, 1),
        ({"title": "Anders", "slug": "anders"}, 0),
        ({"lead": "Anders", "price": "3 Euro", "status_note": "Hallo"}, 0),
        ({}, 0),
    ],
)
def test_edit_raises_the_sequence_if_time_place_or_status_changed(
    scenario, commit, values, times
):
    with commit():
        edit(scenario.workshop, **values)

    assert sequence(scenario.workshop) == times


def test_two_changes_are_counted(scenario, commit):
    for status in ("postponed", "planned"):
        with commit():
            edit(scenario.workshop, status=status)

    assert sequence(scenario.workshop) == 2


def test_other_workshops_keep_their_sequence(scenario, commit):
    with commit():
        move_to_summer(scenario.workshop)

    assert sequence(scenario.second) == 0


def test_new_address_of_a_venue_raises_the_sequence_in_both_languages_once(
    scenario, commit
):
    with commit():
        for venue in Venue.objects.all():
            venue.street = "Markt 2"
            venue.save()

    assert (sequence(scenario.workshop), sequence(scenario.second)) == (1, 0)


def test_new_name_of_a_venue_does_not(scenario, commit):
    scenario.venue.name = "Neues Rathaus"

    with commit():
        scenario.venue.save()

    assert sequence(scenario.workshop) == 0


def test_republication_writes_nothing(scenario, commit):
    before = rows()

    with commit():
        for page in scenario.pages:
            page.specific_class.objects.get(pk=page.pk).save_revision().publish()

    assert rows() == before


def test_translation_writes_nothing(scenario, commit):
    before = rows()

    with commit():
        edit(scenario.workshop, lead="Neu")
        translate(scenario.workshop, lead="New")
        publish(scenario.workshop)

    assert rows() == before


def test_own_name_of_a_room_in_a_translation_changes_nothing(scenario, commit):
    english = english_of(scenario.workshop)
    english.agenda[0].value["room"] = "Great hall"

    with commit():
        english.save_revision().publish()

    assert [row["sequence"] for row in rows()] == [0] * len(rows())


def test_move_of_a_page_in_the_tree_changes_the_series_and_no_sequence(
    scenario, commit
):
    other = factories.series(scenario.project, "Andere Reihe", translation_key=key(9))

    with commit():
        WorkshopPage.objects.get(pk=scenario.workshop.pk).move(other, pos="last-child")

    state = CalendarState.objects.get(uid=key(4))
    assert (state.series, state.project, state.sequence) == (key(9), key(2), 0)


def test_import_of_an_export_keeps_uids_and_sequences(scenario, commit, tmp_path):
    with commit():
        move_to_summer(scenario.workshop)
    before = rows()

    export_content(tmp_path)
    with commit():
        import_content([tmp_path / "content.yaml"])

    assert rows() == before


def test_import_into_an_empty_site_has_the_same_uids(scenario, commit, tmp_path):
    before = {row["uid"] for row in rows()}
    export_content(tmp_path)
    scenario.home.get_root().get_children().delete()
    CalendarState.objects.all().delete()

    with commit():
        import_content([tmp_path / "content.yaml"])

    assert {row["uid"] for row in rows()} == before


def test_unpublished_workshop_is_removed_and_comes_back(scenario, commit):
    found = []

    for act in ("unpublish", "publish"):
        with commit():
            page = WorkshopPage.objects.get(pk=scenario.workshop.pk)
            page.unpublish() if act == "unpublish" else page.save_revision().publish()
        state = CalendarState.objects.get(uid=key(4))
        found.append((state.status, state.sequence, state.off_since is None))

    assert found == [("removed", 1, False), ("planned", 2, True)]


@pytest.mark.parametrize("at", ["workshop", "series", "project"])
def test_restriction_on_or_above_a_workshop_removes_it(scenario, commit, at):
    with commit():
        PageViewRestriction.objects.create(
            page=getattr(scenario, at), restriction_type="login"
        )

    assert CalendarState.objects.get(uid=key(4)).is_removed


def test_deleted_workshop_is_removed_with_its_entries(scenario, commit):
    with commit():
        scenario.workshop.delete()
        english_of(scenario.workshop).delete()

    statuses = CalendarState.objects.filter(workshop=key(4)).values_list(
        "status", flat=True
    )
    assert set(statuses) == {"removed"}


def test_draft_has_no_state(scenario, commit):
    draft = factories.workshop(scenario.series, "Entwurf", live=False)

    with commit():
        draft.save_revision()

    assert not CalendarState.objects.filter(uid=draft.translation_key).exists()


def test_day_of_the_cancellation_stays_when_the_place_changes(scenario, commit):
    with time_machine.travel(LATER, tick=False), commit():
        edit(scenario.workshop, status="cancelled")
    day = CalendarState.objects.get(uid=key(4)).off_since

    with commit():
        edit(scenario.workshop, attendance="online")

    state = CalendarState.objects.get(uid=key(4))
    assert (state.off_since, state.sequence) == (day, 2)


def test_recording_everything_finds_what_sent_no_signal(scenario):
    WorkshopPage.objects.filter(pk=scenario.workshop.pk).update(status="cancelled")

    number = record_all()

    assert (number, sequence(scenario.workshop)) == (2, 1)


def test_recording_again_writes_nothing(scenario):
    before = rows()

    record_all()

    assert rows() == before


def test_command_says_how_many_workshops_it_compared(scenario, capsys):
    with override("en"):
        call_command("record_calendars")

    assert capsys.readouterr().out == "2 workshops compared.\n"
