"""Blocks read as they are stored say what Wagtail's values say."""

from dataclasses import replace

import pytest

from pages.delivery import blocks
from tests import factories
from tests.delivery.test_pages import AGENDA
from tests.showcase import STREAMS, each_of

pytestmark = pytest.mark.django_db


def test_stored_blocks_say_what_values_say(home, ask, monkeypatch):
    slides = factories.document("Folien")
    talk = {
        "start": "09:00",
        "slides": [{"type": "document", "id": "d", "value": slides.pk}],
        "abstract": f'<p><a linktype="document" id="{slides.pk}">Folien</a></p>',
    }
    talks = [{"type": "session", "id": "x", "value": talk}]
    agenda = [*talks, *AGENDA, *each_of(STREAMS["agenda"])]
    page = factories.workshop(home, agenda=agenda, body=each_of(STREAMS["body"]))

    as_stored = ask(f"/pages/{page.pk}")
    for kind, written in blocks.REGISTERED.items():
        monkeypatch.setitem(
            blocks.REGISTERED, kind, replace(written, reads_stored=False)
        )
    as_values = ask(f"/pages/{page.pk}")

    assert as_stored == as_values
    assert as_stored["agenda"][0]["slides"][0]["id"] == slides.pk
