"""A site whose changes are really committed, and what the outbox holds of them."""

import pytest
from wagtail.models import Page

from cms.outbox.models import Event
from tests import factories


@pytest.fixture
def home(transactional_db, django_db_serialized_rollback):
    return factories.home()


@pytest.fixture
def project(home):
    return factories.project(home, "Projekt")


@pytest.fixture
def workshop(project):
    return factories.workshop(project, "Werkstatt")


@pytest.fixture
def written(project, workshop):
    """The events since the test began, oldest first."""
    start = Event.objects.count()
    return lambda: list(Event.objects.order_by("position")[start:])


def fresh(page):
    return Page.objects.get(pk=page.pk).specific
