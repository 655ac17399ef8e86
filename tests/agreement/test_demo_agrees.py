"""Day, start, end, title, people, room: the same wherever the demo tells them."""

import pytest

from pages.models import WorkshopPage
from tests.agreement.comparing import disagreements

pytestmark = pytest.mark.pango


@pytest.mark.parametrize("language", ["de", "en"])
def test_outputs_of_the_demo_agree(client, demo, language):
    pages = WorkshopPage.objects.filter(live=True, locale__language_code=language)
    told = [page for page in pages if page.programme]

    found = [disagreements(client, page) for page in told]

    assert len(told) >= 2
    assert found == [{} for _page in told]
