"""The sizes of a picture are made when it is uploaded, not when it is asked for."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image as Picture

from cms.pictures import PHOTO, expanded
from pages.models import Rendition
from pages.sizes import make_sizes
from tests import factories


@pytest.fixture(autouse=True)
def empty_cache():
    """Wagtail keeps there what other tests' pictures of the same number have."""
    cache.clear()


def made(image):
    return sorted(image.renditions.values_list("filter_spec", flat=True))


@pytest.mark.django_db
def test_uploaded_picture_gets_the_sizes_of_a_photo(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        image = factories.image()

    assert made(image) == sorted(expanded(PHOTO))


@pytest.mark.django_db
def test_other_words_at_a_picture_make_nothing_anew(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        image = factories.image()
    before = set(Rendition.objects.values_list("pk", flat=True))

    with django_capture_on_commit_callbacks(execute=True):
        image.credit = "Foto: Jo Wallner"
        image.save()

    assert set(Rendition.objects.values_list("pk", flat=True)) == before


def test_replaced_picture_gets_its_sizes_after_the_old_ones_have_gone(
    transactional_db, django_db_serialized_rollback, admin_client
):
    image = factories.image()
    before = set(Rendition.objects.values_list("pk", flat=True))
    content = BytesIO()
    Picture.new("RGB", (80, 40), "red").save(content, "PNG")
    file = SimpleUploadedFile("rot.png", content.getvalue(), "image/png")
    form = {"title": "Rot", "file": file, "collection": image.collection_id}

    response = admin_client.post(f"/admin/images/{image.pk}/", form)

    assert response.status_code == 302
    now = Rendition.objects.exclude(pk__in=before)
    assert sorted({(one.width, one.height) for one in now}) == [(80, 40)]
    assert made(image) == sorted(expanded(PHOTO))


@pytest.mark.django_db
def test_request_after_it_makes_no_sizes(client, django_capture_on_commit_callbacks):
    home = factories.home()
    with django_capture_on_commit_callbacks(execute=True):
        image = factories.image(alt_texts={"de": "Ein Beet"})
    index = factories.news_index(factories.project(home))
    factories.news(index, image=image)

    with CaptureQueriesContext(connection) as asked:
        response = client.get("/api/v1/pages?type=news")

    assert response.json()["items"][0]["image"]["id"] == image.pk
    assert [one["sql"] for one in asked if one["sql"].startswith("INSERT")] == []


@pytest.mark.django_db
def test_picture_that_is_gone_or_has_no_file_stops_nothing():
    image = factories.image()
    image.file.storage.delete(image.file.name)

    make_sizes.enqueue(image.pk)
    make_sizes.enqueue(0)

    assert made(image) == []
