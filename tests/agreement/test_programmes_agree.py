"""Day, start, end, title, people, room: the same in all that tells of a programme."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests import factories
from tests.agreement.agendas import agendas
from tests.agreement.comparing import disagreements

pytestmark = pytest.mark.pango


@given(agenda=agendas)
@settings(
    max_examples=20,
    deadline=None,
    # Each example takes a second; a smaller one would take minutes to find.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_outputs_of_any_programme_agree(client, home, agenda):
    page = factories.workshop(home, "Werkstatt", venue=factories.venue())
    page.agenda = agenda
    page = factories.published(page)

    found = disagreements(client, page)
    page.delete()

    assert found == {}
