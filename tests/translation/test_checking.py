"""What a translated text may not lose, and what its translator is asked about."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.strings import StringValue, validate_translation_links

from pages.translation.checking import Problem, check, is_refused


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def errors(source, translated):
    return [one.message for one in check(source, translated) if one.is_error]


def warnings(source, translated):
    return [one.message for one in check(source, translated) if not one.is_error]


def test_good_text_has_no_problems():
    source = 'Bis 6.3.2031 <b>anmelden</b>: <a id="a1">Formular</a><br/>E-Mail a@b.de'
    translated = '<b>Register</b> by 6 March 2031: <a id="a1">form</a><br/>mail a@b.de'

    problems = check(source, translated)

    assert problems == []


@pytest.mark.parametrize("translated", ["", "  ", "<br/>", "<b> </b>"])
def test_empty_text_is_refused(translated):
    assert check("Text", translated) == [
        Problem("error", "The translation is empty."),
    ]


@pytest.mark.parametrize(
    ("source", "translated", "sentence"),
    [
        ("A", "<b>A", "<b> is opened and not closed."),
        ("A", "A</b>", "</b> closes what is not open there."),
        ("<b><i>A</i></b>", "<b><i>A</b></i>", "</b> closes what is not open there."),
        (
            "A",
            "<script>A</script>",
            "<script> is not allowed. Write &lt; for the sign itself.",
        ),
        (
            "A",
            "Our <Labor>",
            "<labor> is not allowed. Write &lt; for the sign itself.",
        ),
        (
            "<b>A</b>",
            '<b class="x">A</b>',
            "<b> has attributes. Only links have one, their id.",
        ),
        (
            '<a id="a1">A</a>',
            '<a id="a1" href="/">A</a>',
            "<a> has attributes. Only links have one, their id.",
        ),
        ("A", "A<!-- B -->", "Comments and declarations are not allowed."),
        ("A", "A<?php B ?>", "Comments and declarations are not allowed."),
    ],
)
def test_markup_that_breaks_a_page_is_refused(source, translated, sentence):
    found = errors(source, translated)

    assert found[0] == sentence


@pytest.mark.parametrize(
    ("source", "translated", "sentence"),
    [
        ('<a id="a1">A</a>', "A", 'The link <a id="a1"> of the original is missing.'),
        ('<a id="a1">A</a>', '<a id="a1"></a>A', 'The link <a id="a1"> has no text.'),
        ("A", '<a id="a9">A</a>', 'The original has no link <a id="a9">.'),
        (
            '<a id="a1">A</a>',
            '<a id="a1">A</a> <a id="a1">B</a>',
            'The link <a id="a1"> is there twice.',
        ),
        (
            "A",
            "<a>A</a>",
            "A link has no id. Copy links from the original as they are.",
        ),
        ("<b>A</b>", "A", "<b> of the original is missing."),
        ("Hallo {name}", "Hello", "The placeholder {name} of the original is missing."),
        (
            "Hallo %(name)s",
            "Hello",
            "The placeholder %(name)s of the original is missing.",
        ),
        ("A", "A\x00", "The text has a character that cannot be saved."),
        ("A", "\ud83d", "The text has a character that cannot be saved."),
        ("%s Plätze", "Seats", "The placeholder %s of the original is missing."),
    ],
)
def test_what_the_original_has_must_stay(source, translated, sentence):
    assert errors(source, translated) == [sentence]


def test_link_within_a_link_is_refused():
    source = '<a id="a1">A</a><a id="a2">B</a>'

    found = errors(source, '<a id="a1">A <a id="a2">B</a></a>')

    assert found == ["A link stands within another link."]


def test_several_errors_are_all_said():
    found = errors('<a id="a1">A</a> {x}', "<b>A")

    assert found == [
        "<b> is opened and not closed.",
        'The link <a id="a1"> of the original is missing.',
        "The placeholder {x} of the original is missing.",
    ]


@pytest.mark.parametrize(
    ("source", "translated", "sentence"),
    [
        ("Raum 12", "Room", "The number 12 of the original is missing."),
        ("am 6.3.2031", "on 7 March 2031", "The number 6 of the original is missing."),
        ("1.000,50 Euro", "a lot", "The number 1.000,50 of the original is missing."),
        ("um 14:00 Uhr", "at 3 pm", "The number 14 of the original is missing."),
        (
            "Siehe www.example.org/a.",
            "See there.",
            "The address www.example.org/a of the original is missing.",
        ),
        (
            "An jo@example.org!",
            "To Jo.",
            "The e-mail address jo@example.org of the original is missing.",
        ),
        ("Titel", "<i>Title</i>", "The original has no <i>."),
        ("A<br/>B", "A B", "The original has more line breaks (<br/>)."),
    ],
)
def test_translator_is_asked_what_may_be_overlooked(source, translated, sentence):
    problems = check(source, translated)

    assert problems == [Problem("warning", sentence)]
    assert not is_refused(problems)


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("1.000,50 Euro", "1,000.50 euros"),
        ("10 000 Leute", "10,000 people"),
        ("1.000 Leute", "1000 people"),
        ("am 06.03.2031", "on 6 March 2031"),
        ("am 06.03.2031", "on 2031-03-06"),
        ("am 6. März", "on March 6"),
        ("14:00 bis 16:30 Uhr", "2 to 4:30 pm"),
        ("14.00 Uhr", "2 pm"),
        ("0:30 Uhr", "12:30 am"),
        ("11 Uhr", "11:00 am"),
        ("Tel. 030/1234-56", "Phone +49 30 1234 56"),
        ("https://a.example/2018/", "https://a.example/2018/"),
        ("100%sicher, 20 % der Plätze", "100% safe, 20% of the seats"),
        ("R&amp;D &lt;3", "R&amp;D &lt;3"),
        ("A<br/>B", "A<br>B"),
        ("a &lt; b", "a < b"),
    ],
)
def test_the_same_written_in_another_way_is_no_problem(source, translated):
    assert check(source, translated) == []


PIECES = (
    '<b> </b> <a id="a1"> </a> <a> <br> < > &amp; & <p> <!-- --> <![CDATA[ </ <? é '
    "12 1.000 14:00 {x} %s 6.3. https://a.example a@b.de"
)
FRAGMENTS = st.lists(
    st.sampled_from([" ", "\x00", *PIECES.split(" ")]) | st.text(max_size=3),
    max_size=12,
).map("".join)


# A text that is only an address makes Beautiful Soup wonder.
@pytest.mark.filterwarnings("ignore::bs4.MarkupResemblesLocatorWarning")
@given(FRAGMENTS, FRAGMENTS)
def test_whatever_passes_can_be_made_into_a_page(source, translated):
    passed = not is_refused(check(source, translated))

    if passed:
        StringValue.from_translated_html(translated)
        validate_translation_links(source, translated)


@pytest.mark.filterwarnings("ignore::bs4.MarkupResemblesLocatorWarning")
@given(FRAGMENTS)
def test_original_is_a_translation_of_itself(text):
    value = StringValue.from_plaintext(text.replace("\x00", ""))

    problems = [
        one for one in check(value.data, value.data) if "control" not in one.message
    ]

    assert problems in ([], [Problem("error", "The translation is empty.")])
