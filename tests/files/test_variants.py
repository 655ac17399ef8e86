"""Documents in another language: what they may be a variant of, and who says which."""

import pytest
from django.urls import reverse

from tests import factories
from tests.files.pdfs import accessible_pdf, checked, pdf
from tests.files.ways import values


def test_document_is_no_variant_of_itself(english, db):
    flyer = factories.document("Flyer")
    other = factories.document("Anderer")
    place = reverse("wagtaildocs:edit", args=[flyer.pk])

    form = english.get(place).content.decode()
    answer = english.post(place, values(title="Flyer", variant_of=flyer.pk))

    assert f'<option value="{other.pk}">' in form
    assert f'<option value="{flyer.pk}">' not in form
    flyer.refresh_from_db()
    assert (answer.status_code, flyer.variant_of) == (200, None)


def test_language_of_a_pdf_is_taken_over_from_the_file(db):
    assert checked(accessible_pdf()).language == "de"


@pytest.mark.parametrize(("given", "kept"), [("en", "en"), ("", "")])
def test_language_that_somebody_chose_or_nobody_knows_stays(db, given, kept):
    content = accessible_pdf() if given else pdf()

    assert checked(content, language=given).language == kept
