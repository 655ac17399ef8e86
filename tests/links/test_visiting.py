"""A night's round: which addresses are asked, how politely, and what is kept."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override

from pages.links import visiting
from pages.links.asking import Asker
from pages.links.judging import Answer, Verdict
from pages.links.visiting import (
    Limits,
    OfflineError,
    Visit,
    due_addresses,
    taking_turns,
)
from pages.management.commands import check_links
from pages.models import ExternalAddress, Finding
from pages.quality.refreshing import refresh
from pages.quality.subjects import key_of
from tests import factories

pytestmark = pytest.mark.django_db

Outcome = ExternalAddress.Outcome


@pytest.fixture
def home(db):
    return factories.home()


def linking(home, *urls):
    """A page with these links, and with what is known of it."""
    links = "".join(f'<p><a href="{url}">Link {url[-1]}</a></p>' for url in urls)
    page = factories.standard(home, "Verweise", body=[("text", links)])
    refresh([key_of(page)])
    return page


class Answering:
    """Answers from a list, in place of the network."""

    def __init__(self, **answers):
        self.answers = answers
        self.asked = []

    def ask(self, url):
        self.asked.append(url)
        host = url.split("/")[2].split(".")[0]
        return self.answers.get(host, Answer(Outcome.FINE, 200))


def visit(asker, **values):
    values = {"wait": lambda seconds: None, **values}
    round_ = Visit(asker, **values)
    round_.run()
    return round_


def findings():
    return [(found.kind, found.data) for found in Finding.objects.order_by("pk")]


def test_broken_link_of_a_real_website_becomes_a_finding(home, other, asker):
    other.answers |= {"/1": 200, "/2": (301, "/1"), "/4": 403}
    page = linking(home, *(other.url(f"/{number}") for number in range(1, 5)))

    done = visit(asker, limits=Limits(pause=0))

    assert done.counts == {
        Verdict.FINE: 1,
        Verdict.MOVED: 1,
        Verdict.BROKEN: 1,
        Verdict.UNSURE: 1,
    }
    [text] = page.body.raw_data
    assert [found.place for found in Finding.objects.all()] == [
        f"body.{text['id']}"
    ] * 2
    assert findings() == [
        (
            "moved-link",
            {"words": "Link 2", "url": other.url("/2"), "moved_to": other.url("/1")},
        ),
        ("broken-link", {"words": "Link 3", "url": other.url("/3"), "outcome": "gone"}),
    ]


def test_link_that_fails_is_a_finding_the_next_night_and_none_when_it_is_back(home):
    linking(home, "http://a.example/1")
    down = Answering(a=Answer(Outcome.DNS))
    tonight = timezone.now()
    said = []

    for asker, hours in ((down, 0), (down, 24), (Answering(), 48)):
        visit(asker, now=tonight + timedelta(hours=hours))
        said.append([kind for kind, _data in findings()])

    assert said == [[], ["broken-link"], []]


def test_address_is_asked_once_in_a_fortnight(home, settings):
    settings.LINK_CHECK_DAYS = 14
    linking(home, "http://a.example/1")
    tonight = timezone.now()

    asked = []
    for days in (0, 1, 13, 14):
        asker = Answering()
        visit(asker, now=tonight + timedelta(days=days))
        asked.append(len(asker.asked))

    assert asked == [1, 0, 0, 1]


def test_failure_is_asked_again_the_next_night(home):
    linking(home, "http://a.example/1")
    tonight = timezone.now()
    visit(Answering(a=Answer(Outcome.SERVER, 500)), now=tonight)

    due = [
        due_addresses(tonight + timedelta(hours=hours)).count() for hours in (1, 19, 20)
    ]

    assert due == [0, 0, 1]


def test_address_that_no_page_uses_any_more_is_not_asked(home):
    page = linking(home, "http://a.example/1")
    page.body = []
    page.save()
    refresh([key_of(page)])

    assert list(due_addresses(timezone.now())) == []


def test_one_address_on_many_pages_is_asked_once(home):
    for _number in range(3):
        linking(home, "http://a.example/1")
    asker = Answering(a=Answer(Outcome.GONE, 404))

    visit(asker)

    assert asker.asked == ["http://a.example/1"]
    assert len(findings()) == 3


def test_hosts_take_turns(home):
    linking(home, *(f"http://{host}.example/{n}" for host in "ab" for n in (1, 2)))

    order = taking_turns(ExternalAddress.objects.order_by("url"))

    assert [address.url for address in order] == [
        "http://a.example/1",
        "http://b.example/1",
        "http://a.example/2",
        "http://b.example/2",
    ]


def test_one_host_is_not_asked_without_a_pause(home, monkeypatch):
    linking(home, "http://a.example/1", "http://a.example/2", "http://b.example/1")
    clock = iter(range(1000))
    monkeypatch.setattr(visiting, "monotonic", lambda: next(clock) / 100)
    waited = []

    visit(Answering(), limits=Limits(pause=2), wait=waited.append)

    assert len(waited) == 1
    assert 1.5 < waited[0] < 2


def test_host_that_asks_for_patience_is_left_alone(home):
    linking(home, *(f"http://a.example/{number}" for number in range(5)))
    asker = Answering(a=Answer(Outcome.REFUSED, 429))

    done = visit(asker)

    assert len(asker.asked) == 1
    assert done.left == 4


def test_host_that_is_down_is_asked_three_times(home):
    linking(home, "http://b.example/1", *(f"http://a.example/{n}" for n in range(9)))
    asker = Answering(a=Answer(Outcome.TIMEOUT))

    visit(asker)

    assert sum("//a." in url for url in asker.asked) == 3


def test_limits_leave_the_rest_for_the_next_run(home):
    linking(home, *(f"http://{host}.example/" for host in "abcde"))

    done = visit(Answering(), limits=Limits(number=2))
    late = visit(Answering(), limits=Limits(seconds=0))

    assert (done.counts.total(), done.left) == (2, 3)
    assert (late.counts.total(), late.left) == (0, 3)


def test_server_without_a_connection_notes_nothing(home):
    linking(home, *(f"http://{host}.example/" for host in "abc"))
    asker = Answering(**dict.fromkeys("abc", Answer(Outcome.DNS)))

    with pytest.raises(OfflineError):
        visit(asker)

    assert not ExternalAddress.objects.exclude(checked_at=None).exists()


def test_stopped_round_keeps_what_it_has_found(home):
    linking(home, "http://a.example/1", "http://b.example/1")

    class Stopped(Answering):
        def ask(self, url):
            if "//b." in url:
                raise KeyboardInterrupt
            return Answer(Outcome.GONE, 404)

    with pytest.raises(KeyboardInterrupt):
        visit(Stopped())

    assert [data["url"] for _kind, data in findings()] == ["http://a.example/1"]


def test_address_that_fails_does_not_end_the_round(home, caplog):
    linking(home, *(f"http://{host}.example/1" for host in "abc"))
    down = Answer(Outcome.DNS, None, "\0")

    class Failing(Answering):
        def ask(self, url):
            if "//b." in url:
                raise LookupError
            return super().ask(url)

    done = visit(Failing(a=down, c=Answer(Outcome.GONE, 404)))

    assert [data["url"] for _kind, data in findings()] == ["http://c.example/1"]
    assert "was not checked" in caplog.text
    assert done.left >= 1


def check(**options):
    said = StringIO()
    with override("en"):
        call_command("check_links", stdout=said, stderr=StringIO(), **options)
    return said.getvalue().strip()


def test_command_says_what_it_has_done(home, other, asker, monkeypatch):
    monkeypatch.setattr(check_links.Command, "asker", lambda self: asker)
    linking(home, other.url("/1"))

    assert check() == (
        "Asked: 1. Broken: 1, moved: 0, to be asked again: 0, not told to programs: 0. "
        "Left for the next run: 0."
    )


def test_command_by_itself_asks_nothing_on_this_machine(home, other):
    other.answers["/1"] = 200
    linking(home, other.url("/1"))

    check()

    assert other.seen == []
    assert ExternalAddress.objects.get().outcome == Outcome.INTERNAL
    assert Asker().allow_loopback is False


@pytest.mark.parametrize("options", [{"limit": 0}, {"minutes": 0}])
def test_command_refuses_limits_that_are_none(options):
    with pytest.raises(CommandError, match="greater than 0"):
        check(**options)


def test_command_says_that_there_is_no_connection(home, monkeypatch):
    linking(home, *(f"http://{host}.example/" for host in "abc"))
    silent = Answering(**dict.fromkeys("abc", Answer(Outcome.DNS)))
    monkeypatch.setattr(check_links.Command, "asker", lambda self: silent)

    with pytest.raises(CommandError, match="has no connection"):
        check()
