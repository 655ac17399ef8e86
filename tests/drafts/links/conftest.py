"""A page that nobody outside has seen, in both languages, and links to it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.drafts.links.keeping import create
from cms.drafts.links.models import Scope
from tests import factories
from tests.translation.people import browser, create_cast


@pytest.fixture
def home(db):
    """A public home page in both languages."""
    home = factories.home()
    factories.translated(home, title="Home", slug="start-en")
    return home


@pytest.fixture
def cast(home):
    """An editor, a translator, a moderator, an administrator and a stranger."""
    return create_cast()


@pytest.fixture
def editor(cast):
    """The browser of the editor."""
    return browser(cast.editor)


@pytest.fixture
def german(home):
    """A German page that has never been public, with a newer draft."""
    return drafted(factories.standard(home, "Plan", live=False), title="Neuer Plan")


@pytest.fixture
def english(german):
    """Its translation, not public either."""
    page = german.copy_for_translation(factories.locale("en"))
    return drafted(page, title="New plan")


@pytest.fixture
def share():
    """Make a link: ``share(page, Scope.BUNDLE, days=7)``."""

    def share(page, scope=Scope.PAGE, days=7, user=None, recipient=""):
        return create(page, scope, timezone.now() + timedelta(days), user, recipient)

    return share


def drafted(page, **values):
    """The page with a draft that says something else than the database."""
    draft = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision()
    page.refresh_from_db()
    return page
