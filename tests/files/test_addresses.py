"""A replaced file keeps its address, and a private one stays private."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from pages.models import SiteDocument
from tests import factories
from tests.files.pdfs import pdf
from tests.files.ways import upload, values


@pytest.fixture(autouse=True)
def _storage_on_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }


@pytest.fixture
def plan(db):
    return factories.document("Plan", "plan.pdf", pdf())


@pytest.fixture
def replace(english, plan, django_capture_on_commit_callbacks):
    """Put another file in the place of the plan's, as an editor does."""

    def replace(name, content):
        place = reverse("wagtaildocs:edit", args=[plan.pk])
        given = values(title="Plan", file=upload(name, content))
        with django_capture_on_commit_callbacks(execute=True):
            answer = english.post(place, given)
        plan.refresh_from_db()
        return answer.status_code

    return replace


def served(client, path, **headers):
    answer = client.get(path, headers=headers)
    return answer.status_code, content_of(answer)


def content_of(answer):
    """Read an answer to its end. Closing it would close the test's database as well."""
    return b"".join(answer.streaming_content) if answer.streaming else b""


def test_file_of_the_same_name_has_the_same_address(replace, plan, client):
    address = plan.url
    newest = pdf(b"", b"")

    status = replace("plan.pdf", newest)

    assert (status, plan.url) == (302, address)
    assert served(client, address) == (200, newest)


def test_old_name_leads_to_the_new_file(replace, plan, client):
    old = plan.url

    replace("plan-neu.pdf", pdf(b"", b""))
    answer = client.get(old)

    assert (answer.status_code, answer["Location"]) == (
        302,
        f"/documents/{plan.pk}/plan-neu.pdf",
    )
    assert answer["Cache-Control"] == "no-cache"


def test_name_that_comes_back_leads_to_no_circle(replace, plan, client):
    first = plan.url
    replace("b.pdf", pdf(b""))
    second = plan.url

    replace("plan.pdf", pdf(b"", b""))

    assert served(client, first)[0] == 200
    assert client.get(second)["Location"] == first


def test_size_pages_and_hash_are_those_of_the_new_file(replace, plan):
    before = plan.file_hash
    newest = pdf(b"", b"", b"")

    replace("plan.pdf", newest)

    assert (plan.file_size, plan.page_count) == (len(newest), 3)
    assert plan.file_hash != before


def test_replaced_file_is_removed(replace, plan, stored):
    replace("plan.pdf", pdf(b"", b""))

    assert stored() == ([plan.file.name], 1)


def test_file_stays_if_its_successor_cannot_be_saved(
    english, plan, client, monkeypatch
):
    def fail(*args, **kwargs):
        raise DatabaseError("The disk is full.")

    monkeypatch.setattr(SiteDocument, "save", fail)
    place = reverse("wagtaildocs:edit", args=[plan.pk])
    with pytest.raises(DatabaseError):
        english.post(place, values(file=upload("plan.pdf", pdf(b""))))

    assert served(client, plan.url) == (200, pdf())


def test_unchanged_file_is_not_sent_again(plan, client):
    answer = client.get(plan.url)

    content_of(answer)
    again = served(client, plan.url, if_none_match=answer["ETag"])
    assert answer["Cache-Control"] == "no-cache"
    assert again == (304, b"")


@pytest.mark.parametrize(
    "name", ["", "//evil.example/", "x.pdf?next=//evil.example", "../../admin/", "ä b"]
)
def test_any_name_leads_to_the_document_and_nowhere_else(plan, client, name):
    answer = client.get(f"/documents/{plan.pk}/{name}")

    assert (answer.status_code, answer["Location"]) == (302, plan.url)


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30])
def test_document_that_does_not_exist_is_not_found(db, client, pk):
    factories.home()

    assert client.get(f"/documents/{pk}/plan.pdf").status_code == 404


@pytest.fixture
def private(plan):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    plan.collection = collection
    plan.save()
    return plan


@pytest.mark.parametrize("name", ["plan.pdf", "alt.pdf"])
def test_private_document_asks_for_a_login_under_any_name(private, client, name):
    path = f"/documents/{private.pk}/{name}"

    answer = client.get(path)

    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?next={path}")
    assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize(("name", "status"), [("plan.pdf", 200), ("alt.pdf", 302)])
def test_private_document_is_kept_by_no_shared_cache(private, client, name, status):
    client.force_login(User.objects.create_user("jo"))

    answer = client.get(f"/documents/{private.pk}/{name}")
    content_of(answer)

    assert answer.status_code == status
    assert set(answer["Cache-Control"].split(", ")) == {"private", "no-cache"}
