"""What is told of pages to which several things happened in one transaction."""

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import PageViewRestriction

from tests import factories
from tests.publishing.conftest import change, fresh

ADDRESS = "/projekt/werkstatt/"


@pytest.fixture
def home(transactional_db, django_db_serialized_rollback):
    return factories.home()


@pytest.fixture
def workshop(project):
    return factories.workshop(project, "Werkstatt", live=False)


def test_published_and_unpublished_at_once_is_not_told(workshop, heard):
    heard.clear()

    with transaction.atomic():
        workshop.save_revision().publish()
        fresh(workshop).unpublish()

    assert heard == []


def test_published_moved_and_hidden_at_once_is_told_as_moved(home, workshop, heard):
    workshop.save_revision().publish()
    heard.clear()

    with transaction.atomic():
        fresh(workshop).save_revision().publish()
        fresh(workshop).move(home, pos="last-child")
        PageViewRestriction.objects.create(page=workshop, restriction_type="login")

    assert heard == [(change("moved", workshop, ADDRESS, "/werkstatt/"),)]


def test_moved_and_deleted_at_once_had_its_first_address(home, workshop, heard):
    workshop.save_revision().publish()
    heard.clear()

    with transaction.atomic():
        fresh(workshop).move(home, pos="last-child")
        fresh(workshop).delete()

    assert heard == [(change("deleted", workshop, ADDRESS),)]


def test_page_moved_twice_is_told_with_first_and_last_address(home, workshop, heard):
    workshop.save_revision().publish()
    series = factories.series(home)
    heard.clear()

    with transaction.atomic():
        fresh(workshop).move(home, pos="last-child")
        fresh(workshop).move(series, pos="last-child")

    assert heard == [(change("moved", workshop, ADDRESS, "/reihe/werkstatt/"),)]


def test_page_published_below_a_moved_one_had_its_old_address(project, workshop, heard):
    workshop.save_revision().publish()
    heard.clear()

    with transaction.atomic():
        project.slug = "vorhaben"
        project.save()
        fresh(workshop).save_revision().publish()

    moved = "/vorhaben/werkstatt/"
    assert heard == [
        (
            change("moved", project, ("/projekt/", ADDRESS), ("/vorhaben/", moved)),
            change("moved", workshop, ADDRESS, moved),
        )
    ]


def test_page_unpublished_below_a_moved_one_is_told_by_itself(project, workshop, heard):
    workshop.save_revision().publish()
    heard.clear()

    with transaction.atomic():
        project.slug = "vorhaben"
        project.save()
        fresh(workshop).unpublish()

    assert heard == [
        (
            change("moved", project, "/projekt/", "/vorhaben/"),
            change("unpublished", workshop, ADDRESS),
        )
    ]


def test_page_published_before_the_one_above_moves_is_told_by_itself(
    project, workshop, heard
):
    heard.clear()

    with transaction.atomic():
        fresh(workshop).save_revision().publish()
        new = factories.standard(project)
        project.refresh_from_db()
        project.slug = "vorhaben"
        project.save()

    assert heard == [
        (
            change("published", workshop, after="/vorhaben/werkstatt/"),
            change("published", new, after="/vorhaben/impressum/"),
            change("moved", project, "/projekt/", "/vorhaben/"),
        )
    ]


def test_restricted_and_deleted_at_once_is_told_as_deleted(workshop, heard):
    workshop.save_revision().publish()
    heard.clear()

    with transaction.atomic():
        PageViewRestriction.objects.create(page=workshop, restriction_type="login")
        fresh(workshop).delete()

    assert heard == [(change("deleted", workshop, ADDRESS),)]


def test_scheduler_sends_an_event_for_each_page(project, workshop, heard):
    for page in (project, workshop):
        page.expire_at = "2026-01-01T00:00Z"
        page.live = True
        page.save()
    heard.clear()

    call_command("publish_scheduled")

    assert heard == [
        (change("unpublished", project, "/projekt/"),),
        (change("unpublished", workshop, ADDRESS),),
    ]
