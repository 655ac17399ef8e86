import pytest
from django.contrib.auth.models import User
from wagtail.models import Site

from tests import factories
from tests.delivery.conftest import ask, empty_cache  # noqa: F401 (fixtures)
from tests.drafts.looking import set_front_end


@pytest.fixture
def home(db):
    home = factories.home()
    set_front_end(Site.objects.get())
    return home


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("editor")


@pytest.fixture
def colleague(db):
    return User.objects.create_superuser("colleague")
