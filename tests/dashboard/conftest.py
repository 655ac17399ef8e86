import pytest
from django.test import RequestFactory

from tests import factories
from tests.translation.people import create_cast


@pytest.fixture
def home(db):
    home = factories.home()
    factories.translated(home, title="Home")
    return home


@pytest.fixture
def cast(home):
    return create_cast()


@pytest.fixture
def show():
    """Render a panel for somebody: ``show(WorkshopsPanel, user)``."""

    def show(panel, user):
        request = RequestFactory().get("/admin/")
        request.user = user
        return panel().render_html({"request": request})

    return show
