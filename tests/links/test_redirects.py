"""Redirects: each is judged like the first address, and followed only so far."""

from urllib.parse import quote

import pytest

from pages.links.asking import Asker
from pages.links.judging import Answer
from pages.models import ExternalAddress

Outcome = ExternalAddress.Outcome


@pytest.mark.parametrize(
    ("hops", "moved_to"),
    [
        ([301], "/1"),
        ([308, 301], "/2"),
        ([301, 302], "/1"),
    ],
)
def test_page_that_moved_for_good_has_a_new_address(other, asker, hops, moved_to):
    for number, status in enumerate(hops):
        other.answers[f"/{number}"] = (status, f"/{number + 1}")
    other.answers[f"/{len(hops)}"] = 200

    answer = asker.ask(other.url("/0"))

    assert answer == Answer(Outcome.MOVED, 200, other.url(moved_to))


def test_page_that_is_elsewhere_for_a_while_is_fine(other, asker):
    other.answers |= {"/a": (302, "/b"), "/b": (301, "/c"), "/c": 200}

    assert asker.ask(other.url("/a")) == Answer(Outcome.FINE, 200)


def test_redirect_to_a_page_that_is_gone_is_gone(other, asker):
    other.answers["/a"] = (301, "/b")

    assert asker.ask(other.url("/a")) == Answer(Outcome.GONE, 404)


def test_redirects_without_an_end_are_given_up(other, asker):
    other.answers |= {"/a": (302, "/b"), "/b": (302, "/a")}

    answer = asker.ask(other.url("/a"))

    assert answer == Answer(Outcome.LOOP)
    assert len(other.seen) == asker.most_redirects + 1


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "//192.168.0.1/",
        "http://[fd00::1]/",
        "http://[::ffff:10.0.0.1]/",
    ],
)
def test_redirect_into_an_internal_network_is_not_followed(other, asker, target):
    other.answers["/"] = (301, target)

    assert asker.ask(other.url()) == Answer(Outcome.INTERNAL)


def test_redirect_to_something_else_than_a_website_is_not_followed(other, asker):
    other.answers["/"] = (302, "file:///etc/passwd")

    assert asker.ask(other.url()) == Answer(Outcome.INVALID)


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/größe".encode(), "/größe"),
        ("/größe".encode("latin-1"), "/gr%F6%DFe"),
        (b"/gr%C3%B6%C3%9Fe", "/gr%C3%B6%C3%9Fe"),
    ],
)
def test_redirect_is_read_in_the_encoding_it_is_written_in(
    other, asker, location, path
):
    asked = quote(path, safe="/%")
    other.answers |= {"/": (301, location.decode("latin-1")), asked: 200}

    answer = asker.ask(other.url())

    assert answer == Answer(Outcome.MOVED, 200, other.url(path))
    assert other.seen == [("HEAD", "/"), ("HEAD", asked)]


@pytest.mark.parametrize("location", ["//[bad", "/a\0b", "/a\x1bb", "http://[::1/"])
def test_redirect_to_what_is_no_address_is_invalid_at_once(other, location):
    other.answers["/"] = (301, location)

    answer = Asker(allow_loopback=True, answer_within=30).ask(other.url())

    assert answer == Answer(Outcome.INVALID)


def test_body_of_a_redirect_is_not_read(other, asker):
    other.answers |= {"/": ("endless", "/b"), "/b": 200}
    other.head_answers["/"] = 405

    answer = asker.ask(other.url())

    assert answer == Answer(Outcome.FINE, 200)
    assert other.taken < 20_000_000  # what fits into buffers of the machine
