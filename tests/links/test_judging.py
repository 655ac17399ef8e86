"""What answers mean for a link, over several nights."""

from datetime import UTC, datetime, timedelta

import pytest

from pages.links.judging import Answer, Verdict, record, verdict_on
from pages.models import ExternalAddress

Outcome = ExternalAddress.Outcome
NIGHT = datetime(2031, 3, 6, 3, 0, tzinfo=UTC)


def verdicts(*answers):
    """What is said of an address after each of several (hours, outcome)."""
    address = ExternalAddress(url="https://example.org/")
    said = []
    for hours, outcome in answers:
        record(address, Answer(outcome), NIGHT + timedelta(hours=hours))
        said.append(verdict_on(address))
    return said


def test_address_that_nobody_asked_is_unknown():
    assert verdict_on(ExternalAddress()) is Verdict.UNKNOWN


@pytest.mark.parametrize("outcome", [Outcome.GONE, Outcome.INTERNAL, Outcome.INVALID])
def test_what_is_certain_is_broken_at_once(outcome):
    assert verdicts((0, outcome)) == [Verdict.BROKEN]


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.TIMEOUT,
        Outcome.DNS,
        Outcome.TLS,
        Outcome.CONNECTION,
        Outcome.SERVER,
        Outcome.LOOP,
    ],
)
def test_failure_is_broken_if_it_lasts_until_the_next_night(outcome):
    said = verdicts((0, outcome), (1, outcome), (24, outcome))

    assert said == [Verdict.FAILING, Verdict.FAILING, Verdict.BROKEN]


def test_next_night_may_begin_a_little_earlier():
    said = verdicts((0, Outcome.DNS), (23.9, Outcome.TIMEOUT))

    assert said == [Verdict.FAILING, Verdict.BROKEN]


def test_good_answer_forgets_the_failures_before():
    said = verdicts((0, Outcome.DNS), (24, Outcome.FINE), (48, Outcome.DNS))

    assert said == [Verdict.FAILING, Verdict.FINE, Verdict.FAILING]


def test_website_that_refuses_programs_is_not_called_broken():
    said = verdicts((0, Outcome.REFUSED), (480, Outcome.REFUSED))

    assert said == [Verdict.UNSURE, Verdict.UNSURE]


def test_every_outcome_has_a_verdict():
    said = {outcome: verdicts((0, outcome))[0] for outcome in Outcome}

    unknown = [
        outcome for outcome, verdict in said.items() if verdict is Verdict.UNKNOWN
    ]
    assert unknown == [Outcome.UNKNOWN]
