"""A site with a project of one workshop, and an ear for the event."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.plugins import ContentChange, content_changed
from tests import factories


@pytest.fixture
def heard():
    """The events so far, each a tuple of changes."""
    events = []

    def receive(changes, **kwargs):
        events.append(changes)

    content_changed.connect(receive)
    yield events
    content_changed.disconnect(receive)


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """A block that ends as if its transaction were committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def project(home):
    return factories.project(home, "Projekt")


@pytest.fixture
def workshop(project):
    return factories.workshop(project, "Werkstatt")


def change(action, instance, before=(), after=(), language="de"):
    """What is told of one object; addresses may be given as one string."""
    return ContentChange(
        action=action,
        model=instance._meta.label,
        pk=str(instance.pk),
        language=language,
        addresses_before=(before,) if isinstance(before, str) else before,
        addresses_after=(after,) if isinstance(after, str) else after,
    )


def fresh(page):
    """The page as the database has it now."""
    return page.specific_class.objects.get(pk=page.pk)


def form_of(page, **fields):
    """What a browser sends when an editor saves the form of a standard page."""
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "lead": page.lead,
            "body": streamfield([]),
            "page_documents": inline_formset([]),
            "page_contacts": inline_formset([]),
            "change_notes": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )
