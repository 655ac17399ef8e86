"""A block whose plugin is gone is kept, moved, deleted; never lost."""

import json
from unittest import mock

import pytest
from django.test import RequestFactory
from wagtail.blocks import StreamValue
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from wagtail_localize.operations import translate_object

from cms.streams import OpenStreamBlock, UnavailableBlock
from pages.blocks import BodyStream
from pages.models import StandardPage
from tests import factories

TEXT = {"type": "text", "value": "<p>Davor</p>", "id": "a" * 8}
GONE = {
    "type": "map_of_town",
    "value": {"where": "Rathaus", "pins": [{"x": 1.5}, None, "ß"]},
    "id": "11111111-1111-4111-8111-111111111111",
}
NOTICE = {
    "type": "notices_notice",
    "value": {"text": "Vorsicht, Stufe"},
    "id": "22222222-2222-4222-8222-222222222222",
}


@pytest.fixture
def page(db):
    """A live page whose middle block belongs to a plugin that is gone."""
    body = [TEXT, GONE, {**TEXT, "id": "b" * 8}]
    imprint = factories.standard(factories.home(), body=body)
    imprint.save_revision().publish()
    return reloaded(imprint)


def reloaded(page):
    return StandardPage.objects.get(pk=page.pk)


def stored(page):
    """The raw blocks of a page as they are in the database."""
    return list(reloaded(page).body.raw_data)


def form_data(page, order=None):
    """What the browser posts for a page when its editor changes nothing."""
    form = page.get_edit_handler().get_form_class()(instance=page)
    state = form["body"].field.block.get_form_state(page.body)
    order = order or range(len(state))
    data = {
        "title": page.title,
        "slug": page.slug,
        "body-count": len(state),
        "page_documents": inline_formset([]),
        "page_contacts": inline_formset([]),
        "change_notes": inline_formset([]),
        "comments": inline_formset([]),
    }
    for position, (child, place) in enumerate(zip(state, order, strict=True)):
        data[f"body-{position}-type"] = child["type"]
        data[f"body-{position}-id"] = child["id"]
        data[f"body-{position}-order"] = place
        data[f"body-{position}-deleted"] = ""
        data[f"body-{position}-value"] = posted_value(child)
    return nested_form_data(data)


def posted_value(child):
    if child["type"] == "text":
        return json.dumps({"entityMap": {}, "blocks": [rich_line("Davor")]})
    return child["value"]


def rich_line(text):
    return {
        "key": "x",
        "text": text,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }


def test_unavailable_block_keeps_type_value_and_id_when_saved(page):
    page.title = "Anders"
    page.save_revision().publish()

    assert stored(page)[1] == GONE


@pytest.mark.parametrize("action", ["save", "action-publish"])
def test_unavailable_block_survives_the_editors_form(admin_client, page, action):
    response = admin_client.post(
        f"/admin/pages/{page.pk}/edit/", {**form_data(page), action: "1"}
    )

    assert response.status_code == 302
    draft = reloaded(page).get_latest_revision_as_object()
    assert draft.body.raw_data[1] == GONE


def test_unavailable_block_can_be_moved(admin_client, page):
    admin_client.post(
        f"/admin/pages/{page.pk}/edit/",
        {**form_data(page, order=[1, 0, 2]), "action-publish": "1"},
    )

    assert stored(page)[0] == GONE


def test_unavailable_block_can_be_deleted(admin_client, page):
    data = {**form_data(page), "action-publish": "1", "body-1-deleted": "1"}

    admin_client.post(f"/admin/pages/{page.pk}/edit/", data)

    assert [block["type"] for block in stored(page)] == ["text", "text"]


def test_unavailable_block_renders_nothing(client, page):
    child = page.body[1]

    response = client.get(page.get_url())

    assert (isinstance(child.block, UnavailableBlock), str(child)) == (True, "")
    assert "Rathaus" not in response.content.decode()
    assert response.content.decode().count("Davor") == 2


def test_unavailable_block_survives_copying(page):
    copy = page.copy(update_attrs={"slug": "kopie"})

    assert [block["type"] for block in stored(copy)] == ["text", "map_of_town", "text"]
    assert stored(copy)[1]["value"] == GONE["value"]


def test_unavailable_block_survives_translating(page):
    factories.translated(page.get_parent())

    translated = factories.translated(page)

    assert stored(translated)[1] == GONE


def test_unavailable_block_survives_the_translation_editor(page):
    factories.translated(page.get_parent())

    translate_object(page, [factories.locale("en")])

    translated = page.get_translation(factories.locale("en"))
    assert stored(translated)[1] == GONE


def test_unavailable_block_comes_back_with_its_plugin(page):
    with mock.patch("cms.streams.plugins", return_value=[]):
        without = BodyStream()
        value = without.to_python([NOTICE])
        kept = without.get_prep_value(StreamValue(without, list(value)))

    restored = BodyStream().to_python(kept)

    assert kept == [NOTICE]
    assert restored[0].value["text"] == "Vorsicht, Stufe"


def test_form_opened_without_the_plugin_may_be_saved_with_it():
    with mock.patch("cms.streams.plugins", return_value=[]):
        without = BodyStream()
        [shown] = without.get_form_state(without.to_python([NOTICE]))

    posted = {
        "body-count": "1",
        "body-0-type": "unavailable",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": NOTICE["id"],
        "body-0-value": shown["value"],
    }

    value = BodyStream().value_from_datadict(posted, {}, "body")

    assert BodyStream().get_prep_value(value) == [NOTICE]


def test_form_knows_unavailable_blocks_by_one_name(page):
    state = BodyStream().get_form_state(page.body)

    assert [child["type"] for child in state] == ["text", "unavailable", "text"]
    assert json.loads(state[1]["value"].splitlines()[0]) == {
        "type": GONE["type"],
        "value": GONE["value"],
    }


def test_migrations_keep_every_block():
    historical = OpenStreamBlock()

    value = historical.to_python([TEXT, GONE])

    assert historical.get_prep_value(StreamValue(historical, list(value))) == [
        TEXT,
        GONE,
    ]


def test_plugin_page_type_goes_below_a_project_of_the_core(page):
    from tests.plugins.notices.models import NoticePage

    project = factories.project(page.get_parent())

    assert NoticePage in type(project).creatable_subpage_models()
    assert NoticePage.can_create_at(project)


def test_plugin_block_is_rendered_in_the_body(page):
    page.body = [NOTICE]
    request = RequestFactory().get("/")

    html = page.body.render_as_block({"page": page, "request": request})

    assert '<p class="notice">Vorsicht, Stufe</p>' in html


FORGED = {"type": "text", "value": "<script>alert(1)</script>"}


@pytest.mark.parametrize(
    "posted",
    ["not json", json.dumps(FORGED), f"{json.dumps(FORGED)}\nsignature", ""],
)
def test_nothing_else_is_slipped_in_as_an_unavailable_block(admin_client, page, posted):
    data = {**form_data(page), "body-1-value": posted}

    response = admin_client.post(f"/admin/pages/{page.pk}/edit/", data)

    assert response.status_code == 200
    assert page.revisions.count() == 1
    assert stored(page)[1] == GONE
