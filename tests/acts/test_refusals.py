"""What is not done, and the sentence that says so."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from pages.acts.acting import perform
from pages.acts.kinds import Kind
from pages.acts.refusals import RefusedError
from pages.acts.undoing import undo, undoable
from pages.models import WorkshopPage
from pages.translation import telling
from pages.translation.telling import tell
from tests.acts.deeds import GERMAN, act, read, show_silent_picture, stored
from tests.translation.people import browser
from tests.translation.translating import english_of


def test_workshop_that_is_over_is_not_cancelled(workshop, cast):
    with time_machine.travel("2031-03-08", tick=False):
        with pytest.raises(RefusedError, match=r"am 6\. März 2031"):
            perform(workshop.pk, act(), cast.moderator)
        answer = browser(cast.moderator).get(reverse("acts", args=[workshop.pk]))

    assert answer.status_code == 403
    assert stored(workshop).status == "planned"


@pytest.mark.parametrize("first_day", ["6.3.2031", "1.2.2020", "31.12.9999", "bald"])
def test_date_that_cannot_be_is_refused(workshop, cast, first_day):
    workshop.ends_at = workshop.ends_at.replace(day=9)
    workshop.save_revision().publish()
    address = reverse("act", args=[workshop.pk, "postpone"])

    answer = browser(cast.moderator).get(address, {"next": "1", "first_day": first_day})

    assert answer.context["form"].errors.keys() == {"first_day"}


@pytest.mark.parametrize("name", ["translator", "stranger"])
@pytest.mark.parametrize("view", ["acts", "undo_act", "act"])
def test_those_who_may_not_change_the_page_are_refused(workshop, cast, name, view):
    kind = ["cancel"] if view == "act" else []

    answer = browser(getattr(cast, name)).post(reverse(view, args=[workshop.pk, *kind]))

    assert answer.status_code in {302, 403}
    assert stored(workshop).status == "planned"


def test_locked_page_is_left_alone(workshop, cast):
    WorkshopPage.objects.filter(pk=workshop.pk).update(
        locked=True, locked_by=cast.administrator
    )

    answer = browser(cast.moderator).get(reverse("acts", args=[workshop.pk]))

    assert answer.status_code == 403


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_workshop_that_does_not_take_place_is_not_held_online(workshop, cast, status):
    WorkshopPage.objects.filter(pk=workshop.pk).update(status=status)

    with pytest.raises(RefusedError, match="online stattfinden"):
        perform(workshop.pk, act(Kind.MOVE_ONLINE), cast.moderator)

    choice = browser(cast.moderator).get(reverse("acts", args=[workshop.pk]))
    assert Kind.MOVE_ONLINE not in choice.context["kinds"]


@pytest.mark.parametrize("values", [{}, {"expired": True}])
def test_unpublished_workshop_is_not_undone(workshop, cast, values):
    perform(workshop.pk, act(), cast.moderator)
    stored(workshop).unpublish()
    WorkshopPage.objects.filter(pk=workshop.pk).update(**values)
    address = reverse("undo_act", args=[workshop.pk])

    answer = browser(cast.moderator).post(address)
    with pytest.raises(RefusedError, match="nicht mehr öffentlich"):
        undo(workshop.pk, cast.moderator)

    pages = (stored(workshop), english_of(workshop))
    assert [page.live for page in pages] == [False, False]
    assert answer.status_code == 403
    assert undoable(stored(workshop)) is None


def test_translations_are_told_nothing_while_the_original_is_not_public(workshop):
    stored(workshop).unpublish()

    tell(stored(workshop), {"en": {"status_note": "Off."}}, None)

    assert not english_of(workshop).live


@pytest.mark.parametrize("view", ["acts", "act", "undo_act", "copy_workshop"])
def test_alias_is_left_to_what_it_mirrors(workshop, cast, home, view):
    alias = workshop.create_alias(update_slug="alias")
    kind = ["cancel"] if view == "act" else []
    moderator = browser(cast.moderator)

    answer = moderator.post(reverse(view, args=[alias.pk, *kind]))

    assert answer.status_code == 403
    assert "is an alias" in answer.content.decode()
    menu = moderator.get(f"/admin/pages/{home.pk}/").content.decode()
    assert reverse(view, args=[alias.pk, *kind]) not in menu


def test_translation_is_published_by_those_who_may_publish_it(workshop, cast):
    group = Group.objects.create(name="Deutsch")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    german, english = workshop.get_parent(), english_of(workshop).get_parent()
    for page, name in [(german, "publish"), (german, "change"), (english, "change")]:
        permission = Permission.objects.get(codename=f"{name}_page")
        group.page_permissions.create(page=page, permission=permission)
    cast.stranger.groups.set([group])
    address = reverse("act", args=[workshop.pk, "cancel"])
    words = {"note_de": "Leider.", "note_en": "Sorry."}

    with pytest.raises(RefusedError, match="auf Englisch"):
        perform(workshop.pk, act(), cast.stranger)
    browser(cast.stranger).post(address, words)

    assert stored(workshop).status_note == "Leider."
    assert english_of(workshop).status_note != "Sorry."


def test_scheduled_version_is_named_to_those_who_may_not_publish(draft, cast):
    later = timezone.now() + timedelta(days=3)
    draft.save_revision(approved_go_live_at=later)

    answer = browser(cast.editor).get(reverse("acts", args=[draft.pk]))

    assert answer.status_code == 403
    assert "is scheduled for publication" in answer.content.decode()


def test_lock_says_nothing_of_a_change_to_those_who_only_look(workshop, cast):
    lock = {"locked": True, "locked_by": cast.administrator}
    WorkshopPage.objects.filter(pk=workshop.pk).update(**lock)

    html = browser(cast.moderator).get(reverse("acts", args=[workshop.pk])).content

    assert "is locked by administrator" in html.decode()
    assert "not saved" not in html.decode()


def test_error_that_is_public_already_refuses_no_act(workshop, cast, client):
    show_silent_picture(workshop)

    perform(workshop.pk, act(), cast.moderator)

    assert stored(workshop).publication_errors().keys() == {"body"}
    assert GERMAN.note in read(stored(workshop), client)


def test_broken_translation_stops_no_act(workshop, cast, client, monkeypatch, caplog):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(telling, "remember", fail)
    address = reverse("act", args=[workshop.pk, "cancel"])
    words = {"note_de": GERMAN.note, "note_en": "Sorry."}

    answer = browser(cast.moderator).post(address, words, follow=True)

    assert GERMAN.note in read(stored(workshop), client)
    assert "could not be changed: English." in answer.content.decode()
    assert "was not told" in caplog.text
