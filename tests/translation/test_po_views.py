"""PO files in the admin, of one page and of several."""

import re

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from pages.translation.po.files import read_po
from tests import factories
from tests.translation.exchange import (
    begun,
    entry_for,
    exported,
    filled,
    stored,
    translator,
    write,
)
from tests.translation.translating import (
    english_of,
    start,
    translation_of,
)

pytestmark = pytest.mark.django_db

LINKED = 'Bis 6.3. <a id="a1">anmelden</a>.'


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.fixture
def user(home, django_user_model):
    return translator(django_user_model)


@pytest.fixture
def workshop(home):
    return begun(home)


def download(client, original):
    translation = translation_of(original)
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    return client.get(address)


def upload(client, original, data=None, **fields):
    translation = translation_of(original)
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    if data is not None:
        fields["file"] = SimpleUploadedFile("texts.po", data)
    return client.post(address, fields)


def said(response):
    words = [str(message) for message in get_messages(response.wsgi_request)]
    return [re.sub(r"<[^>]*>", "", text).strip() for text in words]


def test_editor_offers_our_file(client, workshop, user):
    client.force_login(user)

    response = download(client, workshop)

    assert response["Content-Disposition"] == (
        'attachment; filename="werkstatt-1-en.po"'
    )
    assert len(read_po(response.content)) == 6


def test_good_file_ends_where_it_was_chosen(client, workshop, user):
    client.force_login(user)
    po = filled(exported(workshop), lead="Join in.")

    response = upload(client, workshop, str(po).encode(), next="/admin/pages/")

    assert (response.status_code, response.url) == (302, "/admin/pages/")
    assert said(response) == [
        "1 text was saved. 5 texts have no translation in the file."
    ]


def test_file_with_findings_ends_in_a_list(client, workshop, user):
    client.force_login(user)
    write(workshop, "Werkstatt 1", "Workshop 1")
    po = filled(exported(workshop), title="First workshop", lead="Join {us}.")
    entry_for(po, LINKED).msgstr = "Register"
    entry_for(po, "2031").msgstr = "the year"
    po.append(polib.POEntry(msgid="<b>Fremd</b>", msgstr="x"))
    write(workshop, "Werkstatt 1", "Workshop one")

    response = upload(client, workshop, str(po).encode(), next="/admin/pages/")

    text = " ".join(response.content.decode().split())
    assert response.status_code == 200
    for words in (
        "2 texts were saved.",
        "The link &lt;a id=&quot;a1&quot;&gt; of the original is missing.",
        "Workshop one",
        "First workshop",
        "The number 2031 of the original is missing.",
        "Fremd",
        'href="/admin/pages/"',
    ):
        assert words in text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (None, "Please choose a file."),
        (b"\n", "The file is empty."),
        (b"Hello", "Line 1 is not as it has to be in a PO file."),
        (b"x" * (5 * 1024 * 1024 + 1), "The file is larger than 5 MB."),
    ],
)
def test_unusable_file_is_a_message(client, workshop, user, data, sentence):
    client.force_login(user)

    response = upload(client, workshop, data)

    assert response.status_code == 302
    assert said(response)[0].startswith(sentence)


def test_selection_is_one_file(client, home, workshop, user):
    other = begun(home, title="Werkstatt 2", slug="zwei")
    untouched = factories.standard(home)
    client.force_login(user)
    pages = [workshop.pk, english_of(other).pk, untouched.pk, "x", "9" * 30]

    response = client.get(
        reverse("translation_po_export"), {"language": "en", "page": pages}
    )

    contexts = {entry.msgctxt.split(":")[0] for entry in read_po(response.content)}
    assert contexts == {str(translation_of(page).uuid) for page in (workshop, other)}


def test_snippet_is_chosen_by_its_translation(client, workshop, django_user_model):
    contact = factories.contact(role="Leitung")
    start(contact)
    boss = django_user_model.objects.create_superuser("boss", "b@a.example", "secret")
    client.force_login(boss)

    response = client.get(
        reverse("translation_po_export"),
        {"language": "en", "translation": translation_of(contact).pk},
    )

    assert [entry.msgid for entry in read_po(response.content)] == ["Leitung"]


@pytest.mark.parametrize("query", [{}, {"page": "x"}])
def test_selection_of_nothing_asks_for_one(client, workshop, user, query):
    client.force_login(user)

    response = client.get(reverse("translation_po_export"), {"language": "en", **query})

    assert response.status_code == 302
    assert said(response) == [
        "Nothing is chosen. Tick the entries whose texts you want to export."
    ]


def test_selection_of_unknown_pages_is_a_message(client, workshop, user):
    client.force_login(user)

    query = {"language": "en", "page": 999}
    response = client.get(reverse("translation_po_export"), query)

    assert response.status_code == 302
    assert said(response) == [
        "None of the chosen pages has a translation that you may change."
    ]


def test_selection_in_an_unknown_language_is_not_found(client, workshop, user):
    client.force_login(user)

    response = client.get(reverse("translation_po_export"), {"language": "xx"})

    assert response.status_code == 404


def test_file_of_a_selection_is_imported_in_one_place(client, home, workshop, user):
    other = begun(home, title="Werkstatt 2", slug="zwei")
    client.force_login(user)
    address = reverse("translation_po_import")
    po = filled(exported(workshop, other), lead="Join in.")

    form = client.get(address, {"next": "/admin/pages/"})
    file = SimpleUploadedFile("texts.po", str(po).encode())
    response = client.post(address, {"file": file, "next": "/admin/pages/"})

    assert 'type="file"' in form.content.decode()
    assert response.url == "/admin/pages/"
    assert stored(workshop) == stored(other) == {"Machen Sie mit.": "Join in."}


@pytest.mark.parametrize("name", ["translation_po_export", "translation_po_import"])
def test_visitors_are_sent_to_the_login(client, home, name):
    response = client.get(reverse(name))

    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def test_person_without_rights_gets_no_texts(client, workshop, django_user_model):
    stranger = django_user_model.objects.create_user("eve", "eve@a.example", "secret")
    client.force_login(stranger)

    response = download(client, workshop)

    assert b"msgid" not in response.content
