import pytest
from django.core.cache import cache
from wagtail.models import Site

from cms.caches.models import SharedCache
from cms.models import SiteSettings
from cms.outbox.reading import current_feed
from tests import factories
from tests.caches.varnish import varnish_process
from tests.missing_parts import needs


@pytest.fixture(scope="session")
def running_varnish(live_server, tmp_path_factory):
    needs("varnish")
    port = int(live_server.url.rpartition(":")[2])
    with varnish_process(tmp_path_factory.mktemp("varnish"), port) as varnish:
        yield varnish


@pytest.fixture
def home(transactional_db, django_db_serialized_rollback):
    cache.clear()
    home = factories.home()
    SiteSettings.for_site(Site.objects.get())  # else made, and told, at the first visit
    return home


@pytest.fixture
def varnish(home, running_varnish, settings):
    """An empty Varnish in front of the site, which the site knows of."""
    settings.SHARED_CACHES = [running_varnish.purge_address]
    settings.API_SHARED_MAX_AGE = settings.PAGE_SHARED_MAX_AGE = 86_400
    running_varnish.forget_all()
    return running_varnish


@pytest.fixture
def know_everything(varnish):
    """Let what has happened until now be an hour ago for the cache."""

    def know_everything():
        feed = current_feed()
        values = {"epoch": feed.epoch, "settled": feed.position}
        SharedCache.objects.update_or_create(
            address=varnish.purge_address, defaults=values
        )

    return know_everything


@pytest.fixture
def project(home):
    return factories.project(home, "Projekt")


@pytest.fixture
def workshop(project):
    return factories.workshop(project, "Werkstatt")
