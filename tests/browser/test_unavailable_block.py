"""A block whose plugin is gone, in the hands of an editor."""

import pytest

from pages.blocks import BodyStream
from pages.models import StandardPage
from tests import factories
from tests.browser.editor import label_of

pytestmark = pytest.mark.browser

GONE = {
    "type": "map_of_town",
    "value": {"where": "Rathaus", "pins": [1.5, None, "ß"]},
    "id": "11111111-1111-4111-8111-111111111111",
}
BEFORE, AFTER = (
    {"type": "heading", "value": value, "id": f"{number}" * 8}
    for number, value in enumerate(("Davor", "Danach"), 2)
)


@pytest.fixture
def page(site):
    imprint = factories.standard(factories.home(), body=[BEFORE, GONE, AFTER])
    imprint.save_revision().publish()
    return imprint


@pytest.fixture
def form(moderator, page):
    """The form of the page, open, as its editor finds it."""
    moderator.edit_page(page.pk)
    return moderator


def draft(page):
    stored = StandardPage.objects.get(pk=page.pk)
    return list(stored.get_latest_revision_as_object().body.raw_data)


def test_unavailable_block_is_shown_but_cannot_be_changed(form):
    block = form.block("body", 1)
    value = block.locator("textarea")

    assert form.field("body-1-type").input_value() == "unavailable"
    assert value.is_visible()
    assert value.get_attribute("readonly") is not None
    assert "map_of_town" in value.input_value()


def test_unavailable_block_is_not_offered(form):
    offered = form.offers("body")

    assert sorted(offered) == sorted(map(label_of, BodyStream().child_blocks.values()))


def test_unavailable_block_survives_an_edited_draft(form, page):
    form.fill("body-0-value", "Anders")
    form.save()

    assert draft(page) == [{**BEFORE, "value": "Anders"}, GONE, AFTER]


def test_unavailable_block_is_moved_in_the_form(form, page):
    form.block("body", 1).locator("[data-streamfield-action=MOVE_UP]").click()
    form.save()

    assert draft(page) == [GONE, BEFORE, AFTER]


def test_unavailable_block_is_deleted_in_the_form(form, page):
    form.block("body", 1).locator("[data-streamfield-action=DELETE]").click()
    form.save()

    assert draft(page) == [BEFORE, AFTER]
