"""What previews and links to drafts cost where the editors' tree lists pages."""

import pytest
from django.urls import reverse

from tests import factories
from tests.translation.people import browser, create_cast

pytestmark = pytest.mark.django_db


def listed(parent, number):
    """So many pages that have something to preview."""
    pages = [factories.standard(parent, f"Seite {each}") for each in range(number)]
    for page in pages:
        page.lead = "Noch nicht veröffentlicht."
        page.save_revision()
    return pages


# Two for each page are those of wagtail-localize, whose buttons ask page by page.
@pytest.mark.parametrize(("number", "asked"), [(1, 43 + 2), (20, 43 + 40)])
def test_tree_asks_for_no_front_end_page_by_page(
    home, number, asked, django_assert_num_queries
):
    client = browser(create_cast().administrator)
    parent = factories.project(home)
    pages = listed(parent, number)
    address = reverse("wagtailadmin_explore", args=[parent.pk])
    client.get(address)  # It knows the content types and sites afterwards.

    with django_assert_num_queries(asked):
        html = client.get(address).content.decode()

    drafts = [reverse("wagtailadmin_pages:view_draft", args=[one.pk]) for one in pages]
    assert [html.count(f'href="{one}"') for one in drafts] == [1] * number
