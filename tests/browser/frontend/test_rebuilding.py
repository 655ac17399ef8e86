"""What is published reaches a front end that is a process of its own, by a webhook."""

import socket
import time
from urllib.request import urlopen

import pytest

from cms.webhooks.models import Delivery, Webhook
from tests import factories, node
from tests.browser.frontend.process import PATIENCE, SECRET, running

pytestmark = [pytest.mark.browser, pytest.mark.node]

BEFORE, AFTER = "<h1>Vorher</h1>", "<h1>Nachher</h1>"


@pytest.fixture
def page(site):
    page = factories.standard(factories.home(), "Vorher", slug="seite")
    return factories.published(page)


@pytest.fixture
def own(page, site, tmp_path, settings):
    """A front end of the test's own site."""
    settings.WEBHOOKS_INTERNAL = True
    with running(site, tmp_path) as own:
        yield own


def webhook(front_end, secret):
    return Webhook.objects.create(
        name="Eigene Website",
        url=f"{front_end.url}/hooks/content",
        events=["page.published"],
        secret=secret,
    )


def read(front_end):
    with urlopen(f"{front_end.url}/seite/", timeout=60) as answer:
        return answer.read().decode()


def builds(front_end):
    return front_end.log.read_text().count("[build] Complete!")


def last_attempt(hook):
    attempt = Delivery.objects.get(webhook=hook).tries.last()
    return attempt.status


def read_until_it_is_new(front_end):
    """Every answer until the page has its new title."""
    answers = [read(front_end)]
    end = time.monotonic() + PATIENCE
    while AFTER not in answers[-1]:
        assert time.monotonic() < end, front_end.log.read_text()
        time.sleep(0.1)
        answers.append(read(front_end))
    return answers


def rename(page):
    page.title = "Nachher"
    factories.published(page)


def test_published_title_is_there_after_the_webhook(own, page):
    hook = webhook(own, SECRET)

    rename(page)
    answers = read_until_it_is_new(own)

    assert last_attempt(hook) == 202
    # Nobody saw half a page, or none.
    assert [BEFORE in each or AFTER in each for each in answers].count(False) == 0
    assert all(each.endswith("</html>") for each in answers)


def test_message_with_a_wrong_signature_changes_nothing(own, page):
    stranger = webhook(own, "whsec_ZmFsc2NoZXMgR2VoZWltbmlzIGRlcyBUZXN0cw==")

    rename(page)
    refused = (last_attempt(stranger), BEFORE in read(own))
    stranger.delete()
    webhook(own, SECRET)
    factories.published(page)
    read_until_it_is_new(own)

    assert refused == (401, True)
    assert builds(own) == 2  # the first, and the one for the right message


def test_build_that_fails_leaves_the_pages_as_they_are(own):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}"
    site = own.pages.parents[1]
    before = site.readlink()
    surroundings = {"SITE_DIR": str(site.parent), "CONTENT_URL": nobody}

    tried = node.start(
        "scripts/build.ts", cwd=node.FRONT_END, surroundings=surroundings
    )

    assert (tried.returncode, site.readlink()) == (1, before)
    assert tried.stderr.startswith(f"The content of {nobody} cannot be read: connect")
    assert BEFORE in read(own)
