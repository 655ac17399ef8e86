import pytest
from django.contrib.auth.models import Group, User
from wagtail.users.models import UserProfile

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
def page(home):
    return factories.standard(home, "Impressum")


@pytest.fixture
def person(cast):
    """Makes a colleague: ``person("eva", language="de")``."""

    def make(name, language="en", **values):
        values = {"email": f"{name}@example.org", **values}
        user = User.objects.create_user(name, **values)
        user.groups.add(Group.objects.get(name="Editors"))
        UserProfile.objects.create(user=user, preferred_language=language)
        return user

    return make
