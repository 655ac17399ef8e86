"""An English page links the English file; where there is none it says "in German"."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction

from pages.models import PageDocument
from pages.variants import documents_in_active_language
from tests import factories
from tests.translation.visitors.german import with_ids


def linked(seen):
    """Words and language attributes of each link to a file, in their order."""
    return [
        (" ".join(link.get_text(" ").split()), link.get("hreflang"))
        for link in seen.html.select("main a")
        if link.select(".file-facts")
    ]


def places(document, **values):
    """A page that shows one document in every way a page can show one."""
    item = {"type": "document", "value": document.pk}
    text = f'<p><a linktype="document" id="{document.pk}">the plan</a></p>'
    session = {"start": "11:00", "title": "Talk", "slides": [item]}
    return {
        "flyer": document,
        "intro": text,
        "agenda": with_ids([{"type": "session", "value": session}]),
        "body": with_ids(
            [
                {"type": "documents", "value": {"title": "", "documents": [item]}},
                {"type": "text", "value": text},
            ]
        ),
        **values,
    }


@pytest.fixture
def flyer(db):
    return factories.document("Flugblatt", "de.txt", language="de")


@pytest.fixture
def english_flyer(flyer):
    return factories.document("Flyer", "en.txt", language="en", variant_of=flyer)


@pytest.fixture
def workshop(home, flyer):
    """English and German page of one workshop, by language."""
    factories.translated(home)
    german = factories.workshop(home, "Werkstatt", **places(flyer))
    for title in ("", "Own words"):
        PageDocument.objects.create(
            page=german, document=flyer, title=title, locale=german.locale
        )
    return {"de": german, "en": factories.translated(german)}


def chosen(document, language="en"):
    with override(language):
        return documents_in_active_language([document.pk])[document.pk]


def test_english_page_links_the_english_file_everywhere(read, workshop, english_flyer):
    assert linked(read(workshop["en"])) == [
        ("the plan (TXT, 1 kB)", None),
        ("Flyer (TXT, 1 kB)", None),
        ("Flyer (TXT, 1 kB)", None),
        ("Flyer (TXT, 1 kB)", None),
        ("the plan (TXT, 1 kB)", None),
        ("Flyer (TXT, 1 kB)", None),
        ("Own words (TXT, 1 kB)", None),
    ]


def test_english_page_leads_to_the_english_file(read, workshop, english_flyer):
    seen = read(workshop["en"])

    addresses = {
        link["href"] for link in seen.html.select("main a") if link.select("span")
    }
    assert addresses == {english_flyer.url}


def test_german_page_links_the_german_file_everywhere(
    read, workshop, flyer, english_flyer
):
    links = linked(read(workshop["de"]))

    assert links[:2] == [
        ("the plan (TXT, 1 kB)", None),
        ("Flugblatt (TXT, 1 kB)", None),
    ]
    assert len(links) == 7
    assert {code for _words, code in links} == {None}


def test_english_page_says_that_a_file_is_german(read, workshop):
    assert linked(read(workshop["en"])) == [
        ("the plan (TXT, 1 kB, in German)", "de"),
        ("Flugblatt (TXT, 1 kB, in German)", "de"),
        ("Flugblatt (TXT, 1 kB, in German)", "de"),
        ("Flugblatt (TXT, 1 kB, in German)", "de"),
        ("the plan (TXT, 1 kB, in German)", "de"),
        ("Flugblatt (TXT, 1 kB, in German)", "de"),
        ("Own words (TXT, 1 kB, in German)", "de"),
    ]


def test_title_of_a_german_file_is_marked(read, workshop):
    marked = read(workshop["en"]).all("main a [lang=de]")

    assert marked == ["Flugblatt"] * 4


def test_german_original_may_be_the_variant(flyer):
    english = factories.document("Flyer", language="en")
    flyer.variant_of = english
    flyer.save()

    assert chosen(flyer) == english
    assert chosen(english, "de") == flyer


def test_variant_of_a_variant_is_found_from_every_side(flyer):
    french = factories.document("Tract", language="fr", variant_of=flyer)
    english = factories.document("Flyer", language="en", variant_of=french)

    assert [chosen(one) for one in (flyer, french, english)] == [english] * 3
    assert [chosen(one, "de") for one in (flyer, french, english)] == [flyer] * 3


def test_siblings_are_variants_of_each_other(flyer, english_flyer):
    french = factories.document("Tract", language="fr", variant_of=flyer)

    assert chosen(french) == english_flyer


def test_variants_in_a_circle_are_found(flyer, english_flyer):
    flyer.variant_of = english_flyer
    flyer.save()

    assert (chosen(flyer), chosen(english_flyer, "de")) == (english_flyer, flyer)


def test_newest_of_several_variants_is_linked(flyer, english_flyer):
    newer = factories.document("New flyer", language="en", variant_of=flyer)

    assert chosen(flyer) == newer


def test_file_in_the_language_of_the_page_stays_what_was_chosen(flyer, english_flyer):
    factories.document("New flyer", language="en", variant_of=flyer)

    assert chosen(english_flyer) == english_flyer


def test_file_without_a_language_counts_as_an_original(db):
    plan = factories.document("Plan")
    english = factories.document("Map", language="en", variant_of=plan)

    assert (chosen(plan), chosen(plan, "de")) == (english, plan)


def test_file_of_another_family_is_no_variant(flyer, english_flyer):
    poster = factories.document("Plakat", language="de")

    with override("en"):
        found = documents_in_active_language([flyer.pk, poster.pk])

    assert found == {flyer.pk: english_flyer, poster.pk: poster}


@pytest.fixture
def internal(db):
    root = Collection.get_first_root_node()
    collection = root.add_child(name="Internal")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection.add_child(name="Drafts")


def test_hidden_file_does_not_stand_in_for_a_public_one(flyer, english_flyer, internal):
    english_flyer.collection = internal
    english_flyer.save()

    assert chosen(flyer) == flyer


def test_hidden_file_stands_in_for_one_beside_it(flyer, english_flyer, internal):
    for document in (flyer, english_flyer):
        document.collection = internal
        document.save()

    assert chosen(flyer) == english_flyer


@pytest.mark.parametrize("amount", [1, 3])
def test_variants_of_all_files_cost_one_query(db, amount):
    files = [factories.document(f"D{n}", language="de") for n in range(amount)]
    for file in files:
        factories.document("E", language="en", variant_of=file)

    with override("en"), CaptureQueriesContext(connection) as asked:
        found = documents_in_active_language([file.pk for file in files])

    assert [document.language for document in found.values()] == ["en"] * amount
    assert len(asked) == 2


def test_files_of_the_page_itself_cost_no_query_more(flyer, english_flyer):
    with override("de"), CaptureQueriesContext(connection) as asked:
        documents_in_active_language([flyer.pk])

    assert len(asked) == 1
