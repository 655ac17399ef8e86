"""Facts are equal in both languages the moment the original is published."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import OverridableSegment, SegmentOverride

from pages.models import ChangeNote, PageContact, WorkshopPage
from pages.roles import create_roles
from pages.translation.publishing import submit
from tests import factories
from tests.translation.translating import (
    edit,
    english_of,
    publish,
    published,
    start,
    translate,
    translation_of,
)

pytestmark = pytest.mark.django_db


def session(key, title, start="11:00", **values):
    return {
        "type": "session",
        "id": key,
        "value": {"start": start, "title": title, **values},
    }


@pytest.fixture
def workshop(home):
    return factories.workshop(
        home,
        "Werkstatt 1",
        lead="Machen Sie mit.",
        intro="<p>Erster Absatz.</p><p>Zweiter Absatz.</p>",
        agenda=[session("a", "Begrüßung"), session("b", "Vortrag", "12:00")],
    )


def agenda_of(page):
    return [
        (child.id, str(child.value["start"])[:5], child.value["title"])
        for child in page.agenda
    ]


def test_new_time_and_place_are_on_the_english_page_at_once(workshop):
    published(workshop)
    later = workshop.starts_at + timedelta(days=7)

    edit(
        workshop,
        starts_at=later,
        ends_at=later + timedelta(hours=2),
        venue=factories.venue("Bücherei"),
        status=WorkshopPage.Status.POSTPONED,
    )

    english = english_of(workshop)
    assert english.starts_at == later
    assert english.venue.name == "Bücherei"
    assert english.venue.locale.language_code == "en"
    assert english.status == WorkshopPage.Status.POSTPONED


def test_emptied_place_is_empty_in_english(workshop):
    edit(workshop, venue=factories.venue("Bücherei"))
    published(workshop)

    edit(workshop, venue=None)

    assert english_of(workshop).venue is None


def test_order_and_deletions_of_the_programme_follow_with_their_english_words(
    workshop,
):
    published(workshop)

    edit(
        workshop,
        agenda=[session("b", "Vortrag", "10:00"), session("c", "Neu", "11:30")],
    )

    assert agenda_of(english_of(workshop)) == [
        ("b", "10:00", "EN Vortrag"),
        ("c", "11:30", "Neu"),
    ]
    origins = english_of(workshop).text_origins
    assert origins["agenda.c.title"] == [{"string": None}]
    assert "agenda.a.title" not in origins


def test_changed_words_keep_their_older_translation(workshop):
    published(workshop)

    edit(workshop, lead="Machen Sie alle mit.")

    english = english_of(workshop)
    assert english.lead == "EN Machen Sie mit."
    assert english.text_version == 1
    assert english.get_translation(workshop.locale).specific.text_version == 2


def test_paragraphs_keep_their_own_translations(workshop):
    published(workshop)

    edit(
        workshop,
        intro="<p>Neu davor.</p><p>Erster Absatz.</p><p>Zweiter, neuer Absatz.</p>",
    )

    assert english_of(workshop).intro == (
        "<p>Neu davor.</p><p>EN Erster Absatz.</p><p>EN Zweiter Absatz.</p>"
    )


def test_text_saved_by_a_translator_is_not_published_by_an_editor(workshop):
    published(workshop)
    workshop = edit(workshop, lead="Neuer Vorspann.")
    translate(workshop, lead="Half finished")

    edit(workshop, places=30)

    english = english_of(workshop)
    assert english.places == 30
    assert english.lead == "EN Machen Sie mit."


def test_draft_in_moderation_gets_the_facts_and_keeps_its_words(workshop):
    english = published(workshop)
    draft = english.get_latest_revision_as_object()
    draft.lead = "Waiting for approval"
    draft.text_origins["lead"][0]["text"] = "Waiting for approval"
    revision = draft.save_revision()

    edit(workshop, places=30)

    waiting = english_of(workshop).revisions.get(pk=revision.pk).as_object()
    assert (waiting.places, waiting.lead) == (30, "Waiting for approval")
    assert english_of(workshop).lead == "EN Machen Sie mit."


def test_older_english_version_is_published_with_the_facts_of_today(workshop):
    older = published(workshop).live_revision
    edit(workshop, places=30)

    older.publish()

    assert english_of(workshop).places == 30


def test_minor_change_leaves_the_translation_valid(workshop):
    published(workshop)

    workshop = edit(workshop, minor=True, lead="Machen Sie mit!")

    english = english_of(workshop)
    assert english.lead == "EN Machen Sie mit."
    assert english.text_version == workshop.text_version
    assert translation_of(workshop).work.open_strings == 0


def test_minor_change_after_a_real_one_leaves_the_translation_behind(workshop):
    published(workshop)
    edit(workshop, lead="Ganz anders.")

    workshop = edit(workshop, minor=True, lead="Ganz anders!")

    english = english_of(workshop)
    assert english.text_version < workshop.text_version
    assert translation_of(workshop).work.open_strings == 1


def test_facts_alone_do_not_make_a_translation_older(workshop):
    published(workshop)

    workshop = edit(workshop, places=12)

    english = english_of(workshop)
    assert english.text_version == workshop.text_version == 2
    assert english.content_updated_at == workshop.content_updated_at


def test_two_publications_in_one_second_are_two_versions(workshop, time_machine):
    published(workshop)
    time_machine.move_to(timezone.now(), tick=False)

    edit(workshop, lead="Eins.")
    workshop = edit(workshop, lead="Zwei.")

    assert workshop.text_version == 3
    assert english_of(workshop).text_version == 1


def test_links_of_a_translated_text_lead_where_the_original_leads(workshop):
    workshop = edit(
        workshop, intro='<p>Siehe <a href="https://a.example/">hier</a>.</p>'
    )
    start(workshop)
    translate(workshop, intro='See <a id="a1">here</a>.')
    publish(workshop)

    edit(workshop, intro='<p>Siehe <a href="https://b.example/">hier</a>.</p>')

    assert english_of(workshop).intro == (
        '<p>See <a href="https://b.example/">here</a>.</p>'
    )


def test_older_text_keeps_a_link_that_its_original_lost(workshop):
    workshop = edit(
        workshop, intro='<p>Siehe <a href="https://a.example/">hier</a>.</p>'
    )
    start(workshop)
    translate(workshop, intro='See <a id="a1">here</a>.')
    publish(workshop)

    edit(workshop, intro="<p>Siehe oben.</p>")
    edit(workshop, places=4)

    assert english_of(workshop).intro == (
        '<p>See <a href="https://a.example/">here</a>.</p>'
    )


def test_contact_chosen_later_is_there_in_english(workshop):
    published(workshop)
    contact = factories.contact("Mona Roth", role="Leitung")

    workshop.page_contacts = [PageContact(contact=contact, locale=workshop.locale)]
    workshop.save_revision().publish()

    [found] = english_of(workshop).contacts
    assert found.locale.language_code == "en"
    assert found.text_origins == {"role": [{"string": None}]}


def test_change_note_is_added_and_deleted(workshop):
    published(workshop)
    note = ChangeNote(text="Neuer Raum", locale=workshop.locale)

    workshop.change_notes = [note]
    workshop.save_revision().publish()
    with_note = [found.text for found in english_of(workshop).changes]
    workshop.change_notes = []
    workshop.save_revision().publish()

    assert with_note == ["Neuer Raum"]
    assert english_of(workshop).changes == []


def test_unpublished_page_takes_its_translation_along_and_back(workshop):
    published(workshop)

    workshop.unpublish()
    gone = english_of(workshop)
    workshop.save_revision().publish()

    assert (gone.live, gone.is_withdrawn) == (False, True)
    assert english_of(workshop).live
    assert english_of(workshop).lead == "EN Machen Sie mit."


def test_translation_that_was_offline_itself_stays_offline(workshop):
    published(workshop).unpublish()

    workshop.unpublish()
    workshop.save_revision().publish()

    assert not english_of(workshop).live


def test_translation_without_public_original_cannot_be_published(workshop):
    english = published(workshop)
    workshop.unpublish()

    english_of(workshop).latest_revision.publish()

    assert not english_of(workshop).live
    assert english.pk == english_of(workshop).pk


def test_deleted_page_leaves_its_translation_offline_with_its_texts(workshop):
    english = published(workshop)

    Page.objects.get(pk=workshop.pk).delete()

    english = WorkshopPage.objects.get(pk=english.pk)
    assert (english.live, english.lead) == (False, "EN Machen Sie mit.")
    assert not Page.find_problems()[0]


def test_moved_page_is_followed_to_a_parent_without_translation(home, workshop):
    published(workshop)
    project = factories.project(home, "Projekt")

    workshop.move(project, pos="last-child")

    english = english_of(workshop)
    parent = english.get_parent()
    assert parent.translation_key == project.translation_key
    assert (parent.locale.language_code, parent.live) == ("en", False)
    assert not any(Page.find_problems())


def test_translation_that_cannot_move_does_not_stop_its_original(
    home, workshop, monkeypatch, caplog
):
    published(workshop)
    project = factories.project(home, "Projekt")
    monkeypatch.setattr("pages.translation.placing.place", lambda *args: 1 / 0)

    workshop.move(project, pos="last-child")

    assert Page.objects.get(pk=workshop.pk).get_parent().pk == project.pk
    assert "did not move" in caplog.text
    assert not any(Page.find_problems())


def test_sorted_pages_are_sorted_in_english(home, workshop):
    other = factories.workshop(home, "Werkstatt 2")
    for page in (workshop, other):
        published(page)

    Page.objects.get(pk=other.pk).move(Page.objects.get(pk=workshop.pk), pos="left")

    titles = [page.title for page in english_of(home).get_children()]
    assert titles == ["EN Werkstatt 2", "EN Werkstatt 1"]
    assert not any(Page.find_problems())


def test_privacy_follows_with_its_groups_and_goes_again(workshop):
    english = published(workshop)
    group = Group.objects.create(name="Beirat")

    restriction = PageViewRestriction.objects.create(
        page=workshop, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.set([group])
    [mirrored] = PageViewRestriction.objects.filter(page=english.pk)
    groups = list(mirrored.groups.all())
    restriction.delete()

    assert (mirrored.restriction_type, groups) == ("groups", [group])
    assert not PageViewRestriction.objects.filter(page=english.pk).exists()


def test_expiry_follows_set_and_cleared(workshop):
    published(workshop)
    end = timezone.now().replace(microsecond=0) + timedelta(days=9)

    edit(workshop, expire_at=end)
    with_end = english_of(workshop).expire_at
    edit(workshop, expire_at=None)

    assert with_end == end
    assert english_of(workshop).expire_at is None


def test_english_name_of_a_room_holds_until_the_room_changes(workshop):
    workshop = edit(workshop, agenda=[session("a", "Begrüßung", room="Saal")])
    start(workshop)
    segment = OverridableSegment.objects.get(context__path="agenda.a.room")
    SegmentOverride.objects.create(
        locale=factories.locale("en"), context=segment.context, data_json='"Hall"'
    )
    publish(workshop)

    edit(workshop, places=3)
    kept = english_of(workshop).agenda[0].value["room"]
    edit(workshop, agenda=[session("a", "Begrüßung", room="Raum 2")])

    assert kept == "Hall"
    assert english_of(workshop).agenda[0].value["room"] == "Raum 2"
    assert not SegmentOverride.objects.exists()


def test_directory_entry_follows_its_original(
    workshop, django_capture_on_commit_callbacks
):
    venue = factories.venue("Rathaus", arrival="Linie 3")
    edit(workshop, venue=venue)
    published(workshop)

    with django_capture_on_commit_callbacks(execute=True):
        venue.street, venue.arrival = "Marktgasse 1", "Linie 4"
        venue.save()

    english = english_of(workshop).venue
    assert (english.street, english.arrival) == ("Marktgasse 1", "Linie 4")
    assert english.text_origins == {"arrival": [{"string": None}]}


def test_failing_translation_does_not_stop_the_publication(
    workshop, monkeypatch, caplog
):
    published(workshop)
    monkeypatch.setattr("pages.translation.following.write", lambda *args: 1 / 0)

    workshop = edit(workshop, status=WorkshopPage.Status.CANCELLED)

    assert workshop.status == WorkshopPage.Status.CANCELLED
    assert "did not follow" in caplog.text


def test_moderation_of_a_translation_survives_that_its_original_was_offline(workshop):
    create_roles()
    published(workshop)
    workshop = edit(workshop, lead="Neu.")
    translate(workshop, lead="New.")
    moderator = User.objects.create_superuser("moderator", "m@city.example", "x")
    submit(translation_of(workshop), moderator)

    workshop.unpublish()
    WorkshopPage.objects.get(pk=workshop.pk).latest_revision.publish()

    english = english_of(workshop)
    assert (english.live, english.lead) == (True, "EN Machen Sie mit.")
    assert english.workflow_in_progress
    assert english.get_latest_revision_as_object().lead == "New."


@pytest.mark.parametrize("first", ["original", "translation"])
def test_translation_comes_back_after_both_have_expired(workshop, first):
    published(workshop)
    pages = [WorkshopPage.objects.get(pk=workshop.pk), english_of(workshop)]
    for page in pages if first == "original" else reversed(pages):
        type(page).objects.get(pk=page.pk).unpublish(set_expired=True)

    workshop.save_revision().publish()

    assert english_of(workshop).live


def test_paragraphs_that_change_places_keep_their_translations(workshop):
    published(workshop)

    edit(workshop, intro="<p>Zweiter Absatz.</p><p>Erster Absatz.</p>")

    assert english_of(workshop).intro == (
        "<p>EN Zweiter Absatz.</p><p>EN Erster Absatz.</p>"
    )


def test_deleted_english_picture_leaves_other_forms_alone(workshop):
    flyer = factories.document("Flyer")
    other = factories.document("English flyer")
    workshop = edit(
        workshop, flyer=flyer, agenda=[session("a", "Begrüßung", room="Saal")]
    )
    start(workshop)
    for path, value in (("flyer", str(other.pk)), ("agenda.a.room", '"Hall"')):
        segment = OverridableSegment.objects.get(context__path=path)
        SegmentOverride.objects.create(
            locale=factories.locale("en"), context=segment.context, data_json=value
        )
    publish(workshop)

    other.delete()
    edit(workshop, places=3)

    english = english_of(workshop)
    assert english.flyer == flyer
    assert english.agenda[0].value["room"] == "Hall"
