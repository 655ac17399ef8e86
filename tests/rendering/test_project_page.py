"""A project gathers its series, workshops and news; a finished one keeps them."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group

from pages.listings import gather
from pages.models import ProjectFunding, ProjectOrganisation
from tests import factories

BEFORE = "2031-03-01 12:00+01:00"


@pytest.fixture
def english(home):
    return factories.translated(home)


@pytest.fixture
def project(english):
    return factories.project(english, "Lab")


@pytest.fixture
def news_index(english):
    return factories.news_index(english)


def titles(pages):
    return [page.title for page in pages]


def test_workshops_are_gathered_from_series_and_project(project):
    series = factories.series(project)
    week = timedelta(weeks=1)
    for title, parent, start in [
        ("next", project, factories.START),
        ("later", series, factories.START + week),
        ("last", series, factories.START - 2 * week),
        ("first", project, factories.START - 3 * week),
    ]:
        factories.workshop(parent, title, starts_at=start)

    with time_machine.travel(BEFORE):
        gathered = gather(project)

    assert titles(gathered.upcoming) == ["next", "later"]
    assert titles(gathered.past) == ["last", "first"]
    assert titles(gathered.series) == ["Reihe"]


def test_news_below_the_project_or_about_it_belong_to_it(english, project, news_index):
    workshop = factories.workshop(project)
    below = factories.news_index(project, slug="news-of-the-lab")
    for day, (title, parent, about) in enumerate(
        [
            ("below", below, None),
            ("about project", news_index, project),
            ("about workshop", news_index, workshop),
            ("about another", news_index, factories.project(english, "Other")),
            ("about nothing", news_index, None),
        ],
        start=1,
    ):
        factories.news(
            parent, title, about=about, original_published_on=date(2031, 1, day)
        )

    gathered = gather(project)

    assert titles(gathered.news) == ["about workshop", "about project", "below"]


def test_private_and_unpublished_pages_are_not_gathered(project):
    group = Group.objects.create(name="Insiders")
    private = factories.series(project, "private")
    restriction = private.view_restrictions.create(restriction_type="groups")
    restriction.groups.add(group)
    factories.workshop(private, "within the private one")
    factories.workshop(project, "draft", live=False)

    gathered = gather(project)

    assert (gathered.series, gathered.upcoming, gathered.past) == ([], [], [])


def test_finished_project_says_when_it_ended(read, project):
    project.status = project.Status.FINISHED
    project.ends_on = date(2025, 7, 31)
    project.save()

    assert "completed on 31 July 2025; its pages remain available." in (
        read(project).text
    )


def test_partners_have_role_logo_and_address(read, project):
    partner = factories.organisation(
        "City", url="https://city.example/", logo=factories.image()
    )
    ProjectOrganisation.objects.create(
        page=project, organisation=partner, role="lead", locale=project.locale
    )

    seen = read(project)

    assert seen.all(".organisation") == ["Project lead City"]
    assert seen.links(".organisation a") == {"City": "https://city.example/"}
    assert len(seen.html.select(".organisation img")) == 1


def test_funding_stands_on_the_project_and_all_pages_below(read, home, project):
    grant = factories.funding("Good places", grant_number="GP 1", notice="Funded.")
    ProjectFunding.objects.create(page=project, funding=grant, locale=project.locale)
    series = factories.series(project)
    pages = [project, series, factories.workshop(series), factories.standard(project)]

    notices = [read(page).all(".fundings p") for page in pages]

    assert notices == [["Funded."]] * 4
    assert read(home).all(".fundings") == []
    assert "Good places Grant number: GP 1" in read(project).text


@pytest.mark.parametrize(
    ("acronym", "title", "full"),
    [
        ("", "Green courtyards", "Green courtyards"),
        ("GC", "Green courtyards", "GC: Green courtyards"),
        ("HofGrün", "HofGrün – Höfe", "HofGrün – Höfe"),
    ],
)
def test_acronym_is_named_once(project, acronym, title, full):
    project.acronym, project.title = acronym, title

    assert project.full_title == full
