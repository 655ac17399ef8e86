"""Nobody is told by the search of what is not public, whatever the index still says."""

import pytest
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from search.models import Entry, PromotedResult, Word
from tests import factories
from tests.search.engine.content import attach, session


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.fixture
def everything(home):
    """A workshop with a person and a file."""
    project = factories.project(home, "Projekt Ulme")
    agenda = [session("Anfang", ("Ada Ulme", "Amt"))]
    page = factories.workshop(project, "Werkstatt Ulme", agenda=agenda)
    attach(page, "Unter der Ulme", "Flyer Ulme")
    return page


def test_drafts_are_not_found_nor_what_only_they_show(everything, index, titles):
    index()
    before = titles("Ulme")

    Page.objects.filter(pk=everything.pk).update(live=False)

    assert sorted(before) == [
        "Ada Ulme",
        "Flyer Ulme",
        "Projekt Ulme",
        "Werkstatt Ulme",
    ]
    assert titles("Ulme") == ["Projekt Ulme"]


def test_restriction_works_at_once_on_what_is_indexed(everything, index, titles):
    index()

    hide(everything.get_parent())

    assert titles("Ulme") == []


@pytest.mark.parametrize("depth", [1, 2])
def test_nothing_below_an_unpublished_page_is_found(everything, index, titles, depth):
    index()
    above = everything.get_ancestors()[depth]

    Page.objects.filter(pk=above.pk).update(live=False)
    while_it_is_off = titles("Ulme")
    Page.objects.filter(pk=above.pk).update(live=True)

    assert while_it_is_off == []
    assert len(titles("Ulme")) == 4


def test_name_that_only_a_private_page_has_is_not_shown(
    everything, home, index, titles
):
    agenda = [session("Anfang", ("Prof. Dr. Ada Ulme", "Amt"))]
    private = factories.workshop(home, "Intern", agenda=agenda)
    index()
    before = titles("Ada")[0]

    hide(private)
    at_once = titles("Ada")
    index()

    assert before == "Prof. Dr. Ada Ulme"
    assert at_once == titles("Ada") == ["Ada Ulme", "Werkstatt Ulme"]


def test_restricted_pages_are_not_even_indexed(everything, index):
    hide(everything.get_parent())

    index()

    assert list(Entry.objects.filter(kind__in=["workshop", "person", "document"])) == []
    assert not Word.objects.filter(word="ulme").exists()


def test_expired_page_is_gone(home, index, titles):
    page = factories.standard(home, "Ulme")
    index()

    Page.objects.filter(pk=page.pk).update(
        live=False, expired=True, expire_at=timezone.now()
    )

    assert titles("Ulme") == []


def test_document_in_a_private_collection_is_not_found(everything, index, titles):
    index()

    root = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=root, restriction_type="login")

    assert "Flyer Ulme" not in titles("Ulme")


def test_document_below_a_private_collection_is_not_indexed(everything, index):
    above = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
    inside = Collection.objects.get(pk=above.pk).add_child(name="Darin")
    document = attach(everything, title="Geheimplan")
    type(document).objects.filter(pk=document.pk).update(collection=inside)

    index()

    assert not Entry.objects.filter(title="Geheimplan").exists()


def test_document_that_no_page_shows_is_not_found(home, index, titles):
    factories.document("Vorab")

    index()

    assert titles("Vorab") == []


def test_promoted_page_that_is_hidden_is_left_out(everything, index, titles):
    PromotedResult.objects.create(language="de", words="Baum", page=everything)
    index()
    before = titles("baum")

    hide(everything)

    assert (before, titles("baum")) == (["Werkstatt Ulme"], [])
