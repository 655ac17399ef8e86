import pytest
from wagtail.models import Page

from home.models import HomePage
from tests import factories
from tests.rendering.reading import Reading
from tests.translation.people import create_cast
from tests.translation.translating import published, start


@pytest.fixture
def home(db):
    """A German home page with an English version that still is a draft."""
    home = factories.home()
    start(home)
    return home


@pytest.fixture
def read(client):
    """Open a page or an address as a visitor: ``read(page).text``."""

    def read(where):
        address = where if isinstance(where, str) else where.url
        return Reading(client.get(address))

    return read


@pytest.fixture
def cast(home):
    """An editor, a translator, a moderator, an administrator and a stranger."""
    return create_cast()


@pytest.fixture
def german(home):
    return factories.standard(home, "Impressum", slug="impressum", lead="Wer wir sind.")


@pytest.fixture
def english(german):
    return published(german)


@pytest.fixture
def french(home):
    """The French home page, on which translators into English have no rights."""
    page = HomePage(
        title="Accueil",
        slug="accueil",
        locale=factories.locale("fr"),
        translation_key=home.translation_key,
    )
    return Page.get_first_root_node().add_child(instance=page)


@pytest.fixture
def contact():
    """A German contact with an English version."""
    contact = factories.contact("Jo Wallner", role="Leitung")
    start(contact)
    return contact
