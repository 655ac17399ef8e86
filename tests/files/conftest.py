"""An administrator who uploads, and a storage of his own."""

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage

from pages.models import SiteDocument, SiteImage


@pytest.fixture(autouse=True)
def _empty_storage(settings):
    # A new value makes Django build the storages anew, in memory.
    settings.STORAGES = {**settings.STORAGES}


@pytest.fixture
def english(db, client):
    """A signed-in administrator who reads the admin in English."""
    return signed_in(client, "en")


@pytest.fixture
def german(db, client):
    return signed_in(client, "de")


def signed_in(client, language):
    person = User.objects.create_superuser("jo", password="Lindenblüte 7")
    person.wagtail_userprofile = None
    from wagtail.users.models import UserProfile

    UserProfile.objects.create(user=person, preferred_language=language)
    client.force_login(person)
    return client


@pytest.fixture
def stored():
    """Ask for the names of all files, with their folders, and the number of rows."""

    def stored():
        rows = SiteDocument.objects.count() + SiteImage.objects.count()
        return sorted(files_below("")), rows

    return stored


def files_below(folder):
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    below = [f"{folder}/{name}".lstrip("/") for name in folders]
    return [f"{folder}/{name}".lstrip("/") for name in files] + [
        name for inner in below for name in files_below(inner)
    ]
