"""Every page type as a browser shows it: no barrier, no fault, no overhang."""

import pytest

from tests import factories
from tests.rendering.content import Content

pytestmark = pytest.mark.browser


@pytest.fixture
def addresses(site):
    """An address of every page type, and those that are no page."""
    content = Content()
    german = [page.url for page in content.pages.values()]
    english = [page.url for page in content.translate().values()]
    cancelled = factories.workshop(
        content.series, "Ausfall", status="cancelled", status_note="Krankheit"
    )
    return [*german, *english, cancelled.url, "/en/search/?q=Projekt"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_have_no_barriers(visit, addresses, width, scheme):
    visitor = visit(width=width, color_scheme=scheme)

    found = {}
    for address in addresses:
        visitor.go(address)
        found[address] = (visitor.barriers(), visitor.faults())

    assert found == {address: ([], {}) for address in addresses}
