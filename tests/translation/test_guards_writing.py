"""Writing while a page is locked or reviewed, or in another language: leak 5.

The numbers are those of the research on wagtail-localize 1.14.5.
"""

from io import BytesIO

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation

from pages.translation.po.exporting import export_po
from pages.translation.starting import start_translation
from pages.translation.writer import version_of
from tests import factories
from tests.translation.people import address, browser, sentence
from tests.translation.translating import (
    start,
    translation_of,
)

pytestmark = pytest.mark.django_db


def put(client, where, value, seen=None):
    """Save a text as the editor does, which says what it has replaced."""
    return client.put(
        where,
        encode_multipart(BOUNDARY, {"value": value}),
        content_type=MULTIPART_CONTENT,
        headers={"X-Seen-Text": version_of(seen)},
    )


def string_address(original, language="en"):
    translation = translation_of(original, language)
    segment = translation.source.stringsegment_set.get(context__path="lead")
    return address("edit_string_translation", translation.pk, segment.pk)


def override_address(original, language="en"):
    translation = translation_of(original, language)
    segment = translation.source.overridablesegment_set.get(context__path="slug")
    return address("edit_override", translation.pk, segment.pk)


def lock(page, user):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=user)


def review(page, user):
    page.get_workflow().start(page, user)


@pytest.fixture(params=[lock, review])
def closed(request, cast, english):
    """The English page, which its moderator has locked, or has to review."""
    request.param(english, cast.moderator)
    return english


def test_a_string_is_saved(cast, german, english):
    client, seen = browser(cast.translator), "EN Wer wir sind."

    answer = put(client, string_address(german), "About us", seen)

    assert answer.status_code == 200
    assert StringTranslation.objects.filter(data="About us").exists()


def test_leak_5_strings_of_a_closed_page_are_not_saved(cast, german, closed):
    where = string_address(german)
    client = browser(cast.translator)

    seen = "EN Wer wir sind."
    answers = [put(client, where, "Changed", seen)]
    answers.append(client.delete(where, headers={"X-Seen-Text": version_of(seen)}))

    assert [answer.status_code for answer in answers] == [403, 403]
    assert "Your change was not saved." in sentence(answers[0])
    assert StringTranslation.objects.filter(data="EN Wer wir sind.").exists()


def test_leak_5_own_forms_on_a_closed_page_are_not_saved(cast, german, closed):
    answer = put(browser(cast.translator), override_address(german), "changed")

    assert answer.status_code == 403
    assert not SegmentOverride.objects.exists()


def test_leak_5_a_po_file_for_a_closed_page_is_not_read(cast, german, closed):
    translation = translation_of(german)
    po = str(translation.export_po()).replace("EN Wer wir sind.", "Changed")
    where = address("upload_pofile", translation.pk)

    answer = browser(cast.translator).post(where, {"file": BytesIO(po.encode())})

    assert answer.status_code == 403
    assert not StringTranslation.objects.filter(data="Changed").exists()


def test_leak_5_a_closed_page_is_not_translated_by_machine(
    cast, german, closed, settings
):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    StringTranslation.objects.filter(data="EN Wer wir sind.").delete()
    where = address("machine_translate", translation_of(german).pk)

    answer = browser(cast.translator).post(where)

    assert answer.status_code == 403
    assert not StringTranslation.objects.filter(translation_type="machine").exists()


def test_leak_5_a_closed_page_is_not_published(cast, german, closed):
    StringTranslation.objects.filter(data="EN Wer wir sind.").update(data="Changed")
    where = reverse("wagtailadmin_pages:edit", args=[closed.pk])

    answer = browser(cast.translator).post(where, {"action": "publish"})

    closed.refresh_from_db()
    assert answer.status_code == 403
    assert closed.lead == "EN Wer wir sind."


def test_a_closed_page_is_shown(cast, german, closed):
    key = translation_of(german).pk
    client = browser(cast.translator)

    found = [
        client.get(where).status_code
        for where in (
            address("preview_translation", key),
            address("download_pofile", key),
            reverse("wagtailadmin_pages:edit", args=[closed.pk]),
        )
    ]

    assert found == [200, 200, 200]


def requests_about(original, language, client):
    """Send everything that can be sent about a translation; return the answers."""
    translation = translation_of(original, language)
    file = BytesIO(str(export_po([translation], translation.target_locale)).encode())
    key = translation.pk
    return {
        "preview": client.get(address("preview_translation", key)),
        "download": client.get(address("download_pofile", key)),
        "string": put(client, string_address(original, language), "X"),
        "own form": put(client, override_address(original, language), "x"),
        "upload": client.post(address("upload_pofile", key), {"file": file}),
        "machine": client.post(address("machine_translate", key)),
    }


def test_translators_write_in_their_language(cast, german):
    start(german)

    answers = requests_about(german, "en", browser(cast.translator))

    found = {name: answer.status_code for name, answer in answers.items()}
    redirected = {"upload": 302, "machine": 404}  # no service is set up
    assert found == dict.fromkeys(found, 200) | redirected
    assert StringTranslation.objects.filter(data="X").exists()


def test_leak_5_translators_into_english_write_no_french(cast, german, french):
    start_translation(german, factories.locale("fr"))

    answers = requests_about(german, "fr", browser(cast.translator))

    assert {answer.status_code for answer in answers.values()} == {403}
    assert not StringTranslation.objects.exists()
    assert not SegmentOverride.objects.exists()


def test_leak_8_translators_into_english_write_no_french_entries(cast, french):
    contact = factories.contact("Jo Wallner", role="Leitung")
    start_translation(contact, factories.locale("fr"))
    translation = translation_of(contact, "fr")
    segment = translation.source.stringsegment_set.get(context__path="role")
    client, key = browser(cast.translator), translation.pk
    editor = browser(cast.editor)
    where = address("edit_string_translation", key, segment.pk)

    answers = [
        put(client, where, "X"),
        client.get(address("download_pofile", key)),
        client.post(address("machine_translate", key)),
        client.post(reverse("translation_publish", args=[key])),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert put(editor, where, "direction").status_code == 200
    assert [text.data for text in StringTranslation.objects.all()] == ["direction"]


def test_strings_of_another_translation_are_not_saved(cast, home, german, english):
    other = factories.standard(home, "Datenschutz", slug="datenschutz")
    start(other)
    key = translation_of(other).source.stringsegment_set.first().pk
    where = address("edit_string_translation", translation_of(german).pk, key)

    answer = put(browser(cast.translator), where, "X")

    assert answer.status_code in {400, 404}
    assert not StringTranslation.objects.filter(data="X").exists()
