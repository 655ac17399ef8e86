"""What an address asks, and what of it is left out."""

import pytest

from search.asking import Asked, query_of, read
from search.question import LONGEST_QUESTION, Kind, Order, Period, Question


def test_address_without_parameters_asks_nothing():
    assert read({}, "de") == Asked(Question("", "de"))


def test_address_asks_for_everything_it_names():
    asked = read(
        {
            "q": " Linde  und\tAhorn ",
            "type": "workshop",
            "project": "7",
            "year": "2026",
            "when": "upcoming",
            "sort": "newest",
            "page": "3",
        },
        "en",
    )

    assert asked == Asked(
        Question(
            "Linde und Ahorn",
            "en",
            Kind.WORKSHOP,
            7,
            2026,
            Period.UPCOMING,
            Order.NEWEST,
        ),
        page=3,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "pages"),
        ("type", ""),
        ("project", "-1"),
        ("project", "x"),
        ("project", "9" * 5000),
        ("year", "²"),
        ("year", "٢٠٢٦"),
        ("year", "20260"),
        ("when", "yesterday"),
        ("sort", "random"),
        ("page", "0"),
        ("page", "1e3"),
        ("page", "9" * 7),
        ("colour", "red"),
    ],
)
def test_what_means_nothing_is_left_out(name, value):
    asked = read({"q": "Linde", name: value}, "de")

    assert asked == Asked(Question("Linde", "de"))


def test_signs_that_nobody_sees_are_spaces():
    asked = read({"q": "Linde\x00Ahorn\u200b\u202e \ud800"}, "de")

    assert asked.question.text == "Linde Ahorn"


@pytest.mark.parametrize(
    ("text", "is_too_long"),
    [
        ("a" * LONGEST_QUESTION, False),
        ("a" * LONGEST_QUESTION + "b", True),
        ("a b " * 25_000, True),
    ],
)
def test_text_that_is_too_long_is_cut_off_and_not_answered(text, is_too_long):
    asked = read({"q": text}, "de")

    assert asked.is_too_long is is_too_long
    assert asked.can_be_answered is not is_too_long
    assert LONGEST_QUESTION - 1 <= len(asked.question.text) <= LONGEST_QUESTION


def test_query_reads_back_as_the_question():
    question = Question("Öl & Erz", "de", Kind.NEWS, 4, 2020, Period.PAST, Order.NEWEST)

    query = query_of(question)

    assert query == (
        "q=%C3%96l+%26+Erz&type=news&project=4&year=2020&when=past&sort=newest"
    )
    assert query_of(Question("Linde", "de")) == "q=Linde"
