"""Wrong, expired, revoked, of a deleted page: one and the same answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.drafts.links.finding import find_link, note_opening
from cms.drafts.links.keeping import revoke
from cms.drafts.links.models import DraftLink, Scope
from tests import factories
from tests.rendering.reading import Reading

BEGINNINGS = {"de": "/entwurf", "en": "/en/draft"}


@pytest.fixture
def not_valid(home, german, english, share, cast):
    """The secret of a link that never was, has expired, was revoked, lost its page."""
    expired = share(german, Scope.BUNDLE, days=-1)
    revoked = share(german, Scope.BUNDLE)
    revoke(revoked, cast.editor)
    orphan = share(factories.standard(home, "Bald weg"), Scope.BUNDLE)
    orphan.page.delete()
    return {
        "wrong": "0" * 32,
        "short": "0",
        "expired": expired.secret,
        "revoked": revoked.secret,
        "deleted": orphan.secret,
    }


@pytest.mark.parametrize("language", BEGINNINGS)
@pytest.mark.parametrize("rest", ["", "file"])
def test_answers_are_equal_to_the_byte(client, not_valid, language, rest):
    file = {"de": "datei/1/", "en": "file/1/"}[language] if rest else ""

    answers = {
        (answer.status_code, answer.content, tuple(answer.headers.items()))
        for secret in not_valid.values()
        for answer in [client.get(f"{BEGINNINGS[language]}/{secret}/{file}")]
    }

    ((status, _content, headers),) = answers
    assert (status, dict(headers)["Cache-Control"]) == (404, "no-store, private")


def test_answer_is_friendly_in_both_languages(client, not_valid):
    german, english = (
        Reading(client.get(f"{beginning}/{not_valid['revoked']}/"))
        for beginning in BEGINNINGS.values()
    )

    assert german.all("h1") == ["Dieser Link gilt nicht oder nicht mehr"]
    assert english.all("h1") == ["This link is not valid, or not any more"]
    assert german.links("nav[aria-label=Sprachen] a") == {"English": "/en/"}


def test_the_same_questions_are_asked_of_the_database(client, not_valid):
    client.get("/")  # The first visitor makes the settings.
    questions = {}

    for name, secret in not_valid.items():
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/entwurf/{secret}/")
        questions[name] = [query["sql"].split(" WHERE ")[0] for query in asked]

    assert questions == dict.fromkeys(not_valid, questions["wrong"])


def test_link_does_not_open_another_page(client, home, german, share):
    other = factories.standard(home, "Anderes", live=False)
    link = share(german)

    shown = Reading(client.get(link.path("de")))

    assert "Anderes" not in shown.text
    assert client.get(other.get_url()).status_code == 404


def test_pages_below_one_called_draft_keep_their_addresses(client, home):
    above = factories.standard(home, "Entwurf")
    page = factories.standard(above, "Verkehr")

    shown = client.get("/entwurf/verkehr/")

    assert (page.url, shown.status_code) == ("/entwurf/verkehr/", 200)
    assert Reading(shown).all("h1") == ["Verkehr"]


def test_digest_in_the_database_is_no_secret(client, german, share):
    link = share(german)

    assert client.get(f"/entwurf/{link.digest}/").status_code == 404


ENDS = {
    "clocks go forward": (
        "2026-03-28T10:00:00+01:00",
        ["2026-03-29T23:59:59+02:00", "2026-03-30T00:00:00+02:00"],
    ),
    "clocks go back": (
        "2026-10-24T10:00:00+02:00",
        ["2026-10-25T23:59:59+01:00", "2026-10-26T00:00:00+01:00"],
    ),
    "late in the evening": (
        "2026-11-28T23:30:00+01:00",
        ["2026-11-29T23:59:59+01:00", "2026-11-30T00:00:00+01:00"],
    ),
    "yesterday in UTC": (
        "2026-11-28T00:30:00+01:00",
        ["2026-11-29T23:59:59+01:00", "2026-11-30T00:00:00+01:00"],
    ),
}
"""When a link is made until tomorrow; its last second and the one after."""


@pytest.mark.parametrize(("made", "around"), ENDS.values(), ids=ENDS)
def test_link_ends_with_the_day_on_the_clocks_of_the_site(
    german, editor, time_machine, made, around
):
    time_machine.move_to(made, tick=False)
    url = reverse("draft_links", args=[german.pk])
    editor.post(url, {"scope": "page", "period": "1"})
    address = DraftLink.objects.get().path("de")

    statuses = []
    for moment in around:
        time_machine.move_to(moment, tick=False)
        statuses.append(editor.get(address).status_code)

    assert statuses == [200, 404]


def test_revoking_while_somebody_opens_is_not_undone(client, german, share, cast):
    link = share(german)
    opened = find_link(link.secret)

    revoke(link, cast.editor)
    note_opening(opened)

    link.refresh_from_db()
    assert (link.revoked_by, link.openings) == (cast.editor, 1)
    assert client.get(link.path("de")).status_code == 404


def test_second_revocation_changes_nothing(german, share, cast):
    link = share(german)

    answers = [revoke(link, person) for person in (cast.editor, cast.moderator)]

    link.refresh_from_db()
    assert (answers, link.revoked_by) == ([True, False], cast.editor)
