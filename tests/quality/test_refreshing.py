"""The table of findings follows what is published, changed and deleted, at once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Site
from wagtail_localize.models import TranslatableObject

from pages.models import CheckedObject, ExternalAddress, Finding, Menu, MenuItem
from pages.quality import subjects
from pages.quality.refreshing import refresh
from pages.quality.subjects import key_of
from tests import factories

pytestmark = pytest.mark.django_db


def findings(**values):
    rows = Finding.objects.filter(**values).order_by("pk")
    return [(found.subject.title, found.kind) for found in rows]


def text_with(target, kind="page", words="dorthin"):
    return ("text", f'<p><a linktype="{kind}" id="{target.pk}">{words}</a></p>')


def publish(page):
    page.save_revision().publish()


def test_page_that_is_taken_offline_breaks_the_links_to_it_at_once(home, commit):
    with commit():
        target = factories.standard(home, "Ziel")
        factories.standard(home, "Verweis", body=[text_with(target)])
    before = findings()

    with commit():
        target.unpublish()
    offline = findings()
    with commit():
        publish(target)

    assert before == []
    assert offline == [("Verweis", "unpublished-page")]
    assert findings() == []


def test_page_that_is_deleted_breaks_the_links_to_it_at_once(home, commit):
    with commit():
        target = factories.standard(home, "Ziel")
        factories.standard(target, "Darunter")
        page = factories.standard(home, "Verweis", body=[text_with(target)])

    with commit():
        target.delete()

    [found] = Finding.objects.all()
    assert (found.kind, found.data) == ("deleted-page", {"words": "dorthin"})
    assert found.place == f"body.{page.body.raw_data[0]['id']}"


def test_deleted_document_and_picture_are_found_at_once(home, commit):
    with commit():
        document, image = factories.document(), factories.image(alt_texts={"de": "Da"})
        factories.standard(
            home,
            "Verweis",
            body=[
                text_with(document, "document"),
                ("documents", {"documents": [("document", document)]}),
                ("figure", {"image": image}),
            ],
        )

    with commit():
        document.delete()
        image.delete()

    assert findings() == [
        ("Verweis", "deleted-picture"),
        ("Verweis", "deleted-document"),
        ("Verweis", "deleted-document"),
    ]


def test_link_block_and_menu_are_checked_as_well(home, commit):
    with commit():
        target = factories.standard(home, "Ziel")
        action = {"text": "<p>Los!</p>", "page": target, "label": "Los"}
        factories.standard(home, "Verweis", body=[("call_to_action", action)])
        menu = Menu.objects.create(place="header", locale=home.locale)
        item = MenuItem.objects.create(menu=menu, page=target, locale=home.locale)
        menu.save()

    with commit():
        target.unpublish()

    places = dict(Finding.objects.values_list("subject__title", "place"))
    assert sorted(kind for _title, kind in findings()) == ["unpublished-page"] * 2
    assert places[str(menu)] == f"items.{item.pk}.page"


def test_alternative_text_is_asked_for_in_each_language(home, commit):
    with commit():
        image = factories.image("Platz", alt_texts={"de": "Ein Platz"})
        page = factories.standard(home, "Bild", body=[("figure", {"image": image})])
        factories.translated(page, title="Picture")
    missing = findings()

    with commit():
        image.alt_texts = {"de": "Ein Platz", "en": "A square"}
        image.save()

    assert missing == [("Picture", "no-alternative-text")]
    assert findings() == []


def test_decoration_needs_no_alternative_text(home, commit):
    with commit():
        image = factories.image()
        figure = {"image": image, "is_decorative": True}
        gallery = {"pictures": [("figure", figure), ("figure", {"image": image})]}
        page = factories.standard(
            home, "Bild", body=[("figure", figure), ("gallery", gallery)]
        )

    [found] = Finding.objects.all()
    stored = page.body.raw_data[1]
    inner = stored["value"]["pictures"][1]["id"]
    assert found.place == f"body.{stored['id']}.pictures.{inner}.image"


def test_headings_of_blocks_and_texts_are_one_order(home, commit):
    with commit():
        factories.standard(
            home,
            "Stufen",
            body=[("heading", "Zwei"), ("text", "<h4>Vier</h4>"), ("heading", "")],
        )

    assert findings() == [("Stufen", "heading-jump"), ("Stufen", "empty-heading")]


def test_drafts_are_not_checked(home, commit):
    with commit():
        page = factories.standard(home, "Entwurf", body=[("text", "<h4>Vier</h4>")])
    with commit():
        page.unpublish()

    assert findings() == []
    assert not CheckedObject.objects.exists()


def test_file_that_is_gone_from_the_storage_is_found_by_the_command(home):
    document = factories.document("Flyer")
    factories.image("Bild")
    document.file.storage.delete(document.file.name)

    assert check() == "1 finding."
    assert findings() == [("Flyer", "missing-file")]


def check():
    said = StringIO()
    with override("en"):
        call_command("check_quality", stdout=said, stderr=StringIO())
    return said.getvalue().strip()


def test_command_finds_again_what_signals_have_found(home, commit):
    with commit():
        target = factories.standard(home, "Ziel")
        body = [text_with(target), ("text", '<a href="https://example.org/">x</a>')]
        factories.standard(home, "Verweis", body=body)
    with commit():
        target.unpublish()
    by_signals = findings()
    Finding.objects.all().delete()
    CheckedObject.objects.all().delete()
    ExternalAddress.objects.all().delete()

    said = check()

    assert said == "1 finding."
    assert findings() == by_signals
    assert [row.url for row in ExternalAddress.objects.all()] == [
        "https://example.org/"
    ]


def test_command_forgets_what_is_gone_without_a_signal(home, commit):
    with commit():
        page = factories.standard(home, "Stufen", body=[("text", "<h4>Vier</h4>")])
    type(page).objects.filter(pk=page.pk).update(live=False)

    assert check() == "0 findings."
    assert not CheckedObject.objects.exists()


@pytest.fixture
def our_host(home):
    Site.objects.update(hostname="stadt.example", port=443)
    Site.clear_site_root_paths_cache()
    yield "stadt.example"
    Site.clear_site_root_paths_cache()


def test_address_of_our_own_is_none_of_another_website(home, our_host, commit):
    links = "".join(
        f'<a href="{url}">x</a>'
        for url in (f"https://{our_host}/de/", f"HTTP://{our_host}", "http://b.de")
    )

    with commit():
        factories.standard(home, "Verweis", body=[("text", links)])

    assert [row.url for row in ExternalAddress.objects.all()] == ["http://b.de"]


def test_finding_that_is_still_true_keeps_its_date(home, commit):
    with commit():
        page = factories.standard(home, "Stufen", body=[("text", "<h4>Vier</h4>")])
    [before] = Finding.objects.all()

    with commit():
        publish(page)

    [after] = Finding.objects.all()
    assert (after.pk, after.found_at) == (before.pk, before.found_at)


@pytest.mark.parametrize("amount", [1, 12])
def test_refreshing_asks_as_much_for_any_number_of_pages(home, amount):
    image = factories.image()
    target = factories.standard(home, "Ziel")
    body = [
        ("text", '<h4>Vier</h4><p><a href="https://example.org/">x</a></p>'),
        ("figure", {"image": image}),
        ("call_to_action", {"text": "", "page": target, "label": "Los"}),
    ]
    pages = [
        factories.workshop(home, f"Werkstatt {number}", body=body)
        for number in range(amount)
    ]
    keys = [key_of(page) for page in pages]
    refresh(keys)

    with CaptureQueriesContext(connection) as first:
        refresh(keys)
    Finding.objects.all().delete()
    with CaptureQueriesContext(connection) as again:
        refresh(keys)

    assert (len(first), len(again)) == (13, 14)


def test_object_that_cannot_be_checked_leaves_the_others_alone(
    home, commit, monkeypatch, caplog
):
    with commit():
        for title in ("Eins", "Schlimm", "Drei"):
            factories.standard(home, title, body=[("text", "<h4>Vier</h4>")])
        gone = factories.standard(home, "Weg", body=[("text", "<h4>Vier</h4>")])
    Finding.objects.all().delete()
    type(gone).objects.filter(pk=gone.pk).update(live=False)
    original = subjects.read_fields

    def read_fields(instance, content, *rest):
        if str(instance) == "Schlimm":
            raise LookupError
        original(instance, content, *rest)

    monkeypatch.setattr(subjects, "read_fields", read_fields)

    assert check() == "2 findings."
    assert findings() == [("Eins", "heading-jump"), ("Drei", "heading-jump")]
    assert not CheckedObject.objects.filter(title="Weg").exists()
    assert "was not checked" in caplog.text


def test_model_whose_keys_are_no_numbers_is_left_out(home, monkeypatch):
    monkeypatch.setattr(subjects, "snippet_kinds", lambda: [Menu, TranslatableObject])

    known = subjects.kinds()

    assert (Menu in known, TranslatableObject in known) == (True, False)
