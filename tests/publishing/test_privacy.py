"""What is told when pages are hidden from some people, or shown to all."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from tests import factories
from tests.publishing.conftest import change

pytestmark = pytest.mark.django_db


def test_making_a_tree_private_tells_all_its_addresses(
    admin_client, project, workshop, heard, commit
):
    with commit():
        url = f"/admin/pages/{project.pk}/privacy/"
        admin_client.post(url, {"restriction_type": "login"})

    both = ("/projekt/", "/projekt/werkstatt/")
    assert PageViewRestriction.objects.get().page_id == project.pk
    assert heard == [(change("access", project, both, both),)]


def test_making_a_tree_public_tells_all_its_addresses(
    admin_client, project, workshop, heard, commit
):
    PageViewRestriction.objects.create(page=project, restriction_type="login")

    with commit():
        url = f"/admin/pages/{project.pk}/privacy/"
        admin_client.post(url, {"restriction_type": "none"})

    both = ("/projekt/", "/projekt/werkstatt/")
    assert heard == [(change("access", project, both, both),)]


def test_other_groups_of_a_restriction_are_told(project, heard, commit):
    restriction = PageViewRestriction.objects.create(
        page=project, restriction_type="groups"
    )

    with commit():
        restriction.groups.add(Group.objects.create(name="Beirat"))

    assert heard == [(change("access", project, "/projekt/", "/projekt/"),)]


def test_restriction_of_a_draft_tells_nothing(home, heard, commit):
    draft = factories.standard(home, live=False)

    with commit():
        PageViewRestriction.objects.create(page=draft, restriction_type="login")

    assert heard == []


def test_restriction_moved_to_another_page_tells_both(home, project, heard, commit):
    imprint = factories.standard(home)
    restriction = PageViewRestriction.objects.create(
        page=project, restriction_type="login"
    )
    restriction.page = imprint

    with commit():
        restriction.save()

    assert heard == [
        (
            change("access", project, "/projekt/", "/projekt/"),
            change("access", imprint, "/impressum/", "/impressum/"),
        )
    ]
