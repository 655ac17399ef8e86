"""A real Chromium in front of a real server.

The tests of this folder run in a process of their own (`deploy/test.sh`).
"""

import shutil
from contextlib import contextmanager
from threading import Condition

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from playwright.sync_api import sync_playwright

from pages.roles import create_roles
from tests.browser.demo import server
from tests.browser.editor import Editor
from tests.browser.visits import Visit

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PICTURES = settings.DATA_DIR / "browser"
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(chromium, tmp_path_factory):
    """Give SQLite a file: the admin asks for several things at once.

    In memory, all threads of the server would share one connection, and with it
    one transaction. Chromium comes first because Playwright's event loop, once it
    runs, makes Django see other connections than before.
    """
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        folder = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "browser.sqlite3")


@pytest.fixture
def files(settings, tmp_path):
    """Keep uploads where the server finds them; the other tests have no server."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }


@pytest.fixture
def site(django_db_serialized_rollback, files, live_server):
    """The address of a server whose database has what the migrations put in.

    The database is emptied only when the server has answered everything: the admin
    goes on asking while a visit ends.
    """
    cache.clear()
    with Traffic() as traffic:
        yield live_server.url
        traffic.wait_until_idle()


class Traffic:
    """Counts the requests that the server has not answered to the end."""

    def __init__(self):
        self.open = 0
        self.changed = Condition()

    def __enter__(self):
        request_started.connect(self._opened)
        request_finished.connect(self._closed)
        return self

    def __exit__(self, *error):
        request_started.disconnect(self._opened)
        request_finished.disconnect(self._closed)

    def wait_until_idle(self):
        with self.changed:
            assert self.changed.wait_for(lambda: self.open <= 0, timeout=20)

    def _opened(self, **kwargs):
        with self.changed:
            self.open += 1

    def _closed(self, **kwargs):
        with self.changed:
            self.open -= 1
            self.changed.notify_all()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    return report


@contextmanager
def visits(request, chromium, address):
    """A function that begins visits.

    If the test fails, what each visitor saw last is kept as a picture in
    ``DATA_DIR/browser``.
    """
    begun = []

    def begin(width=1280, at=address, **settings):
        viewport = {"width": width, "height": 900}
        begun.append(Visit(chromium, at, viewport=viewport, **settings))
        return begun[-1]

    yield begin
    for number, visit in enumerate(begun, 1):
        if request.node.stash.get(FAILED, False):
            visit.keep_picture(PICTURES / f"{request.node.name}-{number}.png")
        visit.close()


@pytest.fixture
def visit(request, site, chromium):
    """Begin a visit to a site of the test's own, as often as needed."""
    with visits(request, chromium, site) as begin:
        yield begin


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The demo and one of everything, on a server as in production. Read only."""
    with server.running(tmp_path_factory.mktemp("demo")) as demo:
        yield demo


@pytest.fixture
def tour(request, demo, chromium):
    """Begin a visit to the demo, as often as needed: ``tour(width=360)``."""
    with visits(request, chromium, demo.url) as begin:
        yield begin


@pytest.fixture
def moderator(visit):
    """A signed-in member of the group that may publish."""
    create_roles()
    member = User.objects.create_user("moderator", password="Lindenblüte 7")
    member.groups.add(Group.objects.get(name="Moderators"))
    return Editor(visit(), "moderator", "Lindenblüte 7")
