"""What is left behind when the writing of pages fails halfway."""

import pytest
from django.test import RequestFactory
from django.utils.translation import get_language, override
from wagtail.models import Site

from pages.delivery import writing
from pages.delivery.reading import Reader
from pages.references import CURRENT
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("place", ["encoded", "write"])
def test_failure_leaves_no_language_and_no_references(home, monkeypatch, place):
    page = factories.translated(home, title="Home")
    request = RequestFactory().get("/api/v1/pages", headers={"Host": "testserver"})
    reader = Reader(request, Site.objects.get())

    def fail(*given):
        raise RecursionError

    monkeypatch.setattr(writing, place, fail)
    with override("de"):
        with pytest.raises(RecursionError) as failure:
            writing.encoded_pages([page], reader, None)
        languages = get_language(), reader.language

    assert failure.tb is not None  # It holds on to what was being written.
    assert (languages, CURRENT.get()) == (("de", "de"), None)
