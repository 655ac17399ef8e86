"""Words of the directory that a machine has made: each page that shows them says so."""

import pytest
from wagtail.models import Page

from pages.models import PageContact, ProjectFunding
from pages.translation.machine.confirmation import confirm_machine_texts
from pages.translation.machine.drafting import translate_open_texts
from tests import factories
from tests.translation.machines import Machine
from tests.translation.translating import (
    english_of,
    publish,
    published,
    start,
    translation_of,
)

UNCHECKED = (
    "Parts of this page were translated by a machine and have not been checked by a "
    "person yet."
)


@pytest.fixture
def translator(django_user_model):
    return django_user_model.objects.create_user("translator")


@pytest.fixture
def directory(home):
    """An entry of each kind, by its kind, that visitors read German words of."""
    return {
        "contact": factories.contact(role="Leitung"),
        "venue": factories.venue(arrival="Mit der Bahn."),
        "funding": factories.funding(notice="Gefördert."),
    }


@pytest.fixture
def workshop(home, directory):
    """A workshop that shows all of them, in English by people but for these."""
    published(home)
    project = factories.project(home, "Projekt")
    here = {"locale": project.locale}
    ProjectFunding.objects.create(page=project, funding=directory["funding"], **here)
    workshop = factories.workshop(project, "Werkstatt", venue=directory["venue"])
    PageContact.objects.create(page=workshop, contact=directory["contact"], **here)
    for page in (project, workshop):
        published(type(page).objects.get(pk=page.pk))
    return workshop


def by_machine(entry, translator):
    start(entry)
    translate_open_texts(translation_of(entry), Machine(), translator)
    publish(entry)


def notices(seen):
    return seen.all(".language-notice p")


@pytest.mark.parametrize("kind", ["contact", "venue", "funding"])
def test_page_says_that_a_machine_wrote_words_of_the_directory(
    read, workshop, directory, translator, kind
):
    by_machine(directory[kind], translator)

    seen = read(english_of(workshop))

    assert notices(seen)[0] == UNCHECKED


@pytest.mark.parametrize("kind", ["contact", "venue", "funding"])
def test_page_says_nothing_of_it_once_a_person_has_confirmed_them(
    read, workshop, directory, translator, kind
):
    by_machine(directory[kind], translator)
    confirm_machine_texts(translation_of(directory[kind]), translator)
    publish(directory[kind])

    seen = read(english_of(workshop))

    assert notices(seen) == []


def test_original_says_nothing_of_it(read, workshop, directory, translator):
    by_machine(directory["contact"], translator)

    assert notices(read(Page.objects.get(pk=workshop.pk))) == []
