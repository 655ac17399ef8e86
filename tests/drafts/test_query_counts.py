"""What reading a draft asks the database: a literal number, however much is in it.

As in ``tests/delivery/test_query_counts.py`` the second request is counted.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from cms.drafts.links.keeping import create
from cms.drafts.links.models import Scope
from cms.drafts.links.source import token_of
from tests.drafts.looking import look, set_front_end
from tests.rendering.content import Content

pytestmark = pytest.mark.django_db

PREVIEW = {
    "HomePage": (13, 14),
    "ProjectPage": (19, 20),
    "SeriesPage": (19, 20),
    "WorkshopPage": (21, 22),
    "NewsIndexPage": (18, 19),
    "NewsPage": (20, 21),
    "StandardPage": (18, 19),
}
BUNDLE = {
    "HomePage": 41,
    "ProjectPage": 61,
    "SeriesPage": 57,
    "WorkshopPage": 65,
    "NewsIndexPage": 55,
    "NewsPage": 61,
    "StandardPage": 55,
}


@pytest.fixture(params=[1, 3])
def content(request):
    """One of everything in both languages, or three, and a front end."""
    content = Content(request.param)
    content.english = content.translate()
    set_front_end(Site.objects.get())
    return content


def cost_of(client, token):
    address = f"/api/v1/drafts/{token}"
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200, response.content
    return len(asked)


def test_preview_asks_as_much_for_one_child_as_for_three(client, editor, content):
    pages = {
        name: (page, content.english[name]) for name, page in content.pages.items()
    }

    costs = {
        name: tuple(
            cost_of(client, look(editor, type(page).objects.get(pk=page.pk)).token)
            for page in versions
        )
        for name, versions in pages.items()
    }

    assert costs == PREVIEW


def test_bundle_asks_as_much_for_one_child_as_for_three(client, content):
    costs = {}
    for name, page in content.pages.items():
        page.save_revision()
        content.english[name].save_revision()
        until = timezone.now() + timedelta(days=1)
        link = create(page, Scope.BUNDLE, until, None)
        costs[name] = cost_of(client, token_of(link.secret))

    assert costs == BUNDLE
