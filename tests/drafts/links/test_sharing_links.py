"""Who makes, sees and revokes links in the admin."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from cms.drafts.links.models import DraftLink, Scope
from cms.models import SiteSettings
from tests.rendering.reading import Reading
from tests.translation.people import browser

PEOPLE = ("administrator", "editor", "moderator", "translator", "stranger")
BUNDLE = {"scope": "bundle", "period": "7"}
ALONE = {"scope": "page", "period": "7", "recipient": "Pressestelle"}


def links_of(page):
    return reverse("draft_links", args=[page.pk])


def revocation(page, link):
    return reverse("revoke_draft_link", args=[page.pk, link.pk])


def answers(cast, act):
    """What each person gets: ``act`` is given a browser."""
    return {name: act(browser(getattr(cast, name))).status_code for name in PEOPLE}


def test_editors_of_a_page_list_its_links(cast, german, english):
    found = {
        "de": answers(cast, lambda one: one.get(links_of(german))),
        "en": answers(cast, lambda one: one.get(links_of(english))),
    }

    editors = dict.fromkeys(("administrator", "editor", "moderator"), 200)
    assert found == {
        "de": {**editors, "translator": 403, "stranger": 403},
        "en": {**editors, "translator": 200, "stranger": 403},
    }


def test_editors_of_a_page_make_links(cast, german, english):
    found = {
        "de": answers(cast, lambda one: one.post(links_of(german), ALONE)),
        "en": answers(cast, lambda one: one.post(links_of(english), ALONE)),
    }

    editors = dict.fromkeys(("administrator", "editor", "moderator"), 302)
    assert found == {
        "de": {**editors, "translator": 403, "stranger": 403},
        "en": {**editors, "translator": 302, "stranger": 403},
    }
    assert DraftLink.objects.count() == 3 + 4


def test_bundle_is_made_by_those_who_edit_all_languages(cast, english):
    found = answers(cast, lambda one: one.post(links_of(english), BUNDLE))

    # The form says to the translator what can be chosen.
    assert found == {
        "administrator": 302,
        "editor": 302,
        "moderator": 302,
        "translator": 200,
        "stranger": 403,
    }
    assert set(DraftLink.objects.values_list("scope", flat=True)) == {"bundle"}


def test_bundle_is_revoked_by_those_who_edit_all_languages(cast, english, share):
    def revoke(one):
        return one.post(revocation(english, share(english, Scope.BUNDLE)))

    assert answers(cast, revoke) == {
        "administrator": 302,
        "editor": 302,
        "moderator": 302,
        "translator": 403,
        "stranger": 403,
    }


def test_link_is_revoked_by_those_who_edit_its_page(cast, english, share):
    def revoke(one):
        return one.post(revocation(english, share(english)))

    assert answers(cast, revoke) == {
        **dict.fromkeys(("administrator", "editor", "moderator", "translator"), 302),
        "stranger": 403,
    }


def test_link_of_another_page_cannot_be_revoked(cast, german, english, share):
    link = share(german)

    response = browser(cast.translator).post(revocation(english, link))

    link.refresh_from_db()
    assert (response.status_code, link.revoked_at) == (404, None)


def test_translator_sees_bundle_without_its_address(cast, german, english, share):
    own, bundle = share(english), share(german, Scope.BUNDLE)

    html = browser(cast.translator).get(links_of(english)).content.decode()

    assert (own.secret in html, bundle.secret in html) == (True, False)
    assert "Only for those who edit the page in all languages." in html


def test_revoking_asks_first(editor, german, share):
    link = share(german, recipient="Pressestelle")

    asked = editor.get(revocation(german, link))
    link.refresh_from_db()
    before = link.is_valid
    done = editor.post(revocation(german, link), follow=True)

    link.refresh_from_db()
    assert "Revoke the link for “Pressestelle”?" in asked.content.decode()
    assert (before, link.is_valid, link.revoked_by.username) == (True, False, "editor")
    assert "The link has been revoked and shows nothing more." in done.content.decode()


def test_list_says_how_it_stands_with_each_link(editor, german, share, client):
    opened = share(german, recipient="Pressestelle")
    share(german, recipient="Partner", days=-1)
    revoked = share(german, recipient="Bürgermeister")
    client.get(opened.path("de"))
    editor.post(revocation(german, revoked))

    read = Reading(editor.get(links_of(german)))

    rows = [row.split(" ") for row in read.all("main tbody tr")]
    assert [row[0] for row in rows] == ["Bürgermeister", "Partner", "Pressestelle"]
    assert len(read.all("main tbody tr > *")) == 3 * 6
    states = read.all("main tbody td:nth-of-type(2)")
    assert [state.split(" ")[0] for state in states] == ["revoked", "expired", "until"]
    openings = read.all("main tbody td:nth-of-type(3)")
    assert [one.split(",")[0] for one in openings] == ["not yet", "not yet", "1 time"]
    (field,) = read.html.select("main tbody input")
    assert field["value"] == f"http://testserver{opened.path('de')}"


def test_address_in_separate_front_end_is_offered(editor, german, share):
    link = share(german)
    settings = SiteSettings.for_site(german.get_site())
    settings.front_end_preview = "https://www.example.org/vorschau/"
    settings.save()

    read = Reading(editor.get(links_of(german)))

    values = [field["value"] for field in read.html.select("main tbody input")]
    what = f"token=link.{link.secret}&type=page&language=de&path=%2F{german.slug}%2F"
    assert values == [
        f"http://testserver{link.path('de')}",
        f"https://www.example.org/vorschau/?{what}",
    ]


@pytest.mark.parametrize(
    ("last_day", "sentence"),
    [
        ("", "Please choose the last day."),
        ("27.11.2026", "The last day has to be between 28.11.2026 and 26.02.2027."),
        ("27.02.2027", "The last day has to be between 28.11.2026 and 26.02.2027."),
        ("31.02.2027", "Enter a valid date."),
    ],
)
def test_day_that_cannot_be_is_refused(
    editor, german, time_machine, last_day, sentence
):
    time_machine.move_to("2026-11-28T10:00:00+01:00", tick=False)
    values = {"scope": "page", "period": "day", "last_day": last_day}

    read = Reading(editor.post(links_of(german), values))

    assert read.all(".error-message") == [sentence]
    assert not DraftLink.objects.exists()


def test_chosen_day_is_the_last_one(editor, german, time_machine):
    time_machine.move_to("2026-11-28T10:00:00+01:00", tick=False)
    values = {"scope": "page", "period": "day", "last_day": "26.02.2027"}

    editor.post(links_of(german), values)

    link = DraftLink.objects.get()
    assert link.expires_at.isoformat() == "2027-02-26T23:00:00+00:00"
    assert link.last_day.isoformat() == "2027-02-26"


def test_history_of_the_page_says_it_without_the_secret(editor, german, time_machine):
    time_machine.move_to("2026-11-28T10:00:00+01:00", tick=False)
    editor.post(links_of(german), ALONE)
    link = DraftLink.objects.get()
    editor.post(revocation(german, link))

    entries = PageLogEntry.objects.filter(
        page=german.pk, action__startswith="cms.draft_link"
    ).order_by("timestamp", "pk")

    assert [entry.message for entry in entries] == [
        "Entwurf mit einem Link geteilt, der bis 05.12.2026 gilt",
        "Link zum Entwurf widerrufen, der bis 05.12.2026 gegolten hätte",
    ]
    assert [entry.user.username for entry in entries] == ["editor", "editor"]
    said = str([entry.data for entry in entries])
    assert (link.secret in said, "Pressestelle" in said) == (False, False)


def test_form_of_the_page_lists_its_links(editor, german, share):
    share(german, recipient="Pressestelle")
    share(german, recipient="Partner", days=-1)

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[german.pk]))

    assert "Pressestelle, until" in html.content.decode()
    assert "Partner, until" not in html.content.decode()
    assert f'href="{links_of(german)}"' in html.content.decode()
