"""What ``/api/v1/changes`` answers, part by part."""

import pytest
from wagtail.models import PageViewRestriction

from cms.api.names import name_of
from cms.outbox.models import Event, Feed
from tests import factories
from tests.outbox.conftest import fresh
from tests.outbox.test_events import hide

CHANGES = "/api/v1/changes"


@pytest.fixture
def ask(client):
    """Ask for a part, which has to be there."""

    def ask(since="", **parameters):
        asked = {**({"since": since} if since else {}), **parameters}
        response = client.get(CHANGES, asked)
        assert response.status_code == 200, response.content
        return response.json()

    return ask


@pytest.fixture
def read_all(ask):
    """Follow the feed to its end; return its entries and the last cursor."""

    def read_all(since="", limit=100):
        entries = []
        while True:
            part = ask(since, limit=limit)
            entries += part["entries"]
            since = part["cursor"]
            if not part["has_more"]:
                return entries, since

    return read_all


def as_page(page):
    return {
        "kind": "page",
        "id": page.pk,
        "type": name_of(page._meta.label),
        "language": page.locale.language_code,
        "path": page.url,
        "detail": f"/api/v1/pages/{page.pk}",
    }


def gone(page):
    return {"kind": "gone", "id": page.pk}


@pytest.mark.parametrize("limit", [1, 2, 500])
def test_client_begins_with_all_public_pages(home, project, workshop, read_all, limit):
    hide(factories.project(home, "Intern"))
    factories.standard(home, "Entwurf", live=False)

    entries, _cursor = read_all(limit=limit)

    assert entries == [as_page(home), as_page(project), as_page(workshop)]


@pytest.mark.parametrize("limit", [1, 2, 500])
def test_client_learns_what_happened_since(home, project, workshop, read_all, limit):
    _entries, cursor = read_all()
    new = factories.standard(home)
    fresh(workshop).unpublish()

    entries, _cursor = read_all(cursor, limit=limit)

    latest = {entry["id"]: entry for entry in entries}
    assert latest[new.pk] == as_page(new)
    assert latest[workshop.pk] == gone(workshop)


def test_nothing_new_is_an_empty_part(workshop, read_all, ask):
    _entries, cursor = read_all()

    assert ask(cursor) == {"entries": [], "cursor": cursor, "has_more": False}


def test_page_published_during_the_list_is_not_missed(home, workshop, ask, read_all):
    late = factories.standard(home, live=False)
    factories.standard(home, "Kontakt")
    part = ask(limit=4)
    late = fresh(late)
    late.save_revision().publish()

    entries, _cursor = read_all(part["cursor"])

    assert late.pk in [entry["id"] for entry in entries]


def test_hidden_page_is_gone_with_nothing_but_its_number(workshop, read_all):
    _entries, cursor = read_all()
    fresh(workshop).save_revision().publish()
    hide(workshop)

    entries, _cursor = read_all(cursor)

    latest = {entry["id"]: entry for entry in entries}
    assert latest[workshop.pk] == gone(workshop)
    assert "Werkstatt" not in str(entries)


def test_page_that_was_never_public_is_not_even_numbered(home, workshop, read_all):
    closed = factories.project(home, "Intern", live=False)
    hide(closed)
    _entries, cursor = read_all()
    fresh(closed).save_revision().publish()
    factories.standard(fresh(closed), "Protokoll")
    fresh(closed).delete()

    assert read_all(cursor)[0] == []


def test_page_shown_again_comes_back(workshop, read_all):
    hide(workshop)
    _entries, cursor = read_all()
    PageViewRestriction.objects.get().delete()

    entries, _cursor = read_all(cursor)

    assert as_page(workshop) in entries


def test_changed_contact_is_told_by_number(workshop, read_all):
    _entries, cursor = read_all()
    contact = factories.contact()

    entries, _cursor = read_all(cursor)

    number = str(contact.pk)
    expected = {"kind": "object", "type": "contact", "id": number}
    assert entries[-1] == {**expected, "is_gone": False}


@pytest.mark.parametrize("cursor", ["x", "1.2", "zz.1.0", "0.-1.0", "0.1.0\n"])
def test_what_is_no_cursor_is_refused(workshop, client, cursor):
    assert client.get(CHANGES, {"since": cursor}).status_code == 400


@pytest.mark.parametrize("limit", ["0", "501", "viele"])
def test_limit_has_to_be_a_number_that_makes_sense(workshop, client, limit):
    assert client.get(CHANGES, {"limit": limit}).status_code == 400


def test_cursor_that_is_too_old_is_gone(workshop, client, read_all):
    _entries, cursor = read_all()
    fresh(workshop).save_revision().publish()
    Feed.objects.update(pruned_to=Event.objects.latest("position").position)

    response = client.get(CHANGES, {"since": cursor})

    assert response.status_code == 410


def test_cursor_of_another_database_is_gone(workshop, client, read_all):
    _entries, cursor = read_all()
    Feed.objects.update(epoch="0123abcd")

    assert client.get(CHANGES, {"since": cursor}).status_code == 410


@pytest.mark.parametrize("count", [1, 3])
def test_part_takes_as_many_queries_for_any_number_of_pages(
    home, ask, read_all, django_assert_num_queries, count
):
    _entries, cursor = read_all()
    for number in range(count):
        factories.standard(fresh(home), f"Seite {number}")
    ask(cursor)

    with django_assert_num_queries(5):
        ask(cursor)
