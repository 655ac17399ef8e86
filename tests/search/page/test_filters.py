"""What is offered to narrow the results."""

import pytest
from django.utils.translation import override

from search.filters import filters, kinds, orders, without_filters
from search.question import Answer, Choice, Kind, Order, Period, Question

KINDS = (Choice("page", "Pages", 3), Choice("news", "News", 1))
YEARS = (Choice("2026", "2026", 4), Choice("2025", "2025", 2))
PERIODS = (Choice("upcoming", "upcoming", 2), Choice("past", "past", 5))
PROJECTS = (Choice("7", "Hofgrün", 3), Choice("9", "QuartierLabor", 2))


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def said(question, **choices):
    answer = Answer(hits=(), total=9, **choices)
    return {
        one.label: [
            (link.label, link.number, link.query, link.is_chosen) for link in one.links
        ]
        for one in (kinds(question, answer), *filters(question, answer))
        if one
    }


def test_filter_leads_to_each_choice_and_back_to_all():
    asked = Question("Linde", "en", kind=Kind.NEWS, order=Order.NEWEST)

    assert said(asked, kinds=KINDS) == {
        "Kind": [
            ("All kinds", None, "q=Linde&sort=newest", False),
            ("Pages", 3, "q=Linde&type=page&sort=newest", False),
            ("News", 1, "q=Linde&type=news&sort=newest", True),
        ]
    }


def test_filters_come_in_one_order():
    found = said(
        Question("Linde", "en"),
        kinds=KINDS,
        projects=PROJECTS,
        years=YEARS,
        periods=PERIODS,
    )

    assert list(found) == ["Kind", "Project", "Year", "When"]
    assert [len(links) for links in found.values()] == [3, 3, 3, 3]


def test_filter_with_one_choice_is_not_offered():
    assert said(Question("Linde", "en"), kinds=KINDS[:1], years=()) == {}


@pytest.mark.parametrize(
    ("values", "label", "words"),
    [
        ({"kind": Kind.PERSON}, "Kind", "People"),
        ({"year": 1999}, "Year", "1999"),
        ({"project": 5}, "Project", "Another project"),
        ({"period": Period.PAST}, "When", "past"),
    ],
)
def test_chosen_value_that_leaves_nothing_can_be_taken_back(values, label, words):
    [(everything, chosen)] = [
        links for name, links in said(Question("Linde", "en", **values)).items()
    ]

    assert everything[2:] == ("q=Linde", False)
    assert (chosen[0], chosen[1], chosen[3]) == (words, 0, True)
    assert label in said(Question("Linde", "en", **values))


def test_orders_keep_the_filters():
    found = orders(Question("Linde", "en", year=2026))

    assert [(one.query, one.is_chosen) for one in found] == [
        ("q=Linde&year=2026", True),
        ("q=Linde&year=2026&sort=newest", False),
    ]


def test_question_without_filters_has_nothing_to_take_back():
    narrowed = Question("Linde", "en", year=2026, order=Order.NEWEST)

    assert without_filters(narrowed) == "q=Linde&sort=newest"
    assert without_filters(Question("Linde", "en", order=Order.NEWEST)) == ""
