"""Whatever is typed, there is an answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.finding import find, suggest
from search.question import Answer, Question
from tests import factories

NASTY = [
    "",
    " ",
    "\x00",
    "Linde\x00Ulme",
    "'; DROP TABLE search_entry; --",
    '"',
    "'",
    '"Linde',
    "Linde AND",
    "NOT Linde",
    "NEAR(Linde Ulme, 5)",
    "title : Linde",
    "{title} : Linde",
    "^Linde *",
    "Linde & | ! <-> :* ( )",
    "Linde:*A",
    "%_%",
    "\\",
    "%s %(x)s",
    "½ ² ﬁ ℡ ㎏",
    "\ud800",
    "\U0001e900\U0001f600",
    "日本語 中文 العربية עברית ไทย",
    "a\u0301\u0301\u0301" * 50,
    "und oder der die das",
    "-" * 1000,
    "Linde " * 20_000,
    "x" * 100_000,
    "(" * 50_000,
]


@pytest.fixture
def indexed(home, english, index):
    factories.standard(home, "Linde und Ulme")
    index()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_text_has_an_answer(indexed, text, language):
    answer = find(Question(text, language), 0, 10)

    assert isinstance(answer, Answer)
    assert isinstance(suggest(text, language, 5), list)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            ["Linde", "AND", "OR", "NOT", '"', "(", ")", "*", ":", "'", "\x00"]
        )
    ).map(" ".join)
)
def test_any_text_has_an_answer(indexed, text):
    answer = find(Question(text, "de"), 0, 10)

    assert len(answer.hits) == min(answer.total, 10)


@pytest.mark.parametrize("first", [0, 5, 10**9])
def test_part_behind_the_end_is_empty(indexed, first):
    answer = find(Question("Linde", "de"), first, 10)

    assert (answer.total, len(answer.hits)) == (1, int(first == 0))
