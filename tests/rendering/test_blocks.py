"""Every block that editors can choose has a template and a preview."""

import pytest
from django.template.loader import get_template

from pages.blocks import AgendaStream, BodyStream
from tests import factories

BLOCKS = {
    f"{stream.stream_name}-{name}": block
    for stream in (BodyStream(), AgendaStream())
    for name, block in stream.child_blocks.items()
}


@pytest.mark.parametrize("name", BLOCKS)
def test_block_has_a_template_of_its_name(name):
    block = BLOCKS[name]

    assert get_template(block.meta.template)
    assert name.startswith(("body-notices_", "agenda-notices_")) or (
        block.meta.template == f"pages/blocks/{block.name}.html"
    )


@pytest.mark.parametrize("name", BLOCKS)
def test_block_has_a_preview_in_the_look_of_the_site(admin_client, name):
    factories.image()
    factories.document()

    response = admin_client.get(
        "/admin/block-preview/", {"id": BLOCKS[name].definition_prefix}
    )

    html = response.content.decode()
    main = html[html.index("<main>") :]
    assert BLOCKS[name].is_previewable
    assert response.status_code == 200
    assert "cms/css/site.css" in html
    assert (
        main.count("<p") + main.count("<h") + main.count("<img") + main.count("<a") > 0
    )


def test_call_to_action_leads_to_page_or_address(read, home):
    imprint = factories.standard(home, "Impressum")
    link = {"text": "<p>Los</p>", "label": "Weiter"}
    values = [{"page": imprint.pk}, {"url": "https://example.org/"}]
    body = [{"type": "call_to_action", "value": {**link, **value}} for value in values]

    seen = read(factories.standard(home, "Seite", body=body))

    buttons = [button["href"] for button in seen.html.select("a.kern-btn")]
    assert buttons == [imprint.url, "https://example.org/"]


def test_call_to_action_to_an_unpublished_page_has_no_button(read, home):
    draft = factories.standard(home, "Entwurf", live=False)
    value = {"text": "<p>Los</p>", "label": "Weiter", "page": draft.pk}
    body = [{"type": "call_to_action", "value": value}]

    assert read(factories.standard(home, "Seite", body=body)).text == "Seite Los"
