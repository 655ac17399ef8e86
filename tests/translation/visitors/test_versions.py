"""A translated page says what it may lack, and how old the version is it follows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from pages.translation.versions import status_of
from tests import factories
from tests.translation.visitors.german import ENGLISH, GERMAN

MAY = datetime(2026, 5, 3, 8, 15, tzinfo=UTC)
JUNE = datetime(2026, 6, 9, 8, 15, tzinfo=UTC)
MACHINE = {"string": 1, "text": "Imprint", "machine": True}

BEHIND = (
    "This translation reflects the version of 3 May 2026 ; the German original was "
    "changed on 9 June 2026 ."
)
UNCHECKED = (
    "Parts of this page were translated by a machine and have not been checked by a "
    "person yet."
)
UP_TO_DATE = (
    "Dates, times and places are up to date. Original in German: Angaben zum Anbieter"
)


@pytest.fixture
def imprint(home):
    factories.translated(home)
    return factories.standard(home, "Angaben zum Anbieter", slug="impressum")


def write(page, **values):
    """Store what publishing writes, without publishing."""
    type(page).objects.filter(pk=page.pk).update(**values)
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def translation(imprint):
    """Write versions and origins: ``translation(original=2, version=1)``."""
    page = factories.translated(imprint, title="Imprint", slug="imprint")

    def translation(original=1, version=1, at=JUNE, origins=(ENGLISH,)):
        write(imprint, text_version=original, text_version_at=at)
        return write(
            page,
            text_version=version,
            text_version_at=MAY,
            text_origins={"title": list(origins)},
        )

    return translation


def notices(seen):
    return seen.all(".language-notice p")


def test_current_translation_says_nothing(read, translation):
    assert notices(read(translation())) == []


def test_original_says_nothing(read, imprint, translation):
    translation(original=2)

    assert notices(read(imprint)) == []


def test_translation_that_is_behind_names_both_versions(read, translation):
    seen = read(translation(original=2))

    assert notices(seen) == [
        BEHIND,
        UP_TO_DATE,
    ]


def test_two_versions_of_one_day_are_told_apart_by_the_clock(read, translation):
    seen = read(translation(original=2, at=MAY + timedelta(hours=6)))

    assert notices(seen)[0] == (
        "This translation reflects the version of 3 May 2026 , 10:15 am ; the German "
        "original was changed on 3 May 2026 , 4:15 pm ."
    )


def test_link_to_the_original_says_its_language(read, imprint, translation):
    link = read(translation(original=2)).one(".language-notice a")

    assert (link["href"], link["hreflang"], link["lang"]) == (
        "/impressum/",
        "de",
        "de",
    )


def test_unpublished_original_is_not_linked(read, imprint, translation):
    page = translation(original=2)
    write(imprint, live=False)

    assert read(page).html.select(".language-notice a") == []


def test_partly_german_page_says_so(read, translation):
    seen = read(translation(origins=[GERMAN]))

    assert notices(seen) == [
        "Parts of this page are not translated yet and are shown in German.",
        UP_TO_DATE,
    ]


def test_page_with_unchecked_machine_text_says_so(read, translation):
    seen = read(translation(origins=[MACHINE]))

    assert notices(seen) == [
        UNCHECKED,
        UP_TO_DATE,
    ]


def test_page_says_all_that_applies(read, translation):
    seen = read(translation(original=3, version=1, origins=[GERMAN, MACHINE]))

    assert len(notices(seen)) == 4


def test_translation_that_was_never_complete_names_no_version(read, translation):
    seen = read(translation(original=2, version=0))

    assert notices(seen) == [
        "This translation does not say everything that the German original says now.",
        UP_TO_DATE,
    ]


def test_notice_stands_above_the_text_and_below_the_title(read, translation):
    seen = read(translation(original=2))

    notice = seen.one("main .language-notice")
    assert notice.find_previous("h1").get_text() == "Imprint"
    assert notice["role"] == "note"


@pytest.mark.parametrize(
    ("original", "version", "origins", "expected"),
    [
        (1, 1, [ENGLISH], (False, False, False)),
        (2, 1, [ENGLISH], (True, False, False)),
        (1, 0, [ENGLISH], (True, True, False)),
        (1, 1, [ENGLISH, GERMAN], (False, True, False)),
        (1, 1, [MACHINE, ENGLISH], (False, False, True)),
    ],
)
def test_status_compares_versions_not_times(
    translation, original, version, origins, expected
):
    at = MAY - timedelta(days=1)

    status = status_of(translation(original, version, at, origins))

    assert expected == (status.is_behind, status.is_partial, status.has_machine_text)


def test_status_of_an_original_costs_nothing(imprint):
    page = type(imprint).objects.select_related("locale").get(pk=imprint.pk)

    with CaptureQueriesContext(connection) as asked:
        assert status_of(page) is None
        assert page.translation_status is None

    assert len(asked) == 0


def test_status_of_a_translation_costs_one_query(client, translation):
    page = translation(original=2)
    client.get(page.url)
    page.mark_foreign_words()

    with override("en"), CaptureQueriesContext(connection) as asked:
        assert page.translation_status.is_behind

    assert len(asked) == 1


def test_page_written_in_english_has_no_status(read, home):
    page = factories.standard(factories.translated(home), "Only English")

    assert status_of(page) is None
    assert notices(read(page)) == []
