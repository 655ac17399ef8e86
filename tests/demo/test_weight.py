"""What the workshop page weighs on the wire."""

import gzip

import brotli
import pytest

from cms.styles.sheet import sheet
from pages.models import WorkshopPage
from tests.rendering.reading import Reading

LIMIT = 40_000


def compressed(content, how):
    return len(brotli.compress(content) if how == "br" else gzip.compress(content, 9))


@pytest.mark.parametrize("how", ["gzip", "br"])
@pytest.mark.parametrize("slug", ["werkstatt-2-entwerfen", "workshop-2-designing"])
def test_workshop_page_and_its_style_are_light(demo, client, slug, how):
    """There is no script. Fonts and pictures are not counted."""
    response = client.get(WorkshopPage.objects.get(slug=slug).url)

    seen = Reading(response)
    html, css = response.content, sheet().encode()
    assert seen.html.select("script:not([type='application/ld+json'])") == []
    assert len(seen.html.select("link[rel=stylesheet]")) == 1
    assert compressed(html, how) + compressed(css, how) < LIMIT / 2
