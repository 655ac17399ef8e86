"""A separate front end beside the form: another process, another origin."""

import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect
from wagtail.models import Site
from wagtail.users.models import UserProfile

from cms.drafts.models import UnsavedDraft
from cms.models import SiteSettings
from tests import factories
from tests.browser.editor import Editor
from tests.browser.test_preview import SOON, open_panel

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent / "plain_front_end"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def front_end():
    """A web server of its own that knows nothing but one file."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port)]
    options = ["--bind", "127.0.0.1", "--directory", str(FOLDER)]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE)
    try:
        wait_for(process)
        wait_until_answered(f"http://127.0.0.1:{port}/preview.html")
        yield f"http://127.0.0.1:{port}/preview.html"
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stderr.close()


def wait_for(process):
    assert process.poll() is None


def wait_until_answered(address):
    for _attempt in range(100):
        try:
            with urlopen(address, timeout=5) as response:
                assert response.status == 200
                return
        except OSError:
            continue


@pytest.fixture
def home(site, front_end):
    home = factories.home()
    here = Site.objects.get()
    host, port = site.removeprefix("http://").split(":")
    here.hostname, here.port = host, port
    here.save()
    address = f"{front_end}?api={site}"
    SiteSettings.objects.create(site=here, front_end_preview=address)
    return home


@pytest.fixture(params=["de", "en"])
def administrator(request, visit):
    person = User.objects.create_superuser("administrator", password="Lindenblüte 7")
    UserProfile.objects.create(user=person, preferred_language=request.param)
    return Editor(visit(), "administrator", "Lindenblüte 7")


def shown(editor):
    """The front end inside our page inside the panel."""
    panel = editor.page.frame_locator("#w-preview-iframe")
    return panel.frame_locator("#front-end")


def test_panel_shows_the_front_end_and_follows_what_is_typed(
    home, administrator, front_end
):
    page = factories.standard(home, "Rundgang")
    page.save_revision().publish()
    administrator.edit_page(page.pk)
    open_panel(administrator, "preview")
    heading = shown(administrator).locator("h1")
    expect(heading).to_have_text("Rundgang", timeout=SOON)
    root = shown(administrator).locator("html")
    root.evaluate("() => { window.marked = true; scrollTo(0, 900); }")

    administrator.fill("title", "Noch nicht gespeichert")

    expect(heading).to_have_text("Noch nicht gespeichert", timeout=SOON)
    assert root.evaluate("() => [window.marked, scrollY]") == [True, 900]
    language = administrator.language()
    label = {"de": "Separates Frontend", "en": "Separate front end"}[language]
    chosen = administrator.page.locator("#id_preview_mode option:checked")
    assert chosen.inner_text() == label
    assert UnsavedDraft.objects.count() == 1
    assert administrator.visit.errors == []


def test_website_is_one_choice_away_and_checks_read_it(home, administrator):
    page = factories.standard(home, "Rundgang", lead="Ein Weg durch das Viertel.")
    page.save_revision().publish()
    administrator.edit_page(page.pk)
    open_panel(administrator, "preview")
    expect(shown(administrator).locator("h1")).to_have_text("Rundgang", timeout=SOON)

    open_panel(administrator, "checks")

    panel = administrator.page.locator("[data-side-panel='checks']")
    words = panel.locator("[data-content-word-count]")
    expect(words).to_have_text(re.compile(r"\d+"), timeout=SOON)


def test_panel_of_a_contact_shows_the_front_end(home, administrator):
    contact = factories.contact()
    administrator.edit_snippet("contact", contact.pk)
    open_panel(administrator, "preview")
    heading = shown(administrator).locator("h1")
    expect(heading).to_have_text("Jo Wallner", timeout=SOON)

    administrator.fill("name", "Kim Neu")

    expect(heading).to_have_text("Kim Neu", timeout=SOON)
    assert administrator.visit.errors == []


def test_english_page_is_shown_in_english_in_a_tab_of_its_own(home, administrator):
    english = factories.translated(home, title="Welcome")
    page = factories.standard(english, "Imprint")
    page.save_revision().publish()
    administrator.edit_page(page.pk)
    open_panel(administrator, "preview")
    expect(shown(administrator).locator("h1")).to_have_text("Imprint", timeout=SOON)

    with administrator.page.expect_popup() as opened:
        administrator.page.click("[data-w-preview-target='newTab']")

    tab = opened.value.frame_locator("#front-end")
    expect(tab.locator("h1")).to_have_text("Imprint", timeout=SOON)
    expect(tab.locator("#path")).to_have_text("/en/imprint/")
    expect(tab.locator("html")).to_have_attribute("lang", "en")
